"""Facts known beforehand, as tables that a non-programmer can edit.

`load_table` turns a packaged TOML file into typed rows and refuses what it does not know, so that a
misspelt key is an error with a place and a remedy, not a silent hole.
"""

from __future__ import annotations

import dataclasses
import tomllib
import types
import typing
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

from detente.errors import LexiconError

Row = TypeVar("Row")


def load_table(name: str, row_type: type[Row], *, key: str | None = None) -> tuple[Row, ...]:
    """The rows of the packaged table ``name`` (without ``.toml``) as ``row_type`` values.

    ``key`` names the array where the file holds several; else the file must hold one.
    Raises: ``LexiconError`` naming file, row and remedy for an unknown key, a missing one, or a
    value of a wrong type.
    """
    source = f"{name}.toml"
    return parse_rows(_read_packaged(name), row_type, source=source, key=key)


def load_user_table(path: Path, row_type: type[Row], *, key: str | None = None) -> tuple[Row, ...]:
    """The rows of a user's own table at ``path``; like `load_table`.

    Raises: ``LexiconError`` where the file cannot be read or a row is wrong.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(str(path), f"cannot be read: {error}", "correct the file") from error
    return parse_rows(content, row_type, source=str(path), key=key)


def parse_rows(
    content: Mapping[str, Any], row_type: type[Row], *, source: str, key: str | None = None
) -> tuple[Row, ...]:
    """Check parsed TOML against a row type.

    Raises: ``LexiconError`` for the first wrong row.
    """
    if key is None:
        key = next(iter(content), "")
    hints = typing.get_type_hints(row_type)
    rows: list[Row] = []
    for number, raw in enumerate(content.get(key, ()), start=1):
        where = f"{source}, [[{key}]] number {number}"
        _check_keys(raw, row_type, where)
        values = {name: _convert(value, hints[name], where, name) for name, value in raw.items()}
        rows.append(row_type(**values))
    return tuple(rows)


@lru_cache(maxsize=64)
def _read_packaged(name: str) -> Mapping[str, Any]:
    text = resources.files("detente.lexicon").joinpath(f"{name}.toml").read_text("utf-8")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name}.toml", str(error), "correct the file") from error


def _check_keys(raw: Mapping[str, Any], row_type: type[Any], where: str) -> None:
    fields = {field.name: field for field in dataclasses.fields(row_type)}
    for name in raw:
        if name not in fields:
            raise LexiconError(
                where, f"unknown key {name!r}", f"use one of {', '.join(sorted(fields))}"
            )
    for name, field in fields.items():
        is_needed = (
            field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        )
        if is_needed and name not in raw:
            raise LexiconError(where, f"key {name!r} is missing", f"add {name} = …")


def _convert(value: Any, hint: Any, where: str, name: str) -> Any:
    if typing.get_origin(hint) is tuple:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise LexiconError(where, f"{name} is not a list of texts", f'write {name} = ["…"]')
        return tuple(value)
    wanted = hint if isinstance(hint, type) else _first_type(hint)
    if not isinstance(value, wanted):
        raise LexiconError(where, f"{name} is not of type {wanted.__name__}", "correct the value")
    return value


def _first_type(hint: Any) -> type[Any]:
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else ()
    return next((item for item in options if item is not type(None)), object)
