"""A brief is composed, put in order and reworded; it loses neither citations nor faults."""

import json
import re
from pathlib import Path

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from sayso.briefing import read_outline
from tests.browser.watched import Watched


def begun(page: Page, served: str, scope: str = "region=AF-GHA") -> None:
    """Begin an outline of a brief."""
    page.goto(f"{served}/app/brief?{scope}")
    page.get_by_role("article", name="The brief").wait_for()
    page.keyboard.press("e")
    page.get_by_label("Its name").fill("Ghazni in May")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text("Kept in outlines/Ghazni in May.txt")).to_be_visible()


def kept(served: str) -> dict:
    told: dict = httpx.get(f"{served}/api/v1/outlines/Ghazni in May", timeout=60).json()
    return told


def ids_of(outline: dict) -> list[str]:
    lines = [x for s in outline["sections"] for p in s["paragraphs"] for x in p]
    return [one["id"] for line in lines for one in line["rests_on"]]


def test_the_words_behind_a_sentence_are_one_click_away_and_their_place_two(
    page: Page, served: str
):
    page.goto(f"{served}/app/brief?region=AF-GHA")
    page.get_by_role("button", name="Footnote 1", exact=True).first.click()
    note = page.get_by_role("note")
    expect(note).to_contain_text("training camps")
    note.get_by_role("link").click()
    expect(page).to_have_url(re.compile("/app/claims/c-"))


def test_a_final_brief_names_each_line_that_stands_against_it(served: str, watched: Watched):
    page = watched.page()
    page.goto(f"{served}/app/brief?region=AF-GHA")
    page.get_by_label("Final").check()
    refusal = page.get_by_role("alert")
    expect(refusal).to_contain_text("It cannot be final yet")
    refusal.get_by_text(re.compile("^The .* lines?$")).click()
    expect(refusal.get_by_role("link", name=re.compile("^f-")).first).to_be_visible()
    expect(page.get_by_role("article", name="The brief")).to_contain_text("nobody signed")
    page.get_by_role("button", name="PDF").click()
    expect(page.get_by_role("dialog")).to_contain_text("cannot be final")
    watched.faults.clear()  # the 400 is said on the console


def test_an_outline_is_put_in_order_by_keys_and_keeps_its_citations(own: str, page: Page):
    begun(page, own, "most=10")
    before = ids_of(kept(own))
    first = page.locator("[data-block]").first
    first.focus()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.get_by_text(re.compile("^Now 2 of "))).to_be_attached()
    expect(page.get_by_text(re.compile("^Kept in"))).to_be_visible()
    page.wait_for_timeout(1_500)
    after = ids_of(kept(own))
    assert after == [before[1], before[0], *before[2:]]
    page.locator("h1").focus()
    page.keyboard.press("u")
    page.wait_for_timeout(2_000)
    assert ids_of(kept(own)) == before


def test_a_block_is_dragged_to_another_place(own: str, page: Page):
    begun(page, own, "most=10")
    before = ids_of(kept(own))
    grip = page.locator(".grip").first
    grip.drag_to(page.locator("[data-block]").nth(2), target_position={"x": 40, "y": 5})
    page.wait_for_timeout(2_000)
    assert ids_of(kept(own)) == [before[1], before[0], *before[2:]]


def test_a_sentence_is_reworded_its_faults_stand_beside_it_and_its_citations_stay(
    own: str, page: Page
):
    begun(page, own)
    page.get_by_role("button", name="In my own words").click()
    first = page.get_by_label("Sentence of your own").first
    first.fill("It is certain that the Network has camps.")
    line = page.locator("[data-line]").first
    expect(line).to_contain_text("surer than the finding")
    expect(line.get_by_role("link", name=re.compile("^claim "))).to_have_count(1)
    first.fill("Member States, according to the Panel, spoke of “up to eight new training camps”.")
    expect(line.locator(".faults")).to_have_count(0)
    brief = page.get_by_role("article", name="The brief")
    expect(brief).to_contain_text("Member States, according to the Panel, spoke of")
    expect(brief).to_contain_text("denied")
    page.wait_for_timeout(1_500)
    page.reload()
    expect(page.get_by_label("Sentence of your own").first).to_have_value(
        re.compile("^Member States")
    )
    with page.expect_download() as file:
        page.get_by_role("link", name="Outline as a file").click()
    read = read_outline(file.value.path().read_text("utf-8"), "outline.txt")
    assert read.sections[0].paragraphs[0][0].claims


def test_a_sentence_that_rests_on_nothing_is_told_and_the_rest_still_reads(own: str, page: Page):
    begun(page, own)
    page.get_by_role("button", name="Add a sentence of your own").click()
    page.get_by_label("Sentence of your own").fill("Nothing backs this.")
    expect(page.locator(".own")).to_contain_text("Rests on nothing")
    expect(page.get_by_role("alert")).to_contain_text("left out below")
    expect(page.get_by_role("article", name="The brief")).to_contain_text("denied")
    page.get_by_role("button", name="Say what it rests on").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("checkbox").first.check()
    dialog.get_by_role("button", name="Take these 1").click()
    expect(page.locator(".own")).not_to_contain_text("Rests on nothing")


def test_two_who_work_on_one_outline_do_not_write_over_each_other(own: str, watched: Watched):
    page, other = watched.page(), watched.page()
    begun(page, own)
    other.goto(f"{own}/app/brief/outlines/Ghazni%20in%20May")
    page.get_by_label("Title of the brief").fill("Mine")
    expect(page.get_by_text(re.compile("^Kept in"))).to_be_visible()
    page.wait_for_timeout(1_500)
    other.get_by_label("Title of the brief").fill("Theirs")
    expect(other.get_by_text("was changed meanwhile")).to_be_visible()
    other.get_by_role("button", name=re.compile("^Open theirs")).click()
    expect(other.get_by_label("Title of the brief")).to_have_value("Mine")
    assert kept(own)["title"] == "Mine"
    watched.faults.clear()  # the 409 is said on the console


@pytest.mark.parametrize("form", ["PDF", "DOCX", "Markdown", "JSON"])
def test_a_brief_is_taken_out_in_each_form(page: Page, served: str, form: str):
    page.goto(f"{served}/app/brief?region=AF-GHA")
    with page.expect_download(timeout=60_000) as file:
        page.get_by_role("button", name=form, exact=True).click()
    content = file.value.path().read_bytes()
    begins = {"PDF": b"%PDF-1.7", "DOCX": b"PK", "Markdown": b"# Who says", "JSON": b"{"}
    assert content.startswith(begins[form])
    if form == "JSON":
        assert json.loads(content)["annexes"]


def test_the_next_issue_says_what_changed(page: Page, served: str, tmp_path: Path):
    issue = tmp_path / "first.json"
    told = httpx.get(f"{served}/api/v1/brief.json?region=AF-GHA", timeout=60).json()
    told["sections"][1]["paragraphs"][0]["lines"][0]["status"] = "asserted"
    issue.write_text(json.dumps(told), encoding="utf-8")
    page.goto(f"{served}/app/brief?region=AF-GHA")
    page.get_by_label("Compare with an earlier issue…").set_input_files(issue)
    changed = page.get_by_role("region", name="What changed")
    expect(changed).to_contain_text("was asserted, is now contested")


def test_findings_are_picked_by_hand_and_the_address_keeps_them(page: Page, served: str):
    page.goto(f"{served}/app/brief")
    page.get_by_role("button", name="Pick findings").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("checkbox").nth(0).check()
    dialog.get_by_role("checkbox").nth(1).check()
    dialog.get_by_role("button", name="Take these 2").click()
    expect(page).to_have_url(re.compile(r"findings=f-\w+%2Cf-\w+"))
    expect(page.get_by_role("article", name="The brief")).to_contain_text("findings picked by hand")


def test_an_export_leaves_out_what_one_says_and_tells_how_many(page: Page, served: str):
    page.goto(f"{served}/app/export")
    page.get_by_role("checkbox", name="contested", exact=True).uncheck()
    expect(page.get_by_text(re.compile("are left out with their claims"))).to_be_visible()
    with page.expect_download(timeout=60_000) as file:
        page.get_by_role("button", name="GeoJSON").click()
    told = json.loads(file.value.path().read_text("utf-8"))
    assert told["features"]
    assert "contested" not in {one["properties"]["status"] for one in told["features"]}
    expect(page.get_by_role("dialog")).to_contain_text("left out: ")


@pytest.mark.parametrize("screen", [("light", 1440), ("dark", 390)], ids=str)
def test_the_editor_is_whole_and_accessible(own: str, watched: Watched, screen: tuple[str, int]):
    page = watched.page(scheme=screen[0], width=screen[1])
    begun(page, own)
    page.get_by_role("button", name="In my own words").click()
    page.get_by_label("Sentence of your own").first.fill("It is certain.")
    page.locator(".faults").first.wait_for()
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) == 0
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
