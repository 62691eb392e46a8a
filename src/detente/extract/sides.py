"""The two sides of a contact: which words around a trigger name them.

Each frame of `contacts.toml` has a function here, from trigger token to two lists of tokens.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.extract import syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.lexicon.cues import ContactTrigger

_COMPANY = ("with", "alongside")
_LIGHT_REACH = 4
_GETTING = frozenset({"receive", "get", "return", "reject", "open", "answer", "ignore"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Tokens that name the side that acts and the other; ``both`` name two sides at once."""

    a: tuple[Token, ...] = ()
    b: tuple[Token, ...] = ()
    both: tuple[Token, ...] = ()
    frame: str = ""


def find_verb_sides(verb: Token, trigger: ContactTrigger) -> Sides:
    """The sides around a verb, by its frame."""
    subjects = tuple(syntax.find_subjects(verb))
    patients = _find_patients(verb)
    linked = _linked(verb, trigger.links or _COMPANY)
    if trigger.frame == "mutual":
        objects = () if trigger.needs == "link" else patients
        others = tuple(dict.fromkeys((*linked, *objects)))
        return Sides(a=subjects, b=others, frame="subject – verb – other")
    if trigger.frame == "journey":
        others = tuple(dict.fromkeys((*patients, *linked))) if not trigger.needs else linked
        return Sides(a=subjects, b=others, frame="traveller – verb – destination")
    if trigger.frame == "sending":
        return Sides(a=patients, b=tuple(linked), both=subjects, frame="sent – verb – destination")
    if trigger.needs == "link":
        return Sides(a=subjects, b=tuple(linked), frame="subject – verb – to whom")
    if not subjects and trigger.links:
        subjects = tuple(linked)  # "was invited to Chad": by Chad
    return Sides(a=subjects, b=patients, frame="subject – verb – object")


def find_noun_sides(  # noqa: C901 - one construction after the other, surest first
    noun: Token,
    trigger: ContactTrigger,
    *,
    is_holding: Callable[[Token], bool],
    is_party: Callable[[Token], bool],
) -> Sides:
    """The sides around a noun: its prepositions, owners and modifiers, its verb's subject.

    ``is_holding`` says of a verb whether its subject takes part in what its object names,
    ``is_party`` of a word whether it names a party.
    """
    between = _linked(noun, ("between", "among", "involving"))
    if len(between) > 1:
        return Sides(a=between[:1], b=between[1:], frame="noun between A and B")
    owners = tuple(token for token in _find_owners(noun) if is_party(token))
    if trigger.frame == "journey":
        owners = owners or tuple(t for t in _linked(noun, ("of",)) if is_party(t))
    linked = _linked(noun, tuple(x for x in trigger.links if x not in ("between", "among", "of")))
    verb = _find_verb(noun)
    if verb is not None:
        linked += tuple(
            token
            for token in _linked(verb, ("with", "between"))
            if token not in linked and not _is_light_object(token)
        )
    is_journey = trigger.frame == "journey"
    of = _linked(noun, ("of",)) if "of" in trigger.links and not is_journey else ()
    others = tuple(dict.fromkeys((*linked, *of)))
    if verb is not None and not any(is_party(token) for token in others):
        others = (*others, *_find_asked(noun, verb))
    owners = owners or _find_chain_owners(noun, is_party)
    modifiers = tuple(token for token in _find_modifiers(noun) if is_party(token))
    others = tuple(token for token in others if is_party(token) or token.pos_ != "NUM")
    actors = _find_actors(noun, verb, is_holding)
    if between and not others:
        return Sides(a=actors, b=between, both=between, frame="noun between the sides")
    if trigger.frame == "sent":
        return _find_sent_sides(noun, verb, (*owners, *actors), others)
    if owners:
        beside = tuple(token for token in actors if token not in owners)
        found = (*others, *modifiers)
        has_other = any(is_party(token) for token in found)
        return Sides(a=owners, b=found if has_other else beside, frame="owner's noun with other")
    if len(modifiers) > 1 and not others:
        return Sides(a=modifiers[:1], b=modifiers[1:], frame="A–B noun")
    if others and actors:
        return Sides(a=actors, b=others, frame="subject – verb – noun with other")
    if others and modifiers:
        return Sides(a=modifiers, b=others, frame="A noun with other")
    return Sides(a=actors, b=(*others, *modifiers), both=(*others, *modifiers), frame="noun")


def _find_sent_sides(
    noun: Token, verb: Token | None, actors: tuple[Token, ...], others: tuple[Token, ...]
) -> Sides:
    """Who sent it and who got it: "X sent Y a letter", "X returned a letter from Y"."""
    come_from = _linked(noun, ("from",))
    got = tuple(token for token in others if token not in come_from)
    if verb is not None:
        got = (*got, *_linked(verb, ("to",)), *syntax.children(verb, "dative"))
        come_from = come_from or _linked(verb, ("from",))
        if verb.lemma_ in _GETTING and not come_from and got:
            return Sides(a=got, b=actors, frame="receiver – verb – noun")
    if come_from:
        receivers = got or tuple(token for token in actors if token not in come_from)
        return Sides(a=come_from, b=receivers, frame="noun from sender")
    return Sides(a=actors, b=got, frame="sender – noun – receiver")


def _find_asked(noun: Token, verb: Token) -> tuple[Token, ...]:
    """Whom the verb addresses: "asked Kenya for talks", "offered talks to the rebels"."""
    if noun.dep_ == "pobj":
        found = syntax.children(verb, "dobj", "dative")
    else:
        found = [*syntax.find_prepositional(verb, "to"), *syntax.children(verb, "dative")]
    return tuple(
        item for token in found if token.i != noun.i for item in syntax.find_conjuncts(token)
    )


def _find_chain_owners(noun: Token, is_party: Callable[[Token], bool]) -> tuple[Token, ...]:
    """Whose offer or request the noun hangs on: "Iraq's invitation to talks"."""
    node = noun
    for _ in range(_LIGHT_REACH):
        if node.dep_ not in ("pobj", "compound") or node.head.i == node.i:
            return ()
        node = node.head if node.dep_ == "compound" else node.head.head
        if node.pos_ not in ("NOUN", "PROPN"):
            return ()
        owners = tuple(token for token in _find_owners(node) if is_party(token))
        if owners:
            return owners
    return ()


def _linked(token: Token, words: tuple[str, ...]) -> tuple[Token, ...]:
    found = syntax.find_prepositional(token, *words)
    return tuple(item for target in found for item in syntax.find_conjuncts(target))


def _find_patients(verb: Token) -> tuple[Token, ...]:
    passive = syntax.children(verb, "nsubjpass")
    if passive:
        return tuple(item for token in passive for item in syntax.find_conjuncts(token))
    if syntax.children(verb, "auxpass") and verb.dep_ in ("xcomp", "ccomp"):
        return tuple(syntax.children(verb.head, "nsubj", "nsubjpass"))  # "is to be received"
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return (verb.head,)
    objects = syntax.children(verb, "dobj", "dative") or [
        child  # the parser takes a long name after "met" for an adverbial at times
        for child in syntax.children(verb, "npadvmod")
        if child.pos_ == "PROPN" and child.ent_type_ not in ("DATE", "TIME") and child.i > verb.i
    ]
    found = tuple(item for token in objects for item in syntax.find_conjuncts(token))
    return found


def _find_owners(noun: Token) -> tuple[Token, ...]:
    owners = syntax.children(noun, "poss")
    found = [item for token in owners for item in syntax.find_conjuncts(token)]
    found += [i for t in syntax.find_prepositional(noun, "by") for i in syntax.find_conjuncts(t)]
    return tuple(found)


def _find_modifiers(noun: Token) -> tuple[Token, ...]:
    """Words before the noun that may name sides: "U.S.–China talks", "the Trump-Kim summit"."""
    found: list[Token] = []
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod", "npadvmod") and child.i < noun.i:
            found.extend(_with_inner_modifiers(child))
    return tuple(sorted(set(found), key=lambda token: token.i))


def _with_inner_modifiers(token: Token) -> list[Token]:
    inner = [
        item
        for child in token.children
        if child.dep_ in ("compound", "amod", "nmod", "conj", "npadvmod")
        for item in _with_inner_modifiers(child)
    ]
    return [*inner, token]


def _find_verb(noun: Token) -> Token | None:
    """The verb that the noun is object or subject of, or that governs its phrase."""
    node = noun
    for _ in range(_LIGHT_REACH):
        head = node.head
        if head.i == node.i:
            return None
        if node.dep_ in ("dobj", "nsubjpass", "nsubj", "attr", "oprd") and head.pos_ in (
            "VERB",
            "AUX",
        ):
            return head
        if node.dep_ == "pobj" and head.head.pos_ in ("VERB", "AUX"):
            return head.head
        if node.dep_ in ("pobj", "conj", "compound", "nmod", "prep"):
            node = head
            continue
        return None
    return None


def _find_actors(
    noun: Token, verb: Token | None, is_holding: Callable[[Token], bool]
) -> tuple[Token, ...]:
    """Who holds the contact: the subject of its verb, through plans, requests and refusals.

    The subject of a verb that only speaks of the contact ("downplayed the meeting") is no side.
    """
    if verb is None:
        return tuple(syntax.find_holders_of_noun(noun))
    if not is_holding(verb):
        return ()
    subjects = syntax.find_subjects(verb)
    if any(noun in syntax.find_conjuncts(token) or token.i == noun.i for token in subjects):
        return ()
    found = list(subjects) or list(syntax.find_holders_of_noun(noun))
    if verb.dep_ == "relcl" and not found:
        found = syntax.find_holders_of_noun(verb.head)
    passive = syntax.children(verb, "nsubjpass")
    if passive and noun not in passive and not found:
        found = [item for token in passive for item in syntax.find_conjuncts(token)]
    return tuple(found)


def _is_light_object(token: Token) -> bool:
    return token.pos_ in ("ADJ", "ADV")
