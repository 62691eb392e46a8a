"""Judged pairs, and what claims made from them share: their parties, head words and clause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.extract.clauses import find_evidence
from detente.extract.scene import Scene
from detente.model.evidence import Evidence
from detente.model.judgements import Judgement
from detente.model.parties import Party
from detente.model.windows import Pair, Window

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A pair of a window with its judgement."""

    window: Window
    pair: Pair
    judgement: Judgement

    @property
    def states(self) -> tuple[str, str]:
        """The states of x and of y."""
        marks = self.window.marks
        return marks[self.pair.x[0]].state, marks[self.pair.y[0]].state


def find_clause(scene: Scene, sentence: Span, trigger: Token, heads: tuple[Token, ...]) -> Evidence:
    """The clause of the trigger, or the whole sentence where it names neither side."""
    if not heads:
        return scene.take(sentence.start, sentence.end)
    return find_evidence(scene, trigger, heads)


def get_party(scene: Scene, window: Window, i: int) -> Party:
    """The party that a window's mark stands for."""
    mark = window.marks[i]
    return scene.resolutions[mark.number].parties[mark.member]


def find_heads(scene: Scene, parties: Iterable[Party], sentence: Span) -> tuple[Token, ...]:
    """The head words of the parties' mentions inside the sentence."""
    starts = {(party.start, party.end) for party in parties}
    found = []
    for resolution in scene.resolutions:
        mention = resolution.mention
        if not sentence.start <= mention.head < sentence.end:
            continue
        own = {(party.start, party.end) for party in resolution.parties}
        if (mention.start, mention.end) in starts or own & starts:
            found.append(scene.doc[mention.head])
    return tuple(found)
