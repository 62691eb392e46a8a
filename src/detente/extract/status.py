"""What became of a contact or action: its status, read off the structure around its word.

From the word upwards each governing word may turn the status: "met" is held, "refused to meet"
refused, "denied that he refused to meet" denied. Negation, tense, modals and conditions count at
each step. Not-held always wins over held, since that error is the worst there is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract import syntax
from detente.extract.decisions import UNREAL, Decision
from detente.extract.governors import (
    ACCEPTED,
    TRANSPARENT,
    find_governor,
    is_opaque,
    pass_on_doubt,
    turn,
)
from detente.extract.verb_forms import find_condition, judge_verb
from detente.lexicon.cues import StatusTable
from detente.model.claims import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_AHEAD = frozenset({"before", "ahead", "until", "prior"})
_SETTING_OUT = frozenset({"arrive", "land", "leave", "depart", "head", "set"})
_MAX_STEPS = 9


def judge_status(trigger: Token, table: StatusTable, *, base: Status) -> Decision:
    """The status of what ``trigger`` says; ``base`` where nothing around it says otherwise.

    "Lavrov will meet Wang" → planned. "No talks were held" → absent. "Lavrov met Wang" → held.
    """
    decision = _judge_own(trigger, table, base)
    node, steps = trigger, 0
    path = [trigger.i]
    while node.head.i != node.i and steps < _MAX_STEPS:
        parent = find_governor(node)
        if parent is None:
            break
        path.append(parent.i)
        if is_opaque(parent, node, table):
            decision = pass_on_doubt(decision, parent, node)
            break
        decision = turn(decision, parent, node, table)
        node, steps = parent, steps + 1
    decision = _place_in_time(decision, trigger, path)
    decision = _doubt_infinitive(decision, trigger)
    verbs = [trigger.doc[i] for i in path if trigger.doc[i].pos_ in ("VERB", "AUX")]
    condition = next((found for verb in verbs if (found := find_condition(verb))), None)
    if condition and decision.status in (Status.HELD, Status.ONGOING, Status.PLANNED):
        decision = Decision(status=Status.POSSIBLE, cue=condition)
    return Decision(
        status=decision.status,
        cue=decision.cue,
        cue_at=decision.cue_at,
        path=tuple(path),
        is_future=decision.is_future,
    )


def _judge_own(trigger: Token, table: StatusTable, base: Status) -> Decision:
    """What the word's own modifiers, negation and tense say."""
    if trigger.pos_ in ("VERB", "AUX"):
        return judge_verb(trigger, base)
    negation = syntax.is_negated(trigger)
    if negation:
        return Decision(status=Status.ABSENT, cue=negation)
    for child in trigger.children:
        if child.dep_ in ("amod", "compound", "acl", "det", "nmod"):
            cue = table.find_cue(child, ("adjectives", "verbs"))
            if cue is None or cue.effect in (TRANSPARENT, ACCEPTED):
                continue
            if child.pos_ in ("ADJ", "VERB"):
                if child.dep_ == "acl" and (child.tag_ != "VBN" or _is_subject(trigger)):
                    continue
                return Decision(status=Status(cue.effect), cue=child.text, cue_at=child.i)
    return Decision(status=base)


def _is_subject(trigger: Token) -> bool:
    """Whether a finite verb says more of the noun than its participle does."""
    return trigger.dep_ == "nsubj" and trigger.head.tag_ in ("VBD", "VBZ", "VBP")


def _place_in_time(decision: Decision, trigger: Token, path: list[int]) -> Decision:
    """ "Ahead of the talks" puts them in the future; "during the talks" in that of its verb."""
    if decision.status is not Status.HELD:
        return decision
    if trigger.pos_ in ("VERB", "AUX"):
        return _place_participle(decision, trigger)
    top = trigger.doc[path[-1]]
    while top.dep_ in ("pobj", "prep", "pcomp", "advmod") and top.head.i != top.i:
        is_goal = top.lower_ == "for" and top.head.lemma_ in _SETTING_OUT
        if top.lower_ in _AHEAD or is_goal:
            return Decision(status=Status.PLANNED, cue=top.text, path=decision.path, cue_at=top.i)
        top = top.head
        if top.pos_ in ("VERB", "AUX"):
            own = judge_verb(top, Status.HELD)
            is_future = own.is_future or own.status is Status.PLANNED
            return own if is_future else decision
    return decision


def _place_participle(decision: Decision, trigger: Token) -> Decision:
    """ "will lead a delegation visiting Oslo": the participle shares the future of its clause."""
    if trigger.dep_ != "acl" or trigger.tag_ != "VBG":
        return decision
    for node in syntax.climb(trigger):
        if node.pos_ in ("VERB", "AUX"):
            own = judge_verb(node, Status.HELD)
            return own if own.status in UNREAL else decision
    return decision


def _doubt_infinitive(decision: Decision, trigger: Token) -> Decision:
    """An infinitive tells of a fact only as the purpose of one: "flew to Rome to meet the pope"."""
    is_infinitive = any(aux.lower_ == "to" for aux in syntax.children(trigger, "aux"))
    if decision.status is not Status.HELD or not is_infinitive:
        return decision
    is_able = trigger.head.lemma_ == "able"
    if trigger.dep_ in ("xcomp", "advcl", "conj") and (
        is_able or trigger.head.pos_ in ("VERB", "AUX")
    ):
        return decision
    return Decision(status=Status.PROPOSED, cue="to", path=decision.path, cue_at=trigger.i)
