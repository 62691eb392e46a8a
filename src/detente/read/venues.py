"""Venues: to whom or where it was said: "told Politico in an interview", "said on Twitter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.read.reported import take

if TYPE_CHECKING:
    from spacy.tokens import Token

Offsets = tuple[int, int]
_PREPOSITIONS = frozenset({"in", "on", "at", "during", "to"})
_TELLING = frozenset(
    "tell inform assure remind warn ask advise notify brief email write show".split()
)
"""Verbs whose object hears; that of others ("denied a report", "added a condition") does not."""


def find_venue(verb: Token, contents: list[Offsets]) -> Offsets | None:
    """Whom or where the words at ``contents`` were said to, as one span, or None."""
    spans = [
        take(child)
        for child in verb.children
        if (child.dep_ in ("dobj", "dative") and verb.lemma_.lower() in _TELLING)
        or (child.dep_ == "prep" and child.lower_ in _PREPOSITIONS)
    ]
    free = [span for span in spans if not any(a < span[1] and span[0] < b for a, b in contents)]
    cut = [
        (start, min([end, *(a for a, _ in contents if start < a < end)])) for start, end in spans
    ]
    chosen = free or [span for span in cut if span[1] > span[0]]
    return (min(s for s, _ in chosen), max(e for _, e in chosen)) if chosen else None
