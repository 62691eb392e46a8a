"""Cases: articles with the claims they make; reads the files and holds a record against them.

README.md describes the format. What one line means is in ``lines.py``. Nothing here reads an
article itself: the record comes from the caller.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from detente.errors import GoldError
from detente.model.article import Article
from detente.model.claims import Action, Contact
from detente.model.dates import PartialDate
from detente.model.records import Record

from .lines import Line, find_disagreements, find_spans, is_agreeing, parse_line

FOLDER = Path(__file__).parent / "cases"
_CLAIMS = "--- claims"
_NOT = "--- not"
_HEADER = re.compile(r"(?P<name>Published|Outlet): (?P<value>.+)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An article, the claims it makes and the claims it must not be read to make.

    ``text`` is title, empty line, body, as an ``Article`` holds it. ``published`` is ``None`` where
    the file says ``Published: none``.
    """

    name: str
    published: PartialDate | None
    outlet: str
    title: str
    text: str
    claims: tuple[Line, ...]
    forbidden: tuple[Line, ...]

    @property
    def article(self) -> Article:
        """The article to read."""
        return Article(
            text=self.text, title=self.title, outlet=self.outlet, published=self.published
        )


def find_cases(folder: Path = FOLDER) -> tuple[Path, ...]:
    """The case files of ``folder``, in order of their number."""
    return tuple(sorted(folder.glob("*.txt")))


def parse_case(path: Path) -> Case:
    """The case in the file at ``path``.

    Raises: ``GoldError`` with file and line where it is not in the format of README.md.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    published, outlet = _parse_headers(lines[:3], path.name)
    marks = [n for n, line in enumerate(lines) if line in (_CLAIMS, _NOT)]
    if not marks:
        raise GoldError(path.name, "no '--- claims' or '--- not'", "add what must (not) be read")
    article = "\n".join(lines[3 : marks[0]]).strip()
    title, _, body = article.partition("\n")
    if not title or not body.strip():
        raise GoldError(path.name, "no title or no body", "write a title line, then paragraphs")
    sections: dict[str, list[Line]] = {_CLAIMS: [], _NOT: []}
    current = ""
    for number, line in enumerate(lines[marks[0] :], start=marks[0] + 1):
        if line in sections:
            current = line
        elif line.strip():
            sections[current].append(parse_line(line, number, path.name))
    case = Case(
        name=path.stem,
        published=published,
        outlet=outlet,
        title=title,
        text=article,
        claims=tuple(sections[_CLAIMS]),
        forbidden=tuple(sections[_NOT]),
    )
    _check_claims(case)
    return case


def compare_case(case: Case, record: Record) -> tuple[str, ...]:
    """What is wrong with ``record`` as a reading of ``case``: one message for each missing claim
    and each forbidden claim found; empty when it is right. Other claims are neither.

    A claim line needs a claim that agrees in mode or type, status, the states of both sides (of a
    contact in either order), every rank, last name, time and voucher that the line gives, and whose
    evidence overlaps.

    Raises: ``GoldError`` where the record is of another text.
    """
    text = record.article.text
    found: tuple[Contact | Action, ...] = (*record.contacts, *record.actions)
    problems = []
    for line in case.claims:
        if line.evidence is not None and not find_spans(line.evidence, text):
            raise GoldError(case.name, f"{line.evidence!r} is not in the article read", "read it")
        wrong = [find_disagreements(line, claim, text) for claim in found]
        if () not in wrong:
            problems.append(f"missing {case.name}:{line.number}: {line.source}{_nearest(wrong)}")
    for line in case.forbidden:
        problems.extend(
            f"forbidden {case.name}:{line.number}: {line.source} (read: {claim.evidence.quote!r})"
            for claim in found
            if is_agreeing(line, claim, text)
        )
    return tuple(problems)


def _parse_headers(lines: list[str], subject: str) -> tuple[PartialDate | None, str]:
    values: dict[str, str] = {}
    for line in lines:
        if match := _HEADER.match(line):
            values[match["name"]] = match["value"].strip()
    if set(values) != {"Published", "Outlet"} or lines[2].strip():
        raise GoldError(subject, "no headers", "start with Published:, Outlet: and an empty line")
    if values["Published"] == "none":
        return None, values["Outlet"]
    try:
        return PartialDate(values["Published"]), values["Outlet"]
    except ValueError as error:
        raise GoldError(subject, str(error), "give an ISO date or none") from error


def _check_claims(case: Case) -> None:
    for line in case.claims:
        place = f"{case.name}:{line.number}"
        if line.status is None or not line.a or not line.b or line.evidence is None:
            raise GoldError(place, "a claim without status, a, b or evidence", "add it")
        if line.kind == "action" and line.type is None:
            raise GoldError(place, "an action without type", "add it")
        if not find_spans(line.evidence, case.text):
            raise GoldError(place, f"{line.evidence!r} is not in the text", "copy it exactly")


def _nearest(wrong: list[tuple[str, ...]]) -> str:
    """The read claim with that evidence that comes closest, by what it has instead."""
    near = [fields for fields in wrong if "evidence" not in fields and "kind" not in fields]
    if not near:
        return ""
    nearest = sorted(near, key=len)[0]
    return f" (nearest: {', '.join(nearest)})"
