"""Names in the tables that stand for two states, or for one thing in two tables.

Apart from `checks`, which turns what is found here into findings beside those on office-holders.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.lexicon import tables

_UNKNOWN = "UNK"
# A people's and a language's word may be shared; a reader settles it by what stands around it
_LOOSE = frozenset({"adjective", "people"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One way of naming a code in one table; ``is_doubtful`` where the table calls it ambiguous."""

    name: str
    code: str
    table: str
    column: str
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A name with more than one meaning; an error where two states would be mixed up unseen."""

    name: str
    problem: str
    is_error: bool


def list_namings() -> tuple[Naming, ...]:
    """Every name in the packaged tables of states, organisations, bodies, movements, places.

    Raises: ``LexiconError`` where a table cannot be loaded.
    """
    return tuple(_list_states()) + tuple(_list_others())


def check_names(namings: Sequence[Naming]) -> Iterator[Clash]:
    """Each name that stands for two codes, or in two tables; in the order of the alphabet."""
    by_name: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        by_name[_fold(naming.name)].append(naming)
    for _, found in sorted(by_name.items()):
        codes = sorted({item.code for item in found if item.code != _UNKNOWN})
        if len(codes) > 1:
            firm = {item.code for item in found if not item.is_doubtful}
            is_loose = all(item.column in _LOOSE for item in found)
            yield Clash(
                name=found[0].name,
                problem=f"stands for {' and '.join(codes)} ({_list_tables(found)})",
                is_error=len(firm) > 1 and not is_loose,
            )
        elif len({item.table for item in found}) > 1:
            yield Clash(
                name=found[0].name,
                problem=f"stands in two tables ({_list_tables(found)})",
                is_error=False,
            )


def _list_states() -> Iterator[Naming]:
    for state in tables.load_states():
        columns = {
            "name": state.names,
            "adjective": state.adjectives,
            "people": state.people,
            "capital": state.capital,
            "metonym": state.metonyms,
        }
        for column, names in columns.items():
            for name in names:
                yield Naming(
                    name=name,
                    code=state.code,
                    table="states",
                    column=column,
                    is_doubtful=name in state.ambiguous,
                )


def _list_others() -> Iterator[Naming]:
    for row in tables.load_organisations():
        for name in (*row.names, *row.adjectives):
            yield Naming(name=name, code=row.code, table="organisations", column="name")
    for body in tables.load_institutions():
        for name in body.names:
            yield Naming(name=name, code=body.state, table="institutions", column="name")
    for movement in tables.load_movements():
        for name in movement.names:
            yield Naming(name=name, code=movement.state, table="movements", column="name")
    for place in tables.load_places():
        for name in place.names:
            yield Naming(name=name, code=place.state, table="places", column="name")


def _list_tables(found: list[Naming]) -> str:
    seen = dict.fromkeys(f"{item.table}: {item.column} of {item.code}" for item in found)
    return ", ".join(seen)


def _fold(name: str) -> str:
    """A name as the reader compares it: the short ones by their capitals as well."""
    return name.replace("’", "'") if name.isupper() else name.replace("’", "'").lower()
