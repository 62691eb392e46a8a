"""Whom "I" and "we" mean."""

from __future__ import annotations

from detente.extract.speakers import find_speakers
from detente.extract.voices import Voice
from detente.model.mentions import Mention, MentionKind


def make_mention(index: int, start: int, text: str, kind: MentionKind) -> Mention:
    return Mention(
        index=index,
        start=start,
        end=start + len(text),
        text=text,
        kind=kind,
        sentence=0,
        paragraph=0,
        first=start,
        last=start + 1,
        head=start,
    )


LEE = make_mention(0, 0, "Lee", MentionKind.PERSON)
WE = make_mention(1, 10, "We", MentionKind.PRONOUN)


def test_we_is_said_by_the_source_of_the_words() -> None:
    voice = Voice(contents=((9, 30),), source=(0, 3))
    assert find_speakers((LEE, WE), (voice,)) == {1: 0}


def test_we_outside_reported_words_has_no_speaker() -> None:
    voice = Voice(contents=((20, 30),), source=(0, 3))
    assert find_speakers((LEE, WE), (voice,)) == {}


def test_the_nearest_voice_is_who_says_i() -> None:
    kim = make_mention(2, 40, "Kim", MentionKind.PERSON)
    outer = Voice(contents=((5, 39),), source=(40, 43))
    inner = Voice(contents=((9, 30),), source=(0, 3))
    assert find_speakers((LEE, WE, kim), (outer, inner)) == {1: 0}
