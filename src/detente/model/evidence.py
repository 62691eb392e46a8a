"""Evidence: the exact words that a claim rests on, and where they stand.

Offsets count Unicode code points of ``Article.text``; ``end`` is exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quote of an article and its place: ``article.text[start:end] == quote``."""

    article: str
    start: int
    end: int
    quote: str

    @classmethod
    def take(cls, article: str, text: str, start: int, end: int) -> Evidence:
        """Cut ``text[start:end]`` as evidence from the article with id ``article``.

        Raises: ``ValueError`` where the offsets do not enclose at least one character of the text.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no span {start}:{end} in a text of {len(text)} characters")
        return cls(article=article, start=start, end=end, quote=text[start:end])

    def is_in(self, text: str) -> bool:
        """Whether the quote stands at its offsets in ``text``."""
        return text[self.start : self.end] == self.quote

    def overlaps(self, other: Evidence) -> bool:
        """Whether both are of one article and share at least one character."""
        return self.article == other.article and self.start < other.end and other.start < self.end
