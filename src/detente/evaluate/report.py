"""Figures over a gold file: detection, fields among the matched, strict, and false held."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from detente.errors import GoldError
from detente.evaluate.matching import (
    Match,
    Matching,
    get_kind,
    get_sides,
    is_false_claim_of,
    match_claims,
)
from detente.model.claims import HAPPENED, Action, Contact
from detente.model.dates import When
from detente.model.parties import Party, Rank
from detente.model.records import Record

_ORDER = list(Rank)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Counts of one kind of claim over all articles; shares are 0 to 1.

    ``right`` counts for each field the matched claims that agree in it; ``strict`` those that agree
    in kind, status and ranks. ``false_held`` are gold claims that did not happen but came out as if
    they had, of ``not_held`` that did not happen at all.
    """

    gold: int
    predicted: int
    matched: int
    right: dict[str, int]
    strict: int
    not_held: int
    false_held: int
    confusion: dict[str, dict[tuple[str, str], int]] = field(default_factory=dict)

    @property
    def precision(self) -> float:
        """Matched of predicted."""
        return _share(self.matched, self.predicted)

    @property
    def recall(self) -> float:
        """Matched of gold."""
        return _share(self.matched, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return _share(2 * self.matched, self.gold + self.predicted)

    @property
    def strict_f1(self) -> float:
        """The same, counting only matches that agree in kind, status and ranks."""
        return _share(2 * self.strict, self.gold + self.predicted)

    @property
    def false_held_share(self) -> float:
        """False held of all gold claims that did not happen."""
        return _share(self.false_held, self.not_held)

    def accuracy(self, name: str) -> float:
        """Share of the matched that agree in a field."""
        return _share(self.right[name], self.matched)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One error, for a person to look at: what kind, in which article, gold and prediction."""

    kind: str
    article: str
    gold: Contact | Action | None
    predicted: Contact | Action | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Figures for contacts and actions, and the errors, worst first."""

    articles: int
    contacts: Figures
    actions: Figures
    cases: tuple[Case, ...]


def score_records(gold: Sequence[Record], predicted: Sequence[Record]) -> Report:
    """Score predictions against gold, article by article (matched by id).

    Raises: ``GoldError`` where an article of the gold has no prediction.
    """
    by_id = {record.article.id: record for record in predicted}
    for record in gold:
        if record.article.id not in by_id:
            raise GoldError(record.article.id, "has no prediction", "predict all its articles")
    pairs = [(record, by_id[record.article.id]) for record in gold]
    contacts = [(one, match_claims(one.contacts, other.contacts)) for one, other in pairs]
    actions = [(one, match_claims(one.actions, other.actions)) for one, other in pairs]
    cases = list(chain(_find_cases(contacts), _find_cases(actions)))
    order = {"false held": 0, "wrong status": 1, "missed": 2, "spurious": 3}
    return Report(
        articles=len(gold),
        contacts=_count(contacts),
        actions=_count(actions),
        cases=tuple(sorted(cases, key=lambda case: order[case.kind])),
    )


def is_same_time(one: When | None, other: When | None) -> bool:
    """Whether two times agree in first and last day, or are both unknown."""
    if one is None or other is None:
        return one is other
    return one.start == other.start and one.end == other.end


def is_same_chain(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two chains name the same vouchers in order; a family name stands for the full one."""
    first, second = [_plain(name) for name in one], [_plain(name) for name in other]
    return len(first) == len(second) and all(
        a == b or a.split()[-1:] == b.split()[-1:] for a, b in zip(first, second, strict=True)
    )


def highest_rank(side: tuple[Party, ...]) -> Rank:
    """The highest rank on a side, in the order of the guidelines."""
    return min((party.rank for party in side), key=_ORDER.index)


def _count(
    items: Sequence[tuple[Record, Matching[Contact]]] | Sequence[tuple[Record, Matching[Action]]],
) -> Figures:
    matchings = [matching for _, matching in items]
    matches: list[Match[Contact] | Match[Action]] = [m for x in matchings for m in x.matches]
    missed = [claim for x in matchings for claim in x.missed]
    spurious = [claim for x in matchings for claim in x.spurious]
    checks = {name: 0 for name in ("status", "kind", "rank", "when", "according_to", "where")}
    strict = 0
    for match in matches:
        agrees = _compare(match)
        for name, value in agrees.items():
            checks[name] += value
        strict += agrees["status"] and agrees["kind"] and agrees["rank"]
    not_held = [m for m in matches if m.gold.status not in HAPPENED]
    unmatched = [claim for claim in missed if claim.status not in HAPPENED]
    false = sum(m.predicted.status in HAPPENED for m in not_held)
    false += sum(_is_told_as_held(claim, spurious) for claim in unmatched)
    return Figures(
        gold=len(matches) + len(missed),
        predicted=len(matches) + len(spurious),
        matched=len(matches),
        right=checks,
        strict=strict,
        not_held=len(not_held) + len(unmatched),
        false_held=false,
        confusion={
            "status": dict(
                Counter((m.gold.status.value, m.predicted.status.value) for m in matches)
            ),
            "kind": dict(Counter((get_kind(m.gold), get_kind(m.predicted)) for m in matches)),
        },
    )


def _is_told_as_held(claim: Contact | Action, spurious: Sequence[Contact | Action]) -> bool:
    return any(
        other.status in HAPPENED and type(other) is type(claim) and is_false_claim_of(claim, other)  # type: ignore[type-var]
        for other in spurious
    )


def _compare(match: Match[Contact] | Match[Action]) -> dict[str, bool]:
    gold, predicted = match.gold, match.predicted
    sides = get_sides(predicted)
    straight = tuple(reversed(sides)) if match.is_crossed else sides
    ranks = all(
        highest_rank(one) is highest_rank(other)
        for one, other in zip(get_sides(gold), straight, strict=True)
    )
    where = True
    if isinstance(gold, Contact) and isinstance(predicted, Contact):
        where = _plain(gold.where or "") == _plain(predicted.where or "")
    return {
        "status": gold.status is predicted.status,
        "kind": get_kind(gold) == get_kind(predicted),
        "rank": ranks,
        "when": is_same_time(gold.when, predicted.when),
        "according_to": is_same_chain(gold.according_to, predicted.according_to),
        "where": where,
    }


def _find_cases(
    items: Sequence[tuple[Record, Matching[Contact]]] | Sequence[tuple[Record, Matching[Action]]],
) -> Iterable[Case]:
    for record, matching in items:
        name = record.article.id
        for match in matching.matches:
            gold, predicted = match.gold, match.predicted
            if gold.status is not predicted.status:
                is_false = gold.status not in HAPPENED and predicted.status in HAPPENED
                kind = "false held" if is_false else "wrong status"
                yield Case(kind=kind, article=name, gold=gold, predicted=predicted)
        for claim in matching.missed:
            yield Case(kind="missed", article=name, gold=claim, predicted=None)
        for claim in matching.spurious:
            yield Case(kind="spurious", article=name, gold=None, predicted=claim)


def _plain(name: str) -> str:
    return _ARTICLE.sub("", " ".join(name.split())).lower().strip(".")


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
