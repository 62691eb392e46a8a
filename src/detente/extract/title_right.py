"""What stands to the right of a title: "of", "to", "for" with what follows, then a name.

"[Ambassador] to the US Anatoly Antonov", "[President] Volodymyr Zelenskyy of Ukraine".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract.layout import NAMING_STATE, Layout
from detente.extract.matcher import Hit, TermKind
from detente.extract.title_left import Reading, is_single
from detente.model.parties import Rank

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Whoever advises or helps a person is of that person's side: "an adviser to Zelensky"
_HELPERS = ("adviser", "advisor", "aide", "assistant", "counsel", "deputy", "lieutenant")
_ENVOYS = ("ambassador", "envoy", "representative", "consul", "emissary", "attach", "charg")
_MAX_TAIL = 9
_FOREIGN = frozenset(
    "world foreign arab european western regional global international african asian gulf "
    "visiting other".split()
)
_TAIL_PREPOSITIONS = frozenset({"of", "to", "for", "on", "from", "in", "at"})


def read_tail(layout: Layout, reading: Reading, hit: Hit) -> None:
    """Read "of the European Council", "to the US", "for Political-Military Affairs"."""
    doc = layout.doc
    while reading.last < len(doc) - 1 and doc[reading.last].lower_ in _TAIL_PREPOSITIONS:
        preposition = doc[reading.last].lower_
        is_envoy = hit.term.rank is Rank.ENVOY or any(part in hit.term.office for part in _ENVOYS)
        if preposition == "to" and hit.term.office.endswith(_HELPERS):
            reading.of_name = _find_principal(layout, reading.last + 1)
            if reading.of_name is None:
                _read_employer(layout, reading)
            return
        is_place = preposition in ("in", "at", "from", "on") and is_single(hit)
        if (preposition == "to" or is_place) and not is_envoy:
            return
        end, hits, run = _read_complement(layout, reading.last + 1, hit)
        if end == reading.last + 1:
            return
        if not hits and run is None and preposition in ("in", "at", "from", "to", "on"):
            return
        if not (preposition in ("in", "at") and _comes_from_elsewhere(layout, reading, hit)):
            is_host = is_envoy and preposition in ("to", "in", "at", "for", "on")
            _add_complement(reading, hits, is_host=is_host)
        if run is not None and not hits:
            reading.of_name = run
        reading.last = end


def _add_complement(reading: Reading, hits: list[Hit], *, is_host: bool) -> None:
    for item in hits:
        if is_host:
            reading.host = reading.host or item.term.code
        elif item.term.code and item.term.code not in reading.states:
            reading.states.append(item.term.code)
            reading.is_movement |= item.term.kind is TermKind.MOVEMENT


def read_name(layout: Layout, reading: Reading, hit: Hit) -> None:
    """Add the name that follows: "minister Jane Roe", "the minister, Jane Roe,"."""
    doc = layout.doc
    if hit.term.sort != "person" or hit.term.is_plural:
        return
    i = reading.last
    if i in layout.name_at and layout.name_at[i][0] == i and _is_on(doc, i):
        reading.name = layout.name_at[i]
        reading.last = reading.name[1]
        _read_state_after(layout, reading)
        return
    if i + 1 < len(doc) and doc[i].text == "," and layout.name_at.get(i + 1, (0, 0))[0] == i + 1:
        run = layout.name_at[i + 1]
        closes = run[1] >= len(doc) or doc[run[1]].text in (",", ".", ";", ":", ")", "–", "—")
        is_written = doc[hit.start].text[0].isupper()
        has_anchor = is_written or reading.is_definite or reading.states
        if closes and has_anchor and doc[i + 1].dep_ != "conj":
            reading.name = run
            reading.last = run[1]


def _is_on(doc: Doc, i: int) -> bool:
    """Whether token ``i`` goes on in the line, even where the parser begins a sentence there."""
    return i > 0 and doc[i - 1].whitespace_ == " " and doc[i - 1].text not in (".", ":", ";")


def _find_principal(layout: Layout, start: int) -> tuple[int, int] | None:
    """The name in "adviser to [Ukrainian President] Volodymyr Zelenskyy", which stays a mention.

    None after "the": "Adviser to the President Jane Roe" is about Roe.
    """
    for i in range(start, min(len(layout.doc), start + _MAX_TAIL)):
        if i in layout.name_at:
            return layout.name_at[i]
        if layout.get_title(i) is None and not layout.get_hits(i, NAMING_STATE):
            return None
    return None


def _read_employer(layout: Layout, reading: Reading) -> None:
    """Read "to the President of the United States" before the name of who works there."""
    doc = layout.doc
    i = reading.last + 1
    if i + 1 >= len(doc) or doc[i].lower_ != "the" or layout.get_title(i + 1) is None:
        return
    title = layout.get_title(i + 1)
    end = title.end if title is not None else i
    if end < len(doc) and doc[end].lower_ == "of":
        start = end + 1 + (end + 1 < len(doc) and doc[end + 1].lower_ == "the")
        states = layout.get_hits(start, NAMING_STATE)
        if states:
            end = states[0].end
            reading.states.append(states[0].term.code)
    if layout.name_at.get(end, (0, 0))[0] == end and not layout.starts_sentence(end):
        reading.last = end


def _comes_from_elsewhere(layout: Layout, reading: Reading, hit: Hit) -> bool:
    """Whether "Arab leaders in Riyadh" only meet there, as "officials in Tehran" do not."""
    words = {layout.doc[i].lower_ for i in range(reading.first, hit.start)}
    return bool(words & _FOREIGN) or bool(reading.states)


def _read_complement(  # noqa: C901 - one scan; each branch is one kind of word
    layout: Layout, start: int, title: Hit
) -> tuple[int, list[Hit], tuple[int, int] | None]:
    doc = layout.doc
    i = start
    hits: list[Hit] = []
    content = start
    while i < min(len(doc), start + _MAX_TAIL) and not (i > start and doc[i].is_sent_start):
        token = doc[i]
        naming = layout.get_hits(i, NAMING_STATE | {TermKind.PLACE})
        if naming:
            if hits and doc[i - 1].lower_ not in ("and", ",", "-", "the", "&"):
                break
            hits.append(naming[0])
            i = content = naming[0].end
            if is_single(title):
                break
        elif i in layout.name_at:
            run = layout.name_at[i]
            if content == start and not hits and not is_single(title):
                return run[1], hits, run
            break
        elif token.lower_ in ("the", "and", "-", ",", "’s", "'s") and layout.get_title(i) is None:
            if token.text == "," and (not hits or is_single(title)):
                break
            i += 1
            if token.lower_ == "and" and is_single(title) and not _continues(layout, i):
                break
        elif _is_portfolio_word(token, layout):
            i += 1
            content = i
        else:
            break
    return content, hits, None


def _continues(layout: Layout, i: int) -> bool:
    return i < len(layout.doc) and _is_portfolio_word(layout.doc[i], layout)


def _is_portfolio_word(token: Token, layout: Layout) -> bool:
    """Whether a word can be part of a portfolio: capitalised, no name, no other title."""
    if layout.get_title(token.i) is not None and token.lower_ != "state":
        return False
    return token.text[0].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ") and token.is_alpha


def _read_state_after(layout: Layout, reading: Reading) -> None:
    """Read "of Ukraine" after the name in "President Volodymyr Zelenskyy of Ukraine"."""
    doc = layout.doc
    if reading.states or reading.last >= len(doc) - 1 or doc[reading.last].lower_ != "of":
        return
    i = reading.last + 1
    i += doc[i].lower_ == "the" and i + 1 < len(doc)
    found = layout.get_hits(i, NAMING_STATE)
    if found and found[0].term.code:
        reading.states.append(found[0].term.code)
        reading.last = found[0].end
