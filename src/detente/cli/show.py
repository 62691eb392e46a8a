"""`detente show`: one claim, event or article, with its evidence in its paragraph."""

from __future__ import annotations

import click

from detente import api
from detente.cli.options import json_option, ledger_option, width_option
from detente.model.views import ShownArticle, ShownClaim


@click.command("show")
@click.argument("identifier", metavar="ID")
@ledger_option
@json_option
@width_option
def show_command(identifier: str, location: str, as_json: bool, width: int | None) -> None:
    """Show the claim (con-, act-), event (evt-) or article of an ID, or of the beginning of one."""
    with api.open(location) as ledger:
        shown = ledger.show(identifier)
    from detente.cli import drawing, event_view  # noqa: PLC0415 - rich loads when needed
    from detente.cli.render import render_record  # noqa: PLC0415 - as above
    from detente.model.encode_views import shown_to_json  # noqa: PLC0415 - as above

    if as_json:
        drawing.write_json(shown_to_json(shown))
    elif isinstance(shown, ShownArticle):
        drawing.draw([render_record(shown.record), *event_view.draw_corrected(shown)], width)
    elif isinstance(shown, ShownClaim):
        drawing.draw(event_view.draw_claim(shown), width)
    else:
        drawing.draw(event_view.draw_event(shown), width)
