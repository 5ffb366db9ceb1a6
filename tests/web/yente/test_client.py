"""yente's published client is answered as yente answers it."""

from datetime import datetime

import pytest
from yente_client import Airplane, Company, LegalEntity, Organization, Person, Vessel
from yente_client.exceptions import AuthenticationError, BadRequestError, NotFoundError

from tests.web.standing import FRONT, TOLWAK, WORD, diary
from tests.web.yente.asked import yente


def test_it_is_told_that_the_service_is_there_and_ready():
    assert (yente().healthz().status, yente().readyz().status) == ("ok", "ok")


def test_it_is_told_the_lists_in_force():
    told = yente().datasets()
    by_name = {dataset.name: dataset for dataset in told.datasets}
    assert by_name["default"].children == ["ofac", "un"]
    assert by_name["default"].entity_count == 4
    assert (by_name["un"].version, by_name["un"].load) == ("2024-06-01", True)
    assert told.current == ["default", "ofac", "un"]
    assert not told.index_stale


def test_it_asks_for_the_lists_again_only_when_they_have_changed():
    made = diary(FRONT)
    asking = yente(made.bench)
    assert asking.datasets() == asking.datasets()
    made.release("2024-06-05", 5, FRONT, TOLWAK)
    assert asking.datasets().datasets[0].version == "2024-06-05"


def test_it_is_told_the_one_algorithm():
    told = yente().algorithms()
    assert {told.default, told.best} <= {one.name for one in told.algorithms}


def test_a_person_is_matched_by_example_with_an_explanation():
    told = yente().match(Person(name="Zarmast Tolwak", birthDate="1970", nationality="af"))
    assert told.top is not None
    assert (told.top.id, told.top.caption) == ("un:QDi.901", "Zarmast Tolwak")
    assert (told.top.schema_, told.top.datasets) == ("Person", ["un"])
    assert told.top.match == (told.top.score >= 0.7)
    assert told.matches == [r for r in told.results if r.match]
    assert any("birth" in f.detail for f in told.top.contributing_explanations.values())
    assert told.query["schema"] == "Person"
    assert (told.total.value, told.total.relation) == (len(told.results), "eq")


@pytest.mark.parametrize("schema", [Airplane, Company, LegalEntity, Organization, Person, Vessel])
def test_every_kind_that_lists_know_can_be_matched(schema: type):
    assert yente().match(schema(name="Zarvan Star"), cutoff=0).limit == 5


def test_a_body_answers_a_question_for_a_company_and_no_question_for_a_person():
    found = yente().match(Company(name="Kandor Front"), cutoff=0)
    assert found.top is not None
    assert found.top.id == "un:QDe.901"
    others = yente().match(Person(name="Kandor Front"), cutoff=0)
    assert {result.schema_ for result in others.results} == {"Person"}


def test_the_best_of_several_names_dates_and_countries_counts():
    alone = yente().match(Person(name="Zarmast Tolwak", birthDate="1970", nationality="af"))
    several = yente().match(
        Person(
            name=["Somebody Else", "Zarmast Tolwak"],
            birthDate=["1930", "1970"],
            nationality=["ch", "af"],
        )
    )
    assert several.top is not None
    assert several.top.score == alone.top.score


def test_a_number_is_asked_for_without_a_name():
    told = yente().match(Person(passportNumber="KX1234567"), cutoff=0.5)
    assert [result.id for result in told.results] == ["un:QDi.901"]


def test_threshold_and_cutoff_do_what_yente_says():
    person = Person(name="Zarmast Tolwak")
    everyone = yente().match(person, cutoff=0, threshold=0)
    assert all(result.match for result in everyone.results)
    top = everyone.results[0].score
    assert not any(r.match for r in yente().match(person, cutoff=0, threshold=1).results)
    assert yente().match(person, cutoff=min(top + 0.01, 1), threshold=1).results == []
    assert yente().match(person, cutoff=1, threshold=0).results == everyone.results


def test_entries_datasets_and_schemata_are_left_out():
    person = Person(name="Zarmast Tolwak")
    for left_out in (
        {"exclude_entities": ["un:QDi.901"]},
        {"exclude_datasets": ["un"]},
        {"datasets": ["ofac"]},
        {"exclude_schemata": ["Person"]},
        {"topics": ["role.pep"]},
    ):
        assert yente().match(person, cutoff=0, **left_out).results == [], left_out
    assert yente().match(person, datasets=["ofac", "un"], topics=["sanction"]).results


def test_what_takes_no_part_is_said():
    asked = Person(name="Zarmast Tolwak", address="Kandor")
    told = yente().match(asked, changed_since=datetime(2024, 1, 1))  # noqa: DTZ001  # as theirs
    assert told.results


@pytest.mark.parametrize(
    "settings",
    [{"algorithm": "logic-v2"}, {"weights": {"name": 1.0}}, {"config": {"fuzzy": True}}],
    ids=["algorithm", "weights", "config"],
)
def test_settings_of_yentes_own_algorithms_are_refused_not_passed_over(settings: dict):
    with pytest.raises(BadRequestError, match=next(iter(settings))):
        yente().match(Person(name="Zarmast Tolwak"), **settings)


def test_parties_are_found_by_the_beginnings_of_words():
    told = yente().search("zarm tol")
    assert [result.id for result in told.results] == ["un:QDi.901"]
    assert (told.total.value, told.limit, told.offset) == (1, 10, 0)
    assert [r.id for r in yente().search("Зармаст").results] == ["un:QDi.901"]
    assert [r.id for r in yente().search("QDi.901").results] == ["un:QDi.901"]
    assert [r.id for r in yente().search("Zarmasst Tolwaq").results] == ["un:QDi.901"]


def test_a_search_without_words_gives_all_page_by_page():
    asking = yente()
    whole = asking.search("")
    pages = [asking.search("", limit=2, offset=offset).results for offset in (0, 2, 4)]
    assert [r.id for page in pages for r in page] == [r.id for r in whole.results]
    assert whole.total.value == 4


def test_a_search_is_narrowed():
    asking = yente()
    assert [r.id for r in asking.search("", schema="Vessel").results] == ["ofac:9"]
    assert [r.id for r in asking.search("", countries=["pa"]).results] == ["ofac:9"]
    assert [r.id for r in asking.search("", datasets=["ofac"]).results] == ["ofac:9"]
    assert asking.search("", topics=["role.pep"]).results == []


def test_an_entity_is_given_with_its_listing():
    told = yente().fetch("un:QDi.901")
    [listing] = told.properties["sanctions"]
    assert listing.schema_ == "Sanction"
    assert listing.properties["authorityId"] == ["QDi.901"]
    assert listing.properties["listingDate"] == ["2020-01-02"]
    assert "sanctions" not in yente().fetch("un:QDi.901", nested=False).properties


def test_errors_are_of_the_kind_that_the_client_knows():
    with pytest.raises(NotFoundError, match="gone"):
        yente().fetch("un:gone")
    with pytest.raises(NotFoundError, match="eu"):
        yente().match(Person(name="A"), datasets=["eu"])
    with pytest.raises(AuthenticationError, match="token"):
        yente(token=WORD).datasets()
    assert yente(token=WORD, api_key=WORD).datasets().datasets
