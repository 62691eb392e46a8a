"""Opening a ledger: the connection, what SQLite must be told, and the steps to the present form.

Apart from the queries, which are the same for SQLite and PostgreSQL; what differs stands here.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from detente.errors import LedgerError

Conn = Connection
"""The connection that queries take, by a name that those who may not know SQL can use."""
HEAD = "0001"
"""The step that this program's tables are at; a test compares it with the steps there are."""
_BUSY_S = 60.0  # how long one process waits while another writes
_WRITES = "detente_writes"
_MAKE = "make one with: detente add ARTICLE"
_LOCK = 7_368_291  # any number that only this program locks in a PostgreSQL database


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """An opened database that holds a ledger of the present form."""

    engine: Engine
    location: str

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger for as long as it is open.

        Raises: ``LedgerError`` where the database refuses.
        """
        try:
            with self.engine.connect() as conn:
                if conn.dialect.name == "postgresql":  # SQLite's readers always see one state
                    conn.execution_options(isolation_level="REPEATABLE READ")
                yield conn
        except DBAPIError as error:
            raise _explain(self.location, error) from error

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection whose rows are all kept at the end, or none of them.

        Raises: ``LedgerError`` where the database refuses.
        """
        try:
            with _begin_writing(self.engine) as conn:
                yield conn
        except DBAPIError as error:
            raise _explain(self.location, error) from error

    def sync(self) -> None:
        """Wait until the disk holds all that was written; a server has waited already."""
        file = self.engine.url.database
        log = Path(f"{file}-wal")
        if self.engine.dialect.name == "sqlite" and log.is_file():
            with log.open("rb") as opened:
                os.fsync(opened.fileno())

    def close(self) -> None:
        """Let go of all connections, when the disk holds all that was written."""
        self.sync()
        self.engine.dispose()


def open_database(location: str, *, create: bool = False) -> Database:
    """The ledger at a path (SQLite) or a PostgreSQL URL, brought to the present form.

    Raises: ``LedgerError`` where there is none (unless ``create``), it cannot be opened, is not a
    ledger, or was made by a newer Détente.
    """
    url = _parse_location(location)
    if url.get_backend_name() == "sqlite" and not create and not Path(url.database or "").is_file():
        raise LedgerError(location, "there is no ledger", _MAKE)
    engine = _create(url, location)
    try:
        _bring_up(engine, location, create=create)
    except DBAPIError as error:
        engine.dispose()
        raise _explain(location, error) from error
    except LedgerError:
        engine.dispose()
        raise
    return Database(engine=engine, location=_show(url))


def _parse_location(location: str) -> URL:
    if "://" not in location:
        return URL.create("sqlite", database=location)
    try:
        url = make_url(location)
        backend = url.get_backend_name()
    except ArgumentError as error:
        raise LedgerError(location, "is no address of a database", _remedy()) from error
    if backend == "postgres":
        backend, url = "postgresql", url.set(drivername="postgresql")
    if backend not in ("postgresql", "sqlite"):
        raise LedgerError(_show(url), f"{backend} cannot hold a ledger", _remedy())
    return url.set(drivername="postgresql+psycopg") if backend == "postgresql" else url


def _remedy() -> str:
    return "give a file's path or postgresql://user@host/name"


def _create(url: URL, location: str) -> Engine:
    try:
        if url.get_backend_name() == "postgresql":
            return create_engine(url, isolation_level="READ COMMITTED")
        engine = create_engine(url, connect_args={"timeout": _BUSY_S})
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise LedgerError(
            location, "the PostgreSQL driver is missing", "pip install 'detente[postgres]'"
        ) from error
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    """What SQLite forgets with each connection.

    NORMAL: a killed program loses nothing; against a power cut `Database.sync` waits for the disk.
    """
    connection.isolation_level = None  # the driver would begin transactions too late to be safe
    for pragma in (
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
        "wal_autocheckpoint = 4000",  # pages: fewer waits for the disk while many articles come in
        "cache_size = -65536",  # kibibytes: the indexes of a large ledger stay in memory
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(conn: Connection) -> None:
    """Writers take their turn at once: two that read first and write later would block for good."""
    writes = conn.get_execution_options().get(_WRITES)
    conn.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up(engine: Engine, location: str, *, create: bool) -> None:
    with engine.connect() as conn:
        at = _revision(conn)
        if at == HEAD:
            return
        others = set(inspect(conn).get_table_names()) - {"alembic_version"}
    if at is None and others:
        raise LedgerError(location, "is a database, but no ledger", "name another file")
    if at is None and not create:
        raise LedgerError(location, "there is no ledger in it", _MAKE)
    if at is not None and at > HEAD:
        raise LedgerError(location, "was made by a newer Détente", "install that version")
    with _begin_writing(engine) as conn:
        if conn.dialect.name == "postgresql":
            conn.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if _revision(conn) != HEAD:  # another process may have been first
            _migrate(conn)


@contextmanager
def _begin_writing(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as plain:
        conn = plain.execution_options(**{_WRITES: True})
        with conn.begin():
            yield conn


def _revision(conn: Connection) -> str | None:
    if not inspect(conn).has_table("alembic_version"):
        return None
    found: str | None = conn.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _migrate(conn: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - a tenth of a second, and rarely needed

    config = make_config()
    config.attributes["connection"] = conn
    command.upgrade(config, "head")


def make_config() -> Any:
    """Alembic's configuration for the steps in this package."""
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    folder = resources.files("detente.ledger").joinpath("migrations")
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _show(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    return url.render_as_string(hide_password=True)


def _explain(location: str, error: DBAPIError) -> LedgerError:
    problem = " ".join(str(error.orig).split())
    if "://" in location:  # a password may stand in it
        location = _show(make_url(location))
    if "file is not a database" in problem:
        return LedgerError(location, "is no ledger", "name another file with --ledger")
    if "locked" in problem:
        return LedgerError(location, "another process is writing to it", "try again")
    return LedgerError(location, f"the database refuses: {problem}", "see what it says and retry")
