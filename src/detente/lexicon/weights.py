"""Weights: how far each feature of a link speaks for or against it.

Learnt from annotated articles by `python -m training links`; the table says of which and when.
"""

from __future__ import annotations

from dataclasses import dataclass

from detente.lexicon import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """One feature and its weight; above 0 it speaks for the link."""

    feature: str
    weight: float


def load_weights(kind: str) -> dict[str, float]:
    """The weights of links of a kind ("time" or "place") by feature.

    Raises: ``LexiconError`` where the table is wrong.
    """
    return {row.feature: row.weight for row in load_table("links", Weight, key=kind)}
