"""Evidence: the shortest clause that carries a claim with its status, as an exact span."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract import syntax
from detente.extract.scene import Scene
from detente.model.evidence import Evidence

if TYPE_CHECKING:
    from spacy.tokens import Token

_EDGES = frozenset({",", ";", ":", "-", "–", "—", "and", "but", "that", "while", "as"})
_ASIDES = frozenset({"while", "although", "though", "whereas"})
_SAYING = frozenset({"say", "tell", "report", "add", "claim", "announce", "state", "insist"})
_CLOSING = frozenset({",", ";", ":", "-", "–", "—", "and", "but", "while"})


def find_evidence(
    scene: Scene, trigger: Token, arguments: tuple[Token, ...], cue: int | None = None
) -> Evidence:
    """The smallest clause around ``trigger`` that also holds its arguments in the sentence.

    ``cue`` is the token of the word that decided the status; evidence without it would mislead.
    """
    wanted = [token.i for token in arguments if token.sent == trigger.sent]
    wanted += [cue] if cue is not None else []
    clause = syntax.find_clause(trigger)
    while True:
        start, end = _cut(clause, trigger)
        inside = all(start <= i < end for i in wanted)
        if (inside and not _hangs_on_governor(clause)) or clause.head.i == clause.i:
            break
        clause = syntax.find_clause(clause.head)
    if not inside:
        start, end = trigger.sent.start, trigger.sent.end
    start, end = _keep_to_voice(scene, trigger, wanted, (start, end))
    return _trim(scene, start, end)


def _keep_to_voice(
    scene: Scene, trigger: Token, wanted: list[int], found: tuple[int, int]
) -> tuple[int, int]:
    """The reported words alone, where they hold all and the clause found is longer."""
    for voice in sorted(scene.voices, key=lambda item: item.size):
        if not voice.holds(trigger.idx, trigger.idx + len(trigger)):
            continue
        for content in voice.contents:
            span = scene.doc.char_span(*content, alignment_mode="contract")
            if span is None or not span.start <= trigger.i < span.end:
                continue
            holds_all = all(span.start <= i < span.end for i in wanted)
            if holds_all and span.end - span.start < found[1] - found[0]:
                return span.start, span.end
    return found


def _cut(clause: Token, trigger: Token) -> tuple[int, int]:
    """The clause's tokens, up to a coordinated clause that comes after the trigger."""
    start, end = clause.left_edge.i, clause.right_edge.i + 1
    for child in clause.children:
        is_aside = child.dep_ == "advcl" and child.right_edge.i + 1 < trigger.i
        if is_aside and any(mark.lower_ in _ASIDES for mark in syntax.children(child, "mark")):
            start = max(start, child.right_edge.i + 1)
        is_clause = child.dep_ == "conj" and child.pos_ in ("VERB", "AUX")
        if is_clause and child.left_edge.i > trigger.i:
            end = min(end, child.left_edge.i)
    return start, end


def _hangs_on_governor(clause: Token) -> bool:
    """A complement keeps its governor, which decides the status, unless that only reports."""
    if clause.dep_ in ("xcomp", "pcomp", "acl"):
        return True
    return clause.dep_ == "ccomp" and clause.head.lemma_ not in _SAYING


def _trim(scene: Scene, start: int, end: int) -> Evidence:
    doc = scene.doc
    while start < end - 1 and (doc[start].lower_ in _EDGES or doc[start].is_space):
        start += 1
    while end - 1 > start and (doc[end - 1].lower_ in _CLOSING or doc[end - 1].is_space):
        end -= 1
    return scene.take(start, end)
