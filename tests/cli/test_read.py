"""`detente read` as a user meets it: output, errors, exit codes."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from detente.cli import DONE, MISUSED, PROBLEMS, main

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
ENVOY = str(EXAMPLES / "envoy.txt")
pytestmark = pytest.mark.model


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["detente", *arguments])
    try:
        main()
    except SystemExit as stop:
        return int(stop.code or 0)
    return DONE


def test_an_article_is_shown_with_status_parties_and_evidence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "read", ENVOY) == DONE
    out, err = capsys.readouterr()
    assert "✗ refused" in out
    assert "Karin Holmgren (SWE envoy)" in out
    assert "last contact reported: 2023-08-03" in out
    assert err == ""


def test_no_line_is_wider_than_eighty_columns(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "read", ENVOY, "--explain")
    assert max(len(line) for line in capsys.readouterr().out.splitlines()) <= 80


def test_explain_names_rule_trigger_and_cue(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "read", ENVOY, "--explain", "--width", "160")
    out = capsys.readouterr().out
    assert "“appointment”" in out
    assert "rule noun mutual" in out


def test_json_is_one_object_a_line_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "read", ENVOY, ENVOY, "--json") == DONE
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["outlet"] for line in lines] == ["The Harbour Gazette"] * 2


def test_options_stand_before_what_the_file_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--published", "2020-01", "--outlet", "Other", "--json"]
    assert run(monkeypatch, "read", ENVOY, *options) == DONE
    raw = json.loads(capsys.readouterr().out)
    assert (raw["published"], raw["outlet"]) == ("2020-01", "Other")


def test_standard_input_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = io.BytesIO(b"Envoys meet\n\nThe Chilean envoy met the Peruvian minister in Lima.\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))
    assert run(monkeypatch, "read", "-") == DONE
    assert "Envoys meet" in capsys.readouterr().out


def test_one_bad_input_does_not_stop_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "read", "none.txt", ENVOY) == PROBLEMS
    out, err = capsys.readouterr()
    assert "Karin Holmgren" in out
    assert "none.txt: no such file" in err
    assert "1 of 2 articles could not be read" in err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty.txt"),
        (b"%PDF-1.4 ...", "PDF"),
        (bytes(range(256)) * 4, "binary"),
        (b"Der Botschafter traf den Minister in Berlin und schwieg.", "German"),
    ],
)
def test_what_cannot_be_read_is_one_line_that_names_it(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    content: bytes,
    words: str,
) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(content)
    assert run(monkeypatch, "read", str(path)) == MISUSED
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert words in err
    assert "empty.txt" in err


@pytest.mark.parametrize(
    "arguments",
    [["read"], ["read", ENVOY, "--published", "soon"], ["read", ENVOY, "--width", "9"], ["red"]],
)
def test_misuse_ends_with_code_two(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert run(monkeypatch, *arguments) == MISUSED
    assert capsys.readouterr().err


def test_who_says_who_is_meant_and_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Chilean Foreign Minister Ana Ruiz met her Peruvian counterpart."
    assert run(monkeypatch, "who", text) == DONE
    out = " ".join(capsys.readouterr().out.split())
    assert "counterpart of" in out
    assert "PER" in out
