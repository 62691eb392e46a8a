"""Scores to chances on articles that the network has not seen, and how good they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from detente.judge.model import Card, Scale
from training.batches import make_batch
from training.examples import Example
from training.net import MODES, STATUSES, TYPES, JudgeNet

Numbers = NDArray[np.float64]
_SIZE = 32
_BINS = 10
_STEPS = 400
_RATE = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Raw scores of all judged pairs with what is true of them, and right choices among true."""

    contact: Numbers
    is_contact: Numbers
    action: Numbers
    is_action: Numbers
    modes: tuple[bool, ...]
    statuses: tuple[bool, ...]
    types: tuple[bool, ...]


def predict(net: JudgeNet, examples: Sequence[Example], tokenizer: Tokenizer) -> Answers:
    """The network's answers on examples, in evaluation mode."""
    net.eval()
    rows: dict[str, list[float]] = {name: [] for name in ("c", "tc", "a", "ta")}
    modes, statuses, types = [], [], []
    ordered = sorted(examples, key=lambda item: len(item.window.text))
    for start in range(0, len(ordered), _SIZE):
        batch = make_batch(ordered[start : start + _SIZE], tokenizer, dice=None)
        if batch is None:
            continue
        with torch.no_grad():
            out = {name: value.float().numpy() for name, value in net(**batch.inputs).items()}
        for i, target in enumerate(batch.targets):
            label = target.label
            if label.contact_weight:
                rows["c"].append(float(out["contact"][i, 0]))
                rows["tc"].append(label.contact)
            if label.contact and label.mode:
                scores = out["contact"][i]
                mode = int(scores[1 : 1 + len(MODES)].argmax())
                modes.append(MODES[mode].value == label.mode)
                status = int(scores[1 + len(MODES) :].argmax())
                statuses.append(STATUSES[status].value == label.status)
            for name in ("forward", "backward"):
                if getattr(label, f"{name}_weight"):
                    rows["a"].append(float(out[name][i, 0]))
                    rows["ta"].append(float(bool(getattr(label, name))))
                if getattr(label, name):
                    kind = TYPES[int(out[name][i, 1:].argmax())].value
                    types.append(kind == getattr(label, name))
    return Answers(
        contact=np.array(rows["c"]),
        is_contact=np.array(rows["tc"]),
        action=np.array(rows["a"]),
        is_action=np.array(rows["ta"]),
        modes=tuple(modes),
        statuses=tuple(statuses),
        types=tuple(types),
    )


def find_scale(scores: Numbers, truth: Numbers) -> Scale:
    """Slope and offset that make scores into honest chances (Platt's method, by descent)."""
    weights = torch.tensor([1.0, 0.0], requires_grad=True)
    x, y = torch.tensor(scores), torch.tensor(truth)
    optimizer = torch.optim.Adam([weights], lr=_RATE)
    for _ in range(_STEPS):
        optimizer.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(weights[0] * x + weights[1], y)
        loss.backward()
        optimizer.step()
    slope, offset = (round(float(value), 4) for value in weights.detach())
    return Scale(slope=slope, offset=offset)


def measure(answers: Answers, card: Card) -> dict[str, float]:
    """Pair-level figures by name, and the expected calibration error in ten equal bins."""
    found: dict[str, float] = {}
    for name, scores, truth, scale, bar in (
        ("contact", answers.contact, answers.is_contact, card.contact, card.bar.contact),
        ("action", answers.action, answers.is_action, card.action, card.bar.action),
    ):
        chances = 1 / (1 + np.exp(-(scale.slope * scores + scale.offset)))
        said = chances >= bar
        hits = float((said * truth).sum())
        found[f"{name} pairs"] = float(truth.sum())
        found[f"{name} precision"] = hits / max(float(said.sum()), 1.0)
        found[f"{name} recall"] = hits / max(float(truth.sum()), 1.0)
        found[f"{name} calibration error"] = _find_error(chances, truth)
    found["mode right"] = float(np.mean(answers.modes))
    found["status right"] = float(np.mean(answers.statuses))
    found["type right"] = float(np.mean(answers.types))
    return found


def _find_error(chances: Numbers, truth: Numbers) -> float:
    bins = np.minimum((chances * _BINS).astype(int), _BINS - 1)
    total = 0.0
    for number in range(_BINS):
        inside = bins == number
        if inside.any():
            total += inside.mean() * abs(chances[inside].mean() - truth[inside].mean())
    return float(total)
