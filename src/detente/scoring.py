"""Reading gold files and scoring what was read; apart from `api` for size, which hands it on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from detente.evaluate.gold import read_gold
from detente.evaluate.parties import PartyReport, find_party_spans, score_parties
from detente.evaluate.party_sides import score_sides
from detente.evaluate.report import Report, score_records
from detente.evaluate.roots import RootReport, read_marked, score_roots, write_answers
from detente.model.mentions import Resolution
from detente.model.records import Record
from detente.pipeline import find_roots, get_reader
from detente.settings import Settings, load_settings

Progress = Callable[[int, int], None]


def evaluate_gold(
    path: Path,
    *,
    settings: Settings | None = None,
    limit: int | None = None,
    progress: Progress | None = None,
) -> tuple[Report, tuple[Record, ...]]:
    """Read the articles of a gold file and score what was read; also the records themselves.

    Raises: ``GoldError`` for a file that is not in the guidelines' format.
    """
    gold = read_gold(path)[:limit]
    reader = get_reader(settings or load_settings())
    records: list[Record] = []
    for number, record in enumerate(gold, start=1):
        records.append(reader.read(replace(record.article)))
        if progress is not None:
            progress(number, len(gold))
    return score_records(gold, records), tuple(records)


def evaluate_roots(
    path: Path,
    *,
    settings: Settings | None = None,
    limit: int | None = None,
    predictions: Path | None = None,
) -> RootReport:
    """Judge a file of marked sentences and score the roots; the answers go to ``predictions``.

    Raises: ``GoldError`` for a file that is not in the format, ``UsageError`` without a judge.
    """
    rows = read_marked(path)[:limit]
    reader = get_reader(settings or load_settings())
    answers = find_roots([row.marked for row in rows], reader)
    if predictions is not None:
        write_answers(rows, answers, predictions)
    return score_roots(rows, answers)


def evaluate_parties(
    path: Path,
    *,
    settings: Settings | None = None,
    limit: int | None = None,
    progress: Progress | None = None,
) -> PartyReport:
    """Score who is who: for each party of a gold file the state and rank that its words resolve to.

    Raises: ``GoldError`` for a file that is not in the guidelines' format.
    """
    gold = read_gold(path)[:limit]
    reader = get_reader(settings or load_settings())
    resolved: list[tuple[Resolution, ...]] = []
    records: list[Record] = []
    for number, record in enumerate(gold, start=1):
        resolved.append(reader.resolve(record.article, find_party_spans(record)))
        records.append(reader.read(record.article))
        if progress is not None:
            progress(number, len(gold))
    return score_parties(gold, resolved, score_sides(gold, records))


def score_predictions(gold: Path, predictions: Path) -> Report:
    """Score a file of predictions against a gold file, without reading anything.

    Raises: ``GoldError`` for a file that is not in the format or misses an article.
    """
    return score_records(read_gold(gold), read_gold(predictions))
