"""Actions as a judge sees them: the rules' corrected or dropped, and those that no rule found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.extract import attribution
from detente.extract.anchors import find_anchor
from detente.extract.features import Hint
from detente.extract.judged import Judged, find_clause, find_heads, get_party
from detente.extract.rules import Rules
from detente.extract.scene import Scene
from detente.extract.when import find_report_time, find_when, is_in_future
from detente.model.claims import Action, EventType, Reason, Status
from detente.model.judgements import Act, Bar
from detente.model.parties import Party

if TYPE_CHECKING:
    from spacy.tokens import Span

_MUTUAL = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.COOPERATE})
_LIKELY = 0.5
_Acting = tuple[Judged, str, str, Act, bool]
"""A judged pair, the states of actor and recipient, the act, and whether x is the actor."""


def find_judged_actions(
    scene: Scene,
    rules: Rules,
    sentence: Span,
    *,
    own: tuple[Hint, ...],
    items: Sequence[Judged],
    bar: Bar,
) -> Iterator[Action]:
    """The actions of one sentence, from the rules' hints in it and its judged pairs."""
    covered: set[tuple[str, str, EventType]] = set()
    hints = [hint for hint in own if isinstance(hint.claim, Action)]
    acts = [act for item in items for act in _find_acts(item)]
    for hint in hints:
        claim = hint.claim
        if not isinstance(claim, Action):
            continue
        ones = {party.state for party in claim.actors}
        others = {party.state for party in claim.recipients}
        judging = [act for act in acts if act[1] in ones and act[2] in others]
        best = max(judging, key=lambda act: act[3].chance, default=None)
        if best is None or best[3].chance < bar.action_with_rule:
            continue
        kind = best[3].type if best[3].types[best[3].type] > _LIKELY else claim.type
        rivals = [h for h in hints if h is not hint and _is_same_direction(h, hint)]
        kind = claim.type if rivals else kind
        covered.update((act[1], act[2], kind) for act in judging)
        yield replace(claim, type=kind, confidence=round(best[3].chance, 2))
    told = {(one, other) for one, other, _ in covered}
    fresh = [act for act in acts if act[3].chance >= bar.action and (act[1], act[2]) not in told]
    for group in _group_acts(fresh):
        yield _make_action(scene, rules, sentence, group)


def _find_acts(item: Judged) -> Iterator[_Acting]:
    x, y = item.states
    yield item, x, y, item.judgement.forward, True
    yield item, y, x, item.judgement.backward, False


def _is_same_direction(one: Hint, other: Hint) -> bool:
    if not isinstance(one.claim, Action) or not isinstance(other.claim, Action):
        return False
    pairs = [
        {(p.state, q.state) for p in claim.actors for q in claim.recipients}
        for claim in (one.claim, other.claim)
    ]
    return bool(pairs[0] & pairs[1])


def _group_acts(acts: Iterable[_Acting]) -> list[list[_Acting]]:
    """Acts that make one record: one actor's towards several, several actors' towards one."""
    groups: list[list[_Acting]] = []
    for act in sorted(acts, key=lambda item: -item[3].chance):
        home = next((group for group in groups if _extends(act, group)), None)
        if home is None:
            groups.append([act])
        else:
            home.append(act)
    return groups


def _extends(act: _Acting, group: Sequence[_Acting]) -> bool:
    first = group[0]
    if act[3].type is not first[3].type:
        return False
    if act[1] == first[2] and act[2] == first[1]:
        return first[3].type in _MUTUAL
    return act[1] == first[1] or act[2] == first[2]


def _make_action(scene: Scene, rules: Rules, sentence: Span, group: Sequence[_Acting]) -> Action:
    actors: dict[str, Party] = {}
    recipients: dict[str, Party] = {}
    for item, one, other, _, is_forward in group:
        marks = item.judgement.marks if is_forward else tuple(reversed(item.judgement.marks))
        actors.setdefault(one, get_party(scene, item.window, marks[0]))
        recipients.setdefault(other, get_party(scene, item.window, marks[1]))
    act = group[0][3]
    heads = find_heads(scene, (*actors.values(), *recipients.values()), sentence)
    trigger = find_anchor(
        sentence, heads, lambda token: rules.actions.grade_trigger(token, act.type)
    )
    deeds = group[0][0].judgement.deeds
    status = max(deeds, key=lambda item: deeds[item])
    when = find_when(scene, trigger, status) or find_report_time(scene, trigger)
    if status is Status.HELD and is_in_future(when, scene.published):
        status = Status.PLANNED
    return Action(
        actors=tuple(actors.values()),
        recipients=tuple(recipients.values()),
        type=act.type,
        status=status,
        evidence=find_clause(scene, sentence, trigger, heads),
        when=when,
        according_to=attribution.find_chain(scene, trigger),
        reason=Reason(rule="judge", trigger=trigger.text, frame="pair judged as an action"),
        confidence=round(act.chance, 2),
    )
