"""Mentions built around a title: "Russian Ambassador to the US Anatoly Antonov", "the minister".

The grammar reads from the title to the left (states, modifiers, owners) and to the right ("of",
"to", "for" with what follows, then a name), over tokens, since the parser often splits long titles.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from detente.extract.drafts import Draft
from detente.extract.layout import NAMING_STATE, POSSESSIVES, Layout
from detente.extract.matcher import Hit, TermKind
from detente.model.mentions import Gender, MentionKind
from detente.model.parties import Rank

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENVOYS = ("ambassador", "envoy", "representative", "consul", "emissary", "attach", "charg")
_FEMALE = ("queen", "princess", "woman", "first lady", "sheikha", "duchess", "mrs", "ms")
_MALE = ("king", "prince", "sultan", "emir", "pope", "sheikh", "congressman", "mr")
_LOWERED = {Rank.MINISTER: Rank.OFFICIAL, Rank.LEADER: Rank.MINISTER}
_MAX_TAIL = 9
_TAIL_PREPOSITIONS = frozenset({"of", "to", "for", "from", "in", "at"})
_SKIPPED = frozenset({TermKind.TITLE, TermKind.OUTLET})


@dataclass(slots=True)
class _Reading:
    """What has been read so far around one title; local to this module."""

    first: int
    last: int
    states: list[str] = field(default_factory=list)
    host: str | None = None
    of_name: tuple[int, int] | None = None
    owner: int | None = None
    effects: list[str] = field(default_factory=list)
    name: tuple[int, int] | None = None
    is_definite: bool = False
    is_counterpart: bool = False


def find_title_drafts(layout: Layout) -> tuple[Draft, ...]:
    """A draft for each title in the Doc that is not part of a longer title's words."""
    drafts: list[Draft] = []
    covered = -1
    for hit in layout.hits:
        if hit.term.kind is not TermKind.TITLE or hit.start < covered:
            continue
        if hit.term.sort != "person" and _is_followed_by_title(layout, hit):
            continue
        draft = _read_title(layout, hit)
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


def _is_single(hit: Hit) -> bool:
    """Whether a title is one person's: such a title can take a name."""
    return hit.term.sort == "person" and not hit.term.is_plural


def _is_followed_by_title(layout: Layout, hit: Hit) -> bool:
    """ "administration" in "Biden administration officials" only modifies the next title."""
    if hit.end >= len(layout.doc) or layout.doc[hit.end - 1].dep_ not in ("compound", "nmod"):
        return False
    return layout.get_title(hit.end) is not None


def _read_title(layout: Layout, hit: Hit) -> Draft | None:
    doc = layout.doc
    core = doc[hit.end - 1]
    if core.pos_ in ("VERB", "AUX", "ADV"):
        return None
    reading = _Reading(first=hit.start, last=hit.end)
    _read_left(layout, reading, hit)
    _read_tail(layout, reading, hit)
    _read_name(layout, reading, hit)
    sort = hit.term.sort
    if sort == "person" and hit.term.is_plural and reading.name is None:
        sort = "group"
    kind = {"group": MentionKind.GROUP, "body": MentionKind.BODY}.get(sort, MentionKind.OFFICE)
    if reading.name is not None and sort == "person":
        kind = MentionKind.PERSON
    if kind is MentionKind.OFFICE and not _stands_for_someone(core, reading):
        return None
    return Draft(
        first=reading.first,
        last=reading.last,
        kind=kind,
        core=hit.end - 1,
        rank=_find_rank(hit, reading),
        office=hit.term.office,
        name=reading.name,
        states=tuple(reading.states) or ((hit.term.code,) if hit.term.code else ()),
        host=reading.host,
        of_name=reading.of_name,
        owner=reading.owner,
        beside=_find_name_before(layout, reading),
        gender=_find_gender(hit, layout, reading),
        is_former="former" in reading.effects,
        is_plural=hit.term.is_plural,
        is_counterpart=reading.is_counterpart or hit.term.office == "counterpart",
        is_definite=reading.is_definite or reading.owner is not None,
    )


def _read_left(layout: Layout, reading: _Reading, hit: Hit) -> None:
    doc = layout.doc
    while reading.first > 0 and not layout.starts_sentence(reading.first):
        i = reading.first - 1
        token = doc[i]
        if token.text in POSSESSIVES:
            if not _read_owner(layout, reading, i):
                return
        elif token.tag_ == "PRP$":
            reading.first, reading.owner = i, i
            return
        elif token.lower_ in ("and", ",") and _joins_states(layout, reading, i):
            reading.first = i
        elif token.pos_ == "DET":
            reading.first = i
            reading.is_definite = token.lower_ in ("the", "this", "that", "both")
            return
        elif not _read_modifier(layout, reading, hit, i):
            return


def _joins_states(layout: Layout, reading: _Reading, i: int) -> bool:
    """Whether "and" stands between two adjectives of states: "the Uzbek and Afghan ministers"."""
    if i == 0 or not reading.states:
        return False
    pair = frozenset({TermKind.ADJECTIVE})
    return bool(layout.get_hits(i - 1, pair)) and bool(layout.get_hits(i + 1, pair))


def _read_owner(layout: Layout, reading: _Reading, i: int) -> bool:
    """Take the possessor that ends before the possessive mark at ``i``; else False."""
    run = layout.name_at.get(i - 1)
    if run is not None:
        reading.first, reading.owner = run[0], run[0]
        return True
    found = layout.get_hits(i - 1, NAMING_STATE)
    if found:
        reading.first = found[0].start
        reading.states.append(found[0].term.code)
        return True
    title = layout.get_title(i - 1)
    if title is not None:
        reading.owner = title.end - 1
    return False


def _read_modifier(layout: Layout, reading: _Reading, hit: Hit, i: int) -> bool:
    token = layout.doc[i]
    found = [item for item in layout.covering.get(i, ()) if item.end == reading.first]
    bodies = [item for item in found if item.term.kind is TermKind.TITLE]
    if bodies and bodies[0].term.sort != "person":
        reading.first = bodies[0].start
        return True
    modifiers = [item for item in found if item.term.kind is TermKind.MODIFIER]
    if modifiers:
        reading.first = modifiers[0].start
        reading.effects.append(modifiers[0].term.sort)
        return True
    naming = [item for item in found if item.term.kind in NAMING_STATE]
    if naming:
        reading.first = naming[0].start
        _add_state(reading, naming)
        return True
    run = layout.name_at.get(i)
    if run is not None and run[1] == reading.first and _governs_name(layout, reading, hit):
        reading.first, reading.of_name = run[0], run
        return True
    if any(item.term.kind in _SKIPPED for item in found) or run is not None:
        return False
    if token.text in ("-", "–") and not token.whitespace_:
        reading.first = i
        return True
    if _modifies(token, reading.first, hit.end, layout):
        reading.first = i
        reading.is_counterpart |= token.lower_ == "counterpart"
        return True
    return False


def _governs_name(layout: Layout, reading: _Reading, hit: Hit) -> bool:
    """Whether a name just before can be whose body it is: "Biden administration", "Trump aides"."""
    return not _is_single(hit) or reading.first < hit.start


def _modifies(token: Token, first: int, last: int, layout: Layout) -> bool:
    if token.dep_ not in ("amod", "compound", "nmod", "nummod", "poss", "advmod", "npadvmod"):
        return False
    if token.pos_ not in ("ADJ", "NOUN", "PROPN", "NUM", "ADV", "VERB"):
        return False
    head: int = token.head.i
    return (
        first <= head < last + _MAX_TAIL and layout.sentence_of[head] == layout.sentence_of[first]
    )


def _add_state(reading: _Reading, hits: list[Hit]) -> None:
    order = sorted(hits, key=lambda item: item.term.kind is TermKind.CONTEXTUAL)
    code = order[0].term.code
    if code and code not in reading.states:
        reading.states.append(code)


def _read_tail(layout: Layout, reading: _Reading, hit: Hit) -> None:
    """Read "of the European Council", "to the US", "for Political-Military Affairs"."""
    doc = layout.doc
    while reading.last < len(doc) - 1 and doc[reading.last].lower_ in _TAIL_PREPOSITIONS:
        preposition = doc[reading.last].lower_
        is_envoy = hit.term.rank is Rank.ENVOY or any(part in hit.term.office for part in _ENVOYS)
        is_place = preposition in ("in", "at", "from") and _is_single(hit)
        if (preposition == "to" or is_place) and not is_envoy:
            return
        end, hits, run = _read_complement(layout, reading.last + 1, hit)
        if end == reading.last + 1:
            return
        if not hits and run is None and preposition in ("in", "at", "from", "to"):
            return
        is_host = is_envoy and preposition in ("to", "in", "at")
        for item in hits:
            if is_host:
                reading.host = reading.host or item.term.code
            elif item.term.code and item.term.code not in reading.states:
                reading.states.append(item.term.code)
        if run is not None and not hits:
            reading.of_name = run
        reading.last = end


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
            if _is_single(title):
                break
        elif i in layout.name_at:
            run = layout.name_at[i]
            if content == start and not hits and not _is_single(title):
                return run[1], hits, run
            break
        elif token.lower_ in ("the", "and", "-", ",", "’s", "'s") and layout.get_title(i) is None:
            if token.text == "," and (not hits or _is_single(title)):
                break
            i += 1
            if token.lower_ == "and" and _is_single(title) and not _continues(layout, i):
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


def _read_name(layout: Layout, reading: _Reading, hit: Hit) -> None:
    doc = layout.doc
    if hit.term.sort != "person" or hit.term.is_plural:
        return
    i = reading.last
    if i in layout.name_at and layout.name_at[i][0] == i and not layout.starts_sentence(i):
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


def _read_state_after(layout: Layout, reading: _Reading) -> None:
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


def _find_name_before(layout: Layout, reading: _Reading) -> int | None:
    """The name in "Sergei Lavrov, Russia's foreign minister": a token of it, or None."""
    i = reading.first - 1
    if reading.name is not None or i < 1 or layout.doc[i].text != ",":
        return None
    run = layout.name_at.get(i - 1)
    if run is None or layout.starts_sentence(reading.first):
        return None
    if reading.is_definite or reading.states or reading.effects:
        core = layout.doc[reading.last - 1]
        if core.dep_ == "conj" and reading.last < len(layout.doc) and core.head.i < reading.first:
            is_listed = any(t.text == "and" for t in layout.doc[run[0] : reading.first])
            return None if is_listed else run[0]
        return run[0]
    return None


def _stands_for_someone(core: Token, reading: _Reading) -> bool:
    """A bare title without article, owner or state ("as president") refers to nobody in sight."""
    if reading.is_definite or reading.states or reading.owner is not None or reading.name:
        return True
    return core.text[0].isupper() and core.dep_ in ("nsubj", "pobj", "dobj", "appos", "nsubjpass")


def _find_rank(hit: Hit, reading: _Reading) -> Rank | None:
    rank = hit.term.rank
    if "deputy" in reading.effects and rank in _LOWERED and hit.term.sort == "person":
        return _LOWERED[rank]
    return rank


def _find_gender(hit: Hit, layout: Layout, reading: _Reading) -> Gender:
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
