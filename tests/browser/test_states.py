"""The states in the browser: matrix, evidence, records, replies; what is recorded is invented."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.cli.running import as_json

ACT = "https://example.org/gazette/7"
ON_ENTRY = (
    "--reference",
    "QDi.427",
    "--set",
    "measures=assets_freeze",
    "--set",
    "evidence=gazette",
)


@pytest.fixture
def told(own: str, tmp_path: Path) -> str:
    """Serve a demo project in which two states' acts, and a reply, are recorded."""
    project = ("--by", "Ada Okoye", "--project", str(tmp_path / "demo"))

    def record(*words: str) -> str:
        made: str = as_json("states", "record", *words, *project)["id"]
        return made

    missing = record(
        *("transposition", "KE", "--on", "2025-03-02", "--document", "Invented note"),
        *("--quote", "It was not yet done.", "--set", "carried_out=no", *ON_ENTRY),
    )
    record(
        *("reply", "KE", "--on", "2025-04-01", "--document", "Invented letter", "--about", missing),
        *("--quote", "It was done in March.", "--set", "answer=denies"),
    )
    record(
        *("transposition", "NO", "--on", "2021-07-01", "--document", "Invented gazette"),
        *("--quote", "Order No. 7", "--address", ACT, "--set", "instrument=Order No. 7"),
        *("--set", "carried_out=yes", *ON_ENTRY),
    )
    return own


def test_a_cell_of_the_matrix_opens_its_evidence_with_the_states_reply(page: Page, told: str):
    page.goto(f"{told}/app/states")
    page.get_by_role("tab", name="Matrix").click()
    page.get_by_label("Name or reference").fill("QDi.427")
    cell = page.get_by_role("link", name=re.compile("^QDi.427 in Kenya: missing.* with a reply"))
    expect(cell).to_contain_text("missing")
    expect(page.get_by_role("link", name="QDi.427 in South Africa: unknown")).to_be_visible()
    cell.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("in Kenya")
    expect(page.get_by_text("What says that it is not")).to_be_visible()
    expect(page.get_by_text("“It was not yet done.”").first).to_be_visible()
    expect(page.get_by_text("Kenya replied")).to_be_visible()
    expect(page.get_by_text("“It was done in March.”")).to_be_visible()


def test_a_lag_is_followed_from_the_page_to_the_act_that_proves_it(page: Page, told: str):
    page.goto(f"{told}/app/states/NO?tab=lag")
    page.get_by_role("link", name="late: why").click()
    expect(page.get_by_text("Order No. 7", exact=False).first).to_be_visible()
    act = page.get_by_role("region", name="assets freeze").get_by_role("link", name=ACT)
    expect(act).to_have_attribute("href", ACT)
    expect(act).to_have_attribute("rel", "noreferrer")
    expect(page.get_by_text(re.compile("^at least .* h: from"))).to_be_visible()


def test_what_is_recorded_of_a_state_is_read_there_and_was_not_known_before(page: Page, told: str):
    page.goto(f"{told}/app/states?tab=records")
    page.get_by_role("link", name="Kenya").first.click()
    expect(page.get_by_role("article", name=re.compile("^transposition"))).to_contain_text(
        "Invented note (not held)"
    )
    page.goto(f"{told}/app/states/KE?tab=told&as_of=2025-01-01")
    expect(
        page.get_by_text("Nothing is recorded of it; that says nothing against it.")
    ).to_be_visible()


def test_gaps_of_all_states_list_what_is_known_and_those_of_one_what_is_not(page: Page, told: str):
    page.goto(f"{told}/app/states?tab=gaps")
    expect(page.get_by_role("table")).to_contain_text("missing")
    expect(page.get_by_role("table")).not_to_contain_text("unknown")
    page.get_by_label(re.compile("^State")).select_option("KE")
    expect(page.get_by_role("table")).to_contain_text("unknown")
    page.get_by_label(re.compile("^Status")).select_option("missing")
    expect(page.get_by_role("table")).to_contain_text("1 gap")
