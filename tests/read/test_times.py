"""Time expressions in context: found whole, resolved by tense against the day of publication."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model.dates import PartialDate
from detente.read.times import Tense, find_times, resolve_time

MONDAY = PartialDate("2022-04-18")
PAST, FUTURE = Tense.PAST, Tense.FUTURE


def resolve(sentence: str, tense: Tense, published: PartialDate | None = MONDAY) -> str:
    found = find_times(sentence)
    assert len(found) == 1, [item.text for item in found]
    resolved = resolve_time(found[0], published, tense)
    if resolved is None or resolved.when is None:
        return resolved.value if resolved is not None else "no meaning"
    return f"{resolved.when.start or ''}..{resolved.when.end or ''}"


@pytest.mark.parametrize(
    ("sentence", "tense", "expected"),
    [
        ("They have not met since February 15.", PAST, "2022-02-15.."),
        ("They met on Monday.", PAST, "2022-04-18..2022-04-18"),
        ("They met on Tuesday.", PAST, "2022-04-12..2022-04-12"),
        ("They will meet on Tuesday.", FUTURE, "2022-04-19..2022-04-19"),
        ("He reported over the weekend.", PAST, "2022-04-16..2022-04-17"),
        ("He left last week.", PAST, "2022-04-11..2022-04-17"),
        ("He will leave next week.", FUTURE, "2022-04-25..2022-05-01"),
        ("He spoke earlier this week.", PAST, "2022-04-18..2022-04-18"),
        ("He will speak later this week.", FUTURE, "2022-04-18..2022-04-24"),
        ("They meet early next month.", FUTURE, "2022-05..2022-05"),
        ("They met last month.", PAST, "2022-03..2022-03"),
        ("He travels June 11-19, 2022, by train.", FUTURE, "2022-06-11..2022-06-19"),
        ("He stays from June 16 to 18.", FUTURE, "2022-06-16..2022-06-18"),
        ("He stays from 16 to 18 June.", FUTURE, "2022-06-16..2022-06-18"),
        ("They met two days ago.", PAST, "2022-04-16..2022-04-16"),
        ("He took the post in 2017.", PAST, "2017..2017"),
        ("He has been there since 2017.", PAST, "2017.."),
        ("The 1993 accord failed.", PAST, "1993..1993"),
        ("They met in March 2014.", PAST, "2014-03..2014-03"),
        ("They met in December.", PAST, "2021-12..2021-12"),
        ("They met on 3 May 2021.", PAST, "2021-05-03..2021-05-03"),
        ("They will meet tomorrow.", FUTURE, "2022-04-19..2022-04-19"),
        ("They met last night.", PAST, "2022-04-17..2022-04-17"),
        ("They met in the summer of 2015.", PAST, "2015-06..2015-08"),
        ("They met in the 1990s.", PAST, "1990..1999"),
        ("Talks stalled in recent weeks.", PAST, "..2022-04-18"),
        ("It must be done by May 29.", FUTURE, "..2022-05-29"),
        ("They met last year.", PAST, "2021..2021"),
    ],
)
def test_an_expression_means_what_its_sentence_says(
    sentence: str, tense: Tense, expected: str
) -> None:
    assert resolve(sentence, tense) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They have not met since February 15.", "--02-15.."),
        ("They met on Monday.", "XXXX-WXX-1"),
        ("They met last week.", "no meaning"),
        ("They met in March 2014.", "2014-03..2014-03"),
    ],
)
def test_without_a_day_of_publication_nothing_is_invented(sentence: str, expected: str) -> None:
    assert resolve(sentence, PAST, None) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "He may march on the city.",
        "About 1,500 troops and 2,000 guns arrived.",
        "The minister, second in rank, left.",
    ],
)
def test_what_only_looks_like_time_is_left_alone(sentence: str) -> None:
    assert find_times(sentence) == ()


def test_the_words_of_a_span_include_what_opens_it() -> None:
    assert find_times("silent since February 15, he said")[0].text == "since February 15"


@given(st.text(max_size=200))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    found = find_times(text)
    ends = [0]
    for item in found:
        assert ends[-1] <= item.start < item.end <= len(text)
        ends.append(item.end)
        for tense in Tense:
            resolve_time(item, MONDAY, tense)
