"""Actions: each trigger word of `actions.toml`, with who did it to whom, and its status.

Only acts between different states or organisations count. A contact is never also an action.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.extract import syntax
from detente.extract.clauses import find_evidence
from detente.extract.decisions import Decision
from detente.extract.scene import Scene
from detente.extract.status import judge_status
from detente.lexicon.cues import ActionTrigger, StatusTable
from detente.model.claims import EventType, Reason, Status
from detente.model.evidence import Evidence
from detente.model.parties import UNKNOWN_STATE, Party, Rank

if TYPE_CHECKING:
    from spacy.tokens import Token

_ALLOWED = {
    Status.HELD: Status.HELD,
    Status.ONGOING: Status.ONGOING,
    Status.RESUMED: Status.HELD,
    Status.PLANNED: Status.PLANNED,
    Status.POSSIBLE: Status.POSSIBLE,
    Status.REFUSED: Status.ABSENT,
    Status.CANCELLED: Status.ABSENT,
    Status.ABSENT: Status.ABSENT,
    Status.SUSPENDED: Status.ABSENT,
    Status.DENIED: Status.DENIED,
}
_SPEECH_ACTS = frozenset(
    {
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.THREATEN,
        EventType.SUPPORT,
        EventType.REJECT,
        EventType.AGREE,
    }
)
_ORGANISED = frozenset({Rank.NONSTATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An action before time and attribution."""

    trigger: Token
    rule: ActionTrigger
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    decision: Decision
    evidence: Evidence

    @property
    def type(self) -> EventType:
        """The PLOVER event type."""
        return EventType(self.rule.type)

    @property
    def status(self) -> Status:
        """The status, among those that an action can have."""
        return _ALLOWED[self.decision.status]

    @property
    def reason(self) -> Reason:
        """Trigger, frame and cue, for `--explain`."""
        frame = (
            "actor – verb – recipient" if self.rule.pos == "verb" else "actor's noun – recipient"
        )
        return Reason(
            rule=f"{self.rule.pos} {self.rule.type}",
            trigger=self.trigger.text,
            frame=frame,
            cue=self.decision.cue,
        )


class ActionFinder:
    """Finds actions by the tables it is given."""

    def __init__(self, triggers: tuple[ActionTrigger, ...], statuses: StatusTable) -> None:
        self._statuses = statuses
        self._index: dict[tuple[str, str], list[ActionTrigger]] = {}
        for rule in triggers:
            for word in rule.words:
                self._index.setdefault((rule.pos, word), []).append(rule)

    def find_actions(self, scene: Scene) -> tuple[Deed, ...]:
        """All acts between states that the text claims, in the order of the text.

        "Ankara accused Athens" → ACCUSE. "The court charged two men" → none.
        """
        return tuple(
            deed
            for token in scene.doc
            for rule in self._find_rules(token)
            for deed in self._apply(scene, token, rule)
        )

    def grade_trigger(self, token: Token, kind: EventType) -> int:
        """How far a word may stand for an action: 0 not, 1 of some type, 2 of this one."""
        types = {rule.type for rule in self._find_rules(token)}
        return 2 if kind.value in types else int(bool(types))

    def _find_rules(self, token: Token) -> list[ActionTrigger]:
        pos = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun"}.get(token.pos_)
        if pos is None:
            return []
        for form in _forms(token):
            rules = self._index.get((pos, form))
            if rules:
                return rules
        return []

    def _apply(self, scene: Scene, token: Token, rule: ActionTrigger) -> Iterator[Deed]:
        if scene.find_resolution(token) is not None or not _has_object(token, rule):
            return
        is_verb = rule.pos == "verb"
        who = syntax.find_subjects(token) if is_verb else []
        actors = find_side(scene, who) if is_verb else _find_noun_actors(scene, token)
        recipients = _find_recipients(scene, token, rule, actors)
        if rule.mutual and not recipients and len({p.state for p in actors}) > 1:
            recipients = actors
        if not _are_different(actors, recipients, rule):
            return
        decision = judge_status(token, self._statuses, base=_base_status(token, rule))
        if decision.status not in _ALLOWED:
            return  # "must cooperate" is a request, and found as one
        yield Deed(
            trigger=token,
            rule=rule,
            actors=actors,
            recipients=recipients,
            decision=decision,
            evidence=find_evidence(scene, token, tuple(who), decision.cue_at),
        )


def _forms(token: Token) -> list[str]:
    lemma = token.lemma_.lower()
    forms = [
        f"{lemma} {child.lower_}"
        for child in token.children
        if child.dep_ in ("prt", "prep", "advmod") and child.i > token.i
    ]
    forms += [f"{child.lower_} {lemma}" for child in token.children if child.dep_ == "compound"]
    return [*forms, lemma]


def _base_status(token: Token, rule: ActionTrigger) -> Status:
    if rule.status:
        return Status(rule.status)
    is_lasting = EventType(rule.type) not in _SPEECH_ACTS and any(
        aux.lower_ in ("is", "are", "been", "'s", "’s", "be") and aux.tag_ != "VBN"
        for aux in syntax.children(token, "aux")
    )
    return Status.ONGOING if is_lasting and token.tag_ == "VBG" else Status.HELD


def _has_object(token: Token, rule: ActionTrigger) -> bool:
    if rule.objects:
        objects = syntax.children(token, "dobj", "nsubjpass")
        nouns = [item for obj in objects for item in syntax.find_conjuncts(obj)]
        nouns += [item for noun in nouns for item in syntax.children(noun, "compound")]
        lemmas = {item.lemma_.lower() for item in nouns}
        return bool(lemmas & set(rule.objects))
    if rule.needs_clause:
        return bool(syntax.children(token, "ccomp", "xcomp", "advcl", "dobj"))
    return True


def _find_noun_actors(scene: Scene, noun: Token) -> tuple[Party, ...]:
    owners = syntax.children(noun, "poss")
    owners += [
        child
        for child in noun.children
        if child.dep_ in ("amod", "compound", "nmod") and scene.find_resolution(child) is not None
    ]
    owners += syntax.find_prepositional(noun, "by", "from")
    found = find_side(scene, [item for owner in owners for item in syntax.find_conjuncts(owner)])
    return found or find_side(scene, syntax.find_holders_of_noun(noun))


def _find_recipients(
    scene: Scene, token: Token, rule: ActionTrigger, actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    own = {party.state for party in actors}
    options: list[list[Token]] = []
    passive = syntax.children(token, "nsubjpass")
    direct = passive or syntax.children(token, "dobj", "dative")
    if rule.pos == "verb":
        options.append([item for obj in direct for item in syntax.find_conjuncts(obj)])
    linked = syntax.find_prepositional(token, *rule.links) if rule.links else []
    for obj in direct:
        linked += syntax.find_prepositional(obj, *rule.links) if rule.links else []
    if rule.pos == "noun" and token.head.pos_ == "VERB" and token.dep_ in ("dobj", "nsubjpass"):
        linked += syntax.find_prepositional(token.head, *rule.links) if rule.links else []
        linked += syntax.children(token.head, "dative")
    options.append([item for obj in linked for item in syntax.find_conjuncts(obj)])
    if rule.clause or rule.objects_or_clause:
        for clause in syntax.children(token, "ccomp", "xcomp", "advcl"):
            options.append(syntax.children(clause, "nsubj", "nsubjpass"))
    for tokens in options:
        found = tuple(p for p in find_side(scene, tokens) if p.state not in own)
        if found:
            return found
    return _find_inner(scene, direct, own) if rule.inner else ()


def _find_inner(scene: Scene, objects: list[Token], own: set[str]) -> tuple[Party, ...]:
    """A party named inside the object: "condemned the Russian attack" is towards Russia."""
    for obj in objects:
        for token in obj.subtree:
            if (
                token.dep_ in ("poss", "amod", "compound", "nmod", "pobj", "dobj")
                and token.i != obj.i
            ):
                found = tuple(p for p in scene.find_parties(token) if p.state not in own)
                if found:
                    return found
    return ()


def _are_different(
    actors: tuple[Party, ...], recipients: tuple[Party, ...], rule: ActionTrigger
) -> bool:
    if not actors or not recipients:
        return False
    states = tuple(
        {party.state for party in side if party.state != UNKNOWN_STATE}
        for side in (actors, recipients)
    )
    if not states[0] or not states[1]:
        return False
    if states[0] != states[1]:
        return True
    return rule.mutual and len(states[0]) > 1


def find_side(scene: Scene, tokens: list[Token]) -> tuple[Party, ...]:
    """The parties that argument words name, each once."""
    found: dict[tuple[str, str], Party] = {}
    for token in tokens:
        for party in scene.find_parties(token):
            found.setdefault((party.state, party.name or party.text.lower()), party)
    return tuple(found.values())
