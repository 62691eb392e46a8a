"""The rank that a title gives as it stands: lowered by "deputy", lent to a spokesman.

Apart from the grammar of titles, which finds the words that this weighs.
"""

from __future__ import annotations

from detente.extract.layout import Layout
from detente.extract.matcher import Hit, TermKind
from detente.extract.title_left import Reading
from detente.model.parties import Rank

_LOWERED = {Rank.MINISTER: Rank.OFFICIAL, Rank.LEADER: Rank.MINISTER}
_VOICES = ("spokesman", "spokeswoman", "spokesperson", "press secretary", "spokesmen")
_MINISTRIES = frozenset({"ministry", "foreign-ministry", "defence-ministry"})
_MINISTRY_WORDS = ("ministry", "department", "foreign office")
_COMPANIES = frozenset("bank company corporation university federation airline fifa".split())
_LENT = {
    Rank.LEADER: Rank.LEADER,
    Rank.MINISTER: Rank.MINISTER,
    Rank.MILITARY: Rank.MILITARY,
    Rank.NONSTATE: Rank.NONSTATE,
    Rank.LEGISLATURE: Rank.LEGISLATURE,
}


def find_rank(layout: Layout, reading: Reading, hit: Hit) -> Rank | None:
    """The rank of the title ``hit`` with what was read around it.

    "Deputy foreign minister" → official. "Foreign Ministry spokesman" → minister, of whom he speaks
    for. "Hamas leader" → nonstate; "Hamas" alone is no title.
    """
    rank = hit.term.rank
    if reading.is_movement:
        return Rank.NONSTATE
    if "deputy" in reading.effects and rank in _LOWERED and hit.term.sort == "person":
        return _LOWERED[rank]
    if rank is Rank.LEADER:
        return _find_narrower_rank(layout, reading, hit) or rank
    if hit.term.office in _VOICES:
        return _find_lent_rank(layout, reading, hit) or rank
    return rank


def _find_narrower_rank(layout: Layout, reading: Reading, hit: Hit) -> Rank | None:
    """The rank of who leads less than a state: a bank's president, a party's or senate's leader."""
    doc = layout.doc
    around = (*range(reading.first, hit.start), *range(hit.end, min(reading.last + 3, len(doc))))
    if any(doc[i].lower_ in _COMPANIES for i in around):
        return Rank.OFFICIAL
    for i in range(reading.first, hit.start):
        for other in layout.get_hits(i, frozenset({TermKind.INSTITUTION})):
            if other.term.rank in (Rank.LEGISLATURE, Rank.NONSTATE):
                return other.term.rank
    return None


def _find_lent_rank(layout: Layout, reading: Reading, hit: Hit) -> Rank | None:
    """The rank of whom a spokesman speaks for, where the words before or after say it."""
    last = reading.name[0] if reading.name else reading.last
    for i in (*range(reading.first, hit.start), *range(hit.end, last)):
        for other in layout.covering.get(i, ()):
            rank = _rank_of_principal(other)
            if rank is not None:
                return rank
    return None


def _rank_of_principal(hit: Hit) -> Rank | None:
    term = hit.term
    if term.kind is TermKind.METONYM:
        return Rank.LEADER
    if term.kind is TermKind.MOVEMENT:
        return Rank.NONSTATE
    is_ministry = term.sort in _MINISTRIES or term.text.lower().endswith(_MINISTRY_WORDS)
    if term.kind in (TermKind.INSTITUTION, TermKind.TITLE) and is_ministry:
        return Rank.MINISTER
    if term.kind in (TermKind.INSTITUTION, TermKind.TITLE) and term.rank in _LENT:
        return _LENT[term.rank]
    return None
