"""Record: all that the reader found in one article, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.model.article import Article
from detente.model.claims import Action, Contact
from detente.model.issues import Issue
from detente.model.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What made a record: program version, pipeline name, its version and its weights' digest.

    ``judge`` is the digest of the trained judge's weights, "" where rules alone read.
    """

    detente: str
    pipeline: str
    pipeline_version: str
    pipeline_digest: str
    judge: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An article's diplomatic record: contacts, actions, statements and what could not be read."""

    article: Article
    contacts: tuple[Contact, ...] = ()
    actions: tuple[Action, ...] = ()
    statements: tuple[Statement, ...] = ()
    issues: tuple[Issue, ...] = ()
    stamp: Stamp | None = field(default=None, compare=False)
