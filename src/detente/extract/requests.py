"""Requests made by saying what another must do: "he said that the US has to decide".

Apart from `actions`, since no single word carries the act: a verb of saying and a word of duty do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract import syntax
from detente.extract.actions import Deed, find_side
from detente.extract.clauses import find_evidence
from detente.extract.decisions import Decision
from detente.extract.scene import Scene
from detente.lexicon.cues import ActionTrigger
from detente.model.claims import EventType, Status
from detente.model.mentions import MentionKind
from detente.model.parties import UNKNOWN_STATE

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAYING = frozenset(
    "say add stress insist argue warn declare tell state emphasise emphasize underscore reiterate "
    "note believe maintain tweet write".split()
)
_DUTY = frozenset({"must", "should", "need", "ought"})
_RULE = ActionTrigger(
    type=EventType.REQUEST.value,
    words=("must", "should", "have to", "need to"),
    pos="verb",
    clause=True,
    example="Ankara said that Athens must withdraw.",
    counter="He said that it must have rained.",
)


def find_requests(scene: Scene) -> tuple[Deed, ...]:
    """What speakers of one state say that another state must do.

    "Ankara said that Athens must withdraw" → REQUEST. "He said it must have rained" → none.
    """
    found: list[Deed] = []
    for token in scene.doc:
        if token.lemma_.lower() not in _SAYING or token.pos_ != "VERB":
            continue
        for clause in syntax.children(token, "ccomp"):
            deed = _read(scene, token, clause)
            if deed is not None:
                found.append(deed)
    return tuple(found)


def _read(scene: Scene, saying: Token, clause: Token) -> Deed | None:
    duty = _find_duty(clause)
    if duty is None:
        return None
    actors = find_side(scene, syntax.find_subjects(saying))
    own = {party.state for party in actors}
    subjects = [
        token
        for token in syntax.find_subjects(clause)
        if (mention := scene.find_mention(token)) is None or mention.kind is not MentionKind.PRONOUN
    ]
    recipients = tuple(
        party
        for party in find_side(scene, subjects)
        if party.state not in own and party.state != UNKNOWN_STATE
    )
    if not recipients or not own - {UNKNOWN_STATE}:
        return None
    return Deed(
        trigger=saying,
        rule=_RULE,
        actors=actors,
        recipients=recipients,
        decision=Decision(status=Status.HELD, cue=duty),
        evidence=find_evidence(scene, saying, (clause,)),
    )


def _find_duty(clause: Token) -> str | None:
    if syntax.is_negated(clause):
        return None
    auxiliaries = syntax.children(clause, "aux")
    if any(aux.lower_ == "have" and aux.i > 0 for aux in auxiliaries if aux.tag_ == "VB"):
        return None  # "must have rained" is a guess, not a duty
    for aux in auxiliaries:
        if aux.lower_ in _DUTY:
            return str(aux.text)
    has_infinitive = any(
        any(a.lower_ == "to" for a in syntax.children(child, "aux"))
        for child in syntax.children(clause, "xcomp")
    )
    if has_infinitive and clause.lemma_ in ("have", "need"):
        return f"{clause.text} to"
    return None
