"""Détente reads news and keeps a ledger of who is talking to whom, with evidence.

The public names are resolved on first use, so that importing the package loads nothing heavy.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.api import Outcome, open, read, read_all, read_text, resolve
    from detente.book import Ledger
    from detente.errors import DetenteError
    from detente.model.article import Article
    from detente.model.claims import Action, Contact, EventType, Mode, Status
    from detente.model.records import Record
    from detente.settings import Settings, load_settings

_HOMES = {
    "Action": "detente.model.claims",
    "Article": "detente.model.article",
    "Contact": "detente.model.claims",
    "DetenteError": "detente.errors",
    "EventType": "detente.model.claims",
    "Ledger": "detente.book",
    "Mode": "detente.model.claims",
    "Outcome": "detente.api",
    "Record": "detente.model.records",
    "Settings": "detente.settings",
    "Status": "detente.model.claims",
    "load_settings": "detente.settings",
    "open": "detente.api",
    "read": "detente.api",
    "read_all": "detente.api",
    "read_text": "detente.api",
    "resolve": "detente.api",
}

__all__ = [
    "Action",
    "Article",
    "Contact",
    "DetenteError",
    "EventType",
    "Ledger",
    "Mode",
    "Outcome",
    "Record",
    "Settings",
    "Status",
    "load_settings",
    "open",
    "read",
    "read_all",
    "read_text",
    "resolve",
]


class _Package(ModuleType):
    """The package itself, whose public names no stage of the same name can take.

    Importing the stage ``detente.read`` would else put that module in place of the function.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


def __getattr__(name: str) -> Any:
    """The public name ``name``, loaded now."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'detente' has no attribute {name!r}")
    return getattr(importlib.import_module(home), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)


sys.modules[__name__].__class__ = _Package
