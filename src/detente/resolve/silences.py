"""How unusual a silence is, from the days on which contact was reported before.

The statistic: were contacts to come about at a steady chance a day, the days between them would
follow an exponential law of unknown pace. With the ``n`` gaps seen so far adding up to ``T`` days,
and every pace thought as likely as another on a logarithmic scale before any was seen, the chance
that the next gap lasts longer than ``s`` days is ``(T / (T + s)) ** n``. It needs no fitting, stays
careful with few gaps, and falls as the silence grows.

Source: the predictive distribution of an exponential variable with prior 1/rate, in Aitchison and
Dunsmore, Statistical Prediction Analysis (1975), chapter 2.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from detente.model.channels import Silence

LEAST_GAPS = 3
"""Below this the chance would rest on next to nothing."""


def measure_silence(contacts: Iterable[date], as_of: date) -> Silence | None:
    """The silence since the last of the days of contact; ``None`` where there was none by then."""
    days = sorted({day for day in contacts if day <= as_of})
    if not days:
        return None
    silent = (as_of - days[-1]).days
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    if len(gaps) < LEAST_GAPS:
        return Silence(since=days[-1], days=silent)
    return Silence(
        since=days[-1],
        days=silent,
        usual=round(statistics.median(gaps)),
        longest=max(gaps),
        chance=round(find_chance(gaps, silent), 4),
    )


def find_chance(gaps: list[int], silent: int) -> float:
    """The chance, 0 to 1, that a gap lasts longer than ``silent`` days, after these gaps."""
    total = sum(gaps)
    return float((total / (total + silent)) ** len(gaps))
