"""Vouchers: the name of who speaks a voice, as the text gives it.

"the official" is the official spoken of before, "the report" that of the outlet before, "it" who
spoke last. What nothing names keeps its own words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.extract.matcher import TermKind
from detente.extract.scene import Scene
from detente.extract.voices import Offsets, Voice
from detente.model.mentions import Gender, MentionKind, Resolution

if TYPE_CHECKING:
    from spacy.tokens import Token

_OUTLETS = frozenset({TermKind.OUTLET})
_MAX_SOURCE = 80  # code points; a longer source is cut to its head's mention or left out
_BACK = 1500  # code points in which "the official" was named before
_PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "who", "you", "which", "that", "all"])
_PERSONAL = frozenset({"he", "she"})
_THINGS = frozenset({"it", "which", "that"})
_REPORTS = frozenset(
    "report newspaper paper agency magazine website site network channel broadcaster outlet daily "
    "journal article story service tabloid weekly publication".split()
)
_UNNAMED = frozenset(
    "official source person people diplomat spokesman spokeswoman spokesperson aide adviser "
    "advisor minister ambassador envoy lawmaker negotiator statement expert analyst".split()
)
_DATELINE = re.compile(
    r"^[A-Z]{4,}(?:[/ ][A-Z]{4,})*(?:, [A-Z][a-z]+\.? \d{1,2})?(?: \([^)]*\))?[\s–—-]+"
)


def name_voucher(scene: Scene, voice: Voice) -> str | None:
    """The name of who speaks ``voice``, or None where the text gives none."""
    if voice.source is None:
        return None
    if voice.is_question:
        return "reporter"
    text = scene.doc.text[slice(*voice.source)]
    head = find_head(scene, voice.source)
    if head is not None and head.lemma_.lower() in _REPORTS:
        return _name_report(scene, voice, head, text)
    if text.lower() in _PERSONAL:
        return _name_person_before(scene, voice) or _name_by_mention(scene, voice, text)
    if text.lower() in _THINGS:
        return _name_last_speaker(scene, voice) or _name_by_mention(scene, voice, text)
    if head is not None and head.lemma_.lower() in _UNNAMED and _is_definite(text):
        found = _find_named_before(scene, voice, head, text)
        if found is not None:
            return found
    return _name_by_mention(scene, voice, text)


def find_speaker(scene: Scene, voice: Voice) -> int | None:
    """The number of the mention that is the source of a voice, or None.

    It must hold the head of the source: of "an aide to the president" the president is none.
    """
    if voice.source is None:
        return None
    head = find_head(scene, voice.source)
    best: tuple[bool, int, int] | None = None
    for number, resolution in enumerate(scene.resolutions):
        mention = resolution.mention
        if not (voice.source[0] <= mention.start and mention.end <= voice.source[1] + 1):
            continue
        if mention.is_modifier or not resolution.parties:
            continue
        is_head = head is not None and mention.first <= head.i < mention.last
        if is_head or voice.cue is None:
            rank = (is_head, mention.end - mention.start, number)
            best = max(best, rank) if best is not None else rank
    return best[2] if best is not None else None


def find_head(scene: Scene, where: Offsets) -> Token | None:
    """The word on which the others of a span hang."""
    span = scene.doc.char_span(*where, alignment_mode="expand")
    if span is None or not len(span):
        return None
    root: Token = span.root
    return root


def find_outlet(scene: Scene, where: Offsets) -> str | None:
    """The name of an outlet inside a span, or None: "Politico" in "Politico in an interview"."""
    for hit in scene.layout.hits:
        if hit.term.kind not in _OUTLETS:
            continue
        span = scene.doc[hit.start : hit.end]
        if where[0] <= span.start_char and span.end_char <= where[1]:
            return span.text
    return None


def _name_by_mention(scene: Scene, voice: Voice, text: str) -> str | None:
    number = find_speaker(scene, voice)
    if number is not None:
        party = scene.resolutions[number].parties[0]
        if party.name:
            return party.name
        named = _find_apposed_name(scene, voice) or _find_same(scene, scene.resolutions[number])
        if named is not None:
            return named
        return party.text if text.lower() in _PRONOUNS else _clean(text, party.text)
    if text.lower() in _PRONOUNS:
        return None
    return _find_apposed_name(scene, voice) or _clean(text, text)


def _find_same(scene: Scene, resolution: Resolution) -> str | None:
    """The name of a person whom the text elsewhere calls by it: "the treasury secretary"."""
    if resolution.mention.kind not in (MentionKind.OFFICE, MentionKind.PRONOUN):
        return None
    names = [
        item.parties[0].name
        for item in scene.resolutions
        if item.entity == resolution.entity and item.parties and item.parties[0].name
    ]
    return max((name for name in names if name), key=len, default=None)


def _find_apposed_name(scene: Scene, voice: Voice) -> str | None:
    """ "the White House spokesman, Jay Lee": the name beside the title."""
    if voice.whole is None or voice.source is None:
        return None
    head = find_head(scene, voice.source)
    if head is None:
        return None
    for child in head.children:
        resolution = scene.find_resolution(child)
        is_beside = child.dep_ == "appos" and voice.whole[0] <= child.idx < voice.whole[1]
        if not is_beside or resolution is None or not resolution.parties:
            continue
        if resolution.mention.kind is MentionKind.PERSON and resolution.parties[0].name:
            return resolution.parties[0].name
    return None


def _name_report(scene: Scene, voice: Voice, head: Token, text: str) -> str | None:
    """ "a CNN report" → CNN; "the report" → the outlet named before it."""
    if voice.source is None:
        return None
    outlet = find_outlet(scene, voice.whole or voice.source)
    if outlet is not None:
        return outlet
    if not _is_definite(text):
        return _clean(text, text)
    before = [
        scene.doc[hit.start : hit.end].text
        for hit in scene.layout.hits
        if hit.term.kind in _OUTLETS and hit.end <= head.i
    ]
    return before[-1] if before else _clean(text, text)


def _name_person_before(scene: Scene, voice: Voice) -> str | None:
    """The person who spoke last, where "he" or "she" who speaks now may be the same."""
    if voice.source is None:
        return None
    pronoun = scene.doc.text[slice(*voice.source)].lower()
    before = [item for item in scene.voices if _stands_before(item, voice)]
    for other in sorted(before, key=lambda item: -(item.source or (0, 0))[0]):
        number = find_speaker(scene, other)
        if number is None:
            continue
        mention, party = scene.resolutions[number].mention, scene.resolutions[number].parties[0]
        if mention.kind is MentionKind.PRONOUN or not party.name:
            continue
        other_gender = Gender.FEMALE if pronoun == "he" else Gender.MALE
        return party.name if mention.gender is not other_gender else None
    return None


def _stands_before(other: Voice, voice: Voice) -> bool:
    if other.source is None or voice.source is None:
        return False
    return other.source[0] < voice.source[0] <= other.source[0] + _BACK


def _name_last_speaker(scene: Scene, voice: Voice) -> str | None:
    """Who that is no person spoke last: "it said"."""
    if voice.source is None:
        return None
    for other in sorted(scene.voices, key=lambda item: -item.contents[0][0]):
        if other.source is None or other.source[0] >= voice.source[0]:
            continue
        text = scene.doc.text[slice(*other.source)]
        number = find_speaker(scene, other)
        is_person = number is not None and (
            scene.resolutions[number].mention.kind is MentionKind.PERSON
        )
        if is_person or text.lower() in _PRONOUNS:
            continue
        if voice.source[0] - other.source[0] > _BACK:
            return None
        return name_voucher(scene, other)
    return None


def _is_definite(text: str) -> bool:
    return text.lower().split()[0] in ("the", "this", "that", "these", "those")


def _find_named_before(scene: Scene, voice: Voice, head: Token, text: str) -> str | None:
    """The fuller words with the same head that spoke before: "a source close to the talks"."""
    if voice.source is None:
        return None
    best: tuple[int, str] | None = None
    for other in scene.voices:
        if other.source is None or other.source[0] >= voice.source[0]:
            continue
        if voice.source[0] - other.source[0] > _BACK:
            continue
        words = scene.doc.text[slice(*other.source)]
        other_head = find_head(scene, other.source)
        if other_head is None or other_head.lemma_ != head.lemma_ or _is_definite(words):
            continue
        if len(words) > len(text) - 3 and (best is None or other.source[0] > best[0]):
            best = (other.source[0], words)
    return _clean(best[1], best[1]) if best is not None else None


def _clean(text: str, fallback: str) -> str | None:
    """The source's words as the text has them, shortened to the mention when they run long."""
    chosen = text if len(text) <= _MAX_SOURCE else fallback
    chosen = _DATELINE.sub("", " ".join(chosen.split())).strip(' ,;:—–-"“')
    return chosen if chosen and len(chosen) <= _MAX_SOURCE else None
