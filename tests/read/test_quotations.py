"""Quotation marks, attributions, transcripts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from detente.read.quotations import Attribution, find_attributions
from detente.read.quote_spans import find_quote_spans
from detente.read.transcripts import find_turns


def quotes(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_quote_spans(text)]


def test_both_kinds_of_marks_enclose_a_quotation() -> None:
    assert quotes('He said "we met". She said “we did not”.') == ['"we met"', "“we did not”"]


def test_an_apostrophe_opens_nothing() -> None:
    assert quotes("It is Iran's move, the ministers' aides said.") == []


def test_a_mark_that_is_never_closed_holds_to_the_end_of_its_paragraph() -> None:
    assert quotes("“We wait.\n\nHe left.") == ["“We wait."]


@given(st.text(alphabet="ab “”\"«»\n'", max_size=60))
def test_any_text_gives_quotations_in_order(text: str) -> None:
    spans = find_quote_spans(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def read(nlp: Language, text: str) -> list[tuple[str | None, list[str]]]:
    def cut(item: Attribution) -> tuple[str | None, list[str]]:
        source = text[slice(*item.source)] if item.source else None
        return source, [text[a:b] for a, b in item.contents]

    return [cut(item) for item in find_attributions(nlp(text))]


@pytest.mark.model
def test_indirect_speech_has_its_speaker(nlp: Language) -> None:
    text = "The Chilean envoy said that the talks had failed."
    assert read(nlp, text) == [("The Chilean envoy", ["that the talks had failed"])]


@pytest.mark.model
def test_a_quotation_has_the_speaker_after_it(nlp: Language) -> None:
    text = "“We have not met them at all,” Foreign Minister Ana Ruiz said."
    source, contents = read(nlp, text)[0]
    assert source == "Foreign Minister Ana Ruiz"
    assert contents == ["“We have not met them at all,”"]


@pytest.mark.model
def test_a_free_standing_quotation_goes_on_with_the_speaker_before(nlp: Language) -> None:
    text = "“We have not met them,” Ana Ruiz said. “We will not meet them either.”"
    assert read(nlp, text) == [
        ("Ana Ruiz", ["“We have not met them,”", "“We will not meet them either.”"])
    ]


@pytest.mark.model
def test_according_to_names_the_source(nlp: Language) -> None:
    text = "The two met in secret, according to Chilean officials."
    assert read(nlp, text)[0][0] == "Chilean officials"


@pytest.mark.model
def test_a_denial_is_marked(nlp: Language) -> None:
    found = find_attributions(nlp("Peru denied that its envoys had met the rebels."))
    assert [item.effect for item in found] == ["deny"]


@pytest.mark.model
def test_a_quotation_over_two_paragraphs_has_the_speaker_at_its_end(nlp: Language) -> None:
    text = "The talks were short.\n\n“We came to Lima.\n\n“We left again,” Ana Ruiz said."
    assert [source for source, _ in read(nlp, text)] == ["Ana Ruiz"]
    assert sum(len(contents) for _, contents in read(nlp, text)) == 2


@pytest.mark.model
def test_a_quotation_that_opens_the_next_paragraph_goes_on(nlp: Language) -> None:
    text = "Ana Ruiz said: “We came to Lima on Monday.\n\n“And we left again the same day.”"
    assert {source for source, _ in read(nlp, text)} == {"Ana Ruiz"}


@pytest.mark.model
def test_what_follows_a_denial_is_not_denied(nlp: Language) -> None:
    text = "Peru denied that the two had met. “We wrote them a letter,” the envoy said."
    found = find_attributions(nlp(text))
    assert [item.effect for item in found] == ["deny", "assert"]


@pytest.mark.model
def test_a_headline_with_a_colon_names_who_says_it(nlp: Language) -> None:
    text = "Peruvian minister: no talks are planned with Quito.\n\nLIMA."
    assert read(nlp, text)[0][0] == "Peruvian minister"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "is_speech"),
    [
        ("The envoy said that the line was open.", True),
        ("The envoy hopes that the line will open.", False),
        ("The envoy criticised the pact with Quito.", False),
        ("The envoy promised to come back.", False),
        ("The envoy is confident that the line will open.", False),
    ],
)
def test_a_wish_or_a_judgement_is_no_speech(nlp: Language, text: str, *, is_speech: bool) -> None:
    assert [item.is_speech for item in find_attributions(nlp(text))] == [is_speech]


@pytest.mark.model
def test_a_source_is_told_with_and_without_what_describes_it(nlp: Language) -> None:
    text = "Ana Ruiz, a spokeswoman for the ministry, said that the talks had failed."
    (found,) = find_attributions(nlp(text))
    assert found.source is not None
    assert found.whole is not None
    assert text[slice(*found.source)] == "Ana Ruiz"
    assert text[slice(*found.whole)] == "Ana Ruiz, a spokeswoman for the ministry"


@pytest.mark.model
def test_a_report_that_is_denied_is_no_venue(nlp: Language) -> None:
    text = "The ministry denied a report that the ministers had spoken by telephone."
    assert all(item.venue is None for item in find_attributions(nlp(text)))


@pytest.mark.model
def test_plain_narration_has_no_attribution(nlp: Language) -> None:
    assert read(nlp, "The envoy left Lima on Monday.") == []


def test_turns_of_a_transcript_have_their_speakers() -> None:
    text = "MR. REYES: Good afternoon.\n\nQ: Did they meet?\n\nMR. REYES: They did not.\n"
    turns = find_turns(text)
    assert [text[slice(*turn.speaker)] for turn in turns] == ["MR. REYES", "Q", "MR. REYES"]
    assert text[slice(*turns[2].content)] == "They did not."


def test_a_dateline_makes_no_transcript() -> None:
    assert find_turns("WARSAW: Talks were held on Monday.\n\nThey failed.") == ()


def test_names_in_mixed_case_are_labels_where_one_speaks_again() -> None:
    text = "Ana Ruiz: Good afternoon.\n\nGazette: Did they meet?\n\nAna Ruiz: They did not.\n"
    assert [text[slice(*turn.speaker)] for turn in find_turns(text)] == [
        "Ana Ruiz",
        "Gazette",
        "Ana Ruiz",
    ]


def test_a_question_is_by_a_reporter_without_a_name() -> None:
    text = "MR. REYES: Good afternoon.\n\nQ Did they meet?\n\nMR. REYES: They did not.\n\nQ Why?\n"
    assert [turn.is_question for turn in find_turns(text)] == [False, True, False, True]


def test_a_briefing_without_labels_is_said_by_whom_its_title_names() -> None:
    text = "Press Briefing by Press Secretary Ana Ruiz, 5/3/2019\n\nThe two met on Monday.\n"
    (turn,) = find_turns(text)
    assert text[slice(*turn.speaker)] == "Press Secretary Ana Ruiz"
    assert text[slice(*turn.content)] == "The two met on Monday."
