"""Mention: a span that names or refers to a party, with all that the words themselves say of it.

Between finding and resolving: `extract` makes mentions from syntax, `resolve` turns them into
parties without seeing the syntax. Token numbers (``head``) count from 0 in the article's Doc.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from detente.model.parties import Party, Rank


class MentionKind(StrEnum):
    """What sort of words refer."""

    PERSON = "person"  # a name, with or without a title
    OFFICE = "office"  # a title without a name: "the ambassador"
    GROUP = "group"  # "US senators", "senior officials", "a delegation"
    BODY = "body"  # "the Russian Embassy", "the State Department", "the Biden administration"
    STATE = "state"  # "Russia", "Washington", "the Russians"
    ORGANISATION = "organisation"
    MOVEMENT = "movement"
    PRONOUN = "pronoun"
    SIDES = "sides"  # "both sides", "the two leaders": several parties at once
    PLACE = "place"  # a city or country as a place only, never as a party


class Gender(StrEnum):
    """What the words say of the person's gender or number; ``unknown`` agrees with all."""

    MALE = "male"
    FEMALE = "female"
    PLURAL = "plural"
    NEUTER = "neuter"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span of an article that names or refers to a party.

    ``states`` are the codes that the words name as its own, nearest first; ``host`` the code of the
    state an envoy is accredited to; ``of_name`` the person whose government it is ("Biden" in "the
    Biden administration"); ``possessor`` the number of the mention it belongs to ("his", "Iran's").
    ``same_as`` is the number of a mention in apposition with it.
    """

    index: int
    start: int
    end: int
    text: str
    kind: MentionKind
    sentence: int
    paragraph: int
    first: int
    last: int
    head: int
    is_subject: bool = False
    rank: Rank | None = None
    office: str | None = None
    name: str | None = None
    states: tuple[str, ...] = ()
    host: str | None = None
    of_name: str | None = None
    possessor: int | None = None
    same_as: int | None = None
    gender: Gender = Gender.UNKNOWN
    is_former: bool = False
    is_plural: bool = False
    is_counterpart: bool = False
    is_modifier: bool = False
    """Stands before a noun that is no party: "Russian" in "Russian gas", "U.S." in "U.S. talks"."""
    is_definite: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What a mention refers to: one party, several for "both sides", or none that is known."""

    mention: Mention
    parties: tuple[Party, ...]
    entity: str
    """A key that is the same for all mentions of the same party in the article."""
    reason: str
