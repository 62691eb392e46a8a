"""The rows of `plover.toml`: what our claims are called in PLOVER and CAMEO."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache

from detente.errors import LexiconError
from detente.lexicon import load_table
from detente.model.claims import EventType, Mode, Status
from detente.model.parties import Rank

NAME = "plover"
EDITIONS = ("PLOVER", "CAMEO", "crosswalk", "own")
ACTORS = ("a", "both", "refuser")
CONSULT = "CONSULT"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeRow:
    """A PLOVER type with its quad class and intensity."""

    name: str
    quad: int
    intensity: float
    edition: str = "PLOVER"
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeRow:
    """A PLOVER mode with its own intensity."""

    type: str
    name: str
    intensity: float
    edition: str = "PLOVER"
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoRow:
    """A CAMEO code with its name and Goldstein score."""

    code: str
    name: str
    goldstein: float
    edition: str = "CAMEO"
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow:
    """What a contact of these modes and statuses is; see the head of its part of the table."""

    modes: tuple[str, ...]
    statuses: tuple[str, ...]
    event: str
    cameo: str
    actor: str
    edition: str
    why: str
    words: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    mode: str = ""
    mirror: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """What an action of a type is, by the words of its trigger."""

    type: str
    cameo: str
    words: tuple[str, ...] = ()
    mode: str = ""
    edition: str = "crosswalk"
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FutureRow:
    """What an action becomes that is only planned."""

    type: str
    event: str
    cameo: str
    edition: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextRow:
    """A topic as a PLOVER context."""

    topic: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorRow:
    """What people of these ranks are in the actor codes of others."""

    ranks: tuple[str, ...]
    code: str
    icews: str
    edition: str = "PLOVER"
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """A state or organisation whose code differs from ours."""

    code: str
    plover: str = ""
    country: str = ""
    group: str = ""


_Explained = TypeRow | ModeRow | CameoRow | ContactRow | ActionRow | FutureRow | SectorRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeTable:
    """All of the table."""

    types: tuple[TypeRow, ...]
    modes: tuple[ModeRow, ...]
    cameo: tuple[CameoRow, ...]
    contacts: tuple[ContactRow, ...]
    actions: tuple[ActionRow, ...]
    futures: tuple[FutureRow, ...]
    contexts: tuple[ContextRow, ...]
    sectors: tuple[SectorRow, ...]
    parties: tuple[PartyRow, ...]


@lru_cache(maxsize=1)
def load_codes() -> CodeTable:
    """The packaged table.

    Raises: ``LexiconError`` for a wrong row, or one that names a code the table does not explain.
    """
    found = CodeTable(
        types=load_table(NAME, TypeRow, key="type"),
        modes=load_table(NAME, ModeRow, key="mode"),
        cameo=load_table(NAME, CameoRow, key="cameo"),
        contacts=load_table(NAME, ContactRow, key="contact"),
        actions=load_table(NAME, ActionRow, key="action"),
        futures=load_table(NAME, FutureRow, key="future"),
        contexts=load_table(NAME, ContextRow, key="context"),
        sectors=load_table(NAME, SectorRow, key="sector"),
        parties=load_table(NAME, PartyRow, key="party"),
    )
    check_codes(found)
    return found


def check_codes(table: CodeTable) -> None:
    """Nothing, where every row names only values that exist and says which edition it follows.

    Raises: ``LexiconError`` for the first that does not.
    """
    types = {row.name for row in table.types}
    cameo = {row.code for row in table.cameo} | {""}
    modes = {(row.type, row.name) for row in table.modes} | {(name, "") for name in types}
    _check("type", types, {*EventType, CONSULT})
    for contact in table.contacts:
        _check("contact", contact.modes, set(Mode))
        _check("contact", contact.statuses, set(Status))
        _check("contact", [contact.actor], ACTORS)
        _check("contact", [contact.cameo, contact.mirror], cameo)
        _check("contact", [(contact.event, contact.mode)], modes)
    for action in table.actions:
        _check("action", [action.cameo], cameo)
        _check("action", [(action.type, action.mode)], modes)
    for future in table.futures:
        _check("future", [future.type, future.event], types)
        _check("future", [future.cameo], cameo)
    for sector in table.sectors:
        _check("sector", sector.ranks, set(Rank))
    explained: tuple[_Explained, ...] = (
        *table.types,
        *table.modes,
        *table.cameo,
        *table.contacts,
        *table.actions,
        *table.futures,
        *table.sectors,
    )
    for row in explained:
        _check("edition", [row.edition], EDITIONS)
        if row.edition == "own" and not row.why:
            raise LexiconError(
                f"{NAME}.toml", f"{row} is our own choice unexplained", "add why = …"
            )


def _check(where: str, values: Iterable[object], known: Container[object]) -> None:
    unknown = [item for item in values if item not in known]
    if unknown:
        raise LexiconError(
            f"{NAME}.toml, [[{where}]]", f"{unknown[0]!r} is not known", "see the table's head"
        )
