"""Inputs as a user names them: files, folders, addresses, standard input; each to Articles."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from detente.errors import EmptyTextError, InputError, NotFoundError, TooLargeError, UsageError
from detente.ingest.encodings import find_declared
from detente.ingest.front import check_words, parse_plain
from detente.ingest.language import check_english
from detente.ingest.text import decode
from detente.ingest.titles import put_title_first
from detente.model.article import Article
from detente.model.dates import PartialDate, Precision
from detente.settings import Settings

STDIN = "-"
_TEXT = frozenset({".txt", ".text", ".md"})
_HTML = frozenset({".html", ".htm", ".xhtml"})
_LINES = frozenset({".jsonl", ".ndjson"})
_IN_FOLDERS = _TEXT | _HTML  # a data set or the output of a run is read only when it is named
_HTML_HEAD = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}>\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|div|article|main|section|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_ENGLISH = re.compile(r"en(?:g|glish|[-_][a-z]{2,4})?", re.IGNORECASE)


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
    """What the user says of an article, in place of what is found in it.

    With a ``language`` the text is not asked whether it is English.
    """

    published: PartialDate | None = None
    outlet: str | None = None
    title: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Raw:
    """Bytes with what came with them: where from, and what a server says of them."""

    data: bytes
    url: str | None = None
    is_html: bool | None = None
    charset: str | None = None


def make_overrides(
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    language: str | None = None,
) -> Overrides:
    """Overrides from the options' texts; an empty text is as good as none.

    Raises: ``UsageError`` for a date or language that means nothing here.
    """
    date = _parse_date(published) if published else None
    if language and not _ENGLISH.fullmatch(language.strip()):
        raise UsageError("--language", f"{language!r} cannot be read", "only en (English) can")
    return Overrides(
        published=date,
        outlet=(outlet or "").strip() or None,
        title=" ".join((title or "").split()) or None,
        language="en" if language else None,
    )


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
) -> Iterator[Article | InputError]:
    """The article of an input; for JSON Lines one a line, or what is wrong with that line.

    ``stdin`` is where ``-`` is read from. Nothing is opened before the first is asked for.
    Raises: an ``InputError`` naming the input and the remedy, where all of it cannot be read.
    """
    if item.kind is Kind.FILE and Path(item.name).suffix.lower() in _LINES:
        yield from _read_lines(item, overrides, settings)
        return
    raw = _read_bytes(item, settings, stdin)
    article = _read_one(raw, item, title=overrides.title)
    yield _finish(article, overrides, settings)


def _parse_date(text: str) -> PartialDate:
    try:
        date = PartialDate(text.strip())
    except ValueError:
        date = None
    if date is None or date.precision is Precision.YEARLESS:
        raise UsageError(
            "--published", f"{text!r} is no date", "write it as 2022-04-18, 2022-04 or 2022"
        )
    return date


def _find_files(name: str) -> Iterator[Input | InputError]:
    path = Path(name)
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except OSError as error:  # a name too long, or a folder that may not be entered
        yield _cannot_read(path, error)
        return
    if is_folder and name:
        yield from _walk(path)
    elif exists and name:  # an empty name is no folder, though Python takes it for this one
        yield Input(name=name, kind=Kind.FILE)
    else:
        is_web = name.startswith("www.") or re.match(r"https?:", name) is not None
        remedy = "begin an address with https://" if is_web else "check the name"
        yield NotFoundError(name, "no such file or folder", remedy)


def _walk(root: Path) -> Iterator[Input | InputError]:
    """The files of a folder and its folders, by name; hidden ones are left out."""
    found: list[Path] = []
    errors: list[OSError] = []
    for folder, folders, files in os.walk(root, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(folder, name) for name in files if not name.startswith(".")]
    yield from (_cannot_read(Path(str(error.filename)), error) for error in errors)
    wanted = sorted(path for path in found if path.suffix.lower() in _IN_FOLDERS)
    if not wanted and not errors:
        yield NotFoundError(str(root), "holds no text or HTML files", "name a folder with articles")
    yield from (Input(name=str(path), kind=Kind.FILE) for path in wanted)


def _cannot_read(path: Path, error: OSError) -> NotFoundError:
    reason = error.strerror or type(error).__name__
    name = str(path) if len(str(path)) <= 200 else f"{str(path)[:200]}…"
    return NotFoundError(name, f"cannot be read ({reason})", "check its name and permissions")


def _read_bytes(item: Input, settings: Settings, stdin: BinaryIO | None) -> _Raw:
    if item.kind is Kind.ADDRESS:
        from detente.ingest.fetch import fetch  # noqa: PLC0415 - only addresses need the network

        page = fetch(item.name, settings)
        return _Raw(data=page.data, url=page.url, is_html=page.is_html, charset=page.charset)
    if item.kind is Kind.STREAM:
        data = stdin.read(settings.max_bytes + 1) if stdin is not None else b""
    else:
        path = Path(item.name)
        try:
            with path.open("rb") as file:
                data = file.read(settings.max_bytes + 1)
        except OSError as error:
            raise _cannot_read(path, error) from error
    if len(data) > settings.max_bytes:
        raise TooLargeError(
            item.name,
            f"is larger than {settings.max_bytes} bytes",
            "split it, or raise the setting max_bytes",
        )
    return _Raw(data=data)


def _read_one(raw: _Raw, item: Input, *, title: str | None) -> Article:
    is_page = raw.is_html or (
        raw.is_html is None and item.kind is Kind.FILE and Path(item.name).suffix.lower() in _HTML
    )
    declared = raw.charset or (find_declared(raw.data) if raw.data.lstrip()[:1] == b"<" else None)
    text = decode(raw.data, item.name, declared=declared)
    if not text.strip():
        raise EmptyTextError(item.name, "is empty", "give the text of an article")
    if is_page or _HTML_HEAD.match(text):
        from detente.ingest.clean import parse_html  # noqa: PLC0415 - only pages need it

        page = parse_html(text, item.name, url=raw.url, title=title)
        check_words(page.text, item.name)
        return Article(
            text=page.text,
            title=page.title,
            outlet=page.outlet,
            author=page.author,
            published=page.published,
            url=page.url,
            source=item.name,
        )
    plain = parse_plain(text, item.name, title=title)
    return Article(
        text=plain.text,
        title=plain.title,
        outlet=plain.outlet,
        author=plain.author,
        published=plain.published,
        url=plain.url or raw.url,
        source=item.name,
    )


def _read_lines(
    item: Input, overrides: Overrides, settings: Settings
) -> Iterator[Article | InputError]:
    from detente.ingest.lines import read_lines  # noqa: PLC0415 - only data sets need it

    path = Path(item.name)
    try:
        file = path.open("rb")
    except OSError as error:
        raise _cannot_read(path, error) from error
    with file:
        for found in read_lines(file, item.name, max_bytes=settings.max_bytes):
            if isinstance(found, InputError):
                yield found
                continue
            title, text = put_title_first(overrides.title or found.title, found.text)
            try:
                yield _finish(replace(found, title=title, text=text), overrides, settings)
            except InputError as error:
                yield error


def _finish(article: Article, overrides: Overrides, settings: Settings) -> Article:
    """The article with what the user says of it. Raises: ``LanguageError`` where not English."""
    if overrides.language is None:
        check_english(article.text, article.source or STDIN, min_english=settings.min_english)
    return replace(
        article,
        published=overrides.published or article.published,
        outlet=overrides.outlet or article.outlet,
    )
