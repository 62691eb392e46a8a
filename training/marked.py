"""Marked sentences with a PLOVER root each, as windows: one pair, no rules' hints.

Source: tab-separated files with the columns ``marked_sentence`` and ``gold_root`` as published with
Hu et al., "Leveraging Codebook Knowledge with NLI and ChatGPT", ACL 2024.
"""

from __future__ import annotations

import csv
from pathlib import Path

from detente.evaluate.marked import CONSULT, make_window
from detente.extract.features import NAMES
from training.examples import Example, Label


def read_marked_examples(path: Path) -> list[Example]:
    """One example a row; what the row does not tell has no weight."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = []
    for number, row in enumerate(rows):
        window = make_window(row["marked_sentence"], features=len(NAMES))
        if window is None:
            continue
        root = row["gold_root"]
        is_forward = window.marks[0].state == "SOURCE"
        label = Label(backward_weight=0.0, forward_weight=0.0)
        if root == CONSULT:
            label.contact, label.forward_weight = 1.0, 0.5
        elif is_forward:
            label.forward, label.forward_weight = root, 1.0
        else:
            label.backward, label.backward_weight = root, 1.0
        found.append(Example(article=f"row-{number}", window=window, labels=(label,)))
    return found
