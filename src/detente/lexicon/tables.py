"""The rows of the tables of names: states, organisations, bodies, titles, places, outlets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from detente.lexicon import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state and every way that news names it; see the head of `states.toml`."""

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    contextual: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    region: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An international organisation by acronym."""

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    contextual: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """A national body by its proper name, with the rank of who is only named as it."""

    name: str
    names: tuple[str, ...]
    state: str
    rank: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """An armed or political movement and the state it is in."""

    name: str
    names: tuple[str, ...]
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title or office with its rank; ``kind`` is person, group or body."""

    phrase: str
    rank: str
    kind: str
    office: str = ""
    plural: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Modifier:
    """A word before a title and its effect: former, deputy, acting, designate."""

    word: str
    effect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A city or venue outside the capitals and the state it lies in."""

    name: str
    names: tuple[str, ...]
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A news outlet; ``state`` where it speaks for one."""

    name: str
    names: tuple[str, ...]
    state: str = ""


@lru_cache(maxsize=1)
def load_states() -> tuple[State, ...]:
    """The packaged states."""
    return load_table("states", State)


@lru_cache(maxsize=1)
def load_organisations() -> tuple[Organisation, ...]:
    """The packaged organisations."""
    return load_table("organisations", Organisation)


@lru_cache(maxsize=1)
def load_institutions() -> tuple[Institution, ...]:
    """The packaged national bodies."""
    return load_table("institutions", Institution)


@lru_cache(maxsize=1)
def load_movements() -> tuple[Movement, ...]:
    """The packaged movements."""
    return load_table("movements", Movement)


@lru_cache(maxsize=1)
def load_titles() -> tuple[Title, ...]:
    """The packaged titles."""
    return load_table("titles", Title, key="title")


@lru_cache(maxsize=1)
def load_modifiers() -> tuple[Modifier, ...]:
    """The packaged words that modify titles."""
    return load_table("titles", Modifier, key="modifier")


@lru_cache(maxsize=1)
def load_places() -> tuple[Place, ...]:
    """The packaged places."""
    return load_table("places", Place)


@lru_cache(maxsize=1)
def load_outlets() -> tuple[Outlet, ...]:
    """The packaged outlets."""
    return load_table("outlets", Outlet)
