"""Codes: what a claim or event is called in PLOVER and CAMEO, or why it has no name there.

PLOVER and CAMEO can say that something was done. What was denied, doubted, absent or only implied
has no code here, so that no export can tell it as done.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.exports.rows import (
    CONSULT,
    ActionRow,
    CameoRow,
    CodeTable,
    ContactRow,
    FutureRow,
    load_codes,
)
from detente.lexicon.channel_rules import load_channel_rules
from detente.model.claims import Action, Contact, Mode, Status
from detente.model.events import Event
from detente.model.pairs import sides_of
from detente.model.parties import UNKNOWN_STATE, Party

MULTILATERAL_FROM = 3
"""States that make a meeting multilateral."""
_TOGETHER = frozenset({Mode.MEETING, Mode.TALKS})
_DONE = frozenset({Status.HELD, Status.ONGOING})

DISPUTED = "claims differ on whether it took place"
IMPLIED = "it is only implied by a silence"
NO_ACTOR = "who did it is not told"
UNCERTAIN = "no claim has the status of the whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """What a claim is in PLOVER and CAMEO.

    ``actor`` is "a" or "b", the claim's side that does it, or "both". ``mirror`` is the CAMEO code
    of the same seen from the other side; ``None`` where only the actor does something.
    """

    event: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: int
    intensity: float
    cameo: CameoRow
    mirror: CameoRow | None
    actor: str

    @property
    def gdelt_quad(self) -> int:
        """The quad class that GDELT gives to the root of the CAMEO code."""
        root = int(self.cameo.code[:2])
        return 1 + (root > 5) + (root > 8) + (root > 13)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoCode:
    """Why a claim or event has no code."""

    reason: str


def code_event(event: Event) -> Coding | NoCode:
    """The codes of an event, by the claim that speaks best for it."""
    if event.is_disputed:
        return NoCode(reason=DISPUTED)
    if event.is_implied:
        return NoCode(reason=IMPLIED)
    if event.best.claim.status is not event.status:
        return NoCode(reason=UNCERTAIN)
    return code_claim(event.best.claim)


def code_claim(claim: Contact | Action) -> Coding | NoCode:
    """The codes of a claim taken by itself."""
    return _code_contact(claim) if isinstance(claim, Contact) else _code_action(claim)


def _code_contact(contact: Contact) -> Coding | NoCode:
    table = load_codes()
    rows = [
        row
        for row in table.contacts
        if contact.mode in row.modes
        and contact.status in row.statuses
        and (not row.words or has_word(_words(contact), row.words))
    ]
    if not rows:
        return NoCode(
            reason=f"reported {contact.status}: no code says that of this kind of contact"
        )
    row = next((row for row in rows if _fits_frame(contact, row)), None)
    actor = _find_actor(contact, row) if row else None
    if row is None or actor is None:
        return NoCode(reason=NO_ACTOR)
    mode = row.mode
    if row.event == CONSULT and not mode and contact.mode in _TOGETHER and _is_many(contact):
        mode = "multilateral"
    return Coding(
        event=row.event,
        mode=mode or None,
        contexts=("diplomatic", *_contexts(contact.topics, table)),
        quad=_get_quad(row.event, table),
        intensity=_get_intensity(row.event, mode, table),
        cameo=_get_cameo(row.cameo, table),
        mirror=_get_cameo(row.mirror, table) if row.mirror else None,
        actor=actor,
    )


def _code_action(action: Action) -> Coding | NoCode:
    table = load_codes()
    row: ActionRow | FutureRow | None = None
    if action.status in _DONE:
        row = next(
            row
            for row in table.actions
            if row.type == action.type and (not row.words or has_word(_words(action), row.words))
        )
    elif action.status is Status.PLANNED:
        row = next((row for row in table.futures if row.type == action.type), None)
    if row is None:
        return NoCode(reason=f"reported {action.status}: no code says that of this kind of action")
    event = row.event if isinstance(row, FutureRow) else row.type
    mode = row.mode if isinstance(row, ActionRow) else ""
    is_mutual = set(_states(action.actors)) == set(_states(action.recipients))
    cameo = _get_cameo(row.cameo, table)
    return Coding(
        event=event,
        mode=mode or None,
        contexts=(),
        quad=_get_quad(event, table),
        intensity=_get_intensity(event, mode, table),
        cameo=cameo,
        mirror=cameo if is_mutual else None,
        actor="both" if is_mutual else "a",
    )


def has_word(text: str, words: Sequence[str]) -> bool:
    """Whether a word of the text begins with one of these."""
    plain = text.lower().replace("n’t", " not").replace("n't", " not")
    return any(re.search(rf"\b{re.escape(word)}", plain) for word in words)


def _words(claim: Contact | Action) -> str:
    return f"{claim.reason.trigger} {claim.reason.cue or ''}" if claim.reason else ""


def _fits_frame(contact: Contact, row: ContactRow) -> bool:
    frame = contact.reason.frame if contact.reason else ""
    return not row.frames or frame.startswith(row.frames)


def _find_actor(contact: Contact, row: ContactRow) -> str | None:
    if row.actor != "refuser":
        return row.actor
    cue = (contact.reason.cue or "") if contact.reason else ""
    for rule in load_channel_rules().refusals:
        if rule.modes and contact.mode not in rule.modes:
            continue
        if not rule.words or has_word(cue, rule.words):
            return "b" if rule.asker == "a" else "a"
    return None


def _get_quad(event: str, table: CodeTable) -> int:
    return next(row.quad for row in table.types if row.name == event)


def _get_intensity(event: str, mode: str, table: CodeTable) -> float:
    """The mode's own, else the type's."""
    own = [row.intensity for row in table.modes if (row.type, row.name) == (event, mode)]
    return own[0] if own else next(row.intensity for row in table.types if row.name == event)


def _get_cameo(code: str, table: CodeTable) -> CameoRow:
    return next(row for row in table.cameo if row.code == code)


def _contexts(topics: Sequence[str], table: CodeTable) -> tuple[str, ...]:
    found = [row.name for topic in topics for row in table.contexts if row.topic == topic]
    return tuple(dict.fromkeys(found))


def _is_many(contact: Contact) -> bool:
    one, other = sides_of(contact)
    states = {*_states(one), *_states(other)} - {UNKNOWN_STATE}
    return len(states) >= MULTILATERAL_FROM


def _states(parties: Sequence[Party]) -> tuple[str, ...]:
    return tuple(party.state for party in parties)
