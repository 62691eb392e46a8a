"""From a trained network to the packaged files: int8 ONNX, tokenizer, card."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from detente.extract.features import NAMES
from detente.judge.encoding import MAX_MARKS
from detente.judge.model import FILES, INPUTS, OUTPUTS, Card
from training.net import JudgeNet

_OPSET = 17
_AXES = {
    "pieces": {0: "windows", 1: "length"},
    "mask": {0: "windows", 1: "length"},
    "window": {0: "pairs"},
    "x": {0: "pairs"},
    "y": {0: "pairs"},
    "features": {0: "pairs"},
    **{name: {0: "pairs"} for name in OUTPUTS},
}


class _Plain(nn.Module):
    """The network with a tuple instead of a dict, as the exporter wants it."""

    def __init__(self, net: JudgeNet) -> None:
        super().__init__()
        self.net = net

    def forward(
        self, pieces: Tensor, mask: Tensor, window: Tensor, x: Tensor, y: Tensor, features: Tensor
    ) -> tuple[Tensor, ...]:
        found = self.net(pieces, mask, window, x, y, features)
        return tuple(found[name] for name in OUTPUTS)


def export(
    net: JudgeNet, tokenizer: Path, card: Card, folder: Path, *, as_int8: bool = True
) -> Path:
    """Write the three files of the judge to ``folder``; returns the weights' path."""
    net.eval()
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / FILES[0]
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        torch.onnx.export(
            _Plain(net),
            _make_sample(),
            str(plain),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=_AXES,
            opset_version=_OPSET,
            dynamo=False,
        )
        if as_int8:
            quantize_dynamic(
                plain,
                target,
                weight_type=QuantType.QInt8,
                per_channel=True,
                op_types_to_quantize=["MatMul", "Gather"],
                extra_options={"MatMulConstBOnly": True},
            )
        else:
            target.write_bytes(plain.read_bytes())
    onnx.checker.check_model(str(target))
    (folder / FILES[1]).write_bytes(tokenizer.read_bytes())
    content = {**asdict(card), "features": len(NAMES)}
    (folder / FILES[2]).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    return target


def _make_sample() -> tuple[Tensor, ...]:
    """Inputs of some shape: two windows, three pairs."""
    length = 24
    return (
        torch.randint(1000, 2000, (2, length)),
        torch.ones(2, length),
        torch.tensor([0, 0, 1]),
        torch.tensor([[3] + [-1] * (MAX_MARKS - 1)] * 3),
        torch.tensor([[7, 9] + [-1] * (MAX_MARKS - 2)] * 3),
        torch.zeros(3, len(NAMES)),
    )
