"""Layout: a Doc with what the lexicon and the name finder see in it, looked up by token.

One value handed through the mention finder, so that each rule asks it and none scans again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.extract.matcher import Hit, TermKind, TermMatcher
from detente.extract.name_forms import Run
from detente.extract.names import find_name_runs
from detente.extract.place_senses import settle_homonyms

if TYPE_CHECKING:
    from spacy.tokens import Doc

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
NAMING_STATE = frozenset(
    {
        TermKind.STATE,
        TermKind.ADJECTIVE,
        TermKind.PEOPLE,
        TermKind.CAPITAL,
        TermKind.METONYM,
        TermKind.CONTEXTUAL,
        TermKind.ORGANISATION,
        TermKind.INSTITUTION,
        TermKind.MOVEMENT,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A Doc, its hits by the tokens they cover, its personal names, its paragraphs."""

    doc: Doc
    hits: tuple[Hit, ...]
    covering: dict[int, tuple[Hit, ...]]
    names: tuple[Run, ...]
    name_at: dict[int, Run]
    paragraph_of: tuple[int, ...]
    sentence_of: tuple[int, ...]

    def get_hits(self, i: int, kinds: frozenset[TermKind]) -> tuple[Hit, ...]:
        """The hits of these kinds that cover token ``i``."""
        return tuple(hit for hit in self.covering.get(i, ()) if hit.term.kind in kinds)

    def get_title(self, i: int) -> Hit | None:
        """The title that covers token ``i``, if any."""
        found = self.get_hits(i, frozenset({TermKind.TITLE}))
        return found[0] if found else None

    def starts_sentence(self, i: int) -> bool:
        """Whether token ``i`` is the first of its sentence, or past the end."""
        return i >= len(self.doc) or self.doc[i].is_sent_start is True or i == 0


def lay_out(doc: Doc, matcher: TermMatcher) -> Layout:
    """Find terms and names in a Doc and index them by token."""
    hits = tuple(hit for hit in matcher.find_hits(doc) if not _is_part_of_name(doc, hit))
    hits = settle_homonyms(doc, hits)
    names = find_name_runs(doc, hits)
    name_at = {i: run for run in names for i in range(*run)}
    covering: dict[int, list[Hit]] = {}
    for hit in hits:
        for i in range(hit.start, hit.end):
            covering.setdefault(i, []).append(hit)
    return Layout(
        doc=doc,
        hits=hits,
        covering={i: tuple(found) for i, found in covering.items()},
        names=names,
        name_at=name_at,
        paragraph_of=_number_paragraphs(doc),
        sentence_of=_number_sentences(doc),
    )


def _is_part_of_name(doc: Doc, hit: Hit) -> bool:
    """Whether "North" begins another name: "North Africa", "South African"."""
    if hit.term.kind is not TermKind.CONTEXTUAL or hit.end >= len(doc):
        return False
    after = doc[hit.end]
    return after.text[0].isupper() and not after.is_sent_start and after.pos_ in ("PROPN", "ADJ")


def _number_paragraphs(doc: Doc) -> tuple[int, ...]:
    numbers: list[int] = []
    current = 0
    for token in doc:
        numbers.append(current)
        if token.text.count("\n") > 1 or ("\n" in token.text and _ends_line(doc, token.i)):
            current += 1
    return tuple(numbers)


def _ends_line(doc: Doc, i: int) -> bool:
    return i + 1 < len(doc) and doc[i + 1].is_sent_start is True


def _number_sentences(doc: Doc) -> tuple[int, ...]:
    numbers: list[int] = []
    current = -1
    for token in doc:
        current += token.is_sent_start is True or token.i == 0
        numbers.append(current)
    return tuple(numbers)
