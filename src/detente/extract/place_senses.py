"""Which names of states and capitals are only places where they stand: "in Washington", "KYIV —".

Apart from `plain_mentions`, which drafts a mention of whatever sense is found here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.extract.matcher import Hit, TermKind
from detente.lexicon.homonyms import load_homonyms

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LOCATED = frozenset({TermKind.STATE, TermKind.CAPITAL, TermKind.PLACE})
# "Lebanon County", "Cuba Street": the name of something else altogether
_BEARERS = frozenset(
    "county street avenue road university college lane boulevard tech stadium".split()
)
_LOCATIVES = frozenset({"in", "at", "near", "outside", "around", "inside", "across"})
_AFTER_DATELINE = frozenset({",", "(", "-", "–", "—", "--", "/", ":"})
_LONGEST_ACRONYM = 4  # letters: "USA" in capitals is no dateline, "KYIV" is one


def settle_homonyms(doc: Doc, hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits, with names of other places than states moved there or left out.

    "Georgia" in an article with "Atlanta" lies in the USA; "Lebanon County" is no state.
    """
    listed = [hit for hit in hits if not _is_borne(doc, hit)]
    words = frozenset(token.text for token in doc)
    moved = {
        (item.word, item.code): item.instead for item in load_homonyms() if item.is_other(words)
    }
    return tuple(_move(hit, moved) for hit in listed) if moved else tuple(listed)


def is_location(doc: Doc, hit: Hit) -> bool:
    """Whether a state or capital stands as a place only: "in Washington", "KYIV (AP) —"."""
    if hit.term.kind not in _LOCATED:
        return False
    return _is_dateline(doc, hit) or _is_state_of_usa(doc, hit) or _is_inside(doc, hit)


def _move(hit: Hit, moved: dict[tuple[str, str], str]) -> Hit:
    code = moved.get((hit.term.text, hit.term.code))
    if code is None:
        return hit
    term = replace(hit.term, kind=TermKind.PLACE, code=code, is_ambiguous=False)
    return replace(hit, term=term)


def _is_borne(doc: Doc, hit: Hit) -> bool:
    if hit.term.kind not in _LOCATED or hit.end >= len(doc):
        return False
    after = doc[hit.end]
    return after.lower_ in _BEARERS and after.text[0].isupper()


def _is_dateline(doc: Doc, hit: Hit) -> bool:
    text = doc[hit.start : hit.end].text
    is_short = hit.term.kind is TermKind.STATE and len(text) <= _LONGEST_ACRONYM
    if not text.isupper() or is_short or hit.end >= len(doc):
        return False
    starts = doc[hit.start].is_sent_start or hit.start == 0 or doc[hit.start - 1].text == "/"
    return bool(starts) and doc[hit.end].text in _AFTER_DATELINE


def _is_state_of_usa(doc: Doc, hit: Hit) -> bool:
    """ "Washington state" lies on the other coast."""
    return hit.term.is_ambiguous and hit.end < len(doc) and doc[hit.end].text == "state"


def _is_inside(doc: Doc, hit: Hit) -> bool:
    token = doc[hit.end - 1]
    return token.dep_ == "pobj" and token.head.lower_ in _LOCATIVES
