"""How often the right state and rank are found for the parties of a gold file.

Apart from `report`, which scores whole claims: here each gold party's words are given, and only who
they mean is asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from detente.evaluate.matching import get_sides
from detente.evaluate.party_sides import SideReport
from detente.model.claims import Action, Contact
from detente.model.evidence import Evidence
from detente.model.mentions import Mention, Resolution
from detente.model.parties import UNKNOWN_STATE, Party
from detente.model.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A gold party, where its words stand, and what they were resolved to; None if not seen."""

    article: str
    gold: Party
    start: int
    mention: Mention | None
    found: Party | None

    @property
    def is_state_right(self) -> bool:
        """Whether the state agrees; ``UNK`` is right only where the gold says so."""
        state = self.found.state if self.found else UNKNOWN_STATE
        return state == self.gold.state

    @property
    def is_rank_right(self) -> bool:
        """Whether the rank agrees."""
        return self.found is not None and self.found.rank is self.gold.rank


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyReport:
    """The answers to every party of every claim, in the order of the gold."""

    articles: int
    answers: tuple[Answer, ...]
    sides: SideReport | None = None
    """The same in the claims that were read, where they were."""

    @property
    def state(self) -> float:
        """Share of parties with the right state, 0 to 1."""
        return _share(sum(item.is_state_right for item in self.answers), len(self.answers))

    @property
    def rank(self) -> float:
        """Share of parties with the right rank, 0 to 1."""
        return _share(sum(item.is_rank_right for item in self.answers), len(self.answers))

    @property
    def unseen(self) -> int:
        """Parties whose words were not seen as a mention at all."""
        return sum(item.found is None for item in self.answers)


def find_party_spans(record: Record) -> tuple[tuple[int, int], ...]:
    """Where the words of each party of a gold record stand, in the order of its claims."""
    spans = (
        _find_words(record.article.text, party, evidence)
        for party, evidence in _list_parties(record)
    )
    return tuple(span for span in spans if span is not None)


def score_parties(
    gold: Sequence[Record],
    resolved: Iterable[tuple[Resolution, ...]],
    sides: SideReport | None = None,
) -> PartyReport:
    """Compare each party of the gold's claims with the resolution of its words.

    ``resolved`` holds the resolutions of each article, in the order of the gold.
    """
    answers: list[Answer] = []
    for record, resolutions in zip(gold, resolved, strict=True):
        for party, evidence in _list_parties(record):
            answers.append(_answer(record, party, evidence, resolutions))
    return PartyReport(articles=len(gold), answers=tuple(answers), sides=sides)


def render_parties(report: PartyReport, errors: int = 0) -> str:
    """Both shares, what was most often taken for what, and the ``errors`` most frequent cases."""
    total = len(report.answers)
    lines = [
        f"{report.articles} articles, {total} parties",
        f"{'state right':<26}{report.state:>12.3f}",
        f"{'rank right':<26}{report.rank:>12.3f}",
        f"{'not seen as a mention':<26}{report.unseen:>12}",
    ]
    if report.sides is not None:
        lines += [
            f"in claims that were read, {report.sides.parties} parties",
            f"{'state right':<26}{report.sides.state:>12.3f}",
            f"{'rank right as well':<26}{report.sides.rank:>12.3f}",
        ]
    for name, pairs in (("state", _find_wrong_states(report)), ("rank", _find_wrong_ranks(report))):
        lines.append(f"\n{name}:")
        lines += [
            f"{gold:<12} taken for {found:<12} {count:>4}"
            for (gold, found), count in _rank_counts(pairs)[:12]
        ]
    cases = Counter(_render_answer(item) for item in report.answers if not _is_right(item))
    lines += [f"\n{count} × {text}" for text, count in _rank_counts(cases)[:errors]]
    return "\n".join(lines)


def parties_to_json(report: PartyReport) -> dict[str, Any]:
    """The figures as JSON values; shares are 0 to 1."""
    return {
        "articles": report.articles,
        "parties": len(report.answers),
        "state": round(report.state, 4),
        "rank": round(report.rank, 4),
        "unseen": report.unseen,
        "read_parties": report.sides.parties if report.sides else 0,
        "read_state": round(report.sides.state, 4) if report.sides else None,
        "read_rank": round(report.sides.rank, 4) if report.sides else None,
    }


def _list_parties(record: Record) -> Iterator[tuple[Party, Evidence]]:
    claims: tuple[Contact | Action, ...] = (*record.contacts, *record.actions)
    for claim in claims:
        for party in chain.from_iterable(get_sides(claim)):
            yield party, claim.evidence


def _answer(
    record: Record, party: Party, evidence: Evidence, resolutions: tuple[Resolution, ...]
) -> Answer:
    span = _find_words(record.article.text, party, evidence)
    best = _find_resolution(span, resolutions) if span else None
    found = None
    if best is not None and best.parties:
        fitting = [item for item in best.parties if item.state == party.state]
        found = (fitting or list(best.parties))[0]
    return Answer(
        article=record.article.id,
        gold=party,
        start=span[0] if span else -1,
        mention=best.mention if best else None,
        found=found,
    )


def _find_words(text: str, party: Party, evidence: Evidence) -> tuple[int, int] | None:
    """Where a party's words stand: in the evidence, else the last time before, else after."""
    if party.start is not None and party.end is not None:
        return party.start, party.end
    pattern = r"\s+".join(re.escape(word) for word in party.text.split())
    spans = [match.span() for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]
    spans.sort(key=lambda span: _is_part_of_name(text, span))
    inside = [span for span in spans if evidence.start <= span[0] and span[1] <= evidence.end]
    before = [span for span in reversed(spans) if span[0] < evidence.start]
    before.sort(key=lambda span: _is_part_of_name(text, span))
    return next(iter([*inside, *before, *spans]), None)


def _is_part_of_name(text: str, span: tuple[int, int]) -> bool:
    """Whether words stand inside a longer name: "China" in "the South China Sea"."""
    left, right = text[: span[0]], text[span[1] :]
    is_led = bool(re.search(r"[A-Z]\w* $", left)) and text[span[0]].isupper()
    return is_led or bool(re.match(r" [A-Z][a-z]", right))


def _find_resolution(
    span: tuple[int, int], resolutions: tuple[Resolution, ...]
) -> Resolution | None:
    """The resolution of the mention that shares most with a span and sticks out least."""
    start, end = span

    def fit(item: Resolution) -> tuple[int, int]:
        mention = item.mention
        shared = min(end, mention.end) - max(start, mention.start)
        return -abs(mention.start - start) - abs(mention.end - end), shared

    options = [
        item for item in resolutions if item.mention.start < end and start < item.mention.end
    ]
    owners = {item.mention.possessor for item in options if item.mention.end <= end}
    kept = [item for item in options if item.mention.index not in owners]
    return max(kept or options, key=fit) if options else None


def _is_right(answer: Answer) -> bool:
    return answer.is_state_right and answer.is_rank_right


def _find_wrong_states(report: PartyReport) -> Counter[tuple[str, str]]:
    return Counter(
        (item.gold.state, item.found.state if item.found else "not seen")
        for item in report.answers
        if not item.is_state_right
    )


def _find_wrong_ranks(report: PartyReport) -> Counter[tuple[str, str]]:
    return Counter(
        (item.gold.rank.value, item.found.rank.value if item.found else "not seen")
        for item in report.answers
        if not item.is_rank_right
    )


def _rank_counts(counts: Counter[Any]) -> list[tuple[Any, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _render_answer(item: Answer) -> str:
    words = " ".join(item.gold.text.split())
    lines = [f"{item.article} at {item.start}: {words} ({item.gold.state} {item.gold.rank})"]
    if item.mention is None:
        return f"{lines[0]}\n    no mention there"
    seen = " ".join(item.mention.text.split())
    what = f"{item.found.state} {item.found.rank}" if item.found else "nobody"
    reason = item.found.reason if item.found else "refers to nobody known"
    return f"{lines[0]}\n    read “{seen}” as {what}: {reason}"


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
