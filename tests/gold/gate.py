"""The floor that the reader may not fall under on our own gold cases and contrast sentences.

``python -m tests.gold.gate --update`` writes the figures of now; it refuses lower ones unless
``--allow-regression`` says that a loss is meant.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from detente.pipeline import Reader, load_reader
from detente.settings import Settings

from ..contrast.rows import PATH, compare_row, parse_rows
from .cases import compare_case, find_cases, parse_case

BASELINE = Path(__file__).parent / "baseline.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the reader stands: lines satisfied, forbidden claims found, and of which corpus."""

    corpus: str
    claims_missing: int
    claims_forbidden: int
    contrast_wrong: int
    contrast_false_held: int


def measure(reader: Reader) -> Standing:
    """Read every case and sentence and count what is wrong."""
    missing = forbidden = wrong = false_held = 0
    total = hashlib.sha256()
    for path in find_cases():
        total.update(path.read_bytes())
        case = parse_case(path)
        messages = compare_case(case, reader.read(case.article))
        forbidden += sum(message.startswith("forbidden") for message in messages)
        missing += sum(message.startswith("missing") for message in messages)
    total.update(PATH.read_bytes())
    for row in parse_rows():
        messages = compare_row(row, reader.read(row.article))
        wrong += bool(messages)
        false_held += any("did not happen" in message for message in messages)
    return Standing(
        corpus=total.hexdigest()[:16],
        claims_missing=missing,
        claims_forbidden=forbidden,
        contrast_wrong=wrong,
        contrast_false_held=false_held,
    )


def load_baseline() -> Standing:
    """The pinned floor."""
    return Standing(**json.loads(BASELINE.read_text("utf-8")))


def find_regressions(now: Standing, floor: Standing) -> tuple[str, ...]:
    """Which counts of errors rose above the floor's."""
    old, new = asdict(floor), asdict(now)
    return tuple(
        f"{name}: {new[name]}, was {old[name]}"
        for name in old
        if name != "corpus" and new[name] > old[name]
    )


def main(arguments: list[str]) -> int:
    """Show the standing; with --update pin it."""
    now = measure(load_reader(Settings()))
    sys.stdout.write(json.dumps(asdict(now), indent=2) + "\n")
    if "--update" not in arguments:
        return 0
    if BASELINE.is_file():
        worse = find_regressions(now, load_baseline())
        same_corpus = load_baseline().corpus == now.corpus
        if worse and same_corpus and "--allow-regression" not in arguments:
            sys.stderr.write("not updated, the reader is worse: " + "; ".join(worse) + "\n")
            return 1
    BASELINE.write_text(json.dumps(asdict(now), indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
