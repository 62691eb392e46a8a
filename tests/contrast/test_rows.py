"""Every row of groups.tsv is in the format, and the comparison can fail."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from detente.errors import GoldError
from detente.model.claims import HAPPENED, Contact, Mode, Status
from detente.model.dates import PartialDate, When
from detente.model.evidence import Evidence
from detente.model.parties import Party, Rank
from detente.model.records import Record

from .rows import COLUMNS, Row, compare_row, parse_rows

ROWS = parse_rows()
FEWEST_GROUPS, FEWEST_ROWS, SMALLEST_GROUP = 36, 320, 6


def make_contact(row: Row, *, status: Status) -> Contact:
    """The contact that the row describes, with a neutral value wherever it gives none."""
    states = sorted(row.states) or ["UNK"]
    a, b = (Party(text=s, state=s, rank=Rank.GOVERNMENT) for s in (states[0], states[-1]))
    when = None
    if row.when and row.when != (None, None):
        start, end = (PartialDate(d) if d else None for d in row.when)
        when = When(start=start, end=end, text="then")
    return Contact(
        a=(a,),
        b=(b,),
        mode=row.mode or Mode.MEETING,
        status=status,
        when=when,
        according_to=row.by or (),
        evidence=Evidence.take(row.article.id, row.sentence, 0, len(row.sentence)),
    )


def make_record(row: Row, *statuses: Status) -> Record:
    contacts = tuple(make_contact(row, status=status) for status in statuses)
    return Record(article=row.article, contacts=contacts)


def test_a_reader_who_finds_the_contact_of_each_row_is_right() -> None:
    problems = [compare_row(row, make_record(row, *sorted(row.statuses)[:1])) for row in ROWS]
    assert not any(problems)


def test_a_reader_who_finds_another_status_is_wrong() -> None:
    for row in ROWS:
        other = next(status for status in Status if status not in row.statuses)
        assert compare_row(row, make_record(row, other)), row.id


def test_a_reader_who_finds_nothing_misses_every_contact() -> None:
    missed = [row.id for row in ROWS if compare_row(row, make_record(row))]
    assert missed == [row.id for row in ROWS if row.statuses]


def test_a_reader_who_also_finds_it_held_is_wrong() -> None:
    for row in ROWS:
        if not row.statuses & HAPPENED:
            assert compare_row(row, make_record(row, *row.statuses, Status.HELD)), row.id


def test_there_are_enough_groups_and_none_is_uniform() -> None:
    groups: dict[str, list[Row]] = {}
    for each in ROWS:
        groups.setdefault(each.group, []).append(each)
    assert len(groups) >= FEWEST_GROUPS
    assert len(ROWS) >= FEWEST_ROWS
    for name, members in groups.items():
        assert len(members) >= SMALLEST_GROUP, name
        assert len({member.statuses for member in members}) > 1, name


def test_no_id_and_no_sentence_stands_twice() -> None:
    assert max(Counter(each.id for each in ROWS).values()) == 1
    assert max(Counter(each.sentence for each in ROWS).values()) == 1


def test_every_status_and_mode_stands_in_several_rows() -> None:
    statuses = Counter(status for each in ROWS for status in each.statuses)
    modes = Counter(each.mode for each in ROWS)
    assert min(statuses[status] for status in Status) >= 10
    assert min(modes[mode] for mode in Mode) >= 8


@pytest.mark.parametrize(
    ("column", "value", "problem"),
    [
        ("mode", "chat", "not a valid Mode"),
        ("status", "maybe", "not a valid Status"),
        ("when", "2020-01-01", "not start..end"),
        ("published", "yesterday", "not an ISO date"),
        ("by", "Ana Ruiz\textra", "11 columns"),
    ],
)
def test_a_row_outside_the_format_is_refused(
    tmp_path: Path, column: str, value: str, problem: str
) -> None:
    cells = dict.fromkeys(COLUMNS, "-") | {"published": "2020-01-01", "status": "held"}
    path = tmp_path / "groups.tsv"
    lines = ["\t".join(COLUMNS), "\t".join({**cells, column: value}.values())]
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(GoldError, match=problem):
        parse_rows(path)


def test_a_table_with_other_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "groups.tsv"
    path.write_text("group\tsentence\n", encoding="utf-8")
    with pytest.raises(GoldError, match="other columns"):
        parse_rows(path)
