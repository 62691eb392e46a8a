"""What turned, as Atom (RFC 4287) and JSON Feed 1.1, newest first.

Both demand a moment; a change has a day, so that its moment is that day's midnight, UTC. An item's
id depends on what it says, so that a reader shows each once.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from detente.exports.outcome import Exported, Material
from detente.exports.telling import (
    find_links,
    say_event,
    say_pair,
    say_ranks,
    say_support,
)
from detente.model.channels import Change

TITLE = "Détente: what turned"
_NAMESPACE = uuid.UUID("6c5f1a52-0c0f-5b53-9d39-6a0f3d1f6b0e")
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A change as both feeds show it."""

    id: str
    day: date
    title: str
    text: str
    links: tuple[str, ...]
    tags: tuple[str, ...]


def make_items(changes: Iterable[Change]) -> tuple[Item, ...]:
    """The changes as items, newest and weightiest first."""
    weighed: dict[str, tuple[int, Item]] = {}
    for change in changes:
        item = _make_item(change)
        weight = max(change.weight, weighed[item.id][0] if item.id in weighed else 0)
        weighed[item.id] = weight, item
    ordered = sorted(
        weighed.values(),
        key=lambda pair: (-pair[1].day.toordinal(), -pair[0], pair[1].title, pair[1].id),
    )
    return tuple(item for _, item in ordered)


def make_atom(material: Material) -> Exported:
    """An Atom feed of the changes of the material."""
    items = make_items(material.changes)
    updated = max((item.day for item in items), default=material.as_of)
    body = "\n".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>',
            '<feed xmlns="http://www.w3.org/2005/Atom">',
            f"  <id>{_urn('feed')}</id>",
            f"  <title>{_xml(TITLE)}</title>",
            f"  <updated>{_moment(updated)}</updated>",
            "  <author><name>Détente</name></author>",
            f"  <generator version={_attribute(material.version)}>Détente</generator>",
            *(_render_entry(item) for item in items),
            "</feed>",
            "",
        )
    )
    return Exported(body=body.encode("utf-8"), count=len(items))


def make_json_feed(material: Material) -> Exported:
    """A JSON Feed of the changes of the material."""
    items = make_items(material.changes)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": TITLE,
        "authors": [{"name": "Détente"}],
        "items": [
            {
                "id": item.id,
                "title": item.title,
                "content_text": item.text,
                "date_published": _moment(item.day),
                **({"external_url": item.links[0]} if item.links else {}),
                "tags": list(item.tags),
            }
            for item in items
        ],
    }
    body = json.dumps(feed, ensure_ascii=False, indent=2) + "\n"
    return Exported(body=body.encode("utf-8", "replace"), count=len(items))


def _make_item(change: Change) -> Item:
    ranks = say_ranks(change.ranks)
    event = change.event
    told = [change.text + (f" ({ranks})" if ranks else "")]
    if event is not None:
        told += [say_event(event), say_support(event)]
    key = (change.kind.value, change.day.isoformat(), *change.pair, ranks, change.text)
    return Item(
        id=_urn(*key, event.id if event else ""),
        day=change.day,
        title=f"{say_pair(change.pair)}: {change.text}",
        text="\n".join(told),
        links=find_links(event) if event else (),
        tags=(change.kind.value, *dict.fromkeys(change.pair)),
    )


def _render_entry(item: Item) -> str:
    links = (f'    <link rel="related" href={_attribute(link)}/>' for link in item.links)
    tags = (f"    <category term={_attribute(tag)}/>" for tag in item.tags)
    return "\n".join(
        (
            "  <entry>",
            f"    <id>{item.id}</id>",
            f"    <title>{_xml(item.title)}</title>",
            f"    <updated>{_moment(item.day)}</updated>",
            f'    <content type="text">{_xml(item.text)}</content>',
            *links,
            *tags,
            "  </entry>",
        )
    )


def _urn(*parts: str) -> str:
    name = "\x1f".join(parts).encode("utf-8", "replace").decode("utf-8")
    return uuid.uuid5(_NAMESPACE, name).urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _xml(text: str) -> str:
    return escape(_NOT_IN_XML.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_NOT_IN_XML.sub("\ufffd", text))
