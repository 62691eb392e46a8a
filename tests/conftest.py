"""What all tests share: a reader loaded once, the development data where it is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

    from detente.pipeline import Reader

SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def reader() -> Reader:
    from detente.pipeline import load_reader
    from detente.settings import Settings

    return load_reader(Settings())


@pytest.fixture(scope="session")
def nlp(reader: Reader) -> Language:
    return reader.pipeline.nlp


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL server's address; skipped where the server is not installed."""
    from tests.ledger.server import MISSING, find_programs, run_server

    programs = find_programs()
    if programs is None:
        pytest.skip(MISSING)
    with run_server(programs) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new ledger may be made: once a file, once a database on a server."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    import psycopg

    address = request.getfixturevalue("server")
    name = f"t{uuid4().hex}"
    with psycopg.connect(f"{address}/postgres", autocommit=True) as conn:
        conn.execute(f"CREATE DATABASE {name}".encode())
    return f"{address}/{name}"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The development data; a user's clone has none."""
    if not SHARED.is_dir():
        pytest.skip("needs the development data in ../shared, which is not there")
    return SHARED
