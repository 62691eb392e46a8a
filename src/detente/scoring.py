"""Reading gold files and scoring what was read; apart from `api` for size, which hands it on."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from detente.evaluate.attributions import AttributionReport, Said, read_said, score_said
from detente.evaluate.gold import read_gold
from detente.evaluate.parties import PartyReport, find_party_spans, score_parties
from detente.evaluate.party_sides import score_sides
from detente.evaluate.report import Report, score_records
from detente.evaluate.roots import RootReport, read_marked, score_roots, write_answers
from detente.evaluate.timex import Timex, TimexReport, read_timex, score_timex
from detente.model.article import Article
from detente.model.dates import PartialDate
from detente.model.mentions import Resolution
from detente.model.records import Record
from detente.pipeline import find_roots, get_reader
from detente.read.quotations import Attribution, find_attributions
from detente.read.timex import find_timex
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


def evaluate_attributions(
    path: Path,
    *,
    settings: Settings | None = None,
    limit: int | None = None,
    progress: Progress | None = None,
) -> AttributionReport:
    """Score who says what on a file of texts with annotated attributions.

    Raises: ``GoldError`` for a file that is not in the format.
    """
    gold = read_said(path)[:limit]
    reader = get_reader(settings or load_settings())
    found: list[tuple[Said, ...]] = []
    seconds = 0.0
    for number, item in enumerate(gold, start=1):
        doc = reader.parse(Article(text=item.text))
        start = time.perf_counter()
        attributions = find_attributions(doc)
        seconds += time.perf_counter() - start
        found.append(tuple(_make_said(one) for one in attributions if one.cue))
        if progress is not None:
            progress(number, len(gold))
    return replace(score_said(gold, found), seconds=seconds)


def evaluate_timex(path: Path, *, limit: int | None = None) -> TimexReport:
    """Score time expressions on a file of texts with annotated ones.

    Raises: ``GoldError`` for a file that is not in the format.
    """
    gold = read_timex(path)[:limit]
    found = [
        [
            Timex(start=span.start, end=span.end, type=span.type, value=span.value)
            for span in find_timex(item.text, _parse_day(item.published))
        ]
        for item in gold
    ]
    return score_timex(gold, found)


def score_predictions(gold: Path, predictions: Path) -> Report:
    """Score a file of predictions against a gold file, without reading anything.

    Raises: ``GoldError`` for a file that is not in the format or misses an article.
    """
    return score_records(read_gold(gold), read_gold(predictions))


def _make_said(item: Attribution) -> Said:
    return Said(
        source=(item.whole,) if item.whole is not None else (),
        cue=(item.cue,) if item.cue is not None else (),
        content=item.contents,
    )


def _parse_day(text: str | None) -> PartialDate | None:
    """The day a text was written; what is no date counts as unknown."""
    try:
        return PartialDate(text) if text else None
    except ValueError:
        return None
