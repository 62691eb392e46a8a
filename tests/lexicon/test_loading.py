"""Tables as typed rows: what is wrong in one is an error with its place and a remedy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from detente.errors import LexiconError
from detente.lexicon import load_table, load_user_table, parse_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    name: str
    words: tuple[str, ...] = ()
    level: int = 0
    is_old: bool = False
    note: str | None = None


def refuse(**raw: object) -> LexiconError:
    with pytest.raises(LexiconError) as caught:
        parse_rows({"row": [{"name": "first"}, raw]}, Row, source="rows.toml")
    return caught.value


def test_rows_become_typed_values() -> None:
    raw = {"name": "a", "words": ["b", "c"], "level": 2, "is_old": True, "note": "d"}
    (row,) = parse_rows({"row": [raw]}, Row, source="rows.toml")
    assert row == Row(name="a", words=("b", "c"), level=2, is_old=True, note="d")


def test_an_unknown_key_is_refused_with_its_place_and_what_may_stand_there() -> None:
    error = refuse(name="a", wrods=["b"])
    assert error.subject == "rows.toml, [[row]] number 2"
    assert "wrods" in error.problem
    assert "words" in error.remedy


def test_a_missing_key_is_refused() -> None:
    assert "'name' is missing" in refuse(words=["b"]).problem


@pytest.mark.parametrize("value", ["b", ["b", 1], 3])
def test_what_is_no_list_of_texts_is_refused(value: object) -> None:
    assert "not a list of texts" in refuse(name="a", words=value).problem


@pytest.mark.parametrize("raw", [{"name": 3}, {"name": "a", "level": "2"}])
def test_a_value_of_a_wrong_type_is_refused(raw: dict[str, object]) -> None:
    assert "is not of type" in refuse(**raw).problem


def test_a_text_where_a_text_or_nothing_may_stand_is_checked() -> None:
    assert "note" in refuse(name="a", note=3).problem


def test_the_array_can_be_named_where_a_file_holds_several() -> None:
    content = {"one": [{"name": "a"}], "two": [{"name": "b"}]}
    assert parse_rows(content, Row, source="x", key="two") == (Row(name="b"),)
    assert parse_rows(content, Row, source="x") == (Row(name="a"),)


def test_a_users_own_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('[[row]]\nname = "a"\n', encoding="utf-8")
    assert load_user_table(path, Row) == (Row(name="a"),)


@pytest.mark.parametrize("content", [b"[[row]\n", b'[[row]]\nname = "\xff"\n'])
def test_a_users_broken_table_is_refused_by_its_path(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(content)
    with pytest.raises(LexiconError) as caught:
        load_user_table(path, Row)
    assert caught.value.subject == str(path)


def test_a_users_missing_table_is_refused_by_its_path(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        load_user_table(tmp_path / "none.toml", Row)


def test_a_packaged_table_is_refused_where_the_rows_do_not_fit() -> None:
    with pytest.raises(LexiconError) as caught:
        load_table("stances", Row)
    assert caught.value.subject.startswith("stances.toml")
