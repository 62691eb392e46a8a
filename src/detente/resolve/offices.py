"""Whether two names of offices can mean one: "the minister" for a foreign minister."""

from __future__ import annotations

# What a bare word may stand for besides titles that end with it
_ALSO = {
    "envoy": ("ambassador", "special representative", "emissary", "consul general", "nuncio"),
    "diplomat": ("ambassador", "envoy", "foreign minister", "secretary of state", "consul"),
    "premier": ("prime minister", "chancellor"),
    "prime minister": ("premier", "pm"),
    "pm": ("prime minister",),
    "leader": ("president", "prime minister", "premier", "chancellor", "king", "emir"),
    "secretary": ("secretary of state", "secretary of defense", "secretary of the treasury"),
    "general": ("gen.", "lt. gen.", "maj. gen.", "brig. gen."),
    "admiral": ("adm.", "rear adm.", "vice adm."),
    "senator": ("sen.",),
    "monarch": ("king", "queen", "emir", "sultan", "emperor"),
}


def is_same_office(bare: str, full: str) -> bool:
    """Whether ``bare``, used again without a name, can mean the office ``full``.

    "minister" → "foreign minister"; not "president" → "vice president".
    """
    if bare == full:
        return True
    if full in _ALSO.get(bare, ()):
        return True
    is_rest = full.endswith(f" {bare}")
    return is_rest and not full.startswith(("vice ", "deputy ", "former ", "assistant "))
