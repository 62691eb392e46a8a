"""What the form of one verb says of the status: negation, auxiliaries, modals and conditions.

It looks at the verb and its own children only; what governs the verb is read in `governors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract import syntax
from detente.extract.decisions import Decision
from detente.model.claims import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "'d"})
_MODAL = frozenset({"may", "might", "could", "would", "should", "must", "can", "ca", "’d"})
# "is heading to Doha" is a journey to come; so are the talks that somebody "left for"
_MOTION = frozenset({"head", "travel", "leave", "depart", "fly", "go", "come", "return"})
_HABITS = frozenset(
    {"every", "each", "daily", "weekly", "monthly", "yearly", "annually", "regularly", "often"}
    | {"twice", "usually", "always", "routinely", "still"}
)


def judge_verb(  # noqa: C901 - one question after the other, in the order that matters
    verb: Token, base: Status
) -> Decision:
    """What the verb and its auxiliaries say: "will meet" planned, "did not meet" absent."""
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


def find_condition(verb: Token) -> str | None:
    """The word that makes the verb conditional, "if" or "unless", or None."""
    for clause in (verb, *syntax.children(verb, "advcl")):
        for child in syntax.children(clause, "mark", "advmod"):
            if child.lower_ in ("if", "unless") and not _is_polite(child):
                return str(child.text)
        if clause.lemma_ == "provide" and clause.dep_ == "advcl":
            return str(clause.text)
    return None


def _judge_negated(verb: Token, words: list[str], negation: str) -> Decision:
    cue = f"{negation} {verb.text}"
    if "will" in words or "wo" in words or "shall" in words:
        return Decision(status=Status.REFUSED, cue=cue, cue_at=verb.i)
    if {"can", "ca", "could"} & set(words) or {"would"} & set(words):
        return Decision(status=Status.REFUSED, cue=cue, cue_at=verb.i)
    return Decision(status=Status.ABSENT, cue=cue, cue_at=verb.i)


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


def _is_polite(mark: Token) -> bool:
    """ "as if", "even if", "ask if": no condition of what the main clause says."""
    return mark.i > 0 and mark.nbor(-1).lower_ in ("as", "even", "ask", "asked", "know", "only")
