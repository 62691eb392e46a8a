"""Speed and size of the ledger: ``python -m benchmarks.ledger [ARTICLES]``.

The articles are made up by chance from a fixed seed: 400 words and five claims each, on 500 pairs
of states of which the first is named as often as the next two together, and so on (Zipf's law), as
in world news. Nothing is read: only the ledger is measured.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from pathlib import Path

from detente.book import Ledger, open_ledger
from detente.model.article import Article
from detente.model.claims import Contact, Mode, Reason, Status
from detente.model.dates import PartialDate, When
from detente.model.evidence import Evidence
from detente.model.parties import Party, Rank
from detente.model.records import Record, Stamp

ARTICLES = 20_000
CLAIMS = 5
WORDS = 400
SEED = 7
STAMP = Stamp(detente="0", pipeline="none", pipeline_version="0", pipeline_digest="0")
CODES = (
    "USA RUS CHN IND PAK IRN ISR TUR SWE FIN DEU FRA GBR ITA ESP POL UKR JPN KOR PRK SAU EGY ETH"
    " KEN NGA ZAF BRA ARG MEX CAN AUS IDN VNM"
).split()
PAIRS = tuple(combinations(CODES, 2))[:500]
WEIGHTS = tuple(1 / (place + 1) for place in range(len(PAIRS)))
RANKS = (Rank.LEADER, Rank.MINISTER, Rank.OFFICIAL, Rank.ENVOY, Rank.GOVERNMENT)
STATUSES = (Status.HELD,) * 10 + tuple(Status)
FIRST = date(2020, 1, 1)


def main() -> None:
    """Print what adding costs, what the commonest questions take, and how large it all is."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        with open_ledger(str(path), create=True, clock=lambda: datetime.now(UTC)) as ledger:
            show_adding(ledger, list(make_records(count)))
            show_size(path, count)
            show_questions(ledger)


def show_adding(ledger: Ledger, records: list[Record]) -> None:
    """Articles a second, each in a transaction of its own, with a wait for the disk each 16."""
    begin, busy = time.perf_counter(), time.process_time()
    for number, record in enumerate(records):
        ledger.add(record)
        if number % 16 == 15:
            ledger.sync()
    ledger.sync()
    took, busy = time.perf_counter() - begin, time.process_time() - busy
    claims = sum(len(record.contacts) for record in records)
    write(f"added {len(records):,} articles with {claims:,} claims in {took:.1f} s")
    write(f"  {len(records) / took:,.0f} articles/s, {claims / took:,.0f} claims/s")
    write(f"  {len(records) / busy:,.0f} articles a second of processor time")


def show_size(path: Path, count: int) -> None:
    """Bytes a claim, with and without what the articles' texts take."""
    total = sum(os.path.getsize(file) for file in path.parent.glob("bench.db*"))
    texts = sum(len(record.article.text.encode()) for record in make_records(min(count, 200)))
    text = texts / min(count, 200)
    claims = count * CLAIMS
    write(f"size: {total / 1e6:,.1f} MB, {total / claims:,.0f} bytes a claim")
    write(f"  {(total - text * count) / claims:,.0f} without the texts of the articles themselves")


def show_questions(ledger: Ledger) -> None:
    """Milliseconds of processor time of `status` over pairs of each frequency, and of the board."""
    for name, places in (
        ("the commonest pair", [0]),
        ("pairs 2 to 10", range(1, 10)),
        ("pairs 11 to 100", range(10, 100, 3)),
        ("pairs 101 to 500", range(100, 500, 9)),
    ):
        times, again, claims = [], [], []
        for place in places:
            one, other = PAIRS[place]
            with open_ledger(ledger.location) as fresh:
                fresh.last_day()  # opens the connection, as a server's is
                times.append(timed(lambda: fresh.status(one, other)))  # noqa: B023
                again.append(timed(lambda: fresh.status(one, other)))  # noqa: B023
            claims.append(len(ledger.find_entries(one, other)))
        write(
            f"status, {name} ({statistics.median(claims):,.0f} claims): "
            f"median {statistics.median(times):,.1f} ms, longest {max(times):,.1f} ms; "
            f"asked again {statistics.median(again):,.1f} ms"
        )
    write(f"board of all pairs: {timed(ledger.board) / 1000:.1f} s")
    write(f"search for a phrase: {timed(lambda: ledger.search('word7 word8')):,.1f} ms")


def make_records(count: int) -> Iterator[Record]:
    """The same records each time."""
    chance = random.Random(SEED)
    for number in range(count):
        yield make_record(number, chance)


def make_record(number: int, chance: random.Random) -> Record:
    """An article of random words and some claims about one pair of states or two."""
    day = FIRST + timedelta(days=number * 2200 // ARTICLES)
    quotes = [f"{number} minister {n} met minister {n + 1} in town {n}." for n in range(CLAIMS)]
    words = " ".join(f"word{chance.randrange(5000)}" for _ in range(WORDS))
    text = " ".join([*quotes, words])
    article = Article(
        text=text, outlet=f"Paper {chance.randrange(40)}", published=PartialDate(day.isoformat())
    )
    at, contacts = 0, []
    for quote in quotes:
        evidence = Evidence.take(article.id, text, at, at + len(quote))
        contacts.append(make_contact(evidence, day, chance))
        at += len(quote) + 1
    return Record(article=article, contacts=tuple(contacts), stamp=STAMP)


def make_contact(evidence: Evidence, day: date, chance: random.Random) -> Contact:
    """A contact between two officials, two thirds with a day."""
    one, other = chance.choices(PAIRS, WEIGHTS)[0]
    rank = chance.choice(RANKS)
    then = PartialDate((day - timedelta(days=chance.randrange(5))).isoformat())
    return Contact(
        a=(make_party(one, rank, chance),),
        b=(make_party(other, rank, chance),),
        mode=chance.choice(tuple(Mode)),
        status=chance.choice(STATUSES),
        when=When(start=then, end=then, text="that day") if chance.random() < 0.67 else None,
        evidence=evidence,
        topics=("trade",),
        according_to=("officials",) if chance.random() < 0.3 else (),
        reason=Reason(rule="verb mutual", trigger="met", frame="subject – verb – object"),
    )


def make_party(state: str, rank: Rank, chance: random.Random) -> Party:
    """One of three persons of that rank, half of the time by name."""
    name = f"Given{rank} Family{chance.randrange(3)}{state}" if chance.random() < 0.5 else None
    return Party(
        text=name or f"the {rank}",
        state=state,
        rank=rank,
        name=name,
        start=0,
        end=5,
        reason="title before the name",
    )


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of processor time that a call takes: other work on the machine adds nothing."""
    begin = time.process_time()
    work()
    return (time.process_time() - begin) * 1000


def write(line: str) -> None:
    """A line of results."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
