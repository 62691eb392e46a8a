"""Assembly: the rules' hints and a judge's judgements become the claims of an article.

The judge may overrule a rule and may say "no claim". Where the two differ on whether something
happened at all, the claim carries the cautious status and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.extract import attribution
from detente.extract.anchors import find_anchor
from detente.extract.clauses import find_evidence
from detente.extract.contacts import refine_mode
from detente.extract.features import Hint
from detente.extract.rules import Rules
from detente.extract.scene import Scene
from detente.extract.topics import find_topics
from detente.extract.when import find_report_time, find_when, is_in_future
from detente.extract.where import find_place
from detente.model.claims import HAPPENED, Action, Contact, EventType, Reason, Status
from detente.model.evidence import Evidence
from detente.model.judgements import Act, Bar, Judgement
from detente.model.parties import Party
from detente.model.windows import Pair, Window

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Side = tuple[Party, ...]
_MUTUAL = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.COOPERATE})
_UNCERTAIN = 0.5
"""A judge surer than this of a status that did not happen overrules a rule that it did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A pair of a window with its judgement."""

    window: Window
    pair: Pair
    judgement: Judgement

    @property
    def states(self) -> tuple[str, str]:
        """The states of x and of y."""
        marks = self.window.marks
        return marks[self.pair.x[0]].state, marks[self.pair.y[0]].state


def assemble(
    scene: Scene, rules: Rules, hints: tuple[Hint, ...], judged: Iterable[Judged], bar: Bar
) -> tuple[Contact | Action, ...]:
    """All claims of an article, before repeats are merged, in the order of the text."""
    sentences = list(scene.doc.sents)
    by_sentence: dict[int, list[Judged]] = {}
    for item in judged:
        by_sentence.setdefault(item.window.sentence, []).append(item)
    claims: list[Contact | Action] = []
    for number, sentence in enumerate(sentences):
        own = tuple(h for h in hints if sentence.start <= h.trigger.i < sentence.end)
        items = by_sentence.get(number, [])
        claims.extend(_find_contacts(scene, rules, sentence, own=own, items=items, bar=bar))
        claims.extend(_find_actions(scene, rules, sentence, own=own, items=items, bar=bar))
    return tuple(claims)


def _find_contacts(
    scene: Scene,
    rules: Rules,
    sentence: Span,
    *,
    own: tuple[Hint, ...],
    items: Sequence[Judged],
    bar: Bar,
) -> Iterator[Contact]:
    hints = [hint for hint in own if isinstance(hint.claim, Contact)]
    covered: set[tuple[str, str]] = set()
    kept: list[Contact] = []
    for hint in hints:
        claim = hint.claim
        if not isinstance(claim, Contact):
            continue
        judging = [item for item in items if _is_of(item, claim.a, claim.b)]
        covered.update(item.states for item in judging)
        best = max(judging, key=lambda item: item.judgement.contact, default=None)
        if best is not None and best.judgement.contact >= bar.contact_with_rule:
            rivals = sum(_is_of_same(hint, other) for other in hints)
            kept.append(_adjust_contact(claim, best.judgement, is_alone=rivals == 1))
    fresh = [
        item
        for item in items
        if item.judgement.contact >= bar.contact and item.states not in covered
    ]
    for item in sorted(fresh, key=lambda one: -one.judgement.contact):
        host = next((i for i, claim in enumerate(kept) if _joins(item, claim)), None)
        if host is None:
            continue
        kept[host] = _extend(scene, kept[host], item)
        fresh.remove(item)
    yield from kept
    for group in _group_contacts(fresh):
        yield _make_contact(scene, rules, sentence, group)


def _joins(item: Judged, claim: Contact) -> bool:
    """Whether a pair is one more counterpart of a contact in the same sentence."""
    known = {party.state for party in (*claim.a, *claim.b)}
    return bool(known & set(item.states)) and item.judgement.status is claim.status


def _extend(scene: Scene, claim: Contact, item: Judged) -> Contact:
    a, b = _add_sides(scene, (claim.a, claim.b), item)
    return replace(claim, a=a, b=b)


def _is_of(item: Judged, a: Side, b: Side) -> bool:
    x, y = item.states
    ones, others = {party.state for party in a}, {party.state for party in b}
    return (x in ones and y in others) or (y in ones and x in others)


def _is_of_same(one: Hint, other: Hint) -> bool:
    """Whether two hints are contacts between the same states."""
    if not isinstance(one.claim, Contact) or not isinstance(other.claim, Contact):
        return False
    sides = [
        frozenset(party.state for party in (*claim.a, *claim.b))
        for claim in (one.claim, other.claim)
    ]
    return sides[0] == sides[1]


def _adjust_contact(claim: Contact, judgement: Judgement, *, is_alone: bool) -> Contact:
    """The rule's claim with the judge's view of its status and mode.

    Where rules see two contacts of one pair in a sentence, each keeps its own status: a judge
    gives one a pair.
    """
    status = judge_status(claim.status, judgement) if is_alone else claim.status
    mode = judgement.mode if judgement.modes[judgement.mode] > _UNCERTAIN else claim.mode
    reason = claim.reason
    if reason is not None and status is not claim.status:
        reason = replace(reason, cue=f"judged {status.value}, by rule {claim.status.value}")
    return replace(
        claim,
        status=status,
        mode=mode if is_alone else claim.mode,
        reason=reason,
        confidence=round(judgement.contact, 2),
    )


def judge_status(by_rule: Status, judgement: Judgement) -> Status:
    """The status of a contact that a rule and a judge both see.

    Differing on whether it happened, the one that says "not" stands unless the other is sure.
    """
    status = judgement.status
    if (status in HAPPENED) == (by_rule in HAPPENED):
        return status if judgement.statuses[status] > _UNCERTAIN else by_rule
    if status in HAPPENED:
        happened = sum(judgement.statuses[item] for item in HAPPENED)
        return status if happened > 0.8 else by_rule
    return status if judgement.statuses[status] > 0.3 else by_rule


def _group_contacts(items: Iterable[Judged]) -> list[list[Judged]]:
    """Pairs that make one record: same mode and status, with a side in common."""
    groups: list[list[Judged]] = []
    for item in sorted(items, key=lambda one: -one.judgement.contact):
        home = next((group for group in groups if _belongs(item, group)), None)
        if home is None:
            groups.append([item])
        else:
            home.append(item)
    return groups


def _belongs(item: Judged, group: Sequence[Judged]) -> bool:
    first = group[0]
    if item.judgement.status is not first.judgement.status:
        return False
    return bool(set(item.states) & {state for one in group for state in one.states})


def _make_contact(scene: Scene, rules: Rules, sentence: Span, group: Sequence[Judged]) -> Contact:
    first = group[0].judgement
    a, b = _find_sides(scene, group)
    heads = _find_heads(scene, (*a, *b), sentence)
    trigger = find_anchor(
        sentence, heads, lambda token: rules.contacts.grade_trigger(token, first.mode)
    )
    decision = rules.contacts.decide(trigger)
    status = first.status if decision.cue is None else judge_status(decision.status, first)
    when = find_when(scene, trigger, status)
    if status is Status.HELD and is_in_future(when, scene.published):
        status = Status.PLANNED
    evidence = _find_clause(scene, sentence, trigger, heads)
    where = find_place(scene, trigger)
    return Contact(
        a=a,
        b=b,
        mode=refine_mode(first.mode, evidence.quote, where),
        status=status,
        evidence=evidence,
        when=when,
        where=where,
        topics=find_topics(evidence.quote),
        according_to=attribution.find_chain(scene, trigger),
        reason=Reason(rule="judge", trigger=trigger.text, frame="pair judged as a contact"),
        confidence=round(first.contact, 2),
    )


def _find_clause(
    scene: Scene, sentence: Span, trigger: Token, heads: tuple[Token, ...]
) -> Evidence:
    """The clause of the trigger, or the whole sentence where it names neither side."""
    if not heads:
        return scene.take(sentence.start, sentence.end)
    return find_evidence(scene, trigger, heads)


def _find_sides(scene: Scene, group: Sequence[Judged]) -> tuple[Side, Side]:
    """The acting side and the other; further pairs add their new state opposite to the known."""
    first = group[0]
    x, y = (_party(scene, first.window, i) for i in first.judgement.marks)
    a: Side
    b: Side
    a, b = ((x,), (y,)) if first.judgement.is_forward >= 0.5 else ((y,), (x,))
    for item in group[1:]:
        a, b = _add_sides(scene, (a, b), item)
    return a, b


def _add_sides(scene: Scene, sides: tuple[Side, Side], item: Judged) -> tuple[Side, Side]:
    """The sides with a pair's new states, each opposite to the one that is known."""
    a, b = sides
    known_a, known_b = ({party.state for party in side} for side in sides)
    for state, mark in zip(item.states, item.judgement.marks, strict=True):
        if state in known_a | known_b:
            continue
        other = item.states[1] if state == item.states[0] else item.states[0]
        party = _party(scene, item.window, mark)
        if other in known_b and other not in known_a:
            a = (*a, party)
        else:
            b = (*b, party)
    return a, b


def _party(scene: Scene, window: Window, i: int) -> Party:
    mark = window.marks[i]
    return scene.resolutions[mark.number].parties[mark.member]


def _find_heads(scene: Scene, parties: Iterable[Party], sentence: Span) -> tuple[Token, ...]:
    """The head words of the parties' mentions inside the sentence."""
    starts = {(party.start, party.end) for party in parties}
    found = []
    for resolution in scene.resolutions:
        mention = resolution.mention
        if not sentence.start <= mention.head < sentence.end:
            continue
        own = {(party.start, party.end) for party in resolution.parties}
        if (mention.start, mention.end) in starts or own & starts:
            found.append(scene.doc[mention.head])
    return tuple(found)


def _find_actions(
    scene: Scene,
    rules: Rules,
    sentence: Span,
    *,
    own: tuple[Hint, ...],
    items: Sequence[Judged],
    bar: Bar,
) -> Iterator[Action]:
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
        kind = best[3].type if best[3].types[best[3].type] > _UNCERTAIN else claim.type
        rivals = [h for h in hints if h is not hint and _is_same_direction(h, hint)]
        kind = claim.type if rivals else kind
        covered.update((act[1], act[2], kind) for act in judging)
        yield replace(claim, type=kind, confidence=round(best[3].chance, 2))
    told = {(one, other) for one, other, _ in covered}
    fresh = [act for act in acts if act[3].chance >= bar.action and (act[1], act[2]) not in told]
    for group in _group_acts(fresh):
        yield _make_action(scene, rules, sentence, group)


_Acting = tuple[Judged, str, str, Act, bool]


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
        actors.setdefault(one, _party(scene, item.window, marks[0]))
        recipients.setdefault(other, _party(scene, item.window, marks[1]))
    act = group[0][3]
    heads = _find_heads(scene, (*actors.values(), *recipients.values()), sentence)
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
        evidence=_find_clause(scene, sentence, trigger, heads),
        when=when,
        according_to=attribution.find_chain(scene, trigger),
        reason=Reason(rule="judge", trigger=trigger.text, frame="pair judged as an action"),
        confidence=round(act.chance, 2),
    )
