"""One line of a case: which claim it names, and whether a claim that was read agrees with it.

Apart from ``cases.py``, which knows files; this module knows only lines and claims.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.errors import GoldError
from detente.model.claims import Action, Contact, EventType, Mode, Status
from detente.model.dates import PartialDate, When
from detente.model.evidence import Evidence
from detente.model.parties import Party, Rank

KINDS = ("contact", "action")
FIELDS = frozenset({"mode", "type", "status", "a", "b", "when", "by", "evidence"})
_PARTY = re.compile(r'(?P<state>[A-Z0-9]{2,12})(?:/(?P<rank>[a-z]+))?(?:\s+"(?P<name>[^"]+)")?\Z')
_ARTICLES = frozenset({"the", "a", "an"})
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "iii"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedParty:
    """A member of a side: its state, and rank and name where the line gives them."""

    state: str
    rank: Rank | None
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedTime:
    """The time a line gives: both ends as ISO prefixes, or ``is_timed`` false for ``none``."""

    is_timed: bool
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A claim line or a pattern; a field that is ``None`` (or an empty side) is not compared."""

    number: int
    source: str
    kind: str
    mode: Mode | None
    type: EventType | None
    status: Status | None
    a: tuple[ExpectedParty, ...]
    b: tuple[ExpectedParty, ...]
    when: ExpectedTime | None
    by: tuple[str, ...] | None
    evidence: str | None


def parse_line(source: str, number: int, subject: str) -> Line:
    """The line that ``source`` says; ``subject`` is the file, for messages.

    Raises: ``GoldError`` where the kind, a field or a value is none of the format's.
    """
    kind, *parts = [part.strip() for part in source.split(" | ")]
    place = f"{subject}:{number}"
    if kind not in KINDS:
        raise GoldError(place, f"unknown kind {kind!r}", f"write one of {', '.join(KINDS)}")
    fields: dict[str, str] = {}
    for part in parts:
        name, equals, value = part.partition("=")
        if not equals or name not in FIELDS or name in fields:
            raise GoldError(place, f"no such field, or twice: {part!r}", "see README.md")
        fields[name] = value.strip()
    if ("mode" in fields and kind != "contact") or ("type" in fields and kind != "action"):
        raise GoldError(place, "contacts have a mode, actions have a type", "change the field")
    try:
        return _build_line(source, number, kind, fields)
    except ValueError as error:
        raise GoldError(place, str(error), "see README.md for the values") from error


def find_disagreements(line: Line, claim: Contact | Action, text: str) -> tuple[str, ...]:
    """The fields in which ``claim`` differs from a claim line; its sides have just those states."""
    return _compare(line, claim, text, whole_sides=True)


def is_agreeing(pattern: Line, claim: Contact | Action, text: str) -> bool:
    """Whether ``claim`` agrees with all that ``pattern`` names; its sides may hold more parties."""
    return not _compare(pattern, claim, text, whole_sides=False)


def find_spans(quote: str, text: str) -> tuple[tuple[int, int], ...]:
    """Every place of ``quote`` in ``text``, as start and exclusive end."""
    return tuple((m.start(), m.end()) for m in re.finditer(re.escape(quote), text))


def _build_line(source: str, number: int, kind: str, fields: dict[str, str]) -> Line:
    return Line(
        number=number,
        source=source,
        kind=kind,
        mode=Mode(fields["mode"]) if "mode" in fields else None,
        type=EventType(fields["type"]) if "type" in fields else None,
        status=Status(fields["status"]) if "status" in fields else None,
        a=_parse_side(fields["a"]) if "a" in fields else (),
        b=_parse_side(fields["b"]) if "b" in fields else (),
        when=_parse_time(fields["when"]) if "when" in fields else None,
        by=_parse_chain(fields["by"]) if "by" in fields else None,
        evidence=_parse_quote(fields["evidence"]) if "evidence" in fields else None,
    )


def _parse_side(value: str) -> tuple[ExpectedParty, ...]:
    parties = []
    for part in value.split(" + "):
        match = _PARTY.match(part.strip())
        if match is None:
            raise ValueError(f'{part!r} is not STATE/rank "Name"')
        rank = Rank(match["rank"]) if match["rank"] else None
        parties.append(ExpectedParty(state=match["state"], rank=rank, name=match["name"]))
    return tuple(parties)


def _parse_time(value: str) -> ExpectedTime:
    if value == "none":
        return ExpectedTime(is_timed=False, start=None, end=None)
    start, dots, end = value.partition("..")
    if not dots:
        raise ValueError(f"{value!r} is not start..end or none")
    for bound in (start, end):
        if bound:
            PartialDate(bound)
    return ExpectedTime(is_timed=True, start=start or None, end=end or None)


def _parse_chain(value: str) -> tuple[str, ...]:
    chain = tuple(part.strip() for part in value.split(" > ")) if value else ()
    if not all(chain):
        raise ValueError(f"an empty name in {value!r}")
    return chain


def _parse_quote(value: str) -> str:
    if len(value) < 3 or value[0] != '"' or value[-1] != '"':
        raise ValueError(f"evidence {value!r} is not in double quotes")
    return value[1:-1]


def _compare(
    line: Line, claim: Contact | Action, text: str, *, whole_sides: bool
) -> tuple[str, ...]:
    if (line.kind == "contact") != isinstance(claim, Contact):
        return ("kind",)
    wrong = []
    sides: tuple[tuple[tuple[Party, ...], tuple[Party, ...]], ...]
    if isinstance(claim, Contact):
        if line.mode is not None and claim.mode != line.mode:
            wrong.append(f"mode={claim.mode}")
        sides = ((claim.a, claim.b), (claim.b, claim.a))
    else:
        if line.type is not None and claim.type != line.type:
            wrong.append(f"type={claim.type}")
        sides = ((claim.actors, claim.recipients),)
    if line.status is not None and claim.status != line.status:
        wrong.append(f"status={claim.status}")
    if not any(
        _is_side(line.a, a, whole=whole_sides) and _is_side(line.b, b, whole=whole_sides)
        for a, b in sides
    ):
        wrong.append("sides=" + " / ".join(_render_side(side) for side in sides[0]))
    if line.when is not None and not _is_time(line.when, claim.when):
        wrong.append(f"when={claim.when and f'{claim.when.start}..{claim.when.end}'}")
    if line.by is not None and not _is_chain(line.by, claim.according_to):
        wrong.append("by=" + " > ".join(claim.according_to))
    if line.evidence is not None and not _is_overlapping(line.evidence, claim.evidence, text):
        wrong.append("evidence")
    return tuple(wrong)


def _is_side(expected: tuple[ExpectedParty, ...], found: tuple[Party, ...], *, whole: bool) -> bool:
    if not expected:
        return True
    if whole and {party.state for party in expected} != {party.state for party in found}:
        return False
    return all(any(_is_party(party, candidate) for candidate in found) for party in expected)


def _is_party(expected: ExpectedParty, found: Party) -> bool:
    if expected.state != found.state or expected.rank not in (None, found.rank):
        return False
    if expected.name is None:
        return True
    return found.name is not None and _last_name(expected.name) == _last_name(found.name)


def _last_name(name: str) -> str:
    words = [word.strip(",").casefold() for word in name.split()]
    kept = [word for word in words if word not in _SUFFIXES]
    return (kept or words)[-1]


def _is_time(expected: ExpectedTime, found: When | None) -> bool:
    if found is None or not expected.is_timed:
        return found is None and not expected.is_timed
    start = str(found.start) if found.start else None
    end = str(found.end) if found.end else None
    return (start, end) == (expected.start, expected.end)


def _is_chain(expected: tuple[str, ...], found: tuple[str, ...]) -> bool:
    if len(expected) != len(found):
        return False
    return all(_is_voucher(*pair) for pair in zip(expected, found, strict=True))


def _is_voucher(one: str, other: str) -> bool:
    """ "Antonov" and "Anatoly Antonov" agree, "Anatoly Antonov" and "Politico" do not."""
    first, second = (
        {word.strip(",.").replace("’", "'") for word in name.casefold().split()} - _ARTICLES
        for name in (one, other)
    )
    return first <= second or second <= first


def _is_overlapping(quote: str, evidence: Evidence, text: str) -> bool:
    return any(
        start < evidence.end and evidence.start < end for start, end in find_spans(quote, text)
    )


def _render_side(side: tuple[Party, ...]) -> str:
    return " + ".join(f"{party.state}/{party.rank} {party.name or ''}".strip() for party in side)
