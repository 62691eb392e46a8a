"""Dates that are never sharper than the text."""

from __future__ import annotations

import pytest

from detente.model.dates import PartialDate, Precision


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2022-02-15", Precision.DAY),
        ("2022-02", Precision.MONTH),
        ("2022", Precision.YEAR),
        ("--02-15", Precision.YEARLESS),
        ("--02", Precision.YEARLESS),
    ],
)
def test_a_date_knows_how_much_of_it_is_known(text: str, precision: Precision) -> None:
    assert PartialDate(text).precision is precision


@pytest.mark.parametrize("text", ["", "22", "2022-2-5", "2022-13", "2023-02-29", "--02-30", "May"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not"):
        PartialDate(text)


def test_a_day_that_only_leap_years_have_may_lack_its_year() -> None:
    assert PartialDate("--02-29").value == "--02-29"
