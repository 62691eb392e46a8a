"""What decides a status, and how an outer word's effect and an inner one's are put together.

It is apart so that verb forms and governing words can both say what they find; it knows no syntax.
"""

from __future__ import annotations

from dataclasses import dataclass

from detente.model.claims import Status

NEGATIVE = frozenset(
    {Status.REFUSED, Status.CANCELLED, Status.ABSENT, Status.DENIED, Status.SUSPENDED}
)
UNREAL = frozenset({Status.PLANNED, Status.PROPOSED, Status.POSSIBLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A status, the words that decided it (``None`` for plain tense), and the path climbed."""

    status: Status
    cue: str | None = None
    path: tuple[int, ...] = ()
    cue_at: int | None = None
    """The token of the word that decided, so that evidence can include it."""
    is_future: bool = False


def combine(  # noqa: C901 - a table of two statuses, written out
    outer: Decision, inner: Decision
) -> Decision:
    """The outer word's effect over what the inner words left."""
    if outer.status is Status.HELD:
        return inner
    if outer.status is Status.DENIED:
        return outer
    if outer.status in NEGATIVE:
        keeps = inner.status in NEGATIVE and inner.cue is not None
        return inner if keeps else outer
    if outer.status in UNREAL:
        if inner.status is Status.CANCELLED or inner.status is Status.SUSPENDED:
            return Decision(status=Status.POSSIBLE, cue=outer.cue)
        if inner.status in (Status.REFUSED, Status.ABSENT, Status.DENIED):
            return inner
        if inner.status is Status.POSSIBLE or outer.status is Status.POSSIBLE:
            weaker = inner if inner.status is Status.POSSIBLE else outer
            return weaker
        if inner.status is Status.PROPOSED and outer.status is Status.PLANNED:
            return inner
        return outer
    if outer.status is Status.ONGOING:
        return outer if inner.cue is None else inner
    if outer.status is Status.RESUMED:
        return outer if inner.status in (Status.HELD, Status.ONGOING) else inner
    return inner
