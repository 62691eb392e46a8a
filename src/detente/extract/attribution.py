"""Who vouches for a claim: the chain of voices that its words stand in, outermost last.

The article's own outlet is left out; the outlet that somebody told it to comes last.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.extract.matcher import TermKind
from detente.extract.scene import Scene
from detente.extract.voices import Offsets, Voice
from detente.model.parties import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

_OUTLETS = frozenset({TermKind.OUTLET})
_MAX_SOURCE = 80  # code points; a longer source is cut to its head's mention or left out
_ARTICLES = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "who", "you"])


def find_chain(scene: Scene, token: Token) -> tuple[str, ...]:
    """The names of who vouches for what is said at ``token``, first speaker first.

    "Antonov told Politico that he can't get meetings" → Antonov, Politico. Plain narration → ().
    """
    start, end = token.idx, token.idx + len(token)
    inner_first = sorted(
        (voice for voice in scene.voices if voice.holds(start, end)), key=lambda voice: voice.size
    )
    chain: list[str] = []
    for voice in inner_first:
        for name in (_name_source(scene, voice), _name_outlet(scene, voice)):
            if name and not _is_listed(name, chain) and not _is_own_outlet(scene, name):
                chain.append(name)
    return tuple(chain)


def find_speaker(scene: Scene, voice: Voice) -> int | None:
    """The number of the mention that is the source of a voice, or None."""
    if voice.source is None:
        return None
    best: tuple[int, int] | None = None
    for number, resolution in enumerate(scene.resolutions):
        mention = resolution.mention
        if voice.source[0] <= mention.start and mention.end <= voice.source[1] + 1:
            if mention.is_modifier or not resolution.parties:
                continue
            size = mention.end - mention.start
            if best is None or size > best[0]:
                best = (size, number)
    return best[1] if best is not None else None


def find_speaking(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The party that says what stands at ``token``; empty in the article's own voice."""
    start, end = token.idx, token.idx + len(token)
    for voice in sorted(scene.voices, key=lambda item: item.size):
        speaker = find_speaker(scene, voice) if voice.holds(start, end) else None
        if speaker is not None:
            return scene.resolutions[speaker].parties[:1]
    return ()


def _name_source(scene: Scene, voice: Voice) -> str | None:
    if voice.source is None:
        return None
    text = scene.doc.text[slice(*voice.source)]
    number = find_speaker(scene, voice)
    if number is not None:
        party = scene.resolutions[number].parties[0]
        if party.name:
            return party.name
        return party.text if text.lower() in _PRONOUNS else _clean(text, party.text)
    if text.lower() in _PRONOUNS:
        return None
    return _clean(text, text)


def _clean(text: str, fallback: str) -> str | None:
    """The source's words as the text has them, shortened to the mention when they run long."""
    chosen = text if len(text) <= _MAX_SOURCE else fallback
    chosen = " ".join(chosen.split()).strip(" ,;:—–-")
    return chosen if chosen and len(chosen) <= _MAX_SOURCE else None


def _name_outlet(scene: Scene, voice: Voice) -> str | None:
    """The outlet that the words were said to: at this voice, or in the speaker's interview."""
    if voice.venue is not None:
        found = find_outlet(scene, voice.venue)
        if found:
            return found
    speaker = find_speaker(scene, voice)
    if speaker is None:
        return None
    return scene.interviews.get(scene.resolutions[speaker].entity)


def find_outlet(scene: Scene, where: Offsets) -> str | None:
    """The name of an outlet inside a span, or None: "Politico" in "Politico in an interview"."""
    for hit in scene.layout.hits:
        if hit.term.kind not in _OUTLETS:
            continue
        span = scene.doc[hit.start : hit.end]
        if where[0] <= span.start_char and span.end_char <= where[1]:
            return span.text
    return None


def find_interviews(scene: Scene) -> dict[str, str]:
    """For each speaker who talks to an outlet in the article, that outlet, by entity."""
    found: dict[str, str] = {}
    for voice in scene.voices:
        if voice.venue is None:
            continue
        outlet = find_outlet(scene, voice.venue)
        speaker = find_speaker(scene, voice)
        if outlet and speaker is not None and not _is_own_outlet(scene, outlet):
            found.setdefault(scene.resolutions[speaker].entity, outlet)
    return found


def _is_own_outlet(scene: Scene, name: str) -> bool:
    own = scene.article.outlet
    if own is None:
        return False
    a, b = _plain(own), _plain(name)
    return bool(b) and (a == b or a.startswith(b + " ") or b.startswith(a + " "))


def _is_listed(name: str, chain: list[str]) -> bool:
    return any(_plain(name) == _plain(other) for other in chain)


def _plain(name: str) -> str:
    return _ARTICLES.sub("", name.strip()).lower()
