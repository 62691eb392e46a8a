from __future__ import annotations

from detente.judge.encoding import (
    CLS,
    END_AT,
    MAX_MARKS,
    MAX_PIECES,
    PLACE_AT,
    RANK_AT,
    SEP,
    SLOT_AT,
    TARGET_AT,
    choose_marks,
    encode,
)
from detente.model.parties import Rank
from detente.model.windows import Mark
from tests.judge.windows import make_tokenizer, make_window

BOTH = {"Wang": ("CHN", Rank.MINISTER), "Kono": ("JPN", Rank.MINISTER)}


def make_mark(*, is_inside: bool, start: int) -> Mark:
    return Mark(
        start=start,
        end=start + 1,
        number=0,
        member=0,
        state="CHN",
        rank=Rank.LEADER,
        is_place=False,
        is_inside=is_inside,
    )


def test_each_party_stands_between_markers_of_its_rank_and_state() -> None:
    found = encode(make_window("", "Wang met Kono", BOTH), make_tokenizer())
    minister = RANK_AT[Rank.MINISTER]
    assert found.pieces == (
        CLS,
        TARGET_AT,
        minister,
        SLOT_AT,
        2000,
        END_AT,
        2001,
        minister,
        SLOT_AT + 1,
        2002,
        END_AT,
        SEP,
    )


def test_a_pair_knows_where_its_state_markers_stand() -> None:
    found = encode(make_window("", "Wang met Kono", BOTH), make_tokenizer())
    assert found.sides == (((3,), (8,)),)
    assert [found.pieces[side[0]] for side in found.sides[0]] == [SLOT_AT, SLOT_AT + 1]


def test_slots_can_be_dealt_in_another_order() -> None:
    slots = [5, 7, *range(5), 6, *range(8, 12)]
    found = encode(make_window("", "Wang met Kono", BOTH), make_tokenizer(), slots=slots)
    assert [found.pieces[side[0]] for side in found.sides[0]] == [SLOT_AT + 5, SLOT_AT + 7]


def test_words_of_one_state_share_a_slot() -> None:
    marks = {**BOTH, "He": ("CHN", Rank.MINISTER)}
    found = encode(make_window("", "Wang met Kono . He said", marks), make_tokenizer())
    assert [found.pieces[at] for at in found.sides[0][0]] == [SLOT_AT, SLOT_AT]


def test_the_sentence_begins_with_its_own_marker() -> None:
    window = make_window(
        "Wang met Kono .", "He said", {"Wang": BOTH["Wang"], "He": ("PRK", Rank.LEADER)}
    )
    pieces = encode(window, make_tokenizer()).pieces
    assert pieces[pieces.index(TARGET_AT) + 1] == RANK_AT[Rank.LEADER]


def test_a_place_has_a_marker_of_its_own() -> None:
    window = make_window("", "Wang met Kono", BOTH)
    place = Mark(
        start=0,
        end=4,
        number=0,
        member=0,
        state="CHN",
        rank=Rank.GOVERNMENT,
        is_place=True,
        is_inside=True,
    )
    changed = type(window)(
        text=window.text,
        start=0,
        end=window.end,
        sentence=0,
        marks=(place, window.marks[1]),
        pairs=window.pairs,
    )
    assert encode(changed, make_tokenizer()).pieces[2] == PLACE_AT


def test_what_is_too_long_loses_its_beginning_and_keeps_the_sentence() -> None:
    window = make_window("Lee said . " * 120, "Wang met Kono", BOTH)
    found = encode(window, make_tokenizer())
    assert len(found.pieces) <= MAX_PIECES
    assert found.pieces[-3:] == (2002, END_AT, SEP)
    assert found.pairs == (0,)


def test_a_pair_whose_marks_were_cut_off_is_left_out() -> None:
    window = make_window("Wang said . " + "they spoke . " * 150, "Kono spoke", BOTH)
    assert encode(window, make_tokenizer()).pairs == ()


def test_marks_in_the_sentence_come_first_then_the_nearest_before() -> None:
    marks = [make_mark(is_inside=i > 5, start=i) for i in range(8)]
    chosen = choose_marks(marks, range(8), {i: i for i in range(8)})
    assert chosen == (6, 7, 5, 4, 3)
    assert len(chosen) == MAX_MARKS
