"""`detente evaluate` on a small gold file of our own."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from detente.cli import DONE, MISUSED, main

pytestmark = pytest.mark.model


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["detente", *arguments])
    try:
        main()
    except SystemExit as stop:
        return int(stop.code or 0)
    return DONE


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    def party(text: str, state: str) -> dict[str, Any]:
        return {"text": text, "state": state, "rank": "minister", "name": text.split(" ", 3)[-1]}

    raw = {
        "id": "one",
        "published": "2021-05-04",
        "title": "Ministers meet",
        "text": "Chilean Foreign Minister Ana Ruiz met Peruvian Foreign Minister Luis Paz.",
        "contacts": [
            {
                "a": [party("Chilean Foreign Minister Ana Ruiz", "CHL")],
                "b": [party("Peruvian Foreign Minister Luis Paz", "PER")],
                "mode": "meeting",
                "status": "held",
                "when": None,
                "where": None,
                "topics": [],
                "according_to": [],
                "evidence": "Ana Ruiz met Peruvian Foreign Minister Luis Paz",
            }
        ],
        "actions": [],
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(raw) + "\n", encoding="utf-8")
    return path


def test_the_figures_are_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], gold: Path
) -> None:
    assert run(monkeypatch, "evaluate", str(gold), "--confusion", "--errors", "3") == DONE
    out = capsys.readouterr().out
    assert "1 articles" in out
    assert "strict F1" in out


def test_predictions_can_be_scored_again_without_reading(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], gold: Path
) -> None:
    kept = gold.with_name("read.jsonl")
    run(monkeypatch, "evaluate", str(gold), "--json", "--predictions", str(kept))
    first = json.loads(capsys.readouterr().out)
    run(monkeypatch, "evaluate", str(gold), "--json", "--against", str(kept))
    assert json.loads(capsys.readouterr().out) == first
    assert first["contacts"]["f1"] == 1.0


def test_a_bad_gold_file_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("{}\n", encoding="utf-8")
    assert run(monkeypatch, "evaluate", str(path)) == MISUSED
    assert "line 1" in capsys.readouterr().err
