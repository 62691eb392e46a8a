"""Fetch one page over http or https: the only code that opens a connection to elsewhere.

Redirects are followed by hand, so that each hop is judged; the size is counted as it comes, after
decompression; one clock runs for the whole fetch. No proxy or certificate is taken from the
environment, and no password or cookie is sent.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.errors import FetchError, TooLargeError
from detente.ingest.addresses import Resolver, resolve_host
from detente.settings import Settings

if TYPE_CHECKING:
    import httpx

    from detente.ingest.wire import Clock

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_PLAIN = frozenset({"text/plain"})
_UNSAID = frozenset({"", "application/octet-stream", "text/markdown", "application/xml"})  # sniffed
_GZIP = 16 + zlib.MAX_WBITS
_HEADERS: dict[bytes | str, bytes | str] = {
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9",
    "Accept-Encoding": "gzip",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The bytes of a page, where they came from at last, and what the server says they are.

    ``is_html`` is None where the server does not say; ``charset`` is in the server's own words.
    """

    data: bytes
    url: str
    is_html: bool | None
    charset: str | None


def fetch(url: str, settings: Settings, *, resolve: Resolver = resolve_host) -> Fetched:
    """Get a page.

    Raises: ``FetchError`` for an address that cannot or may not be fetched, a time-out, a status
    other than success or a wrong content type; ``TooLargeError`` over ``settings.max_bytes``.
    """
    from detente.ingest.wire import Clock  # noqa: PLC0415 - loads httpcore: only for addresses

    clock = Clock(end=time.monotonic() + settings.timeout_s)
    hop = _parse_url(url, url)
    for _ in range(settings.max_redirects + 1):
        found = _get(hop, url, settings, clock=clock, resolve=resolve)
        if isinstance(found, Fetched):
            return found
        hop = _parse_url(found, url, base=hop)
    raise FetchError(
        url, f"redirects more than {settings.max_redirects} times", "open it in a browser, save it"
    )


def _parse_url(text: str, url: str, *, base: httpx.URL | None = None) -> httpx.URL:
    """An address, relative to ``base``.

    Raises: ``FetchError`` where it is none of http or https, or holds a password.
    """
    import httpx  # noqa: PLC0415 - a tenth of a second; only addresses need it

    leads = "" if base is None else f"redirects to {text[:200]!r}, which "
    try:
        parsed = httpx.URL(text.strip()) if base is None else base.join(text)
        host = parsed.raw_host
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise FetchError(url, f"{leads}is not a valid address", "check the address") from error
    if parsed.port is not None and not 0 < parsed.port < 65536:
        raise FetchError(url, f"{leads}has no valid port", "check the address")
    if parsed.scheme not in ("http", "https") or not host:
        raise FetchError(url, f"{leads}is not an http or https address", "begin it with https://")
    if parsed.userinfo:
        raise FetchError(
            parsed.host if base is None else url,  # a password has no place in a message
            f"{leads}holds a user name or password, which is never sent",
            "leave it out, or save the page and read the file",
        )
    return parsed


def _get(
    hop: httpx.URL, url: str, settings: Settings, *, clock: Clock, resolve: Resolver
) -> Fetched | str:
    """The page, or where it says to look instead."""
    import httpcore  # noqa: PLC0415 - only addresses need it
    import httpx  # noqa: PLC0415

    from detente.ingest.wire import JudgedBackend  # noqa: PLC0415

    backend = JudgedBackend(url, clock, allow_private=settings.allow_private, resolve=resolve)
    context = httpx.create_ssl_context(trust_env=False) if hop.scheme == "https" else None
    timeouts = dict.fromkeys(("connect", "read", "write", "pool"), settings.timeout_s)
    try:
        with (
            httpcore.ConnectionPool(ssl_context=context, network_backend=backend) as pool,
            pool.stream(
                "GET",
                httpcore.URL(
                    scheme=hop.raw_scheme, host=hop.raw_host, port=hop.port, target=hop.raw_path
                ),
                headers={**_HEADERS, "Host": hop.netloc, "User-Agent": settings.user_agent},
                extensions={"timeout": timeouts},
            ) as response,
        ):
            headers = httpx.Headers(response.headers)
            if response.status in _REDIRECTS and headers.get("location"):
                return headers["location"]
            _check_status(response.status, url)
            return _read(response.iter_stream(), headers, hop=hop, url=url, settings=settings)
    except httpcore.TimeoutException as error:
        raise FetchError(
            url,
            f"took more than {settings.timeout_s:g} seconds",
            "try again, or raise the setting timeout_s",
        ) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        raise FetchError(url, _describe(error), "check the address and the network") from error


def _check_status(status: int, url: str) -> None:
    if not 200 <= status < 300:
        problem = "does not exist" if status in (404, 410) else "cannot be had"
        remedy = "check the address" if status in (404, 410) else "open it in a browser, save it"
        raise FetchError(url, f"{problem} (the server answers {status})", remedy)


def _read(
    chunks: Iterable[bytes],
    headers: Mapping[str, str],
    *,
    hop: httpx.URL,
    url: str,
    settings: Settings,
) -> Fetched:
    content_type, charset = _parse_content_type(headers.get("content-type", ""))
    if content_type not in _HTML | _PLAIN | _UNSAID:
        raise FetchError(
            url, f"is {ascii(content_type)[1:-1]:.60}, not a page", "name an HTML or text page"
        )
    packing = headers.get("content-encoding", "").strip().lower()
    if packing not in ("", "identity", "gzip", "x-gzip"):
        raise FetchError(url, f"is packed as {ascii(packing)[1:-1]:.60}", "save it in a browser")
    data = _collect(chunks, url, limit=settings.max_bytes, is_packed="gzip" in packing)
    is_html = None if content_type in _UNSAID else content_type in _HTML
    final = str(hop.copy_with(fragment=None))
    return Fetched(data=data, url=final, is_html=is_html, charset=charset)


def _collect(chunks: Iterable[bytes], url: str, *, limit: int, is_packed: bool) -> bytes:
    """All bytes, unpacked, never holding more than ``limit`` and one chunk of them."""
    data = bytearray()
    unpacker = zlib.decompressobj(_GZIP) if is_packed else None
    for chunk in chunks:
        try:
            data += chunk if unpacker is None else unpacker.decompress(chunk, limit + 1 - len(data))
        except zlib.error as error:
            raise FetchError(url, "is not packed as it says", "save it in a browser") from error
        if len(data) > limit:
            raise TooLargeError(
                url, f"is larger than {limit} bytes", "raise the setting max_bytes if you trust it"
            )
    if unpacker is not None and not unpacker.eof:
        raise FetchError(url, "ends too early", "try again")
    return bytes(data)


def _parse_content_type(header: str) -> tuple[str, str | None]:
    """``Text/HTML; charset="utf-8"`` → ``text/html`` and ``utf-8``."""
    content_type, *parameters = header.split(";")
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset":
            return content_type.strip().lower(), value.strip(" \t\"'") or None
    return content_type.strip().lower(), None


def _describe(error: Exception) -> str:
    """What went wrong on the way, in one line."""
    words = " ".join(str(error).split())
    if "CERTIFICATE_VERIFY_FAILED" in words:
        return "its certificate cannot be trusted"
    if "SSL" in words or "TLS" in words:
        return f"no safe connection can be made ({words})"
    return f"cannot be reached ({words or type(error).__name__})"
