"""Brings a document's bytes from an address, within bounds of place, size, time and type."""

import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol, cast
from urllib.parse import urljoin

import httpx

from sayso.collect.addresses import (
    PORTS,
    UN_ADDRESS,
    Resolver,
    Target,
    checked,
    resolve,
    un_address,
)
from sayso.collect.limits import Limits
from sayso.collect.media import DOCX, EML, GZIP, HTML, PDF, PLAIN, media_type_of
from sayso.errors import BadInput, NotFound, Unavailable
from sayso.model.documents import Original
from sayso.model.ids import digest_of

#: What a server may call a document; what it is, its bytes say.
_TYPES = {
    PDF,
    DOCX,
    HTML,
    EML,
    PLAIN,
    GZIP,
    "application/xhtml+xml",
    "application/octet-stream",
    "application/x-gzip",
    "binary/octet-stream",
    "",
}
#: The same for a list; an answer in HTML is an error that calls itself none.
_LIST_TYPES = {
    "application/csv",
    "application/gzip",
    "application/json",
    "application/json+ftm",
    "application/octet-stream",
    "application/vnd.ms-excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/x-gzip",
    "application/x-ndjson",
    "application/xml",
    "application/zip",
    "binary/octet-stream",
    "text/csv",
    "text/plain",
    "text/xml",
    "",
}
_RETRIES = 2
_BUSY = 503
_GONE = {404, 410}
_FIRST_FAILURE = 400
_FIRST_SERVER_FAILURE = 500
_TOO_MANY_REQUESTS = 429
_NOT_MODIFIED = 304
#: What a server said of the bytes that are held → how it is asked whether they still stand.
_CONDITIONS = {"etag": "if-none-match", "last-modified": "if-modified-since"}


class _AskAgain(Unavailable):
    """Nobody answered, or the server is busy: worth another try at once."""


class _Stream(Protocol):
    """As much of a connection as is used here."""

    def get_extra_info(self, _about: str, /) -> socket.socket: ...


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What fetching takes from the world around it.

    Attributes:
        clock: UTC, for the record.
        elapsed: seconds since some fixed moment, never backwards.
        sleep: waits so many seconds.
        resolver: finds the addresses behind a host name.
        transport: carries requests; None for the real network.
    """

    clock: Callable[[], datetime] = _utc_now
    elapsed: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    resolver: Resolver = resolve
    transport: httpx.BaseTransport | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is fetched: what it is called, the types that may hold it, and who asks for it.

    Attributes:
        agent: how the program names itself; some publishers of lists (DFAT, the United Nations)
            answer nobody whose first word is not that of a browser.
        stays_encrypted: what is asked for over https is not taken over http, where anybody on the
            way may change it.
    """

    name: str
    types: frozenset[str]
    agent: str
    stays_encrypted: bool = False


DOCUMENTS = Sought(name="document", types=frozenset(_TYPES), agent="sayso (document reader)")
LISTS = Sought(
    name="list",
    types=frozenset(_LIST_TYPES),
    agent="Mozilla/5.0 (compatible; sayso; reader of sanctions lists)",
    stays_encrypted=True,
)


class HttpFetcher:
    """Fetches over http and https; every hop is checked, and connected to where it was checked."""

    def __init__(
        self,
        limits: Limits,
        *,
        allow_private: bool = False,
        un_template: str = UN_ADDRESS,
        sought: Sought = DOCUMENTS,
        outside: Outside | None = None,
    ) -> None:
        self._limits = limits
        self._allow_private = allow_private
        self._un_template = un_template
        self._sought = sought
        self._outside = Outside() if outside is None else outside

    def fetch(self, address: str, held: Original | None = None) -> Original:
        """Give the bytes behind an http(s) address or a United Nations symbol ("un:S/2024/499").

        Args:
            address: where to ask.
            held: what was fetched there before; it comes back itself when the server says that
                nothing has changed since.

        Raises:
            BadInput: the address, or one that it redirects to, is refused; so is an answer that is
                too large or of a type that holds no document.
            NotFound: the server has no such page.
            Unavailable: nothing answered in time.
        """
        asked = un_address(address, self._un_template) if address.startswith("un:") else address
        deadline = self._outside.elapsed() + self._limits.fetch_timeout_s
        here = asked
        with httpx.Client(
            trust_env=False,
            headers=self._headers(held),
            transport=self._outside.transport,
            limits=httpx.Limits(max_keepalive_connections=0),  # each is cut on its own
        ) as client:
            for _ in range(self._limits.max_redirects + 1):
                try:
                    answer = self._ask_patiently(client, here, deadline, held)
                except BadInput as bad:
                    if here == asked:
                        raise
                    raise type(bad)(f"{asked} redirects; {bad}") from bad
                if isinstance(answer, Original):
                    return _as_asked(answer, asked)
                here = self._next(here, answer)
        raise BadInput(f"{asked}: more than {self._limits.max_redirects} redirects")

    def _next(self, here: str, location: str) -> str:
        """Give the address that a server points to.

        Raises:
            BadInput: it is no longer over https, where that matters.
        """
        there = urljoin(here, location)
        is_weaker = here.startswith("https:") and not there.startswith("https:")
        if self._sought.stays_encrypted and is_weaker:
            raise BadInput(
                f"{here} redirects to {there}, which is not over https: see on the page of the "
                "authority whether its list has moved"
            )
        return there

    def _headers(self, held: Original | None) -> Mapping[str, str]:
        known = {} if held is None else held.headers
        asked = {ask: known[said] for said, ask in _CONDITIONS.items() if said in known}
        return {"user-agent": self._sought.agent, "accept-encoding": "identity", **asked}

    def _ask_patiently(
        self, client: httpx.Client, address: str, deadline: float, held: Original | None
    ) -> Original | str:
        """Ask up to three times where nobody answers or the server is busy."""
        for wait_s in range(1, _RETRIES + 1):
            try:
                return self._ask(client, address, deadline, held)
            except _AskAgain:
                if self._outside.elapsed() + wait_s >= deadline:
                    raise
                self._outside.sleep(wait_s)
        return self._ask(client, address, deadline, held)

    def _ask(
        self, client: httpx.Client, address: str, deadline: float, held: Original | None
    ) -> Original | str:
        """Give the bytes, or the address that the server points to instead."""
        target = checked(address, self._outside.resolver, allow_private=self._allow_private)
        left_s = self._left(deadline, address)
        try:
            with (
                _cut_after(left_s) as trace,
                client.stream(
                    "GET",
                    httpx.URL(address).copy_with(host=target.ip),
                    headers={"host": _host_header(target)},
                    extensions={"sni_hostname": target.host, "trace": trace},
                    timeout=left_s,
                ) as response,
            ):
                if response.status_code == _NOT_MODIFIED and held is not None:
                    return held
                return self._answer(response, target, deadline)
        except httpx.InvalidURL as bad:
            raise BadInput(f"{address}: not an address: {bad}") from bad
        except httpx.HTTPError as bad:
            self._left(deadline, address)
            kind = _AskAgain if isinstance(bad, httpx.NetworkError) else Unavailable
            raise kind(f"{address}: no answer: {str(bad) or type(bad).__name__}") from bad

    def _answer(self, response: httpx.Response, target: Target, deadline: float) -> Original | str:
        if response.has_redirect_location:
            return response.headers["location"]
        _check_status(response.status_code, target.address)
        declared = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if declared not in self._sought.types:
            raise BadInput(f"{target.address}: serves {declared}, which is no {self._sought.name}")
        content = self._read(response, target.address, deadline)
        return Original(
            id=digest_of(content),
            content=content,
            locator=target.address,
            media_type=media_type_of(content, target.address, declared),
            retrieved=self._outside.clock(),
            headers={k: v for k, v in response.headers.items() if k != "set-cookie"},
        )

    def _read(self, response: httpx.Response, address: str, deadline: float) -> bytes:
        content = bytearray()
        for chunk in response.iter_bytes():  # as it comes: a slow server never fills a chunk
            content += chunk
            if len(content) > self._limits.max_bytes:
                raise BadInput(f"{address}: larger than {self._limits.max_bytes:,} bytes")
            self._left(deadline, address)
        self._left(deadline, address)  # what was cut looks like what has ended
        return bytes(content)

    def _left(self, deadline: float, address: str) -> float:
        """Give the seconds that are left, at least one tick."""
        left_s = deadline - self._outside.elapsed()
        if left_s <= 0:
            raise Unavailable(
                f"{address}: not done after {self._limits.fetch_timeout_s:g} s; try again later"
            )
        return left_s


@contextmanager
def _cut_after(seconds: float) -> Iterator[Callable[[str, Mapping[str, object]], None]]:
    """End the connection when the time is up, also while a slow server sends its headers.

    The client's own timeouts begin anew with every byte. What is given is the client's "trace".
    """
    twins: list[socket.socket] = []

    def trace(event: str, told: Mapping[str, object]) -> None:
        if event == "connection.connect_tcp.complete":
            stream = cast("_Stream", told["return_value"])
            twins.append(stream.get_extra_info("socket").dup())

    def cut() -> None:
        for twin in twins:
            with suppress(OSError):  # the other side was quicker
                twin.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield trace
    finally:
        timer.cancel()
        for twin in twins:
            twin.close()


def _check_status(status: int, address: str) -> None:
    if status in _GONE:
        raise NotFound(f"{address}: the server has no such page ({status})")
    if status == _BUSY:
        raise _AskAgain(f"{address}: the server is busy (503); try again later")
    if status == _TOO_MANY_REQUESTS or status >= _FIRST_SERVER_FAILURE:
        raise Unavailable(f"{address}: the server answers {status}; try again later")
    if status >= _FIRST_FAILURE:
        raise BadInput(
            f"{address}: the server refuses ({status}); fetch it by hand and add the file"
        )


def _host_header(target: Target) -> str:
    host = f"[{target.host}]" if ":" in target.host else target.host
    return host if target.port == PORTS[target.scheme] else f"{host}:{target.port}"


def _as_asked(answer: Original, asked: str) -> Original:
    """Keep the address that was asked for, and note where the bytes came from in the end."""
    if answer.locator == asked:
        return answer
    headers = {**answer.headers, "redirected-to": answer.locator}
    return replace(answer, locator=asked, headers=headers)
