"""`detente export`: from a ledger to a file or a pipe, with what was left out on standard error."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from detente.cli import MISUSED
from detente.exporting import FORMATS, export_ledger, parse_plover
from detente.model.claims import Mode, Status
from detente.model.entries import Verdict

from ..ledger.records import FIN, SWE_LEADER, TUR_LEADER, action, contact, new_ledger, record, when
from .samples import cued

PLAN = contact(
    Status.PLANNED,
    Mode.VISIT,
    a=(SWE_LEADER,),
    b=(TUR_LEADER,),
    at=when("2024-04-02"),
    quote="Lindqvist will visit.",
)
DENIED = contact(Status.DENIED, Mode.CALL, quote="Ankara denied a call.")
REFUSED = cued(contact(Status.REFUSED, quote="Aksoy cannot be met."), "meeting", "cannot get")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    with new_ledger(str(path)) as opened:
        opened.add(record(contact(at=when("2024-03-02")), PLAN, DENIED, REFUSED))
        opened.add(record(action(), outlet="The Courier", published="2024-03-12"))
        opened.add(record(replace(contact(), b=(FIN,)), outlet="The Herald", opening="Helsinki."))
    return path


def run(ledger: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "detente", "export", "--ledger", str(ledger), *arguments]
    return subprocess.run(command, capture_output=True, check=False)


@pytest.mark.parametrize("name", [item.name for item in FORMATS])
def test_every_format_is_made_from_a_ledger_and_twice_the_same(ledger: Path, name: str) -> None:
    with new_ledger(str(ledger)) as opened:
        first, second = export_ledger(opened, name), export_ledger(opened, name)
    assert first.body
    assert first.count
    assert first == second


def test_all_claims_of_a_ledger_come_back_from_plover_with_their_corrections(ledger: Path) -> None:
    with new_ledger(str(ledger)) as opened:
        (refused,) = [e for e in opened.find_entries() if e.claim.status is Status.REFUSED]
        opened.correct(
            refused.id,
            Verdict.AMEND,
            reason="the ministry took it back",
            author="A. Reader",
            changes={"status": "absent"},
        )
        entries = opened.find_entries()
        body = export_ledger(opened, "plover").body
    assert sorted(parse_plover(body), key=lambda e: e.id) == sorted(entries, key=lambda e: e.id)
    assert any(entry.correction for entry in entries)


def test_what_is_left_out_is_counted_on_standard_error(ledger: Path) -> None:
    done = run(ledger, "--format", "polecat", "--pair", "Sweden", "Turkey")
    assert done.returncode == 0
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode()), delimiter="\t"))
    assert sorted(row["Event Type"] for row in rows) == ["AGREE", "CONSULT", "REJECT", "SANCTION"]
    first, *rest = done.stderr.decode().splitlines()
    assert first == "detente: 4 rows exported"
    assert rest == [
        "detente: 1 left out: reported denied: no code says that of this kind of contact"
    ]


def test_a_pair_and_a_day_narrow_it(ledger: Path) -> None:
    with new_ledger(str(ledger)) as opened:
        everything = export_ledger(opened, "csv").count
        of_pair = export_ledger(opened, "csv", pair=("FIN", "SWE")).count
        late = export_ledger(opened, "csv", since=date(2024, 3, 11))
        early = export_ledger(opened, "csv", known_by=date(2024, 3, 10)).count
    assert (everything, of_pair, early) == (6, 1, 5)
    assert late.count == 2  # what was reported on the 12th, and the plan for April


def test_a_file_is_written_and_nothing_else(ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.parquet"
    done = run(ledger, "--format", "parquet", "--out", str(out))
    assert (done.returncode, done.stdout) == (0, b"")
    assert out.read_bytes().startswith(b"PAR1")
    assert not out.with_name("claims.parquet.part").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "xml"], "--format"),
        (["--format", "csv", "--pair", "Sweden", "Narnia"], "Narnia"),
        (["--format", "csv", "--since", "soon"], "--since"),
        (["--format", "csv", "--out", "/nowhere/x.csv"], "/nowhere/x.csv"),
    ],
)
def test_a_misuse_is_one_line_with_a_remedy(ledger: Path, arguments: list[str], words: str) -> None:
    done = run(ledger, *arguments)
    assert (done.returncode, done.stdout) == (MISUSED, b"")
    (line,) = done.stderr.decode().splitlines()
    assert words in line


def test_the_documentation_names_every_format() -> None:
    text = (Path(__file__).parent.parent.parent / "docs" / "exports.md").read_text("utf-8")
    assert [item.name for item in FORMATS if f"`{item.name}`" not in text] == []
