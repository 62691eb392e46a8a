"""Questions about a dependency tree that the rules ask: who is the subject, what governs what.

Labels are those of spaCy's English pipelines (ClearNLP): nsubj, dobj, pobj, xcomp, relcl, …
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_CLAUSES = ("ROOT", "ccomp", "advcl", "relcl", "parataxis", "csubj", "acl", "pcomp")
_OBJECT_CONTROL = frozenset(
    "ask urge invite tell order direct allow permit force press push encourage send expect want "
    "call request instruct authorize authorise ask enable help let summon persuade convince".split()
)
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_MAX_CLIMB = 12


def children(token: Token, *labels: str) -> list[Token]:
    """The children of a token with one of these labels, in order."""
    return [child for child in token.children if child.dep_ in labels]


def find_conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it to its right: "Lavrov, Wang and Singh"."""
    found = [token]
    for child in token.children:
        if child.dep_ in ("conj", "appos") and child.i > token.i and child.dep_ == "conj":
            found.extend(find_conjuncts(child))
    return found


def find_prepositional(token: Token, *words: str) -> list[Token]:
    """The objects of a token's prepositional phrases with one of these prepositions.

    "met in Sochi with Putin", words ``with`` → Putin. Nested ones ("along with") count as well.
    """
    found: list[Token] = []
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative", "advmod", "cc") and child.lower_ in words:
            found.extend(children(child, "pobj", "pcomp"))
        elif child.dep_ == "prep":
            found.extend(
                obj
                for inner in children(child, "prep")
                if inner.lower_ in words
                for obj in children(inner, "pobj")
            )
    return found


def find_subjects(verb: Token) -> list[Token]:
    """Who does what the verb says; through control, coordination and relative clauses.

    "Wang refused to meet Kono" → Wang for "meet". "Rice asked Lee to call Kim" → Lee for "call".
    """
    return _subjects(verb, 0)


def _subjects(verb: Token, depth: int) -> list[Token]:
    if depth > _MAX_CLIMB:
        return []
    is_passive = bool(children(verb, "auxpass", "nsubjpass"))
    own = children(verb, "nsubjpass" if is_passive else "nsubj")
    if is_passive:
        agents = find_prepositional(verb, "by")
        return [item for agent in agents for item in find_conjuncts(agent)]
    if own:
        return [item for subject in own for item in _follow_relative(subject, verb)]
    return _inherited_subjects(verb, depth)


def _inherited_subjects(  # noqa: C901 - one kind of dependence after the other
    verb: Token, depth: int
) -> list[Token]:
    head = verb.head
    if head.i == verb.i:
        return []
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return _subjects(head, depth + 1)
    if verb.dep_ in ("xcomp", "ccomp") and head.pos_ in ("VERB", "AUX"):
        if head.lemma_ in _OBJECT_CONTROL:
            objects = children(head, "dobj", "dative") or children(head, "nsubjpass")
            if objects:
                return find_conjuncts(objects[0])
        return _subjects_or_patient(head, depth)
    if verb.dep_ in ("advcl", "xcomp", "ccomp") and head.pos_ in ("VERB", "AUX", "ADJ"):
        return _subjects_or_patient(head, depth)
    if verb.dep_ in ("acl", "relcl"):
        return _subjects_of_noun_clause(verb, depth)
    if verb.dep_ == "pcomp":
        governor = head.head
        if governor.pos_ in ("VERB", "AUX", "ADJ"):
            return _subjects_or_patient(governor, depth)
        return find_holders_of_noun(governor, depth)
    if head.pos_ == "ADJ" and verb.dep_ in ("xcomp", "prep"):
        return _subjects_or_patient(head, depth)
    return []


def _subjects_or_patient(verb: Token, depth: int) -> list[Token]:
    """The subject of a governing clause, also a passive's: "was forced to meet"."""
    if verb.pos_ == "ADJ" and verb.head.i != verb.i:
        own = children(verb, "nsubj")
        return own or _subjects_or_patient(verb.head, depth + 1) if depth < _MAX_CLIMB else []
    passive = children(verb, "nsubjpass")
    if passive:
        return [item for subject in passive for item in _follow_relative(subject, verb)]
    return _subjects(verb, depth + 1)


def _subjects_of_noun_clause(verb: Token, depth: int) -> list[Token]:
    noun = verb.head
    if children(verb, "aux") and any(t.lower_ == "to" for t in children(verb, "aux")):
        return find_holders_of_noun(noun, depth)
    if verb.tag_ == "VBG":
        return find_conjuncts(noun)
    return []


def find_holders_of_noun(noun: Token, depth: int = 0) -> list[Token]:
    """Whose a noun is: "Iran's offer", "the offer by Iran", "Iran made an offer", "has plans"."""
    if depth > _MAX_CLIMB:
        return []
    owners = children(noun, "poss") or find_prepositional(noun, "by")
    if not owners and any(child.dep_ == "acl" for child in noun.children):
        owners = find_prepositional(noun, "of")  # "the refusal of Peru's minister to meet"
    if owners:
        return find_conjuncts(owners[0])
    head = noun.head
    if noun.dep_ in ("dobj", "attr") and head.pos_ in ("VERB", "AUX"):
        return _subjects(head, depth + 1)
    if noun.dep_ == "pobj" and head.head.pos_ in ("VERB", "AUX"):
        return _subjects_or_patient(head.head, depth + 1)
    if noun.dep_ == "pobj" and head.head.pos_ in ("NOUN", "ADJ"):
        return find_holders_of_noun(head.head, depth + 1)
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return find_holders_of_noun(head, depth + 1)
    return []


def _follow_relative(subject: Token, verb: Token) -> list[Token]:
    if subject.lower_ in _RELATIVES and subject.pos_ in ("PRON", "DET", "SCONJ"):
        clause: Token | None = verb
        while clause is not None and clause.dep_ == "conj":
            clause = clause.head
        if clause is not None and clause.dep_ in ("relcl", "acl", "ccomp"):
            return find_conjuncts(clause.head)
    return find_conjuncts(subject)


def is_negated(token: Token) -> str | None:
    """The negating word on a verb, noun or adjective, or None."""
    if token.dep_ == "pobj" and token.head.head.lower_ == "none":
        return "none"
    if token.dep_ == "conj" and any(c.lower_ == "nor" for c in token.head.children):
        return "nor"
    for child in token.children:
        if child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children):
            return "no longer"
        if child.dep_ == "neg" or child.lower_ in ("never", "neither", "nor", "hardly", "n't"):
            return str(child.text)
        if child.dep_ == "det" and child.lower_ in ("no", "neither"):
            return str(child.text)
        if child.dep_ in ("nsubj", "nsubjpass", "preconj", "cc") and child.lower_ in (
            "nobody",
            "none",
            "neither",
        ):
            return str(child.text)
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and any(
            inner.lower_ in ("neither", "none") and inner.dep_ in ("preconj", "cc", "det")
            for inner in child.children
        ):
            return "neither"
        if child.dep_ in ("nsubj", "nsubjpass") and any(
            inner.dep_ == "det" and inner.lower_ in ("no", "neither") for inner in child.children
        ):
            return str(child.text)
    return None


def find_clause(token: Token) -> Token:
    """The head of the smallest clause that holds the token."""
    node = token
    while node.head.i != node.i:
        is_verb = node.pos_ in ("VERB", "AUX")
        if is_verb and (node.dep_ in _CLAUSES or (node.dep_ == "conj" and children(node, "nsubj"))):
            return node
        node = node.head
    return node


def climb(token: Token) -> Iterator[Token]:
    """The token's governors up to the root of its sentence, nearest first."""
    node = token
    while node.head.i != node.i:
        node = node.head
        yield node
