"""Findings are found by words; whatever the script, the case or the spelling of a letter."""

import pytest

from tests.review.build import GHAZNI, GROUP, PERSON, Page, Said
from tests.timed import Diary
from tests.web.standing import FRONT, TestClient, client, detail

GUL, ZARVAN = "گل رحيم", "Загван Фронт"


@pytest.fixture
def page() -> TestClient:
    """Give a project of invented people."""
    made = Diary()
    made.release("2024-06-01", 0, FRONT)
    told = Page("The Kandor Post", "2024-05-10")
    told.claim(told.name(GUL, PERSON), "leads", told.name(ZARVAN, GROUP), Said(place=GHAZNI))
    front = told.name("Kandör Front", GROUP)
    told.claim(told.name("Zarmast Tolwak", PERSON), "supports", front)
    made.add(told, 1)
    return client(made.bench)


def found(page: TestClient, q: str) -> list[str]:
    answer = page.get("/api/v1/findings", params={"q": q, "unsure": "true"})
    return [row["predicate"] for row in answer.json()["results"]]


@pytest.mark.parametrize(
    "q", ["گل", "گل رحیم", "ЗАГВАН", "zagvan front", "Front leads", "ghazni", "fron zagv"]
)
def test_a_finding_is_found_by_names_in_any_script_and_by_what_is_said(page: TestClient, q: str):
    assert found(page, q) == ["leads"]


@pytest.mark.parametrize("q", ["kandor", "KANDÖR front", "supports", "tolw"])
def test_marks_and_case_do_not_matter_and_beginnings_of_words_are_enough(page: TestClient, q: str):
    assert found(page, q) == ["supports"]


@pytest.mark.parametrize("q", ["olwak", "Kandor leads", "nobody"])
def test_every_word_must_begin_a_word_of_the_finding(page: TestClient, q: str):
    assert found(page, q) == []


def test_what_has_no_word_finds_nothing_and_says_so(page: TestClient):
    answer = page.get("/api/v1/findings", params={"q": "?!"})
    assert answer.status_code == 400
    assert "no words to search for" in detail(answer)
