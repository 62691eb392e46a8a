"""The parties on the two sides of a contact, from the tokens that its frame gives.

Apart from `sides`, which finds the tokens, since what a frame needs of its parties (a person, an
envoy, a traveller, a level) depends on who they are and no longer on the syntax.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.extract import syntax
from detente.extract.completion import are_two_sides, drop_vague
from detente.extract.scene import Scene
from detente.extract.sides import Sides
from detente.lexicon.cues import ContactTrigger
from detente.model.mentions import Gender, MentionKind
from detente.model.parties import UNKNOWN_STATE, Party, Rank

if TYPE_CHECKING:
    from spacy.tokens import Token

_ABROAD = frozenset({Rank.ENVOY, Rank.WORKING})
_PERSONAL = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.GROUP})
_NOT_TRAVELLERS = frozenset({MentionKind.STATE, MentionKind.ORGANISATION, MentionKind.PLACE})
_OWN = frozenset({"amod", "compound", "nmod", "advmod"})
_LEVELS = (
    (Rank.WORKING, frozenset({"lower", "low", "working", "technical", "lower-level"})),
    (Rank.MINISTER, frozenset({"ministerial", "minister-level"})),
    (Rank.LEADER, frozenset({"summit", "summits"})),
)


def find_side_parties(
    scene: Scene, sides: Sides, rule: ContactTrigger
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The parties of both sides, split where one phrase names both: "the two ministers met"."""
    a = _parties(scene, sides.a)
    b = _parties(scene, sides.b)
    if rule.frame == "posting":
        b = _posting_parties(scene, sides.b, a) or b
    if rule.frame == "sending" and not a:
        a = _parties(scene, sides.both)
    if rule.frame in ("journey", "sending") and a:
        travellers = [t for t in sides.a if _can_travel(scene, t)]
        a = _parties(scene, travellers) if rule.pos == "verb" else a
    b = tuple(party for party in b if party not in a)
    is_mutual = rule.frame in ("mutual", "standing")
    if not b and len(a) > 1 and is_mutual and are_two_sides(a[:1], a[1:]):
        return a[:1], a[1:]
    if not a and sides.both and len({party.state for party in b}) > 1 and is_mutual:
        return b[:1], b[1:]
    return drop_vague(a), drop_vague(b)


def meets_needs(scene: Scene, sides: Sides, b: tuple[Party, ...], rule: ContactTrigger) -> bool:
    """Whether the other side is what the rule asks for: a person, a state, an envoy."""
    people = sides.a if rule.frame == "sending" else sides.b
    kinds = {_kind(scene, token) for token in people}
    if rule.needs == "person":
        return bool(kinds & _PERSONAL)
    if rule.needs == "titled":
        return any(party.office or party.rank is Rank.LEADER for party in b) and bool(
            kinds & _PERSONAL
        )
    if rule.needs == "state":
        return kinds <= {MentionKind.STATE, MentionKind.ORGANISATION} and bool(b)
    if rule.needs == "envoy":
        return any(party.rank in _ABROAD for party in b)
    return bool(b) or rule.needs == "name"


def is_tangible(scene: Scene, sides: Sides, a: tuple[Party, ...], b: tuple[Party, ...]) -> bool:
    """Whether an unknown side is at least a group of office-holders, named by the clause itself."""
    for side in (a, b):
        if any(party.state != UNKNOWN_STATE for party in side):
            continue
        kinds = {_kind(scene, token) for token in (*sides.a, *sides.b)}
        if MentionKind.GROUP not in kinds or not all(party.office for party in side):
            return False
    return True


def rank_by_level(trigger: Token, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """States take the level that the word names: "lower-level contacts", "a summit".

    Persons and bodies named by themselves keep their rank.
    """
    before = [child for child in trigger.children if child.dep_ in _OWN and child.i < trigger.i]
    own = [trigger, *(token for child in before for token in child.subtree)]
    words = {word for token in own for word in (token.lower_, token.lemma_.lower())}
    level = next((rank for rank, marks in _LEVELS if marks & words), None)
    if level is None:
        return parties
    return tuple(
        replace(party, rank=level) if party.rank is Rank.GOVERNMENT else party for party in parties
    )


def _posting_parties(
    scene: Scene, tokens: tuple[Token, ...], a: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Where a recalled ambassador served; whose diplomats were expelled."""
    own = {party.state for party in a}
    for token in tokens:
        mention = scene.find_mention(token)
        if mention is None:
            continue
        if mention.host and mention.host not in own:
            return (
                Party(
                    text=mention.text,
                    state=mention.host,
                    rank=Rank.GOVERNMENT,
                    start=mention.start,
                    end=mention.end,
                    reason="host of the envoy",
                ),
            )
        for place in syntax.find_prepositional(token.head, "to", "from", "in"):
            found = tuple(p for p in scene.find_parties(place) if p.state not in own)
            if found:
                return found
    return ()


def _parties(scene: Scene, tokens: tuple[Token, ...] | list[Token]) -> tuple[Party, ...]:
    found: dict[tuple[str, str], Party] = {}
    for token in tokens:
        for party in scene.find_parties(token):
            is_state = party.rank is Rank.GOVERNMENT and party.state != UNKNOWN_STATE
            label = "" if is_state else party.name or party.text.lower()
            found.setdefault((party.state, label), party)
    return tuple(found.values())


def _can_travel(scene: Scene, token: Token) -> bool:
    """Whether somebody's journey is a visit: not a state's, nor an ambassador's to his post."""
    mention = scene.find_mention(token)
    if mention is None or mention.gender is Gender.NEUTER:
        return False
    if any(party.rank is Rank.ENVOY for party in scene.find_parties(token)):
        return False
    return mention.kind not in _NOT_TRAVELLERS


def _kind(scene: Scene, token: Token) -> MentionKind | None:
    mention = scene.find_mention(token)
    return mention.kind if mention is not None else None
