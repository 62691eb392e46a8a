from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from detente.errors import ModelError
from detente.judge.encoding import MAX_MARKS, encode
from detente.judge.model import (
    FILES,
    MODES,
    OUTPUTS,
    STATUSES,
    TYPES,
    Card,
    Judge,
    Scale,
    load_judge,
    make_feed,
    parse_card,
)
from detente.model.claims import EventType, Mode, Status
from detente.model.judgements import Bar
from detente.model.parties import Rank
from detente.model.windows import Window
from tests.judge.windows import make_tokenizer, make_window

BOTH = {"Wang": ("CHN", Rank.MINISTER), "Kono": ("JPN", Rank.MINISTER)}
PLAIN = Scale(slope=1.0, offset=0.0)
CARD = Card(
    name="test",
    features=2,
    contact=PLAIN,
    action=PLAIN,
    bar=Bar(contact=0.5, contact_with_rule=0.3, action=0.6, action_with_rule=0.3),
)


class Session:
    """Answers each pair alike: a refused meeting that y asked for, and nothing done."""

    def __init__(self) -> None:
        self.batches: list[int] = []

    def run(self, names: Sequence[str], feed: dict[str, Any]) -> list[Any]:
        assert list(names) == list(OUTPUTS)
        self.batches.append(len(feed["pieces"]))
        pairs = len(feed["x"])
        contact = np.zeros((pairs, 1 + len(MODES) + len(STATUSES)), dtype=np.float32)
        contact[:, 0] = 2.0
        contact[:, 1 + MODES.index(Mode.MEETING)] = 5.0
        contact[:, 1 + len(MODES) + STATUSES.index(Status.REFUSED)] = 5.0
        act = np.full((pairs, 1 + len(TYPES)), -3.0, dtype=np.float32)
        act[:, 1 + TYPES.index(EventType.ACCUSE)] = 4.0
        weights = np.full((pairs, MAX_MARKS * MAX_MARKS), -9.0, dtype=np.float32)
        weights[:, 0] = 0.0
        deed = np.zeros((pairs, len(STATUSES)), dtype=np.float32)
        deed[:, STATUSES.index(Status.REFUSED)] = 9.0
        order = np.full(pairs, -4.0, dtype=np.float32)
        return [contact, act, act, deed, order, weights]


def make_judge() -> Judge:
    return Judge(
        session=Session(),  # type: ignore[arg-type]
        tokenizer=make_tokenizer(),
        card=CARD,
        digest="0",
    )


def make(sentence: str = "Wang met Kono") -> Window:
    return make_window("", sentence, BOTH, features=2)


def test_scores_become_a_judgement_of_the_pair() -> None:
    ((found,),) = make_judge().judge_windows([make()])
    assert found is not None
    assert (found.mode, found.status) == (Mode.MEETING, Status.REFUSED)
    assert found.contact == pytest.approx(1 / (1 + np.exp(-2.0)))
    assert found.is_forward < 0.1
    assert found.forward.type is EventType.ACCUSE
    assert found.forward.chance < 0.1
    assert found.marks == (0, 1)


def test_chances_of_each_question_sum_to_one() -> None:
    ((found,),) = make_judge().judge_windows([make()])
    assert found is not None
    for chances in (found.modes, found.statuses, found.forward.types, found.deeds):
        assert sum(chances.values()) == pytest.approx(1.0)


def test_an_action_never_has_a_status_that_only_contacts_have() -> None:
    ((found,),) = make_judge().judge_windows([make()])
    assert found is not None
    assert Status.REFUSED not in found.deeds


def test_many_windows_are_judged_in_batches_and_answered_in_order() -> None:
    judge = make_judge()
    windows = [make("Wang met Kono" + " in Oslo" * (i % 7)) for i in range(70)]
    answers = judge.judge_windows(windows)
    assert [len(answer) for answer in answers] == [1] * 70
    assert judge.session.batches == [32, 32, 6]  # type: ignore[attr-defined]


def test_a_window_whose_pair_cannot_be_shown_is_answered_with_none() -> None:
    lost = make_window("Wang said . " + "they spoke . " * 150, "Kono spoke", BOTH, features=2)
    assert make_judge().judge_windows([lost]) == ((None,),)


def test_a_batch_is_padded_to_its_longest() -> None:
    windows = [make(), make("Wang met Kono in Oslo")]
    feed = make_feed(windows, [encode(w, make_tokenizer()) for w in windows])
    assert feed["pieces"].shape == feed["mask"].shape == (2, 14)
    assert list(feed["mask"].sum(1)) == [12.0, 14.0]
    assert list(feed["x"][0]) == [3, -1, -1, -1, -1]


def test_a_scale_turns_a_score_into_a_chance() -> None:
    assert Scale(slope=2.0, offset=-1.0).apply(0.5) == pytest.approx(0.5)


def test_a_card_that_lacks_a_part_is_refused_with_a_remedy() -> None:
    with pytest.raises(ModelError, match="reinstall detente"):
        parse_card(b'{"name": "x"}')


def test_the_packaged_judge_answers_as_a_sentence_says() -> None:
    judge = load_judge()
    assert len(judge.digest) == 64
    assert FILES[0] == "judge.onnx"
    window = make_window("", "Wang met Kono in Oslo .", BOTH, features=judge.card.features)
    other = make_window(
        "", "Wang and Kono , both 61 , like tea .", BOTH, features=judge.card.features
    )
    ((met,), (idle,)) = judge.judge_windows([window, other])
    assert met is not None
    assert idle is not None
    assert met.contact > judge.card.bar.contact_with_rule > idle.contact
    assert met.status is Status.HELD
