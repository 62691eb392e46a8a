"""A PostgreSQL server of our own: made in a temporary folder, on loopback, gone after the tests."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEBIAN = Path("/usr/lib/postgresql")
ACCOUNTS = ("postgres", "nobody")  # the server refuses to run as root
WAIT_S = 30.0
MISSING = "needs PostgreSQL's initdb and postgres; on Debian: apt-get install postgresql"


def find_programs() -> Path | None:
    """The folder with initdb and postgres, or nothing."""
    folders = [*sorted(DEBIAN.glob("*/bin"), reverse=True)]
    found = shutil.which("initdb")
    if found:
        folders.append(Path(found).resolve().parent)
    complete = [f for f in folders if (f / "initdb").exists() and (f / "postgres").exists()]
    return complete[0] if complete else None


@contextmanager
def run_server(programs: Path) -> Iterator[str]:
    """The address of a running server, up to the name of a database."""
    folder = Path(tempfile.mkdtemp(prefix="detente-pg-"))
    account = find_account()
    if account is not None:
        shutil.chown(folder, account)
    try:
        data = folder / "data"
        setup = ["--auth=trust", "--username=detente", "--encoding=UTF8", "--no-sync"]
        command = [str(programs / "initdb"), "-D", str(data), *setup]
        subprocess.run(command, check=True, capture_output=True, user=account, cwd=folder)
        port = find_port()
        options = ["-h", "127.0.0.1", "-p", str(port), "-k", str(folder), "-F"]
        command = [str(programs / "postgres"), "-D", str(data), *options]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(command, stdout=log, stderr=log, user=account, cwd=folder)
            try:
                wait_for(port, server, folder / "log")
                yield f"postgresql://detente@127.0.0.1:{port}"
            finally:
                server.terminate()
                server.wait(WAIT_S)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find_account() -> str | None:
    """Whose name the server runs under, where we are root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ACCOUNTS if name in names), None)


def find_port() -> int:
    """A port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the server answers."""
    import psycopg

    end = time.monotonic() + WAIT_S
    while time.monotonic() < end and server.poll() is None:
        try:
            address = f"postgresql://detente@127.0.0.1:{port}/postgres"
            with psycopg.connect(address, connect_timeout=1):
                return
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text('utf-8', 'replace')}")
