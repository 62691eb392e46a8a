"""JSON Lines with annotated texts: read one by one, each fault named with its line.

Which kind of annotation a file holds is told by the columns of its first line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.errors import GoldError

Offsets = tuple[int, int]


def has_column(path: Path, column: str) -> bool:
    """Whether the first line of a file is a JSON object with this column."""
    try:
        with path.open(encoding="utf-8") as file:
            first = json.loads(file.readline())
    except (OSError, ValueError):
        return False
    return isinstance(first, dict) and column in first


def read_objects(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of a file that have a text, each with where it stands ("gold.jsonl, line 3").

    Raises: ``GoldError`` naming file, line and remedy for what is not in the format.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(str(path), f"cannot be read ({error})", "name a JSON Lines file") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        try:
            raw = json.loads(line)
        except ValueError as error:
            raise GoldError(where, "is not JSON", "write one JSON object a line") from error
        if not isinstance(raw, dict) or not isinstance(raw.get("text"), str):
            raise GoldError(where, "has no text", 'give each object a "text"')
        yield where, raw


def get_offsets(value: Any, where: str, *, length: int) -> Offsets:
    """A pair of offsets inside a text of ``length`` code points.

    Raises: ``GoldError`` for anything else.
    """
    is_pair = isinstance(value, list) and len(value) == 2
    if not is_pair or not all(type(item) is int for item in value):
        raise GoldError(where, f"{value!r} is no span", "write [start, end] in code points")
    start, end = value
    if not 0 <= start < end <= length:
        raise GoldError(where, f"{value!r} lies outside the text", "count code points, from 0")
    return start, end
