"""The connection under a fetch: to addresses that were judged, and on one clock.

httpcore asks its backend for a connection to a host by name. This backend resolves and judges the
name itself and connects to the number; the name stays the one that TLS and the ``Host`` header use.
A read waits no longer than what is left of the whole fetch, so that a server which sends a byte now
and then cannot keep it going.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import httpcore

from detente.ingest.addresses import Resolver, find_addresses

_Options = Iterable[Any]  # as httpcore has them; none are used here


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The end of a fetch, in seconds of the monotonic clock."""

    end: float

    def left(self, timeout: float | None) -> float:
        """Seconds until the end, or ``timeout`` where that is shorter.

        Raises: ``httpcore.ReadTimeout`` where the end has passed.
        """
        seconds = self.end - time.monotonic()
        if seconds <= 0:
            raise httpcore.ReadTimeout
        return seconds if timeout is None else min(seconds, timeout)


class TimedStream(httpcore.NetworkStream):
    """A connection whose every step ends with the clock."""

    def __init__(self, inner: httpcore.NetworkStream, clock: Clock) -> None:
        self._inner = inner
        self._clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """At most ``max_bytes``; empty at the end."""
        return self._inner.read(max_bytes, self._clock.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of ``buffer``."""
        self._inner.write(buffer, self._clock.left(timeout))

    def close(self) -> None:
        """End the connection."""
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """The same connection with TLS, the certificate checked against ``server_hostname``."""
        inner = self._inner.start_tls(ssl_context, server_hostname, self._clock.left(timeout))
        return TimedStream(inner, self._clock)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore wants to know of the connection."""
        return self._inner.get_extra_info(info)


class JudgedBackend(httpcore.NetworkBackend):
    """Connects to public addresses only, unless ``allow_private``."""

    def __init__(
        self,
        url: str,
        clock: Clock,
        *,
        allow_private: bool,
        resolve: Resolver,
        inner: httpcore.NetworkBackend | None = None,
    ) -> None:
        self._url = url
        self._clock = clock
        self._allow_private = allow_private
        self._resolve = resolve
        self._inner = inner or httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: _Options | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of ``host`` that answers.

        Raises: ``FetchError`` where the host may not be connected to or is unknown;
        ``httpcore.ConnectError`` or ``httpcore.ConnectTimeout`` where no address answers.
        """
        addresses = find_addresses(
            host,
            port,
            self._url,
            allow_private=self._allow_private,
            resolve=self._resolve,
            timeout_s=self._clock.left(timeout),
        )
        for after, address in zip(range(len(addresses) - 1, 0, -1), addresses, strict=False):
            share = self._clock.left(timeout) / (after + 1)
            try:
                return self._connect(address, port, share)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue  # the next may answer: a name can have an IPv6 address that leads nowhere
        return self._connect(addresses[-1], port, timeout)

    def _connect(self, address: str, port: int, timeout: float | None) -> httpcore.NetworkStream:
        inner = self._inner.connect_tcp(address, port, self._clock.left(timeout))
        return TimedStream(inner, self._clock)
