"""Recording: what goes in comes out, twice is once, a new reader supersedes, nothing is changed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError

from detente.errors import LedgerError
from detente.ledger import schema
from detente.ledger.database import open_database
from detente.ledger.record import Recorded
from detente.ledger.review import record_correction
from detente.model.claims import Status
from detente.model.entries import Correction, Verdict
from detente.model.records import Record
from tests.ledger.records import NEWER, NOW, STAMP, action, contact, new_ledger, record, when
from tests.strategies import records

REJECTED = Correction(
    claim="con-1", verdict=Verdict.REJECT, reason="misread", author="Ada", recorded=""
)


def count(location: str, table: str) -> int:
    database = open_database(location)
    with database.read() as conn:
        found: int = conn.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
    database.close()
    return found


def test_what_was_recorded_is_given_back(location: str) -> None:
    told = record(contact(at=when("2024-03-09"), where="Vilnius"), action())
    with new_ledger(location) as ledger:
        assert ledger.add(told) is Recorded.NEW
        back = ledger.get_record(told.article.id)
    assert back == told
    assert back.article.id == told.article.id
    assert back.contacts[0].reason == told.contacts[0].reason
    assert back.stamp == told.stamp


def test_a_field_that_has_no_column_is_kept(location: str) -> None:
    from dataclasses import replace

    told = record(contact())
    told = replace(told, contacts=(replace(told.contacts[0], confidence=0.75),))
    with new_ledger(location) as ledger:
        ledger.add(told)
        assert ledger.get_record(told.article.id).contacts[0].confidence == 0.75


def test_the_same_article_twice_changes_nothing(location: str) -> None:
    told = record(contact(), action())
    with new_ledger(location) as ledger:
        ledger.add(told)
        before = {table: count(location, table) for table in schema.metadata.tables}
        assert ledger.add(told) is Recorded.SAME
        assert ledger.holds(told.article, STAMP)
    assert {table: count(location, table) for table in schema.metadata.tables} == before


def test_a_newer_reader_supersedes_and_the_old_reading_stays(location: str) -> None:
    told = record(contact(Status.HELD), stamp=STAMP)
    again = record(contact(Status.DENIED), stamp=NEWER)
    assert again.article == told.article
    with new_ledger(location) as ledger:
        ledger.add(told)
        assert not ledger.holds(told.article, NEWER)
        assert ledger.add(again) is Recorded.REREAD
        assert ledger.get_record(told.article.id) == again
    assert count(location, "reading") == 2
    assert count(location, "claim") == 2
    assert count(location, "article") == 1


def test_another_text_under_a_given_id_is_refused_and_the_first_stays(location: str) -> None:
    first = record(contact(), given_id="7")
    other = record(action(), given_id="7")
    with new_ledger(location) as ledger:
        ledger.add(first)
        with pytest.raises(LedgerError, match="holds another text under this id"):
            ledger.add(other)
        assert ledger.get_record("7") == first
    assert count(location, "reading") == 1


def test_a_reading_that_breaks_off_leaves_nothing(location: str) -> None:
    told = record(contact(at=when("2024-03-09")))
    broken = Record(article=told.article, contacts=told.contacts * 1, stamp=NEWER)
    object.__setattr__(broken.contacts[0].evidence, "quote", None)  # a row that no table takes
    with new_ledger(location) as ledger:
        with pytest.raises(LedgerError, match="the database refuses"):
            ledger.add(broken)
        assert not ledger.holds(told.article, NEWER)
    assert {count(location, table) for table in ("article", "reading", "claim")} == {0}


@pytest.mark.parametrize("change", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
@pytest.mark.parametrize("table", sorted(schema.metadata.tables))
def test_no_row_can_be_changed_or_deleted(location: str, table: str, change: str) -> None:
    with new_ledger(location) as ledger:
        ledger.add(record(contact(), action()))
    column = next(iter(schema.metadata.tables[table].c)).name
    database = open_database(location)
    with database.write() as conn:
        conn.execute(insert(schema.statement).values(reading=1, ordinal=0, id="s", body="{}"))
        record_correction(conn, REJECTED, NOW)
    with database.engine.connect() as conn, pytest.raises(DBAPIError, match="only grows"):
        conn.execute(text(change.format(table, column, column)))
    database.close()


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(told=records)
def test_any_record_comes_back_as_it_was(tmp_path_factory: object, told: Record) -> None:
    assert isinstance(tmp_path_factory, pytest.TempPathFactory)
    location = str(tmp_path_factory.mktemp("law") / "ledger.db")
    with new_ledger(location) as ledger:
        ledger.add(told)
        assert ledger.get_record(told.article.id) == told
