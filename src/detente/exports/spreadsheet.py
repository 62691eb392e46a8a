"""The rows of `flat` as CSV (RFC 4180, UTF-8) and as Parquet.

In CSV a list is joined with "; " and an empty cell stands for what is not known; in Parquet lists
are lists. Parquet needs pyarrow, which is an extra, since most users do without.
"""

from __future__ import annotations

import csv
import io
from typing import Any

from detente.errors import UsageError
from detente.exports.flat import COLUMNS, Cell, make_row
from detente.exports.outcome import Exported, Material, gather_entries

SEPARATOR = "; "


def make_csv(material: Material) -> Exported:
    """All claims of the material, with a header row."""
    rows = [make_row(told) for told in gather_entries(material.events)]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([column.name for column in COLUMNS])
    writer.writerows([[_render(column.get(row)) for column in COLUMNS] for row in rows])
    return Exported(body=out.getvalue().encode("utf-8", "replace"), count=len(rows))


def make_parquet(material: Material) -> Exported:
    """All claims of the material, typed.

    Raises: ``UsageError`` where pyarrow is not installed.
    """
    pa, write_table = _load_pyarrow()
    kinds = {
        "text": pa.string(),
        "number": pa.int64(),
        "real": pa.float64(),
        "flag": pa.bool_(),
        "day": pa.string(),
        "texts": pa.list_(pa.string()),
    }
    rows = [make_row(told) for told in gather_entries(material.events)]
    columns = {
        column.name: pa.array([column.get(row) for row in rows], type=kinds[column.kind])
        for column in COLUMNS
    }
    for column in COLUMNS:
        if column.kind == "day":
            columns[column.name] = columns[column.name].cast(pa.date32())
    out = io.BytesIO()
    write_table(pa.table(columns), out)
    return Exported(body=out.getvalue(), count=len(rows))


def _render(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, tuple):
        return SEPARATOR.join(cell)
    return str(cell)


def _load_pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow  # noqa: PLC0415 - an extra: loaded only when asked for
        from pyarrow.parquet import write_table  # noqa: PLC0415 - as above
    except ImportError as error:
        raise UsageError(
            "--format parquet",
            "needs pyarrow, which is not installed",
            'install it with: pip install "detente[parquet]"',
        ) from error
    return pyarrow, write_table
