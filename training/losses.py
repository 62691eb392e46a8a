"""What the network is told it got wrong: one number over the heads of a batch of pairs."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from detente.judge.encoding import MAX_MARKS
from detente.model.claims import EventType
from training.batches import Target
from training.net import MODES, STATUSES, TYPES

_SOFT = 0.02  # how far a yes or no stays from certain; the annotation has some noise
_SMOOTH = 0.1
_YIELDING = [TYPES.index(EventType.CONCEDE), TYPES.index(EventType.RETREAT)]
_MODE = {mode.value: i for i, mode in enumerate(MODES)}
_STATUS = {status.value: i for i, status in enumerate(STATUSES)}
_TYPE = {kind.value: i for i, kind in enumerate(TYPES)}
# Weights of the heads against each other; chosen by hand, not tuned
MODE, STATUS, ORDER, ACT, TYPE, DEED, MARKS = 0.5, 0.7, 0.2, 0.7, 0.5, 0.4, 0.2


def find_loss(out: dict[str, Tensor], targets: Sequence[Target]) -> Tensor:
    """The summed loss of a batch's pairs."""
    labels = [target.label for target in targets]
    loss = _yes_or_no(
        out["contact"][:, 0],
        [label.contact for label in labels],
        [label.contact_weight for label in labels],
    )
    rows = [i for i, label in enumerate(labels) if label.contact and label.mode]
    if rows:
        modes, statuses = out["contact"][rows].split([1 + len(MODES), len(STATUSES)], dim=1)
        loss = loss + MODE * _choice(modes[:, 1:], [_MODE[labels[i].mode] for i in rows])
        loss = loss + STATUS * _choice(statuses, [_STATUS[labels[i].status] for i in rows])
        order = torch.tensor([labels[i].is_forward for i in rows])
        loss = loss + ORDER * F.binary_cross_entropy_with_logits(
            out["order"][rows], order, reduction="sum"
        )
    for name in ("forward", "backward"):
        kinds = [str(getattr(label, name)) for label in labels]
        weights = [float(getattr(label, f"{name}_weight")) for label in labels]
        loss = loss + _find_act_loss(out[name], kinds, weights)
    rows = [i for i, label in enumerate(labels) if label.action_status]
    if rows:
        statuses = [_STATUS[labels[i].action_status] for i in rows]
        loss = loss + DEED * _choice(out["deed"][rows], statuses)
    for i, target in enumerate(targets):
        if target.marks:
            places = [x * MAX_MARKS + y for x, y in target.marks]
            loss = loss - MARKS * torch.logsumexp(out["weights"][i, places], 0)
    return loss


def _find_act_loss(scores: Tensor, kinds: Sequence[str], weights: Sequence[float]) -> Tensor:
    loss = ACT * _yes_or_no(scores[:, 0], [float(bool(kind)) for kind in kinds], weights)
    plain = [i for i, kind in enumerate(kinds) if kind in _TYPE]
    if plain:
        loss = loss + TYPE * _choice(scores[plain][:, 1:], [_TYPE[kinds[i]] for i in plain])
    yielding = [i for i, kind in enumerate(kinds) if kind == "YIELD"]
    if yielding:
        chances = torch.log_softmax(scores[yielding][:, 1:], 1)[:, _YIELDING]
        loss = loss - TYPE * torch.logsumexp(chances, 1).sum()
    return loss


def _yes_or_no(scores: Tensor, wanted: Sequence[float], weights: Sequence[float]) -> Tensor:
    target = torch.tensor(wanted) * (1 - 2 * _SOFT) + _SOFT
    each = F.binary_cross_entropy_with_logits(scores, target, reduction="none")
    return (each * torch.tensor(weights)).sum()


def _choice(scores: Tensor, wanted: Sequence[int]) -> Tensor:
    return F.cross_entropy(scores, torch.tensor(wanted), reduction="sum", label_smoothing=_SMOOTH)
