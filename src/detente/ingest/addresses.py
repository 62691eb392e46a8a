"""Which network addresses may be fetched from: public ones, unless the settings allow others.

A name is resolved once, every address it has is judged, and the connection goes to the very address
that was judged, so that a name cannot change its meaning in between.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable

from detente.errors import FetchError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], tuple[str, ...]]
"""From a host's name and a port to its numeric addresses; raises ``OSError`` for none."""

# Written out, since what Python calls global has changed between its versions.
# Source: the IANA registries of special-purpose addresses, 2026-11, and what is noted beside some.
_NOT_PUBLIC = tuple(
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",  # carrier-grade NAT, and a cloud's metadata
        "127.0.0.0/8",
        "168.63.129.16/32",  # a cloud's own service for each of its machines
        "169.254.0.0/16",  # link-local, and most clouds' metadata
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",
        "2001::/23",  # among them tunnels with an IPv4 address within
        "2001:db8::/32",
        "2002::/16",  # tunnels again
        "3fff::/20",
    )
)
_UNICAST = ipaddress.ip_network("2000::/3")  # all other IPv6 is local, reserved or not given out
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # IPv4 in IPv6, as NAT64 gives it


def find_addresses(
    host: str, port: int, url: str, *, allow_private: bool, resolve: Resolver, timeout_s: float
) -> tuple[str, ...]:
    """The numeric addresses of ``host``, each of which may be connected to; at least one.

    Raises: ``FetchError`` where the name is unknown or not resolved within ``timeout_s`` seconds,
    or where any of its addresses is not public and ``allow_private`` is False.
    """
    addresses = _resolve_in_time(host, port, url, resolve=resolve, timeout_s=timeout_s)
    for text in addresses:
        if not allow_private and not is_public(ipaddress.ip_address(text)):
            place = text if text == host else f"{host} ({text})"
            raise FetchError(
                url,
                f"{place} is a private, local or reserved address",
                "give --allow-private if you trust it",
            )
    return addresses


def is_public(address: Address) -> bool:
    """Whether an address is one of the open internet, seen through IPv6 forms of IPv4.

    ``93.184.216.34`` is; ``10.0.0.1``, ``169.254.169.254`` and ``::ffff:127.0.0.1`` are not.
    """
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address in _TRANSLATED:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF))
        if address not in _UNICAST:
            return False
    return not any(address.version == net.version and address in net for net in _NOT_PUBLIC)


def resolve_host(host: str, port: int) -> tuple[str, ...]:
    """The numeric addresses of a host, by the system's own resolver, without doubles.

    Raises: ``OSError`` where there is none, ``UnicodeError`` for a name that cannot be one.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(item[4][0]).partition("%")[0] for item in found))


def _resolve_in_time(
    host: str, port: int, url: str, *, resolve: Resolver, timeout_s: float
) -> tuple[str, ...]:
    """The addresses; asked for in a thread, since the system's resolver knows no time limit."""
    answers: list[tuple[str, ...] | Exception] = []

    def ask() -> None:
        try:
            answers.append(resolve(host, port))
        except (OSError, UnicodeError) as error:
            answers.append(error)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(timeout_s)
    if not answers:
        raise FetchError(url, f"the name {host} is not resolved in time", "try again")
    if isinstance(answers[0], Exception) or not answers[0]:
        raise FetchError(url, f"no host {host} is known", "check the address and the network")
    return answers[0]
