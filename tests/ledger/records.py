"""Records made by hand for the ledger's tests: short articles that claim what is asked for."""

from __future__ import annotations

from datetime import UTC, datetime

from detente.book import Ledger, open_ledger
from detente.model.article import Article
from detente.model.claims import Action, Contact, EventType, Mode, Reason, Status
from detente.model.dates import PartialDate, When
from detente.model.evidence import Evidence
from detente.model.parties import Party, Rank
from detente.model.records import Record, Stamp

NOW = datetime(2024, 6, 1, 12, 0, tzinfo=UTC)
STAMP = Stamp(detente="1", pipeline="p", pipeline_version="1", pipeline_digest="d")
NEWER = Stamp(detente="2", pipeline="p", pipeline_version="1", pipeline_digest="d")

SWE_MINISTER = Party(text="Åkerman", state="SWE", rank=Rank.MINISTER, name="Nils Åkerman")
TUR_MINISTER = Party(text="Aksoy", state="TUR", rank=Rank.MINISTER, name="Levent Aksoy")
SWE_LEADER = Party(text="Lindqvist", state="SWE", rank=Rank.LEADER, name="Eva Lindqvist")
TUR_LEADER = Party(text="Yaldiz", state="TUR", rank=Rank.LEADER, name="Cem Yaldiz")
SWE = Party(text="Sweden", state="SWE", rank=Rank.GOVERNMENT)
TUR = Party(text="Turkey", state="TUR", rank=Rank.GOVERNMENT)
FIN = Party(text="Finland", state="FIN", rank=Rank.GOVERNMENT)


def when(start: str | None, end: str | None = "same") -> When:
    """A time: a point where only ``start`` is given; ``end=None`` leaves it open."""
    last = start if end == "same" else end
    return When(
        start=PartialDate(start) if start else None,
        end=PartialDate(last) if last else None,
        text="then",
    )


def contact(
    status: Status = Status.HELD,
    mode: Mode = Mode.MEETING,
    *,
    a: tuple[Party, ...] = (SWE_MINISTER,),
    b: tuple[Party, ...] = (TUR_MINISTER,),
    at: When | None = None,
    where: str | None = None,
    quote: str = "Åkerman met Aksoy.",
    according_to: tuple[str, ...] = (),
    trigger: str = "meet",
) -> Contact:
    """A contact whose evidence still belongs to no article; `record` puts it into one."""
    return Contact(
        a=a,
        b=b,
        mode=mode,
        status=status,
        when=at,
        where=where,
        according_to=according_to,
        evidence=Evidence(article="", start=0, end=len(quote), quote=quote),
        reason=Reason(rule="mutual", trigger=trigger, frame="subject and object"),
    )


def action(kind: EventType = EventType.SANCTION, *, at: When | None = None) -> Action:
    """An act of Sweden towards Turkey."""
    quote = "Sweden imposed sanctions on Turkish firms."
    return Action(
        actors=(SWE,),
        recipients=(TUR,),
        type=kind,
        status=Status.HELD,
        when=at,
        evidence=Evidence(article="", start=0, end=len(quote), quote=quote),
    )


def record(
    *claims: Contact | Action,
    published: str | None = "2024-03-10",
    outlet: str | None = "The Harbour Gazette",
    opening: str = "A report.",
    given_id: str | None = None,
    stamp: Stamp | None = STAMP,
) -> Record:
    """A record of an article made of an opening line and the quotes of its claims."""
    text = "\n\n".join([opening, *(claim.evidence.quote for claim in claims)])
    article = Article(
        text=text,
        title=opening,
        outlet=outlet,
        published=PartialDate(published) if published else None,
        given_id=given_id,
    )
    placed: list[Contact | Action] = []
    at = len(opening) + 2
    for claim in claims:
        size = len(claim.evidence.quote)
        placed.append(_place(claim, Evidence.take(article.id, text, at, at + size)))
        at += size + 2
    return Record(
        article=article,
        contacts=tuple(item for item in placed if isinstance(item, Contact)),
        actions=tuple(item for item in placed if isinstance(item, Action)),
        stamp=stamp,
    )


def _place(claim: Contact | Action, evidence: Evidence) -> Contact | Action:
    from dataclasses import replace

    return replace(claim, evidence=evidence)


def new_ledger(location: str) -> Ledger:
    """A ledger at a location, whose clock stands still."""
    return open_ledger(location, create=True, clock=lambda: NOW)
