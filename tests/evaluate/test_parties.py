"""Scoring who is who, on records and resolutions by hand."""

from __future__ import annotations

from detente.evaluate.parties import find_party_spans, render_parties, score_parties
from detente.evaluate.party_sides import score_sides
from detente.model.article import Article
from detente.model.claims import Contact, Mode, Status
from detente.model.evidence import Evidence
from detente.model.mentions import Mention, MentionKind, Resolution
from detente.model.parties import Party, Rank
from detente.model.records import Record

TEXT = "China was calm. In the South China Sea, China met Japan."


def make_party(text: str, state: str, rank: Rank = Rank.GOVERNMENT) -> Party:
    return Party(text=text, state=state, rank=rank)


def make_record(*parties: Party, text: str = TEXT) -> Record:
    article = Article(text=text, given_id="one")
    start = text.index("In the")
    evidence = Evidence(article="one", start=start, end=len(text), quote=text[start:])
    contact = Contact(
        a=parties[:1], b=parties[1:], mode=Mode.MEETING, status=Status.HELD, evidence=evidence
    )
    return Record(article=article, contacts=(contact,))


def make_resolution(start: int, end: int, party: Party, possessor: int | None = None) -> Resolution:
    mention = Mention(
        index=start,
        start=start,
        end=end,
        text=TEXT[start:end],
        kind=MentionKind.STATE,
        sentence=0,
        paragraph=0,
        first=start,
        last=end,
        head=start,
        possessor=possessor,
    )
    return Resolution(mention=mention, parties=(party,), entity="", reason="test")


CHINA, JAPAN = make_party("China", "CHN"), make_party("Japan", "JPN")


def test_words_are_looked_for_in_the_evidence_and_not_inside_longer_names() -> None:
    first, second = find_party_spans(make_record(CHINA, JAPAN))
    assert first[0] == TEXT.index("China met")
    assert TEXT[slice(*second)] == "Japan"


def test_right_states_and_ranks_are_counted_apart() -> None:
    record = make_record(CHINA, JAPAN)
    first, second = find_party_spans(record)
    wrong = make_party("Japan", "JPN", Rank.LEADER)
    report = score_parties(
        [record], [(make_resolution(*first, CHINA), make_resolution(*second, wrong))]
    )
    assert (report.state, report.rank) == (1.0, 0.5)


def test_words_without_a_mention_are_wrong() -> None:
    report = score_parties([make_record(CHINA, JAPAN)], [()])
    assert (report.state, report.rank, report.unseen) == (0.0, 0.0, 2)


def test_an_unknown_state_is_right_where_the_annotation_says_so() -> None:
    unknown = make_party("Japan", "UNK")
    record = make_record(CHINA, unknown)
    first, second = find_party_spans(record)
    found = (make_resolution(*first, JAPAN), make_resolution(*second, unknown))
    report = score_parties([record], [found])
    assert report.state == 0.5


def test_what_owns_the_words_is_not_what_they_mean() -> None:
    text = "In the end China's Japan met China."
    record = make_record(make_party("China's Japan", "JPN"), CHINA, text=text)
    (start, end), other = find_party_spans(record)
    owner = make_resolution(start, start + 5, CHINA)
    owned = make_resolution(start + 8, end, JAPAN, possessor=start)
    report = score_parties([record], [(owner, owned, make_resolution(*other, CHINA))])
    assert report.state == 1.0


def test_the_worst_errors_are_shown_with_their_reason() -> None:
    record = make_record(CHINA, JAPAN)
    first, second = find_party_spans(record)
    found = (make_resolution(*first, JAPAN), make_resolution(*second, JAPAN))
    shown = render_parties(score_parties([record], [found]), errors=5)
    assert "CHN          taken for JPN" in shown
    assert "1 × one at" in shown


def test_sides_of_claims_that_were_read_are_compared_party_by_party() -> None:
    gold = make_record(CHINA, JAPAN)
    read = make_record(make_party("Japan", "JPN", Rank.MINISTER), CHINA)  # told from the other side
    report = score_sides([gold], [read])
    assert (report.parties, report.states, report.ranks) == (2, 2, 1)


def test_claims_that_were_not_read_do_not_count_end_to_end() -> None:
    gold = make_record(CHINA, JAPAN)
    report = score_sides([gold], [Record(article=gold.article)])
    assert (report.parties, report.state) == (0, 0.0)
