"""Who held which office when: the packaged tables of office-holders, looked up by name and day."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from detente.errors import LexiconError
from detente.model.dates import PartialDate
from detente.model.parties import Rank

_EASTERN = frozenset({"CHN", "PRK", "KOR", "TWN", "VNM", "KHM"})  # family name first
_PARTICLES = frozenset("al el bin ibn bint de del della di da dos van von der la le ul".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """One person's term in one office; ``start`` and ``end`` are ISO prefixes, "" where open.

    ``names`` are the full name and its other spellings; ``families`` what news calls the person
    alone ("Xi", "Modi"), in lower case without accents.
    """

    name: str
    names: tuple[str, ...]
    families: tuple[str, ...]
    state: str
    office: str
    rank: Rank
    start: str
    end: str

    def holds_on(self, day: PartialDate) -> bool:
        """Whether the term may include the day, as far as both are known."""
        text = str(day)
        if text.startswith("--"):
            return True
        starts = not self.start or self.start[: len(text)] <= text[: len(self.start)]
        ends = not self.end or self.end[: len(text)] >= text[: len(self.end)]
        return starts and ends


def find_holders(name: str, on: PartialDate | None = None) -> tuple[Holder, ...]:
    """Holders known by a full name, another spelling or the family name alone, in any case.

    With ``on`` only those in office then. Best known first: in the order of the tables.
    """
    found = _index().get(fold(name), ())
    return tuple(item for item in found if on is None or item.holds_on(on))


def is_family_name(word: str) -> bool:
    """Whether an office-holder of any time is called by this one word."""
    return fold(word) in _index()


@lru_cache(maxsize=512)
def find_offices(state: str) -> frozenset[str]:
    """The names of the offices that the tables know of a state."""
    return frozenset(item.office for item in load_holders() if item.state == state)


@lru_cache(maxsize=1)
def find_telling_offices() -> frozenset[str]:
    """Offices of heads and ministers that the tables know somewhere: not every state has them all.

    "Secretary of state" is none of France, "crown prince" none of the USA.
    """
    ranks = (Rank.LEADER, Rank.MINISTER)
    return frozenset(item.office for item in load_holders() if item.rank in ranks)


@lru_cache(maxsize=1)
def load_holders() -> tuple[Holder, ...]:
    """All packaged holders.

    Raises: ``LexiconError`` for a table that cannot be read or a row of a wrong shape.
    """
    folder = resources.files("detente.lexicon").joinpath("holders")
    files = sorted(
        (item for item in folder.iterdir() if item.name.endswith(".toml")), key=lambda f: f.name
    )
    rows: list[Holder] = []
    for file in files:
        try:
            content = tomllib.loads(file.read_text("utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise LexiconError(file.name, str(error), "correct the file") from error
        for office in content.get("office", ()):
            rows.extend(_read_office(office, file.name))
    return tuple(rows)


def fold(name: str) -> str:
    """A name for comparing: lower case, no accents, hyphens and stops as spaces."""
    plain = unicodedata.normalize("NFKD", name)
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    for mark in "-.,’'‘":
        kept = kept.replace(mark, " " if mark in "-.," else "")
    return " ".join(kept.lower().split())


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[Holder, ...]]:
    index: dict[str, list[Holder]] = {}
    for holder in load_holders():
        keys = {fold(name) for name in holder.names} | set(holder.families)
        for key in keys:
            index.setdefault(key, []).append(holder)
    return {key: tuple(found) for key, found in index.items()}


def _read_office(office: dict[str, Any], source: str) -> list[Holder]:
    try:
        state, title, rank = office["state"], office["title"], Rank(office["rank"])
        return [_make(row, state, title, rank) for row in office["holders"]]
    except (KeyError, ValueError, IndexError, TypeError) as error:
        raise LexiconError(
            source,
            f"office {office.get('title')} of {office.get('state')} has a wrong row: {error}",
            'write holders = [["Name", "start", "end", "other spelling", …], …]',
        ) from error


def _make(row: list[str], state: str, title: str, rank: Rank) -> Holder:
    name, start, end, *others = row
    names = (name, *(item for item in others if " " in item or "-" in item))
    families = {fold(item) for item in others if " " not in item and "-" not in item}
    families |= {_family(item, state) for item in names}
    return Holder(
        name=name,
        names=names,
        families=tuple(sorted(families)),
        state=state,
        office=title,
        rank=rank,
        start=start,
        end=end,
    )


def _family(name: str, state: str) -> str:
    words = fold(name).split()
    return words[0] if state in _EASTERN and len(words) > 1 else words[-1]
