"""Which network addresses may be fetched from: public ones, unless the settings allow others.

A name is resolved once, every address it has is judged, and the connection goes to the very address
that was judged, so that a name cannot change its meaning in between.
"""

from __future__ import annotations

import ipaddress
import socket

from detente.errors import FetchError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_SHARED = ipaddress.ip_network("100.64.0.0/10")  # carrier-grade NAT: neither private nor public


def find_address(host: str, port: int, url: str, *, allow_private: bool) -> str:
    """A numeric address of ``host`` that may be connected to.

    Raises: ``FetchError`` where the name is unknown, or any of its addresses is not public and
    ``allow_private`` is False.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(url, f"no host {host} is known", "check the address") from error
    addresses = [str(item[4][0]).split("%", 1)[0] for item in found]
    for text in addresses:
        if not allow_private and not is_public(ipaddress.ip_address(text)):
            raise FetchError(
                url,
                f"{host} is a private or local address ({text})",
                "give --allow-private if you trust it",
            )
    return addresses[0]


def is_public(address: Address) -> bool:
    """Whether an address is one of the open internet, seen through IPv6 forms of IPv4."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is not None:
            return is_public(inner)
        if address.teredo is not None:
            return False
    if isinstance(address, ipaddress.IPv4Address) and address in _SHARED:
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved
