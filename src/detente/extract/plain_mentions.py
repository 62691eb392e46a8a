"""Mentions without a title: states, organisations, bodies, pronouns, "both sides"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.extract.drafts import Draft
from detente.extract.layout import Layout
from detente.extract.matcher import Hit, TermKind
from detente.extract.person_mentions import is_compound
from detente.extract.place_senses import is_location
from detente.model.mentions import Gender, MentionKind
from detente.model.parties import Rank

if TYPE_CHECKING:
    pass

_PRONOUNS = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "himself": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "hers": Gender.FEMALE,
    "herself": Gender.FEMALE,
    "they": Gender.PLURAL,
    "them": Gender.PLURAL,
    "their": Gender.PLURAL,
    "it": Gender.NEUTER,
    "its": Gender.NEUTER,
    "i": Gender.UNKNOWN,
    "me": Gender.UNKNOWN,
    "my": Gender.UNKNOWN,
    "we": Gender.PLURAL,
    "us": Gender.PLURAL,
    "our": Gender.PLURAL,
}
_SIDES = frozenset(
    "sides leaders presidents ministers countries nations governments neighbours neighbors allies "
    "capitals states parties pair duo foes rivals statesmen koreas delegations diplomats "
    "negotiators men women powers armies factions".split()
)
_PAIRS = {"koreas": ("KOR", "PRK")}
_PAIRING = frozenset({"two", "both", "pair", "duo"})
_ORDER = (
    TermKind.STATE,
    TermKind.PEOPLE,
    TermKind.ORGANISATION,
    TermKind.INSTITUTION,
    TermKind.MOVEMENT,
    TermKind.METONYM,
    TermKind.CAPITAL,
    TermKind.ADJECTIVE,
    TermKind.CONTEXTUAL,
    TermKind.PLACE,
)
_NATIONALITIES = frozenset({TermKind.STATE, TermKind.ADJECTIVE})
_KINDS = {
    TermKind.STATE: MentionKind.STATE,
    TermKind.PEOPLE: MentionKind.STATE,
    TermKind.ADJECTIVE: MentionKind.STATE,
    TermKind.CAPITAL: MentionKind.STATE,
    TermKind.METONYM: MentionKind.STATE,
    TermKind.CONTEXTUAL: MentionKind.STATE,
    TermKind.ORGANISATION: MentionKind.ORGANISATION,
    TermKind.INSTITUTION: MentionKind.BODY,
    TermKind.MOVEMENT: MentionKind.MOVEMENT,
    TermKind.PLACE: MentionKind.PLACE,
}


def find_term_drafts(layout: Layout, covered: set[int]) -> Iterator[Draft]:
    """A draft for each state, organisation, body, movement or place outside titles and names."""
    done = -1
    for hit in layout.hits:
        if hit.start < done or any(i in covered for i in range(hit.start, hit.end)):
            continue
        options = [item for item in layout.covering[hit.start] if item.start == hit.start]
        chosen = _choose(layout, options)
        if chosen is None:
            continue
        done = chosen.end
        yield _draft_term(layout, chosen)


def find_pronoun_drafts(layout: Layout, covered: set[int]) -> Iterator[Draft]:
    """A draft for each personal pronoun outside titles."""
    for token in layout.doc:
        gender = _PRONOUNS.get(token.lower_)
        if gender is None or token.i in covered or token.pos_ not in ("PRON", "DET"):
            continue
        if token.text in ("US", "IT", "I.T."):
            continue
        yield Draft(
            first=token.i,
            last=token.i + 1,
            kind=MentionKind.PRONOUN,
            core=token.i,
            gender=gender,
            is_plural=gender is Gender.PLURAL,
            is_modifier=token.tag_ == "PRP$",
        )


def find_sides_drafts(layout: Layout, covered: set[int]) -> Iterator[Draft]:
    """A draft for "both sides", "the two leaders", "the pair": several parties at once.

    "The two ministers met" → one. "Two ministers resigned" → none, for want of a definite article.
    """
    for token in layout.doc:
        if token.lower_ not in _SIDES:
            continue
        first = token.i
        words = [token.lower_]
        while first > 0 and layout.doc[first - 1].pos_ in ("DET", "NUM", "ADJ", "PRON", "CCONJ"):
            if layout.doc[first - 1].pos_ == "CCONJ":
                break
            first -= 1
            words.append(layout.doc[first].lower_)
        states = _PAIRS.get(token.lower_, ())
        is_pair = bool(states) or (
            bool(_PAIRING & set(words)) and ("the" in words or "both" in words)
        )
        if is_pair and not (covered & set(range(first, token.i))):
            yield Draft(
                first=first,
                last=token.i + 1,
                kind=MentionKind.SIDES,
                core=token.i,
                rank=_rank_of_sides(token.lower_),
                states=states,
                gender=Gender.PLURAL,
                is_plural=True,
                is_definite=True,
            )


def _rank_of_sides(word: str) -> Rank | None:
    if word in ("leaders", "presidents"):
        return Rank.LEADER
    return Rank.MINISTER if word == "ministers" else None


def _choose(layout: Layout, options: list[Hit]) -> Hit | None:
    ranked = [hit for kind in _ORDER for hit in options if hit.term.kind is kind]
    for hit in ranked:
        if hit.term.kind is TermKind.CONTEXTUAL and not _is_contextual_party(layout, hit):
            continue
        if hit.term.is_ambiguous and not _is_certain(layout, hit):
            continue
        if hit.term.kind is TermKind.ORGANISATION and layout.doc[hit.end - 1].dep_ == "amod":
            continue  # "a European tour" is no tour of the Union
        return hit
    return None


def _is_contextual_party(layout: Layout, hit: Hit) -> bool:
    """ "The North" and "the bloc" mean a party only where the text has named that party in full.

    "North and South Korea" names both.
    """
    if _is_half_of_pair(layout, hit):
        return True
    token = layout.doc[hit.end - 1]
    named = any(
        other.term.code == hit.term.code and other.start < hit.start
        for other in layout.hits
        if other.term.kind in (TermKind.STATE, TermKind.ORGANISATION, TermKind.ADJECTIVE)
    )
    return named and token.pos_ in ("NOUN", "PROPN") and token.dep_ != "compound"


def _is_half_of_pair(layout: Layout, hit: Hit) -> bool:
    doc, i = layout.doc, hit.end
    if i + 1 >= len(doc) or doc[i].lower_ not in ("and", "or") or hit.end - hit.start > 1:
        return False
    after = layout.get_hits(i + 1, _NATIONALITIES)
    opposite = {"north": "south", "south": "north", "east": "west", "west": "east"}
    wanted = opposite.get(doc[hit.start].lower_)
    return bool(after) and wanted is not None and doc[i + 1].lower_ == wanted


def _is_certain(layout: Layout, hit: Hit) -> bool:
    """An ambiguous name ("Georgia", "Jordan") counts when the recogniser sees a place or group."""
    token = layout.doc[hit.end - 1]
    return token.ent_type_ in ("GPE", "NORP", "LOC", "ORG") or token.pos_ == "PROPN"


def _draft_term(layout: Layout, hit: Hit) -> Draft:
    core = layout.doc[hit.end - 1]
    first = hit.start
    if first > 0 and layout.doc[first - 1].lower_ == "the" and not layout.starts_sentence(first):
        first -= 1
    kind = MentionKind.PLACE if is_location(layout.doc, hit) else _KINDS[hit.term.kind]
    is_adjective = hit.term.kind is TermKind.ADJECTIVE
    is_modifier = is_compound(core) or (is_adjective and core.dep_ == "amod")
    people = hit.term.kind is TermKind.PEOPLE and core.tag_ in ("NNS", "NNPS")
    return Draft(
        first=first,
        last=hit.end,
        kind=kind,
        core=hit.end - 1,
        rank=hit.term.rank,
        office=hit.term.office or None,
        states=(hit.term.code,) if hit.term.code else (),
        gender=Gender.PLURAL if people else Gender.NEUTER,
        is_plural=people,
        is_modifier=is_modifier,
        is_definite=first < hit.start,
    )
