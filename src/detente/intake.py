"""Intake: inputs read and recorded in a ledger, one article after the other.

Joins the pipeline and the ledger. An article that this reader has read before is not read again,
so a run that was killed goes on where it stood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from detente.book import Ledger
from detente.errors import InputError, LedgerError
from detente.ingest.inputs import Input, Overrides, find_inputs, read_input
from detente.ledger.record import Recorded
from detente.model.article import Article
from detente.model.records import Record
from detente.pipeline import Reader
from detente.settings import Settings

GROUP = 16
"""Articles between two waits for the disk: one such wait takes some milliseconds, as much as all
else that recording an article takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came of one article: what recording did, or the error that says why nothing was.

    ``record`` is missing where the article was there already, and so was not read again.
    """

    name: str
    article: Article | None = None
    recorded: Recorded | None = None
    record: Record | None = None
    error: InputError | LedgerError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What taking in articles needs: where they go, who reads them, and by which settings."""

    ledger: Ledger
    get_reader: Callable[[], Reader]
    settings: Settings


def add_inputs(
    names: Iterable[str],
    desk: Desk,
    *,
    overrides: Overrides | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Added]:
    """Record the articles of many inputs, in order; one that fails gives its error, the rest go on.

    What is given out here is safe on the disk, whatever happens next.
    """
    waiting: list[Added] = []
    for name, found in _find_articles(names, desk, overrides or Overrides(), stdin):
        waiting.append(_add(name, found, desk))
        if len(waiting) >= GROUP:
            desk.ledger.sync()
            yield from waiting
            waiting = []
    desk.ledger.sync()
    yield from waiting


def _find_articles(
    names: Iterable[str], desk: Desk, overrides: Overrides, stdin: BinaryIO | None
) -> Iterator[tuple[str, Article | InputError]]:
    for item in find_inputs(names):
        if isinstance(item, InputError):
            yield item.subject, item
        else:
            yield from _read_input(item, desk, overrides, stdin)


def _read_input(
    item: Input, desk: Desk, overrides: Overrides, stdin: BinaryIO | None
) -> Iterator[tuple[str, Article | InputError]]:
    try:
        for found in read_input(item, overrides=overrides, settings=desk.settings, stdin=stdin):
            yield item.name, found
    except InputError as error:
        yield item.name, error


def _add(name: str, found: Article | InputError, desk: Desk) -> Added:
    if isinstance(found, InputError):
        return Added(name=name, error=found)
    reader = desk.get_reader()
    if desk.ledger.holds(found, reader.stamp):
        return Added(name=name, article=found, recorded=Recorded.SAME)
    record = reader.read(found)
    try:
        recorded = desk.ledger.add(record)
    except LedgerError as error:
        return Added(name=name, article=found, error=error)
    return Added(name=name, article=found, recorded=recorded, record=record)
