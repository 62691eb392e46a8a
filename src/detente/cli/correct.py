"""`detente correct`: a person's word on a claim, as a new row with reason and name."""

from __future__ import annotations

import getpass

import click

from detente import api
from detente.cli.options import ledger_option
from detente.errors import UsageError
from detente.model.entries import Verdict


@click.command("correct")
@click.argument("claim")
@ledger_option
@click.option("--reason", required=True, metavar="TEXT", help="Why.")
@click.option("--by", "author", metavar="NAME", help="Who says so (else the user's name).")
@click.option("--reject", is_flag=True, help="The article does not claim this.")
@click.option("--restore", is_flag=True, help="As it was read after all.")
@click.option("--status", metavar="WORD", help="held, planned, refused, denied …")
@click.option("--mode", metavar="WORD", help="Of a contact: meeting, call, visit …")
@click.option("--type", "kind", metavar="WORD", help="Of another act: SANCTION, AID …")
@click.option("--when", metavar="DATE", help="2022-02-15, 2022-02-15/2022-03, 2022/ or none.")
@click.option("--where", metavar="PLACE", help="Or none.")
@click.option(
    "--party",
    "parties",
    multiple=True,
    metavar="WORDS=STATE RANK NAME",
    help="Who is meant by a party's words: 'Aksoy=TUR minister Levent Aksoy'.",
)
def correct_command(
    claim: str,
    location: str,
    reason: str,
    author: str | None,
    reject: bool,
    restore: bool,
    status: str | None,
    mode: str | None,
    kind: str | None,
    when: str | None,
    where: str | None,
    parties: tuple[str, ...],
) -> None:
    """Reject, amend or restore a CLAIM. What was read stays in the ledger beside it."""
    given = {"status": status, "mode": mode, "type": kind, "when": when, "where": where}
    changes = {name: value for name, value in given.items() if value is not None}
    for item in parties:
        words, sign, meant = item.rpartition("=")
        if not (sign and words and meant.strip()):
            raise UsageError(f"--party {item}", "has no = in it", "write 'Aksoy=TUR minister'")
        changes[f"party:{words}"] = meant.strip()
    verdict = _get_verdict(reject, restore, changes)
    with api.open(location) as ledger:
        kept = ledger.correct(
            claim, verdict, reason=reason, author=author or getpass.getuser(), changes=changes
        )
    told = ", ".join(f"{name} → {value}" for name, value in kept.changes.items())
    click.echo(f"{kept.claim}: {kept.verdict}{': ' + told if told else ''}, by {kept.author}")


def _get_verdict(reject: bool, restore: bool, changes: dict[str, str]) -> Verdict:
    """What the options say.

    Raises: ``UsageError`` where they say nothing, or two things at once.
    """
    asked = [reject, restore, bool(changes)]
    if sum(asked) != 1:
        problem = "nothing to correct" if not any(asked) else "more than one kind of correction"
        raise UsageError("detente correct", problem, "give --reject, --restore or new values")
    if reject:
        return Verdict.REJECT
    return Verdict.RESTORE if restore else Verdict.AMEND
