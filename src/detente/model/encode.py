"""Records to JSON values: the annotation guidelines' object, plus ids, offsets and provenance.

The shape is published in `schema/record.schema.json`; `decode` reads it back exactly.
"""

from __future__ import annotations

from typing import Any

from detente.model.claims import Action, Contact, Reason
from detente.model.dates import When
from detente.model.evidence import Evidence
from detente.model.issues import Issue
from detente.model.mentions import Resolution
from detente.model.parties import Party
from detente.model.records import Record, Stamp
from detente.model.statements import Stance, Statement

Json = dict[str, Any]


def record_to_json(record: Record) -> Json:
    """A record as one JSON object: article, contacts, actions, statements, issues, stamp."""
    article = record.article
    return {
        "id": article.id,
        "published": str(article.published) if article.published else None,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "url": article.url,
        "language": article.language,
        "source": article.source,
        "text": article.text,
        "contacts": [contact_to_json(item) for item in record.contacts],
        "actions": [action_to_json(item) for item in record.actions],
        "statements": [_statement(item) for item in record.statements],
        "issues": [_issue(item) for item in record.issues],
        "stamp": _stamp(record.stamp) if record.stamp else None,
    }


def contact_to_json(contact: Contact) -> Json:
    """A contact as in the guidelines, with id, evidence offsets and reason."""
    return {
        "id": contact.id,
        "a": [_party(party) for party in contact.a],
        "b": [_party(party) for party in contact.b],
        "mode": contact.mode.value,
        "status": contact.status.value,
        "when": _when(contact.when) if contact.when else None,
        "where": contact.where,
        "topics": list(contact.topics),
        "according_to": list(contact.according_to),
        **_evidence(contact.evidence),
        "reason": _reason(contact.reason) if contact.reason else None,
        "confidence": contact.confidence,
    }


def action_to_json(action: Action) -> Json:
    """An action as in the guidelines, with id, evidence offsets and reason."""
    return {
        "id": action.id,
        "actors": [_party(party) for party in action.actors],
        "recipients": [_party(party) for party in action.recipients],
        "type": action.type.value,
        "status": action.status.value,
        "when": _when(action.when) if action.when else None,
        "according_to": list(action.according_to),
        **_evidence(action.evidence),
        "reason": _reason(action.reason) if action.reason else None,
        "confidence": action.confidence,
    }


def resolution_to_json(resolution: Resolution) -> Json:
    """A mention with its offsets, the parties that it refers to, and why."""
    mention = resolution.mention
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind.value,
        "describes": mention.is_modifier,
        "parties": [_party(item) for item in resolution.parties],
        "entity": resolution.entity,
        "reason": resolution.reason,
    }


def _party(party: Party) -> Json:
    return {
        "text": party.text,
        "state": party.state,
        "rank": party.rank.value,
        "name": party.name,
        "office": party.office,
        "start": party.start,
        "end": party.end,
        "reason": party.reason,
    }


def _when(when: When) -> Json:
    return {
        "start": str(when.start) if when.start else None,
        "end": str(when.end) if when.end else None,
        "text": when.text,
    }


def _evidence(evidence: Evidence) -> Json:
    return {
        "evidence": evidence.quote,
        "evidence_start": evidence.start,
        "evidence_end": evidence.end,
    }


def _span(evidence: Evidence | None) -> Json | None:
    if evidence is None:
        return None
    return {"text": evidence.quote, "start": evidence.start, "end": evidence.end}


def _reason(reason: Reason) -> Json:
    return {
        "rule": reason.rule,
        "trigger": reason.trigger,
        "frame": reason.frame,
        "cue": reason.cue,
    }


def _statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "speaker": _party(statement.speaker) if statement.speaker else None,
        "form": statement.form.value,
        "content": _span(statement.content),
        "cue": _span(statement.cue),
        "source": _span(statement.source),
        "venue": statement.venue,
        "addressee": _party(statement.addressee) if statement.addressee else None,
        "about": list(statement.about),
        "stances": [_stance(item) for item in statement.stances],
        "topics": list(statement.topics),
        "according_to": list(statement.according_to),
    }


def _stance(stance: Stance) -> Json:
    return {
        "term": stance.term,
        "polarity": stance.polarity,
        "negated": stance.negated,
        "hedged": stance.hedged,
        "period": stance.period.value,
        "evidence": _span(stance.evidence),
    }


def _issue(issue: Issue) -> Json:
    return {"kind": issue.kind.value, "message": issue.message, "evidence": _span(issue.evidence)}


def _stamp(stamp: Stamp) -> Json:
    return {
        "detente": stamp.detente,
        "pipeline": stamp.pipeline,
        "pipeline_version": stamp.pipeline_version,
        "pipeline_digest": stamp.pipeline_digest,
        "judge": stamp.judge,
    }
