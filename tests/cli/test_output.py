"""What reaches the screen: counts, one line a mistake, old terminals, pipes that close."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from detente.cli import DONE, MISUSED, PROBLEMS

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
ENVOY = str(EXAMPLES / "envoy.txt")
pytestmark = pytest.mark.model


def run(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "detente", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environ},
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["read", ENVOY, "--width", "9"], "--width"),
        (["read", ENVOY, "--bogus"], "--bogus"),
        (["read"], "INPUT"),
        (["red"], "red"),
    ],
)
def test_a_misused_option_is_one_line_with_a_remedy(arguments: list[str], words: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (MISUSED, "")
    (line,) = done.stderr.splitlines()
    assert words in line
    assert "--help" in line


def test_several_inputs_of_which_none_can_be_read_are_problems_with_a_count() -> None:
    done = run("read", "none.txt", "nobody.txt")
    assert done.returncode == PROBLEMS
    assert done.stderr.splitlines()[-1] == "detente: 2 of 2 articles could not be read"


def test_wrong_lines_of_a_data_set_are_counted_among_its_articles(tmp_path: Path) -> None:
    text = "Talks in Oslo\n\nThe Swedish minister met the Turkish minister in Oslo."
    path = tmp_path / "articles.jsonl"
    path.write_text(f"{json.dumps({'text': text})}\nnot JSON\n", encoding="utf-8")
    done = run("read", str(path), "--json")
    assert done.returncode == PROBLEMS
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr.splitlines()[-1] == "detente: 1 of 2 articles could not be read"


def test_no_line_ends_with_spaces() -> None:
    lines = run("read", ENVOY).stdout.splitlines()
    assert lines
    assert [line for line in lines if line != line.rstrip()] == []


def test_quotation_marks_are_shown_once(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    said = 'Talks\n\n"We trust Turkey," Swedish Foreign Minister Nils Berg said in Oslo.\n'
    path.write_text(said, encoding="utf-8")
    out = run("read", str(path)).stdout
    assert "“We trust Turkey,”" in out
    assert '"' not in out


def test_a_terminal_without_our_signs_gets_the_words() -> None:
    done = run("read", ENVOY, PYTHONIOENCODING="ascii")
    assert done.returncode == DONE
    assert "? refused" in done.stdout


def test_json_keeps_every_letter_where_the_terminal_has_fewer() -> None:
    done = run("read", ENVOY, "--json", PYTHONIOENCODING="ascii")
    names = {party["name"] for item in json.loads(done.stdout)["contacts"] for party in item["a"]}
    assert "Nils Åkerman" in names


def test_colour_is_left_out_where_it_is_not_wanted() -> None:
    coloured = run("read", ENVOY, FORCE_COLOR="1", NO_COLOR="")
    plain = run("read", ENVOY, FORCE_COLOR="1", NO_COLOR="1")
    assert "\x1b[1;31m" in coloured.stdout
    assert "31m" not in plain.stdout


def test_a_reader_who_leaves_is_no_problem(tmp_path: Path) -> None:
    for number in range(3):
        tmp_path.joinpath(f"{number}.txt").write_text(Path(ENVOY).read_text("utf-8"), "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "detente", "read", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    with process.stdout as out:
        out.read(1)
    with process.stderr as err:
        assert err.read() == b""
    assert process.wait() == DONE
