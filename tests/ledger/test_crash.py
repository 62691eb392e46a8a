"""A run killed at any moment leaves a ledger that opens, holds all acknowledged, and goes on."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

from sqlalchemy import text

from detente.ledger.database import open_database
from tests.ledger.records import contact, record, when

ROUNDS = 8
ARTICLES = 400
# adds without reading: the reader takes seconds to load, and what is tested is the ledger
CHILD = """
import sys
from tests.ledger.test_crash import make_records
from tests.ledger.records import new_ledger
with new_ledger(sys.argv[1]) as ledger:
    print("open", flush=True)
    for told in make_records():
        print(told.article.id, ledger.add(told).value, flush=True)
"""


def make_records():  # type: ignore[no-untyped-def]
    """The same articles each time, each with two claims."""
    for number in range(ARTICLES):
        yield record(
            contact(at=when("2024-03-01")),
            contact(quote="Aksoy phoned Åkerman.", at=when("2024-03-02")),
            opening=f"Report number {number}.",
        )


def run_until(location: str, acknowledged: int) -> list[str]:
    """The ids acknowledged by a run that is killed after so many of them."""
    root = Path(__file__).parent.parent.parent
    command = [sys.executable, "-c", CHILD, location]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root)
    assert child.stdout is not None
    seen: list[str] = []
    for line in child.stdout:
        if line.strip() == "open":
            continue
        seen.append(line.split()[0])
        if len(seen) == acknowledged:
            child.send_signal(signal.SIGKILL)  # while it goes on with the next one
            break
    rest = [line.split()[0] for line in child.stdout if line.endswith("\n")]
    child.stdout.close()
    child.wait(30)
    return seen + rest


def test_a_killed_run_loses_nothing_acknowledged_and_the_next_goes_on(location: str) -> None:
    chance = random.Random(7)
    acknowledged: set[str] = set()
    for _ in range(ROUNDS):
        target = len(acknowledged) + chance.randint(1, 25)
        acknowledged.update(run_until(location, target))
        database = open_database(location)
        with database.read() as conn:
            held = set(conn.execute(text("SELECT id FROM article")).scalars())
            readings = conn.execute(text("SELECT count(*) FROM reading")).scalar_one()
            claims = conn.execute(text("SELECT count(*) FROM claim")).scalar_one()
            parties = conn.execute(text("SELECT count(*) FROM party")).scalar_one()
            if conn.dialect.name == "sqlite":
                assert conn.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
        database.close()
        assert acknowledged <= held
        assert (readings, claims, parties) == (len(held), 2 * len(held), 4 * len(held))
    assert 0 < len(held) < ARTICLES
    done = run_until(location, ARTICLES + 1)
    assert len(done) == ARTICLES


def test_a_killed_command_keeps_what_it_wrote_a_line_for(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": f"Minister {n}\n\nSweden and Turkey held talks.", "id": f"a{n}"})
        for n in range(120)
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), "utf-8")
    location = str(tmp_path / "ledger.db")
    command = [sys.executable, "-m", "detente", "add", str(tmp_path / "in.jsonl"), "--json"]
    command += ["--language", "en", "--ledger", location]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert child.stdout is not None
    first = child.stdout.readline()
    child.kill()
    lines = [first, *(line for line in child.stdout if line.endswith("\n"))]
    child.communicate()
    acknowledged = {json.loads(line)["article"] for line in lines}
    database = open_database(location)
    with database.read() as conn:
        held = set(conn.execute(text("SELECT id FROM article")).scalars())
    database.close()
    assert acknowledged
    assert acknowledged <= held
    again = subprocess.run(command, capture_output=True, text=True, check=True)
    did = Counter(json.loads(line)["recorded"] for line in again.stdout.splitlines())
    assert did["same"] == len(held)
    assert did["same"] + did["new"] == 120
