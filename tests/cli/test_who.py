"""`detente who` and `detente lexicon check` as a user calls them."""

from __future__ import annotations

import json
import sys

import pytest

from detente.cli import DONE, main

TEXT = (
    "Swedish Foreign Minister Nils Berg met his Chilean counterpart in Lima. Peruvian gas is cheap."
)


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["detente", *arguments])
    try:
        main()
    except SystemExit as stop:
        return int(stop.code or 0)
    return DONE


@pytest.mark.model
def test_who_is_who_fits_80_columns(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "who", TEXT, "--published", "2021-05-04") == DONE
    lines = capsys.readouterr().out.splitlines()
    assert max(len(line) for line in lines) <= 80
    assert any(line.startswith("Swedish Foreign Minister Nils Berg") for line in lines)
    assert any("counterpart of Nils Berg" in line for line in lines)
    assert any("only describes what follows" in line for line in lines)


@pytest.mark.model
def test_who_is_who_as_json_has_one_object_a_mention(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "who", TEXT, "--json")
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in rows)
    berg = rows[0]["parties"][0]
    assert (berg["state"], berg["rank"], berg["name"]) == ("SWE", "minister", "Nils Berg")


def test_the_tables_can_be_checked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "lexicon", "check", "--notes")
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.endswith("notes")
