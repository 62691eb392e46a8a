"""Windows as numbers: word pieces with markers around each party, and the pairs to be judged.

The same code makes what the model is trained on and what it is asked, so they cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.model.parties import Rank
from detente.model.windows import Mark, Pair, Window

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CLS, SEP = 101, 102
MAX_PIECES = 224
MAX_MARKS = 5
"""Marks of one side that are looked at: those in the sentence first, then the nearest before."""
SLOTS = 12
RANK_AT = {rank: number for number, rank in enumerate(Rank, start=1)}
PLACE_AT = 10
END_AT = 11
TARGET_AT = 12
SLOT_AT = 20
"""Markers are the vocabulary's unused pieces: ranks from 1, place, end, sentence, then slots."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """One window: piece numbers, the position of each mark, and each pair's mark positions.

    ``sides`` has for each pair the positions of x's and of y's marks; ``pairs`` the number of each
    pair in the window, since a pair whose marks were cut off is left out.
    """

    pieces: tuple[int, ...]
    sides: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
    marks: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
    pairs: tuple[int, ...]


def encode(
    window: Window, tokenizer: Tokenizer, *, slots: Sequence[int] = tuple(range(SLOTS))
) -> Encoded:
    """A window's numbers; ``slots`` says which marker each state gets, in order of appearance.

    What is too long is cut at its beginning, so that the sentence itself stays whole if it can.
    """
    pieces, starts = _lay_out(window, tokenizer, slots)
    cut = max(len(pieces) - (MAX_PIECES - 2), 0)
    target = pieces.index(TARGET_AT)
    cut = min(cut, target)
    kept = (CLS, *pieces[cut:][: MAX_PIECES - 2], SEP)
    at = {
        number: start - cut + 1
        for number, start in starts.items()
        if start >= cut and start - cut + 1 < len(kept) - 1
    }
    sides, marks, numbers = [], [], []
    for number, pair in enumerate(window.pairs):
        x, y = (choose_marks(window.marks, side, at) for side in (pair.x, pair.y))
        if x and y:
            sides.append((tuple(at[i] for i in x), tuple(at[i] for i in y)))
            marks.append((x, y))
            numbers.append(number)
    return Encoded(pieces=kept, sides=tuple(sides), marks=tuple(marks), pairs=tuple(numbers))


def choose_marks(marks: Sequence[Mark], side: Sequence[int], at: dict[int, int]) -> tuple[int, ...]:
    """The marks of a side that are looked at, at most `MAX_MARKS`, nearest first."""
    seen = [i for i in side if i in at]
    seen.sort(key=lambda i: (not marks[i].is_inside, -i if not marks[i].is_inside else i))
    return tuple(seen[:MAX_MARKS])


def swap_features(pair: Pair, swaps: Sequence[int]) -> tuple[float, ...]:
    """A pair's features as seen from y to x; ``swaps`` gives each feature's mirror."""
    return tuple(pair.features[i] for i in swaps)


def _lay_out(
    window: Window, tokenizer: Tokenizer, slots: Sequence[int]
) -> tuple[list[int], dict[int, int]]:
    """All pieces with markers between, and where each mark's slot marker stands."""
    order: dict[str, int] = {}
    for mark in window.marks:
        order.setdefault(mark.state, len(order))
    events: list[tuple[int, int, int, int]] = [(window.start, 1, 0, -1)]
    for i, mark in enumerate(window.marks):
        # Ends come before starts at one place, longer marks open before shorter ones
        events.append((mark.end, 0, -mark.start, i))
        events.append((mark.start, 2, -mark.end, i))
    events.sort()
    texts, stops = [], []
    last = 0
    for at, kind, _, i in events:
        texts.append(window.text[last:at])
        stops.append((kind, i))
        last = at
    texts.append(window.text[last:])
    encoded = tokenizer.encode_batch(texts, add_special_tokens=False)
    pieces: list[int] = []
    starts: dict[int, int] = {}
    for number, part in enumerate(encoded):
        pieces.extend(part.ids)
        if number == len(stops):
            break
        kind, i = stops[number]
        if kind == 0:
            pieces.append(END_AT)
        elif kind == 1:
            pieces.append(TARGET_AT)
        else:
            mark = window.marks[i]
            pieces.append(PLACE_AT if mark.is_place else RANK_AT[mark.rank])
            starts[i] = len(pieces)
            pieces.append(SLOT_AT + slots[order[mark.state] % SLOTS])
    return pieces, starts
