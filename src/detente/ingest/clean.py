"""HTML to title, main text and metadata; everything else of the page is left behind."""

from __future__ import annotations

import copy
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.errors import EmptyTextError
from detente.ingest.page_dates import find_page_date
from detente.ingest.text import clean_text
from detente.ingest.titles import put_title_first
from detente.model.dates import PartialDate

if TYPE_CHECKING:
    from trafilatura.settings import Document

_MIN_WORDS = 5  # a page with fewer words of main text holds no article
# Code points; with trafilatura's own 250 a brief of two sentences comes out as one line in which
# headline, menu and sentences run together.
_MIN_SIZE = "60"
_DATES_OFF = {"extensive_search": False, "max_date": "2100-01-01"}  # `page_dates` finds them


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page says: main text with its title first, and who published it when."""

    text: str
    title: str | None
    published: PartialDate | None
    outlet: str | None
    author: str | None
    url: str | None


def parse_html(html: str, name: str, *, url: str | None = None, title: str | None = None) -> Page:
    """The article on a page; ``url`` is where it came from, ``title`` goes before the page's own.

    Paragraphs are parted by blank lines. Comments, menus and pictures are left out, tables too
    unless the page holds nothing else. The words of links stay.
    Raises: ``EmptyTextError`` where no main text can be found.
    """
    found = _extract(html, url, with_tables=False) or _extract(html, url, with_tables=True)
    if found is None:
        raise EmptyTextError(
            name, "no article found on the page", "save its text to a file and read that"
        )
    lines = (line.strip() for line in clean_text(found.text or "").split("\n"))
    own, text = put_title_first(found.title, "\n\n".join(filter(None, lines)))
    if title is not None:
        own, text = put_title_first(title, text.removeprefix(own or "") if found.title else text)
    return Page(
        text=text,
        title=own if title or found.title else None,  # a first paragraph is no title of a page
        published=find_page_date(html, url),
        outlet=_plain(found.sitename),
        author=_plain(found.author),
        url=url or _plain(found.url),
    )


def _extract(html: str, url: str | None, *, with_tables: bool) -> Document | None:
    """Text and metadata, or None where there are too few words."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - half a second; only pages need it
    from trafilatura.settings import DEFAULT_CONFIG  # noqa: PLC0415

    # What these report of a page is said in our own words; without a handler Python would print it.
    for package in ("trafilatura", "htmldate"):
        if not logging.getLogger(package).handlers:
            logging.getLogger(package).addHandler(logging.NullHandler())
    config = copy.deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = _MIN_SIZE
    found = bare_extraction(
        html,
        url=url,
        include_comments=False,
        include_tables=with_tables,
        with_metadata=True,
        date_extraction_params=_DATES_OFF,
        config=config,
    )
    if found is None or isinstance(found, dict) or len((found.text or "").split()) < _MIN_WORDS:
        return None
    return found


def _plain(text: str | None) -> str | None:
    return " ".join(clean_text(text).split()) or None if text else None
