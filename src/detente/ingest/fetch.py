"""Fetch one page over http or https: the only code that opens a connection to elsewhere.

Redirects are followed by hand, so that each hop is judged; the size is counted as it comes, after
decompression; one clock runs for the whole fetch.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from detente.errors import FetchError, TooLargeError
from detente.ingest.addresses import find_address
from detente.settings import Settings

if TYPE_CHECKING:
    import httpx

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
_FIRST_ERROR = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The bytes of a page, the address they came from at last, and its content type."""

    data: bytes
    url: str
    content_type: str


def fetch(url: str, settings: Settings) -> Fetched:
    """Get a page.

    Raises: ``FetchError`` for an address that cannot or may not be fetched, a time-out, a status of
    400 or more or a wrong content type; ``TooLargeError`` over ``settings.max_bytes``.
    """
    deadline = time.monotonic() + settings.timeout_s
    current = url
    for _ in range(settings.max_redirects + 1):
        found = _get(current, settings, deadline)
        if isinstance(found, Fetched):
            return found
        current = urljoin(current, found)
    raise FetchError(url, f"more than {settings.max_redirects} redirects", "check the address")


def _get(url: str, settings: Settings, deadline: float) -> Fetched | str:
    """The page, or where it says to look instead."""
    import httpx  # noqa: PLC0415 - a tenth of a second; only addresses need it

    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError(url, "is not an http or https address", "begin it with https://")
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise FetchError(url, "has no valid port", "check the address") from error
    address = find_address(parts.hostname, port, url, allow_private=settings.allow_private)
    request_url = httpx.URL(url).copy_with(host=address)
    headers = {"Host": _host_header(parts.hostname, parts.port), "User-Agent": settings.user_agent}
    timeout = max(0.1, deadline - time.monotonic())
    try:
        with (
            httpx.Client(trust_env=False, timeout=timeout, follow_redirects=False) as client,
            client.stream(
                "GET",
                request_url,
                headers=headers,
                extensions={"sni_hostname": parts.hostname},
            ) as response,
        ):
            return _read(response, url, settings, deadline)
    except httpx.TimeoutException as error:
        raise _too_slow(url, settings) from error
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        raise FetchError(
            url, f"cannot be reached: {error}", "check the address and the network"
        ) from error


def _read(response: httpx.Response, url: str, settings: Settings, deadline: float) -> Fetched | str:
    if response.status_code in _REDIRECTS and "location" in response.headers:
        return str(response.headers["location"])
    if response.status_code >= _FIRST_ERROR:
        raise FetchError(
            url, f"the server answers {response.status_code}", "open it in a browser and save it"
        )
    content_type = str(response.headers.get("content-type", "text/html")).split(";")[0].strip()
    if content_type.lower() not in _TYPES:
        raise FetchError(url, f"is {content_type}, not a page", "name an HTML or text page")
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > settings.max_bytes:
            raise TooLargeError(
                url,
                f"is larger than {settings.max_bytes} bytes",
                "raise the setting max_bytes if you trust it",
            )
        if time.monotonic() > deadline:
            raise _too_slow(url, settings)
    return Fetched(data=bytes(data), url=url, content_type=content_type.lower())


def _too_slow(url: str, settings: Settings) -> FetchError:
    return FetchError(
        url,
        f"took more than {settings.timeout_s:g} seconds",
        "try again or raise the setting timeout_s",
    )


def _host_header(host: str, port: int | None) -> str:
    name = f"[{host}]" if ":" in host else host
    return name if port is None else f"{name}:{port}"
