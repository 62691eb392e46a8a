"""Whom "I" and "we" mean: the mention of who speaks the words that the pronoun stands in."""

from __future__ import annotations

from detente.extract.voices import Voice
from detente.model.mentions import Mention, MentionKind

_FIRST_PERSON = frozenset({"i", "me", "my", "we", "us", "our"})


def find_speakers(mentions: tuple[Mention, ...], voices: tuple[Voice, ...]) -> dict[int, int]:
    """For each first-person pronoun inside reported words, the number of its speaker's mention.

    “We are not partners,” Antonov said → "We" is said by Antonov.
    """
    found: dict[int, int] = {}
    for mention in mentions:
        if mention.kind is not MentionKind.PRONOUN or mention.text.lower() not in _FIRST_PERSON:
            continue
        holding = [voice for voice in voices if voice.holds(mention.start, mention.end)]
        for voice in sorted(holding, key=lambda item: item.size):
            speaker = _find_source(mentions, voice)
            if speaker is not None and speaker != mention.index:
                found[mention.index] = speaker
                break
    return found


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
