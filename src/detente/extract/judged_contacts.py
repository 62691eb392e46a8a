"""Contacts as a judge sees them: the rules' corrected or dropped, and those that no rule found.

The judge may overrule a rule and may say "no claim". Where the two differ on whether something
happened at all, the claim carries the cautious status and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.extract import attribution
from detente.extract.anchors import find_anchor
from detente.extract.contacts import refine_mode
from detente.extract.features import Hint
from detente.extract.judged import Judged, find_clause, find_heads, get_party
from detente.extract.rules import Rules
from detente.extract.scene import Scene
from detente.extract.topics import find_topics
from detente.extract.when import find_when, is_in_future
from detente.extract.where import find_place
from detente.model.claims import HAPPENED, Contact, Mode, Reason, Status
from detente.model.judgements import Bar, Judgement
from detente.model.parties import Party

if TYPE_CHECKING:
    from spacy.tokens import Span

Side = tuple[Party, ...]
_LIKELY = 0.5
"""From this chance the judge's mode or status stands against the rule's of the same family."""
_SURE_MODE = (
    0.9  # "call" and "letter" name their mode; the judge was right in 6 of 7, rules in 9 of 10
)
_LEAST = 0.02
_FEW = 2  # sentences of a text that is hardly more than a headline
_SURE_HELD = 0.8  # the judge alone may say that it happened only when sure
_DOUBT = 0.3  # a judge's "not" needs less: it is the cautious answer


def find_judged_contacts(
    scene: Scene,
    rules: Rules,
    sentence: Span,
    *,
    own: tuple[Hint, ...],
    items: Sequence[Judged],
    bar: Bar,
) -> Iterator[Contact]:
    """The contacts of one sentence, from the rules' hints in it and its judged pairs."""
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
        is_formula = _is_standing(hint)
        is_plain = is_formula or _is_headline(scene, sentence)
        least = _LEAST if is_plain else bar.contact_with_rule
        if best is not None and best.judgement.contact >= least:
            rivals = sum(_is_of_same(hint, other) for other in hints)
            # Who sees no contact there cannot say what became of it
            is_judged = best.judgement.contact >= bar.contact_with_rule and not is_formula
            kept.append(_adjust_contact(claim, best.judgement, is_alone=rivals == 1 and is_judged))
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


def _is_standing(hint: Hint) -> bool:
    """Ties named with both their sides: formulas that rules know and training seldom shows."""
    claim = hint.claim
    return isinstance(claim, Contact) and claim.mode is Mode.TIES and not hint.is_completed


def _is_headline(scene: Scene, sentence: Span) -> bool:
    """A title, or a text of one sentence: the judge learned that a body tells it better."""
    title_end = len(scene.article.title or "")
    return sentence.start_char < title_end or scene.layout.sentence_of[-1] < _FEW


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

    Without ``is_alone`` the rule's stand: where rules see two contacts of one pair in a sentence
    (a judge gives one a pair), and where the judge sees none.
    """
    has_cue = claim.reason is not None and claim.reason.cue is not None
    status = judge_status(claim.status, judgement, has_cue=has_cue) if is_alone else claim.status
    mode = judgement.mode if judgement.modes[judgement.mode] > _SURE_MODE else claim.mode
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


def judge_status(by_rule: Status, judgement: Judgement, *, has_cue: bool) -> Status:
    """The status of a contact that a rule and a judge both see.

    A word that decided the rule's status (``has_cue``) says more exactly how it did not happen than
    a judge can. Differing on whether it happened, "not" stands unless the other is sure.
    """
    status = judgement.status
    if (status in HAPPENED) == (by_rule in HAPPENED):
        return by_rule if has_cue or judgement.statuses[status] < _LIKELY else status
    if status in HAPPENED:
        happened = sum(judgement.statuses[item] for item in HAPPENED)
        return status if happened > _SURE_HELD else by_rule
    return status if judgement.statuses[status] > _DOUBT else by_rule


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
    heads = find_heads(scene, (*a, *b), sentence)
    trigger = find_anchor(
        sentence, heads, lambda token: rules.contacts.grade_trigger(token, first.mode)
    )
    decision = rules.contacts.decide(trigger)
    status = judge_status(decision.status, first, has_cue=True) if decision.cue else first.status
    when = find_when(scene, trigger, status)
    if status is Status.HELD and is_in_future(when, scene.published):
        status = Status.PLANNED
    evidence = find_clause(scene, sentence, trigger, heads)
    where = find_place(scene, trigger)
    return Contact(
        a=a,
        b=b,
        mode=refine_mode(_find_mode(first), evidence.quote, where),
        status=status,
        evidence=evidence,
        when=when,
        where=where,
        topics=find_topics(evidence.quote),
        according_to=attribution.find_chain(scene, trigger),
        reason=Reason(rule="judge", trigger=trigger.text, frame="pair judged as a contact"),
        confidence=round(first.contact, 2),
    )


def _find_mode(judgement: Judgement) -> Mode:
    """The likeliest mode; plain talks where the judge is not sure which words passed how."""
    mode = judgement.mode
    is_unsure = judgement.modes[mode] < _LIKELY
    return Mode.TALKS if is_unsure and mode in (Mode.MEETING, Mode.CALL) else mode


def _find_sides(scene: Scene, group: Sequence[Judged]) -> tuple[Side, Side]:
    """The acting side and the other; further pairs add their new state opposite to the known."""
    first = group[0]
    x, y = (get_party(scene, first.window, i) for i in first.judgement.marks)
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
        party = get_party(scene, item.window, mark)
        if other in known_b and other not in known_a:
            a = (*a, party)
        else:
            b = (*b, party)
    return a, b
