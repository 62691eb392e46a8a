"""What a program may call; the command line uses only this and `model`.

>>> import detente
>>> record = detente.read("article.txt", published="2022-04-18")   # doctest: +SKIP
>>> [contact.status for contact in record.contacts]                # doctest: +SKIP
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from detente.book import Ledger, open_ledger
from detente.errors import InputError, UsageError
from detente.evaluate.attributions import is_attribution_file, render_said, said_to_json
from detente.evaluate.parties import (
    PartyReport,
    parties_to_json,
    render_parties,
)
from detente.evaluate.render import (
    render_case,
    render_confusion,
    render_report,
    report_to_json,
)
from detente.evaluate.report import Report
from detente.evaluate.roots import (
    is_marked_file,
    render_roots,
    roots_to_json,
)
from detente.evaluate.timex import is_timex_file, render_timex, timex_to_json
from detente.exporting import (
    FORMATS,
    Exported,
    Format,
    LeftOut,
    export_ledger,
    get_format,
    parse_plover,
)
from detente.ingest.inputs import Input, Overrides, find_inputs, make_overrides, read_input
from detente.intake import Added, Desk, add_inputs
from detente.lexicon.checks import check_tables
from detente.lexicon.state_names import get_code
from detente.model.article import Article
from detente.model.encode import record_to_json, resolution_to_json
from detente.model.mentions import Resolution
from detente.model.records import Record
from detente.pipeline import get_reader
from detente.scoring import (
    evaluate_attributions,
    evaluate_gold,
    evaluate_parties,
    evaluate_roots,
    evaluate_timex,
    score_predictions,
)
from detente.settings import Settings, load_settings

__all__ = [
    "FORMATS",
    "Added",
    "Exported",
    "Format",
    "Ledger",
    "LeftOut",
    "Outcome",
    "Overrides",
    "PartyReport",
    "Report",
    "add_all",
    "check_tables",
    "evaluate_attributions",
    "evaluate_gold",
    "evaluate_parties",
    "evaluate_roots",
    "evaluate_timex",
    "export_ledger",
    "find_names",
    "get_code",
    "get_format",
    "get_reader",
    "is_attribution_file",
    "is_marked_file",
    "is_timex_file",
    "make_overrides",
    "open",
    "parse_plover",
    "parties_to_json",
    "read",
    "read_all",
    "read_text",
    "render_case",
    "render_confusion",
    "render_parties",
    "render_report",
    "render_roots",
    "render_said",
    "render_timex",
    "report_to_json",
    "resolution_to_json",
    "resolve",
    "roots_to_json",
    "said_to_json",
    "score_predictions",
    "timex_to_json",
    "write_records",
]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one input: its record, or the error that says why there is none."""

    name: str
    record: Record | None = None
    error: InputError | None = None


def read(
    source: str | Path,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    settings: Settings | None = None,
) -> Record:
    """The diplomatic record of one article: a file's path or an http(s) address.

    Raises: an ``InputError`` naming the input and the remedy; ``UsageError`` for a wrong date.
    """
    overrides = make_overrides(published=published, outlet=outlet, title=title)
    for outcome in read_all([str(source)], overrides=overrides, settings=settings):
        if outcome.error is not None:
            raise outcome.error
        if outcome.record is not None:
            return outcome.record
    raise InputError(str(source), "holds no article", "name a file with an article in it")


def read_text(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    settings: Settings | None = None,
) -> Record:
    """The diplomatic record of a text; its first line is its title unless ``title`` is given."""
    overrides = make_overrides(published=published, outlet=outlet, title=title)
    first = text.strip().split("\n", 1)[0].strip()
    article = Article(
        text=text,
        title=overrides.title or first or None,
        outlet=overrides.outlet,
        published=overrides.published,
    )
    return get_reader(settings or load_settings()).read(article)


def read_all(
    names: Iterable[str],
    *,
    overrides: Overrides | None = None,
    settings: Settings | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Outcome]:
    """Read many inputs, in order; one that fails gives an error in its place, the rest go on."""
    settings = settings or load_settings()
    overrides = overrides or Overrides()
    for item in find_inputs(names):
        if isinstance(item, InputError):
            yield Outcome(name=item.subject, error=item)
        else:
            yield from _read_one(item, overrides, settings, stdin)


def find_names(names: Iterable[str]) -> tuple[str, ...]:
    """The names of all inputs that ``names`` stand for, folders opened; for progress."""
    return tuple(
        item.subject if isinstance(item, InputError) else item.name for item in find_inputs(names)
    )


def resolve(
    text: str, *, published: str | None = None, settings: Settings | None = None
) -> tuple[Resolution, ...]:
    """How each mention of a party in a text was resolved, and why."""
    overrides = make_overrides(published=published)
    article = Article(text=text, published=overrides.published)
    return get_reader(settings or load_settings()).resolve(article)


def open(
    location: str | Path = "detente.db", *, create: bool = False, rules: Path | None = None
) -> Ledger:
    """The ledger at a path or PostgreSQL URL; use it in a ``with`` statement.

    ``rules`` is a file of one's own in place of the packaged rules for channels.
    Raises: ``LedgerError`` where there is none (unless ``create``) or it cannot be opened;
    ``LexiconError`` for wrong rules.
    """
    return open_ledger(str(location), create=create, rules=rules)


def add_all(
    names: Iterable[str],
    ledger: Ledger,
    *,
    overrides: Overrides | None = None,
    settings: Settings | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Added]:
    """Read many inputs into a ledger, in order; what is given out is safe on the disk."""
    settings = settings or load_settings()
    desk = Desk(ledger=ledger, get_reader=partial(get_reader, settings), settings=settings)
    return add_inputs(names, desk, overrides=overrides, stdin=stdin)


def write_records(records: Iterable[Record], path: Path) -> None:
    """Write records to a JSON Lines file, one object an article, whole or not at all.

    Raises: ``UsageError`` where the file cannot be written.
    """
    lines = [json.dumps(record_to_json(record), ensure_ascii=False) for record in records]
    partial = path.with_name(path.name + ".part")
    try:
        partial.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise UsageError(str(path), f"cannot be written ({reason})", "name another file") from error


def _read_one(
    item: Input, overrides: Overrides, settings: Settings, stdin: BinaryIO | None
) -> Iterator[Outcome]:
    try:
        for found in read_input(item, overrides=overrides, settings=settings, stdin=stdin):
            if isinstance(found, InputError):
                yield Outcome(name=item.name, error=found)
            else:
                yield Outcome(name=item.name, record=get_reader(settings).read(found))
    except InputError as error:
        yield Outcome(name=item.name, error=error)
