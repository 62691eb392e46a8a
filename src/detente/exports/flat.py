"""One row a claim with all that is known of it, and its codes: the columns of CSV and Parquet.

Unlike the formats of others these have columns for the status and for disputes, so that every claim
is in them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from detente.exports.actors import get_sector
from detente.exports.codes import Coding
from detente.exports.outcome import Told
from detente.exports.plover import code_told
from detente.model.claims import HAPPENED, Contact
from detente.model.dates import When
from detente.model.pairs import sides_of
from detente.model.parties import Party

Kind = Literal["text", "number", "real", "flag", "day", "texts"]
Cell = str | int | float | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A claim with its codes, ``None`` where it has none."""

    told: Told
    coding: Coding | None
    a: tuple[Party, ...]
    b: tuple[Party, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, what kind of values it holds, and how to get one."""

    name: str
    kind: Kind
    get: Callable[[Row], Cell]


def make_row(told: Told) -> Row:
    """The row of a claim."""
    coding = code_told(told)
    a, b = sides_of(told.entry.claim)
    return Row(told=told, coding=coding if isinstance(coding, Coding) else None, a=a, b=b)


def _took_place(row: Row) -> bool:
    entry = row.told.entry
    is_contact = isinstance(entry.claim, Contact)
    return is_contact and entry.claim.status in HAPPENED and not row.told.is_disputed


def _what(row: Row) -> str:
    claim = row.told.entry.claim
    return claim.mode.value if isinstance(claim, Contact) else claim.type.value


def _when(row: Row) -> When:
    return row.told.entry.claim.when or When(start=None, end=None, text=None)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _where(row: Row) -> str | None:
    claim = row.told.entry.claim
    return claim.where if isinstance(claim, Contact) else None


def _topics(row: Row) -> tuple[str, ...]:
    claim = row.told.entry.claim
    return claim.topics if isinstance(claim, Contact) else ()


def _reason(row: Row, name: Literal["rule", "trigger"]) -> str | None:
    reason = row.told.entry.claim.reason
    return getattr(reason, name) if reason else None


def _sectors(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(sector.code if (sector := get_sector(party)) else "" for party in parties)


def _side(name: str, get: Callable[[Row], tuple[Party, ...]]) -> tuple[Column, ...]:
    """The columns of one side; the lists have one value a party, in the same order."""

    def _list(what: str, pick: Callable[[Party], str]) -> Column:
        return Column(
            name=f"{name}_{what}",
            kind="texts",
            get=lambda row: tuple(pick(party) for party in get(row)),
        )

    return (
        _list("states", lambda party: party.state),
        _list("ranks", lambda party: party.rank.value),
        _list("names", lambda party: party.name or ""),
        _list("words", lambda party: party.text),
        Column(name=f"{name}_sectors", kind="texts", get=lambda row: _sectors(get(row))),
    )


_CLAIM = (
    Column(name="claim", kind="text", get=lambda row: row.told.entry.id),
    Column(
        name="kind",
        kind="text",
        get=lambda row: "contact" if isinstance(row.told.entry.claim, Contact) else "action",
    ),
    Column(name="what", kind="text", get=_what),
    Column(name="status", kind="text", get=lambda row: row.told.entry.claim.status.value),
    Column(name="took_place", kind="flag", get=_took_place),
    Column(name="is_disputed", kind="flag", get=lambda row: row.told.is_disputed),
    Column(name="is_implied", kind="flag", get=lambda row: row.told.entry.is_implied),
    *_side("a", lambda row: row.a),
    *_side("b", lambda row: row.b),
    Column(name="start", kind="text", get=lambda row: _text(_when(row).start)),
    Column(name="end", kind="text", get=lambda row: _text(_when(row).end)),
    Column(name="time_words", kind="text", get=lambda row: _when(row).text),
    Column(name="where", kind="text", get=_where),
    Column(name="topics", kind="texts", get=_topics),
    Column(name="according_to", kind="texts", get=lambda row: row.told.entry.claim.according_to),
    Column(name="quote", kind="text", get=lambda row: row.told.entry.claim.evidence.quote),
    Column(name="quote_start", kind="number", get=lambda row: row.told.entry.claim.evidence.start),
    Column(name="quote_end", kind="number", get=lambda row: row.told.entry.claim.evidence.end),
    Column(name="events", kind="texts", get=lambda row: row.told.events),
)
_SOURCE = (
    Column(name="article", kind="text", get=lambda row: row.told.entry.source.article),
    Column(name="title", kind="text", get=lambda row: row.told.entry.source.title),
    Column(name="outlet", kind="text", get=lambda row: row.told.entry.source.outlet),
    Column(name="published", kind="text", get=lambda row: _text(row.told.entry.source.published)),
    Column(name="known", kind="day", get=lambda row: row.told.entry.source.known.isoformat()),
    Column(name="url", kind="text", get=lambda row: row.told.entry.source.url),
)
_CODES = (
    Column(name="actor", kind="text", get=lambda row: row.coding.actor if row.coding else None),
    Column(name="plover", kind="text", get=lambda row: row.coding.event if row.coding else None),
    Column(
        name="plover_mode", kind="text", get=lambda row: row.coding.mode if row.coding else None
    ),
    Column(
        name="plover_contexts",
        kind="texts",
        get=lambda row: row.coding.contexts if row.coding else (),
    ),
    Column(name="plover_quad", kind="number", get=lambda r: r.coding.quad if r.coding else None),
    Column(
        name="plover_intensity",
        kind="real",
        get=lambda row: row.coding.intensity if row.coding else None,
    ),
    Column(
        name="cameo", kind="text", get=lambda row: row.coding.cameo.code if row.coding else None
    ),
    Column(
        name="goldstein",
        kind="real",
        get=lambda row: row.coding.cameo.goldstein if row.coding else None,
    ),
)
_MAKING = (
    Column(name="rule", kind="text", get=lambda row: _reason(row, "rule")),
    Column(name="trigger", kind="text", get=lambda row: _reason(row, "trigger")),
    Column(name="confidence", kind="real", get=lambda row: row.told.entry.claim.confidence),
    Column(
        name="corrected_by",
        kind="text",
        get=lambda row: row.told.entry.correction.author if row.told.entry.correction else None,
    ),
)
COLUMNS = (*_CLAIM, *_SOURCE, *_CODES, *_MAKING)
