"""Bytes to text, and plain text to title, front matter and body.

What is taken away (front matter, control characters) is taken before an Article is made, so that
offsets into its text never need translating.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from detente.errors import EmptyTextError, EncodingError
from detente.ingest.published import parse_published
from detente.model.dates import PartialDate

_MAGIC = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP or office file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old office file",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ufeff\u200b\ufffe\uffff\ud800-\udfff]"
)
_MAX_CONTROL = 0.02  # share of control characters above which bytes are not text
_FRONT = re.compile(
    r"^(?P<key>title|headline|published|date|outlet|source|publication|author|by|url|link|language)"
    r"\s*:\s*(?P<value>\S.*)$",
    re.IGNORECASE,
)
_NAMES = {
    "headline": "title",
    "date": "published",
    "source": "outlet",
    "publication": "outlet",
    "by": "author",
    "link": "url",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainText:
    """A plain text taken apart: its front matter, and what is left, title first."""

    text: str
    title: str | None = None
    published: PartialDate | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None


def decode(data: bytes, name: str) -> str:
    """The text in ``data``: UTF-8, UTF-16/32 with a mark, else by its bytes when that is sure.

    Raises: ``EncodingError`` for binary data or an unknown encoding, naming what it seems to be.
    """
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise EncodingError(
                name, f"is {what}, not text", "save its text as UTF-8 and read that"
            )
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _clean(_decode_as(data, encoding, name), name)
    if b"\0" in data:
        raise EncodingError(name, "is binary, not text", "name a text or HTML file")
    try:
        return _clean(data.decode("utf-8"), name)
    except UnicodeDecodeError:
        return _clean(_guess(data, name), name)


def parse_plain(text: str, name: str) -> PlainText:
    """Take front matter lines off a plain text; its first line is its title.

    Front matter is lines such as ``Published: 2022-04-18`` before the first blank line, or a block
    between ``---`` lines.
    Raises: ``EmptyTextError`` where no words are left.
    """
    lines = text.split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    front, body = _split_front(lines)
    kept = "\n".join(body).strip()
    if not any(char.isalnum() for char in kept):
        raise EmptyTextError(name, "holds no text", "name a file with an article in it")
    first = kept.split("\n", 1)[0].strip()
    title = front.get("title")
    if title is not None and first != title:
        kept = f"{title}\n\n{kept}"
    published = front.get("published")
    return PlainText(
        text=kept,
        title=title or first,
        published=parse_published(published) if published else None,
        outlet=front.get("outlet"),
        author=front.get("author"),
        url=front.get("url"),
    )


def _split_front(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    block = lines
    rest: list[str] = []
    if lines and lines[0].strip() == "---":
        closing = [i for i, line in enumerate(lines[1:], start=1) if line.strip() == "---"]
        if closing:
            block, rest = lines[1 : closing[0]], lines[closing[0] + 1 :]
    else:
        end = next((i for i, line in enumerate(lines) if not line.strip()), len(lines))
        block, rest = lines[:end], lines[end:]
    matches = [_FRONT.match(line.strip()) for line in block]
    if not block or not all(matches):
        return {}, lines
    front: dict[str, str] = {}
    for match in matches:
        if match is not None:
            key = match["key"].lower()
            front[_NAMES.get(key, key)] = match["value"].strip().strip("\"'")
    return front, rest


def _decode_as(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingError(
            name, f"is marked {encoding} but is not", "save it again as UTF-8"
        ) from error


def _guess(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only for texts that are not UTF-8

    best = from_bytes(data).best()
    if best is None or best.percent_chaos > 10:
        raise EncodingError(name, "is in an unknown encoding", "save it as UTF-8")
    return str(best)


def _clean(text: str, name: str) -> str:
    normal = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = _CONTROL.sub("", normal)
    if len(normal) - len(kept) > max(8, _MAX_CONTROL * len(normal)):
        raise EncodingError(name, "is mostly control characters, not text", "name a text file")
    return kept
