"""Article → Doc, with ``doc.text == article.text``: an offset in the one is an offset in the other.

The parser is told only where a sentence must begin: after a headline, a paragraph, a full line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.read.models import Pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from detente.model.article import Article

_LINE_ENDS = ".!?:;\"”’')]…"


def read_article(article: Article, pipeline: Pipeline) -> Doc:
    """Parse an article; sentences never run over the end of a paragraph.

    A line break inside a sentence (texts wrapped at a width) does not end it.
    Raises: whatever spaCy raises on a text over its length limit (``ValueError``).
    """
    nlp = pipeline.nlp
    doc = nlp.make_doc(article.text)
    mark_sentence_starts(doc)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def mark_sentence_starts(doc: Doc) -> None:
    """Set a sentence start after the title, after each blank line and after each closed line."""
    is_title = True
    for token in doc[:-1] if len(doc) else ():
        if "\n" not in token.text:
            continue
        before = doc.text[: token.idx].rstrip()
        if is_title or token.text.count("\n") > 1 or before[-1:] in _LINE_ENDS:
            doc[token.i + 1].is_sent_start = True
        is_title = is_title and not before
