"""Opening: what is refused and how, the steps to the present form, several processes at once."""

from __future__ import annotations

import multiprocessing
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from detente.errors import LedgerError
from detente.ledger import schema
from detente.ledger.database import HEAD, make_config, open_database
from tests.ledger.records import contact, new_ledger, record, when


def test_a_missing_file_is_refused_with_what_makes_one(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"there is no ledger; make one with: detente add"):
        open_database(str(tmp_path / "none.db"))
    assert not (tmp_path / "none.db").exists()


def test_a_database_without_a_ledger_is_refused(location: str) -> None:
    if "://" not in location:
        Path(location).touch()
    with pytest.raises(LedgerError, match="there is no ledger in it"):
        open_database(location)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("The ministers met. " * 100, "utf-8")
    with pytest.raises(LedgerError, match="is no ledger; name another file"):
        open_database(str(path), create=True)
    assert path.read_text("utf-8").startswith("The ministers met.")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as conn:
        conn.execute("CREATE TABLE song (title)")
    conn.close()
    with pytest.raises(LedgerError, match="is a database, but no ledger"):
        open_database(str(path), create=True)


def test_a_ledger_of_a_newer_version_is_refused(location: str) -> None:
    database = open_database(location, create=True)
    with database.write() as conn:
        conn.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(LedgerError, match="made by a newer Détente"):
        open_database(location)


def test_an_address_of_another_kind_of_database_is_refused() -> None:
    with pytest.raises(LedgerError, match="mysql cannot hold a ledger"):
        open_database("mysql://host/name")


def test_a_server_that_does_not_answer_is_an_error_without_its_password() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(LedgerError) as caught:
        open_database("postgresql://ada:secret@127.0.0.1:9/none")
    assert "secret" not in str(caught.value)


def test_the_head_is_the_last_step() -> None:
    from alembic.script import ScriptDirectory

    assert ScriptDirectory.from_config(make_config()).get_heads() == [HEAD]


def test_the_steps_make_what_the_schema_says(location: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    database = open_database(location, create=True)
    with database.engine.connect() as conn:
        context = MigrationContext.configure(
            conn,
            opts={
                "include_name": lambda name, kind, _: (
                    not str(name).startswith(("article_words", "ix_article_words"))
                )
            },
        )
        differences = compare_metadata(context, schema.metadata)
    database.close()
    assert [d for d in differences if "comment" not in str(d[0])] == []


def test_a_reader_sees_one_state_while_another_writes(location: str) -> None:
    with new_ledger(location) as ledger:
        ledger.add(record(contact()))
        database = open_database(location)
        with database.read() as conn:
            query = text("SELECT count(*) FROM article")
            before = conn.execute(query).scalar_one()
            ledger.add(record(contact(at=when("2024-03-01")), opening="Another report."))
            assert conn.execute(query).scalar_one() == before == 1
        with database.read() as conn:
            assert conn.execute(query).scalar_one() == 2
        database.close()


def add_many(location: str, first: int, count: int) -> None:
    with new_ledger(location) as ledger:
        for number in range(first, first + count):
            ledger.add(record(contact(), opening=f"Report {number}."))


def test_several_processes_make_and_fill_one_ledger_without_loss(location: str) -> None:
    spawn = multiprocessing.get_context("spawn")
    # the ranges overlap: some articles are added by two processes at the same time
    workers = [spawn.Process(target=add_many, args=(location, first, 30)) for first in (0, 15, 30)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
        assert worker.exitcode == 0
    database = open_database(location)
    with database.read() as conn:
        articles = conn.execute(text("SELECT count(*) FROM article")).scalar_one()
        readings = conn.execute(text("SELECT count(*) FROM reading")).scalar_one()
    database.close()
    assert (articles, readings) == (60, 60)
