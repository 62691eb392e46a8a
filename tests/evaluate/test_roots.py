from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import GoldError
from detente.evaluate.marked import find_root, make_window
from detente.evaluate.roots import (
    Row,
    is_marked_file,
    read_marked,
    render_roots,
    score_roots,
    write_answers,
)
from detente.model.claims import EventType, Mode, Status
from detente.model.judgements import Act, Judgement

SENTENCE = "<s>Oslo</s> condemned <t>Lima</t> for the seizure."


def make_judgement(*, contact: float, forward: EventType, chance: float) -> Judgement:
    types = {kind: 0.01 for kind in EventType} | {forward: 0.86}
    idle = Act(chance=0.01, types={kind: 1 / 15 for kind in EventType})
    return Judgement(
        contact=contact,
        modes={mode: 1 / 9 for mode in Mode},
        statuses={status: 1 / 11 for status in Status},
        is_forward=0.5,
        forward=Act(chance=chance, types=types),
        backward=idle,
        deeds={Status.HELD: 1.0},
        marks=(0, 1),
    )


def test_a_marked_sentence_is_a_window_of_its_plain_words() -> None:
    window = make_window(SENTENCE)
    assert window is not None
    assert window.text == "Oslo condemned Lima for the seizure."
    assert [window.text[m.start : m.end] for m in window.marks] == ["Oslo", "Lima"]
    assert [m.state for m in window.marks] == ["SOURCE", "TARGET"]


def test_the_target_may_stand_first() -> None:
    window = make_window("<t>Lima</t> was condemned by <s>Oslo</s>.")
    assert window is not None
    assert [m.state for m in window.marks] == ["TARGET", "SOURCE"]


def test_a_sentence_without_both_marks_is_no_window() -> None:
    assert make_window("<s>Oslo</s> condemned Lima.") is None


def test_the_likeliest_act_of_the_source_is_the_root() -> None:
    window = make_window(SENTENCE)
    assert window is not None
    judgement = make_judgement(contact=0.1, forward=EventType.ACCUSE, chance=0.9)
    assert find_root(judgement, window) == "ACCUSE"


def test_a_contact_is_consult() -> None:
    window = make_window(SENTENCE)
    assert window is not None
    judgement = make_judgement(contact=0.95, forward=EventType.ACCUSE, chance=0.05)
    assert find_root(judgement, window) == "CONSULT"


def test_conceding_and_retreating_are_yielding() -> None:
    window = make_window(SENTENCE)
    assert window is not None
    judgement = make_judgement(contact=0.1, forward=EventType.RETREAT, chance=0.9)
    assert find_root(judgement, window) == "YIELD"


def test_figures_count_each_root() -> None:
    rows = [Row(marked=SENTENCE, root=root) for root in ("ACCUSE", "ACCUSE", "AID")]
    report = score_roots(rows, ["ACCUSE", "AID", "AID"])
    assert report.accuracy == pytest.approx(2 / 3)
    assert [round(item.f1, 3) for item in report.roots] == [0.667, 0.667]
    assert "AID" in render_roots(report)


def test_a_root_that_is_only_answered_does_not_count_in_the_mean() -> None:
    report = score_roots([Row(marked=SENTENCE, root="AID")], ["ACCUSE"])
    assert report.macro_f1 == 0.0
    assert [item.root for item in report.roots] == ["ACCUSE", "AID"]


def test_answers_are_written_beside_the_rows(tmp_path: Path) -> None:
    rows = [Row(marked=SENTENCE, root="ACCUSE")]
    write_answers(rows, ["AID"], tmp_path / "answers.tsv")
    assert is_marked_file(tmp_path / "answers.tsv")
    assert read_marked(tmp_path / "answers.tsv")[0].root == "ACCUSE"


def test_a_file_without_the_columns_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "rows.tsv"
    path.write_text("sentence\tlabel\nx\ty\n", encoding="utf-8")
    with pytest.raises(GoldError, match="no column gold_root and marked_sentence"):
        read_marked(path)
