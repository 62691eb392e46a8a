"""Windows: each sentence that names or refers to a party, with what stands before it.

Only here is decided what a judge gets to see; whatever it cannot see it cannot invent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from detente.extract.features import Told, find_features
from detente.extract.scene import Scene
from detente.model.mentions import MentionKind, Resolution
from detente.model.parties import UNKNOWN_STATE, Rank
from detente.model.windows import Mark, Pair, Window

if TYPE_CHECKING:
    from spacy.tokens import Span

# Code points of the words before a sentence; measured on held-out articles, more does not help.
_BEFORE = 320
_MAX_WORDS = 90  # of one sentence; what is longer is a list or a table, cut at its end
_MAX_STATES = 9  # of one window, nearest first: a roll of members makes no pairs
_MIN_WORDS = 3
_ABROAD = frozenset({Rank.ENVOY, Rank.WORKING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of the article that a window shows, and where it starts in the window."""

    start: int
    end: int
    at: int


def find_windows(scene: Scene, told: Told) -> tuple[Window, ...]:
    """The windows of one article that hold at least one pair of sides, in order.

    ``told`` is what the rules found; it becomes the pairs' features.
    """
    sentences = list(scene.doc.sents)
    marks_of = _group_by_sentence(scene)
    windows: list[Window] = []
    for number, sentence in enumerate(sentences):
        if number not in marks_of or sentence.end - sentence.start < _MIN_WORDS:
            continue
        window = _cut(scene, sentences, number, marks_of)
        pairs = tuple(_find_pairs(scene, window, sentence, told))
        if pairs:
            windows.append(
                Window(
                    text=window.text,
                    start=window.start,
                    end=window.end,
                    sentence=number,
                    marks=window.marks,
                    pairs=pairs,
                )
            )
    return tuple(windows)


def _group_by_sentence(scene: Scene) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for number, resolution in enumerate(scene.resolutions):
        if resolution.parties:
            found.setdefault(scene.layout.sentence_of[resolution.mention.first], []).append(number)
    return found


def _cut(
    scene: Scene, sentences: list[Span], number: int, marks_of: dict[int, list[int]]
) -> Window:
    """The sentence with as many sentences before it as fit; the title where the lead is short."""
    text = scene.doc.text
    sentence = sentences[number]
    last = min(sentence.end, sentence.start + _MAX_WORDS)
    body = (sentence.start_char, scene.doc[last - 1].idx + len(scene.doc[last - 1]))
    chosen: list[tuple[int, int]] = []
    room = _BEFORE
    back = number - 1
    while back >= 0 and room > 0:
        start, end = sentences[back].start_char, sentences[back].end_char
        if end - start > room:
            if chosen:
                break
            start = _find_word_start(text, end - room, end)
        chosen.insert(0, (start, end))
        room -= end - start
        back -= 1
    shown = [*chosen, body]
    pieces: list[Piece] = []
    at = 0
    for start, end in shown:
        pieces.append(Piece(start=start, end=end, at=at))
        at += end - start + 1
    joined = " ".join(_flatten(text[piece.start : piece.end]) for piece in pieces)
    marks: list[Mark] = []
    for i in range(max(back, -1) + 1, number + 1):
        for index in marks_of.get(i, ()):
            marks.extend(_mark(scene.resolutions[index], index, pieces, is_inside=i == number))
    target = pieces[-1]
    return Window(
        text=joined,
        start=target.at,
        end=target.at + target.end - target.start,
        sentence=number,
        marks=tuple(marks),
        pairs=(),
    )


def _flatten(text: str) -> str:
    """White space as single spaces of the same length, so that offsets stay."""
    return "".join(" " if char.isspace() else char for char in text)


def _find_word_start(text: str, start: int, end: int) -> int:
    while start < end and not text[start - 1].isspace():
        start += 1
    return start


def _mark(
    resolution: Resolution, number: int, pieces: list[Piece], *, is_inside: bool
) -> Iterator[Mark]:
    mention = resolution.mention
    for piece in pieces:
        if piece.start <= mention.start and mention.end <= piece.end:
            for member, party in enumerate(resolution.parties):
                yield Mark(
                    start=mention.start - piece.start + piece.at,
                    end=mention.end - piece.start + piece.at,
                    number=number,
                    member=member,
                    state=party.state,
                    rank=party.rank,
                    is_place=mention.kind is MentionKind.PLACE,
                    is_inside=is_inside,
                )
            return


def _find_pairs(scene: Scene, window: Window, sentence: Span, told: Told) -> Iterator[Pair]:
    """Each two states of the window of which one stands in the sentence; also envoy and capital."""
    groups: dict[str, list[int]] = {}
    for i, mark in reversed(list(enumerate(window.marks))):
        groups.setdefault(mark.state, []).append(i)
    states = [state for state in groups][:_MAX_STATES]
    inside = {state for state in states if any(window.marks[i].is_inside for i in groups[state])}
    for one, other in combinations(states, 2):
        if one in inside or other in inside:
            x, y = _order(groups[one], groups[other])
            yield Pair(x=x, y=y, features=find_features(scene, window, (x, y), sentence, told))
    for state in inside - {UNKNOWN_STATE}:
        for x, y in _split(window, groups[state]):
            yield Pair(x=x, y=y, features=find_features(scene, window, (x, y), sentence, told))


def _split(window: Window, group: list[int]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Sides within one state: its movement and its government, its envoy and his capital."""
    ranks = {i: window.marks[i].rank for i in group}
    for apart in (frozenset({Rank.NONSTATE}), _ABROAD):
        ones = tuple(i for i in group if ranks[i] in apart)
        others = tuple(i for i in group if ranks[i] not in apart)
        if any(window.marks[i].is_inside for i in ones) and any(
            window.marks[i].is_inside for i in others
        ):
            yield _order(list(ones), list(others))


def _order(one: list[int], other: list[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The sides by which is named first, so that order means the text's."""
    x, y = tuple(sorted(one)), tuple(sorted(other))
    return (x, y) if x[-1] <= y[-1] else (y, x)
