"""Personal names in a Doc: which runs of tokens name a person.

The pipeline's entities are a first guess; titles and other places in the text mend it. A name in
a headline counts only where the body, or the entity recogniser, knows it as a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from detente.extract.matcher import Hit, TermKind
from detente.lexicon.holders import is_family_name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

Run = tuple[int, int]
HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady madam sheikh hon. rev. prof. "
    "hon excellency".split()
)
_PARTICLES = frozenset(
    "al el bin bint ibn ben abu de del della den der di da dos du la le van von zu ul ur ould "
    "y e st st. -".split()
)
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "june july august september october november december i reuters state party congress "
    "tweeted twitter summit meeting talks visit call trip deal speech photo image video "
    "administration says said tells people assembly council court".split()
)
_MAX_TOKENS = 7
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
    doubtful = {i for hit in listed if hit.term.is_ambiguous for i in range(hit.start, hit.end)}
    runs += list(_entities(doc, breaking, doubtful))
    runs += list(_families(doc, breaking))
    kept = _drop_overlaps(runs)
    known = {doc[i].lower_ for start, end in kept for i in range(start, end) if _is_long(doc[i])}
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
    """Whether most words of a sentence begin with a capital, as in an English headline."""
    words = [token for token in sent if token.is_alpha and len(token) > 3]
    capitals = sum(token.text[0].isupper() for token in words)
    return len(words) >= 3 and capitals >= _TITLE_CASE_SHARE * len(words)


def is_all_capitals(sent: Span) -> bool:
    """Whether a sentence is written in capitals, where case and tags tell nothing."""
    letters = [char for char in sent.text if char.isalpha()]
    return len(letters) > 8 and sum(char.isupper() for char in letters) > 0.8 * len(letters)


def read_name_from(doc: Doc, start: int, breaking: set[int]) -> Run | None:
    """The name that begins at token ``start``, as far as its form goes, or None."""
    end = start
    while end < len(doc) and end - start < _MAX_TOKENS:
        token = doc[end]
        if end in breaking and not (end > start and token.text[0].isupper() and _in_person(token)):
            break
        if end > start and (doc[end].is_sent_start or _is_glued(doc, start, end)):
            break
        if _is_name_word(token):
            end += 1
        elif _is_suffix(doc, end) or _joins(doc, end, start):
            end += 2
        elif _joins_with_hyphen(doc, end, start):
            end += 3
        else:
            break
    return (start, end) if end > start else None


def _after_titles(
    doc: Doc, hits: list[Hit], breaking: set[int], headline: set[int]
) -> Iterator[Run]:
    for hit in hits:
        is_person = hit.term.kind is TermKind.TITLE and hit.term.sort == "person"
        if not is_person or hit.term.is_plural or hit.end >= len(doc):
            continue
        is_known = _in_person(doc[hit.end]) or is_family_name(doc[hit.end].text)
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


def _first_name(doc: Doc, hit: Hit, start: int, breaking: set[int]) -> set[int]:
    """The token after a title that is a city elsewhere: "President Santiago Peña"."""
    if start != hit.end or start not in breaking or start + 1 >= len(doc):
        return set()
    token, after = doc[start], doc[start + 1]
    is_name = after.pos_ == "PROPN" and after.is_title and start + 1 not in breaking
    is_inside = token.whitespace_ == " " and not after.is_sent_start
    return {start} if is_name and is_inside and token.is_title and _is_long(after) else set()


def _skip_complement(doc: Doc, i: int, breaking: set[int]) -> int:
    """Past "to the US" in "Ambassador to the US Anatoly Antonov", else ``i`` itself."""
    if doc[i].lower_ not in ("to", "of", "for", "from"):
        return i
    j = i + 1
    while j < len(doc) - 1 and (j in breaking or doc[j].lower_ in ("the", "and")):
        j += 1
    is_passed = j > i + 1 and (j - 1) in breaking and not doc[j].is_sent_start
    return j if is_passed else i


def _entities(doc: Doc, breaking: set[int], doubtful: set[int]) -> Iterator[Run]:
    """Persons that the recogniser sees; "Jordan Bardella" keeps a first name that is a state's."""
    for ent in doc.ents:
        if ent.label_ != "PERSON":
            continue
        start, end = ent.start, ent.end
        if start in doubtful and end - start > 1 and _is_long(doc[start + 1]):
            run = read_name_from(doc, start, breaking - {start})
            if run is not None and run[1] > start + 1:
                yield run
                continue
        while start < end and (
            start in breaking or doc[start].lower_ in HONORIFICS or not _is_name_word(doc[start])
        ):
            start += 1
        run = read_name_from(doc, start, breaking) if start < end else None
        if run is not None and any(_is_long(doc[i]) for i in range(*run)):
            yield run


def _families(doc: Doc, breaking: set[int]) -> Iterator[Run]:
    """Family names of known office-holders that stand alone: "met Xi on Monday"."""
    for token in doc:
        if token.pos_ != "PROPN" or not token.is_title or token.i in breaking:
            continue
        if token.ent_type_ not in ("", "PERSON") or token.lower_ in _NOT_NAMES:
            continue
        beside = [doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(doc)]
        if any(other.text[0].isupper() and other.sent == token.sent for other in beside):
            continue
        if token.i > 0 and token.nbor(-1).lower_ in ("the", "a", "an"):
            continue  # "the West" is nobody called West
        if not token.is_stop and _is_name_word(token) and is_family_name(token.text):
            yield token.i, token.i + 1


def _is_glued(doc: Doc, start: int, i: int) -> bool:
    """Whether a page's markup glued the next word to the name: "Jane Roe RoeFederal"."""
    text = doc[i].text
    return any(
        text.startswith(word.text) and text[len(word.text) :][:1].isupper()
        for word in doc[start:i]
        if _is_long(word)
    )


def _is_name_word(token: Token) -> bool:
    text = token.text
    if token.lower_ in _NOT_NAMES or not text[0].isupper():
        return False
    if text == "May" and not _is_may_a_person(token):
        return False
    if not any(char.isalpha() for char in text):
        return False
    if token.pos_ in ("PROPN", "X") or (token.pos_ in ("NOUN", "ADJ") and _in_person(token)):
        return True
    return _follows_capital(token) and is_family_name(text)


def _is_may_a_person(token: Token) -> bool:
    """Whether "May" is no month and no verb at the head of a question: after a name, or acting."""
    if token.i > 0 and token.nbor(-1).text[0].isupper():
        return True
    return token.ent_type_ == "PERSON" and token.dep_ in ("nsubj", "nsubjpass", "poss")


def _follows_capital(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text[0].isupper() and not token.is_sent_start


def _is_suffix(doc: Doc, i: int) -> bool:
    """Whether ", Jr." follows a name at token ``i``."""
    return doc[i].text == "," and i + 1 < len(doc) and doc[i + 1].text in ("Jr.", "Sr.", "Jr", "Sr")


def _joins(doc: Doc, i: int, start: int) -> bool:
    """Whether token ``i`` (a particle or a hyphen) joins the name before it to a word after it."""
    if i == start or i + 1 >= len(doc):
        return False
    token, after = doc[i], doc[i + 1]
    if token.text in ("-", "‑", "–"):
        is_tight = not doc[i - 1].whitespace_ and not token.whitespace_ and after.is_alpha
        return is_tight and not _pairs_two_names(doc, i)
    return token.lower_ in _PARTICLES and _is_name_word(after)


def _joins_with_hyphen(doc: Doc, i: int, start: int) -> bool:
    """Whether a particle and a hyphen follow: "Suleiman [al-]Shaheen"."""
    if i == start or i + 2 >= len(doc) or doc[i].lower_ not in _PARTICLES:
        return False
    return doc[i + 1].text == "-" and not doc[i].whitespace_ and _is_name_word(doc[i + 2])


def _pairs_two_names(doc: Doc, i: int) -> bool:
    """Whether the hyphen at ``i`` stands between two persons: "the Trump-Kim summit"."""
    end = i + 1
    while end < len(doc) and doc[end].text[0].isupper() and doc[end].lower_ not in _NOT_NAMES:
        end += 1
    if end == i + 1 or end >= len(doc):
        return False
    return doc[end].pos_ == "NOUN" or doc[end].lower_ in _NOT_NAMES


def _in_person(token: Token) -> bool:
    return bool(token.ent_type_ == "PERSON")


def _is_long(token: Token) -> bool:
    return len(token.text) > 2 and token.text[0].isupper() and token.lower_ not in _PARTICLES


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
