"""Names of states that mean another place in some articles: "Georgia" beside "Atlanta"."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache

from detente.lexicon import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Homonym:
    """A name, the state it is, where else it lies, and the words that tell the two apart."""

    word: str
    code: str
    instead: str
    own: tuple[str, ...]
    others: tuple[str, ...]

    def is_other(self, words: Set[str]) -> bool:
        """Whether an article of these words means the other place."""
        return bool(words & set(self.others)) and not words & set(self.own)


@lru_cache(maxsize=1)
def load_homonyms() -> tuple[Homonym, ...]:
    """The packaged homonyms.

    Raises: ``LexiconError`` for a wrong row.
    """
    return load_table("homonyms", Homonym)
