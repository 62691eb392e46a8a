"""The evidence of claims as W3C Web Annotations, one page (JSON-LD).

Each annotation points at our text of the article by quote and by position (code points, end
exclusive), and, where its address is known, at the page by quote alone: positions in a page's own
text are other ones. The body says what is claimed, with its status, so that a planned or refused
contact is read as that.
"""

from __future__ import annotations

import json
from typing import Any

from detente.exports.outcome import Exported, LeftOut, Material, Told, gather_entries
from detente.model.article import Article
from detente.model.claims import Contact
from detente.model.pairs import sides_of
from detente.model.parties import Party

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters before and after a quote that tell it from the same words elsewhere."""
IMPLIED = "it is only implied by the words of another claim"
Json = dict[str, Any]


def make_annotations(material: Material) -> Exported:
    """An annotation page of all claims of the material that are told."""
    told = gather_entries(material.events)
    items = [_annotate(item, material) for item in told if not item.entry.is_implied]
    page = {
        "@context": CONTEXT,
        "id": "urn:detente:annotations",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }
    body = json.dumps(page, ensure_ascii=False, indent=1) + "\n"
    left_out = tuple(
        LeftOut(subject=item.entry.id, reason=IMPLIED) for item in told if item.entry.is_implied
    )
    return Exported(body=body.encode("utf-8", "replace"), count=len(items), left_out=left_out)


def _annotate(told: Told, material: Material) -> Json:
    claim = told.entry.claim
    what = claim.mode.value if isinstance(claim, Contact) else claim.type.value
    one, other = sides_of(claim)
    link = "with" if isinstance(claim, Contact) else "towards"
    by = f"; according to {' via '.join(claim.according_to)}" if claim.according_to else ""
    disputed = "; other claims differ" if told.is_disputed else ""
    sentence = f"{what} reported {claim.status}: {_say(one)} {link} {_say(other)}{by}{disputed}"
    return {
        "id": f"urn:detente:{told.entry.id}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"type": "Software", "name": f"Détente {material.version}"},
        "body": [
            {
                "type": "TextualBody",
                "value": sentence,
                "format": "text/plain",
                "language": "en",
                "purpose": "describing",
            },
            *(_tag(value) for value in (what, claim.status.value)),
        ],
        "target": _targets(told, material.articles.get(told.entry.source.article)),
    }


def _targets(told: Told, article: Article | None) -> list[Json]:
    source, evidence = told.entry.source, told.entry.claim.evidence
    quote: Json = {"type": "TextQuoteSelector", "exact": evidence.quote}
    if article is not None and evidence.is_in(article.text):
        quote["prefix"] = article.text[max(0, evidence.start - AROUND) : evidence.start]
        quote["suffix"] = article.text[evidence.end : evidence.end + AROUND]
    place = {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end}
    text: Json = {"id": f"urn:detente:{source.article}", "type": "Text", "format": "text/plain"}
    if article is not None:
        text["language"] = article.language
    if source.url:
        text["via"] = source.url
    ours: Json = {"type": "SpecificResource", "source": text, "selector": [quote, place]}
    if not source.url:
        return [ours]
    return [{"type": "SpecificResource", "source": source.url, "selector": [quote]}, ours]


def _tag(value: str) -> Json:
    return {"type": "TextualBody", "value": value, "purpose": "tagging"}


def _say(parties: tuple[Party, ...]) -> str:
    return ", ".join(f"{party.name or party.text} ({party.state})" for party in parties)
