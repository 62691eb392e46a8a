"""All mentions of parties in a Doc, numbered in the order of the text.

A mention says what its own words say; who it is, `resolve` decides from the whole article.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.extract.drafts import Draft
from detente.extract.layout import Layout
from detente.extract.person_mentions import find_name_drafts
from detente.extract.plain_mentions import (
    find_pronoun_drafts,
    find_sides_drafts,
    find_term_drafts,
)
from detente.extract.titles import find_title_drafts
from detente.model.mentions import Gender, Mention, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
Span = tuple[int, int]


def find_mentions(layout: Layout, given: tuple[Span, ...] = ()) -> tuple[Mention, ...]:
    """Every span that names or may refer to a party, and those of the ``given`` (in code points).

    "Russian Ambassador to the US Anatoly Antonov said his letters …" → the ambassador with name,
    state and host, and "his". "Gas prices rose" → nothing. Given words inside a longer mention
    ("US" above) become a mention of their own.
    """
    drafts = list(find_sides_drafts(layout, set()))
    covered = _tokens(drafts)
    titles = find_title_drafts(layout, _given_tokens(layout, given))
    drafts += [draft for draft in titles if draft.core not in covered]
    covered = _tokens(drafts)
    drafts += list(find_name_drafts(layout, covered))
    covered = _tokens(drafts)
    drafts += list(find_term_drafts(layout, covered))
    covered = _tokens(drafts)
    drafts += list(find_pronoun_drafts(layout, covered))
    drafts += list(_find_given_drafts(layout, given, drafts))
    drafts.sort(key=lambda draft: (draft.first, draft.last))
    owners = _add_owners(layout, drafts)
    # a possessor stands before what it owns, so that it is resolved first
    ordered = sorted([*drafts, *owners], key=lambda draft: (draft.first, draft.last))
    number_at = _index_by_token(ordered)
    return tuple(_number(layout, draft, index, number_at) for index, draft in enumerate(ordered))


def _find_given_drafts(
    layout: Layout, given: tuple[Span, ...], drafts: list[Draft]
) -> Iterator[Draft]:
    for start, end in sorted(set(given)):
        span = layout.doc.char_span(start, end, alignment_mode="expand")
        if span is None or any(_is_about(draft, span) for draft in drafts):
            continue
        outside = set(range(len(layout.doc))) - set(range(span.start, span.end))
        found = [*find_name_drafts(layout, outside), *find_term_drafts(layout, outside)]
        yield from found or [
            Draft(
                first=span.start,
                last=span.end,
                kind=MentionKind.GROUP,
                core=span.root.i,
                gender=Gender.PLURAL,
                is_plural=True,
            )
        ]


def _given_tokens(layout: Layout, given: tuple[Span, ...]) -> frozenset[int]:
    spans = (layout.doc.char_span(*item, alignment_mode="expand") for item in given)
    return frozenset(i for span in spans if span is not None for i in range(span.start, span.end))


def _is_about(draft: Draft, span: SpacySpan) -> bool:
    """Whether a mention's own word, or the end of its name, lies in a span."""
    own = draft.name[1] - 1 if draft.name is not None else draft.core
    if draft.kind is MentionKind.PRONOUN and draft.is_modifier and len(span) > 1:
        return False  # "its partners" are not "it"
    return any(span.start <= i < span.end for i in (own, draft.core))


def _tokens(drafts: list[Draft]) -> set[int]:
    return {i for draft in drafts for i in range(draft.first, draft.last)}


def _add_owners(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Mentions for possessors that stand inside a longer mention: "his" in "his ambassador"."""
    inside = {draft.owner for draft in drafts if draft.owner is not None}
    inside |= {
        i for owner in inside if owner in layout.name_at for i in range(*layout.name_at[owner])
    }
    covered = _tokens(drafts) - inside
    owners = [*find_pronoun_drafts(layout, covered), *find_name_drafts(layout, covered)]
    starts = {draft.first: draft for draft in drafts}
    named = {draft.name for draft in drafts if draft.name is not None}
    return [
        owner
        for owner in owners
        if owner.core in inside or any(i in inside for i in range(owner.first, owner.last))
        if owner.name not in named
        if not (owner.first in starts and starts[owner.first].last == owner.last)
    ]


def _index_by_token(drafts: list[Draft]) -> dict[int, int]:
    """For each token the number of the shortest mention that covers it."""
    index: dict[int, int] = {}
    for number, draft in sorted(
        enumerate(drafts), key=lambda item: -(item[1].last - item[1].first)
    ):
        for i in range(draft.first, draft.last):
            index[i] = number
    return index


def _number(layout: Layout, draft: Draft, index: int, number_at: dict[int, int]) -> Mention:
    doc: Doc = layout.doc
    span = doc[draft.first : draft.last]
    head = _find_head(layout, draft)
    owner = number_at.get(draft.owner) if draft.owner is not None else None
    beside = number_at.get(draft.beside) if draft.beside is not None else None
    return Mention(
        index=index,
        start=span.start_char,
        end=span.end_char,
        text=span.text,
        kind=draft.kind,
        sentence=layout.sentence_of[draft.core],
        paragraph=layout.paragraph_of[draft.core],
        first=draft.first,
        last=draft.last,
        head=head,
        is_subject=doc[head].dep_ in _SUBJECTS,
        rank=draft.rank,
        office=draft.office,
        name=doc[draft.name[0] : draft.name[1]].text if draft.name else None,
        states=draft.states,
        host=draft.host,
        of_name=doc[draft.of_name[0] : draft.of_name[1]].text if draft.of_name else None,
        possessor=owner if owner != index else None,
        same_as=beside if beside != index else None,
        gender=draft.gender,
        is_former=draft.is_former,
        is_plural=draft.is_plural,
        is_counterpart=draft.is_counterpart,
        is_modifier=draft.is_modifier,
        is_definite=draft.is_definite,
    )


def _find_head(layout: Layout, draft: Draft) -> int:
    """The token of the mention whose own head lies outside it: what the sentence hangs it on."""
    doc = layout.doc
    outside = [
        i
        for i in range(draft.first, draft.last)
        if not draft.first <= doc[i].head.i < draft.last or doc[i].head.i == i
    ]
    argumental = [i for i in outside if doc[i].dep_ not in ("punct", "det", "case", "prep", "cc")]
    return (argumental or outside or [draft.core])[-1 if len(argumental) == 1 else 0]
