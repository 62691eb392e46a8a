"""The opened ledger: both axes of time, corrections, search, things shown, and what is unsound."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text

from detente.book import Ledger
from detente.errors import LedgerError, UsageError
from detente.ledger.database import open_database
from detente.model.channels import ChannelState
from detente.model.claims import Mode, Status
from detente.model.entries import Verdict
from detente.model.records import Record
from detente.model.views import ShownArticle, ShownClaim, ShownEvent
from tests.ledger.records import (
    FIN,
    NEWER,
    SWE,
    TUR,
    action,
    contact,
    new_ledger,
    record,
    when,
)


def fill(location: str, *records: Record) -> Ledger:
    ledger = new_ledger(location)
    for told in records:
        ledger.add(told)
    return ledger


HELD = record(contact(at=when("2024-03-09")), published="2024-03-10")
REFUSED = record(
    contact(Status.REFUSED, quote="Aksoy refused to meet Åkerman."),
    published="2024-04-02",
    outlet="The Lamp",
    opening="A refusal.",
)


def test_as_of_a_day_tells_what_had_happened_by_then(location: str) -> None:
    with fill(location, HELD, REFUSED) as ledger:
        before = ledger.status("SWE", "TUR", as_of=date(2024, 3, 31))
        after = ledger.status("SWE", "TUR", as_of=date(2024, 4, 2))
    assert before.overall.state is ChannelState.OPEN
    assert after.overall.state is ChannelState.BLOCKED


def test_known_by_a_day_tells_what_had_been_reported_by_then(location: str) -> None:
    late = record(contact(at=when("2024-02-01")), published="2024-05-20", opening="A late report.")
    with fill(location, HELD, late) as ledger:
        all_known = ledger.events("SWE", "TUR", as_of=date(2024, 3, 31))
        then_known = ledger.events(
            "SWE", "TUR", as_of=date(2024, 3, 31), known_by=date(2024, 3, 31)
        )
    assert [event.day for event in all_known] == [date(2024, 2, 1), date(2024, 3, 9)]
    assert [event.day for event in then_known] == [date(2024, 3, 9)]


def test_without_a_day_the_last_one_known_is_taken(location: str) -> None:
    with fill(location, HELD, REFUSED) as ledger:
        assert ledger.status("Turkey", "sweden").as_of == date(2024, 4, 2)
        assert ledger.last_day(known_by=date(2024, 3, 31)) == date(2024, 3, 10)


def test_an_article_dated_after_its_recording_was_known_when_it_was_recorded(location: str) -> None:
    with fill(location, record(contact(), published="2031-01-01")) as ledger:
        assert ledger.last_day() == date(2024, 6, 1)


def test_an_article_of_a_month_counts_as_known_at_its_end(location: str) -> None:
    with fill(location, record(contact(), published="2024-03")) as ledger:
        assert ledger.last_day() == date(2024, 3, 31)


def test_an_empty_ledger_says_so(location: str) -> None:
    with new_ledger(location) as ledger, pytest.raises(LedgerError, match="holds no article"):
        ledger.status("SWE", "TUR")


def test_an_unknown_state_is_refused_with_the_nearest(location: str) -> None:
    with (
        fill(location, HELD) as ledger,
        pytest.raises(UsageError, match=r"did you mean Sweden \(SWE\)"),
    ):
        ledger.status("Sweeden", "TUR")


def test_the_order_of_adding_changes_no_answer(tmp_path_factory: pytest.TempPathFactory) -> None:
    answers = []
    for order in ((HELD, REFUSED), (REFUSED, HELD)):
        location = str(tmp_path_factory.mktemp("order") / "ledger.db")
        with fill(location, *order) as ledger:
            answers.append(
                (ledger.status("SWE", "TUR"), ledger.board(), ledger.events("SWE", "TUR"))
            )
    assert answers[0] == answers[1]


def test_only_the_latest_reading_counts(location: str) -> None:
    again = record(contact(Status.DENIED, at=when("2024-03-09")), stamp=NEWER)
    with fill(location, HELD, again) as ledger:
        (event,) = ledger.events("SWE", "TUR")
        assert event.status is Status.DENIED
        shown = ledger.show(HELD.contacts[0].id)
        assert isinstance(shown, ShownClaim)
        assert shown.is_superseded


def test_a_rejected_claim_no_longer_counts_and_stays_to_be_seen(location: str) -> None:
    claim = HELD.contacts[0].id
    with fill(location, HELD) as ledger:
        ledger.correct(claim, Verdict.REJECT, reason="a namesake", author="Ada")
        assert ledger.events("SWE", "TUR") == ()
        shown = ledger.show(claim)
        assert isinstance(shown, ShownClaim)
        assert shown.corrections[0].reason == "a namesake"
        assert ledger.get_record(HELD.article.id) == HELD
        ledger.correct(claim, Verdict.RESTORE, reason="no namesake", author="Ben")
        assert len(ledger.events("SWE", "TUR")) == 1
        assert len(ledger.find_corrections()) == 2


def test_an_amended_claim_counts_as_amended_and_keeps_its_id(location: str) -> None:
    claim = HELD.contacts[0].id
    with fill(location, HELD) as ledger:
        ledger.correct(
            claim,
            Verdict.AMEND,
            reason="it was off",
            author="Ada",
            changes={"status": "cancelled", "when": "2024-03", "where": "Rome", "mode": "call"},
        )
        (event,) = ledger.events("SWE", "TUR")
        assert (event.status, event.what, event.where) == (Status.CANCELLED, Mode.CALL, "Rome")
        assert event.best.id == claim
        assert event.best.claim.evidence == HELD.contacts[0].evidence
        assert ledger.check() == ()


def test_a_claim_with_another_state_moves_to_its_pair(location: str) -> None:
    with fill(location, HELD) as ledger:
        ledger.correct(
            HELD.contacts[0].id,
            Verdict.AMEND,
            reason="the other Aksoy",
            author="Ada",
            changes={"party:Aksoy": "FIN envoy"},
        )
        assert ledger.events("SWE", "TUR") == ()
        (event,) = ledger.events("SWE", "FIN")
        assert ("FIN", "SWE") in ledger.find_pairs()
        assert event.best.claim.status is Status.HELD


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"status": "met"}, "'met' is not a valid Status"),
        ({"when": "soon"}, "is not an ISO date"),
        ({"party:Lavrov": "RUS"}, "no party has the words 'Lavrov'; there are: Åkerman; Aksoy"),
        ({"party:Aksoy": "turkey"}, "is no code of a state"),
        ({"type": "AID"}, "a contact has no type"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(
    location: str, changes: dict[str, str], message: str
) -> None:
    with fill(location, HELD) as ledger:
        with pytest.raises(LedgerError, match=message):
            ledger.correct(
                HELD.contacts[0].id, Verdict.AMEND, reason="r", author="a", changes=changes
            )
        assert ledger.find_corrections() == ()


def test_a_correction_of_nothing_is_refused(location: str) -> None:
    with fill(location, HELD) as ledger, pytest.raises(LedgerError, match="is no claim"):
        ledger.correct("con-none", Verdict.REJECT, reason="r", author="a")


def test_everything_can_be_shown_by_the_beginning_of_its_id(location: str) -> None:
    with fill(location, HELD, REFUSED) as ledger:
        claim = HELD.contacts[0].id
        for event in ledger.events("SWE", "TUR"):
            shown = ledger.show(event.id)
            assert isinstance(shown, ShownEvent)
            assert shown.event == event
        assert isinstance(ledger.show(claim[:10]), ShownClaim)
        assert isinstance(ledger.show(HELD.article.id[:10]), ShownArticle)
        with pytest.raises(LedgerError, match="is no claim, event or article"):
            ledger.show("zzzz")
        with pytest.raises(LedgerError, match="is no claim, event or article"):
            ledger.show("con-")


def test_an_implied_event_can_be_shown(location: str) -> None:
    told = record(contact(Status.ABSENT, Mode.TALKS, at=when("2024-02-15", None)))
    with fill(location, told) as ledger:
        implied = ledger.events("SWE", "TUR")[0]
        shown = ledger.show(implied.id)
    assert isinstance(shown, ShownEvent)
    assert shown.event.is_implied


def test_search_finds_forms_phrases_and_leaves_out(location: str) -> None:
    with fill(location, HELD, REFUSED) as ledger:
        found = [hit.source.article for hit in ledger.search("refusing")]
        assert found == [REFUSED.article.id]
        assert {h.source.article for h in ledger.search("Aksoy")} == {
            HELD.article.id,
            REFUSED.article.id,
        }
        assert [h.source.article for h in ledger.search("Aksoy -refusal")] == [HELD.article.id]
        assert ledger.search('"Aksoy Åkerman"') == ()
        assert ledger.search('"met Aksoy"')[0].claims == 1
        assert ("Aksoy", True) in ledger.search("Aksoy")[0].excerpt


def test_search_takes_filters(location: str) -> None:
    with fill(location, HELD, REFUSED) as ledger:
        assert len(ledger.search("Aksoy", outlet="the lamp")) == 1
        assert len(ledger.search("Aksoy", since=date(2024, 4, 1))) == 1
        assert len(ledger.search("Aksoy", until=date(2024, 3, 31))) == 1
        assert len(ledger.search("Aksoy", states=("Sweden", "TUR"))) == 2
        assert ledger.search("Aksoy", states=("FIN",)) == ()
        assert len(ledger.search("Aksoy", limit=1)) == 1


@pytest.mark.parametrize("words", ["", "   ", '""', "-", "-refusal", "'"])
def test_a_search_for_no_word_is_refused(location: str, words: str) -> None:
    with fill(location, HELD) as ledger, pytest.raises(UsageError, match="no word to look for"):
        ledger.search(words)


@pytest.mark.parametrize(
    "words", ["Aksoy (", 'Aksoy" OR', "Aksoy NEAR/2", "Aksoy: *", "Aksoy; DROP"]
)
def test_no_signs_in_a_search_break_it(location: str, words: str) -> None:
    with fill(location, HELD) as ledger:
        assert len(ledger.search(words)) <= 1


def test_a_sound_ledger_has_no_problems(location: str) -> None:
    told = record(contact(a=(SWE,), b=(TUR, FIN)), action(), opening="Three states.")
    with fill(location, HELD, REFUSED, told) as ledger:
        assert ledger.check() == ()


BREAKS = [
    ("articles", "UPDATE article SET text = 'Another text.' WHERE seq = 1"),
    ("articles", "UPDATE article SET known = '2001-01-01' WHERE seq = 1"),
    ("evidence", "UPDATE claim SET quote_start = 3 WHERE reading = 1"),
    ("sides", "UPDATE party SET side = 0, position = 7 WHERE side = 1 AND reading = 1"),
    ("pairs", "UPDATE pair SET state_2 = 'XXX' WHERE reading = 1"),
    (
        "corrections",
        "INSERT INTO correction (claim, verdict, changes, reason, author, recorded)"
        " VALUES ('con-x', 'reject', '{}', 'r', 'a', '2024-01-01')",
    ),
    ("readings", "DELETE FROM reading WHERE seq = 1"),
]


@pytest.mark.parametrize(("check", "damage"), BREAKS)
def test_each_damage_is_found(location: str, check: str, damage: str) -> None:
    with fill(location, HELD) as ledger:
        database = open_database(location)
        with database.write() as conn:
            if conn.dialect.name == "sqlite":
                conn.execute(text("PRAGMA defer_foreign_keys = ON"))
                names = conn.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
                for name in list(names.scalars()):
                    conn.execute(text(f"DROP TRIGGER {name}"))
            else:
                conn.execute(text("SET session_replication_role = 'replica'"))
            if check == "readings":
                for table in ("pair", "party", "claim"):
                    conn.execute(text(f"DELETE FROM {table}"))
            conn.execute(text(damage))
        database.close()
        assert check in {problem.check for problem in ledger.check()}
