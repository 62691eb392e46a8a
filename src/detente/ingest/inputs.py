"""Inputs as a user names them: files, folders, addresses, standard input; each to Articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO

from detente.errors import EmptyTextError, InputError, NotFoundError, TooLargeError, UsageError
from detente.ingest.clean import parse_html
from detente.ingest.fetch import fetch
from detente.ingest.language import check_english
from detente.ingest.published import parse_published
from detente.ingest.text import decode, parse_plain
from detente.model.article import Article
from detente.model.dates import PartialDate
from detente.settings import Settings

STDIN = "-"
_TEXT = frozenset({".txt", ".text", ".md"})
_HTML = frozenset({".html", ".htm", ".xhtml"})
_LINES = frozenset({".jsonl", ".ndjson"})
_HTML_HEADS = ("<!doctype html", "<html", "<head", "<body", "<?xml")


class Kind(StrEnum):
    """What sort of input a name stands for."""

    FILE = "file"
    ADDRESS = "address"
    STREAM = "stream"


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One thing to read: a file's path, an address, or ``-``."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrides:
    """What the user says of an article, in place of what is found in it."""

    published: PartialDate | None = None
    outlet: str | None = None
    title: str | None = None
    language: str | None = None


def make_overrides(
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    language: str | None = None,
) -> Overrides:
    """Overrides from the options' texts.

    Raises: ``UsageError`` for a date or language that means nothing here.
    """
    date = None
    if published is not None:
        try:
            date = PartialDate(published.strip())
        except ValueError as error:
            raise UsageError(
                "--published",
                f"{published!r} is no date",
                "write it as 2022-04-18, 2022-04 or 2022",
            ) from error
    if language is not None and language.lower() not in ("en", "english"):
        raise UsageError("--language", f"{language!r} cannot be read", "only en (English) can")
    return Overrides(published=date, outlet=outlet, title=title, language=language)


def find_inputs(names: Iterable[str]) -> Iterator[Input | InputError]:
    """Each input that the names stand for, in order; a folder gives its text and HTML files.

    A name that stands for nothing gives a ``NotFoundError`` in its place, so that the rest is read.
    """
    for name in names:
        if name == STDIN:
            yield Input(name=name, kind=Kind.STREAM)
        elif "://" in name:
            yield Input(name=name, kind=Kind.ADDRESS)
        else:
            yield from _find_files(name)


def read_input(
    item: Input, *, overrides: Overrides, settings: Settings, stdin: BinaryIO | None = None
) -> Iterator[Article]:
    """The article of an input; several for JSON Lines.

    Raises: an ``InputError`` naming the input and the remedy.
    """
    suffix = Path(item.name).suffix.lower()
    data, url = _read_bytes(item, settings, stdin)
    if item.kind is Kind.FILE and suffix in _LINES:
        articles = _read_lines(decode(data, item.name), item.name)
    else:
        articles = iter((_read_one(data, item.name, url, is_html=suffix in _HTML),))
    for article in articles:
        yield _override(article, overrides, settings)


def _find_files(name: str) -> Iterator[Input | InputError]:
    path = Path(name)
    if path.is_dir():
        wanted = _TEXT | _HTML | _LINES
        files = sorted(
            file
            for file in path.rglob("*")
            if file.is_file() and file.suffix.lower() in wanted and not _is_hidden(file, path)
        )
        if not files:
            yield NotFoundError(name, "holds no text or HTML files", "name a folder with articles")
        for file in files:
            yield Input(name=str(file), kind=Kind.FILE)
    elif path.exists():
        yield Input(name=name, kind=Kind.FILE)
    else:
        yield NotFoundError(name, "no such file or folder", "check the name")


def _is_hidden(file: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(root).parts)


def _read_bytes(
    item: Input, settings: Settings, stdin: BinaryIO | None
) -> tuple[bytes, str | None]:
    if item.kind is Kind.ADDRESS:
        fetched = fetch(item.name, settings)
        return fetched.data, fetched.url
    if item.kind is Kind.STREAM:
        data = stdin.read(settings.max_bytes + 1) if stdin is not None else b""
    else:
        data = _read_file(Path(item.name), settings)
    if len(data) > settings.max_bytes:
        raise TooLargeError(
            item.name,
            f"is larger than {settings.max_bytes} bytes",
            "split it, or raise the setting max_bytes",
        )
    return data, None


def _read_file(path: Path, settings: Settings) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(settings.max_bytes + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NotFoundError(
            str(path), f"cannot be read ({reason})", "check its permissions"
        ) from error


def _read_one(data: bytes, name: str, url: str | None, *, is_html: bool) -> Article:
    text = decode(data, name)
    if not text.strip():
        raise EmptyTextError(name, "is empty", "name a file with an article in it")
    if is_html or text.lstrip()[:200].lower().startswith(_HTML_HEADS):
        page = parse_html(text, name, url=url)
        return Article(
            text=page.text,
            title=page.title,
            outlet=page.outlet,
            author=page.author,
            published=page.published,
            url=page.url,
            source=name,
        )
    plain = parse_plain(text, name)
    return Article(
        text=plain.text,
        title=plain.title,
        outlet=plain.outlet,
        author=plain.author,
        published=plain.published,
        url=plain.url or url,
        source=name,
    )


def _read_lines(text: str, name: str) -> Iterator[Article]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{name}, line {number}"
        try:
            raw = json.loads(line)
        except ValueError as error:
            raise InputError(where, "is not JSON", "write one JSON object a line") from error
        if not isinstance(raw, dict) or not isinstance(raw.get("text"), str):
            raise InputError(where, "has no text", 'give each object a "text"')
        yield make_article(raw, where)


def make_article(raw: dict[str, Any], where: str) -> Article:
    """An article from a JSON object with text, and title, outlet, published … where known.

    A title that the text does not begin with is put before it, since a reader sees both.
    Raises: ``EmptyTextError`` for a text without words.
    """
    text, title = raw["text"], raw.get("title") or None
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    if not any(char.isalnum() for char in text):
        raise EmptyTextError(where, "holds no text", "leave the line out")
    published = raw.get("published")
    return Article(
        text=text,
        title=title or text.split("\n", 1)[0],
        outlet=raw.get("outlet"),
        author=raw.get("author"),
        published=parse_published(published) if published else None,
        url=raw.get("url"),
        source=where,
        given_id=raw.get("id"),
    )


def _override(article: Article, overrides: Overrides, settings: Settings) -> Article:
    if overrides.language is None:
        check_english(article.text, article.source or "text", min_share=settings.min_english)
    text, title = article.text, article.title
    if overrides.title is not None and overrides.title != title:
        title = overrides.title
        text = text if text.startswith(title) else f"{title}\n\n{text}"
    return replace(
        article,
        text=text,
        title=title,
        published=overrides.published or article.published,
        outlet=overrides.outlet or article.outlet,
    )
