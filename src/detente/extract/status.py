"""What became of a contact or action: its status, read off the structure around its word.

From the word upwards each governing word may turn the status: "met" is held, "refused to meet"
refused, "denied that he refused to meet" denied. Negation, tense, modals and conditions count at
each step. Not-held always wins over held, since that error is the worst there is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.extract import syntax
from detente.lexicon.cues import StatusCue, StatusTable
from detente.model.claims import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

TRANSPARENT = "transparent"
ACCEPTED = "accepted"
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "'d"})
_MODAL = frozenset({"may", "might", "could", "would", "should", "must", "can", "ca", "’d"})
_CONDITIONS = frozenset({"if", "unless", "whether", "until", "once", "should", "provided"})
_NEGATIVE = frozenset(
    {Status.REFUSED, Status.CANCELLED, Status.ABSENT, Status.DENIED, Status.SUSPENDED}
)
_UNREAL = frozenset({Status.PLANNED, Status.PROPOSED, Status.POSSIBLE})
_EMBEDDING = frozenset(
    {"xcomp", "ccomp", "pcomp", "dobj", "nsubjpass", "attr", "acomp", "oprd", "csubj", "conj"}
)
_TEMPORAL = frozenset({"during", "after", "before", "since", "following", "amid", "until", "upon"})
_AHEAD = frozenset({"before", "ahead", "until", "prior"})
# "is heading to Doha" is a journey to come; so are the talks that somebody "left for"
_MOTION = frozenset({"head", "travel", "leave", "depart", "fly", "go", "come", "return"})
_SETTING_OUT = frozenset({"arrive", "land", "leave", "depart", "head", "set"})
_HABITS = frozenset(
    {"every", "each", "daily", "weekly", "monthly", "yearly", "annually", "regularly", "often"}
    | {"twice", "usually", "always", "routinely", "still"}
)
_MAX_STEPS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A status, the words that decided it (``None`` for plain tense), and the path climbed."""

    status: Status
    cue: str | None = None
    path: tuple[int, ...] = ()
    cue_at: int | None = None
    """The token of the word that decided, so that evidence can include it."""
    is_future: bool = False


def judge_status(trigger: Token, table: StatusTable, *, base: Status) -> Decision:
    """The status of what ``trigger`` says; ``base`` where nothing around it says otherwise.

    "Lavrov will meet Wang" → planned. "No talks were held" → absent. "Lavrov met Wang" → held.
    """
    decision = _judge_own(trigger, table, base)
    node, steps = trigger, 0
    path = [trigger.i]
    while node.head.i != node.i and steps < _MAX_STEPS:
        parent = _find_governor(node)
        if parent is None:
            break
        path.append(parent.i)
        if _is_opaque(parent, node, table):
            decision = _pass_on_doubt(decision, parent, node)
            break
        decision = _turn(decision, parent, node, table)
        node, steps = parent, steps + 1
    decision = _place_in_time(decision, trigger, path)
    decision = _doubt_infinitive(decision, trigger)
    verbs = [trigger.doc[i] for i in path if trigger.doc[i].pos_ in ("VERB", "AUX")]
    condition = next((found for verb in verbs if (found := _find_condition(verb))), None)
    if condition and decision.status in (Status.HELD, Status.ONGOING, Status.PLANNED):
        decision = Decision(status=Status.POSSIBLE, cue=condition)
    return Decision(
        status=decision.status,
        cue=decision.cue,
        cue_at=decision.cue_at,
        path=tuple(path),
        is_future=decision.is_future,
    )


def _place_participle(decision: Decision, trigger: Token) -> Decision:
    """ "will lead a delegation visiting Oslo": the participle shares the future of its clause."""
    if trigger.dep_ != "acl" or trigger.tag_ != "VBG":
        return decision
    for node in syntax.climb(trigger):
        if node.pos_ in ("VERB", "AUX"):
            own = _judge_verb(node, Status.HELD)
            return own if own.status in _UNREAL else decision
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
            own = _judge_verb(top, Status.HELD)
            is_future = own.is_future or own.status is Status.PLANNED
            return own if is_future else decision
    return decision


def _pass_on_doubt(decision: Decision, parent: Token, child: Token) -> Decision:
    """ "may respond by imposing …": what hangs on an unreal act is unreal, a noun apart."""
    if child.pos_ not in ("VERB", "AUX") or parent.pos_ not in ("VERB", "AUX"):
        return decision
    own = _judge_verb(parent, Status.HELD)
    return _combine(own, decision) if own.status in _UNREAL else decision


def _is_opaque(parent: Token, child: Token, table: StatusTable) -> bool:
    """Whether a governing word says nothing of whether the contact took place.

    "criticised the talks" presupposes talks; its negation or tense is not theirs.
    """
    if child.dep_ == "conj" or _is_intended(child, parent):
        return False
    if parent.pos_ in ("VERB", "AUX"):
        return table.find_cue(parent, ("verbs",)) is None
    return parent.pos_ in ("NOUN", "PROPN") and table.find_cue(parent, ("nouns",)) is None


def _judge_own(trigger: Token, table: StatusTable, base: Status) -> Decision:
    """What the word's own modifiers, negation and tense say."""
    if trigger.pos_ in ("VERB", "AUX"):
        return _judge_verb(trigger, base)
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


def _judge_verb(  # noqa: C901 - one question after the other, in the order that matters
    verb: Token, base: Status
) -> Decision:
    negation = syntax.is_negated(verb) or _find_replacement(verb)
    auxiliaries = syntax.children(verb, "aux", "auxpass")
    words = [aux.lower_ for aux in auxiliaries]
    if negation:
        return _judge_negated(verb, words, negation)
    if _is_counterfactual(words):
        return Decision(status=Status.ABSENT, cue=" ".join(words), cue_at=verb.i)
    if syntax.children(verb, "aux") and _was_to(verb):
        if "have" in words:
            return Decision(status=Status.CANCELLED, cue="was to have", cue_at=verb.i)
        return Decision(status=Status.PLANNED, cue="to", cue_at=verb.i, is_future=True)
    for aux in auxiliaries:
        if aux.lower_ in _FUTURE and aux.tag_ == "MD":
            return Decision(status=Status.PLANNED, cue=aux.text, cue_at=aux.i, is_future=True)
        if aux.lower_ == "would" and verb.dep_ == "ccomp" and verb.head.tag_ == "VBD":
            return Decision(status=Status.PLANNED, cue=aux.text, cue_at=aux.i, is_future=True)
        if aux.lower_ in _MODAL and aux.tag_ == "MD":
            status = Status.PROPOSED if aux.lower_ in ("must", "should") else Status.POSSIBLE
            return Decision(status=status, cue=aux.text, cue_at=aux.i)
    if any(aux.lower_ == "to" for aux in auxiliaries) and verb.dep_ == "ROOT":
        return Decision(status=Status.PLANNED, cue="to", is_future=True)  # "Leaders to meet"
    is_progressive = verb.tag_ == "VBG" and any(
        aux.lemma_ == "be" and (aux.tag_ in ("VBZ", "VBP") or aux.text == "been")
        for aux in auxiliaries
    )
    if verb.tag_ in ("VBZ", "VBP", "VB") and _is_habitual(verb) and base is Status.HELD:
        return Decision(status=Status.ONGOING, cue="habit", cue_at=verb.i)
    if is_progressive and verb.lemma_.lower() in _MOTION:
        return Decision(status=Status.PLANNED, cue=verb.text, cue_at=verb.i)
    if is_progressive and base is Status.HELD:
        return Decision(status=Status.ONGOING)
    return Decision(status=base)


def _find_replacement(verb: Token) -> str | None:
    """ "without meeting", "instead of calling", "nearly met": what did not take place."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return "without"
    if verb.dep_ == "pcomp" and verb.head.head.lower_ == "instead":
        return "instead of"
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in ("nearly", "almost", "hardly", "barely"):
            return str(child.text)
        if child.lower_ == "than" and any(c.lower_ == "rather" for c in verb.head.children):
            return "rather than"
    return None


def _is_counterfactual(words: list[str]) -> bool:
    """ "would have met", "should have called": it did not happen."""
    return "have" in words and bool({"would", "should", "could"} & set(words))


def _was_to(verb: Token) -> bool:
    """ "was to meet", "is to visit": a plan, if nothing else is said."""
    has_to = any(aux.lower_ == "to" for aux in syntax.children(verb, "aux"))
    return has_to and verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and verb.head.pos_ == "AUX"


def _is_habitual(verb: Token) -> bool:
    return any(token.lower_ in _HABITS for token in verb.subtree if token.i > verb.i - 3)


def _judge_negated(verb: Token, words: list[str], negation: str) -> Decision:
    cue = f"{negation} {verb.text}"
    if "will" in words or "wo" in words or "shall" in words:
        return Decision(status=Status.REFUSED, cue=cue, cue_at=verb.i)
    if {"can", "ca", "could"} & set(words) or {"would"} & set(words):
        return Decision(status=Status.REFUSED, cue=cue, cue_at=verb.i)
    return Decision(status=Status.ABSENT, cue=cue, cue_at=verb.i)


def _find_governor(node: Token) -> Token | None:
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


def _turn(decision: Decision, parent: Token, child: Token, table: StatusTable) -> Decision:
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
        return _combine(predicate, decision)
    is_awaited = parent.lemma_ in ("have", "be") and child.dep_ in ("xcomp", "ccomp")
    if is_awaited and any(c.lower_ == "yet" for c in parent.children):
        return Decision(status=Status.ABSENT, cue="yet to", cue_at=parent.i)
    if cue is not None and cue.effect == ACCEPTED:
        return _accept(cue, parent, own, decision)
    if cue is None or cue.effect == TRANSPARENT:
        return _combine(own, decision) if own is not None else decision
    effect = _effect_of(cue, parent, own)
    return _combine(effect, decision) if effect is not None else decision


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
    return _combine(Decision(status=Status.PLANNED, cue=parent.text, cue_at=parent.i), inner)


def _is_intended(child: Token, parent: Token) -> bool:
    """An infinitive under a verb that no table knows tells of an intention, not of a fact."""
    is_infinitive = any(aux.lower_ == "to" for aux in syntax.children(child, "aux"))
    return is_infinitive and parent.pos_ == "VERB" and child.dep_ in ("xcomp", "advcl", "ccomp")


def _share_auxiliaries(decision: Decision, parent: Token) -> Decision:
    """ "will travel to Doha and meet": the second verb shares the auxiliary of the first."""
    if decision.status is not Status.HELD:
        return decision
    own = _judge_own_governor(parent)
    return own if own is not None and own.status in _UNREAL else decision


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
    decision = _judge_verb(parent, Status.HELD)
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
        and own.status in _UNREAL
        and effect
        in (
            Status.CANCELLED,
            Status.SUSPENDED,
            Status.REFUSED,
        )
    ):
        is_refusal = effect is Status.REFUSED
        return Decision(status=effect if is_refusal else Status.POSSIBLE, cue=own.cue)
    if own is not None and own.status in _UNREAL and effect in (Status.RESUMED, Status.ONGOING):
        return own
    return Decision(status=effect, cue=word, cue_at=parent.i)


def _combine(  # noqa: C901 - a table of two statuses, written out
    outer: Decision, inner: Decision
) -> Decision:
    """The outer word's effect over what the inner words left."""
    if outer.status is Status.HELD:
        return inner
    if outer.status is Status.DENIED:
        return outer
    if outer.status in _NEGATIVE:
        keeps = inner.status in _NEGATIVE and inner.cue is not None
        return inner if keeps else outer
    if outer.status in _UNREAL:
        if inner.status is Status.CANCELLED or inner.status is Status.SUSPENDED:
            return Decision(status=Status.POSSIBLE, cue=outer.cue)
        if inner.status in (Status.REFUSED, Status.ABSENT, Status.DENIED):
            return inner
        if inner.status is Status.POSSIBLE or outer.status is Status.POSSIBLE:
            weaker = inner if inner.status is Status.POSSIBLE else outer
            return weaker
        if inner.status is Status.PROPOSED and outer.status is Status.PLANNED:
            return inner
        return outer
    if outer.status is Status.ONGOING:
        return outer if inner.cue is None else inner
    if outer.status is Status.RESUMED:
        return outer if inner.status in (Status.HELD, Status.ONGOING) else inner
    return inner


def _find_condition(verb: Token) -> str | None:
    for clause in (verb, *syntax.children(verb, "advcl")):
        for child in syntax.children(clause, "mark", "advmod"):
            if child.lower_ in ("if", "unless") and not _is_polite(child):
                return str(child.text)
        if clause.lemma_ == "provide" and clause.dep_ == "advcl":
            return str(clause.text)
    return None


def _is_polite(mark: Token) -> bool:
    """ "as if", "even if", "ask if": no condition of what the main clause says."""
    return mark.i > 0 and mark.nbor(-1).lower_ in ("as", "even", "ask", "asked", "know", "only")
