"""Mentions of persons by name alone: no title, an honorific at most, perhaps a state beside.

Apart from `titles`, which takes every name that a title leads up to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.extract.drafts import Draft
from detente.extract.layout import POSSESSIVES, Layout
from detente.extract.matcher import Hit, TermKind
from detente.extract.name_forms import HONORIFICS
from detente.model.mentions import Gender, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_STATES = frozenset({TermKind.STATE, TermKind.ADJECTIVE, TermKind.CONTEXTUAL})
_NATIONALITIES = frozenset({TermKind.STATE, TermKind.ADJECTIVE})
_MAX_WORDS_BEFORE = 5


def find_name_drafts(layout: Layout, covered: set[int]) -> Iterator[Draft]:
    """A draft for each personal name that no title has taken."""
    for first, last in layout.names:
        if any(i in covered for i in range(first, last)):
            continue
        start, gender = first, Gender.UNKNOWN
        start, states = _find_state_before(layout, first, covered)
        if first > 0 and layout.doc[first - 1].lower_ in HONORIFICS:
            start = first - 1
            gender = _gender_of_honorific(layout.doc[start].lower_)
        title = _find_title_of_several(layout, first)
        if title is not None and title.term.code:
            states = states or (title.term.code,)
        end, home = _find_state_after(layout, last)
        yield Draft(
            rank=title.term.rank if title else None,
            office=title.term.office if title else None,
            first=start,
            last=end,
            kind=MentionKind.PERSON,
            core=last - 1,
            name=(first, last),
            states=states or home,
            gender=gender,
            is_modifier=is_compound(layout.doc[last - 1]),
        )


def is_compound(token: Token) -> bool:
    """Whether a word stands before a noun that it only describes: "Trump" in "Trump aides"."""
    if token.dep_ in ("amod", "compound", "nmod") and token.head.pos_ in ("NOUN", "PROPN", "ADJ"):
        return True
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return after is not None and after.text in ("-", "–") and not token.whitespace_


def _find_state_after(layout: Layout, last: int) -> tuple[int, tuple[str, ...]]:
    """The state in "Leonel Fernández of the Dominican Republic" and where it ends."""
    doc = layout.doc
    if last + 1 >= len(doc) or doc[last].lower_ != "of":
        return last, ()
    start = last + 1 + (doc[last + 1].lower_ == "the")
    hits = layout.get_hits(start, frozenset({TermKind.STATE}))
    return (hits[0].end, (hits[0].term.code,)) if hits else (last, ())


def _find_title_of_several(layout: Layout, first: int) -> Hit | None:
    """The title in "Sens. Jane Roe and Ana Ruiz", for each of them."""
    i = first - 1
    while i > 0 and (layout.doc[i].lower_ in ("and", ",") or i in layout.name_at):
        i -= 1
    title = layout.get_title(i) if i >= 0 else None
    is_plural = title is not None and title.term.is_plural and title.end == i + 1
    is_written = title is not None and layout.doc[title.start].text[0].isupper()
    return title if is_plural and is_written else None


def _find_state_before(
    layout: Layout, first: int, covered: set[int]
) -> tuple[int, tuple[str, ...]]:
    """The state before a name and where it begins; else nothing, at ``first``.

    "China's Xi Jinping", "Russian Vladimir Putin", "Swedish student activist Greta Lind".
    """
    doc = layout.doc
    i = first - 1
    if i < 0 or layout.starts_sentence(first):
        return first, ()
    if doc[i].text in POSSESSIVES:
        hits = layout.get_hits(i - 1, _STATES)
        codes = tuple(hit.term.code for hit in hits if hit.term.code)[:1]
        return first, codes
    while i >= max(0, first - _MAX_WORDS_BEFORE) and i not in covered:
        token = doc[i]
        if token.dep_ not in ("amod", "compound", "nmod") or not i < token.head.i < first + 4:
            break
        hits = layout.get_hits(i, _NATIONALITIES)
        if hits:
            return (first if i == first - 1 else hits[0].start), (hits[0].term.code,)
        if layout.starts_sentence(i):
            break
        i -= 1
    return first, ()


def _gender_of_honorific(word: str) -> Gender:
    if word.rstrip(".") in ("mr", "sir", "lord", "sheikh"):
        return Gender.MALE
    if word.rstrip(".") in ("mrs", "ms", "miss", "dame", "lady", "madam"):
        return Gender.FEMALE
    return Gender.UNKNOWN
