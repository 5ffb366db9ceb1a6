"""Every view looks as it did, and a blank canvas or a lost panel is seen."""

import re

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from playwright.sync_api import Page

from tests.browser.looks import FOLDER, SMALLER, compared, faults, fix_font
from tests.browser.test_views import NARROW, VIEWS, shown
from tests.browser.watched import Watched

SCREENS = [("light", 1280), ("dark", NARROW)]
LOOKED_AT = [view for view in VIEWS if "000000" not in view]


def name_of(view: str, screen: tuple[str, int]) -> str:
    """Give a view's picture a name: "documents/{report}?as=pages" → "documents-report-as-pages"."""
    plain = re.sub(r"\W+", "-", re.sub(r"%\d\d", "-", view)).strip("-").lower()
    return f"{plain or 'home'}-{screen[0]}"


def drawn(page: Page) -> None:
    """Wait until pictures, fonts and canvases stand; on a narrow page the drawing is below."""
    page.evaluate("document.querySelector('.drawing, .provinces, .lanes')?.scrollIntoView()")
    page.evaluate("document.fonts.ready")
    page.wait_for_function("[...document.images].every((one) => one.complete)")
    page.wait_for_timeout(400)


@pytest.mark.parametrize("view", LOOKED_AT)
@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_a_view_looks_as_it_did(
    watched: Watched, served: str, ids: dict[str, str], view: str, screen: tuple[str, int]
):
    page = watched.page(scheme=screen[0], width=screen[1])
    fix_font(page)
    shown(page, f"{served}/app/{view.format(**ids)}")
    drawn(page)
    assert faults(name_of(view, screen), page) == []


#: What can be lost of a picture: where it stands on the page, and its ground.
LOST = {
    "the map": ("map-about-group-province-af-lag-light", (260, 280, 940, 700), (241, 239, 233)),
    "the panel beside it": (
        "map-about-group-province-af-lag-light",
        (1000, 250, 1250, 560),
        (255, 255, 255),
    ),
    "the canvas of the network": (
        "network-about-group-light",
        (240, 120, 960, 760),
        (255, 255, 255),
    ),
    "the same in the dark": ("network-about-group-dark", (16, 80, 370, 480), (27, 31, 36)),
    "the bars of the timeline": ("timeline-light", (440, 250, 1240, 860), (255, 255, 255)),
    "the rows of a table": ("findings-light", (240, 300, 1240, 860), (255, 255, 255)),
}


@pytest.mark.parametrize("what", LOST)
def test_what_is_lost_is_seen(what: str):
    name, sides, ground = LOST[what]
    before = Image.open(FOLDER / f"{name}.png").convert("RGB")
    now = before.copy()
    ImageDraw.Draw(now).rectangle([side // SMALLER for side in sides], fill=ground)
    assert compared(what, before, now) != []


@pytest.mark.parametrize("name", sorted({name for name, _, _ in LOST.values()}))
def test_letters_that_are_drawn_a_little_otherwise_are_no_difference(name: str):
    before = Image.open(FOLDER / f"{name}.png").convert("RGB")
    moved = ImageChops.offset(before, 1, 1).filter(ImageFilter.GaussianBlur(0.5))
    assert compared(name, before, moved) == []
