"""Contacts: each trigger word of `contacts.toml` in its frame, with sides, status and evidence.

A contact needs two sides of different states, or an envoy and his own capital. A side that the
clause leaves out is taken from the sentence's subject or from the last contact it refers to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.extract import syntax
from detente.extract.attribution import find_speaking
from detente.extract.clauses import find_evidence
from detente.extract.completion import Completed, are_two_sides, complete_sides, drop_vague
from detente.extract.scene import Scene
from detente.extract.sides import Sides, find_noun_sides, find_verb_sides
from detente.extract.status import Decision, judge_status
from detente.lexicon.cues import ContactTrigger, StatusTable
from detente.model.claims import Mode, Reason, Status
from detente.model.evidence import Evidence
from detente.model.mentions import Gender, MentionKind
from detente.model.parties import UNKNOWN_STATE, Party, Rank

if TYPE_CHECKING:
    from spacy.tokens import Token

_ABROAD = frozenset({Rank.ENVOY, Rank.WORKING})
_PERSONAL = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.GROUP})
_NOT_TRAVELLERS = frozenset({MentionKind.STATE, MentionKind.ORGANISATION, MentionKind.PLACE})
# Press conferences and party conferences are no contacts between states
_PUBLIC = frozenset({"press", "news", "media", "campaign", "town", "party", "cabinet", "business"})
_PLAY = frozenset(
    "final semi-final quarter-final quarterfinal semifinal friendly coach goal penalty cup league "
    "championship tournament referee striker goalkeeper midfielder cricket football rugby hockey "
    "stadium innings wicket medal playoff squad".split()
)
_URGING = frozenset({"urge", "ask", "press", "call", "push", "want", "appeal", "encourage", "tell"})
_LEVELS = (
    (Rank.WORKING, frozenset({"lower", "low", "working", "technical", "lower-level"})),
    (Rank.MINISTER, frozenset({"ministerial", "minister-level"})),
    (Rank.LEADER, frozenset({"summit", "summits"})),
)
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

    def _find_rules(self, token: Token) -> Iterator[ContactTrigger]:
        pos = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun"}.get(token.pos_)
        if pos is None:
            return
        for form in _forms(token):
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
        if not _fits(scene, token, rule, self._statuses):
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
        a, b = _find_parties(scene, sides, rule)
        if rule.needs not in ("", "link") and not _meets_needs(scene, sides, b, rule):
            return
        if rule.frame == "mutual" or rule.pos == "noun":
            sides_found = complete_sides(scene, token, a, b, Mode(rule.mode), earlier)
        else:
            sides_found = Completed(a=a, b=b)
        a, b = rank_by_level(token, sides_found.a), rank_by_level(token, sides_found.b)
        if not a and rule.frame == "sent":
            a = find_speaking(scene, token)
        if not are_two_sides(a, b) or not _is_tangible(scene, sides, a, b):
            return
        base = _base_status(rule)
        decision = judge_status(token, self._statuses, base=base)
        if _is_asked(token) or _is_play(token) or self._is_urged(scene, decision, (*a, *b)):
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


def _is_play(trigger: Token) -> bool:
    """Teams meet, too: a sentence that speaks of sport tells of no diplomacy."""
    return any(token.lemma_.lower() in _PLAY for token in trigger.sent)


def _is_asked(trigger: Token) -> bool:
    """A question, or what "whether" leaves open, claims nothing."""
    if trigger.sent.text.rstrip().rstrip("”\"’'").endswith("?"):
        return True
    for node in (trigger, *syntax.climb(trigger)):
        marks = {child.lower_ for child in syntax.children(node, "mark", "advmod")}
        is_infinitive = any(aux.lower_ == "to" for aux in syntax.children(node, "aux"))
        if "whether" in marks and not is_infinitive:
            return True
        if node.dep_ in ("ROOT", "relcl"):
            break
    return False


def rank_by_level(trigger: Token, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """States take the level that the word names: "lower-level contacts", "a summit".

    Persons and bodies named by themselves keep their rank.
    """
    words = {token.lower_ for token in trigger.subtree if token.i <= trigger.i}
    words |= {trigger.lemma_.lower()}
    level = next((rank for rank, marks in _LEVELS if marks & words), None)
    if level is None:
        return parties
    return tuple(
        replace(party, rank=level) if party.rank is Rank.GOVERNMENT else party for party in parties
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


def _forms(token: Token) -> list[str]:
    lemma = token.lemma_.lower()
    forms = []
    for child in token.children:
        if child.dep_ in ("prt", "compound", "amod", "advmod"):
            forms.append(
                f"{child.lower_} {lemma}"
                if child.dep_ in ("compound", "amod")
                else f"{lemma} {child.lower_}"
            )
    return [*forms, lemma]


def _is_tangible(scene: Scene, sides: Sides, a: tuple[Party, ...], b: tuple[Party, ...]) -> bool:
    """Whether an unknown side is at least a group of office-holders, named by the clause itself."""
    for side in (a, b):
        if any(party.state != UNKNOWN_STATE for party in side):
            continue
        kinds = {_kind(scene, token) for token in (*sides.a, *sides.b)}
        if MentionKind.GROUP not in kinds or not all(party.office for party in side):
            return False
    return True


def _base_status(rule: ContactTrigger) -> Status:
    if rule.status:
        return Status(rule.status)
    return Status.ONGOING if Mode(rule.mode) in _STANDING else Status.HELD


def _fits(scene: Scene, token: Token, rule: ContactTrigger, statuses: StatusTable) -> bool:
    """Whether the word is used in the sense of its rule."""
    if scene.find_resolution(token) is not None:
        return False
    modifiers = {child.lower_ for child in token.children if child.dep_ in ("amod", "compound")}
    if modifiers & _PUBLIC or (rule.needs == "name" and token.pos_ != "PROPN"):
        return False
    if rule.context:
        if modifiers & set(rule.context):
            return True
        cue = (
            statuses.find_cue(token.head, ("verbs",))
            if token.dep_
            in (
                "dobj",
                "nsubjpass",
            )
            else None
        )
        return cue is not None and cue.effect in ("suspended", "resumed") and not modifiers
    if rule.objects:
        return any(
            target.lemma_.lower() in rule.objects
            for target in (*token.children,)
            if target.dep_ in ("dobj", "nsubjpass", "oprd")
        )
    return True


def _find_parties(
    scene: Scene, sides: Sides, rule: ContactTrigger
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
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


def _meets_needs(scene: Scene, sides: Sides, b: tuple[Party, ...], rule: ContactTrigger) -> bool:
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
