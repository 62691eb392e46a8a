"""Bytes to text: encodings, line ends, what is taken out, what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import EncodingError
from detente.ingest.text import clean_text, decode

SENTENCE = "The envoy’s talks with Mr Müller in Genève went on – for “two” hours."


def test_utf_8_is_read_as_it_stands() -> None:
    assert decode(SENTENCE.encode(), "a.txt") == SENTENCE


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_taken_off(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding), "a.txt") == SENTENCE


@pytest.mark.parametrize(
    ("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")]
)
def test_utf_16_is_read_in_either_order(mark: bytes, encoding: str) -> None:
    assert decode(mark + SENTENCE.encode(encoding), "a.txt") == SENTENCE


def test_windows_1252_is_read_without_being_declared() -> None:
    assert decode(SENTENCE.encode("cp1252"), "a.txt") == SENTENCE


def test_a_declared_encoding_is_used_where_the_bytes_are_not_utf_8() -> None:
    text = "Wałęsa met the envoy in Gdańsk on Monday."
    assert decode(text.encode("cp1250"), "a.html", declared="windows-1250") == text


def test_a_wrong_declaration_does_not_spoil_utf_8() -> None:
    assert decode(SENTENCE.encode(), "a.html", declared="iso-8859-1") == SENTENCE


def test_one_bad_byte_in_a_long_page_that_declares_utf_8_is_marked() -> None:
    data = (SENTENCE * 50).encode() + b" caf\xe9 "
    assert decode(data, "a.html", declared="utf-8").endswith("caf\ufffd ")


def test_one_bad_byte_in_a_text_that_declares_nothing_is_refused() -> None:
    data = (SENTENCE * 50).encode() + b" caf\xe9 "
    with pytest.raises(EncodingError, match=f"not UTF-8 at byte {data.index(0xE9)}"):
        decode(data, "a.txt")


@pytest.mark.parametrize("encoding", ["cp1250", "iso8859_2", "mac_roman", "cp437"])
def test_an_encoding_that_cannot_be_told_for_sure_is_refused(encoding: str) -> None:
    text = "They can't meet Mr Wałęsa." if encoding in ("cp1250", "iso8859_2") else "Café Müller!"
    with pytest.raises(EncodingError, match="save it again as UTF-8"):
        decode(text.encode(encoding), "a.txt")


def test_a_text_that_is_not_what_its_mark_says_is_refused() -> None:
    with pytest.raises(EncodingError, match="is marked as UTF-8, and is not"):
        decode(b"\xef\xbb\xbf\xff\xff", "a.txt")


def test_utf_16_without_its_mark_is_recognised_and_refused() -> None:
    with pytest.raises(EncodingError, match="seems to be UTF-16"):
        decode(SENTENCE.encode("utf-16-le"), "a.txt")


def test_bytes_with_nul_are_binary() -> None:
    with pytest.raises(EncodingError, match="is binary"):
        decode(b"text\0and more\0\0\0", "a.txt")


def test_a_stream_of_control_characters_is_no_text() -> None:
    with pytest.raises(EncodingError, match="control characters"):
        decode(b"\x01\x02\x03 talks " * 10, "a.txt")


@pytest.mark.parametrize(
    "ending", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"], ids=ascii
)
def test_every_line_end_becomes_one_newline(ending: str) -> None:
    assert clean_text(f"one{ending}two") == "one\ntwo"


@pytest.mark.parametrize(
    "mark", ["\x00", "\x07", "\x1b", "\u00ad", "\u200b", "\ufeff", "\u202e", "\ud800"], ids=ascii
)
def test_control_characters_and_invisible_marks_are_taken_out(mark: str) -> None:
    assert clean_text(f"mini{mark}ster") == "minister"


def test_other_code_points_stay_as_they_are() -> None:
    text = "e\u0301 \u00e9 \u00a0 \t 🕊\u200d \ufb01"
    assert clean_text(text) == text


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn"])))
def test_plain_text_comes_back_from_utf_8(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text or text.startswith(("%PDF", "{\\rtf", "BZh"))


@settings(deadline=None)
@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@settings(deadline=None)
@given(st.binary(), st.one_of(st.none(), st.text()))
def test_no_bytes_raise_anything_else(data: bytes, declared: str | None) -> None:
    try:
        text = decode(data, "a.txt", declared=declared)
    except EncodingError as error:
        text = str(error)
    assert "\0" not in text
    assert "\r" not in text
