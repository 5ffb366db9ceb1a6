"""Says which addresses may be asked: public ones, over http and https."""

import ipaddress
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from sayso.errors import BadInput, Unavailable

#: Where the United Nations serves a document by its symbol; {symbol} is replaced.
UN_ADDRESS = "https://documents.un.org/api/symbol/access?s={symbol}&l=en&t=pdf"

#: Host name and port → every address behind it.
Resolver = Callable[[str, int], tuple[str, ...]]

#: The port that a scheme means when none is named.
PORTS = {"http": 80, "https": 443}
_SYMBOL = re.compile(r"[A-Z]+(?:/[A-Za-z0-9.()\-]+)+")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One request's address, and the machine that it was checked to lead to."""

    address: str
    scheme: str
    host: str
    port: int
    ip: str


def un_address(symbol: str, template: str = UN_ADDRESS) -> str:
    """Give the official address of a United Nations document.

    Args:
        symbol: "S/2024/499", with or without "un:" before it.
        template: an address with {symbol} in it.

    Raises:
        BadInput: it is not a document symbol.
    """
    bare = symbol.removeprefix("un:").strip()
    if not _SYMBOL.fullmatch(bare):
        raise BadInput(f"{symbol}: not a United Nations symbol; they look like un:S/2024/499")
    return template.format(symbol=quote(bare, safe="/"))


def resolve(host: str, port: int) -> tuple[str, ...]:
    """Give the addresses behind a host name, in the order of the system's preference.

    Raises:
        Unavailable: the name is not known.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as bad:
        raise Unavailable(f"{host}: no such host, or no network: {bad}") from bad
    return tuple(dict.fromkeys(str(row[4][0]) for row in found))


def checked(address: str, resolver: Resolver, *, allow_private: bool) -> Target:
    """Give where a request for this address must connect to.

    Raises:
        BadInput: not http(s), a password inside, or any address of the host is not public.
        Unavailable: the host name is not known.
    """
    scheme, host, port = _parsed(address)
    found = resolver(host, port)
    if not found:
        raise Unavailable(f"{host}: no address behind this name")
    closed = [ip for ip in found if not is_public(ip)]
    if closed and not allow_private:
        raise BadInput(
            f"{address}: {host} leads to {closed[0]}, which is not public;"
            " set allow_private to fetch it all the same"
        )
    return Target(address=address, scheme=scheme, host=host, port=port, ip=found[0])


def _parsed(address: str) -> tuple[str, str, int]:
    """Give scheme, host name (as machines write it) and port."""
    try:
        parts = urlsplit(address)
        port = parts.port or PORTS.get(parts.scheme, 0)
        host = (parts.hostname or "").encode("idna").decode()
    except ValueError as bad:
        raise BadInput(f"{address}: not an address: {bad}") from bad
    if parts.scheme not in PORTS or not host:
        raise BadInput(f"{address}: only http and https addresses are fetched")
    if parts.username is not None:
        raise BadInput(f"{host}: an address with a password in it is not fetched")
    return parts.scheme, host, port


def is_public(ip: str) -> bool:
    """Say whether an IP address belongs to the open internet, also where it hides inside IPv6."""
    parsed = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = _inside(parsed)
        if inner is not None:
            parsed = inner
    return parsed.is_global and not parsed.is_multicast


def _inside(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Give the IPv4 address that an IPv6 address stands for, if it stands for one."""
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    if ip.teredo is not None:
        return ip.teredo[1]
    return ip.ipv4_mapped or ip.sixtofour
