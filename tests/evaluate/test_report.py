"""Scoring: matching by sides and words, figures, and the worst error there is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.errors import GoldError
from detente.evaluate.render import render_case, render_confusion, render_report, report_to_json
from detente.evaluate.report import score_records
from detente.model.article import Article
from detente.model.claims import Action, Contact, EventType, Mode, Status
from detente.model.dates import PartialDate, When
from detente.model.evidence import Evidence
from detente.model.parties import Party, Rank
from detente.model.records import Record

TEXT = "Lavrov will not meet Blinken in Geneva on Monday. China criticised Japan."
RUS = Party(text="Lavrov", state="RUS", rank=Rank.MINISTER, name="Lavrov")
USA = Party(text="Blinken", state="USA", rank=Rank.MINISTER, name="Blinken")
CHN = Party(text="China", state="CHN", rank=Rank.GOVERNMENT)
JPN = Party(text="Japan", state="JPN", rank=Rank.GOVERNMENT)
ARTICLE = Article(text=TEXT, given_id="art-1")
DAY = PartialDate("2022-02-14")
CONTACT = Contact(
    a=(RUS,),
    b=(USA,),
    mode=Mode.MEETING,
    status=Status.REFUSED,
    evidence=Evidence.take("art-1", TEXT, 0, 48),
    when=When(start=DAY, end=DAY, text="on Monday"),
    where="Geneva",
    according_to=("the State Department",),
)
ACTION = Action(
    actors=(CHN,),
    recipients=(JPN,),
    type=EventType.ACCUSE,
    status=Status.HELD,
    evidence=Evidence.take("art-1", TEXT, 50, len(TEXT)),
)
GOLD = Record(article=ARTICLE, contacts=(CONTACT,), actions=(ACTION,))


def read(*contacts: Contact, actions: tuple[Action, ...] = (ACTION,)) -> Record:
    return Record(article=ARTICLE, contacts=contacts, actions=actions)


def test_gold_against_itself_is_perfect() -> None:
    report = score_records([GOLD], [GOLD])
    for figures in (report.contacts, report.actions):
        assert (figures.precision, figures.recall, figures.f1, figures.strict_f1) == (1, 1, 1, 1)
    assert report.contacts.false_held == 0
    assert all(report.contacts.accuracy(name) == 1 for name in report.contacts.right)
    assert report.cases == ()


def test_the_sides_of_a_contact_may_be_crossed_but_not_those_of_an_accusation() -> None:
    crossed = replace(CONTACT, a=CONTACT.b, b=CONTACT.a)
    turned = replace(ACTION, actors=ACTION.recipients, recipients=ACTION.actors)
    report = score_records([GOLD], [read(crossed, actions=(turned,))])
    assert report.contacts.matched == 1
    assert report.actions.matched == 0


def test_other_words_are_another_claim() -> None:
    moved = replace(CONTACT, evidence=Evidence.take("art-1", TEXT, 50, 60))
    assert score_records([GOLD], [read(moved)]).contacts.matched == 0


def test_an_unknown_state_agrees_only_with_an_unknown_one() -> None:
    vague = replace(CONTACT, b=(replace(USA, state="UNK"),))
    assert score_records([GOLD], [read(vague)]).contacts.matched == 0


def test_a_refusal_told_as_held_is_false_held() -> None:
    report = score_records([GOLD], [read(replace(CONTACT, status=Status.HELD))])
    assert (report.contacts.false_held, report.contacts.not_held) == (1, 1)
    assert report.cases[0].kind == "false held"


def test_a_second_claim_that_says_held_counts_even_beside_the_right_one() -> None:
    other = replace(CONTACT, status=Status.CANCELLED, mode=Mode.CALL)
    gold = replace(GOLD, contacts=(CONTACT, other))
    wrong = replace(CONTACT, status=Status.HELD, mode=Mode.VISIT)
    assert score_records([gold], [read(CONTACT, wrong)]).contacts.false_held == 1


def test_fields_are_counted_one_by_one() -> None:
    changed = replace(
        CONTACT,
        mode=Mode.CALL,
        when=None,
        where=None,
        according_to=(),
        b=(replace(USA, rank=Rank.LEADER),),
    )
    figures = score_records([GOLD], [read(changed)]).contacts
    wrong = {name for name, count in figures.right.items() if count == 0}
    assert wrong == {"kind", "when", "where", "according_to", "rank"}
    assert figures.strict_f1 == 0


def test_the_article_before_a_voucher_s_name_does_not_matter() -> None:
    plain = replace(CONTACT, according_to=("State Department",))
    assert score_records([GOLD], [read(plain)]).contacts.accuracy("according_to") == 1


def test_an_article_without_prediction_is_refused() -> None:
    with pytest.raises(GoldError, match="has no prediction"):
        score_records([GOLD], [])


def test_a_report_is_shown_as_a_table_and_as_json() -> None:
    report = score_records([GOLD], [read(replace(CONTACT, status=Status.HELD))])
    text = render_report(report)
    assert "false held" in text
    assert "1 of 1" in text
    assert "refused" in render_confusion(report.contacts, "status")
    assert "Lavrov (RUS, minister)" in render_case(report.cases[0])
    assert report_to_json(report)["contacts"]["false_held_share"] == 1.0
