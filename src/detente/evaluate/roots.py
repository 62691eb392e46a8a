"""Files of marked sentences with a PLOVER root: read, scored a class, written with the answers.

Source: the columns are those published with Hu et al., "Leveraging Codebook Knowledge with NLI and
ChatGPT for Zero-Shot Political Relation Classification", ACL 2024.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.errors import GoldError, UsageError

SENTENCE, ROOT, ANSWER = "marked_sentence", "gold_root", "predicted_root"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One marked sentence and the root that is right for it."""

    marked: str
    root: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RootFigures:
    """How one root came out; shares are 0 to 1."""

    root: str
    gold: int
    predicted: int
    right: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.gold + self.predicted
        return 2 * self.right / total if total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RootReport:
    """Accuracy over all rows, and a line a root, in order of the alphabet."""

    rows: int
    right: int
    roots: tuple[RootFigures, ...]

    @property
    def accuracy(self) -> float:
        """Rows with the right root of all."""
        return self.right / self.rows if self.rows else 0.0

    @property
    def macro_f1(self) -> float:
        """Mean F1 of the roots that the gold has."""
        scores = [item.f1 for item in self.roots if item.gold]
        return sum(scores) / len(scores) if scores else 0.0


def is_marked_file(path: Path) -> bool:
    """Whether a file is tab-separated with marked sentences, by its first line."""
    try:
        with path.open(encoding="utf-8") as file:
            header = file.readline().rstrip("\r\n").split("\t")
    except (OSError, UnicodeDecodeError):
        return False
    return SENTENCE in header


def read_marked(path: Path) -> tuple[Row, ...]:
    """The rows of a file of marked sentences.

    Raises: ``GoldError`` naming the file and what it lacks.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            missing = {SENTENCE, ROOT} - set(reader.fieldnames or ())
            if missing:
                names = " and ".join(sorted(missing))
                raise GoldError(str(path), f"has no column {names}", "add it to its first line")
            rows = tuple(Row(marked=item[SENTENCE], root=item[ROOT]) for item in reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise GoldError(str(path), f"cannot be read ({error})", "name a tab-separated file") from (
            error
        )
    if not rows:
        raise GoldError(str(path), "holds no rows", "name a file of marked sentences")
    return rows


def score_roots(rows: Sequence[Row], answers: Sequence[str]) -> RootReport:
    """Compare answers with the rows, one a row."""
    gold = Counter(row.root for row in rows)
    predicted = Counter(answers)
    right = Counter(
        row.root for row, answer in zip(rows, answers, strict=True) if row.root == answer
    )
    roots = tuple(
        RootFigures(root=root, gold=gold[root], predicted=predicted[root], right=right[root])
        for root in sorted(gold | predicted)
    )
    return RootReport(rows=len(rows), right=sum(right.values()), roots=roots)


def render_roots(report: RootReport) -> str:
    """Accuracy, macro-F1 and a line a root."""
    lines = [
        f"{report.rows} rows",
        f"accuracy {report.accuracy:.3f}",
        f"macro-F1 {report.macro_f1:.3f}",
        "",
        f"{'root':<12}{'gold':>6}{'predicted':>11}{'right':>7}{'F1':>8}",
    ]
    lines += [
        f"{item.root:<12}{item.gold:>6}{item.predicted:>11}{item.right:>7}{item.f1:>8.3f}"
        for item in report.roots
    ]
    return "\n".join(lines)


def roots_to_json(report: RootReport) -> dict[str, Any]:
    """The figures as one JSON object."""
    return {
        "rows": report.rows,
        "accuracy": report.accuracy,
        "macro_f1": report.macro_f1,
        "roots": {
            item.root: {
                "gold": item.gold,
                "predicted": item.predicted,
                "right": item.right,
                "f1": item.f1,
            }
            for item in report.roots
        },
    }


def write_answers(rows: Sequence[Row], answers: Sequence[str], path: Path) -> None:
    """Write sentence, right root and answer, tab-separated.

    Raises: ``UsageError`` where the file cannot be written.
    """
    lines = ["\t".join((SENTENCE, ROOT, ANSWER))]
    lines += [
        "\t".join((row.marked, row.root, answer)) for row, answer in zip(rows, answers, strict=True)
    ]
    try:
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise UsageError(str(path), f"cannot be written ({reason})", "name another file") from error
