"""Window: a sentence with the words before it, its parties marked: what a judge is asked about.

Between extracting and judging: `extract` cuts windows from the parsed text, a judge sees only
their words and marks. Offsets count code points in the window's own text, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass

from detente.model.parties import Rank


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of a window that stand for one party; ``number`` is their resolution's number.

    ``member`` says which party of the resolution ("both sides" has two); ``is_place`` words name a
    place, which is a party only to a traveller.
    """

    start: int
    end: int
    number: int
    member: int
    state: str
    rank: Rank
    is_place: bool
    is_inside: bool
    """Whether the words stand in the judged sentence, not in the words before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sides of a window to be judged, as numbers of its marks, and what the rules made of it.

    ``features`` are numbers from 0 to 1 in the order of `extract.features.NAMES`.
    """

    x: tuple[int, ...]
    y: tuple[int, ...]
    features: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A sentence (``start`` to ``end`` of ``text``) with what stands before it, and its pairs."""

    text: str
    start: int
    end: int
    sentence: int
    marks: tuple[Mark, ...]
    pairs: tuple[Pair, ...]
