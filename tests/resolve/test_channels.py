"""How a channel stands as of a day, and why; who refused; silences; what turned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from detente.errors import LexiconError
from detente.lexicon.channel_rules import load_channel_rules
from detente.model.channels import ChangeKind, Channel, ChannelState, Ladder
from detente.model.claims import Contact, Mode, Reason, Status
from detente.model.entries import Entry
from detente.model.parties import Rank
from detente.resolve.changes import find_changes, make_board, make_row
from detente.resolve.channels import make_ladder
from detente.resolve.events import find_events
from detente.resolve.silences import find_chance, measure_silence
from tests.ledger.records import SWE, SWE_LEADER, TUR, TUR_LEADER, contact, when
from tests.resolve.test_events import PAIR, tell

RULES = load_channel_rules()
MINISTERS = (Rank.MINISTER, Rank.MINISTER)


def ladder(*tellings: list[Entry], as_of: str) -> Ladder:
    day = date.fromisoformat(as_of)
    entries = [entry for telling in tellings for entry in telling]
    return make_ladder(find_events(entries, PAIR, as_of=day), PAIR, RULES, as_of=day)


def channel(*tellings: list[Entry], as_of: str = "2024-04-01") -> Channel:
    found = ladder(*tellings, as_of=as_of)
    return next(item for item in found.channels if item.ranks == MINISTERS)


def cued(claim: Contact, cue: str, trigger: str = "meet") -> Contact:
    return replace(claim, reason=Reason(rule="r", trigger=trigger, frame="f", cue=cue))


def test_a_contact_of_late_leaves_the_channel_open() -> None:
    found = channel(tell(contact(at=when("2024-03-09"))))
    assert found.state is ChannelState.OPEN
    assert found.reason == "meeting reported on 2024-03-09"
    assert found.silence is not None
    assert found.silence.days == 23
    assert found.contacts == 1


def test_after_a_season_without_contact_it_is_quiet() -> None:
    found = channel(tell(contact(at=when("2024-03-09"))), as_of="2024-08-01")
    assert (found.state, found.rule) == (ChannelState.QUIET, "no longer in contact")


def test_a_refusal_after_the_last_contact_blocks_it() -> None:
    held = tell(contact(at=when("2024-02-01")), known="2024-02-02")
    refused = tell(cued(contact(Status.REFUSED), "refused"), known="2024-03-10")
    found = channel(held, refused)
    assert found.state is ChannelState.BLOCKED
    assert found.because[0].status is Status.REFUSED
    assert found.last_contact is not None
    assert found.last_contact.day == date(2024, 2, 1)


def test_a_contact_after_the_refusal_leaves_it_strained() -> None:
    refused = tell(contact(Status.REFUSED), known="2024-02-10")
    held = tell(contact(at=when("2024-03-01")), known="2024-03-02")
    assert channel(refused, held).state is ChannelState.STRAINED


def test_as_of_a_day_before_the_refusal_it_was_open() -> None:
    held = tell(contact(at=when("2024-02-01")), known="2024-02-02")
    refused = tell(contact(Status.REFUSED), known="2024-03-10")
    assert channel(held, refused, as_of="2024-03-09").state is ChannelState.OPEN


def test_a_plan_a_request_or_a_possibility_never_opens_a_channel() -> None:
    for status in (Status.PLANNED, Status.PROPOSED, Status.POSSIBLE):
        found = channel(tell(contact(status, at=when("2024-04-20"))))
        assert found.state is ChannelState.UNKNOWN
        assert found.last_contact is None
        assert found.contacts == 0


def test_a_disputed_contact_never_opens_a_channel() -> None:
    held = tell(contact(at=when("2024-03-09")))
    denied = tell(contact(Status.DENIED, at=when("2024-03-09")), outlet="The Lamp")
    found = channel(held, denied)
    assert found.state is ChannelState.STRAINED
    assert found.last_contact is None


def test_a_silence_told_in_words_is_quiet_and_its_day_is_the_last_contact() -> None:
    absent = tell(contact(Status.ABSENT, Mode.TALKS, at=when("2024-02-15", None)))
    found = channel(absent)
    assert (found.state, found.rule) == (ChannelState.QUIET, "said to be silent")
    assert found.last_contact is not None
    assert found.last_contact.is_implied
    assert found.last_contact.day == date(2024, 2, 15)


def test_ties_cut_stay_severed_through_a_meeting_until_they_are_resumed() -> None:
    cut = contact(Status.SUSPENDED, Mode.TIES, a=(SWE,), b=(TUR,), trigger="severed")
    tellings = [
        tell(cut, known="2020-01-01"),
        tell(contact(a=(SWE,), b=(TUR,)), known="2024-03-01"),
    ]
    assert ladder(*tellings, as_of="2024-04-01").overall.state is ChannelState.SEVERED
    back = contact(Status.RESUMED, Mode.TIES, a=(SWE,), b=(TUR,))
    tellings.append(tell(back, known="2024-03-20"))
    assert ladder(*tellings, as_of="2024-04-01").overall.state is ChannelState.OPEN


def test_an_expulsion_strains_and_a_recall_suspends() -> None:
    expelled = contact(Status.SUSPENDED, Mode.TIES, a=(SWE,), b=(TUR,), trigger="expelled")
    recalled = contact(Status.SUSPENDED, Mode.TIES, a=(SWE,), b=(TUR,), trigger="recalled")
    assert ladder(tell(expelled), as_of="2024-04-01").overall.state is ChannelState.STRAINED
    assert ladder(tell(recalled), as_of="2024-04-01").overall.state is ChannelState.SUSPENDED


def test_a_standing_line_is_open() -> None:
    line = contact(Status.ONGOING, Mode.CHANNEL)
    assert channel(tell(line)).state is ChannelState.OPEN


def test_a_contact_called_off_is_strained_until_set_anew() -> None:
    off = tell(contact(Status.CANCELLED), known="2023-12-01")
    assert channel(off).rule == "called off"
    anew = tell(contact(Status.PLANNED, at=when("2024-04-20")), known="2024-03-20")
    assert channel(off, anew).state is not ChannelState.STRAINED


def test_nothing_but_old_refusals_is_quiet() -> None:
    assert channel(tell(contact(Status.REFUSED), known="2020-01-01")).state is ChannelState.QUIET


def test_plans_are_next_until_their_day_and_then_overdue() -> None:
    plan = tell(contact(Status.PLANNED, at=when("2024-03-20")))
    ahead, past = channel(plan, as_of="2024-03-15"), channel(plan, as_of="2024-03-25")
    assert ahead.next_planned is not None
    assert ahead.overdue is None
    assert past.next_planned is None
    assert past.overdue is not None


def test_a_plan_is_not_next_once_a_contact_was_called_off_after_it() -> None:
    plan = tell(contact(Status.PLANNED, at=when("2024-06-12")), known="2024-03-01")
    off = tell(contact(Status.CANCELLED, Mode.VISIT), known="2024-03-24", outlet="The Lamp")
    anew = tell(contact(Status.PLANNED, at=when("2024-06-20")), known="2024-03-28", outlet="X")
    assert channel(plan).next_planned is not None
    assert channel(plan, off).next_planned is None
    found = channel(plan, off, anew).next_planned
    assert found is not None
    assert found.best.id == anew[0].id


@pytest.mark.parametrize(
    ("mode", "cue", "asker", "refuser"),
    [
        (Mode.MEETING, "n’t get", "SWE", "TUR"),
        (Mode.LETTER, "rejected", "SWE", "TUR"),
        (Mode.MEETING, "refused", "TUR", "SWE"),
        (Mode.MEETING, "ruled out", "TUR", "SWE"),
        (Mode.TALKS, "n’t interested", "TUR", "SWE"),
        (Mode.TALKS, "xyz", None, None),
    ],
)
def test_who_asked_and_who_refused_follows_from_the_cue(
    mode: Mode, cue: str, asker: str | None, refuser: str | None
) -> None:
    (refusal,) = channel(tell(cued(contact(Status.REFUSED, mode), cue))).refusals
    assert (refusal.asker, refusal.refuser) == (asker, refuser)


def test_ranks_that_are_not_reported_are_named() -> None:
    found = ladder(tell(contact(at=when("2024-03-09"))), as_of="2024-04-01")
    assert Rank.LEADER in found.unreported
    assert Rank.MINISTER not in found.unreported


def test_higher_ranks_come_first() -> None:
    found = ladder(
        tell(
            contact(at=when("2024-03-09")),
            contact(a=(SWE_LEADER,), b=(TUR_LEADER,), at=when("2024-03-09"), quote="They met."),
            contact(a=(SWE,), b=(TUR,), at=when("2024-03-09"), quote="Talks were held."),
        ),
        as_of="2024-04-01",
    )
    assert [item.ranks[0] for item in found.channels if item.ranks] == [
        Rank.LEADER,
        Rank.MINISTER,
        Rank.GOVERNMENT,
    ]


def test_too_few_contacts_tell_nothing_of_what_is_usual() -> None:
    days = [date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1)]
    found = measure_silence(days, date(2024, 4, 1))
    assert found is not None
    assert (found.days, found.usual, found.chance) == (31, None, None)


def test_the_chance_of_a_silence_is_the_documented_one() -> None:
    days = [date(2024, 1, 1) + timedelta(days=10 * n) for n in range(5)]
    found = measure_silence(days, days[-1] + timedelta(days=40))
    assert found is not None
    assert (found.usual, found.longest, found.chance) == (10, 10, 0.0625)  # (40 / 80) ** 4


def test_a_longer_silence_is_never_likelier() -> None:
    chances = [find_chance([10, 30, 7], silent) for silent in range(0, 400, 20)]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] == 1.0


def test_an_unusual_silence_is_quiet_though_it_is_short() -> None:
    weekly = [
        tell(contact(at=when(str(date(2024, 1, 1) + timedelta(days=3 * n)))), outlet=str(n))
        for n in range(20)
    ]
    found = channel(*weekly, as_of="2024-04-01")
    assert (found.state, found.rule) == (ChannelState.QUIET, "unusually silent")


def changes(*tellings: list[Entry], since: str, as_of: str) -> list[tuple[ChangeKind, str]]:
    entries = [entry for telling in tellings for entry in telling]
    events = find_events(entries, PAIR, as_of=date.fromisoformat(as_of))
    row, before = make_row(
        events, PAIR, RULES, as_of=date.fromisoformat(as_of), since=date.fromisoformat(since)
    )
    assert find_changes(events, row.ladder, before, RULES) == row.changes
    return [(change.kind, str(change.day)) for change in row.changes if change.event]


def test_a_contact_after_a_season_is_a_first_one() -> None:
    old = tell(contact(at=when("2023-10-01")), known="2023-10-02")
    new = tell(contact(at=when("2024-03-09")))
    found = changes(old, new, since="2024-03-01", as_of="2024-04-01")
    assert (ChangeKind.FIRST_CONTACT, "2024-03-10") in found  # the day it was first reported
    assert (ChangeKind.STATE, "2024-03-09") in found


def test_a_refusal_is_a_turn_once() -> None:
    refused = tell(contact(Status.REFUSED), known="2024-03-10")
    assert (ChangeKind.REFUSAL, "2024-03-10") in changes(
        refused, since="2024-03-01", as_of="2024-04-01"
    )
    assert changes(refused, since="2024-03-11", as_of="2024-04-01") == []


def test_old_news_told_again_is_no_turn() -> None:
    told = tell(contact(Status.SUSPENDED, Mode.TIES, at=when("2012")), known="2024-03-10")
    found = changes(told, since="2024-03-01", as_of="2024-04-01")
    assert ChangeKind.SUSPENSION not in [kind for kind, _ in found]


def test_the_most_changed_pair_stands_first_and_unknown_states_are_left_out() -> None:
    as_of, since = date(2024, 4, 1), date(2024, 3, 1)
    calm = find_events(tell(contact(at=when("2024-01-01")), known="2024-01-02"), PAIR)
    refused = find_events(tell(contact(Status.REFUSED), known="2024-03-10"), PAIR)
    board = make_board(
        {("FIN", "SWE"): calm, PAIR: refused, ("SWE", "UNK"): refused, ("SWE", "SWE"): refused},
        RULES,
        as_of=as_of,
        since=since,
    )
    assert [row.ladder.pair for row in board.rows] == [PAIR, ("FIN", "SWE")]
    assert board.rows[0].weight > board.rows[1].weight


def test_a_users_rules_take_the_place_of_the_packaged(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        '[[rule]]\nname = "any"\nstate = "open"\nstatuses = ["refused"]\n'
        'reason = "asked on {day}"\nwhy = "An optimist."\n',
        "utf-8",
    )
    day = date(2024, 4, 1)
    events = find_events(tell(contact(Status.REFUSED)), PAIR)
    found = make_ladder(events, PAIR, load_channel_rules(path), as_of=day)
    assert (found.overall.state, found.overall.reason) == (ChannelState.OPEN, "asked on 2024-03-10")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('state = "ajar"', "state cannot be 'ajar'"),
        ('state = "open"\nuntil = ["spoken"]', "until cannot be 'spoken'"),
        ('state = "open"\nreason = "{who}"', "reason cannot be filled in"),
    ],
)
def test_a_wrong_rule_is_refused_with_its_name(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "mine.toml"
    reason = "" if "reason" in line else 'reason = "r"\n'
    path.write_text(
        f'[[rule]]\nname = "mine"\nstatuses = ["held"]\nwhy = "w"\n{reason}{line}\n', "utf-8"
    )
    with pytest.raises(LexiconError, match=rf"rule 'mine'.*{message}"):
        load_channel_rules(path)


def test_every_rule_says_why() -> None:
    for row in (*RULES.rules, *RULES.refusals, *RULES.weights):
        assert row.why.endswith((".", "!"))


def test_talks_broken_off_since_a_day_were_broken_off_on_it() -> None:
    broken = contact(Status.SUSPENDED, Mode.TALKS, at=when("2024-02-24", None))
    found = channel(tell(broken))
    assert found.state is ChannelState.SUSPENDED
    assert found.because[0].day == date(2024, 2, 24)


def test_formal_ties_that_stand_do_not_mend_talks_that_were_broken_off() -> None:
    broken = contact(Status.SUSPENDED, Mode.TALKS, a=(SWE,), b=(TUR,), at=when("2024-02-24", None))
    ties = contact(Status.ONGOING, Mode.TIES, a=(SWE,), b=(TUR,), quote="Ties stand.")
    line = contact(Status.ONGOING, Mode.CHANNEL, a=(SWE,), b=(TUR,), quote="Clerks still speak.")
    assert ladder(tell(broken, ties), as_of="2024-04-01").overall.state is ChannelState.SUSPENDED
    mended = ladder(tell(broken, ties, line), as_of="2024-04-01").overall
    assert mended.state is not ChannelState.SUSPENDED
    assert mended.last_contact is not None


def test_formal_ties_are_no_contact() -> None:
    ties = contact(Status.ONGOING, Mode.TIES, quote="Ties stand.")
    found = channel(tell(ties))
    assert (found.state, found.last_contact) == (ChannelState.OPEN, None)
