"""Statements: words that a speaker said, quoted or paraphrased, with where and to whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from detente.model.evidence import Evidence
from detente.model.ids import digest
from detente.model.parties import Party


class Form(StrEnum):
    """Whether the words are the speaker's own, the writer's, or partly each."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Period(StrEnum):
    """When the speaker says that a stance holds."""

    NOW = "now"
    FORMERLY = "formerly"
    FUTURE = "future"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """What a speaker calls or wishes another state to be.

    ``term`` is the word (partner, rival, enemy, …); ``polarity`` is +1 friendly, -1 hostile, 0
    neither. ``negated`` when the speaker says it is not so; ``hedged`` when it is a question, a
    wish, a condition or a reluctance; then it is not an assertion.
    """

    term: str
    polarity: int
    negated: bool
    hedged: bool
    period: Period
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One stretch of reported words: who said them, by which cue, where, to whom, about whom.

    ``speaker`` is the party as resolved, or ``None`` where nobody in the text is named;
    ``content`` is the span of the words; ``cue`` the span of the reporting words.
    ``according_to`` is the chain, speaker first, outlet that reported it last.
    """

    speaker: Party | None
    content: Evidence
    form: Form
    cue: Evidence | None = None
    source: Evidence | None = None
    venue: str | None = None
    addressee: Party | None = None
    about: tuple[str, ...] = ()
    stances: tuple[Stance, ...] = ()
    topics: tuple[str, ...] = ()
    according_to: tuple[str, ...] = field(default=())

    @property
    def id(self) -> str:
        """A digest of article and place."""
        span = self.content
        return "sta-" + digest(span.article, str(span.start), str(span.end))
