"""The command line: the group, what all commands share, and the table of exit codes."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module

import click

from detente import errors

DONE, PROBLEMS, MISUSED = 0, 1, 2
EXIT_CODES: dict[type[errors.DetenteError], int] = {
    errors.DetenteError: MISUSED,
    errors.InputError: MISUSED,
    errors.NotFoundError: MISUSED,
    errors.EmptyTextError: MISUSED,
    errors.EncodingError: MISUSED,
    errors.LanguageError: MISUSED,
    errors.TooLargeError: MISUSED,
    errors.FetchError: MISUSED,
    errors.UsageError: MISUSED,
    errors.SettingsError: MISUSED,
    errors.LexiconError: MISUSED,
    errors.ModelError: MISUSED,
    errors.GoldError: MISUSED,
    errors.LedgerError: MISUSED,
}
_COMMANDS = {
    "read": ("detente.cli.read", "read_command", "Show what articles claim, with evidence."),
    "add": ("detente.cli.add", "add_command", "Read articles and record them in a ledger."),
    "status": ("detente.cli.status", "status_command", "Show how two states' channels stand."),
    "board": ("detente.cli.board", "board_command", "Show all pairs, the most changed first."),
    "timeline": ("detente.cli.timeline", "timeline_command", "Show two states' events in order."),
    "changes": ("detente.cli.changes", "changes_command", "Show what turned since a day."),
    "show": ("detente.cli.show", "show_command", "Show a claim, event or article."),
    "search": ("detente.cli.search", "search_command", "Find articles by their words."),
    "brief": ("detente.cli.brief", "brief_command", "Write a sourced chronology of two states."),
    "export": ("detente.cli.export", "export_command", "Write it in the formats of others."),
    "correct": ("detente.cli.correct", "correct_command", "Correct or reject a claim."),
    "check": ("detente.cli.check", "check_command", "Check every invariant of a ledger."),
    "who": ("detente.cli.who", "who_command", "Show who is meant by each mention, and why."),
    "lexicon": ("detente.cli.lexicon", "lexicon_command", "Check the tables of names."),
    "evaluate": ("detente.cli.evaluate", "evaluate_command", "Score the reader on a gold file."),
}


class _LazyGroup(click.Group):
    """Loads a command's module only when that command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, name, _ = _COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; where the reader of its output has left (``| head``), stop quietly.

        Here, since click itself would end with exit code 1, which means problems.
        """
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _drop_output()
            ctx.exit(DONE)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them, so that --help is quick."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, row[2]) for name, row in _COMMANDS.items()])


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="detente", prog_name="detente")
def group() -> None:
    """Read news and show who is talking to whom, who refused, and who says so."""


def show_error(error: errors.DetenteError) -> None:
    """One line on standard error: what, what is wrong, what to do."""
    line = " ".join(f"{error.subject}: {error.problem}; {error.remedy}".split())
    click.echo(f"detente: {line}", err=True)


def show_misuse(error: click.ClickException) -> None:
    """One line on standard error: which option is wrong, why, and where to read how it is meant."""
    message = error.format_message()
    if "\n" in message:  # the help that a command without arguments gives
        error.show()
        return
    path = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else ""
    remedy = f"; see {path or 'detente'} --help"
    click.echo(f"detente: {' '.join(message.split()).rstrip('.')}{remedy}", err=True)


def main() -> None:
    """Run the command line and leave with an exit code: 0 done, 1 found problems, 2 misused."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old terminal shows "?" for a sign it lacks
    try:
        group.main(standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        show_misuse(error)
        sys.exit(MISUSED)
    except (click.Abort, KeyboardInterrupt):
        click.echo("detente: stopped", err=True)
        sys.exit(130)
    except errors.DetenteError as error:
        show_error(error)
        sys.exit(EXIT_CODES[type(error)])
    except BrokenPipeError:
        _drop_output()
        sys.exit(DONE)


def _drop_output() -> None:
    """Lead what is still to be written nowhere, or leaving would fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
