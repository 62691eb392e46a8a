"""When a contact or action was: the time expression of its own clause, resolved by its tense.

An expression belongs to the verb or noun that its phrase hangs on, not to the nearest word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.extract import syntax
from detente.extract.attribution import find_outlet
from detente.extract.scene import Scene
from detente.extract.timing import Tense, TimedSpan
from detente.model.claims import Status
from detente.model.dates import PartialDate, When

if TYPE_CHECKING:
    from spacy.tokens import Token

_FUTURE = frozenset({Status.PLANNED, Status.POSSIBLE})
_REACH = 4
_DATELINE = 40  # code points from the start of the sentence
_NEAR = 16  # tokens
_TELLING = frozenset(
    "say tell report add claim announce state insist write warn note declare confirm deny ask "
    "accuse urge interview tweet speak interview statement conference briefing report".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Option:
    span: TimedSpan
    distance: int


def find_when(scene: Scene, trigger: Token, status: Status) -> When | None:
    """The time of what ``trigger`` says, or None where its clause gives none.

    "Blinken hasn't spoken with Lavrov since February 15" → from 2022-02-15, open.
    """
    return (
        _find_own_when(scene, trigger, status)
        or _find_since_clause(scene, trigger)
        or _find_near_when(scene, trigger, find_tense(trigger, status))
    )


def _find_own_when(scene: Scene, trigger: Token, status: Status) -> When | None:
    options = [
        _Option(span=span, distance=distance)
        for span in scene.times
        if trigger.sent.start_char <= span.start < trigger.sent.end_char
        and (distance := _find_distance(scene, span, trigger)) is not None
    ]
    tense = find_tense(trigger, status)
    for option in sorted(options, key=lambda item: (item.distance, item.span.start)):
        when = option.span.resolve(tense)
        if when is not None:
            return when
    return None


def _find_near_when(scene: Scene, trigger: Token, tense: Tense) -> When | None:
    """The sentence's only time, where the tree hangs it elsewhere and no saying owns it.

    "Wang met, at a hotel in Oslo that … on Monday, Kono" → Monday; "Wang said on Monday that he met
    Kono" → none.
    """
    spans = [
        span
        for span in scene.times
        if trigger.sent.start_char <= span.start < trigger.sent.end_char
    ]
    if len(spans) != 1:
        return None
    anchor = _find_anchor(scene, spans[0])
    if anchor is None or any(_owns(governor) for governor in _find_governors(anchor)):
        return None
    if abs(anchor.i - trigger.i) > _NEAR or _is_dateline(scene, spans[0], trigger):
        return None
    return spans[0].resolve(tense)


def _is_dateline(scene: Scene, span: TimedSpan, trigger: Token) -> bool:
    """ "TAIPEI, March 23 – …": the day of writing, not of the contact."""
    is_early = span.start - trigger.sent.start_char < _DATELINE
    return is_early and scene.doc.text[span.end :].lstrip()[:1] in ("-", "–", "—")


def _owns(token: Token) -> bool:
    """Whether a time that hangs on the word is the word's own: of a saying, of another clause."""
    return token.pos_ in ("VERB", "AUX") or token.lemma_.lower() in _TELLING


def _find_since_clause(scene: Scene, trigger: Token) -> When | None:
    """ "has abandoned talks since it invaded on February 24": open from that day."""
    for node in (trigger, *_climb_clause(trigger)):
        for clause in syntax.children(node, "advcl"):
            marks = [mark for mark in syntax.children(clause, "mark") if mark.lower_ == "since"]
            when = _find_own_when(scene, clause, Status.HELD) if marks else None
            if when is not None and when.start is not None:
                start, end = marks[0].idx, clause.right_edge.idx + len(clause.right_edge)
                words = " ".join(scene.doc.text[start:end].split()).rstrip(" .,")
                return When(start=when.start, end=None, text=words)
    return None


def find_report_time(scene: Scene, trigger: Token) -> When | None:
    """When another outlet reported what ``trigger`` says, where it says when; else None.

    "The Post reported over the weekend that …" → the weekend. A person's saying gives no time.
    """
    for voice in scene.voices:
        if voice.cue is None or not voice.holds(trigger.idx, trigger.idx + len(trigger)):
            continue
        cue = scene.doc.char_span(*voice.cue, alignment_mode="expand")
        if cue is not None and voice.source is not None and find_outlet(scene, voice.source):
            return find_when(scene, cue.root, Status.HELD)
    return None


def is_in_future(when: When | None, published: PartialDate | None) -> bool:
    """Whether a time begins after the day of publication, so that nothing can have been held."""
    if when is None or when.start is None or published is None:
        return False
    start, day = str(when.start), str(published)
    return not start.startswith("--") and start > day and not day.startswith(start)


def find_tense(trigger: Token, status: Status) -> Tense:
    """Whether the act lies before or after the day of publication, as far as words tell."""
    if status in _FUTURE:
        return Tense.FUTURE
    verb = trigger if trigger.pos_ in ("VERB", "AUX") else syntax.find_clause(trigger)
    tags = {verb.tag_, *(aux.tag_ for aux in syntax.children(verb, "aux", "auxpass"))}
    if tags & {"VBD", "VBN"}:
        return Tense.PAST
    if any(aux.lower_ in ("will", "shall", "'ll", "’ll") for aux in syntax.children(verb, "aux")):
        return Tense.FUTURE
    return Tense.PRESENT if tags & {"VBZ", "VBP"} else Tense.UNKNOWN


def _find_distance(scene: Scene, span: TimedSpan, trigger: Token) -> int | None:
    """How many steps up from the trigger the expression hangs; None when it belongs elsewhere."""
    anchor = _find_anchor(scene, span)
    if anchor is None:
        return None
    governors = _find_governors(anchor)
    path = [trigger, *_climb_clause(trigger)]
    for step, node in enumerate(path):
        if any(node.i == governor.i for governor in governors):
            return step
    return None


def _find_anchor(scene: Scene, span: TimedSpan) -> Token | None:
    tokens = scene.doc.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None:
        return None
    root: Token = tokens.root
    return root


def _find_governors(anchor: Token) -> list[Token]:
    """The words that the expression's phrase modifies, nearest first."""
    found: list[Token] = []
    node = anchor
    for _ in range(_REACH):
        if node.head.i == node.i:
            break
        node = node.head
        if node.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
            found.append(node)
            break
    return found


def _climb_clause(trigger: Token) -> list[Token]:
    found: list[Token] = []
    for node in syntax.climb(trigger):
        found.append(node)
        if node.pos_ not in ("VERB", "AUX"):
            continue
        is_own_clause = node.dep_ == "conj" and syntax.children(node, "nsubj", "nsubjpass")
        if node.dep_ in ("ROOT", "ccomp", "relcl", "advcl") or is_own_clause:
            break
    return found
