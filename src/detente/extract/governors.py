"""How a governing word turns the status of what hangs on it: "refused to meet", "denied that …".

One step up the tree at a time: which word governs, whether it says anything, and what it makes of
the status that the words below it left. `status` takes the steps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract import syntax
from detente.extract.decisions import UNREAL, Decision, combine
from detente.extract.verb_forms import judge_verb
from detente.lexicon.cues import StatusCue, StatusTable
from detente.model.claims import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

TRANSPARENT = "transparent"
ACCEPTED = "accepted"
_EMBEDDING = frozenset(
    {"xcomp", "ccomp", "pcomp", "dobj", "nsubjpass", "attr", "acomp", "oprd", "csubj", "conj"}
)
_TEMPORAL = frozenset({"during", "after", "before", "since", "following", "amid", "until", "upon"})


def find_governor(node: Token) -> Token | None:
    """The word above that can turn the status of ``node``, or None at the top of its reach."""
    head = node.head
    if node.dep_ == "pcomp":
        return head.head if head.head.i != head.i else None
    if node.dep_ in _EMBEDDING:
        return head
    if node.dep_ == "nsubj" and node.pos_ == "NOUN" and head.pos_ in ("VERB", "AUX"):
        return _mend_subject(node, head)
    if node.dep_ == "pobj":
        return _find_above_preposition(head)
    if node.dep_ in ("acl", "relcl", "poss"):
        is_infinitive = any(aux.lower_ == "to" for aux in syntax.children(node, "aux"))
        return head if is_infinitive and node.dep_ in ("acl", "relcl") else None
    if node.dep_ == "advcl":
        is_purpose = any(aux.lower_ == "to" for aux in syntax.children(node, "aux"))
        return head if is_purpose or node.tag_ == "VBG" else None
    if node.dep_ in ("compound", "nmod") and node.pos_ in ("NOUN", "PROPN"):
        return head
    return None


def is_opaque(parent: Token, child: Token, table: StatusTable) -> bool:
    """Whether a governing word says nothing of whether the contact took place.

    "criticised the talks" presupposes talks; its negation or tense is not theirs.
    """
    if child.dep_ == "conj" or _is_intended(child, parent):
        return False
    if parent.pos_ in ("VERB", "AUX"):
        return table.find_cue(parent, ("verbs",)) is None
    return parent.pos_ in ("NOUN", "PROPN") and table.find_cue(parent, ("nouns",)) is None


def pass_on_doubt(decision: Decision, parent: Token, child: Token) -> Decision:
    """ "may respond by imposing …": what hangs on an unreal act is unreal, a noun apart."""
    if child.pos_ not in ("VERB", "AUX") or parent.pos_ not in ("VERB", "AUX"):
        return decision
    own = judge_verb(parent, Status.HELD)
    return combine(own, decision) if own.status in UNREAL else decision


def turn(decision: Decision, parent: Token, child: Token, table: StatusTable) -> Decision:
    """The decision as the governing word turns it."""
    if child.dep_ == "conj" and parent.pos_ in ("VERB", "AUX"):
        return _share_auxiliaries(decision, parent)
    columns = ("verbs",) if parent.pos_ in ("VERB", "AUX") else ("nouns", "adjectives")
    cue = table.find_cue(parent, columns)
    own = _judge_own_governor(parent)
    if cue is None and own is None and _is_intended(child, parent):
        own = Decision(status=Status.PLANNED, cue=parent.text, cue_at=parent.i)
    predicate = _find_predicate(parent, child, table)
    if predicate is not None:
        return combine(predicate, decision)
    is_awaited = parent.lemma_ in ("have", "be") and child.dep_ in ("xcomp", "ccomp")
    if is_awaited and any(c.lower_ == "yet" for c in parent.children):
        return Decision(status=Status.ABSENT, cue="yet to", cue_at=parent.i)
    if cue is not None and cue.effect == ACCEPTED:
        return _accept(cue, parent, own, decision)
    if cue is None or cue.effect == TRANSPARENT:
        return combine(own, decision) if own is not None else decision
    effect = _effect_of(cue, parent, own)
    return combine(effect, decision) if effect is not None else decision


def _find_above_preposition(preposition: Token) -> Token | None:
    """What governs a prepositional phrase, unless it only says when: "during a visit"."""
    if preposition.lower_ in _TEMPORAL or preposition.head.i == preposition.i:
        return None
    head = preposition.head
    if head.dep_ in ("prep", "advmod", "amod") and head.lower_ in ("ahead", "following", "prior"):
        return None
    while head.dep_ in ("prep", "prt", "advmod") and head.pos_ in ("ADP", "ADV", "SCONJ"):
        head = head.head  # "pulled out of a meeting"
    return head


def _mend_subject(noun: Token, verb: Token) -> Token:
    """The passive verb after "his letters to meet with X have been rejected".

    The parser takes the noun as subject of the infinitive that follows it; its own verb is then a
    later one of the same clause that lacks a subject.
    """
    infinitive = [aux for aux in syntax.children(verb, "aux") if aux.lower_ == "to"]
    if not infinitive or infinitive[0].i != noun.i + 1:
        return verb
    for sibling in verb.head.children:
        lacks_subject = not syntax.children(sibling, "nsubj", "nsubjpass")
        if sibling.i > verb.i and syntax.children(sibling, "auxpass") and lacks_subject:
            return sibling
    return verb


def _find_predicate(parent: Token, child: Token, table: StatusTable) -> Decision | None:
    """What is said of a subject: "the reports are false", "a visit is conceivable"."""
    if parent.lemma_ != "be" or child.dep_ not in ("nsubj", "csubj", "ccomp"):
        return None
    negation = syntax.is_negated(parent)
    for said in syntax.children(parent, "acomp", "attr", "oprd", "prep"):
        cue = table.find_cue(said, ("adjectives", "nouns"))
        if cue is None or said.i == child.i:
            continue
        effect = cue.negated if negation else cue.effect
        if effect not in (TRANSPARENT, ACCEPTED):
            return Decision(status=Status(effect), cue=said.text, cue_at=said.i)
    return None


def _accept(cue: StatusCue, parent: Token, own: Decision | None, inner: Decision) -> Decision:
    """An accepted invitation is a plan; one not accepted is refused."""
    if own is not None and own.status in (Status.ABSENT, Status.REFUSED):
        return Decision(status=Status(cue.negated), cue=own.cue, cue_at=own.cue_at)
    if own is not None and own.status is Status.POSSIBLE:
        return own
    if inner.status in (Status.HELD, Status.ONGOING, Status.PROPOSED, Status.PLANNED):
        return Decision(status=Status.PLANNED, cue=parent.text, cue_at=parent.i)
    return combine(Decision(status=Status.PLANNED, cue=parent.text, cue_at=parent.i), inner)


def _is_intended(child: Token, parent: Token) -> bool:
    """An infinitive under a verb that no table knows tells of an intention, not of a fact."""
    is_infinitive = any(aux.lower_ == "to" for aux in syntax.children(child, "aux"))
    return is_infinitive and parent.pos_ == "VERB" and child.dep_ in ("xcomp", "advcl", "ccomp")


def _share_auxiliaries(decision: Decision, parent: Token) -> Decision:
    """ "will travel to Doha and meet": the second verb shares the auxiliary of the first."""
    if decision.status is not Status.HELD:
        return decision
    own = _judge_own_governor(parent)
    return own if own is not None and own.status in UNREAL else decision


def _judge_own_governor(parent: Token) -> Decision | None:
    if parent.pos_ not in ("VERB", "AUX"):
        negation = syntax.is_negated(parent)
        if negation is None and parent.dep_ in ("acomp", "oprd", "attr"):
            negation = syntax.is_negated(parent.head)
        return (
            Decision(status=Status.ABSENT, cue=f"{negation} {parent.text}", cue_at=parent.i)
            if negation
            else None
        )
    decision = judge_verb(parent, Status.HELD)
    return decision if decision.cue is not None else None


def _effect_of(cue: StatusCue, parent: Token, own: Decision | None) -> Decision | None:
    word = parent.text
    if own is not None and own.status in (Status.ABSENT, Status.REFUSED):
        if cue.negated == TRANSPARENT:
            return None
        return Decision(status=Status(cue.negated), cue=own.cue, cue_at=own.cue_at)
    effect = Status(cue.effect)
    if (
        own is not None
        and own.status in UNREAL
        and effect
        in (
            Status.CANCELLED,
            Status.SUSPENDED,
            Status.REFUSED,
        )
    ):
        is_refusal = effect is Status.REFUSED
        return Decision(status=effect if is_refusal else Status.POSSIBLE, cue=own.cue)
    if own is not None and own.status in UNREAL and effect in (Status.RESUMED, Status.ONGOING):
        return own
    return Decision(status=effect, cue=word, cue_at=parent.i)
