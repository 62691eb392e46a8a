"""Anchors: the word of a sentence that a judged claim rests on, where no rule named one.

Time, place and voices hang on a word; so does the evidence clause.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from detente.extract import syntax

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_FAR = 99


def find_anchor(
    sentence: Span, heads: tuple[Token, ...], is_fitting: Callable[[Token], int]
) -> Token:
    """The fitting word nearest in the tree to the parties' heads, else what joins them.

    ``is_fitting`` grades a word: 0 no trigger, 1 a trigger of the family, 2 of the very kind.
    """
    inside = tuple(head for head in heads if sentence.start <= head.i < sentence.end)
    graded = [(token, is_fitting(token)) for token in sentence]
    found = [(token, grade) for token, grade in graded if grade > 0]
    if found:
        return min(
            found,
            key=lambda item: (-item[1], sum(_distance(item[0], head) for head in inside)),
        )[0]
    return _join(sentence, inside)


def _distance(one: Token, other: Token) -> int:
    """Steps along the tree between two words."""
    path = {node.i: step for step, node in enumerate((one, *syntax.climb(one)))}
    for step, node in enumerate((other, *syntax.climb(other))):
        if node.i in path:
            return step + path[node.i]
    return _FAR


def _join(sentence: Span, heads: Iterable[Token]) -> Token:
    """The lowest word that governs all heads; a verb above it, if there is one."""
    paths = [[head, *syntax.climb(head)] for head in heads]
    root: Token = sentence.root
    if not paths:
        return root
    common = set.intersection(*({node.i for node in path} for path in paths))
    joined = next((node for node in paths[0] if node.i in common), root)
    for node in (joined, *syntax.climb(joined)):
        if node.pos_ in ("VERB", "AUX"):
            return node
    return joined
