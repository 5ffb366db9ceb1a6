"""The drawings: walked by keys, opened to their sentences, filtered for good, taken out whole."""

import csv
import io
import re

import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.test_views import NARROW, shown
from tests.browser.watched import Watched

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def network(page: Page, served: str, ids: dict[str, str]) -> Page:
    """Give the network around the group."""
    shown(page, f"{served}/app/network?about={ids['group']}")
    page.wait_for_selector(".drawing .sheet")
    return page


def rows(page: Page) -> int:
    return page.locator("table tbody tr").count()


def test_a_network_is_walked_by_arrow_keys_and_the_address_keeps_where_one_is(network: Page):
    network.locator(".drawing .canvas").focus()
    network.keyboard.press("ArrowRight")
    aside = network.get_by_role("complementary", name="What is chosen")
    expect(aside.get_by_role("heading", level=2)).to_contain_text("Al-Liwa Network (not listed)")
    network.keyboard.press("ArrowRight")
    expect(aside.get_by_role("heading", level=2)).not_to_contain_text("Al-Liwa Network (not")
    assert "at=e-" in network.url
    heading = aside.get_by_role("heading", level=2).inner_text()
    network.reload()
    expect(aside.get_by_role("heading", level=2)).to_have_text(heading)
    network.locator(".drawing .canvas").focus()
    network.keyboard.press("Escape")
    expect(aside).to_contain_text("Choose a party or a line")


def test_a_line_opens_its_sentences_with_who_says_and_who_denies(
    network: Page, ids: dict[str, str]
):
    network.locator("table tbody tr").filter(has_text="contested").first.wait_for()
    end = network.evaluate(
        """async (group) => {
          const told = await (await fetch(`/api/v1/network?about=${group}`)).json();
          const line = told.edges.find((edge) => edge.status === "contested");
          return [line.source, line.target].sort().join("~");
        }""",
        ids["group"],
    )
    network.goto(f"{network.url}&at={end}", wait_until="networkidle")
    aside = network.get_by_role("complementary", name="What is chosen")
    expect(aside.get_by_text("denied by Sarband Authority").first).to_be_visible()
    expect(aside.get_by_role("heading", name="Said not to be so").first).to_be_visible()
    expect(aside.locator("blockquote.negative").first).to_contain_text("Nobody connected to the")
    expect(aside.locator("figcaption a").first).to_have_attribute("href", re.compile("/claims/"))


def test_several_parties_are_expanded_and_let_go_again(network: Page):
    begun = rows(network)
    network.locator(".drawing .canvas").focus()
    network.keyboard.press("ArrowRight")
    for _ in range(2):  # the group itself shows all it has; its neighbours have more
        network.keyboard.press("ArrowDown")
        with network.expect_response("**/api/v1/network?*"):
            network.keyboard.press("Enter")
        network.wait_for_timeout(300)
    assert network.get_by_role("alert").count() == 0
    expect(network.locator("table tbody tr").nth(begun)).to_be_visible()
    assert "expand=e-" in network.url
    for _ in range(2):
        network.go_back()
    expect(network.locator("table tbody tr")).to_have_count(begun)


def test_what_a_filter_leaves_out_is_gone_from_drawing_table_and_file(network: Page):
    begun = rows(network)
    network.get_by_label("Status").select_option("denied")
    expect(network.locator("table tbody tr")).not_to_have_count(begun)
    statuses = network.locator("table tbody .status").all_inner_texts()
    assert {status.split("\n")[-1] for status in statuses} == {"denied"}
    with network.expect_download() as table:
        network.get_by_role("link", name="CSV").click()
    told = list(csv.DictReader(io.StringIO(table.value.path().read_text(encoding="utf-8"))))
    assert {row["status"] for row in told} == {"denied"}
    assert all(row["denied_by"] for row in told)


def test_a_network_is_taken_out_as_pictures_that_stand_by_themselves(network: Page):
    with network.expect_download() as svg:
        network.get_by_role("button", name="SVG").click()
    root = fromstring(svg.value.path().read_text(encoding="utf-8"))
    words = [text.text or "" for text in root.iter(f"{SVG}text")]
    assert "(not listed)" in words
    assert any(word.startswith("Network around Al-Liwa Network (not listed)") for word in words)
    assert any(word.startswith("† Invented for the Sayso demonstration") for word in words)
    assert any(word.startswith("Not drawn: ") for word in words)
    dashes = {path.get("stroke-dasharray") for path in root.iter(f"{SVG}path")}
    assert {"9 5", "2 4", None} <= dashes
    titles = [title.text or "" for title in root.iter(f"{SVG}title")]
    assert any("Al-Liwa Network (not listed)" in title for title in titles)
    with network.expect_download() as png:
        network.get_by_role("button", name="PNG").click()
    picture = Image.open(png.value.path())
    assert picture.width == 2560
    assert len(picture.convert("RGB").resize((320, 225)).getcolors(100_000) or ()) > 50


def test_without_a_beginning_a_network_offers_some(page: Page, served: str):
    shown(page, f"{served}/app/network")
    page.locator(".begin a").first.click()
    expect(page.locator(".drawing .sheet")).to_be_visible()


def test_a_finding_leads_to_the_network_of_its_ends(page: Page, served: str, ids: dict[str, str]):
    shown(page, f"{served}/app/findings/{ids['finding']}")
    page.get_by_role("link", name="Network", exact=True).last.click()
    expect(page.locator(".drawing .sheet")).to_be_visible()
    assert page.get_by_role("alert").count() == 0


def test_a_network_without_a_graphics_card_is_told_by_its_table(
    watched: Watched, served: str, ids: dict[str, str]
):
    page = watched.page()
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    shown(page, f"{served}/app/network?about={ids['group']}")
    expect(page.get_by_text("This browser draws no network")).to_be_visible()
    assert rows(page) > 5


def test_a_province_is_chosen_by_key_and_says_who_says_so(
    page: Page, served: str, ids: dict[str, str]
):
    shown(page, f"{served}/app/map?about={ids['group']}")
    page.get_by_role("button", name=re.compile("^Ghazni: ")).focus()
    page.keyboard.press("Space")
    aside = page.get_by_role("complementary", name="The province that is chosen")
    expect(aside.get_by_role("heading")).to_have_text("Ghazni (AF-GHA)")
    assert "province=AF-GHA" in page.url
    expect(page.get_by_text("Boundaries: Natural Earth")).to_be_visible()
    expect(page.get_by_role("list", name="What the map means")).to_contain_text("contested")


def test_numbers_of_a_small_map_can_be_read(watched: Watched, served: str, ids: dict[str, str]):
    page = watched.page(width=NARROW)
    shown(page, f"{served}/app/map?about={ids['group']}")
    number = page.locator(".provinces .number").first
    expect(number).to_be_visible()
    page.wait_for_timeout(300)
    assert number.bounding_box()["height"] >= 12


def test_times_are_walked_by_arrow_keys_and_one_is_read_in_its_words(page: Page, served: str):
    shown(page, f"{served}/app/timeline")
    page.locator(".lanes .span[tabindex='0']").focus()
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowDown")
    lane = page.evaluate("document.activeElement.closest('.lane').getAttribute('aria-label')")
    assert first != second
    assert lane != page.locator(".lane").first.get_attribute("aria-label")
    page.keyboard.press("Enter")
    chosen = page.get_by_role("complementary", name="The claim that is chosen")
    expect(chosen.locator("blockquote")).to_be_visible()
    expect(chosen.get_by_role("link", name="who else says so")).to_be_visible()
    page.get_by_role("textbox", name="From").fill("2030-01-01")
    expect(
        page.get_by_text("are of other days").or_(page.get_by_text("give another"))
    ).to_be_visible()


def test_of_a_long_table_only_what_is_near_is_drawn_and_keys_reach_the_rest(
    page: Page, served: str
):
    rows_told = [
        {"number": n, "kind": "addition", "about": f"d-{n}", "at": "2026-01-01T00:00:00+00:00"}
        for n in range(500)
    ]
    told = page.request.get(f"{served}/api/v1/log?limit=1").json()
    [row] = told["results"]
    many = [{**row, "number": one["number"]} for one in rows_told]
    page.route("**/api/v1/log?*", lambda route: route.fulfill(json={**told, "results": many}))
    page.route("**/api/v1/log", lambda route: route.fulfill(json={**told, "results": many}))
    shown(page, f"{served}/app/log")
    expect(page.locator("table")).to_have_attribute("aria-rowcount", "501")
    assert 50 <= page.locator("tr[data-row]").count() < 300
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.locator("tr[data-row='499']")).to_be_visible()
    for _ in range(3):
        page.keyboard.press("j")
    expect(page.locator("tr[data-row='2']")).to_be_in_viewport()
