"""Mentions built around a title: "Russian Ambassador to the US Anatoly Antonov", "the minister".

The grammar reads from the title to the left (states, modifiers, owners) and to the right ("of",
"to", "for" with what follows, then a name), over tokens, since the parser often splits long titles.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.extract.drafts import Draft
from detente.extract.layout import POSSESSIVES, Layout
from detente.extract.matcher import Hit, TermKind
from detente.extract.title_left import Reading, read_left
from detente.extract.title_ranks import find_rank
from detente.extract.title_right import read_name, read_tail
from detente.model.mentions import Gender, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODIFYING = ("compound", "nmod", "amod")
_FEMALE = ("queen", "princess", "woman", "first lady", "sheikha", "duchess", "mrs", "ms")
_MALE = ("king", "prince", "sultan", "emir", "pope", "sheikh", "congressman", "mr")


def find_title_drafts(layout: Layout, given: frozenset[int] = frozenset()) -> tuple[Draft, ...]:
    """A draft for each title in the Doc that is not part of a longer title's words.

    A title that refers to nobody in sight ("an official") counts only on ``given`` tokens.
    """
    drafts: list[Draft] = []
    covered = -1
    for hit in layout.hits:
        if hit.term.kind is not TermKind.TITLE or hit.start < covered:
            continue
        if _is_followed_by_title(layout, hit) or _is_before_names(layout, hit):
            continue
        draft = _read_title(layout, hit, is_given=hit.end - 1 in given)
        if draft is None:
            continue
        if drafts and drafts[-1].last > draft.first:
            first = max(draft.first, drafts[-1].last)
            while first < draft.core and layout.doc[first].text in POSSESSIVES:
                first += 1
            draft = replace(draft, first=first)
        drafts.append(draft)
        covered = draft.last
    return tuple(drafts)


def _is_followed_by_title(layout: Layout, hit: Hit) -> bool:
    """Whether a title only modifies the next: "administration" in "Biden administration officials".

    So does "separatist" in "separatist rebels"; in "Defence Minister General Roe" both count.
    """
    if hit.term.sort == "person" and layout.doc[hit.start].text[0].isupper():
        return False
    if hit.end >= len(layout.doc) or layout.doc[hit.end - 1].dep_ not in _MODIFYING:
        return False
    return layout.get_title(hit.end) is not None


def _is_before_names(layout: Layout, hit: Hit) -> bool:
    """ "Presidents" in "Presidents Roe and Ruiz" is each one's title, no group of its own."""
    is_written = layout.doc[hit.start].text[0].isupper()
    return hit.term.is_plural and is_written and layout.name_at.get(hit.end, (0, 0))[0] == hit.end


def _read_title(layout: Layout, hit: Hit, *, is_given: bool) -> Draft | None:
    doc = layout.doc
    core = doc[hit.end - 1]
    if core.pos_ in ("VERB", "AUX", "ADV"):
        return None
    reading = Reading(first=hit.start, last=hit.end)
    read_left(layout, reading, hit)
    read_tail(layout, reading, hit)
    read_name(layout, reading, hit)
    sort = hit.term.sort
    if sort == "person" and hit.term.is_plural and reading.name is None:
        sort = "group"
    kind = {"group": MentionKind.GROUP, "body": MentionKind.BODY}.get(sort, MentionKind.OFFICE)
    if reading.name is not None and sort == "person":
        kind = MentionKind.PERSON
    beside = _find_name_before(layout, reading, hit)
    is_someone = is_given or beside is not None or _stands_for_someone(core, reading)
    if kind is MentionKind.OFFICE and not is_someone:
        return None
    return Draft(
        first=reading.first,
        last=reading.last,
        kind=kind,
        core=hit.end - 1,
        rank=find_rank(layout, reading, hit),
        office=hit.term.office,
        name=reading.name,
        states=tuple(reading.states) or ((hit.term.code,) if hit.term.code else ()),
        host=reading.host,
        of_name=reading.of_name,
        owner=reading.owner,
        beside=beside,
        gender=_find_gender(hit, layout, reading),
        is_former="former" in reading.effects,
        is_plural=hit.term.is_plural,
        is_counterpart=reading.is_counterpart or hit.term.office == "counterpart",
        is_definite=reading.is_definite or reading.owner is not None,
    )


def _find_name_before(layout: Layout, reading: Reading, hit: Hit) -> int | None:
    """The name in "Sergei Lavrov, Russia's foreign minister": a token of it, or None."""
    i = reading.first - 1
    if reading.name is not None or hit.term.is_plural or i < 1 or layout.doc[i].text != ",":
        return None
    run = layout.name_at.get(i - 1)
    if run is None or layout.starts_sentence(reading.first):
        return None
    if reading.is_definite or reading.states or reading.effects or reading.of_name:
        core = layout.doc[reading.last - 1]
        if core.dep_ == "conj" and reading.last < len(layout.doc) and core.head.i < reading.first:
            is_listed = any(t.text == "and" for t in layout.doc[run[0] : reading.first])
            return None if is_listed else run[0]
        return run[0]
    return None


def _stands_for_someone(core: Token, reading: Reading) -> bool:
    """A bare title without article, owner or state ("as president") refers to nobody in sight."""
    if reading.is_definite or reading.states or reading.owner is not None or reading.name:
        return True
    return core.text[0].isupper() and core.dep_ in ("nsubj", "pobj", "dobj", "appos", "nsubjpass")


def _find_gender(hit: Hit, layout: Layout, reading: Reading) -> Gender:
    if hit.term.is_plural:
        return Gender.PLURAL
    if hit.term.sort == "body":
        return Gender.NEUTER
    words = layout.doc[reading.first : reading.last].text.lower().split()
    if any(word.rstrip(".").endswith(_FEMALE) for word in words):
        return Gender.FEMALE
    if any(word.rstrip(".") in _MALE for word in words):
        return Gender.MALE
    return Gender.UNKNOWN
