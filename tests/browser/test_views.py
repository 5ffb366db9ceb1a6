"""Every view, light and dark, wide and narrow: no error, no request elsewhere, nothing hidden."""

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Page

from tests.browser.watched import Watched

NARROW = 390
VIEWS = (
    "",
    "?q=Al-Liwa",
    "documents",
    "documents/{report}",
    "documents/{report}?as=pages",
    "documents/{report}?claim={claim}&edit=words",
    "documents?tab=sources",
    "entities",
    "entities/{group}",
    "entities/{group}?tab=ties",
    "entities/{group}?tab=listing",
    "entities/{group}?tab=places",
    "entities/{group}?tab=fairness",
    "entities/{group}?tab=names",
    "findings",
    "findings/{finding}",
    "claims/{claim}",
    "network",
    "network?about={group}",
    "map?about={group}&province=AF-LAG",
    "timeline",
    "contradictions",
    "contradictions?as=table",
    "compare?secondary={account}&primary={report}",
    "hypotheses",
    "screening?q=Abdul%20Aziz%20Abbasin&birth=1969",
    "screening?tab=file",
    "lists",
    "lists/un",
    "lists/un?tab=releases",
    "lists/entry/un:QDi.427",
    "lists/entry/un:HTi.001?tab=history",
    "lists/entry/un:QDi.427?tab=fairness",
    "states",
    "states?tab=matrix",
    "states?tab=gaps&state=CH",
    "states?tab=records",
    "states?tab=questions",
    "states?as_of=2026-01-01",
    "states/CH",
    "states/CH?tab=gaps",
    "states/CH?tab=told",
    "states/CH?tab=questions",
    "states/entry/QDi.427",
    "states/CH/QDi.427?measure=assets_freeze",
    "review",
    "log?check=true",
    "brief",
    "brief?region=AF-GHA&final=true&annexes=true",
    "brief/outlines",
    "export?leave_out=denied,contested",
    "add",
    "settings",
    "settings?tab=screening",
    "settings?tab=watched",
    "settings?tab=browser",
    "settings?tab=all",
    "no-such-view",
    "findings/f-000000000000",
)


def shown(page: Page, address: str) -> None:
    """Open a view and wait until it has all that it asks for."""
    page.goto(address, wait_until="networkidle")
    page.wait_for_selector("main h1, main .empty, main .problem")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("screen", [("light", 1440), ("dark", NARROW)], ids=str)
def test_a_view_is_whole_accessible_and_asks_nobody_else(
    watched: Watched, served: str, ids: dict[str, str], view: str, screen: tuple[str, int]
):
    page = watched.page(scheme=screen[0], width=screen[1])
    shown(page, f"{served}/app/{view.format(**ids)}")
    if "000000" in view:  # a deep link to what is not there: told, and nothing worse
        assert page.get_by_role("alert").is_visible()
        watched.faults.clear()
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) == 0
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_drawings_are_not_blank(watched: Watched, served: str, ids: dict[str, str]):
    page = watched.page()
    shown(page, f"{served}/app/network?about={ids['group']}")
    page.wait_for_timeout(500)
    assert shades_of(page, ".drawing") > 20
    shown(page, f"{served}/app/map?about={ids['group']}")
    page.wait_for_selector(".provinces .told")
    assert page.locator(".provinces path.province").count() >= 34
    assert page.locator(".provinces .told").count() > 5


def shades_of(page: Page, part: str) -> int:
    """Count how many colours a part of a page shows."""
    picture = Image.open(io.BytesIO(page.locator(part).screenshot())).convert("RGB")
    return len(picture.resize((200, 120)).getcolors(24_000) or ())


def test_the_first_view_is_light(watched: Watched, served: str):
    page = watched.page()
    sizes: list[int] = []
    page.on("requestfinished", lambda r: sizes.append(r.sizes()["responseBodySize"]))
    shown(page, f"{served}/app/")
    assert 0 < sum(sizes) <= 200_000
