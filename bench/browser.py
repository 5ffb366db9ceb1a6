"""Measures the workbench in a real browser: weight, first paint, keys, drawings, long texts.

`python -m bench.browser [--claims N] [--keep FOLDER]` serves three projects, each in a process of
its own, to Debian's Chromium (or `CHROMIUM`): the demo; an invented one with a report of 300 pages
and a network of 2,000 parties; and an invented one of many claims (100,000). Projects are kept in
FOLDER and taken from there the next time. Figures:

- `first_view_kb`: of the front page over the wire; `first_paint_ms`: median of several loads.
- `interaction_ms`: the slowest of some clicks and keys on the demo until the next paint, as the
  browser itself times them (in steps of 8 ms, 16 for all below); `interactions` has each, with the
  milliseconds of the processor that the page took for it, which hold on a busy machine too.
- `network`: parties and findings drawn, `told_ms` until the server has answered (the second time it
  is remembered: `again_ms`), `drawn_ms` from the answer to the drawing.
- `report`: while 300 pages are scrolled through, the longest and the 95th of a hundred frames.
- `many`: how long each view of the large project takes until it shows what it has, the second time.

The page is painted without a graphics chip, and the network by WebGL in software.
"""

import argparse
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import httpx
from playwright.sync_api import Browser, CDPSession, Page, Request, sync_playwright

from bench.invented import invent, long_report
from bench.kept import kept

Figures = dict[str, Any]

#: Loads of the front page of which the median counts.
LOADS: Final = 9
#: Claims of which two or three steps around the party of whom most is said reach 2,000 parties.
NETWORK_CLAIMS: Final = 18_000
PARTIES: Final = 2_000
#: Twenty sentences are a page.
REPORT_SENTENCES: Final = 6_000
_PATIENCE_S: Final = 600
_COMMAND: Final = "import sys; sys.argv[0] = 'sayso'; from sayso.cli import main; main()"
_VIEWS: Final = (
    "",
    "documents",
    "entities",
    "findings",
    "contradictions",
    "map",
    "timeline",
    "hypotheses",
    "review",
    "log",
)
_EVENTS: Final = """
window.slow = [];
new PerformanceObserver((list) => {
  for (const { name, duration } of list.getEntries()) window.slow.push([name, duration]);
}).observe({ type: "event", durationThreshold: 16, buffered: true });
"""
_SCROLL: Final = """
() => new Promise((done) => {
  const frames = [];
  const reach = (part) => part.scrollHeight - part.clientHeight;
  const parts = [document.scrollingElement, ...document.querySelectorAll("main [role=region]")];
  const box = parts.reduce((one, other) => (reach(other) > reach(one) ? other : one));
  const high = reach(box);
  let [last, begun] = [performance.now(), performance.now()];
  function step(now) {
    frames.push(now - last);
    last = now;
    const share = (now - begun) / 6000;
    box.scrollTop = high * share;
    if (share < 1) requestAnimationFrame(step);
    else done({ frames: frames.slice(1), high });
  }
  requestAnimationFrame(step);
})
"""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a project in a process of its own, and give its address once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ("serve", "--project", str(folder), "--port", str(port))
    with subprocess.Popen(
        [sys.executable, "-c", _COMMAND, *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        address = f"http://127.0.0.1:{port}"
        until = time.monotonic() + _PATIENCE_S
        while True:
            try:
                httpx.get(f"{address}/api/v1/project", timeout=_PATIENCE_S).raise_for_status()
                break
            except httpx.TransportError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.2)
        try:
            yield address
        finally:
            server.terminate()


def demo(browser: Browser, address: str) -> Figures:
    """Measure the front page and some interactions."""
    loads = [_loaded(browser, f"{address}/app/") for _ in range(LOADS)]
    slow = interactions(browser, address)
    return {
        "first_view_kb": round(max(size for size, _ in loads) / 1000, 1),
        "first_paint_ms": round(statistics.median(paint for _, paint in loads)),
        "first_paint_best_ms": round(min(paint for _, paint in loads)),
        "interaction_ms": max(one["paint_ms"] for one in slow.values()),
        "interactions": slow,
    }


def _loaded(browser: Browser, address: str) -> tuple[int, float]:
    """Give the bytes over the wire of one load, and the milliseconds until something was seen."""
    page = browser.new_context(viewport={"width": 1280, "height": 860}).new_page()
    asked: list[Request] = []
    page.on("requestfinished", lambda request: asked.append(request))  # noqa: PLW0108  # not a method
    page.goto(address, wait_until="networkidle")
    paint: float = page.evaluate(
        "performance.getEntriesByName('first-contentful-paint')[0].startTime"
    )
    size = sum(request.sizes()["responseBodySize"] for request in asked)
    page.context.close()
    return size, paint


def _filter(page: Page) -> None:
    page.get_by_label("Status").select_option("contested")


def _open_map(page: Page) -> None:
    page.get_by_role("link", name="Map", exact=True).click()


def _choose_country(page: Page) -> None:
    page.get_by_role("button", name="Afghanistan").click()


def _in_network(*keys: str) -> Callable[[Page], None]:
    def press(page: Page) -> None:
        page.locator(".drawing .canvas").focus()
        _pressing(*keys)(page)

    return press


def _pressing(*keys: str) -> Callable[[Page], None]:
    def press(page: Page) -> None:
        for key in keys:
            page.keyboard.press(key)

    return press


#: Where, what, and how; a view is opened anew where it is another than before.
_STEPS: Final[Sequence[tuple[str, str, Callable[[Page], None]]]] = (
    ("findings", "filter findings", _filter),
    ("findings", "walk a table", _pressing("j", "j", "k")),
    ("findings", "open the map", _open_map),
    ("map", "choose a country", _choose_country),
    ("documents/{report}", "walk the claims", _pressing("j", "j", "k")),
    ("network?about={group}&hops=2", "walk a network", _in_network("ArrowRight", "ArrowUp")),
    ("network?about={group}&hops=2", "expand a party", _in_network("Enter")),
    ("network?about={group}&hops=2", "show the keys", _pressing("?")),
)


def interactions(browser: Browser, address: str) -> dict[str, dict[str, float]]:
    """Give the slowest event of each of some interactions, and what the page took for it."""
    ids = {
        "report": _first(address, "documents?q=Seventh%20report"),
        "group": _first(address, "entities?q=Al-Liwa%20Network&type=ArmedGroup"),
    }
    page = browser.new_context(viewport={"width": 1280, "height": 860}).new_page()
    page.add_init_script(_EVENTS)
    metrics = page.context.new_cdp_session(page)
    metrics.send("Performance.enable", {"timeDomain": "threadTicks"})
    found: dict[str, dict[str, float]] = {}
    before = ""
    for view, what, act in _STEPS:
        if view != before:
            page.goto(f"{address}/app/{view.format(**ids)}", wait_until="networkidle")
            page.wait_for_timeout(300)
            page.evaluate("window.slow.splice(0)")
        before = view
        begun = _task_s(metrics)
        act(page)
        page.wait_for_timeout(500)
        slow = page.evaluate("window.slow.splice(0)")
        found[what] = {
            "paint_ms": max([16.0, *(duration for _, duration in slow)]),
            "processor_ms": round(1000 * (_task_s(metrics) - begun)),
        }
    page.context.close()
    return found


def _task_s(metrics: CDPSession) -> float:
    """Give the seconds of the processor that the page's thread has taken."""
    told = metrics.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in told if one["name"] == "TaskDuration"))


def network(browser: Browser, address: str) -> Figures:
    """Measure the drawing of a network of 2,000 parties."""
    about = _first(address, "entities?limit=1")
    query = f"about={about}&hops=3&most={PARTIES}"
    first, told = _asked(f"{address}/api/v1/network?{query}")
    again, _ = _asked(f"{address}/api/v1/network?{query}")
    page = browser.new_context(viewport={"width": 1280, "height": 860}).new_page()
    drawn = []
    for _ in range(5):
        page.goto(f"{address}/app/network?{query}", wait_until="networkidle")
        page.wait_for_function("performance.getEntriesByName('network drawn').length > 0")
        drawn.append(page.evaluate("performance.getEntriesByName('network drawn').at(-1).duration"))
    page.context.close()
    return {
        "parties": len(told["nodes"]),
        "findings": len(told["edges"]),
        "told_ms": first,
        "again_ms": again,
        "drawn_ms": round(statistics.median(drawn)),
        "drawn_best_ms": round(min(drawn)),
    }


def report(browser: Browser, address: str) -> Figures:
    """Measure the frames while a report of 300 pages is scrolled through."""
    document = _first(address, "documents?q=long%20report")
    page = browser.new_context(viewport={"width": 1280, "height": 860}).new_page()
    began = time.perf_counter()
    page.goto(f"{address}/app/documents/{document}")
    page.wait_for_selector(".passage", timeout=_PATIENCE_S * 1000)
    shown = time.perf_counter() - began
    scrolled = page.evaluate(_SCROLL)
    frames = sorted(scrolled["frames"])
    page.context.close()
    return {
        "shown_ms": round(1000 * shown),
        "high_px": round(scrolled["high"]),
        "frames": len(frames),
        "frame_p95_ms": round(frames[int(len(frames) * 0.95)]),
        "frame_longest_ms": round(frames[-1]),
    }


def many(browser: Browser, address: str) -> Figures:
    """Measure each view of a large project, the second time that it is opened."""
    found: Figures = {}
    for view in _VIEWS:
        for _ in range(2):
            page = browser.new_context(viewport={"width": 1280, "height": 860}).new_page()
            began = time.perf_counter()
            page.goto(f"{address}/app/{view}")
            _settled(page)
            found[view or "home"] = round(1000 * (time.perf_counter() - began))
            page.context.close()
    return found


def _settled(page: Page) -> None:
    """Wait until the view has its heading and awaits nothing."""
    page.wait_for_selector("main h1", timeout=_PATIENCE_S * 1000)
    waiting = page.locator("main .loading")
    waiting.first.wait_for(state="detached", timeout=_PATIENCE_S * 1000)


def _asked(address: str) -> tuple[int, Figures]:
    """Give the milliseconds until an answer is whole, and the answer."""
    began = time.perf_counter()
    told: Figures = httpx.get(address, timeout=_PATIENCE_S).raise_for_status().json()
    return round(1000 * (time.perf_counter() - began)), told


def _first(address: str, path: str) -> str:
    answer = httpx.get(f"{address}/api/v1/{path}", timeout=_PATIENCE_S).raise_for_status()
    found: str = answer.json()["results"][0]["id"]
    return found


def projects(folder: Path, claims: int) -> tuple[Path, Path, Path]:
    """Make the projects that are not there yet: the demo, one with long things, a large one."""
    own = (folder / "demo", folder / "long", folder / f"claims-{claims}")
    if not own[0].exists():
        words = ("demo", "--quiet", "--project", str(own[0]))
        subprocess.run([sys.executable, "-c", _COMMAND, *words], check=True, capture_output=True)
    if not own[1].exists():
        told = (long_report(REPORT_SENTENCES), *invent(NETWORK_CLAIMS))
        kept(told, own[1] / "sayso.db").close()
    if not own[2].exists():
        kept(invent(claims), own[2] / "sayso.db").close()
    return own


def measure(folder: Path, claims: int) -> Figures:
    """Give the figures."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        sys.exit("no Chromium: apt-get install chromium, or set CHROMIUM")
    gl = ("--enable-unsafe-swiftshader", "--disable-gpu-compositing")
    small, long, large = projects(folder, claims)
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox", *gl])
        with serving(small) as address:
            figures = demo(browser, address)
            print(json.dumps(figures), file=sys.stderr)  # the others take minutes
        with serving(long) as address:
            figures["network"] = network(browser, address)
            figures["report"] = report(browser, address)
            print(json.dumps(figures), file=sys.stderr)
        with serving(large) as address:
            figures["many"] = {"claims": claims, **many(browser, address)}
        browser.close()
    return figures


def main() -> None:
    """Print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="where the projects are kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as own:
        figures = measure(options.keep or Path(own), options.claims)
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
