"""Transcripts: what each speaker says, by the labels of the lines or by the title.

"MR. PRICE: …" begins a turn; "Q" a reporter's. What stands before the first label, and the whole of
a briefing without labels, is said by whom the title names.
"""

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
_NAMED = re.compile(
    r"^(?P<name>[A-Z][\w.’'\-]*(?: (?:of |the )?[A-Z][\w.’'\-]*){0,4}): (?=\S)", re.MULTILINE
)
_QUESTION = re.compile(r"^(?P<name>Q)[ \u00a0]+(?=[A-Z“])", re.MULTILINE)
_TITLE = re.compile(
    r"\A\s*(?:(?:Background|Daily|Joint|Virtual|On-the-Record) )?(?:Press (?:Briefing|Gaggle|Conference|Call|"
    r"Availability)|Remarks|Speech|Address|Opening Remarks|Briefing)(?:,)? (?:by|of|from|with) "
    r"(?P<who>[A-Z][^\n]*?)(?=,? (?:on|at|in|to|after|before|en route|aboard|following|and (?=[A-Z]{2,} )|during|"
    r"upon|regarding|announcing)\b|, [A-Z0-9]|\s\d|\n|\Z)"
)
_MIN_TURNS = 3  # fewer labelled lines make no transcript, unless the title says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One speaker's turn, in code points: the label and what is said up to the next label.

    ``is_question``: by a reporter whom the text does not name.
    """

    speaker: Offsets
    content: Offsets
    is_question: bool = False


def find_turns(text: str) -> tuple[Turn, ...]:
    """The turns of a transcript; empty for a text that is none.

    "MR. PRICE: Good afternoon." → a turn. "WARSAW: talks were held" alone → none.
    """
    title = _TITLE.match(text)
    labels = _find_labels(text)
    if title is None and len(labels) < _MIN_TURNS:
        return ()
    turns: list[Turn] = []
    if title is not None:
        body = text.find("\n", title.end())
        first = labels[0].start() if labels else len(text)
        if 0 <= body < first and text[body:first].strip():
            turns.append(Turn(speaker=title.span("who"), content=_trim(text, body, first)))
    for number, label in enumerate(labels):
        end = labels[number + 1].start() if number + 1 < len(labels) else len(text)
        content = _trim(text, label.end(), end)
        if content[1] > content[0]:
            is_question = label["name"] in ("Q", "QUESTION", "REPORTER")
            turns.append(Turn(speaker=label.span("name"), content=content, is_question=is_question))
    return tuple(turns)


def _find_labels(text: str) -> list[re.Match[str]]:
    """Labels of lines; a bare "Q" counts only beside others or twice."""
    labels = max(list(_LABEL.finditer(text)), _find_named(text), key=len)
    questions = list(_QUESTION.finditer(text))
    if labels or len(questions) > 1:
        starts = {label.start() for label in labels}
        labels += [item for item in questions if item.start() not in starts]
    return sorted(labels, key=lambda item: item.start())


def _find_named(text: str) -> list[re.Match[str]]:
    """ "Kyodo: …", "Fang Hui: …": names in mixed case, of whom one speaks again."""
    labels = list(_NAMED.finditer(text))
    names = [label["name"] for label in labels]
    is_talk = len(names) >= _MIN_TURNS and len(set(names)) < len(names)
    return labels if is_talk else []


def _trim(text: str, start: int, end: int) -> Offsets:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
