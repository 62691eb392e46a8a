"""States by what a user calls them: a code, a name, an adjective or a capital; and back again."""

from __future__ import annotations

import difflib
from functools import lru_cache

from detente.errors import UsageError
from detente.lexicon.tables import load_organisations, load_states


def get_code(text: str) -> str:
    """The code of the state or organisation that a user means: "Turkey", "tur" and "Ankara" → TUR.

    Raises: ``UsageError`` for a name that no table knows, with the nearest that one does.
    """
    wanted = " ".join(text.lower().split())
    codes = _codes()
    if wanted in codes:
        return codes[wanted]
    near = difflib.get_close_matches(wanted, codes, n=1, cutoff=0.7)
    remedy = f"did you mean {near[0].title()} ({codes[near[0]]})?" if near else "use a code as TUR"
    raise UsageError(text, "is no state or organisation that is known", remedy)


def get_name(code: str) -> str:
    """What a state or organisation is called in English; the code where no table knows it."""
    return _names().get(code, code)


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Names in small letters to codes; of a name that two bear, the first of the table counts."""
    codes: dict[str, str] = {}
    for code in _names():
        codes.setdefault(code.lower(), code)
    for state in load_states():
        for name in (*state.names, *state.adjectives, *state.capital):
            codes.setdefault(name.lower(), state.code)
    for organisation in load_organisations():
        for name in organisation.names:
            codes.setdefault(name.lower(), organisation.code)
    return codes


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    states = {row.code: row.name for row in load_states()}
    return {row.code: row.name for row in load_organisations()} | states
