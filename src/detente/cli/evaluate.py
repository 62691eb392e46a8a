"""`detente evaluate`: read the articles of a gold file and score what was read."""

from __future__ import annotations

import json
import sys
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
    instead: accuracy, macro-F1 and a row a root.
    """
    if api.is_marked_file(gold):
        roots = api.evaluate_roots(
            gold, settings=load_settings(settings_file), limit=limit, predictions=predictions
        )
        click.echo(json.dumps(api.roots_to_json(roots)) if as_json else api.render_roots(roots))
        return
    if parties:
        settings = load_settings(settings_file)
        found = api.evaluate_parties(gold, settings=settings, limit=limit, progress=_show_progress)
        shares = json.dumps(api.parties_to_json(found))
        click.echo(shares if as_json else api.render_parties(found, errors))
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


def _show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\rReading {done} of {total}", nl=done == total, err=True)
