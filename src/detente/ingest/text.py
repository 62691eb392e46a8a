"""Bytes to text: which encoding, what is no text at all, and what is taken out of it.

What is taken out (control characters, invisible marks) is taken before an Article is made, so that
offsets into its text never need translating. Nothing else is changed: no normal form, no spaces.
"""

from __future__ import annotations

import re

from detente.errors import EncodingError
from detente.ingest.encodings import guess_text, parse_declared
from detente.ingest.magic import find_format

_BOMS = (  # UTF-32 first: its mark begins with that of UTF-16
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")  # a page break ends a line too
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)  # soft hyphens, marks of width and direction: they split words, and can turn a terminal around
_MAX_CONTROL = 0.02  # share of control characters above which bytes are not text
_FEW_CONTROL = 8  # so many are allowed in a text of any length
_MAX_REPLACED = 0.001  # share of bad bytes up to which a page that says it is UTF-8 is one


def decode(data: bytes, name: str, *, declared: str | None = None) -> str:
    """The text in ``data``, its lines ended by ``\\n``, without control characters.

    A byte order mark goes first, then UTF-8, then the ``declared`` encoding, then windows-1252 or
    another where the bytes leave no doubt. Files of text in UTF-8 need none of the others.
    Raises: ``EncodingError`` for binary data or an unknown encoding, naming what it seems to be.
    """
    _check_format(data, name)
    text = _decode_marked(data, name)
    if text is None:
        _check_nuls(data, name)
        text = _decode_unmarked(data, name, declared)
    return _clean_whole(text, name)


def clean_text(text: str) -> str:
    """A text with ``\\n`` as its only line end, without control characters and invisible marks."""
    return _INVISIBLE.sub("", _CONTROL.sub("", _LINE_ENDS.sub("\n", text)))


def _check_format(data: bytes, name: str) -> None:
    found = find_format(data)
    if found is not None:
        raise EncodingError(name, f"is {found.what}, not text", found.remedy)


def _decode_marked(data: bytes, name: str) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise EncodingError(
                    name,
                    f"is marked as {encoding.removesuffix('-sig').upper()}, and is not",
                    "save it again as UTF-8",
                ) from error
    return None


def _check_nuls(data: bytes, name: str) -> None:
    """Raises: ``EncodingError`` where there are NUL bytes, which no text has in UTF-8."""
    if b"\0" not in data:
        return
    head = data[:2000]
    odd, even = head[1::2].count(0), head[0::2].count(0)
    if max(odd, even) > 0.4 * len(head) / 2 and min(odd, even) == 0:
        raise EncodingError(
            name, "seems to be UTF-16 without a byte order mark", "save it again as UTF-8"
        )
    raise EncodingError(name, "is binary, not text", "name a text or HTML file")


def _decode_unmarked(data: bytes, name: str, declared: str | None) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        first_bad = error.start
    encoding = parse_declared(declared)
    if encoding is not None:
        text = data.decode(encoding, errors="replace")
        if text.count("\ufffd") <= (_MAX_REPLACED * len(text) if encoding == "utf-8" else 0):
            return text
    guessed = guess_text(data)
    if guessed is None:
        raise EncodingError(
            name,
            f"is not UTF-8 at byte {first_bad}, nor in another encoding that can be told for sure",
            "save it again as UTF-8",
        )
    return guessed


def _clean_whole(text: str, name: str) -> str:
    control = len(_CONTROL.findall(text))
    if control > max(_FEW_CONTROL, _MAX_CONTROL * len(text)):
        raise EncodingError(
            name, "is full of control characters, not text", "name a text or HTML file"
        )
    return clean_text(text)
