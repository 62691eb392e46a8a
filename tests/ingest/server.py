"""A loopback web server for tests: a table of paths, each with what it answers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from detente.settings import Settings

Handler = BaseHTTPRequestHandler
Route = Callable[[Handler], None]
SETTINGS = Settings(allow_private=True, timeout_s=5.0, max_bytes=100_000, max_redirects=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where it listens, and the requests that it has had."""

    port: int
    seen: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a path."""
        return f"http://{host}:{self.port}{path}"


def answer(
    body: bytes | str, content_type: str | None = "text/html; charset=utf-8", **headers: str
) -> Route:
    """A route that answers 200 with ``body``; ``content_encoding="gzip"`` adds that header."""
    data = body.encode() if isinstance(body, str) else body

    def route(handler: Handler) -> None:
        handler.send_response(200)
        if content_type is not None:
            handler.send_header("Content-Type", content_type)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return route


def redirect(location: str, status: int = 302) -> Route:
    """A route that sends elsewhere."""

    def route(handler: Handler) -> None:
        handler.send_response(status)
        handler.send_header("Location", location)
        handler.end_headers()

    return route


def refuse(status: int) -> Route:
    """A route that answers with an error."""

    def route(handler: Handler) -> None:
        handler.send_response(status)
        handler.end_headers()

    return route


@contextmanager
def serve(routes: Mapping[str, Route]) -> Iterator[Server]:
    """A server of ``routes`` for as long as the block lasts."""
    seen: list[tuple[str, Mapping[str, str]]] = []

    class Requests(Handler):
        def do_GET(self) -> None:
            seen.append((self.path, dict(self.headers.items())))
            # The reader hangs up, as it should, on too much or too late.
            with suppress(BrokenPipeError, ConnectionResetError):
                routes[self.path](self)

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Requests) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield Server(port=httpd.server_port, seen=seen)
        finally:
            httpd.shutdown()
            thread.join()
