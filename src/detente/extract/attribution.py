"""Who vouches for a claim: the chain of voices that its words stand in, outermost last.

The article's own outlet is left out; the outlet that somebody told it to comes last.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.extract.matcher import TermKind
from detente.extract.scene import Scene
from detente.extract.voices import Voice
from detente.extract.vouchers import find_outlet, find_speaker, name_voucher
from detente.model.parties import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["find_chain", "find_interviews", "find_outlet", "find_speaker", "find_speaking"]

_ARTICLES = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_PLAIN_SAYING = frozenset({"say", "add", "note"})
"""Verbs that are never themselves a contact: a claim that rests on one is what they report."""


def find_chain(scene: Scene, token: Token) -> tuple[str, ...]:
    """The names of who vouches for what is said at ``token``, first speaker first.

    "Antonov told Politico that he can't get meetings" → Antonov, Politico. Plain narration → ().
    """
    inner_first = sorted(_find_around(scene, token), key=lambda voice: voice.size)
    chain: list[str] = []
    for voice in inner_first:
        for name in (name_voucher(scene, voice), _name_outlet(scene, voice)):
            if name and not _is_listed(name, chain) and not _is_own_outlet(scene, name):
                chain.append(name)
    outlets = {
        scene.doc[hit.start : hit.end].text
        for hit in scene.layout.hits
        if hit.term.kind is TermKind.OUTLET
    }
    return tuple(sorted(chain, key=lambda name: name in outlets))


def find_speaking(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The party that says what stands at ``token``; empty in the article's own voice."""
    start, end = token.idx, token.idx + len(token)
    for voice in sorted(scene.voices, key=lambda item: item.size):
        speaker = find_speaker(scene, voice) if voice.holds(start, end) else None
        if speaker is not None:
            return scene.resolutions[speaker].parties[:1]
    return ()


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


def _find_around(scene: Scene, token: Token) -> list[Voice]:
    """The voices whose words hold a token, or whose own "said" it is."""
    start, end = token.idx, token.idx + len(token)
    is_saying = token.lemma_.lower() in _PLAIN_SAYING
    return [
        voice
        for voice in scene.voices
        if voice.holds(start, end)
        or (is_saying and voice.cue is not None and voice.cue[0] <= start < voice.cue[1])
    ]


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
