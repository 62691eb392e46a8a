"""What stands to the left of a title: states, modifiers, bodies, owners and articles.

"the former [Russian foreign ministry] spokesman", "his deputy", "Biden administration officials".
`Reading` is here since reading starts on the left; `titles` makes a draft of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.extract.layout import NAMING_STATE, POSSESSIVES, Layout
from detente.extract.matcher import Hit, TermKind
from detente.model.parties import Rank

if TYPE_CHECKING:
    from spacy.tokens import Token

_MAX_REACH = 9
# "U.S.-backed rebels" are not of the U.S.; "pro-Russian separatists" not of Russia
_BACKED = frozenset(
    "backed allied supported funded financed armed trained sponsored aligned linked brokered "
    "mediated friendly imposed occupied controlled".split()
)
_STANCES = frozenset({"pro", "anti"})
# What may stand before "and defence ministers": "the foreign and defence ministers"
_PORTFOLIOS = frozenset(
    "foreign defence defense trade finance oil energy interior health economy economic justice "
    "agriculture transport security home labour labor education environment commerce".split()
)
_SKIPPED = frozenset({TermKind.TITLE, TermKind.OUTLET})


@dataclass(slots=True)
class Reading:
    """What has been read so far around one title; filled from both sides, then made a draft."""

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
    is_backed: bool = False
    """The next state named on the left only stands behind: "Moscow-backed"."""
    is_movement: bool = False
    """The title is held in a movement: "Hamas leader"."""


def read_left(layout: Layout, reading: Reading, hit: Hit) -> None:
    """Add to ``reading`` what stands left of the title, up to its article or owner."""
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
        elif token.lower_ in ("and", ",") and _joins_states(layout, reading, hit, i):
            reading.first = i
        elif token.lower_ in ("and", ",") and _joins_portfolios(layout, hit, i):
            reading.first = i - 1
        elif token.pos_ == "DET":
            reading.first = i
            reading.is_definite = token.lower_ in ("the", "this", "that", "both")
            return
        elif not _read_modifier(layout, reading, hit, i):
            return


def is_single(hit: Hit) -> bool:
    """Whether a title is one person's: such a title can take a name."""
    return hit.term.sort == "person" and not hit.term.is_plural


def _joins_states(layout: Layout, reading: Reading, hit: Hit, i: int) -> bool:
    """Whether "and" stands between two adjectives of states: "the Uzbek and Afghan ministers"."""
    if i == 0 or not reading.states:
        return False
    # "Russia and Ukraine President X" is one state and another's president
    kinds = {TermKind.ADJECTIVE} if is_single(hit) else {TermKind.ADJECTIVE, TermKind.STATE}
    pair = frozenset(kinds)
    return bool(layout.get_hits(i - 1, pair)) and bool(layout.get_hits(i + 1, pair))


def _joins_portfolios(layout: Layout, hit: Hit, i: int) -> bool:
    """Whether "and" or a comma follows another portfolio: "trade, oil and health ministers"."""
    if not hit.term.is_plural or i == 0 or layout.starts_sentence(i):
        return False
    return layout.doc[i - 1].lower_ in _PORTFOLIOS


def _read_owner(layout: Layout, reading: Reading, i: int) -> bool:
    """Take the possessor that ends before the possessive mark at ``i``; else False."""
    run = layout.name_at.get(i - 1)
    if run is not None:
        reading.first, reading.owner = run[0], run[0]
        return True
    found = layout.get_hits(i - 1, NAMING_STATE)
    if found:
        reading.first = found[0].start
        reading.states.append(found[0].term.code)
        reading.is_movement |= found[0].term.kind is TermKind.MOVEMENT
        return True
    title = layout.get_title(i - 1)
    if title is not None:
        reading.owner = title.end - 1
    return False


def _read_modifier(layout: Layout, reading: Reading, hit: Hit, i: int) -> bool:
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
    if naming and _is_dateline(naming[0], token):
        return False
    if naming:
        reading.first = naming[0].start
        if not (
            _is_loose(naming[0], hit) or reading.is_backed or _is_stance(layout, reading.first)
        ):
            _add_state(reading, naming)
        reading.is_backed = False
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
        reading.is_backed |= token.lower_ in _BACKED
        reading.is_counterpart |= token.lower_ == "counterpart"
        return True
    return False


def _governs_name(layout: Layout, reading: Reading, hit: Hit) -> bool:
    """Whether a name just before can be whose body it is: "Biden administration", "Trump aides"."""
    return not is_single(hit) or reading.first < hit.start


def _modifies(token: Token, first: int, last: int, layout: Layout) -> bool:
    if token.ent_type_ == "DATE":
        return False  # "said Saturday President X had left"
    if token.dep_ not in ("amod", "compound", "nmod", "nummod", "poss", "advmod", "npadvmod"):
        return False
    if token.pos_ not in ("ADJ", "NOUN", "PROPN", "NUM", "ADV", "VERB"):
        return False
    head: int = token.head.i
    return (
        first <= head < last + _MAX_REACH and layout.sentence_of[head] == layout.sentence_of[first]
    )


def _is_dateline(hit: Hit, token: Token) -> bool:
    """Whether a capital stands before the first words of a report: "HAVANA President X said"."""
    return hit.term.kind is TermKind.CAPITAL and token.text.isupper()


def _is_loose(hit: Hit, title: Hit) -> bool:
    """ "European leaders" are not the Union's; its lawmakers and its foreign policy chief are."""
    is_group = not is_single(title) and title.term.sort != "body"
    return hit.term.sort == "adjective" and is_group and title.term.rank is not Rank.LEGISLATURE


def _is_stance(layout: Layout, i: int) -> bool:
    """Whether the state at token ``i`` stands after "pro-" or "anti-"."""
    doc = layout.doc
    return i > 1 and doc[i - 1].text == "-" and doc[i - 2].lower_ in _STANCES


def _add_state(reading: Reading, hits: list[Hit]) -> None:
    order = sorted(hits, key=lambda item: item.term.kind is TermKind.CONTEXTUAL)
    code = order[0].term.code
    reading.is_movement |= order[0].term.kind is TermKind.MOVEMENT
    if code and code not in reading.states:
        reading.states.append(code)
