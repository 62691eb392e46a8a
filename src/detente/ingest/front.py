"""Front matter of plain texts: lines that tell of the article and are not part of it.

They stand before the first blank line, under a title line or without one, or between ``---``
lines. They are taken off before an Article is made. A line that may as well be a headline
("Source: talks to resume") is front matter only in the company of one that cannot be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.errors import EmptyTextError
from detente.ingest.published import parse_published
from detente.ingest.titles import put_title_first
from detente.model.dates import PartialDate

MIN_WORDS = 3  # two sides and an act: nothing shorter can hold a claim

_MAX_LINES = 40  # front matter is short; beyond this a `---` is a rule drawn in the text
_KEYS = {
    "title": "title headline",
    "published": "published|date|publication date|date published|published on|posted|pubdate",
    "outlet": "outlet source publication publisher newspaper",
    "author": "author authors by byline writer",
    "url": "url link address permalink",
}
_FIELDS = {
    key: field
    for field, keys in _KEYS.items()
    for key in (keys.split("|") if "|" in keys else keys.split())
}
_UNSURE = frozenset({"source", "by", "link", "address"})  # each may begin a headline
_DATED = frozenset({"date", "posted"})  # and these, where no date follows
_LINE = re.compile(r"^(?P<key>[A-Za-z][A-Za-z _-]{0,23}?)\s*:\s*(?P<value>\S.*)?$")
_BYLINE = re.compile(
    r"^(?:By|BY)\s+(?P<value>(?:[A-Z][\w.'’-]*|and|de|von|van|al|el|bin)"
    r"(?:\s+(?:[A-Z][\w.'’-]*|and|de|von|van|al|el|bin)){1,8}(?:,\s.{1,60})?)$"
)
_YAML = re.compile(r"^\s*(?:#.*|-\s.*|[\w .-]+:(?:\s.*)?)$|^\s+\S.*$|^\s*$")
_NOTHING = frozenset({"", "null", "~", "|", ">", "|-", ">-", "[]"})
_HEADING = re.compile(r"^#{1,6}\s+")  # Markdown's mark of a heading
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainText:
    """A plain text taken apart: its front matter, and what is left, title first."""

    text: str
    title: str | None = None
    published: PartialDate | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One line of front matter; ``field`` is None where its key is not one of ours."""

    field: str | None
    value: str
    is_sure: bool


def parse_plain(text: str, name: str, *, title: str | None = None) -> PlainText:
    """Take front matter off a plain text; its first line is its title, unless that is given.

    An unreadable date gives none. ``title`` goes before what the text says. A byline and a line of
    nothing but a date under the title are read after a blank line as well, and then stay.
    Raises: ``EmptyTextError`` where fewer than three words are left.
    """
    entries, body = _split_front(text.strip("\n").split("\n"))
    front: dict[str, str] = {}
    kept = _HEADING.sub("", "\n".join(body).strip())
    for entry in (*entries, *_find_under_title(kept)):
        if entry.field is not None and entry.value:
            front.setdefault(entry.field, entry.value)
    check_words(kept, name)
    title, kept = put_title_first(title or front.get("title"), kept)
    published = front.get("published")
    return PlainText(
        text=kept,
        title=title,
        published=parse_published(published) if published else None,
        outlet=front.get("outlet"),
        author=front.get("author"),
        url=front.get("url"),
    )


def check_words(text: str, name: str) -> None:
    """Raises: ``EmptyTextError`` where a text has too few words to say anything.

    In other scripts than Latin each letter is counted: some put no spaces between words.
    """
    count = 0
    for match in _WORD.finditer(text):
        count += 1 if match[0][0] <= "\u024f" else len(match[0])
        if count >= MIN_WORDS:
            return
    problem = "holds no words" if count == 0 else f"holds only {count} word{'s' * (count > 1)}"
    raise EmptyTextError(name, problem, "give the text of an article")


def _find_under_title(text: str) -> list[_Entry]:
    """The byline and the bare date that follow the title, before any other words."""
    found: list[_Entry] = []
    for line in [line for line in text.split("\n") if line.strip()][1:4]:
        entry = _parse_bare(line.strip())
        if entry is None:
            break
        found.append(entry)
    return found


def _split_front(lines: list[str]) -> tuple[list[_Entry], list[str]]:
    """The entries of the front matter, and the lines without it."""
    if lines[0].strip() == "---":
        return _split_yaml(lines)
    end = next((i for i, line in enumerate(lines) if not line.strip()), len(lines))
    block = [_parse_line(line) for line in lines[: min(end, _MAX_LINES)]]
    start = 0 if block and block[0] is not None and block[0].field is not None else 1
    stop = _find_stop(block, start)
    entries = [entry for entry in block[start:stop] if entry is not None]
    has_title_line = start == 1
    if not entries or not (has_title_line or any(entry.is_sure for entry in entries)):
        return [], lines
    rest = "\n".join(lines[stop:]).strip("\n").split("\n")
    return entries, [lines[0], "", *rest] if has_title_line else rest


def _find_stop(block: Sequence[_Entry | None], start: int) -> int:
    """Where front matter ends: after the last line with a key of ours in the unbroken run."""
    stop = start
    for i, entry in enumerate(block[start:], start=start):
        if entry is None:
            break
        if entry.field is not None:
            stop = i + 1
    return stop


def _parse_line(line: str) -> _Entry | None:
    line = line.strip()
    bare = _parse_bare(line)
    if bare is not None:
        return bare
    match = _LINE.match(line)
    if match is None:
        return None
    key = " ".join(re.split(r"[\s_-]+", match["key"].strip().lower()))
    value = _unquote(match["value"] or "")
    is_sure = key not in _UNSURE or value.startswith(("http://", "https://"))
    if key in _DATED:
        is_sure = parse_published(value) is not None
    return _Entry(field=_FIELDS.get(key), value=value, is_sure=is_sure)


def _parse_bare(line: str) -> _Entry | None:
    """A byline ("By Ann Other") or a line of a date alone ("Monday, April 18, 2022")."""
    if match := _BYLINE.match(line):
        return _Entry(field="author", value=match["value"], is_sure=False)
    if parse_published(line) is not None and not line.isdigit():
        return _Entry(field="published", value=line, is_sure=True)
    return None


def _split_yaml(lines: list[str]) -> tuple[list[_Entry], list[str]]:
    for i, line in enumerate(lines[1 : _MAX_LINES + 1], start=1):
        if line.strip() in ("---", "..."):
            found = [_parse_line(item) for item in lines[1:i] if not item.startswith((" ", "-"))]
            return [entry for entry in found if entry is not None], lines[i + 1 :]
        if not _YAML.match(line):
            break
    return [], lines


def _unquote(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1].strip()
    elif value.startswith("[") and value.endswith("]"):
        value = ", ".join(part.strip(" \"'") for part in value[1:-1].split(","))
    return "" if value in _NOTHING else value
