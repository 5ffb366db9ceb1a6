"""Findings: each carrier once, found by words, in their own time, counted as they are listed."""

import re

import httpx
from playwright.sync_api import Page, Route, expect

from tests.browser.acting import added


def test_two_claims_on_the_same_words_of_one_document_are_one_line(
    page: Page, served: str, ids: dict[str, str]
):
    def doubled(route: Route) -> None:
        whole = route.fetch().json()
        evidence = whole["why"]["roots"][0]["evidence"]
        evidence.insert(1, {**evidence[0], "claim": "c-00000000-9"})
        evidence.insert(2, {**evidence[0], "claim": "c-00000000-8", "locator": "p. 999"})
        route.fulfill(json=whole)

    page.goto(f"{served}/app/findings/{ids['finding']}")
    lines = page.locator("main .columns .evidence .from")
    expect(lines.first).to_be_visible()
    before = lines.count()
    page.route(f"**/api/v1/findings/{ids['finding']}", doubled)
    page.reload()
    expect(lines.filter(has_text="p. 999")).to_have_count(1)
    expect(lines).to_have_count(before + 1)


def test_findings_are_found_by_words_that_the_address_keeps(page: Page, own: str):
    added(own, "note.txt", "Gul Rahim leads the Ostan Movement in Ghazni.\n")
    page.goto(f"{own}/app/findings?unsure=true")
    expect(page.locator("table")).to_be_visible()
    page.get_by_label("Words").fill("OSTAN gul")
    expect(page.get_by_role("table")).to_contain_text("1 findings")
    expect(page).to_have_url(re.compile(r"q=OSTAN\+gul"))
    page.reload()
    expect(page.get_by_label("Words")).to_have_value("OSTAN gul")
    expect(page.locator("table tbody tr")).to_have_count(1)
    page.get_by_label("Words").fill("nobody named so")
    expect(page.get_by_text("No finding is like that")).to_be_visible()


def test_a_finding_leads_to_its_own_times_and_from_there_to_those_of_its_party(
    page: Page, served: str
):
    lanes = httpx.get(f"{served}/api/v1/timeline", timeout=60).json()["lanes"]
    spans = [span for lane in lanes for span in lane["spans"] if span["finding"]]
    knowing = [httpx.get(f"{served}/api/v1/findings/{s['finding']}", timeout=60) for s in spans[:9]]
    finding = next(one["id"] for one in (k.json()["finding"] for k in knowing) if one["subject"])
    page.goto(f"{served}/app/findings/{finding}")
    page.locator("main").get_by_role("link", name="Timeline", exact=True).click()
    expect(page).to_have_url(re.compile(f"finding={finding}$"))
    told = httpx.get(f"{served}/api/v1/timeline?finding={finding}", timeout=60).json()
    own = sum(len(lane["spans"]) for lane in told["lanes"])
    expect(page.locator("main table tbody tr")).to_have_count(own)
    expect(page.get_by_text("Only the claims of one finding")).to_be_visible()
    page.get_by_role("link", name=re.compile("^All times of ")).click()
    expect(page).to_have_url(re.compile("about=e-"))
    expect(page.get_by_text("Only the claims of one finding")).to_have_count(0)


def test_the_number_beside_findings_is_that_of_its_list_and_says_what_it_counts(
    page: Page, served: str
):
    page.goto(f"{served}/app/findings")
    link = page.locator(".rail").get_by_role("link", name="Findings")
    number = link.locator(".count").inner_text()
    expect(page.get_by_role("table")).to_contain_text(f"{number} findings")
    assert "without those that wait in review" in link.get_attribute("title")
