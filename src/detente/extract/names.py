"""Personal names in a Doc: which runs of tokens name a person.

The pipeline's entities are a first guess; titles and other places in the text mend it. A name in
a headline counts only where the body, or the entity recogniser, knows it as a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from detente.extract.matcher import Hit, TermKind
from detente.extract.name_forms import (
    HONORIFICS,
    NOT_NAMES,
    Run,
    can_be_family,
    is_common,
    is_in_person,
    is_long,
    is_name_word,
    read_name_from,
)
from detente.lexicon.holders import is_family_name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_TITLE_CASE_SHARE = 0.7
# A table's word that may also be a surname does not break a name: "Paris Hilton", "Jordan Bardella"
_BREAKING = frozenset(
    {
        TermKind.TITLE,
        TermKind.ADJECTIVE,
        TermKind.STATE,
        TermKind.PEOPLE,
        TermKind.CAPITAL,
        TermKind.METONYM,
        TermKind.PLACE,
        TermKind.ORGANISATION,
        TermKind.INSTITUTION,
        TermKind.OUTLET,
        TermKind.MOVEMENT,
    }
)


def find_name_runs(doc: Doc, hits: Iterable[Hit]) -> tuple[Run, ...]:
    """Token spans (end exclusive) that name persons, in order, not overlapping.

    "Secretary of State Antony Blinken met Lavrov" → Antony Blinken, Lavrov. "Politico reported"
    names nobody.
    """
    listed = list(hits)
    breaking = {
        i for hit in listed if hit.term.kind in _BREAKING for i in range(hit.start, hit.end)
    }
    headline = {i for sent in doc.sents if is_title_case(sent) for i in range(sent.start, sent.end)}
    runs = [(hit.start, hit.end) for hit in listed if hit.term.kind is TermKind.NAME]
    runs += list(_after_titles(doc, listed, breaking, headline))
    runs += list(_before_titles(doc, listed, breaking))
    doubtful = {i for hit in listed if hit.term.is_ambiguous for i in range(hit.start, hit.end)}
    runs += list(_entities(doc, breaking, doubtful, headline))
    runs += list(_families(doc, breaking))
    kept = _drop_overlaps([*runs, *_repeats(doc, runs)])
    known = {doc[i].lower_ for start, end in kept for i in range(start, end) if is_long(doc[i])}
    known |= {doc[start].lower_ for start, end in kept if is_family_name(doc[start].text)}
    covered = {i for start, end in kept for i in range(start, end)}
    kept += [
        (token.i, token.i + 1)
        for token in doc
        if token.lower_ in known
        and token.i not in covered
        and token.i not in breaking
        and token.text[:1].isupper()
        and (token.pos_ in ("PROPN", "NOUN", "ADJ", "X") or token.i in headline)
    ]
    return tuple(sorted(_join(doc, sorted(kept))))


def is_title_case(sent: Span) -> bool:
    """Whether most words of a sentence begin with a capital, as in an English headline.

    A headline has no full stop.
    """
    if sent.text.rstrip().endswith("."):
        return False
    words = [token for token in sent if token.is_alpha and len(token) > 3]
    capitals = sum(token.text[0].isupper() for token in words)
    return len(words) >= 3 and capitals >= _TITLE_CASE_SHARE * len(words)


def is_all_capitals(sent: Span) -> bool:
    """Whether a sentence is written in capitals, where case and tags tell nothing."""
    letters = [char for char in sent.text if char.isalpha()]
    return len(letters) > 8 and sum(char.isupper() for char in letters) > 0.8 * len(letters)


def _after_titles(
    doc: Doc, hits: list[Hit], breaking: set[int], headline: set[int]
) -> Iterator[Run]:
    for hit in hits:
        is_person = hit.term.kind is TermKind.TITLE and hit.term.sort == "person"
        if not is_person or hit.term.is_plural or hit.end >= len(doc):
            continue
        is_known = is_in_person(doc[hit.end]) or is_family_name(doc[hit.end].text)
        if hit.start in headline and not is_known:
            continue
        if not doc[hit.start].text[0].isupper():
            continue
        start = _skip_complement(doc, hit.end, breaking)
        run = read_name_from(doc, start, breaking - _first_name(doc, hit, start, breaking))
        if run is not None:
            yield run
    for token in doc[:-1] if len(doc) else ():
        if token.lower_ in HONORIFICS:
            run = read_name_from(doc, token.i + 1, breaking)
            if run is not None:
                yield run


def _before_titles(doc: Doc, hits: list[Hit], breaking: set[int]) -> Iterator[Run]:
    """Names that the recogniser takes for something else: "Karin Dahl, an adviser to …"."""
    persons = {hit.start for hit in hits if hit.term.kind is TermKind.TITLE} - breaking
    persons |= {hit.start for hit in hits if hit.term.sort == "person"}
    for comma in doc[2:-2]:
        if comma.text != "," or doc[comma.i + 1].lower_ not in ("a", "an", "the"):
            continue
        if not persons & set(range(comma.i + 2, min(comma.i + 5, len(doc)))):
            continue
        start = comma.i
        while start > comma.sent.start and _is_first_name(doc[start - 1], breaking):
            start -= 1
        if comma.i - start > 1 and doc[start].lower_ not in HONORIFICS:
            yield start, comma.i


def _is_first_name(token: Token, breaking: set[int]) -> bool:
    is_word = token.is_title and token.is_alpha and token.lower_ not in NOT_NAMES
    return token.pos_ == "PROPN" and is_word and token.i not in breaking


def _repeats(doc: Doc, runs: list[Run]) -> Iterator[Run]:
    """Full names again where the recogniser missed them: "Petra Novak" after a title and later."""
    names: dict[str, set[tuple[str, ...]]] = {}
    for start, end in runs:
        if end - start > 1:
            words = tuple(token.text for token in doc[start:end])
            names.setdefault(words[0], set()).add(words)
    for token in doc:
        for words in names.get(token.text, ()):
            if tuple(other.text for other in doc[token.i : token.i + len(words)]) == words:
                yield token.i, token.i + len(words)


def _first_name(doc: Doc, hit: Hit, start: int, breaking: set[int]) -> set[int]:
    """The token after a title that is a city elsewhere: "President Santiago Peña"."""
    if start != hit.end or start not in breaking or start + 1 >= len(doc):
        return set()
    token, after = doc[start], doc[start + 1]
    is_name = after.pos_ == "PROPN" and after.is_title and start + 1 not in breaking
    is_inside = token.whitespace_ == " " and not after.is_sent_start
    return {start} if is_name and is_inside and token.is_title and is_long(after) else set()


def _skip_complement(doc: Doc, i: int, breaking: set[int]) -> int:
    """Past "to the US" in "Ambassador to the US Anatoly Antonov", else ``i`` itself."""
    if doc[i].lower_ not in ("to", "of", "for", "from"):
        return i
    j = i + 1
    while j < len(doc) - 1 and (j in breaking or doc[j].lower_ in ("the", "and")):
        j += 1
    is_passed = j > i + 1 and (j - 1) in breaking and not doc[j].is_sent_start
    return j if is_passed else i


def _entities(
    doc: Doc, breaking: set[int], doubtful: set[int], headline: set[int]
) -> Iterator[Run]:
    """Persons that the recogniser sees; "Jordan Bardella" keeps a first name that is a state's."""
    for ent in doc.ents:
        if ent.label_ != "PERSON":
            continue
        start, end = ent.start, ent.end
        if start in doubtful and end - start > 1 and is_long(doc[start + 1]):
            run = read_name_from(doc, start, breaking - {start})
            if run is not None and run[1] > start + 1:
                yield run
                continue
        while start < end and (
            start in breaking or doc[start].lower_ in HONORIFICS or not is_name_word(doc[start])
        ):
            start += 1
        run = read_name_from(doc, start, breaking) if start < end else None
        if run is not None and start in headline:
            run = (run[0], min(run[1], end))  # "Berg Warns Norway": capitals tell nothing
        is_word = run is not None and run[1] - run[0] == 1 and is_common(doc[run[0]])
        if run is not None and not is_word and any(is_long(doc[i]) for i in range(*run)):
            yield run


def _families(doc: Doc, breaking: set[int]) -> Iterator[Run]:
    """Family names of known office-holders that stand alone: "met Xi on Monday"."""
    for token in doc:
        if not token.is_title or token.i in breaking or not can_be_family(token):
            continue
        if token.ent_type_ not in ("", "PERSON") or token.lower_ in NOT_NAMES:
            continue
        beside = [doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(doc)]
        if any(other.text[0].isupper() and other.sent == token.sent for other in beside):
            continue
        if token.i > 0 and token.nbor(-1).lower_ in ("the", "a", "an"):
            continue  # "the West" is nobody called West
        if not token.is_stop and is_family_name(token.text):
            yield token.i, token.i + 1


def _drop_overlaps(runs: Iterable[Run]) -> list[Run]:
    kept: list[Run] = []
    for run in sorted(set(runs), key=lambda item: (-(item[1] - item[0]), item[0])):
        if all(run[1] <= other[0] or other[1] <= run[0] for other in kept):
            kept.append(run)
    return kept


def _join(doc: Doc, runs: list[Run]) -> list[Run]:
    """Runs that touch are one name, unless a comma or a sentence stands between them."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1][1] == run[0] and not doc[run[0]].is_sent_start:
            joined[-1] = (joined[-1][0], run[1])
        else:
            joined.append(run)
    return joined
