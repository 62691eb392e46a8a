"""What contacts and actions are in PLOVER and CAMEO, who does it, and what has no code."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from detente.errors import LexiconError
from detente.exports.codes import (
    DISPUTED,
    IMPLIED,
    NO_ACTOR,
    Coding,
    NoCode,
    code_claim,
    code_event,
)
from detente.exports.rows import ContactRow, check_codes, load_codes
from detente.model.claims import HAPPENED, EventType, Mode, Reason, Status
from detente.model.events import Event

from ..ledger.records import FIN, SWE, TUR, action, contact, when
from .samples import cued, export_of, find_event

HELD = contact()


def code(claim: object) -> Coding:
    found = code_claim(claim)  # type: ignore[arg-type]
    assert isinstance(found, Coding)
    return found


def why(claim: object) -> str:
    found = code_claim(claim)  # type: ignore[arg-type]
    assert isinstance(found, NoCode)
    return found.reason


@pytest.mark.parametrize(
    ("mode", "status", "expected"),
    [
        (Mode.MEETING, Status.HELD, ("CONSULT", None, "040", "both")),
        (Mode.CALL, Status.HELD, ("CONSULT", "phone", "041", "both")),
        (Mode.VISIT, Status.HELD, ("CONSULT", "visit", "042", "a")),
        (Mode.LETTER, Status.HELD, ("CONSULT", None, "040", "a")),
        (Mode.SUMMONS, Status.HELD, ("ACCUSE", "disapprove", "110", "a")),
        (Mode.CHANNEL, Status.ONGOING, ("CONSULT", None, "040", "both")),
        (Mode.TIES, Status.RESUMED, ("SUPPORT", None, "050", "both")),
        (Mode.VISIT, Status.PLANNED, ("AGREE", None, "036", "both")),
        (Mode.TALKS, Status.PROPOSED, ("REQUEST", "meet", "026", "a")),
        (Mode.VISIT, Status.CANCELLED, ("REJECT", "meet", "161", "a")),
        (Mode.TALKS, Status.SUSPENDED, ("SANCTION", "discontinue", "164", "a")),
        (Mode.TIES, Status.SUSPENDED, ("SANCTION", "discontinue", "161", "a")),
    ],
)
def test_a_contact_has_the_code_of_its_mode_and_status(
    mode: Mode, status: Status, expected: tuple[str, str | None, str, str]
) -> None:
    found = code(cued(contact(status, mode), "trigger"))
    assert (found.event, found.mode, found.cameo.code, found.actor) == expected


@pytest.mark.parametrize(
    ("trigger", "mode", "cameo"),
    [("expelled", "expel", "161"), ("recalled", "withdraw", "161"), ("cut", "discontinue", "161")],
)
def test_ties_are_cut_in_several_ways(trigger: str, mode: str, cameo: str) -> None:
    found = code(cued(contact(Status.SUSPENDED, Mode.TIES), trigger))
    assert (found.mode, found.cameo.code) == (mode, cameo)


def test_negotiation_needs_the_word() -> None:
    talks = contact(mode=Mode.TALKS)
    assert code(cued(talks, "talks")).cameo.code == "040"
    assert code(cued(talks, "negotiated")).cameo.code == "046"


def test_a_demand_to_meet_is_no_appeal() -> None:
    asked = contact(Status.PROPOSED)
    assert code(cued(asked, "meeting", "proposed")).cameo.goldstein == 4.0
    assert code(cued(asked, "meeting", "demanded")).cameo.goldstein == -5.0


@pytest.mark.parametrize(("cue", "actor"), [("refused", "a"), ("cannot get", "b")])
def test_who_refuses_follows_from_the_words_of_the_refusal(cue: str, actor: str) -> None:
    found = code(cued(contact(Status.REFUSED), "meeting", cue))
    assert (found.event, found.mode, found.cameo.code, found.actor) == (
        "REJECT",
        "meet",
        "125",
        actor,
    )


@pytest.mark.parametrize(
    "claim",
    [
        cued(contact(Status.REFUSED), "meeting", "fell through"),
        cued(contact(Status.CANCELLED), "meeting", "cancelled", frame="noun between A and B"),
        cued(contact(Status.SUSPENDED, Mode.TALKS), "talks", "collapsed", frame="noun"),
        replace(contact(Status.CANCELLED), reason=None),
    ],
)
def test_an_act_whose_actor_is_not_told_has_no_code(claim: object) -> None:
    assert why(claim) == NO_ACTOR


@pytest.mark.parametrize("status", [Status.ABSENT, Status.DENIED, Status.POSSIBLE])
def test_what_did_not_take_place_or_may_not_has_no_code(status: Status) -> None:
    for mode in Mode:
        assert f"reported {status}" in why(contact(status, mode))
    for kind in EventType:
        assert f"reported {status}" in why(replace(action(kind), status=status))


def test_only_what_took_place_is_coded_as_consulting() -> None:
    triggers = ("meet", "negotiate", "recall", "expel", "demand", "recognise")
    for mode, status, trigger in product(Mode, Status, triggers):
        found = code_claim(cued(contact(status, mode), trigger, "refused"))
        if isinstance(found, Coding) and (
            found.event == "CONSULT" or found.cameo.code.startswith("04")
        ):
            assert status in HAPPENED


def test_three_states_make_a_meeting_multilateral() -> None:
    assert code(contact(b=(TUR, FIN))).mode == "multilateral"
    assert code(contact(b=(TUR, replace(TUR, text="Ankara")))).mode is None


def test_topics_become_contexts_after_the_diplomatic_one() -> None:
    topics = ("trade", "grain", "economy", "terrorism")
    assert code(replace(HELD, topics=topics)).contexts == ("diplomatic", "economic", "terrorism")


@pytest.mark.parametrize(
    ("kind", "trigger", "mode", "cameo"),
    [
        (EventType.ACCUSE, "accused", "allege", "112"),
        (EventType.ACCUSE, "condemned", "disapprove", "111"),
        (EventType.REQUEST, "demanded", None, "100"),
        (EventType.REQUEST, "urged", None, "020"),
        (EventType.COERCE, "deported", "deport", "174"),
        (EventType.ASSAULT, "invasion", None, "190"),
        (EventType.ASSAULT, "attack", None, "180"),
        (EventType.SANCTION, "sanctions", "discontinue", "163"),
    ],
)
def test_an_action_has_the_code_of_its_words(
    kind: EventType, trigger: str, mode: str | None, cameo: str
) -> None:
    claim = replace(action(kind), reason=Reason(rule="r", trigger=trigger, frame="f"))
    found = code(claim)
    assert (found.event, found.mode, found.cameo.code) == (kind.value, mode, cameo)


def test_every_type_has_a_code() -> None:
    assert {code(action(kind)).event for kind in EventType} == {kind.value for kind in EventType}


@pytest.mark.parametrize(
    ("kind", "event"),
    [
        (EventType.AID, "AGREE"),
        (EventType.RETREAT, "CONCEDE"),
        (EventType.SANCTION, None),
        (EventType.ASSAULT, None),
    ],
)
def test_a_planned_action_is_an_intention_or_has_no_code(
    kind: EventType, event: str | None
) -> None:
    found = code_claim(replace(action(kind), status=Status.PLANNED))
    assert (found.event if isinstance(found, Coding) else None) == event


def test_an_accord_is_done_by_both() -> None:
    found = code(replace(action(EventType.SUPPORT), actors=(SWE, TUR), recipients=(SWE, TUR)))
    assert found.actor == "both"
    assert found.mirror == found.cameo


@pytest.mark.parametrize(
    ("kind", "quad", "gdelt"),
    [
        (EventType.SUPPORT, 1, 1),
        (EventType.CONCEDE, 1, 2),
        (EventType.AID, 2, 2),
        (EventType.REQUEST, 3, 1),
        (EventType.THREATEN, 3, 3),
        (EventType.SANCTION, 4, 4),
    ],
)
def test_quad_classes_follow_each_scheme_s_own_rule(kind: EventType, quad: int, gdelt: int) -> None:
    found = code(action(kind))
    assert (found.quad, found.gdelt_quad) == (quad, gdelt)


def test_a_contact_that_another_claim_denies_has_no_code() -> None:
    event = find_event(
        contact(at=when("2024-03-02")),
        contact(Status.DENIED, at=when("2024-03-02"), quote="Turkey denied that they met."),
    )
    assert event.is_disputed
    assert code_event(event) == NoCode(reason=DISPUTED)


def test_a_contact_that_only_a_silence_implies_has_no_code() -> None:
    told = export_of(contact(Status.ABSENT, Mode.TALKS, at=when("2024-02-01", None)))
    implied = [event for event in told.events if event.is_implied]
    assert [code_event(event) for event in implied] == [NoCode(reason=IMPLIED)]


def test_a_plan_that_was_called_off_is_coded_as_that() -> None:
    event: Event = find_event(
        contact(Status.PLANNED, at=when("2024-04-02")),
        cued(contact(Status.CANCELLED, at=when("2024-04-02"), quote="It is off."), "meeting"),
    )
    found = code_event(event)
    assert isinstance(found, Coding)
    assert found.event == "REJECT"


def test_a_row_that_names_an_unknown_code_is_refused() -> None:
    table = load_codes()
    wrong = replace(table.contacts[0], cameo="999")
    with pytest.raises(LexiconError, match="'999' is not known"):
        check_codes(replace(table, contacts=(wrong,)))


def test_our_own_choice_must_be_explained() -> None:
    table = load_codes()
    wrong = replace(table.actions[0], edition="own", why="")
    with pytest.raises(LexiconError, match="our own choice unexplained"):
        check_codes(replace(table, actions=(wrong,)))


def test_what_both_sides_do_has_a_code_from_either() -> None:
    rows: tuple[ContactRow, ...] = load_codes().contacts
    assert [row for row in rows if row.actor == "both" and not row.mirror] == []
