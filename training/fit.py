"""Fitting: the network over examples, epoch by epoch, with progress in words."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn
from transformers import BertModel

from training.batches import cut_batches, make_batch
from training.examples import Example
from training.losses import find_loss
from training.net import JudgeNet

_RANK_WORDS = "leader minister official ambassador staff military parliament rebel government place"
_WARM = 0.08
_FLOOR = 0.02
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to train: passes over the data, examples a step, learning rates, share of "no"."""

    epochs: int = 4
    size: int = 16
    rate: float = 1e-4
    head_rate: float = 1e-3
    negatives: float = 1.2
    """Windows without any claim, for each one with; drawn anew each epoch."""
    seed: int = 1


def load_net(encoder: Path, tokenizer: Tokenizer) -> JudgeNet:
    """The untrained network over the pretrained encoder in a folder."""
    bert = BertModel.from_pretrained(
        encoder,
        add_pooling_layer=False,
        attn_implementation="eager",  # the fastest on two cores in bfloat16
        attention_probs_dropout_prob=0.0,  # a quarter of a step's time went into its dice
    )
    net = JudgeNet(bert)
    words = {
        marker: tokenizer.encode(word, add_special_tokens=False).ids[0]
        for marker, word in enumerate(_RANK_WORDS.split(), start=1)
    }
    net.start_markers(words)
    return net


def fit(
    net: JudgeNet,
    examples: Sequence[Example],
    tokenizer: Tokenizer,
    plan: Plan,
    *,
    say: Say,
    keep: Path | None = None,
) -> None:
    """Train the network in place; with ``keep`` its weights are saved there after each epoch."""
    dice = random.Random(plan.seed)
    telling = [example for example in examples if _has_claim(example)]
    silent = [example for example in examples if not _has_claim(example)]
    drawn = min(len(silent), int(len(telling) * plan.negatives))
    steps = math.ceil((len(telling) + drawn) / plan.size) * plan.epochs
    optimizer = torch.optim.AdamW(_group_weights(net, plan), fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _slope(step, steps))
    began = time.monotonic()
    done = 0
    for epoch in range(plan.epochs):
        net.train()
        total = 0.0
        chosen = [*telling, *dice.sample(silent, drawn)]
        for number, part in enumerate(cut_batches(chosen, plan.size, dice=dice), start=1):
            batch = make_batch(part, tokenizer, dice=dice)
            if batch is None:
                continue
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = net(**batch.inputs)
            loss = find_loss({k: v.float() for k, v in out.items()}, batch.targets)
            loss = loss / (2 * batch.size)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss)
            done += 1
            if number % 50 == 0:
                left = (time.monotonic() - began) / done * (steps - done)
                say(f"epoch {epoch + 1}: loss {total / number:.3f}, {left / 60:.0f} min left")
        if keep is not None:
            torch.save(net.state_dict(), keep)


def _has_claim(example: Example) -> bool:
    return any(label.contact or label.forward or label.backward for label in example.labels)


def _group_weights(net: JudgeNet, plan: Plan) -> list[dict[str, object]]:
    named = list(net.named_parameters())
    encoder = [p for n, p in named if n.startswith("encoder.") and "word_embeddings" not in n]
    markers = [p for n, p in named if n.startswith("markers.")]
    heads = [p for n, p in named if not n.startswith(("encoder.", "markers."))]
    return [
        {"params": encoder, "lr": plan.rate, "weight_decay": 0.01},
        {"params": markers, "lr": 3 * plan.rate, "weight_decay": 0.0},
        {"params": heads, "lr": plan.head_rate, "weight_decay": 0.01},
    ]


def _slope(step: int, steps: int) -> float:
    warm = max(1.0, _WARM * steps)
    return min(step / warm, max(_FLOOR, (steps - step) / (steps - warm)))
