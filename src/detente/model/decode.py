"""JSON values to records: what `encode` wrote, and gold files, which have no offsets.

An evidence without offsets is looked for in the text; white space may differ.
"""

from __future__ import annotations

import re
from typing import Any

from detente.errors import GoldError
from detente.model.article import Article
from detente.model.claims import Action, Contact, EventType, Mode, Reason, Status
from detente.model.dates import PartialDate, When
from detente.model.evidence import Evidence
from detente.model.issues import Issue, IssueKind
from detente.model.parties import Party, Rank
from detente.model.records import Record, Stamp
from detente.model.statements import Form, Period, Stance, Statement

Json = dict[str, Any]


def record_from_json(raw: Json, where: str = "record") -> Record:
    """A record from its JSON object; ``where`` names it in errors.

    Raises: ``GoldError`` naming the place and the field for a value that does not fit.
    """
    try:
        article = _article(raw)
        return Record(
            article=article,
            contacts=tuple(_contact(item, article) for item in raw.get("contacts") or ()),
            actions=tuple(_action(item, article) for item in raw.get("actions") or ()),
            statements=tuple(_statement(item, article) for item in raw.get("statements") or ()),
            issues=tuple(_issue(item, article) for item in raw.get("issues") or ()),
            stamp=Stamp(**raw["stamp"]) if raw.get("stamp") else None,
        )
    except GoldError:
        raise
    except KeyError as error:
        raise GoldError(
            where, f"field {error} is missing", "add it as the guidelines say"
        ) from error
    except (ValueError, TypeError, AttributeError) as error:
        raise GoldError(where, str(error), "write it as the guidelines say") from error


def _article(raw: Json) -> Article:
    text, title = raw["text"], raw.get("title") or None
    if title and title not in text[: len(title) + 200]:
        text = f"{title}\n\n{text}"
    return Article(
        text=text,
        title=title,
        outlet=raw.get("outlet"),
        author=raw.get("author"),
        published=_date(raw.get("published")),
        url=raw.get("url"),
        language=raw.get("language") or "en",
        source=raw.get("source"),
        given_id=raw.get("id"),
    )


def _contact(raw: Json, article: Article) -> Contact:
    return Contact(
        a=tuple(_party(item) for item in raw["a"]),
        b=tuple(_party(item) for item in raw["b"]),
        mode=Mode(raw["mode"]),
        status=Status(raw["status"]),
        evidence=_evidence(raw, article),
        when=_when(raw.get("when")),
        where=raw.get("where"),
        topics=tuple(raw.get("topics") or ()),
        according_to=tuple(raw.get("according_to") or ()),
        reason=_reason(raw.get("reason")),
        confidence=raw.get("confidence"),
    )


def _action(raw: Json, article: Article) -> Action:
    return Action(
        actors=tuple(_party(item) for item in raw["actors"]),
        recipients=tuple(_party(item) for item in raw["recipients"]),
        type=EventType(raw["type"]),
        status=Status(raw["status"]),
        evidence=_evidence(raw, article),
        when=_when(raw.get("when")),
        according_to=tuple(raw.get("according_to") or ()),
        reason=_reason(raw.get("reason")),
        confidence=raw.get("confidence"),
    )


def _party(raw: Json) -> Party:
    return Party(
        text=raw["text"],
        state=raw["state"],
        rank=Rank(raw["rank"]),
        name=raw.get("name"),
        office=raw.get("office"),
        start=raw.get("start"),
        end=raw.get("end"),
        reason=raw.get("reason"),
    )


def _date(text: str | None) -> PartialDate | None:
    return PartialDate(text) if text else None


def _when(raw: Json | None) -> When | None:
    if raw is None:
        return None
    return When(start=_date(raw.get("start")), end=_date(raw.get("end")), text=raw.get("text"))


def _evidence(raw: Json, article: Article) -> Evidence:
    quote = raw["evidence"]
    start, end = raw.get("evidence_start"), raw.get("evidence_end")
    if start is None or end is None:
        start, end = find_quote(article, quote)
    return Evidence(article=article.id, start=start, end=end, quote=article.text[start:end])


def find_quote(article: Article, quote: str) -> tuple[int, int]:
    """Where a quote stands in an article, white space aside.

    Raises: ``GoldError`` where it does not stand there.
    """
    at = article.text.find(quote)
    if at >= 0 and quote:
        return at, at + len(quote)
    words = quote.split()
    pattern = r"\s+".join(re.escape(word) for word in words)
    match = re.search(pattern, article.text) if words else None
    if match is None:
        raise GoldError(
            article.id,
            f"evidence {quote[:60]!r} is not in its text",
            "copy it exactly from the text",
        )
    return match.span()


def _span(raw: Json | None, article: Article) -> Evidence | None:
    if raw is None:
        return None
    return Evidence(article=article.id, start=raw["start"], end=raw["end"], quote=raw["text"])


def _reason(raw: Json | None) -> Reason | None:
    return Reason(**raw) if raw else None


def _statement(raw: Json, article: Article) -> Statement:
    content = _span(raw["content"], article)
    if content is None:
        raise ValueError("a statement has no content")
    return Statement(
        speaker=_party(raw["speaker"]) if raw.get("speaker") else None,
        content=content,
        form=Form(raw["form"]),
        cue=_span(raw.get("cue"), article),
        source=_span(raw.get("source"), article),
        venue=raw.get("venue"),
        addressee=_party(raw["addressee"]) if raw.get("addressee") else None,
        about=tuple(raw.get("about") or ()),
        stances=tuple(_stance(item, article) for item in raw.get("stances") or ()),
        topics=tuple(raw.get("topics") or ()),
        according_to=tuple(raw.get("according_to") or ()),
    )


def _stance(raw: Json, article: Article) -> Stance:
    evidence = _span(raw["evidence"], article)
    if evidence is None:
        raise ValueError("a stance has no evidence")
    return Stance(
        term=raw["term"],
        polarity=raw["polarity"],
        negated=raw["negated"],
        hedged=raw["hedged"],
        period=Period(raw["period"]),
        evidence=evidence,
    )


def _issue(raw: Json, article: Article) -> Issue:
    return Issue(
        kind=IssueKind(raw["kind"]),
        message=raw["message"],
        evidence=_span(raw.get("evidence"), article),
    )
