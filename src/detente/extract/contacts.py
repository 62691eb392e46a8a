"""Contacts: each trigger word of `contacts.toml` in its frame, with sides, status and evidence.

A contact needs two sides of different states, or an envoy and his own capital. A side that the
clause leaves out is taken from the sentence's subject or from the last contact it refers to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.extract import syntax
from detente.extract.attribution import find_speaking
from detente.extract.clauses import find_evidence
from detente.extract.completion import Completed, are_two_sides, complete_sides
from detente.extract.counterparts import (
    find_side_parties,
    is_tangible,
    meets_needs,
    rank_by_level,
)
from detente.extract.decisions import Decision
from detente.extract.scene import Scene
from detente.extract.senses import find_forms, fits_rule, is_asked, is_play
from detente.extract.sides import find_noun_sides, find_verb_sides
from detente.extract.status import judge_status
from detente.lexicon.cues import ContactTrigger, StatusTable
from detente.model.claims import Mode, Reason, Status
from detente.model.evidence import Evidence
from detente.model.parties import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

_URGING = frozenset({"urge", "ask", "press", "call", "push", "want", "appeal", "encourage", "tell"})
_STANDING = frozenset({Mode.CHANNEL, Mode.TIES})
_BY_WIRE = re.compile(
    r"\b(?:by|over the|via|on the) (?:tele)?phone\b|\b(?:tele)?phone (?:call|conversation)|"
    r"\bvideo (?:call|link|conference)|\bvirtual(?:ly)?\b|\bvideoconference",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """A contact before time, place and attribution: its trigger token, sides and status."""

    trigger: Token
    rule: ContactTrigger
    mode: Mode
    a: tuple[Party, ...]
    b: tuple[Party, ...]
    decision: Decision
    evidence: Evidence
    frame: str
    is_completed: bool = False
    """Whether a side stands outside the clause and was taken from around it."""

    @property
    def reason(self) -> Reason:
        """Trigger, frame and cue, for `--explain`."""
        return Reason(
            rule=f"{self.rule.pos} {self.rule.frame}",
            trigger=self.trigger.text,
            frame=self.frame,
            cue=self.decision.cue,
        )


class ContactFinder:
    """Finds contacts by the tables it is given."""

    def __init__(self, triggers: tuple[ContactTrigger, ...], statuses: StatusTable) -> None:
        self._statuses = statuses
        self._index: dict[tuple[str, str], list[ContactTrigger]] = {}
        for rule in triggers:
            for word in rule.words:
                self._index.setdefault((rule.pos, word), []).append(rule)

    def find_contacts(self, scene: Scene) -> tuple[Find, ...]:
        """All contacts that the text claims, in the order of the text.

        "Blinken hasn't spoken with Lavrov" → absent. "Blinken spoke to reporters" → none.
        """
        found: list[Find] = []
        for token in scene.doc:
            for rule in self._find_rules(token):
                found.extend(self._apply(scene, token, rule, found))
        return tuple(found)

    def grade_trigger(self, token: Token, mode: Mode) -> int:
        """How far a word may stand for a contact: 0 not, 1 in some mode, 2 in this one."""
        modes = {rule.mode for rule in self._find_rules(token)}
        return 2 if mode.value in modes else int(bool(modes))

    def decide(self, token: Token) -> Decision:
        """The status of a contact that rests on this word, as its sentence's structure has it."""
        rule = next(self._find_rules(token), None)
        base = _base_status(rule) if rule is not None else Status.HELD
        return judge_status(token, self._statuses, base=base)

    def _find_rules(self, token: Token) -> Iterator[ContactTrigger]:
        pos = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun"}.get(token.pos_)
        if pos is None:
            return
        for form in find_forms(token):
            rules = self._index.get((pos, form))
            if rules:
                yield from rules
                return

    def _is_urged(self, scene: Scene, decision: Decision, parties: tuple[Party, ...]) -> bool:
        """A third party that urges two others to meet makes no contact."""
        if decision.cue_at is None or decision.status is not Status.PROPOSED:
            return False
        verb = scene.doc[decision.cue_at]
        if verb.pos_ != "VERB" or verb.lemma_ not in _URGING:
            return False
        states = {party.state for party in parties}
        subjects = [p for token in syntax.find_subjects(verb) for p in scene.find_parties(token)]
        return bool(subjects) and not {party.state for party in subjects} & states

    def _is_holding(self, verb: Token) -> bool:
        return self._statuses.find_cue(verb, ("verbs",)) is not None or verb.pos_ == "AUX"

    def _is_setting(self, noun: Token) -> bool:
        """ "met on the sidelines of the summit": the summit is only where it happened."""
        if noun.dep_ != "pobj":
            return False
        node = noun.head.head
        if node.lower_ in ("sidelines", "sideline", "margins"):
            return True
        return noun.head.lower_ == "at" and any(True for _ in self._find_rules(node))

    def _apply(
        self, scene: Scene, token: Token, rule: ContactTrigger, earlier: list[Find]
    ) -> Iterator[Find]:
        if not fits_rule(scene, token, rule, self._statuses):
            return
        if rule.pos == "noun" and self._is_setting(token):
            return
        sides = (
            find_verb_sides(token, rule)
            if rule.pos == "verb"
            else find_noun_sides(
                token,
                rule,
                is_holding=self._is_holding,
                is_party=lambda item: bool(scene.find_parties(item)),
            )
        )
        a, b = find_side_parties(scene, sides, rule)
        if rule.needs not in ("", "link") and not meets_needs(scene, sides, b, rule):
            return
        if rule.frame == "mutual" or rule.pos == "noun":
            sides_found = complete_sides(scene, token, a, b, Mode(rule.mode), earlier)
        else:
            sides_found = Completed(a=a, b=b)
        a, b = rank_by_level(token, sides_found.a), rank_by_level(token, sides_found.b)
        if not a and rule.frame == "sent":
            a = find_speaking(scene, token)
        if not are_two_sides(a, b) or not is_tangible(scene, sides, a, b):
            return
        base = _base_status(rule)
        decision = judge_status(token, self._statuses, base=base)
        if is_asked(token) or is_play(token) or self._is_urged(scene, decision, (*a, *b)):
            return
        if sides_found.is_told and decision.cue is None:
            return  # "the talks" spoken of again, with nothing new said of them
        yield Find(
            trigger=token,
            rule=rule,
            mode=Mode(rule.mode),
            a=a,
            b=b,
            decision=decision,
            evidence=find_evidence(scene, token, (*sides.a, *sides.b), decision.cue_at),
            frame=sides_found.way or sides.frame,
            is_completed=bool(sides_found.way),
        )


def refine_mode(mode: Mode, words: str, where: str | None) -> Mode:
    """ "Talks" that the words show to be a call or a meeting: by telephone, or in a place.

    "They spoke by phone" → call. "Talks in Geneva" → meeting. "They spoke" → talks.
    """
    if mode in (Mode.TALKS, Mode.MEETING) and _BY_WIRE.search(words):
        return Mode.CALL
    if mode is Mode.TALKS and where is not None:
        return Mode.MEETING
    return mode


def _base_status(rule: ContactTrigger) -> Status:
    if rule.status:
        return Status(rule.status)
    return Status.ONGOING if Mode(rule.mode) in _STANDING else Status.HELD
