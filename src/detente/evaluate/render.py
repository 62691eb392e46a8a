"""Reports of an evaluation as aligned text and as JSON values."""

from __future__ import annotations

from typing import Any

from detente.evaluate.matching import get_kind, get_sides
from detente.evaluate.report import Case, Figures, Report
from detente.model.claims import Action, Contact

_FIELDS = {
    "status": "status",
    "kind": "mode / type",
    "rank": "ranks",
    "when": "when",
    "according_to": "according_to",
    "where": "where",
}


def render_report(report: Report) -> str:
    """The figures as a table of two columns, contacts and actions."""
    rows: list[tuple[str, ...]] = [("", "contacts", "actions")]
    both = (report.contacts, report.actions)
    rows.append(("gold claims", *(str(item.gold) for item in both)))
    rows.append(("predicted", *(str(item.predicted) for item in both)))
    rows.append(("matched", *(str(item.matched) for item in both)))
    for label, name in (
        ("precision", "precision"),
        ("recall", "recall"),
        ("F1 of detection", "f1"),
    ):
        rows.append((label, *(f"{getattr(item, name):.3f}" for item in both)))
    for name, label in _FIELDS.items():
        cells = [f"{item.accuracy(name):.3f}" for item in both]
        if name == "where":
            cells[1] = "–"
        rows.append((f"  {label} right", *cells))
    rows.append(("strict F1", *(f"{item.strict_f1:.3f}" for item in both)))
    rows.append(("false held", *(f"{item.false_held} of {item.not_held}" for item in both)))
    lines = [f"{label:<26}{one:>12}{two:>12}" for label, one, two in rows]
    return "\n".join([f"{report.articles} articles", *lines])


def render_confusion(figures: Figures, name: str) -> str:
    """What was taken for what among the matched: gold, prediction, how often."""
    table = figures.confusion[name]
    wrong = sorted(
        ((pair, count) for pair, count in table.items() if pair[0] != pair[1]),
        key=lambda item: (-item[1], item[0]),
    )
    if not wrong:
        return f"{name}: no confusion"
    lines = [f"{gold:<12} taken for {other:<12} {count:>4}" for (gold, other), count in wrong]
    return "\n".join([f"{name}:", *lines])


def render_case(case: Case) -> str:
    """One error in two or three lines: kind and article, gold, prediction."""
    lines = [f"{case.kind} · {case.article}"]
    for label, claim in (("gold", case.gold), ("read", case.predicted)):
        if claim is not None:
            lines.append(f"  {label}: {_render_claim(claim)}")
    return "\n".join(lines)


def report_to_json(report: Report) -> dict[str, Any]:
    """The figures as JSON values; shares are 0 to 1."""
    return {
        "articles": report.articles,
        "contacts": _figures(report.contacts),
        "actions": _figures(report.actions),
    }


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "gold": figures.gold,
        "predicted": figures.predicted,
        "matched": figures.matched,
        "precision": round(figures.precision, 4),
        "recall": round(figures.recall, 4),
        "f1": round(figures.f1, 4),
        **{name: round(figures.accuracy(name), 4) for name in _FIELDS},
        "strict_f1": round(figures.strict_f1, 4),
        "not_held": figures.not_held,
        "false_held": figures.false_held,
        "false_held_share": round(figures.false_held_share, 4),
    }


def _render_claim(claim: Contact | Action) -> str:
    sides = " – ".join(
        " + ".join(f"{party.text} ({party.state}, {party.rank})" for party in side)
        for side in get_sides(claim)
    )
    quote = " ".join(claim.evidence.quote.split())
    return f"{get_kind(claim)} {claim.status}: {sides} | {quote[:160]}"
