"""When an act took place, as exactly as the text says, and no more exactly.

Not every time of a claim is that of the act: the time of a plan is what the plan is for, that of a
refusal may be either the refusal's or the meeting's. Those are no dates of an act.
"""

from __future__ import annotations

from datetime import date

from detente.model.claims import Action, Contact, Status
from detente.model.dates import PartialDate, Precision
from detente.model.entries import Source

_OF_ACT = frozenset({Status.HELD, Status.ONGOING, Status.RESUMED, Status.SUSPENDED})


def find_act_date(claim: Contact | Action) -> PartialDate | None:
    """The day, month or year of the act; of a span what its ends share; ``None`` if not told."""
    when = claim.when
    if claim.status not in _OF_ACT or when is None or when.start is None or when.end is None:
        return None
    parts: list[str] = []
    for one, other in zip(when.start.value.split("-"), when.end.value.split("-"), strict=False):
        if one != other:
            break
        parts.append(one)
    is_yearless = Precision.YEARLESS in (when.start.precision, when.end.precision)
    return PartialDate("-".join(parts)) if parts and not is_yearless else None


def find_act_day(claim: Contact | Action) -> date | None:
    """The day of the act, where the text tells it to the day."""
    return _as_day(find_act_date(claim))


def find_published_day(source: Source) -> date | None:
    """The day of publication, where it is known to the day."""
    return _as_day(source.published)


def _as_day(partial: PartialDate | None) -> date | None:
    if partial is None or partial.precision is not Precision.DAY:
        return None
    return date.fromisoformat(partial.value)
