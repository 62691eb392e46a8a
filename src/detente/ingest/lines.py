"""JSON Lines to articles: one object a line, with at least its text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from detente.errors import InputError, TooLargeError
from detente.ingest.front import check_words
from detente.ingest.published import parse_published
from detente.ingest.text import clean_text, decode
from detente.ingest.titles import put_title_first
from detente.model.article import Article

_TEXTS = ("title", "outlet", "author", "published", "url")


def read_lines(stream: BinaryIO, name: str, *, max_bytes: int) -> Iterator[Article | InputError]:
    """The article of each line, or in its place what is wrong with that line.

    Lines are read one at a time, so a file may be larger than memory; each may have ``max_bytes``.
    """
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        where = f"{name}, line {number}"
        if len(line) > max_bytes:
            yield TooLargeError(
                where, f"is larger than {max_bytes} bytes", "raise the setting max_bytes"
            )
            return  # where the next line begins is not known
        try:
            article = _parse_line(line, where)
        except InputError as error:
            yield error
            continue
        if article is not None:
            yield article


def make_article(raw: dict[str, Any], where: str) -> Article:
    """An article from a JSON object with text, and title, outlet, published … where known.

    A title that the text does not begin with is put before it, since a reader sees both. An
    unreadable date gives none. A number is good for an id.
    Raises: ``InputError`` for a field that is no text, ``EmptyTextError`` for too few words.
    """
    found = {key: _get_text(raw, key, where) for key in _TEXTS}
    text = _get_text(raw, "text", where)
    if text is None:
        raise InputError(where, "has no text", 'give each object a "text"')
    check_words(text, where)
    title, text = put_title_first(found["title"], clean_text(text))
    given_id = raw.get("id")
    if not isinstance(given_id, str | int | None) or isinstance(given_id, bool):
        raise InputError(where, 'its "id" is no text', "write it in quotes or leave it out")
    published = found["published"]
    return Article(
        text=text,
        title=title,
        outlet=found["outlet"],
        author=found["author"],
        published=parse_published(published) if published else None,
        url=found["url"],
        source=where,
        given_id=None if given_id is None else clean_text(str(given_id)) or None,
    )


def _parse_line(line: bytes, where: str) -> Article | None:
    text = decode(line, where).strip()
    if not text:
        return None
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(where, "is not JSON", "write one JSON object a line") from error
    if not isinstance(raw, dict):
        raise InputError(where, "is not a JSON object", 'write {"text": "…"} on each line')
    return make_article(raw, where)


def _get_text(raw: dict[str, Any], key: str, where: str) -> str | None:
    value = raw.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(where, f'its "{key}" is no text', "write it in quotes or leave it out")
    return (value if key == "text" else " ".join(clean_text(value).split())) or None
