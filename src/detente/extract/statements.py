"""Statements: what speakers say, with the states they speak of, topics and stances.

"We are not partners" is a stance that is denied now; "whether we are enemy" one that is only asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from detente.extract.attribution import find_chain, find_outlet, find_speaker
from detente.extract.scene import Scene
from detente.extract.topics import find_topics
from detente.extract.voices import Offsets, Voice
from detente.lexicon.cues import StanceCue, load_stances
from detente.model.evidence import Evidence
from detente.model.mentions import MentionKind
from detente.model.parties import UNKNOWN_STATE, Party
from detente.model.statements import Form, Period, Stance, Statement

_NEGATION = re.compile(r"\b(?:not|never|no longer|neither|nor|no)\b|n[’']t\b", re.IGNORECASE)
_HEDGES = re.compile(
    r"\b(?:whether|if|should|could|might|may|want|wants|wish|hope|hopes|maybe|perhaps|can|must|"
    r"would|ought|or)\b|\?",
    re.IGNORECASE,
)
_FORMERLY = re.compile(
    r"\b(?:previously|formerly|once|used to|were|was|in the past|before|had been|earlier)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(r"\b(?:will|shall|going to|become|one day)\b", re.IGNORECASE)
_PLAIN_SAYING = re.compile(r"\bwould (?:say|call)\b", re.IGNORECASE)
_COMPANY = re.compile(
    r"\b(?:and|with|of|by|its|their|his|her) (?:its |their |his |her )?$", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?](?:[”\"’']|\s|$)")
_MIN_SPEECH = 3  # characters; shorter "quotes" are marks of abbreviation or measure
_STATE_KINDS = frozenset(
    {MentionKind.STATE, MentionKind.ORGANISATION, MentionKind.BODY, MentionKind.MOVEMENT}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    start: int
    end: int
    text: str


def find_statements(scene: Scene) -> tuple[Statement, ...]:
    """One statement for each stretch of reported speech in the article, in its order."""
    found: dict[Offsets, Statement] = {}
    for voice in scene.voices:
        if not voice.is_asserted:
            continue
        for where in voice.contents:
            if where[1] - where[0] >= _MIN_SPEECH and where not in found:
                found[where] = _make(scene, voice, where)
    return tuple(found[where] for where in sorted(found))


def find_stances(article: str, text: str, where: Offsets) -> tuple[Stance, ...]:
    """What the words at ``where`` call another state, each with polarity, negation and period."""
    found: list[Stance] = []
    for clause in _split(text, where):
        for match in _pattern().finditer(clause.text):
            cue = _cues()[match.group("term").lower()]
            before = clause.text[: match.start()]
            if _COMPANY.search(before):
                continue
            found.append(
                Stance(
                    term=cue.term,
                    polarity=cue.polarity,
                    negated=bool(_NEGATION.search(before[-25:])),
                    hedged=_is_hedged(clause.text),
                    period=_find_period(clause.text),
                    evidence=Evidence.take(article, text, clause.start, clause.end),
                )
            )
    return tuple(found)


def _make(scene: Scene, voice: Voice, where: Offsets) -> Statement:
    article, text = scene.article.id, scene.doc.text
    number = find_speaker(scene, voice)
    speaker = scene.resolutions[number].parties[0] if number is not None else None
    quoted = text[slice(*where)]
    token = scene.doc.char_span(*where, alignment_mode="expand")
    chain = find_chain(scene, token[0]) if token is not None else ()
    return Statement(
        speaker=speaker,
        content=Evidence.take(article, text, *where),
        form=voice.form if voice.form is not Form.MIXED else _form_of(quoted, voice),
        cue=_evidence(article, text, voice.cue),
        source=_evidence(article, text, voice.source),
        venue=_find_venue(scene, voice),
        about=_find_states(scene, where, speaker),
        stances=find_stances(article, text, where),
        topics=find_topics(quoted),
        according_to=chain,
    )


def _form_of(quoted: str, voice: Voice) -> Form:
    return Form.MIXED if any(mark in quoted for mark in '“"‘') else voice.form


def _find_venue(scene: Scene, voice: Voice) -> str | None:
    if voice.venue is None:
        return None
    return find_outlet(scene, voice.venue) or scene.doc.text[slice(*voice.venue)].strip() or None


def _evidence(article: str, text: str, where: Offsets | None) -> Evidence | None:
    return Evidence.take(article, text, *where) if where is not None else None


def _find_states(scene: Scene, where: Offsets, speaker: Party | None) -> tuple[str, ...]:
    """The states spoken of: those named in the words, else those of the speaker's paragraph."""
    own = speaker.state if speaker is not None else UNKNOWN_STATE
    paragraph = {
        item.mention.paragraph
        for item in scene.resolutions
        if where[0] <= item.mention.start < where[1]
    }
    named: dict[str, None] = {}
    nearby: dict[str, None] = {}
    for item in scene.resolutions:
        for party in item.parties:
            if party.state in (own, UNKNOWN_STATE):
                continue
            if where[0] <= item.mention.start < where[1]:
                named.setdefault(party.state)
            elif item.mention.paragraph in paragraph and item.mention.kind in _STATE_KINDS:
                nearby.setdefault(party.state)
    return tuple(named) or tuple(nearby)


def _split(text: str, where: Offsets) -> list[_Clause]:
    """The sentences inside a span, with their offsets in the article."""
    clauses: list[_Clause] = []
    start = where[0]
    for match in _SENTENCE_END.finditer(text, where[0], where[1]):
        clauses.append(_Clause(start=start, end=match.start() + 1, text=text[start : match.end()]))
        start = match.end()
    if text[start : where[1]].strip(" ”\"’'\n"):
        clauses.append(_Clause(start=start, end=where[1], text=text[start : where[1]]))
    return [clause for clause in clauses if clause.text.strip()]


def _is_hedged(clause: str) -> bool:
    return bool(_HEDGES.search(_PLAIN_SAYING.sub("", clause)))


def _find_period(clause: str) -> Period:
    if _FORMERLY.search(clause):
        return Period.FORMERLY
    return Period.FUTURE if _FUTURE.search(clause) else Period.NOW


@lru_cache(maxsize=1)
def _cues() -> dict[str, StanceCue]:
    return {
        form: cue
        for cue in load_stances()
        for form in (cue.term, cue.term + "s", cue.term.removesuffix("y") + "ies")
    }


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = sorted(_cues(), key=len, reverse=True)
    return re.compile(r"\b(?P<term>" + "|".join(words) + r")\b", re.IGNORECASE)
