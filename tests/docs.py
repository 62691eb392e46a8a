"""Docs built by hand, so that a rule is tested on the tree it is about, without a model.

A sentence is written token by token as ``word/TAG/label>head``: the tag is Penn's, the label
spaCy's (ClearNLP), the head a word of the same sentence, or ``#3`` for its fourth token where the
word stands there twice. The root has no head. What cannot be told from word and tag is added:
``met=meet`` gives the lemma, ``/GPE`` at the end an entity of one token.

    make_doc("Wang/NNP/nsubj>refused refused=refuse/VBD/ROOT to/TO/aux>meet meet/VB/xcomp>refused")
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token

_POS = {
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "MD": "AUX",
    "TO": "PART",
    "DT": "DET",
    "PDT": "DET",
    "WDT": "PRON",
    "PRP": "PRON",
    "PRP$": "PRON",
    "WP": "PRON",
    "EX": "PRON",
    "WRB": "SCONJ",
    "CD": "NUM",
    "CC": "CCONJ",
    "POS": "PART",
    "IN": "ADP",
    "RP": "ADP",
    "_SP": "SPACE",
}
_POS_BY_START = {"NN": "NOUN", "VB": "VERB", "JJ": "ADJ", "RB": "ADV"}
_TIGHT = frozenset({",", ".", "?", ":", ";", "'s", "’s", "'", "n't", "”", ")", "-", "–"})
_OPENING = frozenset({"“", "(", "-", "–"})


@cache
def blank() -> Language:
    """English words and tokens, with no model behind them."""
    return spacy.blank("en")


def make_doc(*sentences: str) -> Doc:
    """A Doc of sentences in the notation above; ``\\n`` as a word is a line break."""
    words: list[str] = []
    columns: dict[str, list[str]] = {"lemmas": [], "tags": [], "pos": [], "deps": [], "ents": []}
    heads: list[int] = []
    starts: list[bool] = []
    for sentence in sentences:
        rows = [_split(item) for item in sentence.split()]
        forms = [row[0] for row in rows]
        offset = len(words)
        for i, (word, lemma, tag, label, head, entity) in enumerate(rows):
            words.append(word)
            starts.append(i == 0)
            heads.append(offset + (_find_head(forms, head, i)))
            pos = _find_pos(tag, label, lemma)
            for name, value in (
                ("lemmas", lemma or (word if pos == "PROPN" else word.lower())),
                ("tags", tag),
                ("pos", pos),
                ("deps", label),
                ("ents", f"B-{entity}" if entity else "O"),
            ):
                columns[name].append(value)
    spaces = [
        i + 1 < len(words) and words[i + 1] not in _TIGHT and word not in _OPENING
        for i, word in enumerate(words)
    ]
    return Doc(
        blank().vocab, words=words, spaces=spaces, heads=heads, sent_starts=starts, **columns
    )


def get(doc: Doc, word: str) -> Token:
    """The one token of that form; a test that asks for one of several is wrong."""
    found = [token for token in doc if token.text == word]
    assert len(found) == 1, f"{word!r} stands {len(found)} times in {doc.text!r}"
    return found[0]


def texts(tokens: object) -> list[str]:
    """The forms of tokens."""
    return [token.text for token in tokens]  # type: ignore[attr-defined]


def _split(item: str) -> tuple[str, str, str, str, str, str]:
    form, tag, rest, *entity = item.split("/")
    word, _, lemma = form.partition("=")
    label, _, head = rest.partition(">")
    return word.replace("\\n", "\n"), lemma, tag, label, head, entity[0] if entity else ""


def _find_head(forms: list[str], head: str, own: int) -> int:
    if not head:
        return own
    if head.startswith("#"):
        return int(head[1:])
    assert forms.count(head) == 1, f"{head!r} stands {forms.count(head)} times: write #number"
    return forms.index(head)


def _find_pos(tag: str, label: str, lemma: str) -> str:
    if tag == "IN" and label == "mark":
        return "SCONJ"
    if tag.startswith("VB") and (label in ("aux", "auxpass") or lemma == "be"):
        return "AUX"
    return _POS.get(tag) or _POS_BY_START.get(tag[:2], "PUNCT")
