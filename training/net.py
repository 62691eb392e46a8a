"""The network: an encoder once a sentence, and heads over each pair of sides in it."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import BertModel

from detente.extract.features import NAMES
from detente.judge.encoding import SLOT_AT, SLOTS
from detente.model.claims import EventType, Mode, Status

WIDTH = 256
MARKERS = SLOT_AT + SLOTS
MODES = tuple(Mode)
STATUSES = tuple(Status)
TYPES = tuple(EventType)
SWAPS = [
    NAMES.index(
        name.replace("x", "\0").replace("y", "x").replace("\0", "y")
        if name in ("x is inside", "y is inside")
        else (
            "y to x" + name[6:]
            if name.startswith("x to y")
            else "x to y" + name[6:]
            if name.startswith("y to x")
            else name
        )
    )
    for name in NAMES
]
"""For each feature the number of its mirror, with x and y exchanged."""
HEAD = 1 + len(MODES) + len(STATUSES)
ACT = 1 + len(TYPES)


class JudgeNet(nn.Module):
    """Encoder, attention over the marks of both sides, heads for contacts and for actions.

    Forward returns for each pair ``contact`` [1 + modes + statuses], ``forward`` and ``backward``
    [1 + types], ``status`` of an action, ``order`` (is x the acting side), and the log weights of
    mark pairs [K, K].
    """

    def __init__(self, encoder: BertModel, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        hidden = encoder.config.hidden_size
        self.markers: nn.Embedding | None = nn.Embedding(MARKERS, hidden)
        self.left = nn.Linear(hidden, WIDTH)
        self.right = nn.Linear(hidden, WIDTH)
        self.both = nn.Linear(hidden, WIDTH)
        self.whole = nn.Linear(hidden, WIDTH)
        self.look = nn.Linear(WIDTH, 1)
        self.hints = nn.Linear(len(NAMES), WIDTH)
        self.join = nn.Sequential(
            nn.GELU(), nn.Dropout(dropout), nn.Linear(WIDTH, WIDTH), nn.GELU()
        )
        self.contact = nn.Linear(WIDTH, HEAD)
        self.action = nn.Linear(WIDTH, ACT)
        self.deed = nn.Linear(WIDTH, len(STATUSES))
        self.order = nn.Linear(WIDTH, 1)
        self.drop = nn.Dropout(dropout)

    def forward(
        self,
        pieces: Tensor,
        mask: Tensor,
        window: Tensor,
        x: Tensor,
        y: Tensor,
        features: Tensor,
    ) -> dict[str, Tensor]:
        """``pieces``, ``mask`` [W, T]; ``window`` [P]; ``x``, ``y`` [P, K], -1 where no mark."""
        states = self._encode(pieces, mask)
        states = self.drop(states)
        whole = self.whole((states * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True))[window]
        h_x, h_y = (states[window[:, None], side.clamp(min=0)] for side in (x, y))
        seen = (x >= 0)[:, :, None] & (y >= 0)[:, None, :]
        swaps = torch.tensor(SWAPS, device=features.device)
        ahead, weights = self._view(h_x, h_y, seen, whole, features)
        back, _ = self._view(h_y, h_x, seen.transpose(1, 2), whole, features[:, swaps])
        return {
            "contact": (self.contact(ahead) + self.contact(back)) / 2,
            "forward": self.action(ahead),
            "backward": self.action(back),
            "deed": (self.deed(ahead) + self.deed(back)) / 2,
            "order": (self.order(ahead) - self.order(back)).squeeze(-1),
            "weights": weights,
        }

    def start_markers(self, words: dict[int, int]) -> None:
        """Let each marker begin at the vector of a word that says what it means."""
        table = self.encoder.embeddings.word_embeddings.weight
        table.requires_grad = False
        if self.markers is None:
            return
        with torch.no_grad():
            spread = table[2000:3000].std()
            self.markers.weight.normal_(std=float(spread))
            self.markers.weight[:1] = table[:1]  # padding
            for marker, word in words.items():
                self.markers.weight[marker] = table[word]

    def settle(self) -> None:
        """Write the trained markers into the vocabulary's unused places, for export."""
        if self.markers is not None:
            with torch.no_grad():
                table = self.encoder.embeddings.word_embeddings.weight
                table[:MARKERS] = self.markers.weight
            self.markers = None

    def _encode(self, pieces: Tensor, mask: Tensor) -> Tensor:
        if self.markers is None:
            found = self.encoder(input_ids=pieces, attention_mask=mask)
        else:
            # Words stay as they were, markers learn: a dense gradient for all words is slow
            words = self.encoder.embeddings.word_embeddings(pieces)
            marks = self.markers(pieces.clamp(max=MARKERS - 1))
            is_mark = (pieces < MARKERS)[:, :, None]
            embeds = torch.where(is_mark, marks, words)
            found = self.encoder(inputs_embeds=embeds, attention_mask=mask)
        states: Tensor = found.last_hidden_state
        return states.float()

    def _view(
        self, one: Tensor, other: Tensor, seen: Tensor, whole: Tensor, features: Tensor
    ) -> tuple[Tensor, Tensor]:
        pairs = self.left(one)[:, :, None] + self.right(other)[:, None, :]
        pairs = pairs + self.both(one[:, :, None] * other[:, None, :])
        pairs = torch.nn.functional.gelu(pairs + whole[:, None, None])
        scores = self.look(pairs).squeeze(-1).masked_fill(~seen, -1e4)
        log_weights = torch.log_softmax(scores.flatten(1), dim=1)
        pooled = (log_weights.exp()[:, :, None] * pairs.flatten(1, 2)).sum(1)
        return self.join(pooled + self.hints(features)), log_weights
