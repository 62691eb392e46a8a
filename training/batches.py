"""Batches of examples as tensors, the same way as the packaged judge makes its inputs."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import torch
from tokenizers import Tokenizer
from torch import Tensor

from detente.extract.features import NAMES, RULES_FROM
from detente.judge.encoding import SLOTS, encode
from detente.judge.model import make_feed
from detente.model.windows import Pair, Window
from training.examples import Example, Label

_FORGET = 0.15
"""Share of pairs that are shown without the rules' hints, so that the judge can do without."""
_ALONE = 0.25
_PLACE = frozenset({NAMES.index("how far down"), NAMES.index("told before")})
_POOL = 20  # batches that are sorted by length together


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A pair's label, and which of its shown marks the annotator meant."""

    label: Label
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The network's inputs, and a target a pair."""

    inputs: dict[str, Tensor]
    targets: tuple[Target, ...]
    size: int


def make_batch(
    examples: Sequence[Example], tokenizer: Tokenizer, *, dice: random.Random | None
) -> Batch | None:
    """One batch, or None without pairs; ``dice`` shuffles markers and hides hints in training."""
    windows, encoded, alone = [], [], []
    for example in examples:
        slots = list(range(SLOTS))
        window = example.window
        if dice is not None:
            dice.shuffle(slots)
            window = _stand_alone(window, dice)
        alone.append(window is not example.window)
        if dice is not None:
            window = _hide_hints(window, dice)
        windows.append(window)
        encoded.append(encode(window, tokenizer, slots=slots))
    targets = tuple(
        _make_target(example.labels[pair], marks, is_alone=is_alone)
        for example, item, is_alone in zip(examples, encoded, alone, strict=True)
        for pair, marks in zip(item.pairs, item.marks, strict=True)
    )
    if not targets:
        return None
    feed = make_feed(windows, encoded)
    inputs = {name: torch.from_numpy(values) for name, values in feed.items()}
    return Batch(inputs=inputs, targets=targets, size=len(examples))


def cut_batches(
    examples: Sequence[Example], size: int, *, dice: random.Random
) -> Iterator[Sequence[Example]]:
    """Shuffled examples in batches of about one length each, in random order."""
    shuffled = list(examples)
    dice.shuffle(shuffled)
    batches: list[Sequence[Example]] = []
    for start in range(0, len(shuffled), size * _POOL):
        pool = sorted(shuffled[start : start + size * _POOL], key=lambda e: len(e.window.text))
        batches += [pool[at : at + size] for at in range(0, len(pool), size)]
    dice.shuffle(batches)
    yield from batches


def _make_target(
    label: Label, marks: tuple[tuple[int, ...], tuple[int, ...]], *, is_alone: bool
) -> Target:
    """A sentence standing alone has its marks numbered anew: which were meant is not asked."""
    if is_alone:
        return Target(label=label, marks=())
    x, y = marks
    shown = tuple((x.index(i), y.index(j)) for i, j in label.gold_marks if i in x and j in y)
    return Target(label=label, marks=shown)


def _stand_alone(window: Window, dice: random.Random) -> Window:
    """Now and then the sentence alone, so that a text of one sentence is judged by its words."""
    if dice.random() >= _ALONE or not all(
        any(window.marks[i].is_inside for i in side) for p in window.pairs for side in (p.x, p.y)
    ):
        return window
    shift = window.start
    marks = tuple(
        replace(mark, start=mark.start - shift, end=mark.end - shift) if mark.is_inside else mark
        for mark in window.marks
    )
    inside = {i for i, mark in enumerate(marks) if mark.is_inside}
    order = {old: new for new, old in enumerate(sorted(inside))}
    pairs = tuple(
        replace(
            pair,
            x=tuple(order[i] for i in pair.x if i in inside),
            y=tuple(order[i] for i in pair.y if i in inside),
            features=tuple(
                0.0 if number in _PLACE else value for number, value in enumerate(pair.features)
            ),
        )
        for pair in window.pairs
    )
    return replace(
        window,
        text=window.text[window.start : window.end],
        start=0,
        end=window.end - window.start,
        marks=tuple(marks[i] for i in sorted(inside)),
        pairs=pairs,
    )


def _hide_hints(window: Window, dice: random.Random) -> Window:
    return replace(window, pairs=tuple(_hide(pair, dice) for pair in window.pairs))


def _hide(pair: Pair, dice: random.Random) -> Pair:
    if dice.random() >= _FORGET:
        return pair
    kept = pair.features[:RULES_FROM]
    return replace(pair, features=(*kept, *(0.0,) * (len(pair.features) - RULES_FROM)))
