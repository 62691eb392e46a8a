"""The commands over a ledger: pictures as in the snapshots, JSON, CSV, exit codes, and wording.

`UPDATE_SNAPSHOTS=1 pytest tests/cli/test_ledger.py` writes the pictures anew, to be reviewed.
"""

from __future__ import annotations

import csv
import html.parser
import io
import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from detente import errors
from detente.cli import DONE, PROBLEMS, group
from detente.model.claims import HAPPENED, Mode, Status
from tests.ledger.records import (
    SWE,
    SWE_LEADER,
    TUR,
    TUR_LEADER,
    action,
    contact,
    new_ledger,
    record,
    when,
)

SNAPSHOTS = Path(__file__).parent / "snapshots"
ARTICLES = (
    record(
        contact(
            at=when("2024-03-09"),
            where="Vilnius",
            quote="Åkerman met Aksoy in Vilnius on Saturday.",
        ),
        action(at=when("2024-03")),
        opening="Ministers meet in Vilnius",
        published="2024-03-10",
    ),
    record(
        contact(
            Status.REFUSED,
            quote="Turkish officials rejected a letter from Åkerman.",
            mode=Mode.LETTER,
            according_to=("Swedish officials", "The Lamp"),
        ),
        contact(
            Status.PLANNED,
            Mode.CALL,
            a=(SWE_LEADER,),
            b=(TUR_LEADER,),
            at=when("2024-04-20"),
            quote="Lindqvist and Yaldiz will speak by telephone on April 20.",
        ),
        contact(
            Status.ABSENT,
            Mode.TALKS,
            a=(SWE_LEADER,),
            b=(TUR_LEADER,),
            at=when("2023-11-02", None),
            quote="The leaders have not spoken since November 2.",
        ),
        opening="A letter comes back",
        published="2024-04-12",
        outlet="The Lamp",
    ),
    record(
        contact(
            Status.DENIED,
            at=when("2024-03-09"),
            where="Vilnius",
            quote="Ankara denied that Aksoy had met Åkerman in Vilnius.",
            according_to=("the Turkish foreign ministry",),
        ),
        contact(Status.ONGOING, Mode.TIES, a=(SWE,), b=(TUR,), quote="Both states keep embassies."),
        opening="Ankara denies it",
        published="2024-03-15",
        outlet="The Post",
    ),
)
VIEWS = {
    "status": ["status", "Sweden", "TUR"],
    "status-early": ["status", "SWE", "TUR", "--as-of", "2024-03-10", "--known-by", "2024-03-12"],
    "board": ["board"],
    "timeline": ["timeline", "SWE", "TUR", "--actions"],
    "changes": ["changes", "--since", "2024-03-01", "--ranks"],
    "search": ["search", '"met Aksoy"'],
    "brief": ["brief", "SWE", "TUR"],
    "show-claim": ["show", ARTICLES[2].contacts[0].id],
    "show-event": ["show", f"evt-{ARTICLES[0].contacts[0].id[4:]}"],
    "show-article": ["show", ARTICLES[1].article.id],
    "check": ["check"],
}


@pytest.fixture
def ledger_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    with new_ledger("detente.db") as ledger:
        for told in ARTICLES:
            ledger.add(told)
    return "detente.db"


def run(arguments: list[str]) -> Result:
    return CliRunner().invoke(group, arguments, catch_exceptions=False)


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_is_drawn_as_in_its_snapshot(ledger_file: str, name: str) -> None:
    done = run(VIEWS[name])
    assert done.exit_code == DONE
    path = SNAPSHOTS / f"{name}.txt"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(done.output, "utf-8")
    assert done.output == path.read_text("utf-8")
    if name != "brief":  # Markdown is not for the screen: its lines are as long as they are
        assert max(map(len, done.output.splitlines())) <= 80


@pytest.mark.parametrize("name", [name for name in VIEWS if "early" not in name])
def test_every_view_is_given_as_json(ledger_file: str, name: str) -> None:
    done = run([*VIEWS[name], "--json"])
    assert done.exit_code == DONE
    assert json.loads(done.output) is not None


@pytest.mark.parametrize("name", ["status", "board", "timeline", "changes"])
def test_tables_are_given_as_csv(ledger_file: str, name: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run([*VIEWS[name], "--csv"]).output)))
    assert rows
    assert {row["state_1"] for row in rows} == {"SWE"}
    assert all(None not in row and None not in row.values() for row in rows)


def test_json_and_csv_at_once_are_refused(ledger_file: str) -> None:
    with pytest.raises(errors.UsageError, match="cannot be combined"):
        run(["board", "--json", "--csv"])


def test_nothing_that_did_not_take_place_is_told_as_held(ledger_file: str) -> None:
    """Each contact's word in the timeline is its own, whatever stands around it."""
    events = json.loads(run(["timeline", "SWE", "TUR", "--json"]).output)
    drawn = run(["timeline", "SWE", "TUR"]).output
    for event in events:
        told = [e["claim"]["status"] for e in event["entries"]]
        if event["took_place"]:
            assert set(told) & {status.value for status in HAPPENED}
            assert not set(told) & {"denied", "refused", "cancelled"}
    assert "● held" in drawn  # the implied talks
    assert "✗ disputed" in drawn  # the meeting that Ankara denies
    assert len(re.findall("● held", drawn)) == 1


def test_each_sentence_of_a_brief_cites_an_article_that_is_listed(ledger_file: str) -> None:
    text = run(["brief", "SWE", "TUR"]).output
    chronology, sources = text.split("## Chronology")[1].split("## Sources")
    items = re.findall(r"^- .*$", chronology, re.MULTILINE)
    listed = set(re.findall(r"^(\d+)\. ", sources, re.MULTILINE))
    assert len(items) == len(re.findall(r"^- \*\*", chronology, re.MULTILINE)) > 3
    for item in items:
        cited = re.findall(r"\[(\d+)\]", item)
        assert cited
        assert set(cited) <= listed


class _Tags(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_brief_as_html_is_well_formed_and_escapes_what_articles_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    wicked = record(
        contact(quote="<script>alert(1)</script> & Aksoy met Åkerman."),
        opening="<b>Bold</b> [x](y)",
    )
    with new_ledger("detente.db") as ledger:
        ledger.add(wicked)
    page = run(["brief", "SWE", "TUR", "--html"]).output
    tags = _Tags()
    tags.feed(page)
    assert tags.open == []
    assert "<script>" not in page
    assert "<script>alert(1)</script> & Aksoy met" in tags.text
    markdown = run(["brief", "SWE", "TUR"]).output
    assert "[x](y)" not in markdown
    assert "<b>" not in markdown


def test_a_correction_is_a_new_row_and_shown(ledger_file: str) -> None:
    claim = ARTICLES[0].contacts[0].id
    done = run(["correct", claim, "--status", "planned", "--reason", "misread", "--by", "Ada"])
    assert done.output == f"{claim}: amend: status → planned, by Ada\n"
    assert "amend: status → planned, by Ada" in run(["show", claim]).output
    run(["correct", claim, "--reject", "--reason", "no", "--by", "Ada"])
    assert claim not in run(["timeline", "SWE", "TUR", "--csv"]).output
    shown = run(["show", ARTICLES[0].article.id]).output
    assert f"{claim} (rejected)" in " ".join(shown.split())


@pytest.mark.parametrize(
    "options",
    [[], ["--reject", "--restore"], ["--reject", "--status", "held"], ["--party", "Aksoy TUR"]],
)
def test_a_correction_that_says_nothing_or_two_things_is_refused(
    ledger_file: str, options: list[str]
) -> None:
    with pytest.raises(errors.UsageError):
        run(["correct", ARTICLES[0].contacts[0].id, "--reason", "r", *options])


def test_a_search_without_a_hit_is_a_problem_code(ledger_file: str) -> None:
    done = run(["search", "zebra"])
    assert (done.exit_code, done.output) == (PROBLEMS, "No article holds these words.\n")


def test_a_board_can_be_of_one_state(ledger_file: str) -> None:
    assert "SWE–TUR" in run(["board", "--state", "Turkey"]).output
    assert "SWE–TUR" not in run(["board", "--state", "FIN"]).output


def test_a_wrong_day_is_refused(ledger_file: str) -> None:
    with pytest.raises(errors.UsageError, match="--as-of: 'soon' is no date"):
        run(["board", "--as-of", "soon"])


def test_a_pair_of_which_nothing_is_reported_is_unknown_and_no_error(ledger_file: str) -> None:
    done = run(["status", "FIN", "Kenya"])
    assert done.exit_code == DONE
    assert "? unknown  nothing reported" in done.output
    assert "Nothing is reported between them." in run(["timeline", "FIN", "KEN"]).output


def test_an_offer_without_an_answer_is_told_as_the_last_attempt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with new_ledger("detente.db") as ledger:
        ledger.add(record(contact(Status.PROPOSED, quote="Åkerman offered to meet Aksoy.")))
    shown = run(["status", "SWE", "TUR"]).output
    assert "last attempt: meeting reported proposed, no day given (reported 2024-03-10)" in shown
    assert "no contact reported" in shown
