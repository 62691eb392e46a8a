"""The trained judge: loaded from the package, asked about windows in batches.

Probabilities are calibrated by the slope and offset that training measured on held-out articles.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.errors import ModelError
from detente.judge.encoding import MAX_MARKS, Encoded, encode
from detente.model.claims import EventType, Mode, Status
from detente.model.judgements import Act, Bar, Judgement
from detente.model.windows import Window

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    Numbers = NDArray[np.float32]

MODES = tuple(Mode)
STATUSES = tuple(Status)
TYPES = tuple(EventType)
INPUTS = ("pieces", "mask", "window", "x", "y", "features")
OUTPUTS = ("contact", "forward", "backward", "deed", "order", "weights")
BATCH = 32
FILES = ("judge.onnx", "tokenizer.json", "judge.json")
_DEEDS = frozenset(
    {
        Status.HELD,
        Status.ONGOING,
        Status.PLANNED,
        Status.ABSENT,
        Status.DENIED,
        Status.POSSIBLE,
    }
)
_MEND = "reinstall detente; or read by rules alone with the setting `judge = false`"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How a raw score becomes a chance: 1 / (1 + exp(-(slope * score + offset)))."""

    slope: float
    offset: float

    def apply(self, score: float) -> float:
        """The chance, 0 to 1."""
        return float(1.0 / (1.0 + np.exp(-(self.slope * score + self.offset))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What stands beside the weights: their name, how to read the scores, from where to claim."""

    name: str
    features: int
    contact: Scale
    action: Scale
    bar: Bar


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """A loaded judge; ``digest`` is the sha256 of its weights, in hex."""

    session: InferenceSession
    tokenizer: Tokenizer
    card: Card
    digest: str

    def judge_windows(self, windows: Sequence[Window]) -> tuple[tuple[Judgement | None, ...], ...]:
        """For each window one judgement a pair, in order; None where its marks were cut off."""
        encoded = [encode(window, self.tokenizer) for window in windows]
        answers: list[list[Judgement | None]] = [[None] * len(w.pairs) for w in windows]
        order = sorted(
            (i for i, item in enumerate(encoded) if item.pairs),
            key=lambda i: (len(encoded[i].pieces), i),
        )
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            outputs = self._run([windows[i] for i in batch], [encoded[i] for i in batch])
            places = [(i, k) for i in batch for k in range(len(encoded[i].pairs))]
            for row, (i, k) in enumerate(places):
                pair = encoded[i].pairs[k]
                answers[i][pair] = self._read(outputs, row, encoded[i].marks[k])
        return tuple(tuple(answer) for answer in answers)

    def _run(self, windows: Sequence[Window], encoded: Sequence[Encoded]) -> dict[str, Numbers]:
        found = self.session.run(list(OUTPUTS), make_feed(windows, encoded))
        return dict(zip(OUTPUTS, found, strict=True))

    def _read(
        self, outputs: dict[str, Numbers], row: int, marks: tuple[tuple[int, ...], tuple[int, ...]]
    ) -> Judgement:
        contact = outputs["contact"][row]
        best = int(outputs["weights"][row].argmax())
        deeds = dict(zip(STATUSES, _softmax(outputs["deed"][row]), strict=True))
        kept = {status: chance for status, chance in deeds.items() if status in _DEEDS}
        total = sum(kept.values())
        return Judgement(
            contact=self.card.contact.apply(contact[0]),
            modes=dict(zip(MODES, _softmax(contact[1 : 1 + len(MODES)]), strict=True)),
            statuses=dict(zip(STATUSES, _softmax(contact[1 + len(MODES) :]), strict=True)),
            is_forward=Scale(slope=1.0, offset=0.0).apply(outputs["order"][row]),
            forward=self._act(outputs["forward"][row]),
            backward=self._act(outputs["backward"][row]),
            deeds={status: chance / total for status, chance in kept.items()},
            marks=(marks[0][best // MAX_MARKS], marks[1][best % MAX_MARKS]),
        )

    def _act(self, scores: Numbers) -> Act:
        return Act(
            chance=self.card.action.apply(scores[0]),
            types=dict(zip(TYPES, _softmax(scores[1:]), strict=True)),
        )


def make_feed(windows: Sequence[Window], encoded: Sequence[Encoded]) -> dict[str, Any]:
    """The model's inputs for a batch: pieces padded with 0, marks padded with -1."""
    longest = max(len(item.pieces) for item in encoded)
    pieces = np.zeros((len(encoded), longest), dtype=np.int64)
    mask = np.zeros((len(encoded), longest), dtype=np.float32)
    for i, item in enumerate(encoded):
        pieces[i, : len(item.pieces)] = item.pieces
        mask[i, : len(item.pieces)] = 1.0
    rows = [(i, side, k) for i, e in enumerate(encoded) for side, k in _rows(e)]
    return {
        "pieces": pieces,
        "mask": mask,
        "window": np.array([i for i, _, _ in rows], dtype=np.int64),
        "x": np.array([_pad(side[0]) for _, side, _ in rows], dtype=np.int64),
        "y": np.array([_pad(side[1]) for _, side, _ in rows], dtype=np.int64),
        "features": np.array([windows[i].pairs[k].features for i, _, k in rows], dtype=np.float32),
    }


def load_judge() -> Judge:
    """The packaged judge; takes about a tenth of a second.

    Raises: ``ModelError`` where a file of it is missing or was made for other features.
    """
    import onnxruntime  # noqa: PLC0415 - only reading may pay for it
    from tokenizers import Tokenizer  # noqa: PLC0415

    folder = resources.files("detente.judge").joinpath("data")
    weights, words, card = (_read_file(folder, name) for name in FILES)
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_str(words.decode("utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Judge(
        session=session,
        tokenizer=tokenizer,
        card=parse_card(card),
        digest=hashlib.sha256(weights).hexdigest(),
    )


def _read_file(folder: Traversable, name: str) -> bytes:
    try:
        return folder.joinpath(name).read_bytes()
    except OSError as error:
        raise ModelError(name, "a file of the judge cannot be read", _MEND) from error


def parse_card(content: bytes) -> Card:
    """The card of a judge from its JSON.

    Raises: ``ModelError`` for what is no card.
    """
    try:
        raw = json.loads(content)
        return Card(
            name=raw["name"],
            features=raw["features"],
            contact=Scale(**raw["contact"]),
            action=Scale(**raw["action"]),
            bar=Bar(**raw["bar"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(FILES[2], f"is not as it should be: {error}", _MEND) from error


def _rows(item: Encoded) -> Iterator[tuple[tuple[tuple[int, ...], tuple[int, ...]], int]]:
    yield from zip(item.sides, item.pairs, strict=True)


def _pad(positions: Iterable[int]) -> list[int]:
    found = list(positions)
    return found + [-1] * (MAX_MARKS - len(found))


def _softmax(scores: Numbers) -> list[float]:
    powers = np.exp(scores - scores.max())
    return [float(value) for value in powers / powers.sum()]
