"""Reading a document beside its claims: hover and click both ways, other words, listing reasons."""

import csv
import io
import re

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.acting import added, marked, signed

DARI = "جبههٔ کندر"
TEXT = (
    f"😀 {DARI} met in Kabul. The Kandor Front said that it had no camps in Kunar 😀 after 2021.\n"
    "The Kandor Front leads the Ostan Movement in Ghazni.\n"
)


def claims(address: str, document: str) -> list[dict]:
    answer = httpx.get(f"{address}/api/v1/claims?document={document}", timeout=60)
    found: list[dict] = answer.raise_for_status().json()["results"]
    return found


def denial(address: str, document: str) -> dict:
    return next(c for c in claims(address, document) if "camps" in c["text"])


def test_other_words_are_marked_with_the_mouse_and_taken_by_code_points(page: Page, own: str):
    document = added(own, "note.txt", TEXT)
    claim = denial(own, document)
    page.goto(f"{own}/app/documents/{document}?claim={claim['id']}")
    expect(page.locator(".claim.at")).to_be_visible()
    page.keyboard.press("e")
    words = page.get_by_role("group", name="Words of the claim")
    expect(words.locator("mark")).to_have_text(claim["text"])
    expect(page).to_have_url(re.compile("edit=words"))
    marked(page, "it had no camps in Kunar 😀")
    expect(words.locator("mark")).to_have_text("it had no camps in Kunar 😀")
    page.keyboard.press("Enter")
    signed(page, "Set right", by="A. Analyst", reason="the sign belongs to it")
    expect(page.locator(".passage mark.at")).to_have_text("it had no camps in Kunar 😀")
    after = denial(own, document)
    start = TEXT.index("it had no")
    place = (start, start + len("it had no camps in Kunar 😀"))
    assert (after["start"], after["end"]) == place
    assert after["edits"][0]["changes"] == {"words": f"{place[0]}-{place[1]}"}

    page.keyboard.press("u")
    signed(page, "Take back", by="A. Analyst", reason="it does not")
    expect(page.locator(".passage mark.at")).to_have_text(claim["text"])
    assert denial(own, document)["start"] == claim["start"]
    log = httpx.get(f"{own}/api/v1/log?about={claim['id']}", timeout=60).json()["results"]
    assert {row["judgement"]["verdict"] for row in log} >= {"edit"}


@pytest.mark.parametrize(
    "words",
    ["it had no camps in درهٔ کنر و", "it had no camps in درهٔ کنر و پنجشیر 😀"],
    ids=["into them", "over them"],
)
def test_words_that_run_to_the_left_are_marked_with_the_mouse_and_taken_as_they_are_written(
    page: Page, own: str, words: str
):
    said = "The Kandor Front said that it had no camps in درهٔ کنر و پنجشیر 😀 after 2021."
    beside = "The Kandor Front leads the Ostan Movement in Ghazni. Nobody else was heard on this."
    text = f"😀 {DARI} met in Kabul. {said}\n{beside}\n"
    document = added(own, "note.txt", text)
    claim = denial(own, document)
    page.goto(f"{own}/app/documents/{document}?claim={claim['id']}&edit=words")
    box = page.get_by_role("group", name="Words of the claim")
    expect(box.locator("mark")).to_have_text(claim["text"])
    marked(page, words)
    expect(box.locator("mark")).to_have_text(words)
    page.keyboard.press("Enter")
    signed(page, "Set right", by="A. Analyst", reason="the valley is named")
    after = denial(own, document)
    start = text.index(words)
    assert (after["start"], after["end"]) == (start, start + len(words))
    assert after["text"] == words


def test_other_words_are_chosen_by_keys_and_what_carries_the_claim_cannot_be_left_out(
    page: Page, own: str
):
    document = added(own, "note.txt", TEXT)
    claim = denial(own, document)
    page.goto(f"{own}/app/documents/{document}?claim={claim['id']}&edit=words")
    words = page.get_by_role("group", name="Words of the claim")
    expect(words).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(words.locator("mark")).to_have_text("it had no camps in Kunar 😀 after")
    page.keyboard.press("ArrowRight")
    expect(words.locator("mark")).to_have_text("it had no camps in Kunar 😀 after 2021.")
    for _ in range(20):
        page.keyboard.press("Shift+ArrowRight")
    expect(words.get_by_role("status")).to_contain_text("which carries the claim")
    expect(words.get_by_role("button", name="Take these words")).to_be_disabled()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(words).to_have_count(0)


def test_words_and_cards_light_up_and_lead_to_each_other(page: Page, own: str):
    document = added(own, "note.txt", TEXT)
    page.goto(f"{own}/app/documents/{document}")
    mark, card = page.locator(".passage mark").first, page.locator(".claim").first
    card.hover()
    expect(mark).to_have_attribute("data-near", "")
    page.locator("h1").hover()
    mark.hover()
    expect(card).to_have_attribute("data-near", "")
    mark.click()
    expect(card).to_have_attribute("aria-current", "true")
    page.keyboard.press("j")
    expect(page.locator(".claim").nth(1)).to_have_attribute("aria-current", "true")
    page.locator(".claim .says").first.click()
    expect(mark).to_have_class(re.compile("at"))


def test_enter_is_the_buttons_where_one_has_the_focus(page: Page, own: str):
    document = added(own, "note.txt", TEXT)
    page.goto(f"{own}/app/documents/{document}?claim={denial(own, document)['id']}")
    page.get_by_role("button", name="Reject").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("Reject as misread")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_boxes_on_a_page_are_buttons_that_choose_their_claim(page: Page, served: str):
    found = httpx.get(f"{served}/api/v1/documents?q=Seventh%20report", timeout=60).json()
    report = found["results"][0]["id"]
    page.goto(f"{served}/app/documents/{report}?as=pages")
    box = page.get_by_role("button", name=re.compile("operates")).first
    box.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".claim.at .facts")).to_be_visible()
    expect(page.locator(".sheet g.at")).not_to_have_count(0)


def test_a_claim_shows_how_its_parties_stand_to_the_lists_and_why(page: Page, served: str):
    found = httpx.get(f"{served}/api/v1/claims?entity=QDe.115&limit=1", timeout=60).json()
    claim = found["results"][0]
    page.goto(f"{served}/app/documents/{claim['document']['id']}?claim={claim['id']}")
    page.get_by_text("Why QDe.115").first.click()
    expect(page.get_by_text("type agrees").first).to_be_visible()


@pytest.mark.parametrize("path", ["documents", "entities", "findings", "log", "contradictions"])
def test_every_choice_of_every_filter_is_one_that_the_server_knows(
    page: Page, served: str, path: str
):
    page.goto(f"{served}/app/{path}")
    expect(page.locator("table, article").first).to_be_visible()
    for filter_ in page.locator(".filters select").all():
        for value in filter_.locator("option").evaluate_all("all => all.map(one => one.value)"):
            filter_.select_option(value)
            page.wait_for_timeout(350)
            page.wait_for_load_state("networkidle")
            expect(page.get_by_role("alert")).to_have_count(0)
        filter_.select_option(index=0)


def test_a_comparison_is_a_table_too_and_the_address_keeps_which(
    page: Page, served: str, ids: dict[str, str]
):
    page.goto(f"{served}/app/compare?secondary={ids['account']}&primary={ids['report']}")
    slots = page.locator("main .card h3")
    expect(slots.first).to_be_visible()
    count = slots.count()
    page.keyboard.press("v")
    expect(page).to_have_url(re.compile("as=table"))
    rows = page.locator("main table tbody tr")
    expect(rows).to_have_count(count)
    expect(slots).to_have_count(0)
    with page.expect_download() as table:
        page.get_by_role("link", name="CSV").click()
    assert len(list(csv.DictReader(io.StringIO(table.value.path().read_text("utf-8"))))) == count
    page.reload()
    expect(rows).to_have_count(count)
    page.keyboard.press("j")
    page.keyboard.press("o")
    expect(page).to_have_url(re.compile("/claims/c-"))
