"""Fetching: what is followed, what is refused, and that nothing takes too long or too much."""

import gzip
import socket
import time
import zlib
from dataclasses import replace

import pytest

from detente.errors import FetchError, TooLargeError
from detente.ingest.fetch import Fetched, fetch
from detente.settings import Settings

from .server import SETTINGS, Handler, Route, answer, redirect, refuse, serve

BODY = "<p>The envoys met in Lima.</p>"


def get(route: Route, settings: Settings = SETTINGS) -> Fetched:
    with serve({"/": route}) as server:
        return fetch(server.url("/"), settings)


def test_a_page_is_fetched_with_what_the_server_says_of_it() -> None:
    with serve({"/a?b=c": answer(BODY, "Text/HTML; charset=UTF-8")}) as server:
        found = fetch(server.url("/a?b=c#part"), SETTINGS)
        assert found == Fetched(
            data=BODY.encode(), url=server.url("/a?b=c"), is_html=True, charset="UTF-8"
        )


def test_the_server_sees_our_name_the_hosts_name_and_no_more() -> None:
    with serve({"/": answer(BODY)}) as server:
        fetch(server.url("/"), replace(SETTINGS, user_agent="clerk/1"))
        headers = {name.lower(): value for name, value in server.seen[0][1].items()}
    assert headers["user-agent"] == "clerk/1"
    assert headers["host"] == f"127.0.0.1:{server.port}"
    assert set(headers) <= {"user-agent", "host", "accept", "accept-encoding"}


def test_a_proxy_in_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    assert get(answer(BODY)).data == BODY.encode()


def test_a_path_in_other_letters_is_encoded() -> None:
    with serve({"/caf%C3%A9%20a": answer(BODY)}) as server:
        assert fetch(server.url("/café a"), SETTINGS).data == BODY.encode()


@pytest.mark.parametrize(
    ("content_type", "is_html"),
    [
        ("text/html", True),
        ("application/xhtml+xml", True),
        ("text/plain", False),
        ("application/octet-stream", None),
        (None, None),
    ],
)
def test_the_content_type_says_whether_it_is_html(
    content_type: str | None, is_html: object
) -> None:
    assert get(answer(BODY, content_type)).is_html is is_html


@pytest.mark.parametrize("content_type", ["image/png", "application/pdf", "application/json"])
def test_another_content_type_is_refused(content_type: str) -> None:
    with pytest.raises(FetchError, match=f"is {content_type}, not a page"):
        get(answer(BODY, content_type))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_the_last_address_kept(status: int) -> None:
    with serve({"/a": redirect("b/../c?d", status), "/c?d": answer(BODY)}) as server:
        assert fetch(server.url("/a"), SETTINGS).url == server.url("/c?d")


def test_as_many_redirects_as_allowed_are_followed_and_no_more() -> None:
    routes = {f"/{i}": redirect(f"/{i + 1}") for i in range(4)} | {"/4": answer(BODY)}
    with serve(routes) as server:
        assert fetch(server.url("/1"), SETTINGS).data == BODY.encode()
        with pytest.raises(FetchError, match="redirects more than 3 times"):
            fetch(server.url("/0"), SETTINGS)


@pytest.mark.parametrize(
    ("location", "problem"),
    [
        ("file:///etc/passwd", "is not an http or https address"),
        ("ftp://news.example/", "is not an http or https address"),
        ("http://[::1", "is not a valid address"),
        ("http://news.example:99999/", "has no valid port"),
        ("http://a:b@news.example/", "holds a user name or password"),
    ],
)
def test_a_redirect_to_what_is_no_web_page_is_refused(location: str, problem: str) -> None:
    with serve({"/": redirect(location)}) as server:
        with pytest.raises(FetchError, match=problem) as caught:
            fetch(server.url("/"), SETTINGS)
        assert caught.value.subject == server.url("/")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://news.example/a",
        "file:///etc/passwd",
        "http://",
        "https:///a",
        "http://[::1",
        "http://news.example:99999/",
        "http://news.example:x/",
        "http://new\x00s.example/",
        "http://-.example/",
        "://",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError, match="address"):
        fetch(url, SETTINGS, resolve=lambda host, port: ())


def test_a_password_is_not_sent_nor_shown() -> None:
    with pytest.raises(FetchError) as caught:
        fetch("http://ann:secret@news.example/", SETTINGS)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "127.1", "2130706433"])
def test_this_machine_is_not_fetched_from_unless_allowed(host: str) -> None:
    with serve({"/": answer(BODY)}) as server:
        with pytest.raises(FetchError, match="private, local or reserved"):
            fetch(server.url("/", host), replace(SETTINGS, allow_private=False))
        assert server.seen == []


def test_a_redirect_to_a_private_address_is_refused() -> None:
    """The first hop is let through as public; the second is judged anew and refused."""
    strict = replace(SETTINGS, allow_private=False)
    with serve({"/": redirect("http://169.254.169.254/latest/meta-data/")}) as server:
        # A name that the first time leads to the server by an address that passes for public.
        hops = iter([("127.0.0.1",), ("169.254.169.254",)])
        lenient = iter([True, False])

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("detente.ingest.addresses.is_public", lambda address: next(lenient))
            with pytest.raises(FetchError, match=r"169\.254\.169\.254 is a private"):
                fetch(
                    server.url("/", "news.example"), strict, resolve=lambda host, port: next(hops)
                )
        assert [path for path, _ in server.seen] == ["/"]


def test_the_host_header_has_the_name_while_the_connection_has_the_number() -> None:
    with serve({"/": answer(BODY)}) as server:
        fetch(server.url("/", "news.example"), SETTINGS, resolve=lambda host, port: ("127.0.0.1",))
        assert server.seen[0][1]["Host"] == f"news.example:{server.port}"


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        (404, "does not exist"),
        (410, "does not exist"),
        (403, "cannot be had"),
        (500, "cannot be had"),
        (304, "cannot be had"),
    ],
)
def test_an_error_of_the_server_is_told_with_its_number(status: int, problem: str) -> None:
    with pytest.raises(FetchError, match=f"{problem} \\(the server answers {status}\\)"):
        get(refuse(status))


def test_an_unknown_host_is_told() -> None:
    def resolve(host: str, port: int) -> tuple[str, ...]:
        raise socket.gaierror(8, "no such name")

    with pytest.raises(FetchError) as caught:
        fetch("https://news.example/a", SETTINGS, resolve=resolve)
    assert str(caught.value) == (
        "https://news.example/a: no host news.example is known; check the address and the network"
    )


def test_a_closed_port_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchError, match=r"cannot be reached .*refused"):
        fetch(f"http://127.0.0.1:{port}/", SETTINGS)


def test_a_server_without_tls_is_told() -> None:
    with (
        serve({"/": answer(BODY)}) as server,
        pytest.raises(FetchError, match="no safe connection"),
    ):
        fetch(server.url("/").replace("http:", "https:"), SETTINGS)


def test_an_answer_that_is_no_http_is_told() -> None:
    def route(handler: Handler) -> None:
        handler.wfile.write(b"GO AWAY\r\n\r\n")

    with pytest.raises(FetchError, match="cannot be reached"):
        get(route)


def test_a_page_cut_off_is_told() -> None:
    with pytest.raises(FetchError, match="cannot be reached"):
        get(answer(BODY, Content_Length="1000"))


def test_a_page_at_the_limit_is_read_and_one_byte_more_is_too_large() -> None:
    small = replace(SETTINGS, max_bytes=len(BODY))
    assert get(answer(BODY), small).data == BODY.encode()
    with pytest.raises(TooLargeError, match=r"is larger than .* max_bytes"):
        get(answer(BODY + "."), small)


def test_a_packed_page_is_unpacked() -> None:
    found = get(answer(gzip.compress(BODY.encode()), Content_Encoding="gzip"))
    assert found.data == BODY.encode()


def test_the_limit_is_for_the_page_unpacked() -> None:
    bomb = gzip.compress(bytes(20_000_000))
    assert len(bomb) < SETTINGS.max_bytes
    with pytest.raises(TooLargeError):
        get(answer(bomb, Content_Encoding="gzip"))


@pytest.mark.parametrize("packing", ["br", "gzip, gzip", "deflate", "zstd", "\x80"])
def test_another_packing_is_refused(packing: str) -> None:
    with pytest.raises(FetchError, match="is packed as"):
        get(answer(zlib.compress(BODY.encode()), Content_Encoding=packing))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"no gzip", "not packed as it says"),
        (gzip.compress(b"x" * 500, mtime=0)[:-12], "ends too early"),
    ],
)
def test_a_broken_packing_is_told(data: bytes, problem: str) -> None:
    with pytest.raises(FetchError, match=problem):
        get(answer(data, Content_Encoding="gzip"))


def sleep_first(handler: Handler) -> None:
    time.sleep(0.8)


def drip(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(40):
        handler.wfile.write(b".")
        time.sleep(0.05)


def drip_headers(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(40):
        handler.wfile.write(f"X-{number}: a\r\n".encode())
        time.sleep(0.05)


def go_round(handler: Handler) -> None:
    time.sleep(0.2)
    redirect("/")(handler)


@pytest.mark.parametrize("route", [sleep_first, drip, drip_headers, go_round])
def test_the_time_limit_is_for_the_whole_fetch(route: Route) -> None:
    hasty = replace(SETTINGS, timeout_s=0.3)
    with serve({"/": route}) as server:
        begin = time.monotonic()
        with pytest.raises(FetchError, match=r"took more than 0\.3 seconds.*timeout_s"):
            fetch(server.url("/"), hasty)
        assert time.monotonic() - begin < 0.75
