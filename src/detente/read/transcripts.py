"""Transcripts: lines that begin with a speaker's label, and what each speaker says."""

from __future__ import annotations

import re
from dataclasses import dataclass

Offsets = tuple[int, int]
_LABEL = re.compile(
    r"^(?P<name>(?:Q|QUESTION|REPORTER|MODERATOR|(?:MR|MS|MRS|DR|GEN|SEC|SECRETARY|THE|AMBASSADOR|SENIOR|"
    r"PRESIDENT|PRIME|VICE|ADMIRAL|SPOKESPERSON)\.?(?: [A-Z][A-Z.’'\-]+)+|[A-Z][A-Z.’'\-]+(?: [A-Z][A-Z.’'\-]+){0,4}))"
    r"(?: \([^)\n]{1,40}\))?(?::| {2,})\s*",
    re.MULTILINE,
)
_MIN_TURNS = 3  # fewer labelled lines make no transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One speaker's turn, in code points: the label and what is said up to the next label."""

    speaker: Offsets
    content: Offsets


def find_turns(text: str) -> tuple[Turn, ...]:
    """The turns of a transcript; empty for a text that is none.

    "MR. PRICE: Good afternoon." → a turn. "WARSAW: talks were held" alone → none.
    """
    labels = list(_LABEL.finditer(text))
    if len(labels) < _MIN_TURNS:
        return ()
    turns: list[Turn] = []
    for number, label in enumerate(labels):
        end = labels[number + 1].start() if number + 1 < len(labels) else len(text)
        stop = label.end() + len(text[label.end() : end].rstrip())
        if stop > label.end():
            turns.append(Turn(speaker=label.span("name"), content=(label.end(), stop)))
    return tuple(turns)
