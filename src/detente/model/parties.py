"""Mentions and parties: who takes part, as the text names them and as they are resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

UNKNOWN_STATE = "UNK"


class Rank(StrEnum):
    """The level of the highest person on a side; see the annotation guidelines for who is what."""

    LEADER = "leader"
    MINISTER = "minister"
    OFFICIAL = "official"
    ENVOY = "envoy"
    WORKING = "working"
    MILITARY = "military"
    LEGISLATURE = "legislature"
    NONSTATE = "nonstate"
    GOVERNMENT = "government"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A side's member: the mention's words, and the state, rank, name and office they resolve to.

    ``state`` is an ISO 3166-1 alpha-3 code, an organisation's acronym, or ``UNK``. ``text`` is an
    exact substring of the article; for a pronoun it is the nearest full mention. ``start`` and
    ``end`` say where ``text`` stands. ``reason`` says in words why it was resolved so.
    """

    text: str
    state: str
    rank: Rank
    name: str | None = None
    office: str | None = field(default=None, compare=False)
    start: int | None = field(default=None, compare=False)
    end: int | None = field(default=None, compare=False)
    reason: str | None = field(default=None, compare=False)
