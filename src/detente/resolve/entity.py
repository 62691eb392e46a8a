"""Entity: one person of an article; Holding: what the tables say of an office-holder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from detente.model.dates import PartialDate
from detente.model.mentions import Gender
from detente.model.parties import Rank


class Holding(Protocol):
    """What resolving needs to know of an office-holder."""

    @property
    def name(self) -> str:
        """Full name."""

    @property
    def names(self) -> tuple[str, ...]:
        """Full name and its other spellings."""

    @property
    def state(self) -> str:
        """Code of the state or organisation."""

    @property
    def rank(self) -> Rank:
        """Rank of the office."""

    @property
    def office(self) -> str:
        """Name of the office."""


FindHolders = Callable[[str, PartialDate | None], Iterable[Holding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person as the article presents them; ``None`` where nothing says."""

    key: str
    name: str
    state: str | None = None
    rank: Rank | None = None
    office: str | None = None
    gender: Gender = Gender.UNKNOWN
    is_former: bool = False
    reason: str = "named in the text"
    offices: frozenset[str] = field(default_factory=frozenset)


def _no_offices(_: str) -> frozenset[str]:
    return frozenset()


def _same_code(code: str, _: PartialDate | None) -> str:
    return code


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What resolving asks of the tables; where one is not given, nothing is known of it.

    ``offices_of`` names the offices that a state has, ``telling_offices`` those that some states
    have and others not ("crown prince"); ``organisations`` are codes of no state; ``code_on`` gives
    the code of a state as of a day, "SUN" for Moscow in 1987.
    """

    find_holders: FindHolders
    offices_of: Callable[[str], frozenset[str]] = _no_offices
    telling_offices: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    code_on: Callable[[str, PartialDate | None], str] = _same_code
