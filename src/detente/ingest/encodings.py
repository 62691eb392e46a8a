"""Which encoding bytes are in that are not UTF-8: as declared, or where they leave no doubt.

A detector by statistics alone reads "São Paulo" in windows-1252 as "Săo Paulo" and is sure of it
(charset-normalizer 3.5, measured 2026-11). For English text windows-1252 is therefore tried first,
by rules of where its letters and signs may stand; the detector is asked for other scripts only.
"""

from __future__ import annotations

import codecs
import re

_DECLARED = re.compile(
    rb"<\?xml[^>]{0,100}\bencoding\s*=\s*[\"']([\w.:-]{2,40})"
    rb"|<meta\b[^>]{0,200}\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,40})",
    re.IGNORECASE,
)
_HEAD = 4096  # bytes; a page declares its encoding within the first 1024, by the standard
_SAMPLE = 65_536  # bytes; more than enough for a script other than Latin
_AS_ON_THE_WEB = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030"}
_REFUSED = frozenset({"utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "utf-32-le"})

_LOWER = "àáâãäåæçèéêëìíîïñòóôõöøùúûüýšžœßÿ"
_UPPER = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŠŽŒ"
_SIGNS = "‘’“”‚„–—…•€£¥©®™°§«»¡¿·½¼¾±×\u00a0"
_ALLOWED = frozenset(_LOWER + _UPPER + _SIGNS)
_MISPLACED = re.compile(
    rf"[a-zA-Z{_LOWER}{_UPPER}](?:[‚„¡¿]|[“”•€£¥©®§°«»½¼¾±×][a-z{_LOWER}])"  # "mo¿e", "K”ln"
    rf"|[a-z{_LOWER}][{_UPPER}]"  # "canÕt" is not either
    rf"|[{_LOWER}{_UPPER}]{{3}}|ø[{_LOWER}]|[{_LOWER}]ø"  # Czech "Jiří" would be "Jiøí"
)
_MAX_ACCENTED = 0.12  # share of letters; French has 0.05, Cyrillic read as windows-1252 has 1.0
_FEW_ACCENTED = 6  # so many are allowed in a text of any length
_MAX_CHAOS = 5.0  # percent, by the detector's own measure
_MIN_FOREIGN = 0.5  # share of letters beyond Latin from which the detector is believed
_FEW_FOREIGN = 40  # bytes; with fewer its answer is noise ("Café" in Mac Roman → Chinese)


def find_declared(data: bytes) -> str | None:
    """The encoding that a page or XML file declares in its first lines, in its own words."""
    match = _DECLARED.search(data[:_HEAD])
    return (match[1] or match[2]).decode("ascii", "ignore") if match else None


def parse_declared(declared: str | None) -> str | None:
    """Python's name of a declared encoding, read as browsers do; None where it means nothing.

    ``ISO-8859-1`` → ``cp1252``; ``x-unknown`` → None, as is UTF-16 without a byte order mark.
    """
    if not declared or not declared.isascii() or "\0" in declared:
        return None
    try:
        info = codecs.lookup(declared.strip())
        "".encode(info.name)  # raises for codecs between bytes and bytes, such as hex
    except (LookupError, ValueError, TypeError):
        return None
    name = info.name.lower()
    return None if name in _REFUSED else _AS_ON_THE_WEB.get(name, name)


def guess_text(data: bytes) -> str | None:
    """The text in bytes of an undeclared encoding that is not UTF-8; None where there is doubt."""
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        western = ""
    if western and is_western(western):
        return western
    return _guess_foreign(data)


def is_western(text: str) -> bool:
    """Whether windows-1252 explains a text: its letters and signs stand where they can.

    "a café in São Paulo can’t" does; "canÕt" (Mac), "Wa³êsa" (Polish) and "Ìèíèñòð" (Cyrillic) are
    other encodings read wrongly. Accepted gap: a text whose only foreign letters stand in
    windows-1250 where a Western one stands in windows-1252 ("Plzeò") is taken for Western.
    """
    foreign = {char for char in text if not char.isascii()}
    if not foreign <= _ALLOWED or _MISPLACED.search(text):
        return False
    letters = sum(char.isalpha() for char in text)
    accented = sum(char.isalpha() and not char.isascii() for char in text)
    return accented <= max(_FEW_ACCENTED, _MAX_ACCENTED * letters)


def _guess_foreign(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only for texts that are not UTF-8

    sample = data[:_SAMPLE].rpartition(b" ")[0] if len(data) > _SAMPLE else data
    if sum(byte > 127 for byte in sample) < _FEW_FOREIGN:
        return None
    best = from_bytes(sample).best()
    if best is None or best.percent_chaos > _MAX_CHAOS or best.encoding.startswith("utf"):
        return None
    try:
        text = data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    letters = [char for char in text[:_SAMPLE] if char.isalpha()]
    foreign = sum(char > "\u036f" for char in letters)  # Latin ends before Greek, at U+0370
    return text if foreign >= max(1, _MIN_FOREIGN * len(letters)) else None
