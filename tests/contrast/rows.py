"""Rows of groups.tsv: one sentence each, with the one contact that it claims or none.

README.md describes the columns. Nothing here reads a sentence: the record comes from the caller.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from detente.errors import GoldError
from detente.model.article import Article
from detente.model.claims import HAPPENED, Contact, Mode, Status
from detente.model.dates import PartialDate, When
from detente.model.records import Record

PATH = Path(__file__).parent / "groups.tsv"
COLUMNS = (
    "group", "id", "published", "sentence", "mode",
    "status", "a_state", "b_state", "when", "by",
)  # fmt: skip
_ANY = "-"
_NONE = "none"
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A sentence and its contact; a field that is ``None`` is not compared.

    ``statuses`` is empty where the sentence claims no contact; it holds several where the
    guidelines leave a choice. ``when`` is both ends as ISO prefixes; ``(None, None)`` is no time.
    """

    group: str
    id: str
    published: PartialDate
    sentence: str
    mode: Mode | None
    statuses: frozenset[Status]
    states: frozenset[str]
    when: tuple[str | None, str | None] | None
    by: tuple[str, ...] | None

    @property
    def article(self) -> Article:
        """The sentence as an article of its own, without a title."""
        return Article(text=self.sentence, published=self.published)


def parse_rows(path: Path = PATH) -> tuple[Row, ...]:
    """The rows of the table at ``path``, in its order.

    Raises: ``GoldError`` with the line where a row has other columns or values than README.md says.
    """
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    if tuple(header.split("\t")) != COLUMNS:
        raise GoldError(path.name, "other columns", f"write {' '.join(COLUMNS)}")
    return tuple(_parse_row(line, f"{path.name}:{n}") for n, line in enumerate(lines, start=2))


def compare_row(row: Row, record: Record) -> tuple[str, ...]:
    """What is wrong with ``record`` as a reading of the row's sentence; empty when it is right.

    Where no contact is claimed, every contact read is wrong. Else one contact between the two
    states must agree in status and all that the row gives, and none between them may have happened
    unless the row says so.
    """
    if not row.statuses:
        return tuple(f"{row.id}: no contact, read {_render(c)}" for c in record.contacts)
    near = [contact for contact in record.contacts if _states(contact) == row.states]
    problems = [] if any(_agrees(row, contact) for contact in near) else [f"{row.id}: missing"]
    if problems and near:
        problems = [
            f"{row.id}: {' and '.join(sorted(map(str, row.statuses)))}, read {_render(near[0])}"
        ]
    if not row.statuses & HAPPENED:
        problems.extend(
            f"{row.id}: did not happen, read {_render(contact)}"
            for contact in record.contacts
            if contact.status in HAPPENED and row.states <= _states(contact)
        )
    return tuple(problems)


def _parse_row(line: str, place: str) -> Row:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise GoldError(place, f"{len(cells)} columns", f"write {len(COLUMNS)}")
    group, name, published, sentence, mode, status, a_state, b_state, when, by = cells
    try:
        return Row(
            group=group,
            id=name,
            published=PartialDate(published),
            sentence=sentence,
            mode=None if mode == _ANY else Mode(mode),
            statuses=frozenset() if status == _NONE else frozenset(map(Status, status.split("/"))),
            states=frozenset({a_state, b_state} - {_ANY}),
            when=_parse_time(when),
            by=_parse_chain(by),
        )
    except ValueError as error:
        raise GoldError(place, str(error), "see README.md for the values") from error


def _parse_time(value: str) -> tuple[str | None, str | None] | None:
    if value == _ANY:
        return None
    if value == _NONE:
        return (None, None)
    start, dots, end = value.partition("..")
    if not dots:
        raise ValueError(f"{value!r} is not start..end, none or -")
    for bound in (start, end):
        if bound:
            PartialDate(bound)
    return (start or None, end or None)


def _parse_chain(value: str) -> tuple[str, ...] | None:
    if value == _ANY:
        return None
    return tuple(value.split(" > ")) if value else ()


def _agrees(row: Row, contact: Contact) -> bool:
    return (
        contact.status in row.statuses
        and row.mode in (None, contact.mode)
        and row.when in (None, _ends(contact.when))
        and (row.by is None or _is_chain(row.by, contact.according_to))
    )


def _states(contact: Contact) -> frozenset[str]:
    return frozenset(party.state for party in (*contact.a, *contact.b))


def _ends(when: When | None) -> tuple[str | None, str | None]:
    if when is None:
        return (None, None)
    return (str(when.start) if when.start else None, str(when.end) if when.end else None)


def _is_chain(expected: tuple[str, ...], found: tuple[str, ...]) -> bool:
    if len(expected) != len(found):
        return False
    pairs = ((_words(e), _words(f)) for e, f in zip(expected, found, strict=True))
    return all(e <= f or f <= e for e, f in pairs)


def _words(name: str) -> frozenset[str]:
    return frozenset(word.strip(",.") for word in name.casefold().split()) - _ARTICLES


def _render(contact: Contact) -> str:
    """The contact as a row would have it, for messages."""
    start, end = _ends(contact.when)
    states = "/".join(sorted(_states(contact)))
    by = " > ".join(contact.according_to)
    return f"{contact.mode} {contact.status} {states} {start}..{end} by [{by}]"
