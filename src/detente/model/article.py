"""Article: a published text with what is known of its publication, never edited after ingest.

``text`` is what a reader sees, title first. Cleaning happens before an Article is made, so that an
offset into ``text`` never needs translating.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.model.dates import PartialDate
from detente.model.ids import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text and its title, outlet, author, publication date and address.

    ``title`` is the first line of ``text`` where the text has one; unknown fields are ``None``.
    ``id`` is a digest of text, outlet and date, so the same article has the same id everywhere.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    language: str = "en"
    source: str | None = field(default=None, compare=False)
    """Where it was read from (a path, an address, ``-``); for messages only."""
    given_id: str | None = field(default=None, compare=False)
    """An id that came with the article, kept in place of the digest."""

    @property
    def id(self) -> str:
        """The id that came with it, else the digest of what it says, where and when."""
        if self.given_id is not None:
            return self.given_id
        published = str(self.published) if self.published else ""
        return "art-" + digest(self.text, self.outlet or "", published)
