"""Near-duplicate texts: the same wire story in several papers is one source, not many.

A sketch holds the smallest digests of a text's five-word runs. Two texts share as many of them as
they share wording; a shortened copy is found as well, since the sketch of the shorter is then
mostly within the longer's range.

Source: bottom-k sketches, after Broder, "On the resemblance and containment of documents" (1997).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Sequence

SIZE = 48  # digests kept: resemblance to within about ±0.07, in 192 bytes an article
RUN = 5  # words; shorter runs are shared by stories that only speak of the same thing
COPY_FROM = 0.5
"""Share of wording from which a text counts as a copy. Edited wire copy of our own tests lies above
0.6, two writers' reports of one event below 0.1 (2026-11)."""
_AT_LEAST = 8  # shared runs; two one-line reports in the same plain words need not be copies
_WORD = re.compile(r"\w+")


def make_sketch(text: str) -> bytes:
    """A text's sketch; empty for a text shorter than one run."""
    words = _WORD.findall(text.lower())
    runs = {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    digests = sorted({zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs})[:SIZE]
    return struct.pack(f">{len(digests)}I", *digests)


def compare_sketches(one: bytes, other: bytes) -> float:
    """How much of the wording of one text is in the other, 0 to 1: the greater share counts."""
    a, b = _digests(one), _digests(other)
    if not a or not b:
        return 0.0
    # A full sketch says nothing of digests above its greatest, so only those below can be compared.
    limit = min(_reach(a), _reach(b))
    low_a = {item for item in a if item <= limit}
    low_b = {item for item in b if item <= limit}
    smaller = min(len(low_a), len(low_b))
    shared = len(low_a & low_b)
    return shared / smaller if shared >= _AT_LEAST else 0.0


def group_copies(sketches: Sequence[bytes], outlets: Sequence[str | None]) -> tuple[int, ...]:
    """For each article the number of its group: near-duplicates and one outlet's articles together.

    The number is the place of the group's first article; the order of articles changes no group.
    """
    parent = list(range(len(sketches)))
    for i in range(len(sketches)):
        for j in range(i):
            same_outlet = outlets[i] is not None and outlets[i] == outlets[j]
            if same_outlet or compare_sketches(sketches[i], sketches[j]) >= COPY_FROM:
                _unite(parent, i, j)
    return tuple(_root(parent, i) for i in range(len(parent)))


def count_independent(sketches: Sequence[bytes], outlets: Sequence[str | None]) -> int:
    """How many independent sources these articles are."""
    return len(set(group_copies(sketches, outlets)))


def _digests(sketch: bytes) -> tuple[int, ...]:
    return struct.unpack(f">{len(sketch) // 4}I", sketch)


def _reach(digests: Sequence[int]) -> int:
    """The greatest digest of which the sketch knows whether the text has it."""
    return digests[-1] if len(digests) >= SIZE else 2**32 - 1


def _unite(parent: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(parent, one), _root(parent, other)))
    parent[second] = first


def _root(parent: Sequence[int], at: int) -> int:
    while parent[at] != at:
        at = parent[at]
    return at
