"""Sides that a clause leaves out: from "with …" further on, an earlier contact, the sentence.

Each way is named, so that a claim can say how it got its sides, and measured apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from detente.extract import syntax
from detente.extract.scene import Scene
from detente.model.claims import Mode
from detente.model.mentions import MentionKind, Resolution
from detente.model.parties import UNKNOWN_STATE, Party, Rank

if TYPE_CHECKING:
    from spacy.tokens import Token

Side = tuple[Party, ...]
_MISSIONS = ("embassy", "mission", "consulate", "legation", "diplomat")
_ACTING = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.OFFICE,
        MentionKind.GROUP,
        MentionKind.STATE,
        MentionKind.BODY,
        MentionKind.MOVEMENT,
        MentionKind.ORGANISATION,
    }
)
_IN_WORDS = frozenset({Mode.MEETING, Mode.TALKS, Mode.CALL})
_WITH_REACH = 14  # tokens from the trigger to "with"; longer ones belong to another word
_MEMORY = 8  # sentences back to the contact that "the meeting" refers to
_PLURALS = frozenset(
    "they them both two men women leaders sides parties countries nations governments ministers "
    "presidents delegations negotiators teams officials diplomats each".split()
)


class Told(Protocol):
    """An earlier contact: what referring back needs of it."""

    @property
    def trigger(self) -> Token:
        """Its word."""

    @property
    def mode(self) -> Mode:
        """Its mode."""

    @property
    def a(self) -> Side:
        """The side that acts."""

    @property
    def b(self) -> Side:
        """The other side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed:
    """Two sides and the way they were found ("" where the clause itself names both)."""

    a: Side
    b: Side
    way: str = ""
    is_told: bool = False


def complete_sides(
    scene: Scene, trigger: Token, a: Side, b: Side, mode: Mode, earlier: Iterable[Told]
) -> Completed:
    """Both sides, filled from around the clause where it leaves one out, if anything fits."""
    if are_two_sides(a, b):
        return Completed(a=a, b=b)
    if not b or not are_two_sides(a, b):
        company = _find_company(scene, trigger)
        if company and are_two_sides(a, company):
            return Completed(a=a, b=company, way="with … in the same clause")
    told = _find_told(scene, trigger, mode, (*a, *b), earlier) if _is_topic(trigger) else None
    if told is not None:
        return Completed(a=told.a, b=told.b, way="the contact spoken of before", is_told=True)
    if b and _is_partaken(trigger) and (actor := _find_actor(scene, trigger, b)):
        return Completed(a=actor, b=b, way="subject of the sentence")
    return Completed(a=a, b=b)


def are_two_sides(a: Side, b: Side) -> bool:
    """Whether these can be a contact's sides: different states, or an envoy and his capital."""
    if not a or not b:
        return False
    states_a, states_b = {p.state for p in a}, {p.state for p in b}
    if states_a == {UNKNOWN_STATE} and states_b == {UNKNOWN_STATE}:
        return False
    if not _has_standing(a) or not _has_standing(b):
        return False
    if states_a != states_b:
        return True
    ranks_a, ranks_b = {p.rank for p in a}, {p.rank for p in b}
    is_report_home = any(map(_is_abroad, a)) != any(map(_is_abroad, b))
    is_party_to_state = (Rank.NONSTATE in ranks_a) != (Rank.NONSTATE in ranks_b)
    return UNKNOWN_STATE not in states_a and (is_report_home or is_party_to_state)


def _is_abroad(party: Party) -> bool:
    """An envoy or a mission; a delegation that its minister leads is no other side."""
    if party.rank is Rank.WORKING:
        return any(word in party.text.lower() for word in _MISSIONS)
    return party.rank is Rank.ENVOY


def drop_vague(parties: Side) -> Side:
    """Without unnamed others of no state ("civil society groups") where somebody is known."""
    known = tuple(party for party in parties if party.state != UNKNOWN_STATE)
    return known or parties


def _has_standing(parties: Side) -> bool:
    """Whether anybody on a side stands for a state: not only private persons of no known office."""
    return any(party.state != UNKNOWN_STATE or party.office for party in parties)


def _is_topic(trigger: Token) -> bool:
    """Whether something new is said of the contact: it is a subject or object, or a verb."""
    return trigger.pos_ in ("VERB", "AUX") or trigger.dep_ in ("nsubj", "nsubjpass", "dobj", "ROOT")


def _is_partaken(trigger: Token) -> bool:
    """ "in a meeting with X, he said", "after talks with X": whoever speaks took part."""
    if trigger.dep_ != "pobj":
        return False
    return trigger.head.lower_ in ("in", "at", "during", "after", "following", "before", "for")


def _find_company(scene: Scene, trigger: Token) -> Side:
    """The party after the next "with" of the same clause."""
    doc = scene.doc
    for i in range(trigger.i + 1, min(trigger.i + _WITH_REACH, trigger.sent.end - 1)):
        token = doc[i]
        if token.lower_ == "with":
            return _read_company(scene, i + 1, trigger.sent.end)
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("acl", "relcl", "aux", "auxpass"):
            return ()
    return ()


def _read_company(scene: Scene, start: int, end: int) -> Side:
    """The party of the noun phrase that begins at ``start``: not one named further on."""
    for j in range(start, min(start + 8, end)):
        token = scene.doc[j]
        parties = scene.find_parties(token)
        if parties:
            return parties
        if token.pos_ in ("ADP", "VERB", "AUX", "PUNCT", "SCONJ") or token.tag_ in ("NNS", "NNPS"):
            return ()
    return ()


def _find_told(
    scene: Scene, trigger: Token, mode: Mode, present: Side, earlier: Iterable[Told]
) -> Told | None:
    """The last contact that the word can refer to: a fitting mode, and the sides it names."""
    if not _refers_back(trigger):
        return None
    states = {party.state for party in present if party.state != UNKNOWN_STATE}
    names = {party.name for party in present if party.name}
    sentence = scene.layout.sentence_of[trigger.i]
    for told in reversed(list(earlier)):
        if sentence - scene.layout.sentence_of[told.trigger.i] > _MEMORY:
            return None
        known = {party.state for party in (*told.a, *told.b)}
        named = {party.name for party in (*told.a, *told.b) if party.name}
        fits = told.mode is mode or {told.mode, mode} <= _IN_WORDS
        if fits and states <= known and (not names or not named or names & named):
            return told
    return None


def _refers_back(trigger: Token) -> bool:
    if trigger.pos_ in ("VERB", "AUX"):
        subjects = syntax.find_subjects(trigger)
        return any(token.lower_ in _PLURALS for token in subjects)
    determiners = {child.lower_ for child in trigger.children if child.dep_ == "det"}
    is_owned = any(child.dep_ == "poss" for child in trigger.children)
    is_bare_plural = not determiners and trigger.tag_ in ("NNS", "NNPS")
    is_definite = bool(determiners & {"the", "this", "that", "these", "those", "any"})
    return is_owned or is_bare_plural or is_definite


def _find_actor(scene: Scene, trigger: Token, other: Side) -> Side:
    """Who the sentence is about, of another state than ``other``: its subject, then its owner."""
    for node in syntax.climb(trigger):
        if node.pos_ not in ("VERB", "AUX"):
            continue
        subjects = syntax.find_subjects(node) or syntax.children(node, "nsubj", "nsubjpass")
        for subject in subjects:
            resolution = scene.find_resolution(subject)
            if resolution is None or not _can_act(resolution, other):
                continue
            return resolution.parties[:1]
    return ()


def _can_act(resolution: Resolution, other: Side) -> bool:
    if resolution.mention.kind not in (*_ACTING, MentionKind.PRONOUN) or not resolution.parties:
        return False
    party = resolution.parties[0]
    states = {item.state for item in other}
    return party.state not in states and party.state != UNKNOWN_STATE
