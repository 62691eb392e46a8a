"""Windows and a tokenizer made by hand, for tests of the judge without its weights."""

from __future__ import annotations

from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from detente.model.parties import Rank
from detente.model.windows import Mark, Pair, Window

WORDS = "Wang met Kono in Oslo . He said that they spoke with Lee".split()


def make_tokenizer() -> Tokenizer:
    """Whole words as pieces, numbered from 2000; others are 1999."""
    vocabulary = {"[UNK]": 1999, **{word: 2000 + i for i, word in enumerate(WORDS)}}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()  # type: ignore[assignment]
    return tokenizer


def make_window(
    before: str, sentence: str, marks: dict[str, tuple[str, Rank]], features: int = 0
) -> Window:
    """A window whose marks are the given words, in order; one pair of the first two states."""
    text = f"{before} {sentence}" if before else sentence
    start = len(text) - len(sentence)
    made = []
    for number, (words, (state, rank)) in enumerate(marks.items()):
        at = text.index(words)
        made.append(
            Mark(
                start=at,
                end=at + len(words),
                number=number,
                member=0,
                state=state,
                rank=rank,
                is_place=False,
                is_inside=at >= start,
            )
        )
    states = list(dict.fromkeys(mark.state for mark in made))
    sides = [tuple(i for i, m in enumerate(made) if m.state == state) for state in states[:2]]
    return Window(
        text=text,
        start=start,
        end=len(text),
        sentence=0,
        marks=tuple(made),
        pairs=(Pair(x=sides[0], y=sides[1], features=(0.0,) * features),),
    )
