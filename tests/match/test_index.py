"""Screening finds a listed party under each of its names, with reasons, and the same every time."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.match.index import ListIndex, probability_of
from sayso.match.names.measures import MEASURES
from sayso.match.weighing.model import PERSON, NameModel
from sayso.model.ids import EntryId
from sayso.model.lists import ListedCraft, ListedDocument, ListRelease
from sayso.model.matches import Candidate, Screening
from sayso.ports import NameIndex
from tests.fakes import tiny_entry, tiny_release


def best(index: ListIndex, name: str, **more: object) -> Candidate:
    return index.screen(Screening(name=name, threshold=0.0, **more))[0]


def test_an_index_is_what_the_port_asks_for(index: ListIndex):
    asked: NameIndex = index

    assert asked.entry(EntryId("un:QDe.132")) is not None
    assert asked.entry(EntryId("un:QDe.999")) is None


def test_every_listed_name_screens_to_its_own_entry_first(index: ListIndex, release: ListRelease):
    wrong = [
        (entry.reference, name.text)
        for entry in release.entries
        for name in entry.names
        if best(index, name.text).entry != entry.id
    ]

    # QDe.143 bears the same name.
    assert wrong == [("QDe.145", "Ansar al-Sharia"), ("QDe.145", "Ansar al Sharia")]


@pytest.mark.parametrize(
    ("asked", "reference"),
    [
        ("Nur Vali Mehsood", "QDi.427"),
        ("MEHSUD, Noor Wali", "QDi.427"),
        ("NoorWali Mehsud", "QDi.427"),
        ("Нур Вали Мехсуд", "QDi.427"),
        ("Sirajuddin Haqani", "TAi.144"),
        ("سراج الدين حقانى", "TAi.144"),
        ("Jintiesan", "KPi.035"),
        ("Taedong Credit Bank Ltd", "KPe.023"),
        ("Al Kaida", "QDe.004"),
    ],
)
def test_misspelt_turned_and_other_script_names_are_found(
    index: ListIndex, asked: str, reference: str
):
    assert best(index, asked).reference == reference


def test_what_else_is_known_moves_the_probability(index: ListIndex):
    name = "Noor Wali Mehsud"
    alone = best(index, name).probability

    assert best(index, name, birth="1978").probability > alone
    assert best(index, name, birth="1951").probability < alone
    assert best(index, name, country="AF").probability > alone
    assert best(index, name, country="Norway").probability < alone
    assert best(index, name, schema="Organization").probability < alone


def test_a_number_of_a_paper_finds_its_bearer_under_any_name(index: ListIndex):
    found = index.screen(Screening(name="Zarmast Tolwak", ids=("a-0009228",), threshold=0.3))

    assert [c.reference for c in found] == ["IRi.016"]


@pytest.mark.parametrize(
    "asked",
    [
        {"name": "IMO 9000001"},
        {"name": "IMO: 9000001"},
        {"name": "Vessel", "ids": ("IMO 9000001",)},
        {"name": "Vessel", "ids": ("9000001",)},
        {"name": "Passport No. KX 1234567"},
        {"name": "Somebody", "ids": ("passport: kx-1234567",)},
    ],
)
def test_a_number_with_its_kind_before_it_is_that_number_on_either_side(asked: dict):
    ship = tiny_entry("QDe.903", "KANDOR STAR", schema="Vessel", craft=ListedCraft(imo="9000001"))
    lines = ListedDocument(type="Vessel Registration Identification", number="IMO 9000001")
    firm = tiny_entry("QDe.904", "صرافی کندر", documents=(lines,))
    paper = ListedDocument(type="Passport", number="KX1234567")
    person = tiny_entry("QDi.904", "Зармаст Толвак", schema="Person", documents=(paper,))
    index = ListIndex.build([tiny_release("2026-01-01", ship, firm, person)[0]])

    found = {c.reference: c.features for c in index.screen(Screening(**asked))}

    is_paper = "1234567" in str(asked)
    assert set(found) == ({"QDi.904"} if is_paper else {"QDe.903", "QDe.904"})
    notes = {f.note for features in found.values() for f in features if f.name == "number"}
    assert notes == {f"number agrees: {'kx1234567' if is_paper else '9000001'}"}


def test_a_probability_follows_from_its_reasons_and_is_never_certain(index: ListIndex):
    candidate = best(index, "NOOR WALI MEHSUD", birth="1978-06-26", country="Pakistan")

    told = NameModel.shipped()[PERSON].intercept + sum(f.log_odds for f in candidate.features)
    assert candidate.probability == pytest.approx(probability_of(told))
    assert 0.98 < candidate.probability < 1.0
    assert NameModel.shipped()[PERSON].intercept < 0
    assert [f.name for f in candidate.features] == [
        *("name_agreement", "name_rarity", "token_missing", "word_order", "alias_quality"),
        *("birth", "country", "gender", "address", "number", "schema"),
    ]
    assert candidate.features[0].note == "agree: NOOR, WALI, MEHSUD"


def test_the_best_of_few_is_the_best_of_many():
    person = tiny_entry("QDi.901", "Gul Raheem Marwat", schema="Person")
    listed = [tiny_entry("QDe.901", "Gul Rahim Marwat"), person]
    both = ListIndex.build([tiny_release("2026-01-01", *listed)[0]])
    question = Screening(name="Gul Rahim Marwat", schema="Person", threshold=0.0)

    [first, second] = both.screen(question)
    assert [first.reference, second.reference] == ["QDi.901", "QDe.901"]
    assert both.screen(replace(question, limit=1)) == (first,)


def test_what_is_missing_is_said(index: ListIndex):
    notes = {feature.note for feature in best(index, "Noor Mehsud Zarmast").features}

    assert {
        "the entry lacks: Zarmast; the question lacks: WALI",
        "no date of birth in the question",
    } <= notes


@pytest.mark.parametrize(
    "name", ["Zarmast Tolwak", "John Smith", "محمد", "Hassan", "王小明", "Taliban Cricket Club"]
)
def test_others_are_no_candidates_at_the_usual_threshold(index: ListIndex, name: str):
    assert index.screen(Screening(name=name)) == ()


def test_threshold_limit_and_authorities_are_honoured(index: ListIndex):
    everyone = index.screen(Screening(name="Noor", threshold=0.0, limit=50))
    some = index.screen(Screening(name="Ansar al-Sharia", threshold=0.5, limit=1))

    assert len(everyone) == 21
    assert len({c.entry for c in everyone}) == 21
    assert len(some) == 1
    assert index.screen(Screening(name="Al-Qaida", authorities=frozenset({"eu"}))) == ()
    assert index.screen(Screening(name="Al-Qaida", threshold=0.0, limit=0)) == ()


@pytest.mark.parametrize("limit", [1, 10])
def test_of_the_kind_that_is_asked_for_nobody_is_crowded_out_by_others_of_the_name(limit: int):
    groups = [tiny_entry(f"QDe.{900 + n}", "Kandor Zarnawa") for n in range(12)]
    person = replace(tiny_entry("QDi.950", "Kandor Zarnawi"), schema="Person")
    index = ListIndex.build([tiny_release("2026-01-01", *groups, person)[0]])

    found = index.screen(Screening(name="Kandor Zarnawa", schema="Person", limit=limit))

    assert found[0].entry == person.id
    assert len(found) == limit


def test_what_is_beyond_the_limit_changes_nothing_within_it(index: ListIndex):
    for name in ("Noor Wali Mehsud", "Abdul Aziz", "Ansar al-Sharia", "Pyongyang Trading"):
        for more in ({}, {"birth": "1978", "country": "AF", "schema": "Person"}):
            question = Screening(name=name, threshold=0.001, limit=40, **more)
            everyone = index.screen(question)

            for limit in (1, 3, 10):
                assert index.screen(replace(question, limit=limit)) == everyone[:limit]


def test_a_common_word_is_looked_up_where_it_can_matter_and_no_answer_changes(
    release: ListRelease, monkeypatch: pytest.MonkeyPatch
):
    names = [name.text for entry in release.entries[:300] for name in entry.names[:2]]
    asked = [Screening(name=f"{one} {two}", threshold=1e-6, limit=60)
             for one, two in pairwise(names)]  # fmt: skip
    answers = {}
    for many in (0, 1 << 30):
        monkeypatch.setattr("sayso.match.names.asked._MANY", many)
        index = ListIndex.build([release])
        answers[many] = [index.screen(question) for question in asked]

    assert answers[0] == answers[1 << 30]


def test_a_name_weighs_the_same_to_the_last_digit_whatever_it_is_compared_beside():
    measures = np.random.default_rng(3).random((200, len(MEASURES)))
    model = NameModel.shipped()[PERSON]
    together = model.by_group(measures)

    assert all(np.array_equal(model.by_group(one[None])[0], told)
               for one, told in zip(measures, together, strict=True))  # fmt: skip


def test_an_id_may_have_a_line_break_in_it(release: ListRelease):
    odd = replace(tiny_entry("QDe.901", "Kandor Front"), id=EntryId("un:QDe.\n\ud80090"))
    index = ListIndex.build([replace(release, entries=(odd, *release.entries))])

    assert best(index, "Kandor Front").entry == odd.id
    assert best(index, "Noor Wali Mehsud").reference == "QDi.427"


def test_who_stops_a_question_does_not_change_the_next_answer(monkeypatch: pytest.MonkeyPatch):
    names = [f"Kandor {one}{two}z{two}" for one in "abdefghijklmoprstuvy" for two in "aeiou"]
    entries = [tiny_entry(f"QDe.{900 + n}", name) for n, name in enumerate(names)]
    index = ListIndex.build([tiny_release("2026-01-01", *entries)[0]])
    question = Screening(name="Kandor", threshold=1e-9, limit=60)
    before, repeat, begun = index.screen(question), np.repeat, iter([True])

    def stopped(*told: object, **more: object) -> object:
        if next(begun, False):
            return repeat(*told, **more)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("numpy.repeat", stopped)
        with pytest.raises(KeyboardInterrupt):
            index.screen(Screening(name=names[-1]))
    assert index.screen(question) == before


@pytest.mark.parametrize("name", ["", " ", "?!…", "\u200f", "( )"])
def test_a_question_without_letters_has_no_candidates(index: ListIndex, name: str):
    assert index.screen(Screening(name=name, threshold=0.0, limit=50)) == ()


@pytest.mark.parametrize("name", ["x" * 10_000, "ab " * 5_000, "一" * 10_000, "\ud800 a"])
def test_a_hostile_question_is_answered(index: ListIndex, name: str):
    assert len(index.screen(Screening(name=name, threshold=0.0, limit=5))) == 5


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_screening_twice_gives_the_same_best_first_ties_by_entry(index: ListIndex, name: str):
    question = Screening(name=name, threshold=0.0, limit=50)
    first, second = index.screen(question), index.screen(question)

    assert first == second
    assert [(-c.probability, c.entry) for c in first] == sorted(
        (-c.probability, c.entry) for c in first
    )
    assert all(0 <= c.probability < 1 for c in first)


def test_of_an_entry_in_two_releases_the_later_stands(release: ListRelease):
    later = replace(release, id=f"{release.id}-later", entries=release.entries[:1])
    both = ListIndex.build([release, later])

    assert {both.screen(Screening(name="Allied Democratic Forces"))[0].release} == {later.id}


def test_an_empty_index_knows_nobody():
    nobody = ListIndex.build([])

    assert nobody.screen(Screening(name="Al-Qaida", threshold=0.0)) == ()
    assert nobody.find_in("Al-Qaida") == ()
