"""Values of the model to JSON values and back, field by field, so that no field can be forgotten.

Works from the types themselves. A field that may hold one of several classes carries its class in
``kind``. Dates are ISO texts, bytes hexadecimal, tuples lists.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar

from detente.model.dates import PartialDate

Json = Any
Value = TypeVar("Value")
KIND = "kind"


def encode(value: object) -> Json:
    """A value of the model as a JSON value.

    Raises: ``TypeError`` for what is no value of the model.
    """
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, PartialDate):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): encode(item) for key, item in value.items()}
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{type(value).__name__} is no value of the model")
    fields = {name: encode(getattr(value, name)) for name in _hints(type(value))}
    return {KIND: type(value).__name__.lower(), **fields}


def decode(raw: Json, kind: type[Value]) -> Value:
    """The value that `encode` wrote, of the given class.

    Raises: ``ValueError`` or ``TypeError`` naming the field that does not fit.
    """
    found: Value = _decode(raw, kind, kind.__name__.lower())
    return found


def _decode(raw: Json, hint: Any, where: str) -> Any:
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        return _decode_one_of(raw, typing.get_args(hint), where)
    if origin is tuple:
        item_hint = typing.get_args(hint)[0]
        return tuple(_decode(item, item_hint, where) for item in _expect(raw, list, where))
    if origin is not None and issubclass(origin, Mapping):
        return {key: _expect(item, str, where) for key, item in _expect(raw, dict, where).items()}
    if dataclasses.is_dataclass(hint) and hint is not PartialDate:
        return _decode_fields(raw, hint, where)
    return _decode_plain(raw, hint, where)


def _decode_one_of(raw: Json, hints: tuple[Any, ...], where: str) -> Any:
    if raw is None and type(None) in hints:
        return None
    rest = [hint for hint in hints if hint is not type(None)]
    if len(rest) == 1:
        return _decode(raw, rest[0], where)
    kind = _expect(raw, dict, where).get(KIND)
    for hint in rest:
        if hint.__name__.lower() == kind:
            return _decode(raw, hint, where)
    raise ValueError(f"{where} is of an unknown kind {kind!r}")


def _decode_fields(raw: Json, hint: Any, where: str) -> Any:
    hints = _hints(hint)
    given = {name: item for name, item in _expect(raw, dict, where).items() if name != KIND}
    if given.keys() != hints.keys():
        odd = sorted(given.keys() ^ hints.keys())
        raise ValueError(f"{where} lacks a field or has one too many: {', '.join(odd)}")
    return hint(
        **{name: _decode(item, hints[name], f"{where}.{name}") for name, item in given.items()}
    )


def _decode_plain(raw: Json, hint: Any, where: str) -> Any:
    if hint is float:
        return float(_expect(raw, (int, float), where))
    if hint in (bool, int):
        return _expect(raw, hint, where)
    text = _expect(raw, str, where)
    if hint is bytes:
        return bytes.fromhex(text)
    if hint is date:
        return date.fromisoformat(text)
    return text if hint is str else hint(text)


def _expect(raw: Json, kind: Any, where: str) -> Any:
    is_number = kind in (int, (int, float))
    if not isinstance(raw, kind) or (is_number and isinstance(raw, bool)):
        raise TypeError(f"{where} has a value of a wrong type: {raw!r:.40}")
    return raw


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}
