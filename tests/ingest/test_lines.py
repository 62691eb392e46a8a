"""JSON Lines: an article a line, and a wrong line that does not stop the others."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import EmptyTextError, InputError, TooLargeError
from detente.ingest.lines import make_article, read_lines
from detente.model.article import Article
from detente.model.dates import PartialDate

TEXT = "The envoys met in Lima on Tuesday."


def read(data: bytes, max_bytes: int = 10_000) -> list[Article | InputError]:
    return list(read_lines(io.BytesIO(data), "a.jsonl", max_bytes=max_bytes))


def test_every_field_of_a_line_is_kept() -> None:
    row = {
        "id": "n-1",
        "title": "Envoys meet",
        "text": TEXT,
        "published": "2022-04-18",
        "outlet": "A Post",
        "author": "Ann Other",
        "url": "https://news.example/1",
        "more": [1, 2],
    }
    (article,) = read(json.dumps(row).encode())
    assert article == Article(
        text=f"Envoys meet\n\n{TEXT}",
        title="Envoys meet",
        published=PartialDate("2022-04-18"),
        outlet="A Post",
        author="Ann Other",
        url="https://news.example/1",
    )
    assert isinstance(article, Article)
    assert (article.id, article.source) == ("n-1", "a.jsonl, line 1")


def test_a_text_alone_is_enough() -> None:
    article = make_article({"text": TEXT, "title": None, "published": ""}, "here")
    assert (article.title, article.published, article.given_id) == (TEXT, None, None)
    assert article.id.startswith("art-")


def test_a_number_is_good_for_an_id() -> None:
    assert make_article({"text": TEXT, "id": 17}, "here").id == "17"


def test_an_unreadable_date_gives_none() -> None:
    assert make_article({"text": TEXT, "published": "4/5/2022"}, "here").published is None


def test_control_characters_written_as_escapes_are_taken_out() -> None:
    (article,) = read(rb'{"text": "The \u0000envoys\r\nmet \ud800 in\u001f Lima."}')
    assert isinstance(article, Article)
    assert article.text == "The envoys\nmet  in Lima."


def test_empty_lines_are_passed_over_and_line_numbers_count_them() -> None:
    rows = b'\n{"text": "%s"}\r\n\r\n{"text": ""}\n' % TEXT.encode()
    first, second = read(rows)
    assert isinstance(first, Article)
    assert str(second) == 'a.jsonl, line 4: has no text; give each object a "text"'


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"{", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"[1]", "is not a JSON object"),
        (b"{}", "has no text"),
        (b'{"text": 5}', 'its "text" is no text'),
        (b'{"text": "The envoys met.", "title": ["a"]}', 'its "title" is no text'),
        (b'{"text": "The envoys met.", "published": 2022}', 'its "published" is no text'),
        (b'{"text": "The envoys met.", "id": true}', 'its "id" is no text'),
        (b'{"text": "..."}', "holds no words"),
        (b"\xef\xbb\xbf\xff", "is marked as UTF-8, and is not"),
        (b'{"text": "\x00"}', "is binary"),
    ],
)
def test_a_wrong_line_is_told_and_the_next_is_read(line: bytes, problem: str) -> None:
    good = b'{"text": "%s"}' % TEXT.encode()
    error, article = read(line + b"\n" + good, max_bytes=200_000)
    assert isinstance(error, InputError)
    assert str(error).startswith(f"a.jsonl, line 1: {problem}")
    assert isinstance(article, Article)


def test_a_line_over_the_limit_ends_the_reading() -> None:
    good = b'{"text": "%s"}\n' % TEXT.encode()
    found = read(good + b'{"text": "' + b"x" * 100, max_bytes=len(good))
    assert [type(item) for item in found] == [Article, TooLargeError]


def test_an_object_without_enough_words_is_refused() -> None:
    with pytest.raises(EmptyTextError, match="here: holds only 1 word"):
        make_article({"text": "Hello!"}, "here")


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=3,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["id", "text", "title", "published", "url"]), _JSON))
def test_no_object_raises_anything_else(row: dict[str, object]) -> None:
    for found in read(json.dumps(row).encode()):
        assert isinstance(found, Article | InputError)
