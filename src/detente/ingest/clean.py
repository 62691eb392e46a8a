"""HTML to title, main text and metadata; everything else of the page is left behind."""

from __future__ import annotations

from dataclasses import dataclass

from detente.errors import EmptyTextError
from detente.ingest.published import parse_published
from detente.model.dates import PartialDate

_MIN_WORDS = 5  # a page with fewer words of main text holds no article


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page says: main text with its title first, and who published it when."""

    text: str
    title: str | None
    published: PartialDate | None
    outlet: str | None
    author: str | None
    url: str | None


def parse_html(html: str, name: str, *, url: str | None = None) -> Page:
    """The article on a page.

    The date is the page's own statement of first publication, never today's or a guess.
    Raises: ``EmptyTextError`` where no main text can be found.
    """
    import trafilatura  # noqa: PLC0415 - half a second; only pages need it

    text = trafilatura.extract(
        html, url=url, include_comments=False, include_tables=False, deduplicate=False
    )
    if text is None or len(text.split()) < _MIN_WORDS:
        raise EmptyTextError(
            name, "no article found on the page", "save its text to a file and read that"
        )
    meta = trafilatura.extract_metadata(html, default_url=url)
    title = _plain(meta.title) if meta else None
    body = "\n\n".join(line.strip() for line in text.split("\n") if line.strip())
    if title and not body.startswith(title):
        body = f"{title}\n\n{body}"
    return Page(
        text=body,
        title=title or body.split("\n", 1)[0],
        published=_find_date(html, url),
        outlet=_plain(meta.sitename) if meta else None,
        author=_plain(meta.author) if meta else None,
        url=url or (meta.url if meta else None),
    )


def _find_date(html: str, url: str | None) -> PartialDate | None:
    from htmldate import find_date  # noqa: PLC0415 - loads with trafilatura

    found = find_date(html, url=url, original_date=True, extensive_search=False)
    return parse_published(found) if found else None


def _plain(text: str | None) -> str | None:
    return " ".join(text.split()) if text and text.strip() else None
