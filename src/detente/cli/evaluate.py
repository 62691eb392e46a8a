"""`detente evaluate`: read the articles of a gold file and score what was read."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from detente import api
from detente.settings import load_settings


@click.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The figures as one JSON object.")
@click.option(
    "--predictions",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write what the reader answered to this file, in the same format.",
)
@click.option(
    "--against",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Score this file of predictions instead of reading.",
)
@click.option("--confusion", is_flag=True, help="What was taken for what.")
@click.option("--errors", type=click.IntRange(0), default=0, help="Show the N worst cases.")
@click.option("--parties", is_flag=True, help="Score only who is who, given the gold's words.")
@click.option("--limit", type=click.IntRange(1), help="Only the first N articles.")
@click.option(
    "--settings", "settings_file", type=click.Path(path_type=Path), help="A settings file."
)
def evaluate_command(
    gold: Path,
    as_json: bool,
    predictions: Path | None,
    against: Path | None,
    confusion: bool,
    errors: int,
    parties: bool,
    limit: int | None,
    settings_file: Path | None,
) -> None:
    """Score the reader on GOLD, a JSON Lines file of annotated articles.

    Prints precision, recall and F1 of detection, how often each field is right among the matched,
    strict F1, and how many claims that did not happen were reported as if they had. A
    tab-separated file with the columns marked_sentence and gold_root is judged sentence by sentence
    instead: accuracy, macro-F1 and a row a root. JSON Lines with the column attributions are scored
    by who says what (source, cue, content, and content with source linked), those with the column
    timex by time expressions (strict, relaxed, type and value).
    """
    shown = _Shown(as_json=as_json, errors=errors, limit=limit)
    text = _score_other(gold, shown, settings_file, predictions)
    if text is None and parties:
        text = _score_parties(gold, shown, settings_file)
    if text is not None:
        click.echo(text)
        return
    if against is not None:
        report = api.score_predictions(gold, against)
    else:
        settings = load_settings(settings_file)
        report, records = api.evaluate_gold(
            gold, settings=settings, limit=limit, progress=_show_progress
        )
        if predictions is not None:
            api.write_records(records, predictions)
    if as_json:
        click.echo(json.dumps(api.report_to_json(report)))
        return
    click.echo(api.render_report(report))
    if confusion:
        for label, figures in (("contacts", report.contacts), ("actions", report.actions)):
            for name in ("status", "kind"):
                click.echo(f"\n{label}, {api.render_confusion(figures, name)}")
    for case in report.cases[:errors]:
        click.echo(f"\n{api.render_case(case)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """How much is read, and how the figures are shown."""

    as_json: bool
    errors: int
    limit: int | None


def _score_other(
    gold: Path, shown: _Shown, settings_file: Path | None, predictions: Path | None
) -> str | None:
    """The figures of a file that annotates something else than claims; None for one of claims."""
    settings = load_settings(settings_file)
    if api.is_marked_file(gold):
        roots = api.evaluate_roots(
            gold, settings=settings, limit=shown.limit, predictions=predictions
        )
        return json.dumps(api.roots_to_json(roots)) if shown.as_json else api.render_roots(roots)
    if api.is_attribution_file(gold):
        said = api.evaluate_attributions(
            gold, settings=settings, limit=shown.limit, progress=_show_progress
        )
        return json.dumps(api.said_to_json(said)) if shown.as_json else api.render_said(said)
    if api.is_timex_file(gold):
        times = api.evaluate_timex(gold, limit=shown.limit)
        as_object = json.dumps(api.timex_to_json(times))
        return as_object if shown.as_json else api.render_timex(times, shown.errors)
    return None


def _score_parties(gold: Path, shown: _Shown, settings_file: Path | None) -> str:
    settings = load_settings(settings_file)
    found = api.evaluate_parties(
        gold, settings=settings, limit=shown.limit, progress=_show_progress
    )
    shares = json.dumps(api.parties_to_json(found))
    return shares if shown.as_json else api.render_parties(found, shown.errors)


def _show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\rReading {done} of {total}", nl=done == total, err=True)
