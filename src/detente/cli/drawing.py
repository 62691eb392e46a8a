"""Drawing for a terminal: consoles, titles and lines, at 80 columns and without colour as well."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from detente.cli.render import make_console


def draw(parts: Iterable[RenderableType], width: int | None) -> None:
    """Write to standard output, without the spaces that fill a line up to its width."""
    console = make_console(width)
    with console.capture() as drawn:
        for part in parts:
            console.print(part)
    lines = drawn.get().removesuffix("\n").split("\n")
    console.file.write("".join(f"{line.rstrip(' ')}\n" for line in lines))


def title(left: str, right: str = "") -> Text:
    """A heading in bold, with what it is as of behind it."""
    text = Text(left, style="bold")
    if right:
        text.append(f" · {right}", style="dim not bold")
    return text


def indent(what: RenderableType, columns: int) -> Padding:
    """The same, moved to the right."""
    return Padding(what, (0, 0, 0, columns))


def note(words: str) -> Text:
    """A line that stands back."""
    return Text(words, style="dim")


def signed(sign: str, word: str, style: str) -> Text:
    """A word with its sign."""
    return Text(f"{sign} {word}", style=f"bold {style}")


def write_json(value: object) -> None:
    """One JSON value on standard output; escaped where that is not UTF-8."""
    encoding = (sys.stdout.encoding or "").lower().replace("-", "").replace("_", "")
    click.echo(json.dumps(value, ensure_ascii=encoding != "utf8", indent=2))


def write_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Comma-separated values on standard output, with a first line that names the columns."""
    writer = csv.DictWriter(sys.stdout, fieldnames=list(columns), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: "" if row[name] is None else row[name] for name in columns})
