"""Whether the words for a place name a city or a state, as far as the tables of names tell.

They tell it of capitals and states only: the table of other places does not part cities from
regions and venues.
"""

from __future__ import annotations

from functools import lru_cache

from detente.lexicon.tables import load_states

CITY = "City"
COUNTRY = "Country"


def find_kind(where: str | None) -> str | None:
    """``City`` or ``Country``, where the words are a name of just one of the two."""
    if where is None:
        return None
    is_city, is_state = where in _capitals(), where in _states()
    if is_city is is_state:  # neither, or both, as Singapore
        return None
    return CITY if is_city else COUNTRY


@lru_cache(maxsize=1)
def _capitals() -> frozenset[str]:
    return frozenset(name for row in load_states() for name in row.capital)


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    return frozenset(name for row in load_states() for name in row.names)
