"""Whom "I", "we" and "the president" mean: the mention of who speaks the words they stand in."""

from __future__ import annotations

from detente.extract.voices import Voice
from detente.model.mentions import Mention, MentionKind

_FIRST_PERSON = frozenset({"i", "me", "my", "we", "us", "our"})

_DOMESTIC = frozenset({MentionKind.OFFICE, MentionKind.BODY})


def find_speakers(mentions: tuple[Mention, ...], voices: tuple[Voice, ...]) -> dict[int, int]:
    """For each mention inside reported words that means another with each speaker: who speaks.

    “We are not partners,” Antonov said → "We" is said by Antonov. "The government" and "the
    president" without a state are the speaker's own as well.
    """
    found: dict[int, int] = {}
    for mention in mentions:
        if not _depends_on_speaker(mention):
            continue
        holding = [voice for voice in voices if voice.holds(mention.start, mention.end)]
        for voice in sorted(holding, key=lambda item: item.size):
            speaker = _find_source(mentions, voice)
            if speaker is not None and speaker != mention.index:
                found[mention.index] = speaker
                break
    return found


def _depends_on_speaker(mention: Mention) -> bool:
    if mention.kind is MentionKind.PRONOUN:
        return mention.text.lower() in _FIRST_PERSON
    is_bare = not mention.states and mention.possessor is None and mention.of_name is None
    return mention.kind in _DOMESTIC and is_bare and mention.is_definite


def _find_source(mentions: tuple[Mention, ...], voice: Voice) -> int | None:
    if voice.source is None:
        return None
    inside = [
        mention
        for mention in mentions
        if voice.source[0] <= mention.start
        and mention.end <= voice.source[1]
        and not mention.is_modifier
    ]
    if not inside:
        return None
    return max(inside, key=lambda item: item.end - item.start).index
