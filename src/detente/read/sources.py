"""Sources: who a reporting verb's words come from, as spans of the text.

The core is the name with its titles; the whole adds what describes it ("…, an aide to the
president,"). A relative "who" is replaced by the noun that it stands for in the core.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

Offsets = tuple[int, int]
_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVES = frozenset({"who", "which", "that"})
_NOT_IN_CORE = ("relcl", "acl", "punct", "advcl", "appos", "parataxis", "cc", "conj")
_BEFORE_INVERSION = frozenset({",", "”", '"', "''", "’", "'"})
_INVERTING = frozenset({"say", "add", "note", "explain", "continue", "reply"})
"""Verbs without an object, whose subject may follow them; "told Politico" is no inversion."""
_HOLDING = frozenset(
    "make have express voice raise repeat reject issue offer give renew share hold dismiss".split()
)
_CHAIN = 4  # steps through coordination and control


def find_subject(verb: Token) -> Token | None:
    """Who says what a verb reports; through "declined to say", "…, adding that", "a note saying".

    A relative pronoun is given as it stands.
    """
    inverted = _find_inverted(verb)
    if inverted is not None:
        return inverted
    node = verb
    for _ in range(_CHAIN):
        own = [child for child in node.children if child.dep_ in _SUBJECTS]
        if own:
            return find_agent(node) if own[0].dep_ == "nsubjpass" else own[0]
        agent = find_agent(node)
        if agent is not None:
            return agent
        if node.dep_ == "acl" and node.tag_ == "VBG":
            return _get_head(node)
        is_controlled = node.dep_ in ("xcomp", "advcl", "prep") and node.head.pos_ == "VERB"
        if node.dep_ == "pcomp" and node.head.head.pos_ == "VERB":
            node = node.head.head
        elif node.dep_ == "conj" or is_controlled:
            node = node.head
        else:
            return None
    return None


def find_holder(noun: Token) -> Token | None:
    """Whose a noun is: "Iran's claim", "made the claim", "voiced fears"; or None."""
    if noun.pos_ == "ADJ":
        subjects = [child for child in noun.head.children if child.dep_ == "nsubj"]
        return subjects[0] if noun.dep_ == "acomp" and subjects else None
    owners = [child for child in noun.children if child.dep_ == "poss"]
    if owners:
        return owners[0]
    is_object = noun.dep_ == "dobj" and noun.head.lemma_ in _HOLDING
    return find_subject(noun.head) if is_object else None


def follow_relative(subject: Token, verb: Token) -> Token:
    """The noun that "who" stands for, else the subject itself."""
    clause = verb
    while clause.dep_ == "conj" and clause.head.i != clause.i:
        clause = clause.head
    if subject.lower_ in _RELATIVES and clause.dep_ == "relcl":
        return _get_head(clause)
    return subject


def take_core(subject: Token) -> Offsets:
    """The subject with its titles, without relative clauses and what follows a comma."""
    kept = [subject.left_edge.i, subject.i]
    for child in subject.children:
        if child.i > subject.i and child.dep_ not in _NOT_IN_CORE:
            kept.append(child.right_edge.i)
    first, last = subject.doc[min(kept)], subject.doc[max(kept)]
    return first.idx, last.idx + len(last)


def take_whole(subject: Token, verb: Token) -> Offsets:
    """The subject with all that describes it, up to the verb where that stands inside."""
    first, last = subject.left_edge.i, subject.right_edge.i
    for child in subject.children:
        is_aside = child.dep_ in ("acl", "advcl") and child.left_edge.i > subject.i
        if is_aside and child.left_edge.nbor(-1).text == ",":
            last = min(last, child.left_edge.i - 1)
    if first <= verb.i <= last:
        last = verb.i - 1 if subject.i < verb.i else last
        first = verb.i + 1 if subject.i > verb.i else first
    doc = subject.doc
    while last > first and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    return doc[first].idx, doc[last].idx + len(doc[last])


def _find_inverted(verb: Token) -> Token | None:
    """ "…, said Ana Ruiz, …": who stands right after the verb that a comma or quotation closes."""
    if verb.lemma_ not in _INVERTING or verb.i == 0 or verb.i + 1 >= len(verb.doc):
        return None
    if verb.nbor(-1).text not in _BEFORE_INVERSION:
        return None
    for child in verb.children:
        is_next = child.left_edge.i == verb.i + 1 and child.pos_ in ("PROPN", "NOUN", "PRON")
        is_time = child.ent_type_ in ("DATE", "TIME")
        if (
            is_next
            and not is_time
            and child.dep_ in ("nsubj", "dobj", "npadvmod", "appos", "dep", "oprd")
        ):
            return child
    return None


def find_agent(verb: Token) -> Token | None:
    """Who stands after "by" in the passive: "was denied by the ministry"."""
    agents = [c for child in verb.children if child.dep_ == "agent" for c in child.children]
    return agents[0] if agents else None


def _get_head(node: Token) -> Token:
    head: Token = node.head
    return head
