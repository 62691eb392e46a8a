"""The checker of tables, on tables made wrong by hand, and on those of the package."""

from __future__ import annotations

from datetime import date

import pytest

from detente.lexicon.checks import Finding, Severity, check_holders, check_namings, check_tables
from detente.lexicon.holders import Holder
from detente.lexicon.name_checks import Naming
from detente.model.parties import Rank

TODAY = date(2026, 11, 28)


def make_holder(name: str, start: str, end: str, **others: object) -> Holder:
    values: dict[str, object] = {
        "names": (name,),
        "families": (name.lower().split()[-1],),
        "state": "SWE",
        "office": "prime minister",
        "rank": Rank.LEADER,
        **others,
    }
    return Holder(name=name, start=start, end=end, **values)  # type: ignore[arg-type]


def find_errors(*holders: Holder) -> list[str]:
    return [item.problem for item in check(*holders) if item.severity is Severity.ERROR]


def find_notes(*holders: Holder) -> list[str]:
    return [item.problem for item in check(*holders) if item.severity is Severity.NOTE]


def check(*holders: Holder) -> list[Finding]:
    return list(check_holders(holders, TODAY, codes=frozenset({"SWE", "USA"})))


def test_sound_rows_give_no_finding() -> None:
    first = make_holder("Ada Berg", "1999-04-02", "2003-05-06")
    second = make_holder("Bo Lund", "2003-05-06", "")
    assert check(first, second) == []


def test_two_heads_of_government_at_once_are_an_error() -> None:
    first = make_holder("Ada Berg", "1999-04-02", "2003-05-06")
    second = make_holder("Bo Lund", "2003-05-01", "")
    (problem,) = find_errors(first, second)
    assert "Ada Berg" in problem


def test_an_open_term_before_the_last_row_is_an_error() -> None:
    assert find_errors(make_holder("Ada Berg", "1999", ""), make_holder("Bo Lund", "2003", ""))


@pytest.mark.parametrize(("end", "start"), [("2003", "2003-02"), ("2003-05", "2003-05-02")])
def test_coarse_dates_that_may_touch_are_no_overlap(end: str, start: str) -> None:
    first = make_holder("Ada Berg", "1999", end)
    assert find_errors(first, make_holder("Bo Lund", start, "")) == []


def test_envoys_and_deputies_may_be_several() -> None:
    envoys = {"office": "special envoy", "rank": Rank.OFFICIAL}
    deputies = {"office": "deputy prime minister", "rank": Rank.MINISTER}
    rows = [
        make_holder(name, "2001", "2005", **kind)
        for kind in (envoys, deputies)
        for name in ("Ada Berg", "Bo Lund")
    ]
    assert find_errors(*rows) == []


@pytest.mark.parametrize(
    ("start", "end", "word"),
    [
        ("2003-05-06", "2001-01-01", "before it starts"),
        ("2031-01-01", "", "in the future"),
        ("2020-01-01", "2035-01-01", "in the future"),
        ("1901", "2020", "lasts"),
        ("6 May 2003", "", "is not written"),
        ("2003-13", "", "month"),
        ("2003-02-30", "", "day"),
    ],
)
def test_an_impossible_date_is_an_error(start: str, end: str, word: str) -> None:
    (problem,) = find_errors(make_holder("Ada Berg", start, end))
    assert word in problem


def test_a_monarch_may_reign_for_seventy_years() -> None:
    queen = make_holder("Ada", "1952-02-06", "2022-09-08", office="queen")
    assert find_errors(queen) == []


def test_a_row_written_twice_is_an_error() -> None:
    row = make_holder("Ada Berg", "1999-04-02", "2003-05-06")
    assert find_errors(row, row) == ["stands twice, from 1999-04-02"]


def test_a_state_that_no_table_has_is_an_error() -> None:
    (problem,) = find_errors(make_holder("Ada Berg", "1999", "", state="XQX"))
    assert "XQX" in problem


def test_a_gap_in_a_great_power_is_a_note() -> None:
    usa = {"state": "USA", "office": "president"}
    rows = make_holder("Ada Berg", "1999", "2001", **usa), make_holder("Bo Lund", "2005", "", **usa)
    assert find_errors(*rows) == []
    (problem,) = find_notes(*rows)
    assert "nobody from 2001" in problem


def test_a_gap_elsewhere_is_none() -> None:
    assert check(make_holder("Ada Berg", "1999", "2001"), make_holder("Bo Lund", "2005", "")) == []


def test_two_of_one_family_name_at_once_are_a_note() -> None:
    first = make_holder("Ada Berg", "1999", "2003")
    second = make_holder("Bo Berg", "2001", "2004", office="foreign minister", rank=Rank.MINISTER)
    (problem,) = find_notes(first, second)
    assert "“berg”" in problem


def name(text: str, code: str, **others: object) -> Naming:
    values = {"table": "states", "column": "name", **others}
    return Naming(name=text, code=code, **values)  # type: ignore[arg-type]


def test_a_name_of_two_states_is_an_error() -> None:
    (found,) = check_namings([name("Borduria", "BOR"), name("Borduria", "SYL")])
    assert found.severity is Severity.ERROR
    assert "BOR and SYL" in found.problem


def test_a_name_that_the_table_calls_ambiguous_is_a_note() -> None:
    rows = [name("Borduria", "BOR"), name("Borduria", "SYL", is_doubtful=True)]
    (found,) = check_namings(rows)
    assert found.severity is Severity.NOTE


def test_a_shared_adjective_is_a_note() -> None:
    rows = [name("Bordurian", code, column="adjective") for code in ("BOR", "SYL")]
    (found,) = check_namings(rows)
    assert found.severity is Severity.NOTE


def test_a_capital_listed_again_as_a_place_is_a_note() -> None:
    rows = [name("Szohôd", "BOR", column="capital"), name("Szohôd", "BOR", table="places")]
    (found,) = check_namings(rows)
    assert found.severity is Severity.NOTE


def test_the_apostrophe_does_not_tell_two_names_apart() -> None:
    rows = [name("People's Land", "BOR"), name("People’s Land", "SYL")]
    assert len(list(check_namings(rows))) == 1


def test_the_packaged_tables_have_no_errors() -> None:
    found = [item for item in check_tables(TODAY) if item.severity is Severity.ERROR]
    assert [f"{item.subject}: {item.problem}" for item in found] == []
