"""Bytes from addresses, against a stub and a made-up network."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from sayso.collect.fetch import LISTS, HttpFetcher, Outside
from sayso.collect.limits import Limits
from sayso.errors import BadInput, NotFound, Unavailable
from tests.collect.made import NOON

PUBLIC = "93.184.216.34"
HOSTS = {"paper.example": PUBLIC, "inside.example": "127.0.0.1", "10.0.0.7": "10.0.0.7"}


class Waits:
    """A clock that moves only when somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waited: list[float] = []

    def elapsed(self) -> float:
        """Give the seconds since the beginning."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let time pass at once, and remember it."""
        self.waited.append(seconds)
        self.now += seconds


def fetcher(
    answer: Callable[[httpx.Request], httpx.Response],
    *,
    waits: Waits | None = None,
    limits: Limits | None = None,
) -> HttpFetcher:
    waits = waits or Waits()
    outside = Outside(
        clock=lambda: NOON,
        elapsed=waits.elapsed,
        sleep=waits.sleep,
        resolver=lambda host, _port: (HOSTS[host],),
        transport=httpx.MockTransport(answer),
    )
    return HttpFetcher(limits or Limits(), outside=outside)


def page(text: str = "<html><p>The group moved.</p>", **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(200, headers={"content-type": "text/html", **named}, text=text)


def test_the_request_goes_to_the_checked_machine_under_the_name_that_was_asked_for():
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return page(set_cookie="id=1")

    found = fetcher(answer).fetch("https://paper.example/a?b=c")
    assert seen[0].url == f"https://{PUBLIC}/a?b=c"
    assert seen[0].headers["host"] == "paper.example"
    assert seen[0].extensions["sni_hostname"] == "paper.example"
    assert (found.locator, found.media_type, found.retrieved) == (
        "https://paper.example/a?b=c",
        "text/html",
        NOON,
    )
    assert found.headers["content-type"] == "text/html"
    assert "set-cookie" not in found.headers


@pytest.mark.parametrize(
    "inside",
    ["http://inside.example/", "http://10.0.0.7/", "//inside.example/", "file:///etc/passwd"],
)
def test_a_redirect_to_the_inside_is_refused(inside: str):
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        return httpx.Response(302, headers={"location": inside})

    with pytest.raises(BadInput, match=r"^https://paper\.example/ redirects; "):
        fetcher(answer).fetch("https://paper.example/")
    assert asked == [PUBLIC]


def test_a_redirect_is_followed_and_noted():
    def answer(request: httpx.Request) -> httpx.Response:
        moved = request.url.path == "/old"
        return httpx.Response(301, headers={"location": "/new"}) if moved else page()

    found = fetcher(answer).fetch("https://paper.example/old")
    assert found.locator == "https://paper.example/old"
    assert found.headers["redirected-to"] == "https://paper.example/new"


def test_what_is_held_is_asked_about_and_comes_back_itself_when_nothing_changed():
    asked: list[httpx.Headers] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers)
        known = request.headers.get("if-none-match") == '"1"'
        return httpx.Response(304) if known else page(etag='"1"', last_modified="yesterday")

    fetching = fetcher(answer)
    held = fetching.fetch("https://paper.example/")
    assert fetching.fetch("https://paper.example/", held) is held
    assert "if-none-match" not in asked[0]
    assert (asked[1]["if-none-match"], asked[1]["if-modified-since"]) == ('"1"', "yesterday")


def test_a_list_may_be_xml_and_a_document_may_not():
    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-type": "text/xml"}, text="<list/>")

    with pytest.raises(BadInput, match="serves text/xml, which is no document"):
        fetcher(answer).fetch("https://paper.example/")
    outside = Outside(
        resolver=lambda host, _port: (HOSTS[host],), transport=httpx.MockTransport(answer)
    )
    lists = HttpFetcher(Limits(), sought=LISTS, outside=outside)
    assert lists.fetch("https://paper.example/").content == b"<list/>"


def test_redirects_in_a_circle_end():
    with pytest.raises(BadInput, match="more than 5 redirects"):
        fetcher(lambda _: httpx.Response(302, headers={"location": "/"})).fetch(
            "https://paper.example/"
        )


def test_a_busy_server_is_asked_three_times():
    waits = Waits()
    answers = iter([httpx.Response(503), httpx.Response(503), page()])
    found = fetcher(lambda _: next(answers), waits=waits).fetch("https://paper.example/")
    assert (found.media_type, waits.waited) == ("text/html", [1, 2])


def test_a_machine_that_does_not_answer_is_asked_three_times_and_then_unavailable():
    waits = Waits()

    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    with pytest.raises(Unavailable, match="no answer: refused"):
        fetcher(answer, waits=waits).fetch("https://paper.example/")
    assert waits.waited == [1, 2]


@pytest.mark.parametrize(
    ("status", "error"),
    [(404, NotFound), (410, NotFound), (403, BadInput), (429, Unavailable), (500, Unavailable)],
)
def test_a_refusal_is_not_asked_again(status: int, error: type[Exception]):
    waits = Waits()
    with pytest.raises(error, match=str(status)):
        fetcher(lambda _: httpx.Response(status), waits=waits).fetch("https://paper.example/")
    assert waits.waited == []


def test_too_much_is_refused_while_it_comes():
    limits = Limits(max_bytes=1_000)
    with pytest.raises(BadInput, match="larger than 1,000 bytes"):
        fetcher(lambda _: page("x" * 100_000), limits=limits).fetch("https://paper.example/")


def test_a_slow_answer_is_given_up():
    waits = Waits()

    def drip() -> Iterator[bytes]:
        while True:
            waits.now += 1
            yield b"x" * 70_000

    limits = Limits(fetch_timeout_s=10)
    with pytest.raises(Unavailable, match="not done after 10 s"):
        fetcher(
            lambda _: httpx.Response(200, headers={"content-type": "text/plain"}, content=drip()),
            waits=waits,
            limits=limits,
        ).fetch("https://paper.example/")


def test_pictures_are_no_documents():
    with pytest.raises(BadInput, match="serves image/png"):
        fetcher(lambda _: httpx.Response(200, headers={"content-type": "image/png"})).fetch(
            "https://paper.example/"
        )


class Stub(BaseHTTPRequestHandler):
    """A web server on this machine."""

    def do_GET(self) -> None:
        """Answer with a PDF that holds what was asked for, or drop by drop."""
        if "drip" in self.path:
            self.drip(
                b"HTTP/1.1 200 OK\r\n" if "headers" in self.path else b"HTTP/1.0 200 OK\r\n\r\n"
            )
            return
        self.send_response(200)
        self.send_header("Content-Type", "application/pdf")
        self.end_headers()
        self.wfile.write(b"%PDF-1.4 " + self.path.encode())

    def drip(self, beginning: bytes) -> None:
        """Send something every moment, for longer than anybody waits."""
        with contextlib.suppress(OSError):
            self.wfile.write(beginning)
            for _ in range(100):
                self.wfile.write(b"A: b\r\n")
                time.sleep(0.05)

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002  # its parent's name
        """Say nothing."""


def test_a_list_asked_for_over_https_is_not_taken_over_http_and_a_document_is():
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.url.scheme)
        moved = {"location": "http://paper.example/there"}
        return httpx.Response(302, headers=moved) if len(seen) == 1 else page()

    outside = Outside(
        resolver=lambda host, _: (HOSTS[host],), transport=httpx.MockTransport(answer)
    )
    lists = HttpFetcher(Limits(), sought=LISTS, outside=outside)
    with pytest.raises(
        BadInput, match=r"redirects to http://paper\.example/there, .*not over http"
    ):
        lists.fetch("https://paper.example/list.xml")
    assert seen == ["https"]

    seen.clear()
    fetcher(answer).fetch("https://paper.example/here")
    assert seen == ["https", "http"]


@pytest.fixture
def stub() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Stub)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_symbol_is_fetched_from_its_official_address(stub: str):
    fetching = HttpFetcher(
        Limits(), allow_private=True, un_template=f"{stub}/api?s={{symbol}}&t=pdf"
    )
    found = fetching.fetch("un:S/2024/499")
    assert found.content == b"%PDF-1.4 /api?s=S/2024/499&t=pdf"
    assert (found.media_type, found.locator) == (
        "application/pdf",
        f"{stub}/api?s=S/2024/499&t=pdf",
    )


def test_this_machine_is_not_asked_unless_allowed(stub: str):
    with pytest.raises(BadInput, match="not public"):
        HttpFetcher(Limits()).fetch(stub)


def test_a_closed_door_is_unavailable():
    outside = Outside(sleep=lambda _: None)
    fetching = HttpFetcher(Limits(fetch_timeout_s=20), allow_private=True, outside=outside)
    with pytest.raises(Unavailable):
        fetching.fetch("http://127.0.0.1:1/")


@pytest.mark.parametrize("what", ["headers", "body"])
def test_a_server_that_sends_drop_by_drop_is_given_up_and_nothing_is_kept(stub: str, what: str):
    fetching = HttpFetcher(Limits(fetch_timeout_s=0.4), allow_private=True)
    began = time.monotonic()
    with pytest.raises(Unavailable, match=r"not done after 0\.4 s"):
        fetching.fetch(f"{stub}/drip-{what}")
    assert time.monotonic() - began < 2
