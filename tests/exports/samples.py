"""Events made by hand for the tests of exports, and strategies for any events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from detente.exports.outcome import Material
from detente.model.article import Article
from detente.model.channels import Change, ChangeKind
from detente.model.claims import Action, Contact, Reason, Status
from detente.model.dates import PartialDate
from detente.model.entries import Correction, Entry, Source, Verdict
from detente.model.events import Event
from detente.model.pairs import Pair, pairs_of
from detente.model.parties import Rank
from detente.resolve.events import find_events

from ..ledger.records import TUR, contact, record, when
from ..strategies import TEXT, actions, contacts, maybe_words, partial_dates, words

SUBJECT = "subject – verb – noun with other"
KNOWN = date(2024, 3, 10)
URL = "https://gazette.example/1?a=1&b=2"


def cued(claim: Contact, trigger: str, cue: str | None = None, *, frame: str = SUBJECT) -> Contact:
    """The claim with another reason."""
    return replace(claim, reason=Reason(rule="r", trigger=trigger, frame=frame, cue=cue))


def tell(
    *claims: Contact | Action, outlet: str = "The Gazette", url: str | None = URL
) -> tuple[list[Entry], Article]:
    """The entries of one article, and the article."""
    told = record(*claims, outlet=outlet, opening=f"{outlet} reports.")
    source = Source(
        article=told.article.id,
        known=KNOWN,
        title=told.article.title,
        outlet=outlet,
        published=PartialDate("2024-03-10"),
        url=url,
    )
    entries = [Entry(claim=claim, source=source) for claim in (*told.contacts, *told.actions)]
    return entries, told.article


def find_all(entries: Iterable[Entry]) -> tuple[Event, ...]:
    """The events of all pairs."""
    by_pair: dict[Pair, list[Entry]] = {}
    for entry in entries:
        for pair in pairs_of(entry.claim):
            by_pair.setdefault(pair, []).append(entry)
    return tuple(event for pair in sorted(by_pair) for event in find_events(by_pair[pair], pair))


def make_material(*tellings: tuple[list[Entry], Article]) -> Material:
    """What an export is made from."""
    return Material(
        events=find_all(entry for entries, _ in tellings for entry in entries),
        as_of=KNOWN,
        version="9.9",
        articles={article.id: article for _, article in tellings},
    )


def export_of(*claims: Contact | Action) -> Material:
    """What an export is made from where one article makes these claims."""
    return make_material(tell(*claims))


def dispute() -> Material:
    """A meeting with two states, of which one claim denies the one with Turkey."""
    held = contact(b=(TUR, replace(TUR, text="Finland", state="FIN")), at=when("2024-03-02"))
    denied = contact(Status.DENIED, b=(TUR,), at=when("2024-03-02"), quote="Ankara denied it.")
    return export_of(held, denied)


def find_event(*claims: Contact | Action) -> Event:
    """The one event of these claims."""
    (event,) = export_of(*claims).events
    return event


@st.composite
def _entries(draw: st.DrawFn) -> Entry:
    claim = draw(contacts | actions)
    claim = replace(claim, confidence=draw(st.none() | st.floats(0, 1)))
    source = Source(
        article=claim.evidence.article,
        known=draw(st.dates(date(1990, 1, 1), date(2030, 1, 1))),
        title=draw(maybe_words),
        outlet=draw(maybe_words),
        published=draw(st.none() | partial_dates()),
        url=draw(maybe_words),
        sketch=draw(st.binary(max_size=8)),
    )
    correction = Correction(
        claim=claim.id,
        verdict=draw(st.sampled_from([Verdict.AMEND, Verdict.RESTORE])),
        reason=draw(words),
        author=draw(words),
        recorded="2024-06-01T12:00:00+00:00",
        changes=draw(st.dictionaries(words, words, max_size=2)),
    )
    return Entry(claim=claim, source=source, correction=draw(st.none() | st.just(correction)))


@st.composite
def materials(draw: st.DrawFn) -> Material:
    """Any claims of one article, as events of all their pairs."""
    entries = draw(st.lists(_entries(), max_size=6, unique_by=lambda entry: entry.id))
    return Material(
        events=find_all(entries),
        as_of=KNOWN,
        version="9.9",
        articles={"art-1": Article(text=TEXT, given_id="art-1")},
    )


changes = st.builds(
    Change,
    kind=st.sampled_from(ChangeKind),
    day=st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    pair=st.sampled_from([("RUS", "USA"), ("SWE", "TUR"), ("RUS", "RUS")]),
    ranks=st.none() | st.tuples(st.sampled_from(Rank), st.sampled_from(Rank)),
    text=words,
    weight=st.integers(0, 8),
)
NOT_DONE = tuple(
    status for status in Status if status not in (Status.HELD, Status.ONGOING, Status.RESUMED)
)
