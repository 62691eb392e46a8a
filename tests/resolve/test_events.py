"""Which claims speak of one happening, and what is then known of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import permutations

import pytest

from detente.model.claims import Action, Contact, Mode, Status
from detente.model.entries import Entry, Source
from detente.model.events import Event, make_event_id, parse_event_id
from detente.model.pairs import pairs_of
from detente.model.parties import Rank
from detente.resolve.copies import make_sketch
from detente.resolve.events import find_events
from tests.ledger.records import (
    FIN,
    SWE,
    SWE_LEADER,
    SWE_MINISTER,
    TUR,
    TUR_LEADER,
    TUR_MINISTER,
    contact,
    record,
    when,
)

PAIR = ("SWE", "TUR")


def tell(
    *claims: Contact | Action,
    known: str = "2024-03-10",
    outlet: str = "The Gazette",
    opening: str = "",
) -> list[Entry]:
    """The entries of one article known on a day."""
    told = record(*claims, published=known, outlet=outlet, opening=opening or f"{outlet}, {known}.")
    source = Source(
        article=told.article.id,
        known=date.fromisoformat(known),
        outlet=outlet,
        sketch=make_sketch(told.article.text),
    )
    found: tuple[Contact | Action, ...] = (*told.contacts, *told.actions)
    return [Entry(claim=claim, source=source) for claim in found]


def find(*tellings: list[Entry], as_of: str | None = None) -> tuple[Event, ...]:
    entries = [entry for telling in tellings for entry in telling]
    return find_events(entries, PAIR, as_of=date.fromisoformat(as_of) if as_of else None)


def shape(events: Sequence[Event]) -> list[tuple[str, str, int]]:
    return [(e.what.value, e.status.value, len(e.entries)) for e in events]


def test_two_papers_on_one_meeting_are_one_event_of_two_sources() -> None:
    (event,) = find(
        tell(contact(at=when("2024-03-09"), where="Vilnius")),
        tell(contact(at=when("2024-03-09")), outlet="The Lamp"),
    )
    assert (event.sources, event.where, event.day) == (2, "Vilnius", date(2024, 3, 9))
    assert event.links[0].score > 0.8
    assert "same day" in event.links[0].reason


def test_meetings_on_two_days_are_two_events() -> None:
    events = find(
        tell(contact(at=when("2024-03-01"))),
        tell(contact(at=when("2024-03-09")), outlet="The Lamp"),
    )
    assert shape(events) == [("meeting", "held", 1)] * 2


def test_other_ministers_on_the_same_day_are_another_event() -> None:
    events = find(
        tell(contact(at=when("2024-03-09"))),
        tell(contact(a=(SWE_LEADER,), b=(TUR_LEADER,), at=when("2024-03-09")), outlet="The Lamp"),
    )
    assert len(events) == 2


def test_two_claims_of_one_article_that_the_reader_kept_apart_stay_apart() -> None:
    events = find(
        tell(contact(at=when("2024-03-09")), contact(at=when("2024-03-09"), quote="x y z"))
    )
    assert len(events) == 2


def test_a_plan_becomes_held_when_that_is_reported() -> None:
    plan = tell(contact(Status.PLANNED, at=when("2024-03-20")))
    done = tell(contact(at=when("2024-03-20")), known="2024-03-21", outlet="The Lamp")
    (event,) = find(plan, done)
    assert (event.status, event.took_place) == (Status.HELD, True)
    (before,) = find(plan, done, as_of="2024-03-19")
    assert (before.status, before.took_place) == (Status.PLANNED, False)


def test_a_plan_whose_day_has_passed_is_still_only_a_plan() -> None:
    (event,) = find(tell(contact(Status.PLANNED, at=when("2024-03-20"))), as_of="2025-01-01")
    assert event.status is Status.PLANNED
    assert not event.took_place


def test_a_plan_told_after_a_meeting_is_for_another_one() -> None:
    events = find(
        tell(contact(), known="2024-03-01"),
        tell(contact(Status.PLANNED), known="2024-03-03", outlet="The Lamp"),
    )
    assert shape(events) == [("meeting", "held", 1), ("meeting", "planned", 1)]


def test_a_request_and_its_refusal_are_one_event_that_is_refused() -> None:
    (event,) = find(
        tell(contact(Status.PROPOSED), known="2024-03-01"),
        tell(contact(Status.REFUSED), known="2024-03-03", outlet="The Lamp"),
    )
    assert event.status is Status.REFUSED


def test_a_denied_meeting_is_disputed_and_did_not_take_place() -> None:
    held = tell(contact(at=when("2024-03-09"), according_to=("Swedish officials",)))
    denied = tell(
        contact(Status.DENIED, at=when("2024-03-09"), according_to=("Turkish officials",)),
        outlet="The Lamp",
    )
    (event,) = find(held, denied)
    assert event.is_disputed
    assert not event.took_place
    assert event.status is not Status.HELD
    (dispute,) = event.disputes
    assert dispute.field == "status"
    assert dict(dispute.values) == {"held": (held[0].id,), "denied": (denied[0].id,)}


def test_not_since_a_day_implies_a_contact_on_it_and_is_marked() -> None:
    events = find(tell(contact(Status.ABSENT, Mode.TALKS, at=when("2024-02-15", None))))
    implied, silence = events
    assert (implied.status, implied.is_implied, implied.day) == (
        Status.HELD,
        True,
        date(2024, 2, 15),
    )
    assert (silence.status, silence.is_implied) == (Status.ABSENT, False)
    assert implied.id != silence.id
    assert implied.best.told_as == silence.best.id


def test_an_implied_contact_joins_the_report_of_it_and_is_then_told() -> None:
    events = find(
        tell(contact(at=when("2024-02-15")), known="2024-02-16"),
        tell(contact(Status.ABSENT, Mode.TALKS, at=when("2024-02-15", None)), outlet="The Lamp"),
    )
    held = events[0]
    assert (held.status, held.is_implied, len(held.entries)) == (Status.HELD, False, 2)
    assert not held.best.is_implied


def test_an_answer_in_kind_is_another_event() -> None:
    events = find(
        tell(contact(Status.SUSPENDED, Mode.TIES, a=(SWE,), b=(TUR,)), known="2024-03-01"),
        tell(contact(Status.SUSPENDED, Mode.TIES, a=(TUR,), b=(SWE,)), known="2024-03-03"),
    )
    assert len(events) == 2


def test_a_wire_story_in_two_papers_counts_as_one_source_and_both_stay() -> None:
    story = " ".join(f"word{n}" for n in range(80))
    events = find(
        tell(contact(at=when("2024-03-09")), opening=f"The Gazette. {story}"),
        tell(contact(at=when("2024-03-09")), outlet="The Lamp", opening=f"The Lamp prints {story}"),
    )
    (event,) = events
    assert (event.sources, len(event.entries)) == (1, 2)


def test_two_stories_of_one_paper_count_as_one_source() -> None:
    (event,) = find(
        tell(contact(at=when("2024-03-09")), opening="Morning."),
        tell(contact(at=when("2024-03-09")), opening="Evening."),
    )
    assert (event.sources, len(event.entries)) == (1, 2)


def test_the_highest_rank_named_by_any_claim_counts() -> None:
    (event,) = find(
        tell(contact(a=(SWE,), b=(TUR,), at=when("2024-03-09"))),
        tell(contact(at=when("2024-03-09")), outlet="The Lamp"),
    )
    assert event.ranks == (Rank.MINISTER, Rank.MINISTER)


def test_a_vague_time_does_not_gather_all_reports_of_the_year() -> None:
    events = find(
        tell(contact(at=when("2023")), known="2024-03-10"),
        *[
            tell(contact(), known=day, outlet=day)
            for day in ("2023-02-01", "2023-05-01", "2023-09-01")
        ],
    )
    assert max(len(event.entries) for event in events) <= 2


def test_the_order_of_articles_changes_nothing() -> None:
    tellings = [
        tell(contact(Status.PLANNED, at=when("2024-03-09")), known="2024-03-05"),
        tell(contact(at=when("2024-03-09")), outlet="The Lamp"),
        tell(contact(Status.DENIED, a=(SWE,), b=(TUR,)), outlet="The Post", known="2024-03-11"),
        tell(contact(Status.ABSENT, at=when("2024-02-15", None)), outlet="The Star"),
    ]
    results = {find(*order) for order in permutations(tellings)}
    assert len(results) == 1


def test_the_same_entries_twice_give_the_same_events() -> None:
    told = tell(contact(at=when("2024-03-09")))
    assert find(told, told) == find(told)


def test_no_claim_is_lost() -> None:
    tellings = [
        tell(contact(Status(status), at=when("2024-03-09")), outlet=status)
        for status in ("held", "denied", "planned", "refused", "absent", "ongoing", "suspended")
    ]
    events = find(*tellings)
    kept = {entry.id for event in events for entry in event.entries}
    assert kept == {entry.id for telling in tellings for entry in telling}


def test_a_claim_of_three_states_is_about_each_pair_that_faces_each_other() -> None:
    assert pairs_of(contact(a=(SWE,), b=(TUR, FIN))) == (("FIN", "SWE"), ("SWE", "TUR"))
    assert pairs_of(contact(a=(SWE,), b=(SWE_MINISTER,))) == (("SWE", "SWE"),)
    assert pairs_of(contact(a=(SWE, TUR), b=(TUR_MINISTER,))) == (("SWE", "TUR"),)


def test_an_event_id_names_a_claim_and_a_pair() -> None:
    assert parse_event_id(make_event_id("con-12ab", PAIR)) == ("12ab", PAIR)
    with pytest.raises(ValueError, match="no id of an event"):
        parse_event_id("con-12ab")


def test_the_implied_contact_had_happened_before_the_silence_was_reported() -> None:
    told = tell(contact(Status.ABSENT, Mode.TALKS, at=when("2024-02-15", None)))
    (event,) = find(told, as_of="2024-03-01")
    assert (event.is_implied, event.day) == (True, date(2024, 2, 15))
