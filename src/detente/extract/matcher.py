"""Where the lexicon's terms stand in a Doc: states, organisations, bodies, titles, places, names.

Apart from `mentions`, which builds on it, because matching knows tables and no grammar. A match is
by lower case and then filtered: a name must be written as one, and "us" is not "US".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from detente.lexicon import tables
from detente.model.parties import Rank

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

_SHORT = 5  # abbreviations up to this length must be written in capitals, or "who" would be the WHO


class TermKind(StrEnum):
    """Which table, and which column of it, a term comes from."""

    STATE = "state"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    METONYM = "metonym"
    CONTEXTUAL = "contextual"
    ORGANISATION = "organisation"
    INSTITUTION = "institution"
    MOVEMENT = "movement"
    TITLE = "title"
    MODIFIER = "modifier"
    PLACE = "place"
    OUTLET = "outlet"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One way of writing one row of a table."""

    kind: TermKind
    text: str
    code: str = ""
    rank: Rank | None = None
    office: str = ""
    sort: str = ""
    is_plural: bool = False
    is_cased: bool = True
    is_ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A term and the tokens it covers, end exclusive."""

    term: Term
    start: int
    end: int


class TermMatcher:
    """Finds all terms of the packaged tables in a Doc of one pipeline's tokens."""

    def __init__(self, nlp: Language, names: Iterable[str] = ()) -> None:
        """Load the tables; ``names`` are full personal names to find as well."""
        from spacy.matcher import PhraseMatcher  # noqa: PLC0415 - spaCy loads only when reading

        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._terms: dict[str, list[Term]] = {}
        written: dict[str, list[str]] = {}
        known = (Term(kind=TermKind.NAME, text=name) for name in names if " " in name)
        for term in chain(find_terms(), known):
            key = term.text.lower().replace("’", "'")
            self._terms.setdefault(key, []).append(term)
            written.setdefault(key, []).append(term.text)
        for number, (key, texts) in enumerate(written.items()):
            # each spelling is tokenised as written: "u.s." would be cut where "U.S." is not
            written_ways = {way for text in texts for way in _ways_of_writing(text)}
            self._matcher.add(str(number), [nlp.tokenizer(way) for way in {*written_ways, key}])
        self._keys = tuple(written)

    def find_hits(self, doc: Doc) -> tuple[Hit, ...]:
        """All hits, longest first where they overlap, in the order of the text.

        Terms of several kinds on the same words all stand: "American" is adjective and people.
        """
        spans = sorted(
            (
                (doc[start:end], self._keys[int(doc.vocab.strings[key])])
                for key, start, end in self._matcher(doc)
            ),
            key=lambda item: (-_count_words(item[0]), item[0].start),
        )
        taken: dict[int, tuple[int, int]] = {}
        hits: list[Hit] = []
        for span, key in spans:
            where = (span.start, span.end)
            if any(taken.get(i, where) != where for i in range(*where)):
                continue
            fitting = [term for term in self._terms[key] if _is_written_as(term, span)]
            if not fitting:
                continue
            taken.update(dict.fromkeys(range(*where), where))
            hits.extend(Hit(term=term, start=span.start, end=span.end) for term in fitting)
        return tuple(sorted(hits, key=lambda hit: (hit.start, hit.term.kind)))


def find_terms() -> Iterator[Term]:
    """Every term of the packaged tables."""
    yield from _state_terms()
    yield from _body_terms()
    for title in tables.load_titles():
        yield from _title_terms(title)
    for modifier in tables.load_modifiers():
        yield Term(kind=TermKind.MODIFIER, text=modifier.word, sort=modifier.effect, is_cased=False)
    for place in tables.load_places():
        yield from _named(TermKind.PLACE, place.names, code=place.state)
    for outlet in tables.load_outlets():
        yield from _named(TermKind.OUTLET, outlet.names, code=outlet.state)


def _count_words(span: Span) -> int:
    """Tokens without the article: "North Korean" is longer than "the North"."""
    return len(span) - (len(span) > 1 and span[0].lower_ == "the")


def _ways_of_writing(text: str) -> set[str]:
    """A term with either apostrophe, and with a capital: "Gen." is one token, "gen." two."""
    ways = {text, text.replace("'", "’"), text[:1].upper() + text[1:]}
    return ways | {text.title()} if "." in text else ways


def _named(kind: TermKind, names: Iterable[str], code: str) -> Iterator[Term]:
    for name in names:
        yield Term(kind=kind, text=name, code=code)


def _state_terms() -> Iterator[Term]:
    for state in tables.load_states():
        doubtful = set(state.ambiguous)
        columns = (
            (TermKind.STATE, state.names),
            (TermKind.ADJECTIVE, state.adjectives),
            (TermKind.PEOPLE, state.people),
            (TermKind.CAPITAL, state.capital),
            (TermKind.METONYM, state.metonyms),
            (TermKind.CONTEXTUAL, state.contextual),
        )
        for kind, names in columns:
            for name in names:
                yield Term(kind=kind, text=name, code=state.code, is_ambiguous=name in doubtful)


def _body_terms() -> Iterator[Term]:
    for organisation in tables.load_organisations():
        for name in organisation.names:
            yield Term(kind=TermKind.ORGANISATION, text=name, code=organisation.code)
        for name in organisation.adjectives:
            yield Term(
                kind=TermKind.ORGANISATION, text=name, code=organisation.code, sort="adjective"
            )
    for institution in tables.load_institutions():
        for name in institution.names:
            yield Term(
                kind=TermKind.INSTITUTION,
                text=name,
                code=institution.state,
                rank=Rank(institution.rank),
                office=institution.name,
                sort=institution.kind,
            )
    for movement in tables.load_movements():
        for name in movement.names:
            yield Term(kind=TermKind.MOVEMENT, text=name, code=movement.state, rank=Rank.NONSTATE)


def _title_terms(title: tables.Title) -> Iterator[Term]:
    plural = title.plural or title.phrase + "s"
    for text, is_plural in dict([(title.phrase, False), (plural, True)]).items():
        yield Term(
            kind=TermKind.TITLE,
            text=text,
            code=title.state,
            rank=Rank(title.rank),
            office=title.office or title.phrase,
            sort=title.kind,
            is_plural=is_plural or title.kind == "group",
            is_cased=False,
        )


def _is_written_as(term: Term, span: Span) -> bool:
    """Whether the words are written as the term is: a name with its capitals."""
    if not term.is_cased:
        return True
    if span.text.replace("’", "'") == term.text.replace("’", "'"):
        return True
    letters = [char for char in term.text if char.isalpha()]
    if len(letters) < _SHORT and all(char.isupper() for char in letters):
        return False
    return span.text.isupper() or span.text.istitle()
