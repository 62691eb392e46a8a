"""When a contact or action was: the time expression that belongs to it, resolved by its tense.

An expression belongs to the verb or noun that its phrase hangs on, not to the nearest word. Which
of several it is, or that none is, `time_links` weighs; here stands what the one chosen means.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from detente.extract import syntax
from detente.extract.attribution import find_outlet
from detente.extract.scene import Scene
from detente.extract.tenses import find_tense
from detente.extract.time_links import Linked, choose_time
from detente.extract.timing import TimedSpan
from detente.model.claims import Status
from detente.model.dates import PartialDate, Precision, When

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["find_report_time", "find_tense", "find_when", "is_in_future"]

_BEGINNING = frozenset({"begin", "start", "launch", "open", "commence", "initiate"})
_DAYS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


def find_when(scene: Scene, trigger: Token, status: Status) -> When | None:
    """The time of what ``trigger`` says, or None where the text gives none.

    "Blinken hasn't spoken with Lavrov since February 15" → from 2022-02-15, open. "He said on
    Monday that they had met" → None.
    """
    linked = choose_time(scene, trigger, status)
    if linked is None:
        return _find_since_clause(scene, trigger)
    return _open(scene, trigger, linked) or linked.when


def find_report_time(scene: Scene, trigger: Token) -> When | None:
    """The day on which an outlet reported the words at ``trigger``, for a claim with no own time.

    "The Post reported over the weekend that the US is digging in" → the weekend. What persons say
    is not dated by when they said it.
    """
    for voice in scene.voices:
        if voice.cue is None or not voice.holds(trigger.idx, trigger.idx + len(trigger)):
            continue
        cue = scene.doc.char_span(*voice.cue)
        if cue is not None and voice.source is not None and find_outlet(scene, voice.source):
            return find_when(scene, cue.root, Status.HELD)
    return None


def is_in_future(when: When | None, published: PartialDate | None) -> bool:
    """Whether a time begins after the day of publication, so that nothing can have been held."""
    if when is None or when.start is None or published is None:
        return False
    start, day = str(when.start), str(published)
    if start.startswith("--") or day.startswith("--"):
        return False
    return start > day and not day.startswith(start) and not start.startswith(day)


def _open(scene: Scene, trigger: Token, linked: Linked) -> When | None:
    """A time that the words around it open: "since the vote in May", "talks begun in 2012"."""
    when = linked.when
    if when.start is None or when.start != when.end:
        return None
    governor = linked.governor
    if governor is None:
        return None
    since = _find_since(governor, trigger)
    if since is not None:
        return When(start=when.start, end=None, text=_take(scene, since, linked.span))
    days = _count_days(trigger)
    if days is not None and when.start.precision is Precision.DAY:
        last = date.fromisoformat(str(when.start)) + timedelta(days=days - 1)
        return replace(when, end=PartialDate(last.isoformat()))
    if governor.lemma_ in _BEGINNING and governor.pos_ == "VERB" and governor.i != trigger.i:
        return replace(when, end=None)
    return None


def _find_since(governor: Token, trigger: Token) -> Token | None:
    """The "since" between a time and the trigger that it opens a span from."""
    path = {node.i for node in (trigger, *syntax.climb(trigger))}
    for node in (governor, *syntax.climb(governor)):
        if node.i in path:
            return None
        for mark in (node, *syntax.children(node, "mark")):
            if mark.lower_ == "since":
                return mark
    return None


def _count_days(trigger: Token) -> int | None:
    """The days of "a three-day visit", "two days of talks", by the trigger's own modifiers."""
    if trigger.pos_ not in ("NOUN", "PROPN"):
        return None
    words = [child.text.lower() for child in trigger.lefts]
    for child in trigger.lefts:
        words.append("".join(item.text_with_ws for item in child.subtree).strip().lower())
    for word in words:
        number, _, unit = word.replace(" ", "-").partition("-")
        if unit.startswith("day"):
            return _DAYS.get(number) or (int(number) if number.isdigit() else None)
    head = trigger.head.head
    if trigger.dep_ == "pobj" and trigger.head.lower_ == "of" and head.lower_ == "days":
        counts = [child.lower_ for child in syntax.children(head, "nummod")]
        return next((_DAYS[count] for count in counts if count in _DAYS), None)
    return None


def _find_since_clause(scene: Scene, trigger: Token) -> When | None:
    """ "has abandoned diplomacy since it invaded on February 24": an open span from that day."""
    for node in (trigger, *_climb_clause(trigger)):
        for clause in syntax.children(node, "advcl"):
            marks = [m for m in syntax.children(clause, "mark") if m.lower_ == "since"]
            spans = [
                span
                for span in scene.times
                if clause.left_edge.idx <= span.start < clause.right_edge.idx + 1
            ]
            if not marks or not spans:
                continue
            when = spans[0].resolve(find_tense(clause, Status.HELD))
            if when is not None and when.start is not None:
                return When(start=when.start, end=None, text=_take(scene, marks[0], spans[0]))
    return None


def _take(scene: Scene, since: Token, span: TimedSpan) -> str:
    """The words from "since" to the end of the expression."""
    first, last = min(since.idx, span.start), max(since.idx + len(since), span.end)
    return scene.doc.text[first:last]


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
