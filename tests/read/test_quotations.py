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
    assert [source for source, _ in read(nlp, text)] == ["Ana Ruiz", "Ana Ruiz"]


@pytest.mark.model
def test_according_to_names_the_source(nlp: Language) -> None:
    text = "The two met in secret, according to Chilean officials."
    assert read(nlp, text)[0][0] == "Chilean officials"


@pytest.mark.model
def test_a_denial_is_marked(nlp: Language) -> None:
    found = find_attributions(nlp("Peru denied that its envoys had met the rebels."))
    assert [item.effect for item in found] == ["deny"]


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
