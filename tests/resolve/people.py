"""Mentions and office-holders by hand, for tests of resolving."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from detente.model.dates import PartialDate
from detente.model.mentions import Mention, MentionKind, Resolution
from detente.model.parties import Party, Rank
from detente.resolve.entity import Facts, FindHolders
from detente.resolve.parties import resolve_mentions


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """An office-holder without dates."""

    name: str
    state: str
    rank: Rank
    office: str = "office"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name,)


def make_mention(index: int, text: str, kind: MentionKind, **others: Any) -> Mention:
    """A mention at a place of its own; ``sentence`` 0 unless said otherwise."""
    start = index * 100
    return Mention(
        index=index,
        start=start,
        end=start + len(text),
        text=text,
        kind=kind,
        paragraph=0,
        first=index * 10,
        last=index * 10 + 1,
        head=index * 10,
        **{"sentence": 0, **others},
    )


def make_person(index: int, name: str, **others: Any) -> Mention:
    """A mention that names a person."""
    return make_mention(index, name, MentionKind.PERSON, name=name, **others)


def make_finder(*holders: Holder) -> FindHolders:
    """Who is known beforehand, by full name or last name."""

    def find(name: str, on: PartialDate | None) -> Iterable[Holder]:
        wanted = name.lower()
        return [h for h in holders if wanted in (h.name.lower(), h.name.lower().split()[-1])]

    return find


def resolve(
    *mentions: Mention,
    holders: tuple[Holder, ...] = (),
    home: str | None = None,
    speaker_of: dict[int, int] | None = None,
) -> tuple[Resolution, ...]:
    """The resolutions of mentions, with who is known beforehand."""
    return resolve_mentions(
        mentions,
        published=PartialDate("2022-04-18"),
        home=home,
        speaker_of=speaker_of or {},
        facts=Facts(find_holders=make_finder(*holders)),
    )


def get_party(resolution: Resolution) -> Party:
    """The one party of a resolution."""
    (party,) = resolution.parties
    return party
