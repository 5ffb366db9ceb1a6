"""Which addresses may be asked."""

import pytest

from sayso.collect.addresses import checked, is_public, un_address
from sayso.errors import BadInput, Unavailable


def leads_to(*found: str):
    return lambda _host, _port: found


nowhere = leads_to()


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",  # noqa: S104  # an address that must be refused
        "10.1.2.3",
        "172.16.0.9",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "239.1.1.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:a00:1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
    ],
)
def test_machines_inside_are_not_public(ip: str):
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_machines_outside_are_public(ip: str):
    assert is_public(ip)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://example.org/a.pdf",
        "gopher://example.org",
        "http://",
        "https://user:secret@example.org/a.pdf",
        "http://paper.example\\@127.0.0.1/",
        "http://example.org:99999/",
        "http://[::1",
        f"http://{'a' * 70}.example/",
    ],
)
def test_other_schemes_and_crooked_addresses_are_refused(address: str):
    with pytest.raises(BadInput):
        checked(address, leads_to("93.184.216.34"), allow_private=True)


def test_the_password_of_a_refused_address_is_not_repeated():
    with pytest.raises(BadInput) as refused:
        checked("https://user:secret@example.org/", nowhere, allow_private=True)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "found", [("127.0.0.1",), ("93.184.216.34", "10.0.0.1"), ("::ffff:10.0.0.1",)]
)
def test_a_name_that_leads_inside_is_refused_unless_allowed(found: tuple[str, ...]):
    with pytest.raises(BadInput, match="not public; set allow_private"):
        checked("http://paper.example/a", leads_to(*found), allow_private=False)
    target = checked("http://paper.example/a", leads_to(*found), allow_private=True)
    assert target.ip == found[0]


@pytest.mark.parametrize("trick", ["2130706433", "0177.0.0.1", "0x7f.1", "127.1", "localhost"])
def test_loopback_in_disguise_is_refused(trick: str):
    from sayso.collect.addresses import resolve  # noqa: PLC0415  # asks the system, no network

    with pytest.raises(BadInput, match="not public"):
        checked(f"http://{trick}/", resolve, allow_private=False)


def test_a_name_without_an_address_is_unavailable():
    with pytest.raises(Unavailable, match=r"paper\.example"):
        checked("https://paper.example/", nowhere, allow_private=False)


def test_host_and_port_are_those_of_the_address():
    target = checked("https://Bücher.example/a", leads_to("93.184.216.34"), allow_private=False)
    assert (target.host, target.port, target.ip) == ("xn--bcher-kva.example", 443, "93.184.216.34")


def test_a_symbol_has_an_official_address():
    official = "https://documents.un.org/api/symbol/access?s=S/2024/499&l=en&t=pdf"
    assert un_address("un:S/2024/499") == official
    assert (
        un_address("S/RES/2734(2024)", "http://stub/{symbol}") == "http://stub/S/RES/2734%282024%29"
    )


@pytest.mark.parametrize("symbol", ["un:", "un:S", "un:../../etc", "un:S/2024/499&x=1", "un:s/1 2"])
def test_what_is_no_symbol_is_refused(symbol: str):
    with pytest.raises(BadInput, match="S/2024/499"):
        un_address(symbol)
