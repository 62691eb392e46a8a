"""Laws of ingest: whatever the bytes are, an article that keeps its promises, or an InputError."""

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import InputError
from detente.ingest.inputs import Input, Kind, Overrides, read_input
from detente.model.article import Article

from .pages import FIRST, make_page
from .server import SETTINGS

STREAM = Input(name="-", kind=Kind.STREAM)
PIECES = st.sampled_from(
    [
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\0",
        b"\r\n",
        b"\r",
        b"---\n",
        b"Title: a\n",
        b"Published: 2022-04-18\n",
        b"By Ann Other\n",
        b"<!DOCTYPE html>",
        b"<html><body>",
        b"<p>",
        b"</p></body>",
        b"<!--",
        b"<title>&#0;&shy;</title>",
        b'<meta charset="utf-16">',
        b'<script type="application/ld+json">{"datePublished": "2022-99-99"}</script>',
        b"<time datetime='9999999'>",
        b"\x93quoted\x94 ",
        FIRST.encode(),
        make_page().encode(),
    ]
)
NASTY = st.lists(PIECES | st.binary(max_size=12), max_size=8).map(b"".join)


def read(data: bytes) -> Article | InputError:
    try:
        (found,) = read_input(
            STREAM, overrides=Overrides(), settings=SETTINGS, stdin=io.BytesIO(data)
        )
    except InputError as error:
        return error
    return found


@settings(max_examples=150, deadline=None)
@given(NASTY)
def test_no_bytes_raise_anything_but_an_input_error_of_one_line(data: bytes) -> None:
    found = read(data)
    if isinstance(found, Article):
        assert found.title is None or found.text.startswith(found.title)
        assert found.text == found.text.strip()
        assert not set(found.text) & set("\0\r\x1b\x1f\ufeff\u200b")
        found.text.encode()
    else:
        assert found.subject == "-"
        assert "\n" not in str(found)


@settings(max_examples=40, deadline=None)
@given(NASTY)
def test_reading_twice_gives_the_same(data: bytes) -> None:
    first, second = read(data), read(data)
    assert str(first) == str(second)
