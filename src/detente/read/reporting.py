"""The words that report: which constructions each takes, and whether it asserts, denies or asks.

Rows of `reporting.toml`; one verb may stand in several.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from detente.lexicon import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingCue:
    """Verbs of reporting, where their content stands, and what they do with it."""

    words: tuple[str, ...]
    contents: tuple[str, ...]
    kind: str
    effect: str
    example: str
    links: tuple[str, ...] = ()
    pos: str = "verb"

    @property
    def is_speech(self) -> bool:
        """Whether somebody vouches for what is reported."""
        return self.kind == "speech"


@lru_cache(maxsize=4)
def load_cues(pos: str = "verb") -> dict[str, tuple[ReportingCue, ...]]:
    """The rows of each verb (or noun), by its dictionary form; speech before stance.

    Raises: ``LexiconError`` where the table is wrong.
    """
    found: dict[str, list[ReportingCue]] = {}
    for cue in (row for row in load_table("reporting", ReportingCue) if row.pos == pos):
        for word in dict.fromkeys(cue.words):
            found.setdefault(word, []).append(cue)
    return {
        word: tuple(sorted(cues, key=lambda item: not item.is_speech))
        for word, cues in found.items()
    }
