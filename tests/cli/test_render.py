"""Records as a person sees them, drawn from claims made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.cli.render import print_record
from detente.model.article import Article
from detente.model.claims import Contact, Mode, Status
from detente.model.dates import PartialDate, When
from detente.model.evidence import Evidence
from detente.model.parties import Party, Rank
from detente.model.records import Record
from detente.model.statements import Form, Statement

TEXT = "Berg wrote to Aksoy\nnext week. “I wrote,” Berg said."
ARTICLE = Article(text=TEXT, title="Letters")
BERG = Party(text="Berg", state="SWE", rank=Rank.MINISTER, name="Berg")
AKSOY = Party(text="Aksoy", state="UNK", rank=Rank.OFFICIAL)


def take(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence.take(ARTICLE.id, TEXT, start, start + len(words))


LETTER = Contact(
    a=(BERG,),
    b=(AKSOY,),
    mode=Mode.LETTER,
    status=Status.HELD,
    evidence=take("Berg wrote to Aksoy\nnext week"),
)


def show(capsys: pytest.CaptureFixture[str], record: Record) -> list[str]:
    print_record(record)
    return capsys.readouterr().out.splitlines()


def show_when(capsys: pytest.CaptureFixture[str], when: When | None) -> list[str]:
    """The first column of the claim, line by line."""
    contact = replace(LETTER, when=when)
    lines = show(capsys, Record(article=ARTICLE, contacts=(contact,)))
    first = next(i for i, line in enumerate(lines) if "held" in line)
    return [text for line in lines[first : first + 2] if (text := line[2:13].strip())]


def make_when(start: str | None, end: str | None, text: str = "then") -> When:
    return When(
        start=PartialDate(start) if start else None,
        end=PartialDate(end) if end else None,
        text=text,
    )


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (None, ["–"]),
        (make_when("2024-05-06", "2024-05-06"), ["2024-05-06"]),
        (make_when("2024-05", "2024-05"), ["2024-05"]),
        (make_when("--05-06", "--05-06"), ["--05-06"]),
        (make_when("2024-05-06", "2024-05-07"), ["2024-05-06", "–2024-05-07"]),
        (make_when("2024-05-06", None), ["since", "2024-05-06"]),
        (make_when(None, "2024-05-06"), ["until", "2024-05-06"]),
        (make_when(None, None, "next\nweek"), ["next week"]),
    ],
)
def test_a_time_is_shown_as_far_as_it_is_known(
    capsys: pytest.CaptureFixture[str], when: When | None, expected: list[str]
) -> None:
    assert show_when(capsys, when) == expected


def test_an_unknown_state_is_a_question_mark(capsys: pytest.CaptureFixture[str]) -> None:
    lines = show(capsys, Record(article=ARTICLE, contacts=(LETTER,)))
    assert any("with Aksoy (? official)" in line for line in lines)


def test_a_quote_is_one_line_of_words_whatever_the_article_breaks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = show(capsys, Record(article=ARTICLE, contacts=(LETTER,)))
    assert any("“Berg wrote to Aksoy next week”" in line for line in lines)


def test_a_statement_names_its_venue_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    statement = Statement(
        speaker=BERG, content=take("“I wrote,”"), form=Form.DIRECT, venue="a\n  paper"
    )
    lines = show(capsys, Record(article=ARTICLE, statements=(statement,)))
    assert "  Berg (SWE minister), direct, to a paper" in lines
    assert "  “I wrote,”" in lines


def test_a_speaker_whom_nobody_names_is_said_to_be_unknown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    statement = Statement(speaker=None, content=take("“I wrote,”"), form=Form.DIRECT)
    lines = show(capsys, Record(article=ARTICLE, statements=(statement,)))
    assert "  speaker unknown, direct" in lines


def test_an_article_that_claims_nothing_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    lines = show(capsys, Record(article=ARTICLE))
    assert lines[0] == "Letters"
    assert "No contacts, actions or statements found." in lines
