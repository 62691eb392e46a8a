"""Dates of publication: many ways to write one, none of them read sharper than it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.ingest.published import parse_published


@pytest.mark.parametrize(
    "text",
    [
        "2022-04-18",
        "2022-4-18",
        "2022-04-18T23:30:00-05:00",
        "2022-04-18 09:00",
        "2022/04/18",
        "20220418",
        "April 18, 2022",
        "april 18 2022",
        "Apr. 18, 2022",
        "APRIL 18, 2022",
        "Monday, April 18, 2022",
        "Mon., Apr 18th, 2022 at 5:14 p.m. EDT",
        "Mon, 18 Apr 2022 09:00 GMT",
        "18 April 2022",
        "18th of April, 2022",
        "the 18th of April 2022",
        "18-Apr-2022",
        "18 April 2022 | Updated 19 April 2022",
        "Published on 18 April 2022",
        "First published: April 18, 2022",
        "April 18, 2022 (updated yesterday)".replace(" (updated yesterday)", ", 9 a.m."),
        "2022 April 18",
        "18.04.2022",
        "18/04/2022",
        "04/18/2022",
        "  18   April\t2022 ",
    ],
)
def test_a_whole_date_is_read_to_the_day(text: str) -> None:
    assert str(parse_published(text)) == "2022-04-18"


@pytest.mark.parametrize("text", ["2022-04", "April 2022", "Apr. 2022", "april, 2022"])
def test_a_month_stays_a_month(text: str) -> None:
    assert str(parse_published(text)) == "2022-04"


def test_a_year_stays_a_year() -> None:
    assert str(parse_published("2022")) == "2022"


def test_day_and_month_that_are_the_same_number_cannot_be_confused() -> None:
    assert str(parse_published("5/5/2022")) == "2022-05-05"


def test_numbers_with_points_between_them_have_the_day_first() -> None:
    assert str(parse_published("4.5.2022")) == "2022-05-04"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2 hours ago",
        "4/5/2022",
        "04-05-2022",
        "April 18",
        "18 April",
        "Monday",
        "April",
        "2022-13-01",
        "2022-02-30",
        "February 30, 2022",
        "0000-01-01",
        "00/00/2022",
        "2022 was a hard year",
        "2022-04 to 2022-06",
        "April 18, 2022 to May 2, 2022",
        "until April 18, 2022",
        "Maybe 18, 2022",
        "18/04/22",
        "12345678",
        "٢٠٢٢-٠٤-١٨",
        "--04-18",
    ],
)
def test_what_is_no_certain_date_gives_none(text: str) -> None:
    assert parse_published(text) is None


@settings(deadline=None)
@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    found = parse_published(text)
    assert found is None or found.value[:4].isascii()


@settings(deadline=None)
@given(st.dates())
def test_iso_dates_come_back(day: "object") -> None:
    assert str(parse_published(str(day))) == str(day)
