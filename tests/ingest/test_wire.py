"""The connection goes to the address that was judged, and TLS to the name that was asked for."""

import ssl
import time
from typing import Any

import httpcore
import pytest

from detente.errors import FetchError
from detente.ingest.wire import Clock, JudgedBackend, TimedStream


class FakeStream(httpcore.NetworkStream):
    """Remembers how long it was allowed to take, and for which name TLS was begun."""

    def __init__(self) -> None:
        self.timeouts: list[float | None] = []
        self.hostname: str | None = None

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self.timeouts.append(timeout)
        return b"x"

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.timeouts.append(timeout)

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        self.hostname = server_hostname
        return self

    def close(self) -> None:
        pass


class FakeNetwork(httpcore.NetworkBackend):
    """Accepts connections, except to the addresses that are down."""

    def __init__(self, *down: str) -> None:
        self.down = down
        self.asked: list[tuple[str, int]] = []
        self.stream = FakeStream()

    def connect_tcp(self, host: str, port: int, *args: Any, **more: Any) -> httpcore.NetworkStream:
        self.asked.append((host, port))
        if host in self.down:
            raise httpcore.ConnectError("down")
        return self.stream


class FakeResolver:
    """Gives the next of its answers each time it is asked, the last for ever."""

    def __init__(self, *answers: tuple[str, ...]) -> None:
        self.answers = list(answers)
        self.count = 0

    def __call__(self, host: str, port: int) -> tuple[str, ...]:
        self.count += 1
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def make_backend(network: FakeNetwork, resolver: FakeResolver, left: float = 5.0) -> JudgedBackend:
    clock = Clock(end=time.monotonic() + left)
    return JudgedBackend(
        "http://news.example/", clock, allow_private=False, resolve=resolver, inner=network
    )


def test_a_name_is_resolved_once_and_that_very_address_is_connected_to() -> None:
    network, resolver = FakeNetwork(), FakeResolver(("93.184.216.34",), ("127.0.0.1",))
    make_backend(network, resolver).connect_tcp("news.example", 443)
    assert network.asked == [("93.184.216.34", 443)]
    assert resolver.count == 1


def test_a_name_that_turns_private_is_refused_before_any_connection() -> None:
    network, resolver = FakeNetwork(), FakeResolver(("127.0.0.1",))
    with pytest.raises(FetchError, match="private"):
        make_backend(network, resolver).connect_tcp("news.example", 443)
    assert network.asked == []


def test_the_next_address_is_tried_where_one_does_not_answer() -> None:
    network = FakeNetwork("2606:2800:220:1::1")
    resolver = FakeResolver(("2606:2800:220:1::1", "93.184.216.34"))
    make_backend(network, resolver).connect_tcp("news.example", 80)
    assert [address for address, _ in network.asked] == ["2606:2800:220:1::1", "93.184.216.34"]


def test_where_no_address_answers_the_last_failure_is_told() -> None:
    network = FakeNetwork("93.184.216.34", "8.8.8.8")
    resolver = FakeResolver(("93.184.216.34", "8.8.8.8"))
    with pytest.raises(httpcore.ConnectError):
        make_backend(network, resolver).connect_tcp("news.example", 80)


def test_the_certificate_is_asked_for_the_name_and_not_for_the_number() -> None:
    network, resolver = FakeNetwork(), FakeResolver(("93.184.216.34",))
    backend = make_backend(network, resolver)
    with (
        httpcore.ConnectionPool(network_backend=backend) as pool,
        pytest.raises(httpcore.ProtocolError),  # the fake answers no HTTP
    ):
        pool.request("GET", "https://news.example/")
    assert network.stream.hostname == "news.example"


def test_no_step_may_take_longer_than_what_is_left() -> None:
    inner = FakeStream()
    stream = TimedStream(inner, Clock(end=time.monotonic() + 0.5))
    stream.read(1, timeout=20.0)
    stream.write(b"x", timeout=None)
    stream.read(1, timeout=0.001)
    first, second, third = inner.timeouts
    assert first is not None
    assert second is not None
    assert first <= 0.5
    assert second <= 0.5
    assert third == 0.001


def test_after_the_end_nothing_is_read() -> None:
    inner = FakeStream()
    stream = TimedStream(inner, Clock(end=time.monotonic() - 1.0))
    with pytest.raises(httpcore.TimeoutException):
        stream.read(1)
    assert inner.timeouts == []
