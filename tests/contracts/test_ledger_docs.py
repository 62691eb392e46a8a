"""What `docs/ledger.md` says is what there is: tables, rules, weights, checks, commands."""

from __future__ import annotations

import re
from pathlib import Path

from detente.cli import _COMMANDS
from detente.ledger import schema
from detente.ledger.checks import CHECKS
from detente.lexicon.channel_rules import load_channel_rules
from detente.resolve import copies, likeness, silences

TEXT = (Path(__file__).parent.parent.parent / "docs" / "ledger.md").read_text("utf-8")


def test_all_tables_are_described() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE)) == set(schema.metadata.tables)


def test_the_rules_are_those_of_the_table_in_its_order() -> None:
    rules = load_channel_rules().rules
    rows = re.search(r"\| rule \| state \|\n\| --- \| --- \|\n((?:\|.*\n)+)", TEXT)
    assert rows is not None
    assert re.findall(r"\| (.+?) \| (\w+) \|", rows[1]) == [(r.name, r.state) for r in rules]


def test_the_weights_are_those_of_the_questions() -> None:
    assert [float(w) for w in re.findall(r"^\| (0\.\d\d) \|", TEXT, re.MULTILINE)] == [
        weight for weight, _ in likeness.QUESTIONS
    ]
    assert f"reaches {likeness.SAME_FROM}" in TEXT
    assert f"the {copies.SIZE} smallest" in TEXT
    assert silences.LEAST_GAPS == 3
    assert "Fewer than three gaps" in TEXT


def test_all_checks_are_named() -> None:
    named = set(re.findall(r"\*(\w+)\*\s\(", TEXT))
    assert named == {check.__name__.removeprefix("check_") for check in CHECKS}


def test_only_commands_that_exist_are_named() -> None:
    named = set(re.findall(r"^    detente (\w+)", TEXT, re.MULTILINE))
    assert {"add", "status", "board", "changes", "check"} <= named <= set(_COMMANDS)
