"""The reader end to end on articles of our own, claim by claim."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.model.article import Article
from detente.model.claims import HAPPENED, Contact, EventType, Mode, Status
from detente.model.dates import PartialDate
from detente.model.parties import Rank
from detente.model.records import Record
from detente.model.statements import Period
from detente.pipeline import Reader

EXAMPLES = Path(__file__).parent.parent / "examples"
pytestmark = pytest.mark.model

FREEZE = """Kenyan High Commissioner to India says Delhi will not see him

Kenyan High Commissioner to India Peter Njoroge told The Hindu in an interview published Tuesday \
that he can't get meetings with senior Indian government officials at the Ministry of External \
Affairs.

Njoroge said the Kenyan High Commission still maintains lower-level contacts with the Indian \
government.

Indian Foreign Minister Ravi Menon hasn't spoken with Kenyan Foreign Minister Grace Achieng since \
March 3, and Prime Minister Modi doesn't seem interested in holding talks with Kenyan President \
Daniel Otieno.

"As for me, I'm still sure we should be partners," he said. "Once we were partners. Now we are not \
partners."

While New Delhi and Nairobi still maintain formal diplomatic ties, India has been leading a \
sanctions campaign aimed at isolating Kenya.
"""


@pytest.fixture(scope="module")
def freeze(reader: Reader) -> Record:
    article = Article(
        text=FREEZE, title=FREEZE.split("\n", 1)[0], published=PartialDate("2024-04-16")
    )
    return reader.read(article)


def find(record: Record, states: set[str], mode: Mode) -> Contact:
    found = [
        item
        for item in record.contacts
        if {party.state for party in (*item.a, *item.b)} == states and item.mode is mode
    ]
    assert found, f"no {mode} of {states} in {record.contacts}"
    return found[0]


def test_a_meeting_that_cannot_be_had_is_refused(freeze: Record) -> None:
    contact = find(freeze, {"KEN", "IND"}, Mode.MEETING)
    assert contact.status is Status.REFUSED
    assert contact.a[0].rank is Rank.ENVOY
    assert contact.b[0].rank is Rank.OFFICIAL


def test_what_an_envoy_told_a_newspaper_names_both(freeze: Record) -> None:
    contact = find(freeze, {"KEN", "IND"}, Mode.MEETING)
    assert contact.according_to == ("Peter Njoroge", "The Hindu")


def test_lower_level_contacts_go_on(freeze: Record) -> None:
    contact = find(freeze, {"KEN", "IND"}, Mode.CHANNEL)
    assert contact.status is Status.ONGOING
    assert contact.a[0].rank is Rank.WORKING


def test_not_spoken_since_is_absent_from_that_day(freeze: Record) -> None:
    found = [item for item in freeze.contacts if item.status is Status.ABSENT]
    assert [(str(item.when.start), item.when.end) for item in found if item.when] == [
        ("2024-03-03", None)
    ]
    assert {party.rank for item in found for party in (*item.a, *item.b)} == {Rank.MINISTER}


def test_a_leader_not_interested_refuses(freeze: Record) -> None:
    found = [
        item
        for item in freeze.contacts
        if {party.rank for party in (*item.a, *item.b)} == {Rank.LEADER}
    ]
    assert [item.status for item in found] == [Status.REFUSED]


def test_formal_ties_are_ongoing_in_the_article_s_own_voice(freeze: Record) -> None:
    contact = find(freeze, {"KEN", "IND"}, Mode.TIES)
    assert (contact.status, contact.according_to) == (Status.ONGOING, ())


def test_only_standing_contacts_come_out_as_happening(freeze: Record) -> None:
    happened = {item.mode for item in freeze.contacts if item.status in HAPPENED}
    assert happened == {Mode.CHANNEL, Mode.TIES}


def test_a_sanctions_campaign_is_an_action(freeze: Record) -> None:
    types = {(item.type, item.actors[0].state, item.recipients[0].state) for item in freeze.actions}
    assert (EventType.SANCTION, "IND", "KEN") in types


def test_stances_tell_once_from_now(freeze: Record) -> None:
    stances = [stance for item in freeze.statements for stance in item.stances]
    periods = {(stance.period, stance.negated) for stance in stances if not stance.hedged}
    assert periods == {(Period.FORMERLY, False), (Period.NOW, True)}


def test_every_quote_stands_where_it_says(freeze: Record) -> None:
    evidence = [item.evidence for item in (*freeze.contacts, *freeze.actions)]
    evidence += [item.content for item in freeze.statements]
    assert evidence
    assert all(item.is_in(freeze.article.text) for item in evidence)


def test_without_a_date_nothing_is_invented(reader: Reader) -> None:
    record = reader.read(Article(text=FREEZE))
    starts = {str(item.when.start) for item in record.contacts if item.when and item.when.start}
    assert starts == {"--03-03"}
    assert [issue.kind.value for issue in record.issues] == ["no-date"]


def test_an_article_that_breaks_a_stage_becomes_an_issue(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Record:
        raise RuntimeError("broken")

    monkeypatch.setattr("detente.pipeline.read_record", fail)
    record = reader.read(Article(text="Lavrov met Wang."))
    assert record.contacts == ()
    assert "broken" in record.issues[0].message


def test_reading_twice_gives_the_same(reader: Reader, freeze: Record) -> None:
    assert reader.read(freeze.article) == freeze
