"""The rows of `channels.toml`: rules for the state of a channel, for refusals, and weights."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from detente.errors import LexiconError
from detente.lexicon import load_table, load_user_table
from detente.model.channels import ChangeKind, ChannelState
from detente.model.claims import Mode, Status

DISPUTED = "disputed"
_STATUSES = frozenset({DISPUTED, *Status})
_REMEDY = "see the head of the packaged channels.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRule:
    """One rule for the state of a channel; see the head of `channels.toml`."""

    name: str
    state: str
    statuses: tuple[str, ...]
    reason: str
    why: str
    modes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    within: int = 0
    least: int = 1
    silence: int = 0
    chance: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalRule:
    """Which side asked, by the words of a refusal's cue."""

    words: tuple[str, ...]
    asker: str
    why: str
    modes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWeight:
    """How much a kind of change matters on the board."""

    kind: str
    weight: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRules:
    """All of the table."""

    rules: tuple[ChannelRule, ...]
    refusals: tuple[RefusalRule, ...]
    weights: tuple[ChangeWeight, ...]

    def weight_of(self, kind: ChangeKind) -> int:
        """How much a kind of change matters; 0 for one that the table leaves out."""
        return next((row.weight for row in self.weights if row.kind == kind), 0)


@lru_cache(maxsize=4)
def load_channel_rules(path: Path | None = None) -> ChannelRules:
    """The packaged rules, or those of a user's file of the same form.

    Raises: ``LexiconError`` for a file that cannot be read or a wrong row.
    """
    if path is None:
        found = ChannelRules(
            rules=load_table("channels", ChannelRule, key="rule"),
            refusals=load_table("channels", RefusalRule, key="refusal"),
            weights=load_table("channels", ChangeWeight, key="change"),
        )
    else:
        found = ChannelRules(
            rules=load_user_table(path, ChannelRule, key="rule"),
            refusals=load_user_table(path, RefusalRule, key="refusal"),
            weights=load_user_table(path, ChangeWeight, key="change"),
        )
    _check(found, str(path or "channels.toml"))
    return found


def _check(found: ChannelRules, where: str) -> None:
    for rule in found.rules:
        _check_words(
            f"{where}, rule {rule.name!r}", "state", (rule.state,), frozenset(ChannelState)
        )
        for name, values in (("statuses", rule.statuses), ("until", rule.until)):
            _check_words(f"{where}, rule {rule.name!r}", name, values, _STATUSES)
        _check_words(f"{where}, rule {rule.name!r}", "modes", rule.modes, frozenset(Mode))
        try:
            rule.reason.format(day="", what="", status="", count=0, days=0)
        except (KeyError, IndexError, ValueError) as error:
            raise LexiconError(
                f"{where}, rule {rule.name!r}", f"reason cannot be filled in: {error}", _REMEDY
            ) from error
    for refusal in found.refusals:
        _check_words(f"{where}, refusal", "asker", (refusal.asker,), frozenset("ab"))
        _check_words(f"{where}, refusal", "modes", refusal.modes, frozenset(Mode))
    for row in found.weights:
        _check_words(f"{where}, change", "kind", (row.kind,), frozenset(ChangeKind))


def _check_words(where: str, name: str, values: tuple[str, ...], known: frozenset[str]) -> None:
    for value in values:
        if value not in known:
            raise LexiconError(where, f"{name} cannot be {value!r}", _REMEDY)
