"""When a page says that it was first published; a guess, or an hour of change, is no answer.

Apart from ``clean`` because a wrong date moves every relative date of the article with it. htmldate
knows where pages keep their dates, and guesses where they do not: it reads "2022-04" as a day of
that month, "04/05/2022" as 4 May or 5 April, and takes dates of change, copyright years, pictures
and running text (version 1.11, measured 2026-11). So it is shown only what is a whole date stated
as one of publication, in ISO form, and what is left are dates displayed beside the headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from html import escape
from typing import Any

from detente.ingest.published import parse_published
from detente.model.dates import PartialDate, Precision

_Element = Any  # lxml comes without types

# Fixed bounds, so that an answer never hangs on the day on which it is asked for.
_EARLIEST = datetime(1800, 1, 1)  # noqa: DTZ001 - htmldate compares with naive ones
_LATEST = datetime(2100, 1, 1)  # noqa: DTZ001

_NO_ADDRESS = "about:blank"

_NOT_PUBLICATION = re.compile(
    r"modif|updat|lastmod|last-mod|lastdate|utime|copyright|expir|event|review|og:url|reserve",
    re.IGNORECASE,
)
_DISPLAYED = re.compile(
    r"date|datum|time|publish|posted|byline|dateline|submitted|created", re.IGNORECASE
)
_ASIDE = frozenset({"footer", "aside", "nav", "form", "figure", "table"})
_ASIDE_CLASS = re.compile(
    r"related|sidebar|recommend|trending|popular|most-read|comment|footer|teaser|promo|widget",
    re.IGNORECASE,
)
_MAX_DISPLAYED = 80  # code points; a longer text is not just a date
_DATE_IN_LINE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\.?,?\s+\d{4}|[A-Z][a-z]+\.?\s+\d{1,2},?\s+\d{4})\b"
)


def find_page_date(html: str, url: str | None) -> PartialDate | None:
    """The day of first publication that a page states; None where it states none for certain.

    Sources, in order: the address ("/2022/04/18/"), metadata of publication, the displayed date
    that comes first after the headline.
    """
    from trafilatura import load_html  # noqa: PLC0415 - half a second; only pages need it

    tree = load_html(html)
    if tree is None:
        return None
    return _find_stated(tree, url) or _find_displayed(tree)


def _find_stated(tree: _Element, url: str | None) -> PartialDate | None:
    """What htmldate finds in the address, the metadata of publication and nothing else."""
    from htmldate import find_date  # noqa: PLC0415 - loads with trafilatura

    parts: list[str] = []
    for meta in tree.iter("meta"):
        names = {key: meta.get(key) for key in ("name", "property", "itemprop") if meta.get(key)}
        day = _parse_day(meta.get("content") or meta.get("datetime") or "")
        if day is not None and not any(map(_NOT_PUBLICATION.search, names.values())):
            attributes = " ".join(f'{key}="{escape(value)}"' for key, value in names.items())
            parts.append(f'<meta {attributes} content="{day}">')
    for script in tree.iter("script"):
        if "json" in script.get("type", "") and script.text:
            data = script.text.replace("</", "<\\/")
            parts.append(f'<script type="application/ld+json">{data}</script>')
    if url is None:
        link = tree.find('.//link[@rel="canonical"]')
        url = link.get("href") if link is not None else None
    found = find_date(
        f"<html><head>{''.join(parts)}</head><body><p>.</p></body></html>",
        url=url or _NO_ADDRESS,
        original_date=True,
        extensive_search=False,
        min_date=_EARLIEST,
        max_date=_LATEST,
    )
    return parse_published(found) if found else None


def _find_displayed(tree: _Element) -> PartialDate | None:
    """The first displayed date after the headline; without a headline, the only one there is."""
    headline = next(tree.iter("h1"), None)
    found: list[PartialDate] = []
    is_after = False
    for element in tree.iter():
        if element is headline:
            is_after = True
        day = _parse_element(element)
        if day is not None and not _is_aside(element):
            if is_after:
                return day
            found.append(day)
    return found[0] if len(set(found)) == 1 else None


def _parse_element(element: _Element) -> PartialDate | None:
    """The date that an element is there to show."""
    if not isinstance(element.tag, str):
        return None  # a comment
    labels = " ".join(element.get(key, "") for key in ("class", "id", "itemprop"))
    is_time = element.tag in ("time", "abbr")
    if _NOT_PUBLICATION.search(labels) or not (is_time or _DISPLAYED.search(labels)):
        return None
    text = " ".join("".join(element.itertext()).split())
    if len(text) > _MAX_DISPLAYED or _NOT_PUBLICATION.search(text):
        return None
    stated = element.get("datetime") or element.get("title") or element.get("content") or ""
    day = _parse_day(stated) or _parse_day(text)
    if day is not None:
        return day
    in_line = [_parse_day(words) for words in _DATE_IN_LINE.findall(text)]
    return in_line[0] if len(in_line) == 1 else None


def _is_aside(element: _Element) -> bool:
    return any(
        parent.tag in _ASIDE or _ASIDE_CLASS.search(f"{parent.get('class')} {parent.get('id')}")
        for parent in (element, *_ancestors(element))
    )


def _ancestors(element: _Element) -> Iterator[_Element]:
    return (parent for parent in element.iterancestors() if parent.tag not in ("html", "body"))


def _parse_day(text: str) -> PartialDate | None:
    found = parse_published(text)
    return found if found is not None and found.precision is Precision.DAY else None
