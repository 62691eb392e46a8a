"""Files that are no text, by their first bytes, and what a user can do with each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of file: the bytes at ``offset`` that show it, its name in words, the way out."""

    first: bytes
    what: str
    remedy: str
    offset: int = 0


_UNPACK = "unpack it and read the files in it"
_SAVE = "save its text as UTF-8 and read that"
_OTHER = "name a text or HTML file"
FORMATS = (
    Format(first=b"%PDF", what="a PDF file", remedy=_SAVE),
    Format(first=b"%!PS", what="a PostScript file", remedy=_SAVE),
    Format(first=b"{\\rtf", what="a rich text (RTF) file", remedy=_SAVE),
    Format(first=b"\xd0\xcf\x11\xe0", what="an old office file", remedy=_SAVE),
    Format(first=b"PK\x03\x04", what="a ZIP or office file", remedy=_SAVE),
    Format(first=b"PK\x05\x06", what="an empty ZIP file", remedy=_OTHER),
    Format(first=b"\x1f\x8b", what="a gzip archive", remedy=_UNPACK),
    Format(first=b"BZh", what="a bzip2 archive", remedy=_UNPACK),
    Format(first=b"\xfd7zXZ\x00", what="an xz archive", remedy=_UNPACK),
    Format(first=b"7z\xbc\xaf", what="a 7-Zip archive", remedy=_UNPACK),
    Format(first=b"\x28\xb5\x2f\xfd", what="a Zstandard archive", remedy=_UNPACK),
    Format(first=b"Rar!\x1a\x07", what="a RAR archive", remedy=_UNPACK),
    Format(first=b"ustar", what="a tar archive", remedy=_UNPACK, offset=257),
    Format(first=b"\x89PNG", what="a PNG picture", remedy=_OTHER),
    Format(first=b"\xff\xd8\xff", what="a JPEG picture", remedy=_OTHER),
    Format(first=b"GIF8", what="a GIF picture", remedy=_OTHER),
    Format(first=b"II*\x00", what="a TIFF picture", remedy=_OTHER),
    Format(first=b"MM\x00*", what="a TIFF picture", remedy=_OTHER),
    Format(first=b"WEBP", what="a WebP picture", remedy=_OTHER, offset=8),
    Format(first=b"ftyp", what="a film or sound", remedy=_OTHER, offset=4),
    Format(first=b"ID3", what="a sound", remedy=_OTHER),
    Format(first=b"OggS", what="a sound", remedy=_OTHER),
    Format(first=b"\x7fELF", what="a program", remedy=_OTHER),
    Format(first=b"SQLite format 3\x00", what="a database", remedy=_OTHER),
)


def find_format(data: bytes) -> Format | None:
    """The format that the first bytes show, or None.

    ``%PDF-1.7`` is a PDF file; a text that begins "PDF files" is none. Formats that begin in
    letters only are known by a NUL byte further on as well, so that no text is taken for one.
    """
    head = data[:512]
    for item in FORMATS:
        if head.startswith(item.first, item.offset):
            if item.first.isalnum() and b"\0" not in head:
                continue
            return item
    return None
