"""Speed and accuracy in one run: ``make bench``.

Times are ratios to the bare spaCy pipeline on the same texts in the same run, since machines
differ.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.gold.cases import find_cases, parse_case

from detente import api
from detente.pipeline import load_reader
from detente.read.models import load_pipeline
from detente.settings import Settings

ROOT = Path(__file__).parent.parent
DEV = ROOT.parent / "shared" / "gold" / "dev.jsonl"
ROUNDS = 3


def main() -> None:
    """Print speed on our own gold texts, start-up times, and accuracy where the data is there."""
    show_speed()
    show_start()
    if DEV.is_file():
        report, _ = api.evaluate_gold(DEV)
        write(f"\naccuracy on {DEV.name}\n{api.render_report(report)}")
    else:
        write("\naccuracy: skipped, ../shared/gold/dev.jsonl is not there")


def show_speed() -> None:
    """Words a second of the whole reader against the bare pipeline, best of three rounds."""
    articles = [parse_case(path).article for path in find_cases()]
    words = sum(len(article.text.split()) for article in articles)
    pipeline = load_pipeline()
    reader = load_reader(Settings())
    bare = best(lambda: [pipeline.nlp(article.text) for article in articles])
    whole = best(lambda: [reader.read(article) for article in articles])
    write(f"texts: {len(articles)}, words: {words}")
    write(f"bare pipeline: {words / bare:,.0f} words/s")
    write(f"detente read:  {words / whole:,.0f} words/s, {bare / whole:.2f} of the bare pipeline")


def show_start() -> None:
    """Seconds of whole processes: help, and reading one short article."""
    for arguments in (["--help"], ["read", "examples/envoy.txt"]):
        times = [run_command(arguments) for _ in range(5)]
        write(f"detente {' '.join(arguments)}: median {statistics.median(times):.2f} s of 5")


def run_command(arguments: list[str]) -> float:
    """Seconds that one whole process takes."""
    command = [sys.executable, "-m", "detente", *arguments]
    return timed(lambda: subprocess.run(command, capture_output=True, cwd=ROOT, check=True))


def best(work: Callable[[], object]) -> float:
    """The shortest of three runs, in seconds."""
    return min(timed(work) for _ in range(ROUNDS))


def timed(work: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def write(line: str) -> None:
    """A line of results."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
