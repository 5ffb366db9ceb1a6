"""A new analyst finds a contested finding, reads both sides, decides, and takes a brief out."""

import re

from playwright.sync_api import Page, expect


def accepted(page: Page, name: str) -> None:
    """Accept what is shown first, with a reason and a name."""
    page.get_by_role("button", name=re.compile("^Accept")).first.click()
    page.get_by_label("Reason").fill("read in its words")
    page.get_by_label("Signed by").fill(name)
    page.get_by_role("dialog").get_by_role("button", name="Accept").click()


def reads_both_sides(page: Page) -> None:
    """Read who says so, who denies it, and when."""
    said = page.get_by_role("region", name="Said", exact=True)
    expect(said).to_contain_text("Panel on Regional Sanctions Observance")
    not_so = page.get_by_role("region", name="Said not to be so")
    expect(not_so).to_contain_text("Nobody connected to the Al-Liwa Network is in Afghanistan")
    expect(not_so).to_contain_text("a party concerned, counted apart")
    days = page.locator("section[aria-labelledby=in-time] td:first-child .day").all_inner_texts()
    assert days == sorted(days)
    assert {"2024-05-20", "2024-05-23"} <= set(days)


def sees_where_and_when(page: Page) -> None:
    """Go to the map, on which the province is chosen, and to the timeline, and back."""
    page.locator("main").get_by_role("link", name="Map", exact=True).click()
    expect(page.get_by_role("button", name=re.compile("^Ghazni: "))).to_be_visible()
    chosen = page.get_by_label("The province that is chosen")
    expect(chosen.get_by_role("heading")).to_contain_text("Ghazni")
    page.go_back()
    page.locator("main").get_by_role("link", name="Timeline", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Timeline")
    page.go_back()


def checks_the_lists(page: Page) -> None:
    """See that the group is not listed, and on what that rests."""
    page.locator("main").get_by_role("link", name="Al-Liwa Network").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("(not listed)")
    page.get_by_role("tab", name="Lists").click()
    expect(page.get_by_role("tabpanel")).to_contain_text("compared with every entry of un@")
    page.go_back()


def decides(page: Page) -> None:
    """Accept the reading, and say what one thinks of the matter: two things."""
    accepted(page, "A. Analyst")
    expect(page.get_by_text("As a whole accepted by A. Analyst")).to_be_visible()
    page.get_by_role("button", name="Assess").click()
    page.get_by_label("How likely is it?").select_option("likely")
    page.get_by_label("Reason").fill("a panel says so, the party concerned denies it")
    page.get_by_role("dialog").get_by_role("button", name="Assess").click()
    expect(page.locator("main")).to_contain_text("Our assessment: likely (55 to 80 %)")


def test_a_new_analyst_finds_reads_checks_decides_and_writes(page: Page, own: str):
    page.goto(f"{own}/app/")
    page.get_by_role("link", name=re.compile("contested findings")).click()
    page.get_by_role("link", name=re.compile("operates .* in Ghazni")).first.click()
    reads_both_sides(page)
    sees_where_and_when(page)
    checks_the_lists(page)
    decides(page)

    page.goto(f"{own}/app/brief")
    expect(page.get_by_text("DRAFT, NOT REVIEWED").first).to_be_visible()
    with page.expect_download() as brief:
        page.get_by_role("button", name="HTML").click()
    assert "Al-Liwa Network (not listed)" in brief.value.path().read_text(encoding="utf-8")


def test_two_tabs_that_decide_on_one_claim_do_not_pass_each_other_over(page: Page, own: str):
    page.goto(f"{own}/app/documents")
    page.get_by_role("link", name=re.compile("^Seventh report")).click()
    page.locator(".claim .says").first.click()
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.get_by_role("button", name=re.compile("^Accept")).first).to_be_visible()
    accepted(page, "A. First")
    accepted(other, "B. Second")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(other.get_by_role("alert")).to_contain_text("A. First")


def test_claims_are_walked_and_decided_by_keys(page: Page, own: str):
    page.goto(f"{own}/app/documents")
    page.get_by_role("link", name=re.compile("^Seventh report")).click()
    page.wait_for_selector(".claim")
    page.keyboard.press("j")
    expect(page.locator("mark.at").first).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.type("read in its words")
    page.get_by_label("Signed by").fill("A. Analyst")
    page.keyboard.press("Enter")
    expect(page.get_by_text("accepted by A. Analyst")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("next claim")


def test_a_document_is_added_and_read_with_its_offsets_right(page: Page, own: str):
    text = "😀 سلام. The Kandor Front said that it had no camps in Kunar.\n"
    page.goto(f"{own}/app/add")
    page.set_input_files(
        "input[type=file]",
        {"name": "note.txt", "mimeType": "text/plain", "buffer": text.encode()},
    )
    page.get_by_role("link", name="note.txt").click(timeout=120_000)
    page.wait_for_selector(".passage")
    marks = page.locator(".passage mark").all_inner_texts()
    assert all(mark in text for mark in marks)
    assert any("camps" in mark for mark in marks)


def test_without_a_project_the_page_teaches(page: Page, empty: str):
    page.goto(f"{empty}/app/")
    expect(page.get_by_text("Nothing is held yet")).to_be_visible()
    expect(page.get_by_text("sayso demo")).to_be_visible()


def test_an_alert_is_cleared_with_a_reason_and_stays_away(page: Page, own: str):
    page.goto(f"{own}/app/screening?q=Abdul%20Aziz%20Abbasin")
    page.get_by_role("button", name="Not this entry").first.click()
    page.get_by_label("Reason").fill("born in 1990, by his passport")
    page.get_by_label("Signed by").fill("A. Officer")
    page.get_by_role("dialog").get_by_role("button", name="Not this entry").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    apart = page.get_by_role("region", name="Set apart before")
    expect(apart).to_contain_text("un:TAi.155")
