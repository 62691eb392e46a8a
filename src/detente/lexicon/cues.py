"""Cues: the words that signal a contact, an action and their status, as typed rows.

The tables are `contacts.toml`, `actions.toml` and `status.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from detente.lexicon import load_table


class Word(Protocol):
    """What a lookup needs of a token."""

    @property
    def lemma_(self) -> str:
        """Dictionary form."""

    @property
    def lower_(self) -> str:
        """Lower-case form."""

    @property
    def children(self) -> Iterable[Word]:
        """Dependents."""

    @property
    def dep_(self) -> str:
        """Dependency label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusCue:
    """A group of words with the status that they give to what hangs on them."""

    effect: str
    negated: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactTrigger:
    """Words that speak of a contact, in one construction."""

    words: tuple[str, ...]
    pos: str
    mode: str
    frame: str
    links: tuple[str, ...] = ()
    needs: str = ""
    context: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    status: str = ""
    example: str
    counter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionTrigger:
    """Words that speak of an act of one PLOVER type, in one construction."""

    type: str
    words: tuple[str, ...]
    pos: str
    links: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    inner: bool = False
    clause: bool = False
    mutual: bool = False
    needs_both: bool = False
    needs_clause: bool = False
    needs_direct: bool = False
    objects_or_clause: bool = False
    status: str = ""
    example: str
    counter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCue:
    """A subject and the phrases that name it."""

    name: str
    words: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceCue:
    """A word for what another state is, with its polarity (1, 0 or -1)."""

    term: str
    polarity: int
    example: str


class StatusTable:
    """The status cues, looked up by word."""

    def __init__(self, cues: Iterable[StatusCue]) -> None:
        self._index: dict[tuple[str, str], StatusCue] = {}
        for cue in cues:
            for column in ("verbs", "nouns", "adjectives"):
                for word in getattr(cue, column):
                    self._index.setdefault((column, word), cue)

    def find_cue(self, word: Word, columns: tuple[str, ...]) -> StatusCue | None:
        """The cue that a token is, with its particle where it has one, or None."""
        for column in columns:
            for form in _forms(word):
                cue = self._index.get((column, form))
                if cue is not None:
                    return cue
        return None


@lru_cache(maxsize=1)
def load_status_table() -> StatusTable:
    """The packaged status cues."""
    return StatusTable(load_table("status", StatusCue))


@lru_cache(maxsize=1)
def load_contact_triggers() -> tuple[ContactTrigger, ...]:
    """The packaged contact triggers."""
    return load_table("contacts", ContactTrigger)


@lru_cache(maxsize=1)
def load_action_triggers() -> tuple[ActionTrigger, ...]:
    """The packaged action triggers."""
    return load_table("actions", ActionTrigger)


@lru_cache(maxsize=1)
def load_topics() -> tuple[TopicCue, ...]:
    """The packaged topics."""
    return load_table("topics", TopicCue)


@lru_cache(maxsize=1)
def load_stances() -> tuple[StanceCue, ...]:
    """The packaged words of stance."""
    return load_table("stances", StanceCue)


def _forms(word: Word) -> list[str]:
    lemma = word.lemma_.lower()
    particles = [
        f"{lemma} {child.lower_}"
        for child in word.children
        if child.dep_ in ("prt", "prep", "advmod", "dobj")
    ]
    return [*particles, lemma, word.lower_]
