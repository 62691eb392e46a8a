"""Which state a name stood for on a day: "Moscow" of 1987 is the Soviet Union."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from detente.lexicon import load_table
from detente.model.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """The state ``code`` followed the state ``was`` on the day ``until``."""

    code: str
    was: str
    until: str


@lru_cache(maxsize=1)
def load_successions() -> tuple[Succession, ...]:
    """The packaged successions.

    Raises: ``LexiconError`` for a wrong row.
    """
    return load_table("successions", Succession)


def find_code_on(code: str, day: PartialDate | None) -> str:
    """The code of the state that was in the place of ``code`` on a day; itself where unknown."""
    text = str(day) if day is not None else ""
    if not text or text.startswith("--"):
        return code
    for row in load_successions():
        if row.code == code and text < row.until[: len(text)]:
            return row.was
    return code
