"""Every case file is in the format, agrees with itself, and can fail."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from detente.errors import GoldError
from detente.model.claims import Action, Contact, EventType, Mode, Status
from detente.model.dates import PartialDate, When
from detente.model.evidence import Evidence
from detente.model.parties import Party, Rank
from detente.model.records import Record

from .cases import Case, compare_case, find_cases, parse_case
from .lines import ExpectedParty, ExpectedTime, Line, find_spans

PATHS = find_cases()
CODES = frozenset((Path(__file__).parent / "codes.txt").read_text(encoding="utf-8").split())
SMALLEST, LARGEST = 55, 215  # words of title and body


def make_case(lines: str, body: str = "Envoy Ana Ruiz of Peru met Envoy Li Bo of China.") -> str:
    return f"Published: 2020-01-02\nOutlet: The Test\n\nA title\n\n{body}\n\n{lines}\n"


def write_case(folder: Path, source: str) -> Path:
    path = folder / "001-test.txt"
    path.write_text(source, encoding="utf-8")
    return path


def make_party(expected: ExpectedParty) -> Party:
    return Party(
        text=expected.name or expected.state,
        state=expected.state,
        rank=expected.rank or Rank.GOVERNMENT,
        name=expected.name,
    )


def make_when(expected: ExpectedTime | None) -> When | None:
    if expected is None or not expected.is_timed:
        return None
    start, end = (PartialDate(d) if d else None for d in (expected.start, expected.end))
    return When(start=start, end=end, text="then")


def make_claim(line: Line, case: Case) -> Contact | Action:
    """The claim that a line describes, with a neutral value wherever it names none."""
    quote = line.evidence or case.title
    start, end = find_spans(quote, case.text)[0]
    unknown = ExpectedParty(state="UNK", rank=None, name=None)
    side_a, side_b = (tuple(map(make_party, side or (unknown,))) for side in (line.a, line.b))
    evidence = Evidence.take(case.article.id, case.text, start, end)
    status, when = line.status or Status.HELD, make_when(line.when)
    if line.kind == "action":
        return Action(
            actors=side_a,
            recipients=side_b,
            type=line.type or EventType.ACCUSE,
            status=status,
            evidence=evidence,
            when=when,
            according_to=line.by or (),
        )
    return Contact(
        a=side_a,
        b=side_b,
        mode=line.mode or Mode.MEETING,
        status=status,
        evidence=evidence,
        when=when,
        according_to=line.by or (),
    )


def make_record(case: Case, claims: list[Contact | Action]) -> Record:
    return Record(
        article=case.article,
        contacts=tuple(claim for claim in claims if isinstance(claim, Contact)),
        actions=tuple(claim for claim in claims if isinstance(claim, Action)),
    )


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest) -> Case:
    return parse_case(request.param)


def test_each_case_names_only_known_states(case: Case) -> None:
    named = {party.state for line in (*case.claims, *case.forbidden) for party in line.a + line.b}
    assert named <= CODES


def test_each_case_says_what_must_not_be_read(case: Case) -> None:
    assert case.forbidden


def test_each_case_is_a_short_article(case: Case) -> None:
    assert SMALLEST <= len(case.text.split()) <= LARGEST


def test_no_case_says_the_same_twice(case: Case) -> None:
    counts = Counter(line.source for line in (*case.claims, *case.forbidden))
    assert max(counts.values()) == 1


def test_a_reader_who_finds_exactly_the_claims_is_right(case: Case) -> None:
    record = make_record(case, [make_claim(line, case) for line in case.claims])
    assert compare_case(case, record) == ()


def test_a_reader_who_finds_nothing_misses_every_claim(case: Case) -> None:
    assert len(compare_case(case, make_record(case, []))) == len(case.claims)


def test_a_reader_who_finds_what_is_forbidden_is_told(case: Case) -> None:
    for pattern in case.forbidden:
        wrong = make_record(case, [make_claim(pattern, case)])
        assert any(f":{pattern.number}:" in problem for problem in compare_case(case, wrong))


def test_the_cases_have_numbers_of_their_own() -> None:
    numbers = [path.name.split("-")[0] for path in PATHS]
    assert len(set(numbers)) == len(numbers)


def test_the_cases_cover_every_status_mode_and_rank() -> None:
    lines = [line for path in PATHS for line in parse_case(path).claims if line.kind == "contact"]
    assert min(Counter(line.status for line in lines)[status] for status in Status) >= 4
    assert min(Counter(line.mode for line in lines)[mode] for mode in Mode) >= 4
    ranks = {party.rank for line in lines for party in line.a + line.b}
    assert ranks >= set(Rank)


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("no lines at all", "no '--- claims'"),
        ('--- claims\nvisit | status=held | a=PER | b=CHN | evidence="met"', "unknown kind"),
        ('--- claims\ncontact | mode=held | a=PER | b=CHN | evidence="met"', "not a valid Mode"),
        ("--- claims\ncontact | mode=meeting | status=held | a=PER | b=CHN", "without status"),
        (
            '--- claims\ncontact | mode=talks | status=held | a=PER | b=CHN | evidence="spoke"',
            "not in the text",
        ),
        ("--- not\ncontact | sides=PER", "no such field"),
        ("--- not\ncontact | a=Peru", "is not STATE/rank"),
        ("--- not\ncontact | when=2020-01-02", "not start..end"),
        ("--- not\naction | mode=meeting", "contacts have a mode"),
    ],
)
def test_a_line_outside_the_format_is_refused(tmp_path: Path, lines: str, problem: str) -> None:
    with pytest.raises(GoldError, match=problem):
        parse_case(write_case(tmp_path, make_case(lines)))


def test_a_file_without_headers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no headers"):
        parse_case(write_case(tmp_path, "A title\n\nA body.\n\n--- not\ncontact | a=PER\n"))


HELD = (
    '--- claims\ncontact | mode=meeting | status=held | a=PER/envoy "Ana Ruiz" | b=CHN '
    '| when=2020-01-01..2020-01-01 | by=Ana Ruiz | evidence="Ruiz of Peru met"'
)


@pytest.mark.parametrize(
    ("was", "instead", "told"),
    [
        ("mode=meeting", "mode=call", "mode=call"),
        ("status=held", "status=planned", "status=planned"),
        ("a=PER/envoy", "a=PER/leader", "sides=PER/leader"),
        ('"Ana Ruiz"', '"Ana Paz"', "sides=PER/envoy Ana Paz"),
        ("b=CHN", "b=CHN + IND", "sides="),
        ("when=2020-01-01..2020-01-01", "when=2020-01-01..", "when=2020-01-01..None"),
        ("when=2020-01-01..2020-01-01", "when=none", "when=None"),
        ("by=Ana Ruiz", "by=Ana Ruiz > Reuters", "by=Ana Ruiz > Reuters"),
    ],
)
def test_a_claim_that_differs_in_one_field_is_missing(
    tmp_path: Path, was: str, instead: str, told: str
) -> None:
    case = parse_case(write_case(tmp_path, make_case(HELD)))
    other = parse_case(write_case(tmp_path, make_case(HELD.replace(was, instead))))
    record = make_record(case, [make_claim(other.claims[0], case)])
    (problem,) = compare_case(case, record)
    assert f"nearest: {told}" in problem


def test_the_sides_of_a_contact_may_be_swapped_and_a_name_shortened(tmp_path: Path) -> None:
    case = parse_case(write_case(tmp_path, make_case(HELD)))
    swapped = HELD.replace("a=PER", "b=PER").replace("b=CHN", "a=CHN").replace("by=Ana ", "by=")
    other = parse_case(write_case(tmp_path, make_case(swapped)))
    assert compare_case(case, make_record(case, [make_claim(other.claims[0], case)])) == ()


def test_the_actor_of_an_action_is_not_its_recipient(tmp_path: Path) -> None:
    line = '--- claims\naction | type=AID | status=held | a=PER | b=CHN | evidence="of Peru"'
    case = parse_case(write_case(tmp_path, make_case(line)))
    swapped = line.replace("a=PER", "a=CHN").replace("b=CHN", "b=PER")
    other = parse_case(write_case(tmp_path, make_case(swapped)))
    assert len(compare_case(case, make_record(case, [make_claim(other.claims[0], case)]))) == 1
