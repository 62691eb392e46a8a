"""Where a contact took place or is to: the place named beside its word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract import syntax
from detente.extract.matcher import TermKind
from detente.extract.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACES = frozenset(
    {TermKind.PLACE, TermKind.CAPITAL, TermKind.STATE, TermKind.METONYM, TermKind.CONTEXTUAL}
)
_LOCATIVE = ("in", "at", "near", "outside")


def find_place(scene: Scene, trigger: Token) -> str | None:
    """The place in a phrase with "in" or "at" on the trigger or its verb, as the text writes it.

    "met in Sochi" → Sochi. "met in March" → None.
    """
    for node in (trigger, *_verbs_above(trigger)):
        for target in syntax.find_prepositional(node, *_LOCATIVE):
            name = _read_place(scene, target)
            if name is not None:
                return name
    return None


def _verbs_above(trigger: Token) -> list[Token]:
    found: list[Token] = []
    for node in syntax.climb(trigger):
        if node.pos_ not in ("VERB", "AUX", "ADP", "NOUN"):
            break
        if node.pos_ in ("VERB", "AUX"):
            found.append(node)
        if len(found) == 2 or node.dep_ in ("ccomp", "relcl", "advcl"):
            break
    return found


def _read_place(scene: Scene, token: Token) -> str | None:
    for i in (token.i, token.left_edge.i):
        hits = scene.layout.get_hits(i, _PLACES)
        if hits:
            hit = max(hits, key=lambda item: item.end - item.start)
            return scene.doc[hit.start : hit.end].text
    if token.ent_type_ in ("GPE", "FAC", "LOC"):
        ents = [ent for ent in token.sent.ents if ent.start <= token.i < ent.end]
        if ents:
            return str(ents[0].text).removeprefix("the ")
    return None
