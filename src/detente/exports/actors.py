"""Who does something to whom, as event data have it: two sides of one pair, and their codes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from detente.exports.codes import Coding, NoCode, code_event
from detente.exports.rows import CameoRow, PartyRow, SectorRow, load_codes
from detente.lexicon.state_names import get_name
from detente.lexicon.tables import load_organisations
from detente.model.events import Event
from detente.model.pairs import sides_of
from detente.model.parties import UNKNOWN_STATE, Party, Rank

_IGO = "IGO"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """One side's act towards the other; ``is_mirror`` where it is the same seen from there."""

    event: Event
    coding: Coding
    cameo: CameoRow
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    is_mirror: bool = False


def find_dyads(event: Event) -> tuple[Dyad, ...] | NoCode:
    """The act, and the same from the other side where both do it; or why it has no code."""
    coding = code_event(event)
    if isinstance(coding, NoCode):
        return coding
    one, other = sides_in_pair(event)
    if coding.actor == "b":
        one, other = other, one
    dyad = Dyad(event=event, coding=coding, cameo=coding.cameo, actors=one, targets=other)
    if coding.mirror is None:
        return (dyad,)
    back = Dyad(
        event=event,
        coding=coding,
        cameo=coding.mirror,
        actors=other,
        targets=one,
        is_mirror=True,
    )
    return dyad, back


def sides_in_pair(event: Event) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The two sides of the claim that speaks best, only those of the event's own pair."""
    one, other = sides_of(event.best.claim)
    first, second = event.pair
    for a, b in ((first, second), (second, first)):
        mine = tuple(party for party in one if party.state == a)
        theirs = tuple(party for party in other if party.state == b)
        if mine and theirs:
            return mine, theirs
    return one, other


def is_organisation(code: str) -> bool:
    """Whether a code is that of an international organisation."""
    return code in _organisations()


def get_sector(party: Party) -> SectorRow | None:
    """What a party is by its rank; ``None`` for organisations and where the rank does not say."""
    if is_organisation(party.state):
        return None
    return next((row for row in load_codes().sectors if party.rank in row.ranks), None)


def get_plover_code(state: str) -> str:
    """PLOVER's code; empty for an unknown state."""
    if state == UNKNOWN_STATE:
        return ""
    return _row(state).plover or (_IGO if is_organisation(state) else state)


def get_country(state: str) -> str:
    """CAMEO's country code; empty for organisations and an unknown state."""
    if state == UNKNOWN_STATE or is_organisation(state):
        return ""
    return _row(state).country or state


def get_group(state: str) -> str:
    """CAMEO's code of a known group; empty where it has none."""
    return _row(state).group


def say_name(party: Party) -> str:
    """A person's name, else the state's or organisation's in English, else the text's words.

    A movement has its own words: it is in a state, and is not the state.
    """
    if party.name:
        return party.name
    is_state = party.rank is not Rank.NONSTATE and party.state != UNKNOWN_STATE
    return get_name(party.state) if is_state else party.text


def say_country(party: Party) -> str:
    """The state's name in English; empty for organisations and an unknown state."""
    return get_name(party.state) if get_country(party.state) else ""


@lru_cache(maxsize=1)
def _organisations() -> frozenset[str]:
    return frozenset(row.code for row in load_organisations())


def _row(state: str) -> PartyRow:
    rows = load_codes().parties
    return next((row for row in rows if row.code == state), PartyRow(code=state))
