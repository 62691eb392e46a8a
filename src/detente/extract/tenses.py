"""Tense: whether what a word says lies before or after the day of publication, by its form.

Apart from `when`, since the choice among expressions and their meaning both ask for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract import syntax
from detente.extract.timing import Tense
from detente.model.claims import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_FUTURE = frozenset({Status.PLANNED, Status.POSSIBLE})
_SCHEDULED = frozenset(
    "arrive begin start open leave travel visit host depart resume kick fly head return".split()
)
"""Verbs whose present speaks of what is to come: "arrives Wednesday"."""
_PLANNED = frozenset("schedule plan set expect slate due".split())


def find_tense(trigger: Token, status: Status) -> Tense:
    """Whether the act lies before or after the day of publication, as far as words tell.

    "met" → past. "will meet" → future. "arrives" → future. A planned contact lies ahead whatever
    its verb.
    """
    if status in _FUTURE:
        return Tense.FUTURE
    if status is Status.PROPOSED and _is_of_proposed(trigger):
        return Tense.FUTURE
    verb = trigger if trigger.pos_ in ("VERB", "AUX") else syntax.find_clause(trigger)
    helpers = syntax.children(verb, "aux", "auxpass")
    tags = {verb.tag_, *(aux.tag_ for aux in helpers)}
    words = {aux.lower_ for aux in helpers}
    if words & {"will", "shall", "'ll", "’ll"} or (verb.tag_ == "VBN" and verb.lemma_ in _PLANNED):
        return Tense.FUTURE
    if tags & {"VBD", "VBN"}:
        return Tense.PAST
    if tags & {"VBZ", "VBP"}:
        return Tense.FUTURE if verb.lemma_ in _SCHEDULED else Tense.PRESENT
    return Tense.UNKNOWN


def _is_of_proposed(trigger: Token) -> bool:
    """ "proposed talks in April", "asked to meet in April": the time is that of the contact."""
    is_infinitive = any(aux.lower_ == "to" for aux in syntax.children(trigger, "aux"))
    return is_infinitive or trigger.pos_ in ("NOUN", "PROPN")
