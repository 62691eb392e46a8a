"""Gold files: JSON Lines in the guidelines' format, to records."""

from __future__ import annotations

import json
from pathlib import Path

from detente.errors import GoldError
from detente.model.decode import record_from_json
from detente.model.records import Record


def read_gold(path: Path) -> tuple[Record, ...]:
    """The articles of a gold or predictions file, with their annotations.

    Raises: ``GoldError`` naming file, line and remedy for what is not in the format.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(str(path), f"cannot be read ({error})", "name a JSON Lines file") from error
    records: list[Record] = []
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
        records.append(record_from_json(raw, where))
    if not records:
        raise GoldError(str(path), "holds no articles", "name a gold file")
    return tuple(records)
