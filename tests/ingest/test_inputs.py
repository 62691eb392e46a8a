"""Inputs as a user names them, each to its article or to one line that says what to do."""

import io
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from detente.errors import (
    DetenteError,
    EmptyTextError,
    EncodingError,
    FetchError,
    InputError,
    LanguageError,
    NotFoundError,
    TooLargeError,
    UsageError,
)
from detente.ingest.inputs import (
    Input,
    Kind,
    Overrides,
    find_inputs,
    make_overrides,
    read_input,
)
from detente.model.article import Article
from detente.model.dates import PartialDate
from detente.settings import Settings

from .pages import FIRST, HEADLINE, SECOND, make_page
from .server import SETTINGS, answer, serve

TEXT = f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}\n"
NONE = Overrides()


def read(path: Path, overrides: Overrides = NONE, settings: Settings = SETTINGS) -> Article:
    item = Input(name=str(path), kind=Kind.FILE)
    (article,) = read_input(item, overrides=overrides, settings=settings)
    assert isinstance(article, Article)
    return article


def write(path: Path, text: str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(found: object) -> list[str]:
    return [item.name for item in found if isinstance(item, Input)]  # type: ignore[attr-defined]


# Finding


def test_each_name_is_told_for_what_it_is(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    found = list(find_inputs([str(path), "-", "https://news.example/a"]))
    assert found == [
        Input(name=str(path), kind=Kind.FILE),
        Input(name="-", kind=Kind.STREAM),
        Input(name="https://news.example/a", kind=Kind.ADDRESS),
    ]


def test_a_folder_gives_its_text_and_html_files_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.HTML", "a/b/c.md", "a.htm", "d.text", "e.html"):
        write(tmp_path / name)
    for name in ("x.pdf", "y.jsonl", ".hidden.txt", ".git/a.txt", "a/.b/c.txt", "no"):
        write(tmp_path / name)
    found = names(find_inputs([str(tmp_path)]))
    assert [os.path.relpath(name, tmp_path) for name in found] == [
        os.path.join("a", "b", "c.md"),
        os.path.join("a", "z.HTML"),
        "a.htm",
        "b.txt",
        "d.text",
        "e.html",
    ]


def test_a_folder_that_is_hidden_itself_is_read_when_it_is_named(tmp_path: Path) -> None:
    write(tmp_path / ".news" / "a.txt")
    assert len(names(find_inputs([str(tmp_path / ".news")]))) == 1


def test_a_circle_of_links_between_folders_ends(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert names(find_inputs([str(tmp_path)])) == [str(tmp_path / "a.txt")]


def test_a_folder_without_articles_is_told(tmp_path: Path) -> None:
    (error,) = find_inputs([str(tmp_path)])
    assert str(error) == (f"{tmp_path}: holds no text or HTML files; name a folder with articles")


def test_a_name_that_stands_for_nothing_does_not_stop_the_others(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    first, second = find_inputs([str(tmp_path / "b.txt"), str(path)])
    assert isinstance(first, NotFoundError)
    assert str(first) == f"{tmp_path / 'b.txt'}: no such file or folder; check the name"
    assert second == Input(name=str(path), kind=Kind.FILE)


@pytest.mark.parametrize("name", ["", "a\0b", "x" * 5000, "a/" * 3000])
def test_a_name_that_no_file_can_have_is_told(name: str) -> None:
    (error,) = find_inputs([name])
    assert isinstance(error, NotFoundError)
    assert len(str(error)) < 400 or "\0" in name


@pytest.mark.parametrize("name", ["www.news.example/a", "https:/news.example"])
def test_an_address_without_its_beginning_is_told(name: str) -> None:
    (error,) = find_inputs([name])
    assert str(error) == f"{name}: no such file or folder; begin an address with https://"


# Overrides


@pytest.mark.parametrize("date", ["2022-04-18", "2022-04", "2022"])
def test_a_date_may_be_a_day_a_month_or_a_year(date: str) -> None:
    assert make_overrides(published=date).published == PartialDate(date)


@pytest.mark.parametrize("date", ["18 April", "2022-02-30", "--04-18", "2022-4-18", "today"])
def test_another_date_is_refused_with_the_forms_that_are_accepted(date: str) -> None:
    with pytest.raises(UsageError) as caught:
        make_overrides(published=date)
    assert str(caught.value) == (
        f"--published: {date!r} is no date; write it as 2022-04-18, 2022-04 or 2022"
    )


@pytest.mark.parametrize("language", ["en", "EN", "English", "eng", "en-GB", "en_US"])
def test_english_goes_by_several_names(language: str) -> None:
    assert make_overrides(language=language).language == "en"


def test_another_language_cannot_be_read() -> None:
    with pytest.raises(UsageError, match="'de' cannot be read; only en"):
        make_overrides(language="de")


def test_empty_options_are_none() -> None:
    empty = make_overrides(published="", outlet=" ", title="", language="")
    assert empty == make_overrides() == Overrides()


def test_what_the_user_says_goes_before_what_is_found(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", f"Title: Old\nDate: 2020\nOutlet: Old Post\n\n{FIRST}")
    overrides = make_overrides(published="2022-04-18", outlet="A Post", title="New  title")
    article = read(path, overrides)
    assert (article.title, article.outlet) == ("New title", "A Post")
    assert article.published == PartialDate("2022-04-18")
    assert article.text == f"New title\n\n{FIRST}"


# Reading


def test_a_text_file_becomes_an_article(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    article = read(path)
    assert article == Article(text=TEXT.strip(), title=HEADLINE)
    assert article.source == str(path)


def test_an_html_file_becomes_an_article(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2022-04-18T10:00:00Z">'
    article = read(write(tmp_path / "a.html", make_page(head=head)))
    assert article.text == TEXT.strip()
    assert (article.title, article.published) == (HEADLINE, PartialDate("2022-04-18"))


@pytest.mark.parametrize("first", ["", " \n", "<!-- saved -->\n", "<?xml version='1.0'?>"])
def test_html_is_known_by_its_beginning_whatever_the_file_is_called(
    tmp_path: Path, first: str
) -> None:
    assert read(write(tmp_path / "a.txt", first + make_page())).text == TEXT.strip()


def test_a_text_that_begins_with_a_bracket_is_text(tmp_path: Path) -> None:
    text = f"<Urgent> Envoys meet\n\n{FIRST}"
    assert read(write(tmp_path / "a.txt", text)).text == text


def test_the_encoding_that_a_page_declares_is_used(tmp_path: Path) -> None:
    page = make_page(head="<meta charset=windows-1250>").replace("Chile", "Łódź")
    path = tmp_path / "a.html"
    path.write_bytes(page.encode("cp1250"))
    assert "ambassador of Łódź" in read(path).text


def test_standard_input_is_read_from_what_is_given() -> None:
    item = Input(name="-", kind=Kind.STREAM)
    stream = io.BytesIO(TEXT.encode())
    (article,) = read_input(item, overrides=NONE, settings=SETTINGS, stdin=stream)
    assert isinstance(article, Article)
    assert (article.text, article.source) == (TEXT.strip(), "-")


def test_an_address_is_fetched_and_kept() -> None:
    with serve({"/a": answer(make_page()), "/b": answer(TEXT, "text/plain")}) as server:
        for path in ("/a", "/b"):
            item = Input(name=server.url(path), kind=Kind.ADDRESS)
            (article,) = read_input(item, overrides=NONE, settings=SETTINGS)
            assert isinstance(article, Article)
            assert (article.text, article.url) == (TEXT.strip(), server.url(path))


def test_a_piece_of_html_is_a_page_where_the_server_says_so() -> None:
    piece = f"Envoys meet<p>{FIRST}</p><p>{SECOND}</p>"
    with serve({"/a": answer(piece)}) as server:
        item = Input(name=server.url("/a"), kind=Kind.ADDRESS)
        (article,) = read_input(item, overrides=NONE, settings=SETTINGS)
    assert isinstance(article, Article)
    assert "<p>" not in article.text


def test_the_encoding_that_a_server_declares_is_used() -> None:
    data = make_page().replace("Chile", "Łódź").encode("cp1250")
    with serve({"/a": answer(data, "text/html; charset=windows-1250")}) as server:
        item = Input(name=server.url("/a"), kind=Kind.ADDRESS)
        (article,) = read_input(item, overrides=NONE, settings=SETTINGS)
    assert isinstance(article, Article)
    assert "ambassador of Łódź" in article.text


def test_json_lines_give_an_article_a_line_and_the_errors_in_their_places(tmp_path: Path) -> None:
    rows = [
        {"text": TEXT, "outlet": "A Post"},
        {"text": "El ministro se negó a reunirse con el embajador en Ginebra."},
        {"text": SECOND, "title": "More talks"},
    ]
    path = write(tmp_path / "a.jsonl", "\n".join(json.dumps(row) for row in rows))
    item = Input(name=str(path), kind=Kind.FILE)
    overrides = make_overrides(published="2022")
    first, second, third = read_input(item, overrides=overrides, settings=SETTINGS)
    assert isinstance(first, Article)
    assert (first.outlet, first.published) == ("A Post", PartialDate("2022"))
    assert isinstance(second, LanguageError)
    assert second.subject == f"{path}, line 2"
    assert isinstance(third, Article)
    assert third.text == f"More talks\n\n{SECOND}"


# Errors


def fail(item: Input, settings: Settings = SETTINGS, stdin: bytes = b"") -> InputError:
    with pytest.raises(InputError) as caught:
        list(read_input(item, overrides=NONE, settings=settings, stdin=io.BytesIO(stdin)))
    return caught.value


@pytest.mark.parametrize(
    ("data", "kind", "problem"),
    [
        (b"", EmptyTextError, "is empty; give the text of an article"),
        (b"\xef\xbb\xbf \r\n", EmptyTextError, "is empty; give"),
        (b"- 1 2 3 -", EmptyTextError, "holds no words; give"),
        (b"%PDF-1.7 ...", EncodingError, "is a PDF file, not text; save its text as UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0", EncodingError, "is a PNG picture, not text; name a text"),
        (b"abc\0def", EncodingError, "is binary, not text; name a text or HTML file"),
        (b"caf\x8e is it\x81", EncodingError, "is not UTF-8 at byte 3, nor in another"),
        (b"<html><body></body></html>", EmptyTextError, "no article found on the page; save"),
        (
            b"Der Minister hat den Botschafter nicht getroffen.",
            LanguageError,
            "is in German, and only English can be read; translate it first",
        ),
        (b"x " * 60_000, TooLargeError, "is larger than 100000 bytes; split it, or raise"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line_with_the_way_out(
    tmp_path: Path, data: bytes, kind: type[DetenteError], problem: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    from_file = fail(Input(name=str(path), kind=Kind.FILE))
    assert type(from_file) is kind
    assert str(from_file).startswith(f"{path}: {problem}")
    assert "\n" not in str(from_file)
    assert str(fail(Input(name="-", kind=Kind.STREAM), stdin=data)).startswith(f"-: {problem}")


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_file_that_is_gone_by_now_is_told(tmp_path: Path, name: str) -> None:
    error = fail(Input(name=str(tmp_path / name), kind=Kind.FILE))
    assert isinstance(error, NotFoundError)
    assert "cannot be read (No such file or directory)" in str(error)


def test_an_address_that_is_no_web_page_is_told() -> None:
    error = fail(Input(name="ftp://news.example/a", kind=Kind.ADDRESS))
    assert isinstance(error, FetchError)
    assert "begin it with https://" in error.remedy


def test_with_a_language_given_the_text_is_not_asked(tmp_path: Path) -> None:
    text = "El ministro se negó a reunirse con el embajador en Ginebra."
    article = read(write(tmp_path / "a.txt", text), make_overrides(language="en"))
    assert article.text == text


def test_the_same_bytes_give_the_same_article(tmp_path: Path) -> None:
    path = write(tmp_path / "a.html", make_page())
    assert read(path) == read(path)
    assert read(path).id == read(path, settings=replace(SETTINGS, timeout_s=1.0)).id
