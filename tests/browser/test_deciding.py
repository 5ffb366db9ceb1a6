"""Deciding in the browser: several at once, taken back, by two people; and weighing hypotheses."""

import re

import httpx
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.acting import signed
from tests.browser.watched import Watched


def judgements(address: str) -> list[dict]:
    found: list[dict] = httpx.get(f"{address}/api/v1/judgements?limit=500", timeout=60).json()[
        "results"
    ]
    return found


def test_what_is_shown_is_accepted_and_nothing_else_and_what_another_decided_is_left_alone(
    watched: Watched, own: str
):
    page = watched.page()
    page.goto(f"{own}/app/review?kind=tie%20read%20unsurely")
    button = page.get_by_role("button", name=re.compile(r"^Accept the \d+ shown$"))
    shown = httpx.get(f"{own}/api/v1/review?kind=tie%20read%20unsurely", timeout=60).json()
    many = len(shown["results"])
    assert many > 1
    expect(button).to_have_text(f"Accept the {many} shown")
    first = shown["results"][0]["about"]
    theirs = {"about": first, "verdict": "reject", "by": "B. Second", "reason": "misread"}
    httpx.post(f"{own}/api/v1/judgements", json=theirs, timeout=60).raise_for_status()

    button.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Reason").fill("each read in its words")
    dialog.get_by_label("Signed by").fill("A. First")
    dialog.get_by_role("button", name=f"Accept the {many} shown").click()
    expect(dialog.get_by_role("alert")).to_contain_text(f"{many - 1} of {many} are decided")
    expect(dialog.get_by_role("alert")).to_contain_text("rejected as misread by B. Second")
    made = judgements(own)
    assert [row["judgement"]["by"] for row in made if row["judgement"]["about"] == first] == [
        "B. Second"
    ]
    assert {row["judgement"]["about"] for row in made} == {r["about"] for r in shown["results"]}
    watched.faults.clear()  # the browser itself notes a 409


def test_the_queue_is_walked_decided_and_taken_back_by_keys(page: Page, own: str):
    page.goto(f"{own}/app/review?kind=about%20a%20person")
    expect(page.locator(".queue > li").first).to_have_attribute("aria-current", "true")
    page.keyboard.press("j")
    expect(page.locator(".queue > li").nth(1)).to_have_attribute("aria-current", "true")
    expect(page).to_have_url(re.compile("at=f-"))
    page.reload()
    expect(page.locator(".queue > li").nth(1)).to_have_attribute("aria-current", "true")
    page.keyboard.press("x")
    page.keyboard.type("another person")
    page.get_by_label("Signed by").fill("A. Analyst")
    page.keyboard.press("Enter")
    expect(page.locator(".toast")).to_contain_text("rejected as misread by A. Analyst")
    page.keyboard.press("x")  # the reason and the name are offered again
    expect(page.get_by_label("Reason")).to_have_value("another person")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("u")
    page.keyboard.type("it was not")
    page.keyboard.press("Enter")
    expect(page.locator(".toast")).to_have_count(0)
    assert [row["judgement"]["verdict"] for row in judgements(own)] == ["undo", "reject", "reject"]


def test_g_and_a_letter_lead_anywhere_and_a_stroke_to_the_search(page: Page, served: str):
    page.goto(f"{served}/app/findings")
    expect(page.locator("table")).to_be_visible()
    page.keyboard.press("g")
    expect(page.locator(".rail kbd", has_text="l").first).to_be_visible()
    page.keyboard.press("l")
    expect(page.get_by_role("heading", level=1)).to_have_text("Log")
    page.keyboard.press("/")  # leads to the search from anywhere
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("Ostan")
    expect(page.locator("#search")).to_have_value("Ostan")


def test_who_comes_second_is_told_and_may_decide_all_the_same(watched: Watched, own: str):
    page = watched.page()
    finding = httpx.get(f"{own}/api/v1/findings?status=contested", timeout=60).json()["results"][0]
    page.goto(f"{own}/app/findings/{finding['id']}")
    page.get_by_role("button", name="Accept Enter").click()
    theirs = {"about": finding["id"], "verdict": "reject", "by": "B. Second", "reason": "misread"}
    httpx.post(f"{own}/api/v1/judgements", json=theirs, timeout=60).raise_for_status()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Reason").fill("read in its words")
    dialog.get_by_label("Signed by").fill("A. First")
    dialog.get_by_role("button", name="Accept").click()
    expect(dialog.get_by_role("alert")).to_contain_text("rejected as misread by B. Second")
    assert len(judgements(own)) == 1
    dialog.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert [row["judgement"]["by"] for row in judgements(own)] == ["A. First", "B. Second"]
    watched.faults.clear()  # the browser itself notes a 409


def opened(page: Page, own: str) -> str:
    """Open a question with three answers, and give its address."""
    page.goto(f"{own}/app/hypotheses")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hypotheses")
    page.keyboard.press("n")
    page.get_by_label("The question").fill("Does the network run camps? 😀")
    answers = "It does\nIt does not\n<b>Nobody</b> does"
    page.get_by_label(re.compile("possible answers")).fill(answers)
    signed(page, "Open a question", by="A. Analyst", reason="the panel asks")
    expect(page.get_by_role("heading", level=1)).to_have_text("Does the network run camps? 😀")
    expect(page.get_by_text("<b>Nobody</b> does")).to_be_visible()
    return page.url


def rated(page: Page, button: str, ratings: dict[str, str], by: str) -> None:
    """Rate the first evidence from one of its cells."""
    page.get_by_role("button", name=button).click()
    assert Axe().run(page).violations_count == 0  # of the dialog
    for hypothesis, rating in ratings.items():
        page.get_by_label(re.compile(f"^{hypothesis}")).select_option(rating)
    signed(page, "Rate E1", by=by, reason="it says so")


def test_a_question_is_opened_weighed_changed_and_closed(page: Page, own: str):
    matrix = opened(page, own)
    finding = httpx.get(f"{own}/api/v1/findings?status=contested", timeout=60).json()["results"][0]
    page.goto(f"{own}/app/findings/{finding['id']}")
    page.get_by_role("button", name="As evidence").click()
    signed(page, "Put forward as evidence", by="A. Analyst", reason="it bears on it")
    page.goto(matrix)
    first = {"H1": "consistent", "H2": "very_inconsistent"}
    rated(page, "E1 for H2: not rated; rate it", first, "A. Analyst")
    rated(page, "E1 for H2: very inconsistent", {"H2": "inconsistent"}, "B. Second")
    expect(page.get_by_role("button", name="E1 for H2: inconsistent")).to_be_visible()
    assert Axe().run(page).violations_count == 0

    page.get_by_role("tab", name="History").click()
    expect(page.get_by_text("E1 for H2: very inconsistent (II)")).to_be_visible()
    page.get_by_role("button", name="Close the question").click()
    signed(page, "Close the question", by="A. Analyst", reason="answered elsewhere")
    expect(page.get_by_text("This question is closed")).to_be_visible()
    page.get_by_role("tab", name=re.compile("^Evidence")).click()
    expect(page.get_by_role("button", name=re.compile("rate it"))).to_have_count(0)


def test_a_question_of_identity_is_weighed_from_the_list(page: Page, own: str):
    page.goto(f"{own}/app/hypotheses")
    page.get_by_role("button", name="Weigh it").first.click()
    signed(page, "Weigh it", by="A. Analyst", reason="the panel asks")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Harakat-e-Safid Koh")
    expect(page.get_by_role("button", name=re.compile("not rated; rate it")).first).to_be_visible()
