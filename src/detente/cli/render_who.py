"""Who is meant by each mention, drawn for a person at 80 columns."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from rich.console import Console
from rich.text import Text

from detente.cli.render import make_console
from detente.model.mentions import Mention, MentionKind, Resolution
from detente.model.parties import UNKNOWN_STATE, Party

_MENTION, _STATE, _RANK = 38, 6, 12  # columns; a longer mention has a line of its own
_INDENT = 4


def print_resolutions(resolutions: Iterable[Resolution], *, width: int | None = None) -> None:
    """Write to standard output who is meant by each mention: state, rank, name, and below why."""
    console = make_console(width)
    _write(console, _row("mention", "state", "rank", "name"), style="bold")
    for resolution in resolutions:
        _print_one(console, resolution)


def _print_one(console: Console, resolution: Resolution) -> None:
    mention = resolution.mention
    label = " ".join(mention.text.split())
    if len(label) > _MENTION - 2:
        for line in wrap(label, console.width):
            _write(console, line)
        label = ""
    if not resolution.parties:
        _write(console, _row(label, "–", "–", ""))
    for number, party in enumerate(resolution.parties):
        _write(console, _row("" if number else label, *_cells(party, mention)))
    reason = " ".join(_explain(resolution).split())
    for line in wrap(reason, console.width - _INDENT):
        _write(console, " " * _INDENT + line, style="dim")


def _cells(party: Party, mention: Mention) -> tuple[str, str, str]:
    state = "?" if party.state == UNKNOWN_STATE else party.state
    if mention.kind is MentionKind.PLACE:
        return state, "(place)", ""
    return state, party.rank.value, party.name or ""


def _explain(resolution: Resolution) -> str:
    """The reason, shorter where it only repeats the mention's own words."""
    mention, reason = resolution.mention, resolution.reason
    own = f"“{mention.text}”"
    if mention.kind is MentionKind.PLACE:
        return "a place here, no party"
    if reason in (own, f"{own} in the text"):
        reason = "by its own words"
    elif reason.startswith(f"{own}; "):
        reason = reason.removeprefix(f"{own}; ")
    if mention.is_modifier and mention.kind is MentionKind.STATE:
        reason = f"{reason}; only describes what follows"
    return reason


def _row(label: str, state: str, rank: str, name: str) -> str:
    return f"{label:<{_MENTION}}{state:<{_STATE}}{rank:<{_RANK}}{name}".rstrip()


def _write(console: Console, line: str, style: str = "") -> None:
    console.print(Text(line, style=style), soft_wrap=True)
