"""What a stretch of text is about, by the phrases of `topics.toml`."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.lexicon.cues import load_topics


def find_topics(text: str) -> tuple[str, ...]:
    """The names of the topics that ``text`` speaks of, in the order of their first mention.

    "strategic stability and climate change" → both. "a stable climate for business" → only what the
    table lists.
    """
    found: dict[str, int] = {}
    for match in _pattern().finditer(text.lower()):
        name = _names()[match.group().rstrip("s")]
        found.setdefault(name, match.start())
    return tuple(found)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {word.rstrip("s"): topic.name for topic in load_topics() for word in topic.words}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = sorted(_names(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")s?\b")
