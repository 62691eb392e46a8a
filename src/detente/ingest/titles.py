"""The title as the first line of an article's text, whether or not the source has it there."""

from __future__ import annotations

import re

from detente.ingest.text import clean_text

_MAX_TITLE = 300  # code points; a longer first line is a paragraph, and the text has no title
_QUOTES = str.maketrans("‘’“”", "''\"\"")
_SITE = re.compile(r"\s+[|–—·»:-]+\s+\S.*")  # "Talks fail | The Morning Post", "Talks fail - BBC"
_MIN_WORDS = 3  # a shorter first line may begin another title by chance


def put_title_first(title: str | None, body: str) -> tuple[str | None, str]:
    """The title and the text, which begins with it on a line of its own.

    Without a title the first line of the body is it, unless it is as long as a paragraph. A title
    that the body's first line repeats, with or without the site's name behind it, is not doubled.
    "Talks fail" is put before "Talks fail again in Lima.", since that is not the same.
    """
    body = body.strip()
    first = body.partition("\n")[0].strip()
    title = " ".join(clean_text(title).split()) if title else None
    if not title:
        return (first if 0 < len(first) <= _MAX_TITLE else None), body
    if _is_same(title, first):
        return first, body
    return title, f"{title}\n\n{body}".strip()


def _is_same(title: str, first: str) -> bool:
    whole, line = _fold(title), _fold(first)
    if not line:
        return False
    if whole == line:
        return True
    return (
        len(line.split()) >= _MIN_WORDS
        and whole.startswith(line)
        and _SITE.fullmatch(whole[len(line) :]) is not None
    )


def _fold(text: str) -> str:
    return " ".join(text.translate(_QUOTES).casefold().split()).rstrip(".")
