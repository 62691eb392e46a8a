"""Which way a time expression points, guessed from the verb forms near it in its sentence.

For text that was not parsed, and for dates that later expressions count from; claims take the tense
from the parse instead.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Tense(StrEnum):
    """Which way from the day of publication the clause of an expression points."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


_IRREGULAR = (
    "met|said|told|spoke|held|was|were|had|did|went|came|took|left|wrote|sent|began|broke|flew|gave|got|made|"
    "saw|brought|kept|led|lost|paid|put|won|fell|grew|heard|hit|knew|laid|rose|ran|sat|set out|stood|struck|"
    "fought|thought|found|withdrew|swore|shook|drew|became|built|sought"
)
_CUES = re.compile(
    r"\b(?:(?P<future>will|shall|won[’']t|(?:is|are|am) (?:to|due|set|scheduled|expected|going|slated|planning|"
    r"likely|heading|travelling|traveling|flying)|scheduled|due to|plans? to|planned for|set for|expected|hopes? to|"
    r"upcoming|to be held|would|should|must|may|might|could|can|[’']ll|to (?!the\b|a\b|an\b)(?=[a-z]+\b)|"
    r"(?-i:arrives|begins|starts|opens|leaves|travels|visits|hosts|meets|resumes|departs))"
    rf"|(?P<past>{_IRREGULAR}|(?!need|speed|indeed|proceed|exceed|succeed|feed|seed|breed|bleed|agreed)[a-z]{{2,}}ed|agreed|has been|have been|has|have)"
    r"|(?P<present>is|are|does|do|says|remains?))\b",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"[.!?](?:[”\"’')]|\s|$)\s*(?=[A-Z“\"‘(]|$)|\n")
_WIDTH = 160  # code points to either side
_SCHEDULING = re.compile(r"^(?:scheduled|set for|due|planned|expected)", re.IGNORECASE)


def guess_tense(text: str, start: int, end: int) -> Tense:
    """The tense of the verb form nearest to ``start:end`` in its sentence.

    "will meet on Monday, he said" → future. "he said on Monday they would meet" → past.
    """
    before = _cut_left(text[max(0, start - _WIDTH) : start])
    after = _cut_right(text[end : end + _WIDTH])
    left = list(_CUES.finditer(before))
    right = _CUES.search(after)
    options: list[tuple[int, str]] = []
    if left:
        options.append((len(before) - left[-1].end(), left[-1].lastgroup or ""))
    if right is not None:
        # what comes after counts less: a clause has its verb before its time more often
        options.append((2 * right.start() + 2 * (before.strip() != ""), right.lastgroup or ""))
    if not options:
        return Tense.UNKNOWN
    return Tense(min(options)[1])


def _cut_left(text: str) -> str:
    ends = [match.end() for match in _BOUNDARY.finditer(text)]
    return text[ends[-1] :] if ends else text


def _cut_right(text: str) -> str:
    match = _BOUNDARY.search(text)
    return text[: match.start()] if match else text
