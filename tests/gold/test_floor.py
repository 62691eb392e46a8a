"""The reader does not fall under its pinned floor on our own cases."""

from __future__ import annotations

import pytest

from detente.pipeline import Reader

from .gate import find_regressions, load_baseline, measure


@pytest.mark.model
def test_the_reader_is_no_worse_than_its_baseline(reader: Reader) -> None:
    now, floor = measure(reader), load_baseline()
    assert now.corpus == floor.corpus, "cases changed: run python -m tests.gold.gate --update"
    assert find_regressions(now, floor) == ()
