"""Which addresses are public, however they are written."""

import ipaddress
import threading

import pytest

from detente.errors import FetchError
from detente.ingest.addresses import find_addresses, is_public, resolve_host

PUBLIC = (
    "93.184.216.34",
    "8.8.8.8",
    "2606:2800:220:1::1",
    "::ffff:93.184.216.34",
    "64:ff9b::808:808",
)
NOT_PUBLIC = (
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.192",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::a9fe:a9fe",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "fe80::1",
    "fec0::1",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "2001:db8::1",
)


@pytest.mark.parametrize("text", PUBLIC)
def test_addresses_of_the_open_internet_are_public(text: str) -> None:
    assert is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize("text", NOT_PUBLIC)
def test_private_local_and_reserved_addresses_are_not(text: str) -> None:
    assert not is_public(ipaddress.ip_address(text))


def find(host: str, *addresses: str, allow_private: bool = False) -> tuple[str, ...]:
    return find_addresses(
        host,
        80,
        f"http://{host}/",
        allow_private=allow_private,
        resolve=lambda host, port: addresses,
        timeout_s=5.0,
    )


def test_all_addresses_of_a_public_name_may_be_used() -> None:
    assert find("news.example", "93.184.216.34", "8.8.8.8") == ("93.184.216.34", "8.8.8.8")


def test_a_name_with_one_private_address_is_refused() -> None:
    with pytest.raises(
        FetchError, match=r"news\.example \(10\.0\.0\.1\) is a private.*--allow-private"
    ):
        find("news.example", "93.184.216.34", "10.0.0.1")


def test_a_private_address_is_used_where_that_is_allowed() -> None:
    assert find("box.example", "10.0.0.1", allow_private=True) == ("10.0.0.1",)


def test_a_name_without_addresses_is_unknown() -> None:
    with pytest.raises(FetchError, match=r"no host news\.example is known"):
        find("news.example")


@pytest.mark.parametrize("error", [OSError("no such name"), UnicodeError("label too long")])
def test_a_name_that_cannot_be_resolved_is_unknown(error: Exception) -> None:
    def resolve(host: str, port: int) -> tuple[str, ...]:
        raise error

    with pytest.raises(FetchError, match="no host x is known; check the address"):
        find_addresses("x", 80, "http://x/", allow_private=True, resolve=resolve, timeout_s=5.0)


def test_a_resolver_that_does_not_answer_is_not_waited_for() -> None:
    done = threading.Event()

    def resolve(host: str, port: int) -> tuple[str, ...]:
        done.wait(5.0)
        return ()

    try:
        with pytest.raises(FetchError, match="not resolved in time"):
            find_addresses("x", 80, "u", allow_private=True, resolve=resolve, timeout_s=0.05)
    finally:
        done.set()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "2130706433", "0x7f.1", "::1"])
def test_the_systems_resolver_sees_through_other_ways_to_write_a_number(host: str) -> None:
    for address in resolve_host(host, 80):
        assert not is_public(ipaddress.ip_address(address))
