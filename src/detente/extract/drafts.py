"""Draft: a mention in the making, in tokens; `mentions` numbers drafts and cuts their texts.

Apart so that the grammars of titles and of plain names can both make drafts.
"""

from __future__ import annotations

from dataclasses import dataclass

from detente.model.mentions import Gender, MentionKind
from detente.model.parties import Rank


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A mention in tokens ``first:last`` (end exclusive); see ``Mention`` for the other fields.

    ``owner`` is a token inside the possessor ("his", "Iran" in "Iran's"); ``beside`` a token inside
    the name that this title is in apposition with.
    """

    first: int
    last: int
    kind: MentionKind
    core: int
    rank: Rank | None = None
    office: str | None = None
    name: tuple[int, int] | None = None
    states: tuple[str, ...] = ()
    host: str | None = None
    of_name: tuple[int, int] | None = None
    owner: int | None = None
    beside: int | None = None
    gender: Gender = Gender.UNKNOWN
    is_former: bool = False
    is_plural: bool = False
    is_counterpart: bool = False
    is_modifier: bool = False
    is_definite: bool = False
