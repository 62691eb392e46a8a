"""Gold files: what is read, and how a bad line is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.errors import GoldError
from detente.evaluate.gold import read_gold


def test_a_title_that_the_text_lacks_is_put_before_it(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    raw = {"id": "x", "title": "Talks held", "text": "Lavrov met Wang.", "contacts": []}
    path.write_text(json.dumps(raw) + "\n\n", encoding="utf-8")
    assert read_gold(path)[0].article.text == "Talks held\n\nLavrov met Wang."


@pytest.mark.parametrize(
    ("line", "message"),
    [("{", "line 1: is not JSON"), ("[]", "line 1: has no text"), ("", "holds no articles")],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(GoldError, match=message):
        read_gold(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        read_gold(tmp_path / "none.jsonl")
