"""What is painted before any script has run: the frame, in the theme that was chosen."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watched import Watched

LINKS = """() => [...document.querySelectorAll(".rail a")].map((link) => [
    link.getAttribute("href"), link.firstChild.textContent.trim()])"""
PAPER = "getComputedStyle(document.documentElement).backgroundColor"


@pytest.fixture
def early(watched: Watched) -> Page:
    """Give a page whose own scripts do not come."""
    page = watched.page()
    page.route("**/app/assets/*.js", lambda route: route.abort())
    return page


def test_the_frame_is_there_before_the_scripts_and_leads_where_it_will(
    watched: Watched, early: Page, served: str
):
    early.goto(f"{served}/app/findings")
    expect(early.get_by_text("Loading…")).to_be_visible()
    before, places = early.evaluate(LINKS), early.locator(".rail").bounding_box()
    early.unroute_all()
    early.reload()
    expect(early.get_by_role("heading", level=1)).to_have_text("Findings")
    assert early.evaluate(LINKS) == before
    assert early.locator(".rail").bounding_box() == places
    expect(early.get_by_text("Loading…")).to_have_count(0)
    watched.faults.clear()  # scripts that did not come are said on the console


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_that_was_chosen_holds_from_the_first_paint(
    watched: Watched, early: Page, served: str, theme: str
):
    early.emulate_media(color_scheme="light" if theme == "dark" else "dark")
    early.goto(f"{served}/app/")
    other = early.evaluate(PAPER)
    early.evaluate(f"localStorage.setItem('sayso-theme', '{theme}')")
    early.reload()
    expect(early.get_by_text("Loading…")).to_be_visible()
    assert early.evaluate(PAPER) != other
    watched.faults.clear()
