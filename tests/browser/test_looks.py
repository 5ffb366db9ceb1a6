"""Every view looks as it did, and a blank canvas or a lost panel is seen."""

import re

import pytest
from PIL import Image, ImageDraw
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


@pytest.mark.parametrize(
    "lost",
    [(260, 280, 940, 700), (1010, 250, 1250, 560)],
    ids=["the canvas", "the panel beside it"],
)
def test_what_is_lost_is_seen(lost: tuple[int, int, int, int]):
    before = Image.open(FOLDER / "map-about-group-province-af-lag-light.png").convert("RGB")
    now = before.copy()
    box = [side // SMALLER for side in lost]
    ImageDraw.Draw(now).rectangle(box, fill=before.getpixel((box[0], box[1])))
    assert compared("map", before, now) != []


def test_letters_that_move_a_little_are_no_difference():
    before = Image.open(FOLDER / "findings-light.png").convert("RGB")
    moved = before.transform(before.size, Image.Transform.AFFINE, (1, 0, 0.4, 0, 1, 0.4))
    assert compared("findings", before, moved) == []
