"""Links: how a phrase of time or place stands to the word of a contact, as named features.

A phrase belongs to the verb or noun that it hangs on; where the parser hangs it elsewhere, the
distance, punctuation and what stands between still tell. `find_links` describes, `weigh` judges by
weights learnt from annotated articles (`lexicon/links.toml`); neither knows what a phrase means.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from detente.extract import syntax

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SAYING = frozenset(
    "say tell report add claim announce state insist write warn note declare confirm deny ask "
    "accuse urge tweet speak argue believe suggest explain stress reiterate comment".split()
)
_SPEECHES = frozenset(
    "interview statement conference briefing report tweet article post broadcast editorial speech "
    "remark comment letter announcement".split()
)
_CALLING_OFF = frozenset("cancel postpone scrap delay suspend abandon drop withdraw call".split())
_PLANNING = frozenset(
    "announce plan schedule set agree invite propose offer expect prepare arrange request".split()
)
_TAKING_PLACE = frozenset(
    "hold take begin start open conclude end resume attend host come occur happen continue".split()
)
_CONTENT = ("VERB", "AUX", "NOUN", "PROPN", "ADJ")
_QUOTES = frozenset({"“", "”", '"'})
_MAX_PATH = 8
_DISTANCES = ((2, "1-2"), (5, "3-5"), (10, "6-10"), (20, "11-20"))


def find_links(phrase: Span, trigger: Token) -> set[str]:
    """The features of a phrase in the trigger's own sentence.

    "met Kim on Monday", met and Monday → "up 0", "governor verb", "after 1-2" and others.
    """
    governor = find_governor(phrase)
    found = {f"governor {_sort(governor, trigger)}"}
    found |= _describe_path(governor, trigger)
    found |= _describe_distance(phrase, trigger)
    preposition = _find_preposition(phrase)
    if preposition is not None:
        found.add(f"preposition {preposition}")
    return found


def weigh(features: Iterable[str], weights: Mapping[str, float]) -> float:
    """The sum of the weights of features; those without a weight count nothing."""
    return sum(weights.get(feature, 0.0) for feature in features)


def find_governor(phrase: Span) -> Token:
    """The word of content that a phrase hangs on: "met" for "on Monday" in "met on Monday"."""
    inside = range(phrase.start, phrase.end)
    node = phrase.root
    for _ in range(_MAX_PATH):
        if node.head.i == node.i:
            break
        node = node.head
        if node.i not in inside and node.pos_ in _CONTENT and node.dep_ != "pcomp":
            break
    return node


def is_of_saying(phrase: Span, governor: Token, trigger: Token) -> bool:
    """Whether a phrase tells when or where something was said, and the trigger stands in what was.

    "said on Monday that they met", "met, he said on Monday" → yes. "said they met on Monday" → no,
    even where the parser hangs the phrase on "said".
    """
    if governor.i == trigger.i or governor.lemma_.lower() not in _SAYING:
        return False
    if not any(
        node.dep_ == "ccomp" and node.head.i == governor.i
        for node in (trigger, *syntax.climb(trigger))
    ):
        return False
    return not governor.i < trigger.i < phrase.start


def _sort(governor: Token, trigger: Token) -> str:
    """What kind of word a governor is."""
    lemma = governor.lemma_.lower()
    if governor.i == trigger.i:
        return "itself"
    if governor.pos_ in ("VERB", "AUX"):
        for name, words in (
            ("saying", _SAYING),
            ("calling off", _CALLING_OFF),
            ("planning", _PLANNING),
            ("taking place", _TAKING_PLACE),
        ):
            if lemma in words:
                return name
        return "verb"
    return "speech" if lemma in _SPEECHES else "noun" if governor.pos_ != "ADJ" else "adjective"


def _describe_path(governor: Token, trigger: Token) -> set[str]:
    upward = [trigger, *syntax.climb(trigger)]
    downward = [governor, *syntax.climb(governor)]
    at = {node.i: step for step, node in enumerate(upward)}
    down = next((step for step, node in enumerate(downward) if node.i in at), None)
    if down is None:
        return {"unlinked"}
    up = at[downward[down].i]
    found = {f"up {min(up, 4)}" if not down else f"down {min(down, 4)}" if not up else "sideways"}
    found |= {f"climbs {name_edge(node)}" for node in upward[:up]}
    found |= {f"descends {name_edge(node)}" for node in downward[:down]}
    return found


def name_edge(node: Token) -> str:
    """The label of an edge, with what matters of the words at its ends."""
    if node.dep_ == "advcl":
        marks = [c.lower_ for c in node.children if c.dep_ in ("mark", "advmod") and c.i < node.i]
        known = next((m for m in marks if m in _JOINING), "other" if marks else "bare")
        return f"advcl {known}"
    if node.dep_ == "ccomp":
        return "ccomp saying" if node.head.lemma_.lower() in _SAYING else "ccomp"
    if node.dep_ == "conj":
        has_own = bool(syntax.children(node, "nsubj", "nsubjpass"))
        return "conj clause" if has_own else "conj verb" if node.pos_ == "VERB" else "conj noun"
    if node.dep_ in ("pcomp", "prep"):
        head = node if node.dep_ == "prep" else node.head
        return f"{node.dep_} {head.lower_}" if head.lower_ in _JOINING else node.dep_
    return str(node.dep_)


_JOINING = frozenset(
    "when while as after before since until if because although though where during following "
    "with to for at in of about ahead".split()
)


def _describe_distance(phrase: Span, trigger: Token) -> set[str]:
    is_after = phrase.start > trigger.i
    first, last = (trigger.i + 1, phrase.start) if is_after else (phrase.end, trigger.i)
    between = trigger.doc[first:last] if last > first else ()
    steps = last - first
    side = "after" if is_after else "before"
    found = {f"{side} {next((name for most, name in _DISTANCES if steps < most), '21-')}"}
    verbs = sum(token.pos_ == "VERB" and token.dep_ != "amod" for token in between)
    found.add(f"{side}, verbs between {min(verbs, 3)}")
    if any(token.text in _QUOTES for token in between):
        found.add("quotation mark between")
    if any(token.text in (";", ":", "–", "—") for token in between):
        found.add("break between")
    if any(token.text == "," for token in between):
        found.add(f"{side}, comma between")
    sentence = trigger.sent
    if phrase.start - sentence.start <= 2:
        found.add("opens the sentence")
    if sentence.end - phrase.end <= 2:
        found.add("closes the sentence")
    return found


def _find_preposition(phrase: Span) -> str | None:
    doc = phrase.doc
    for token in (phrase[0], doc[phrase.start - 1] if phrase.start else phrase[0]):
        if token.pos_ in ("ADP", "SCONJ") and len(token.lower_) < 8:
            return str(token.lower_)
    return None
