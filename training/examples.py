"""Examples: windows of annotated articles, each pair with what the annotation says of it.

A claim is carried by the sentence that its evidence overlaps most. A sentence that its evidence
also touches, and pairs within the many sides of one claim, say neither yes nor no.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from detente.extract.features import NAMES, Told
from detente.extract.rules import find_hints
from detente.extract.windows import find_windows
from detente.model.claims import Action, Contact
from detente.model.parties import UNKNOWN_STATE, Party
from detente.model.records import Record
from detente.model.windows import Window
from detente.pipeline import Reader, find_home, make_article_scene

_MUTUAL = frozenset({"AGREE", "SUPPORT", "COOPERATE"})
IN_TITLE = NAMES.index("in the title")
RETOLD = 0.35
"""Weight of a "no" where another sentence of the article carries a claim of the same pair."""


@dataclass(slots=True, kw_only=True)
class Label:
    """What is known of one pair of a window; weights are 0 where nothing is known."""

    contact: float = 0.0
    contact_weight: float = 1.0
    mode: str = ""
    status: str = ""
    is_forward: float = 0.5
    forward: str = ""
    backward: str = ""
    forward_weight: float = 1.0
    backward_weight: float = 1.0
    action_status: str = ""
    gold_marks: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A window with a label for each of its pairs."""

    article: str
    window: Window
    labels: tuple[Label, ...]


def find_examples(record: Record, reader: Reader) -> Iterator[Example]:
    """All windows of an annotated article, labelled."""
    scene = make_article_scene(record.article, reader)
    told = Told(hints=find_hints(scene, reader.rules), home=find_home(record.article.outlet))
    spans = [(s.start_char, s.end_char) for s in scene.doc.sents]
    contacts = [(claim, *_place(claim, spans)) for claim in record.contacts]
    actions = [(claim, *_place(claim, spans)) for claim in record.actions]
    for window in find_windows(scene, told):
        labels = tuple(Label() for _ in window.pairs)
        for contact, best, touched in contacts:
            _label_contact(window, labels, contact, best=best, touched=touched)
        for action, best, touched in actions:
            _label_action(window, labels, action, best=best, touched=touched)
        yield Example(article=record.article.id, window=window, labels=labels)


def _place(claim: Contact | Action, spans: Sequence[tuple[int, int]]) -> tuple[int, frozenset[int]]:
    overlaps = {
        i: min(end, claim.evidence.end) - max(start, claim.evidence.start)
        for i, (start, end) in enumerate(spans)
        if start < claim.evidence.end and end > claim.evidence.start
    }
    best = max(overlaps, key=lambda i: overlaps[i]) if overlaps else -1
    return best, frozenset(overlaps)


def _states(side: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(party.state for party in side)


def _label_contact(
    window: Window, labels: Sequence[Label], claim: Contact, *, best: int, touched: frozenset[int]
) -> None:
    a, b = _states(claim.a), _states(claim.b)
    is_lost = window.sentence == best and not _is_shown(window, a, b)
    for pair, label in zip(window.pairs, labels, strict=True):
        x, y = window.marks[pair.x[0]].state, window.marks[pair.y[0]].state
        straight, crossed = x in a and y in b, y in a and x in b
        if is_lost and not label.contact and _may_stand_for(x, y, a | b):
            label.contact_weight = 0.0
        if not (straight or crossed):
            if window.sentence == best and {x, y} <= a | b and not label.contact:
                label.contact_weight = 0.0
            continue
        if window.sentence == best:
            if label.contact and label.status != claim.status.value:
                continue  # the first claim of a sentence is learned; a second is the rules'
            label.contact, label.contact_weight = 1.0, 1.0
            label.mode, label.status = claim.mode.value, claim.status.value
            label.is_forward = 0.5 if straight and crossed else float(straight)
            x_side, y_side = (claim.a, claim.b) if straight else (claim.b, claim.a)
            label.gold_marks.extend(_find_marks(window, pair.x, pair.y, (x_side, y_side)))
        elif not label.contact:
            is_open = window.sentence in touched or _is_headline(window)
            label.contact_weight = 0.0 if is_open else min(label.contact_weight, RETOLD)


def _label_action(
    window: Window, labels: Sequence[Label], claim: Action, *, best: int, touched: frozenset[int]
) -> None:
    a, b = _states(claim.actors), _states(claim.recipients)
    is_lost = window.sentence == best and not _is_shown(window, a, b)
    for pair, label in zip(window.pairs, labels, strict=True):
        x, y = window.marks[pair.x[0]].state, window.marks[pair.y[0]].state
        if is_lost and _may_stand_for(x, y, a | b):
            label.forward_weight *= bool(label.forward)
            label.backward_weight *= bool(label.backward)
        is_mutual = claim.type.value in _MUTUAL and a == b
        straight = x in a and y in b
        crossed = y in a and x in b
        if straight:
            _label_direction(window, label, claim, is_forward=True, best=best, touched=touched)
        if crossed and (x != y or is_mutual):
            _label_direction(window, label, claim, is_forward=False, best=best, touched=touched)
        if window.sentence == best and (straight or crossed):
            x_side, y_side = (
                (claim.actors, claim.recipients) if straight else (claim.recipients, claim.actors)
            )
            label.gold_marks.extend(_find_marks(window, pair.x, pair.y, (x_side, y_side)))


def _is_headline(window: Window) -> bool:
    """A headline tells what the body tells better; that is no reason to take it for nothing."""
    return bool(window.pairs) and window.pairs[0].features[IN_TITLE] > 0


def _is_shown(window: Window, a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether the reader made a pair of a claim's sides at all."""
    pairs = [(window.marks[p.x[0]].state, window.marks[p.y[0]].state) for p in window.pairs]
    return any((x in a and y in b) or (y in a and x in b) for x, y in pairs)


def _may_stand_for(x: str, y: str, states: frozenset[str]) -> bool:
    """Whether a pair may be a claim's sides misread: an unresolved word beside a right one."""
    return UNKNOWN_STATE in (x, y) or x in states or y in states


def _label_direction(
    window: Window,
    label: Label,
    claim: Action,
    *,
    is_forward: bool,
    best: int,
    touched: frozenset[int],
) -> None:
    name = "forward" if is_forward else "backward"
    if window.sentence == best:
        if not getattr(label, name):
            setattr(label, name, claim.type.value)
            setattr(label, f"{name}_weight", 1.0)
            label.action_status = label.action_status or claim.status.value
    elif not getattr(label, name):
        is_open = window.sentence in touched or _is_headline(window)
        weight = 0.0 if is_open else RETOLD
        setattr(label, f"{name}_weight", min(getattr(label, f"{name}_weight"), weight))


def _find_marks(
    window: Window,
    x: tuple[int, ...],
    y: tuple[int, ...],
    sides: tuple[tuple[Party, ...], tuple[Party, ...]],
) -> Iterator[tuple[int, int]]:
    """The marks whose words are those that the annotator took for the two sides."""
    for i in x:
        for j in y:
            if _is_named(window, i, sides[0]) and _is_named(window, j, sides[1]):
                yield i, j


def _is_named(window: Window, i: int, side: tuple[Party, ...]) -> bool:
    mark = window.marks[i]
    words = window.text[mark.start : mark.end]
    return any(
        party.state == mark.state
        and (
            words in party.text
            or party.text in words
            or (party.name is not None and words.split()[-1] in party.name)
        )
        for party in side
    )
