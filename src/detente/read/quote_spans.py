"""Quotation marks in text: which stretches stand between them.

A quotation that runs over paragraphs has an opening mark at each and a closing one at the last; a
mark that is never closed holds to the end of its paragraph. Apostrophes are no quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"\n\s*\n|\n")
_PAIRS = (("“", "”"), ("«", "»"), ("„", "“"))
_CLOSING_MARKS = ("”", '"', "»", "“", "'")
_MIN_SPEECH_WORDS = 4  # shorter quotations are names of things or scare quotes


@dataclass(frozen=True, slots=True)
class QuoteSpan:
    """Code points ``start:end`` between quotation marks, the marks included.

    ``is_closed`` is False where no mark closes it in its paragraph: it may go on in the next.
    """

    start: int
    end: int
    is_speech: bool
    is_closed: bool = True


def find_quote_spans(text: str) -> tuple[QuoteSpan, ...]:
    """All quotations of a text, in order, not overlapping.

    'He said "we will meet".' → one. "It's Iran's move" → none.
    """
    found: list[QuoteSpan] = []
    start = 0
    for match in [*_PARAGRAPH.finditer(text), None]:
        end = match.start() if match else len(text)
        found.extend(_find_in_paragraph(text, start, end))
        start = match.end() if match else end
    return tuple(found)


def _find_in_paragraph(text: str, start: int, end: int) -> list[QuoteSpan]:
    found: list[QuoteSpan] = []
    i = start
    while i < end:
        closing = _closing_mark(text, i)
        if closing is None:
            i += 1
            continue
        stop = _find_close(text, i + len(closing), end, closing)
        words = len(text[i:stop].split())
        is_closed = stop < end or text[end - 1] in _CLOSING_MARKS
        found.append(QuoteSpan(i, stop, words >= _MIN_SPEECH_WORDS, is_closed))
        i = stop
    return found


def _closing_mark(text: str, at: int) -> str | None:
    if text[at] == '"':
        return '"'
    if text.startswith("''", at):
        return "''"
    return next((closing for opening, closing in _PAIRS if text[at] == opening), None)


def _find_close(text: str, start: int, end: int, closing: str) -> int:
    # a straight mark often closes a curly one, whichever comes first
    marks = (closing, '"') if closing == "”" else (closing,)
    ends = [at + len(mark) for mark in marks if (at := text.find(mark, start, end)) >= 0]
    return min(ends, default=end)
