"""Names that stood for another state once, or that stand for another place as well."""

from __future__ import annotations

import pytest

from detente.lexicon.homonyms import Homonym, load_homonyms
from detente.lexicon.successions import find_code_on
from detente.lexicon.tables import load_states
from detente.model.dates import PartialDate

GEORGIA = Homonym(word="Georgia", code="GEO", instead="USA", own=("Tbilisi",), others=("Atlanta",))


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("1987-05-04", "SUN"),
        ("1987", "SUN"),
        ("1991-12-25", "SUN"),
        ("1991-12-26", "RUS"),
        ("1991", "RUS"),  # a year that had both is not sharpened
        ("2022-04-18", "RUS"),
        ("--05-04", "RUS"),
    ],
)
def test_moscow_is_the_state_of_its_day(day: str, code: str) -> None:
    assert find_code_on("RUS", PartialDate(day)) == code


def test_a_state_without_a_day_or_a_forerunner_stays_itself() -> None:
    assert find_code_on("RUS", None) == "RUS"
    assert find_code_on("FRA", PartialDate("1987-05-04")) == "FRA"


def test_words_tell_two_places_of_one_name_apart() -> None:
    assert GEORGIA.is_other(frozenset({"Georgia", "Atlanta"}))
    assert not GEORGIA.is_other(frozenset({"Georgia", "Atlanta", "Tbilisi"}))
    assert not GEORGIA.is_other(frozenset({"Georgia"}))


def test_packaged_homonyms_are_of_states_that_exist() -> None:
    codes = {state.code for state in load_states()}
    rows = load_homonyms()
    assert rows
    assert {code for row in rows for code in (row.code, row.instead)} <= codes
