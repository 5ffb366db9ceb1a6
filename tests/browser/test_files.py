"""Files are added and screened with their reasons; nothing is lost with a connection."""

import re
from pathlib import Path

from playwright.sync_api import Page, Route, expect

from tests.browser.watched import Watched

NOTE = "{number}. The Kandor Front said that it had no camps in Kunar.\n"


def file(name: str, number: int) -> dict[str, object]:
    return {"name": name, "mimeType": "text/plain", "buffer": NOTE.format(number=number).encode()}


def test_a_connection_that_is_lost_in_a_batch_is_gone_on_with(own: str, watched: Watched):
    page = watched.page()
    page.goto(f"{own}/app/add")
    lost: list[str] = []

    def once(route: Route) -> None:
        name = route.request.headers.get("x-filename", "")
        if name == "2.txt" and not lost:
            lost.append(name)
            route.abort()
        else:
            route.continue_()

    page.route("**/api/v1/documents?**", once)
    page.set_input_files("input[type=file] >> nth=0", [file(f"{n}.txt", n) for n in (1, 2, 3)])
    expect(page.get_by_text("Done: 3 of 3 files")).to_be_visible(timeout=120_000)
    assert lost == ["2.txt"]
    expect(page.get_by_role("region", name="What next")).to_contain_text("3 documents came in")
    watched.faults.clear()  # the lost connection is said on the console


def test_what_was_not_taken_in_is_sent_when_one_says_so(own: str, watched: Watched):
    page = watched.page()
    page.goto(f"{own}/app/add")
    page.route("**/api/v1/documents?**", lambda route: route.abort())
    page.clock.install()
    page.set_input_files("input[type=file] >> nth=0", [file("1.txt", 1), file("2.txt", 2)])
    for _ in range(4):
        page.wait_for_timeout(300)
        page.clock.fast_forward(10_000)
    expect(page.get_by_text("0 of 2 were taken in; 2 were not")).to_be_visible()
    page.unroute_all()
    page.get_by_role("button", name="Send the other 2").click()
    page.clock.resume()
    expect(page.get_by_text("Done: 2 of 2 files")).to_be_visible(timeout=120_000)
    watched.faults.clear()


def test_a_folder_is_added_and_a_file_that_fails_says_why(own: str, page: Page, tmp_path: Path):
    (tmp_path / "reports" / "may").mkdir(parents=True)
    (tmp_path / "reports" / "may" / "note.txt").write_text(NOTE.format(number=1), encoding="utf-8")
    (tmp_path / "reports" / "empty.pdf").write_bytes(b"%PDF-1.7 cut off")
    (tmp_path / "reports" / ".DS_Store").write_bytes(b"x")
    page.goto(f"{own}/app/add?publisher=Radio%20Kohdast")
    page.set_input_files("input[type=file] >> nth=1", tmp_path / "reports")
    expect(page.get_by_text("Done: 2 of 2 files, 1 failed")).to_be_visible(timeout=120_000)
    progress = page.get_by_role("region", name="Progress")
    expect(progress.get_by_role("listitem").first).to_contain_text("reports/empty.pdf: failed")
    expect(progress.get_by_role("link", name="reports/may/note.txt")).to_be_visible()
    page.goto(f"{own}/app/add")
    expect(page.get_by_role("table")).to_contain_text("Added before")


def test_a_file_that_is_too_large_is_not_sent(served: str, page: Page):
    page.route(
        "**/api/v1/session",
        lambda route: route.fulfill(
            json={"role": "admin", "token": False, "by": None, "upload_bytes": 10}
        ),
    )
    page.goto(f"{served}/app/add")
    expect(page.get_by_text("0 MB each at most")).to_be_visible()
    page.set_input_files("input[type=file] >> nth=0", [file("large.txt", 1)])
    expect(page.get_by_role("alert")).to_contain_text("max_bytes")
    page.set_input_files(
        "input[type=file] >> nth=0",
        [{"name": "nothing.txt", "mimeType": "text/plain", "buffer": b""}],
    )
    expect(page.get_by_role("alert")).to_contain_text("nothing.txt: it is empty")


def screened(page: Page, served: str, table: str) -> None:
    page.goto(f"{served}/app/screening?tab=file")
    content = {"name": "customers.csv", "mimeType": "text/csv", "buffer": table.encode()}
    page.set_input_files("input[type=file]", content)
    expect(page.get_by_text(re.compile("^Done: "))).to_be_visible(timeout=120_000)


TABLE = "id,name,dob\n1,Abdul Aziz Abbasin,1969\n2,Nobody Known,\n3,,\n4,=1+1,\n"


def test_a_file_of_names_is_screened_with_alerts_errors_and_a_table(served: str, page: Page):
    screened(page, served, TABLE)
    expect(page.get_by_text("Done: 4 of 4 rows, 1 failed")).to_be_visible()
    expect(page.get_by_role("region", name="Row 1")).to_contain_text("TAi.155")
    page.get_by_role("button", name="Could not be screened (1)").click()
    expect(page.get_by_role("region", name="Row 3")).to_contain_text("no name")
    with page.expect_download() as told:
        page.get_by_role("link", name="CSV, a row an alert").click()
    lines = told.value.path().read_text("utf-8").splitlines()
    assert lines[1].startswith("1,1,alert,Abdul Aziz Abbasin,un:TAi.155")
    assert lines[-1].split(",")[3] == "'=1+1"


def test_an_alert_of_a_file_is_set_apart_with_a_reason(own: str, page: Page):
    screened(page, own, TABLE)
    page.get_by_role("button", name="Not this entry").click()
    page.get_by_label("Reason").fill("born in 1990, by his passport")
    page.get_by_label("Signed by").fill("A. Officer")
    page.get_by_role("dialog").get_by_role("button", name="Not this entry").click()
    expect(page.get_by_text("Set apart.")).to_be_visible()
    page.get_by_role("region", name="Row 1").get_by_role(
        "link", name="Abdul Aziz Abbasin"
    ).first.click()
    apart = page.get_by_role("region", name="Set apart before")
    expect(apart).to_contain_text("born in 1990, by his passport (A. Officer")


def test_what_is_no_table_of_names_says_so(served: str, page: Page):
    page.goto(f"{served}/app/screening?tab=file")
    content = {"name": "notes.txt", "mimeType": "text/plain", "buffer": b"some,thing\nelse,1\n"}
    page.set_input_files("input[type=file]", content)
    expect(page.get_by_text(re.compile("^Failed: "))).to_be_visible(timeout=60_000)
    expect(page.get_by_role("region", name="Progress")).to_contain_text("notes.txt")


def test_a_job_that_was_forgotten_says_what_to_do(served: str, watched: Watched):
    page = watched.page()
    page.goto(f"{served}/app/screening?tab=file&job=job-000000000000")
    expect(page.get_by_role("alert")).to_contain_text("are forgotten")
    page.wait_for_load_state("networkidle")
    watched.faults.clear()  # the 404 is said on the console


def test_a_name_is_watched_and_no_more(own: str, page: Page):
    page.goto(f"{own}/app/settings?tab=watched")
    for button, reason in (("Watch a name", "asked for"), ("Watch it no more", "no longer")):
        opens = button if button == "Watch a name" else "Watch Al-Liwa Network no more"
        page.get_by_role("button", name=opens).click()
        if button == "Watch a name":
            page.get_by_label("Name, entity's id or list reference").fill("Al-Liwa Network")
        page.get_by_label("Reason").fill(reason)
        page.get_by_label("Signed by").fill("A. Officer")
        page.get_by_role("dialog").get_by_role("button", name=button).click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        if button == "Watch a name":
            expect(page.get_by_role("row", name=re.compile("A. Officer"))).to_be_visible()
    expect(page.get_by_text("No name is watched yet")).to_be_visible()


def test_what_changed_in_an_entry_is_told_word_by_word(served: str, page: Page):
    page.goto(f"{served}/app/lists/un?change=amended_editorial")
    row = page.get_by_role("row", name=re.compile("HTi.001"))
    expect(row.locator("ins")).to_contain_text("INTERPOL-UN")
    expect(row.locator("ins")).not_to_contain_text("threaten the peace")
    row.get_by_role("link").first.click()
    expect(page.get_by_role("region", name="un@2026-02-27")).to_contain_text("amended editorial")


def test_an_admin_sets_the_threshold_of_one_list_where_it_is_shown(own: str, page: Page):
    page.goto(f"{own}/app/settings?tab=screening")
    page.get_by_label("Threshold of un alone").fill("0.9")
    page.get_by_role("button", name="Set the thresholds").click()
    row = page.get_by_role("row").filter(has_text="un@")
    expect(row).to_contain_text("0.90")
    expect(row).to_contain_text("this list")
    page.reload()
    expect(page.get_by_label("Threshold of un alone")).to_have_value("0.9")
    page.get_by_label("Threshold of un alone").fill("")
    page.get_by_role("button", name="Set the thresholds").click()
    expect(row).to_contain_text("all lists")
