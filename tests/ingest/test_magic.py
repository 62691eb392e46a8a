"""Files that are no text are named by what they are."""

import gzip
import zipfile
from pathlib import Path

import pytest

from detente.errors import EncodingError
from detente.ingest.magic import FORMATS, find_format
from detente.ingest.text import decode


@pytest.mark.parametrize("item", FORMATS, ids=lambda item: item.what)
def test_every_format_is_found_by_its_first_bytes(item: object) -> None:
    data = bytes([1]) * item.offset + item.first + b"\0\1"  # type: ignore[attr-defined]
    found = find_format(data)
    assert found is not None
    assert found.what == item.what  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [b"", b"BZh is short for it.", b"ID3 tags", b"Rar! he cried", b"GIF8 it is", b"PK met Q"],
)
def test_a_text_that_begins_with_the_same_letters_is_text(text: bytes) -> None:
    assert find_format(text) is None


def test_a_gzip_archive_is_refused_with_the_way_out() -> None:
    with pytest.raises(EncodingError, match=r"is a gzip archive, not text; unpack it"):
        decode(gzip.compress(b"The envoys met."), "a.txt")


def test_an_office_file_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(EncodingError, match="ZIP or office file, not text; save its text as UTF-8"):
        decode(path.read_bytes(), "a.docx")
