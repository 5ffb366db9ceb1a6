"""What an alert rests on, whatever a matcher calls its comparisons."""

from dataclasses import replace

import pytest

from sayso.model.ids import EntryId, ReleaseId
from sayso.model.lists import DateInterval, ListedName
from sayso.model.matches import Candidate, Feature
from sayso.model.screenings import Alert, Subject
from sayso.views.screening.carve_outs import CARVE_OUTS, UNKNOWN, carve_out_words
from sayso.views.screening.grounds import Compared, Ground, ground_of, ground_words
from sayso.views.screening.line import line_of
from tests.fakes import tiny_entry

BORN = DateInterval(start="1970-05-23", end="1970-05-23", surface="23 May 1970")
ENTRY = tiny_entry(
    "QDi.901",
    "Karim Zarvan",
    schema="Person",
    births=(BORN,),
    regimes=("Al-Qaida",),
    names=(
        ListedName(text="Karim Zarvan", kind="primary"),
        ListedName(text="Abu Ostan", kind="aka", quality="weak"),
    ),
)


def feature(name: str, odds: float, query: str = "", entry: str = "") -> Feature:
    return Feature(name=name, log_odds=odds, query=query, entry=entry, note=f"{name} says so")


AGREEMENT = replace(
    feature("name_agreement", 4.0),
    pairs=(("Zarvan", "Zarvan", "same"), ("KARIM", "Karim", "same")),
)


def compared(*features: Feature, name: str = "Zarvan, KARIM", **asked: object) -> Compared:
    found = Candidate(
        entry=EntryId("un:QDi.901"),
        authority="un",
        reference="QDi.901",
        release=ReleaseId("un@2026-02-01"),
        name="Karim Zarvan",
        matched_name="Karim Zarvan",
        probability=0.9,
        features=(AGREEMENT, *features),
    )
    return Compared(Subject(key="1", name=name, **asked), found, ENTRY)


@pytest.mark.parametrize(
    ("features", "asked", "ground", "words"),
    [
        ((), {}, Ground.NAME_ONLY, "same name, nothing to disagree: only a name was asked about"),
        (
            (feature("country", 0.0),),
            {"country": "AF"},
            Ground.NAME_ONLY,
            "same name, nothing to disagree: the entry has no country to set beside",
        ),
        (
            (feature("number", 0.0, "a1", "b2"),),
            {"ids": ("A 1",), "birth": "1970"},
            Ground.NAME_ONLY,
            (
                "same name, nothing to disagree: number tells nothing, "
                "the entry has no birth to set beside"
            ),
        ),
        (
            (feature("birth", 3.0),),
            {"birth": "1970-05-23"},
            Ground.CONFIRMED,
            "confirmed: same name, date of birth agrees, nothing disagrees",
        ),
        (
            (feature("birth", 1.5),),
            {"birth": "1970"},
            Ground.SUPPORTED,
            "same name, year of birth agrees; not confirmed",
        ),
        (
            (feature("number", 9.0), feature("country", 0.5)),
            {"ids": ("A 1",)},
            Ground.CONFIRMED,
            "confirmed: same name, number and country agree, nothing disagrees",
        ),
        (
            (feature("gender", 0.4),),
            {},
            Ground.SUPPORTED,
            "same name, gender agrees; not confirmed",
        ),
        (
            (feature("birth", -3.0), feature("number", 9.0)),
            {},
            Ground.CONTESTED,
            "number agrees, but birth disagrees",
        ),
        (
            (feature("country", -1.0), feature("schema", -4.0)),
            {},
            Ground.CONTRADICTED,
            "same name, but country and kind disagree",
        ),
        (
            (feature("name_agreement", -9.0), feature("number", 17.0)),
            {"name": "Nobody Such"},
            Ground.CONTESTED,
            "number agrees, but name disagrees",
        ),
    ],
)
def test_a_name_alone_never_confirms(
    features: tuple[Feature, ...], asked: dict[str, object], ground: Ground, words: str
):
    one = compared(*features, **asked)
    assert (ground_of(one), ground_words(one)) == (ground, words)


def test_a_name_that_is_only_alike_is_not_called_the_same():
    spelt = replace(AGREEMENT, pairs=(("Karima", "Karim", "spelling"), AGREEMENT.pairs[0]))
    one = compared(name="Karima Zarvan")
    one = replace(one, candidate=replace(one.candidate, features=(spelt,)))
    assert ground_words(one).startswith("similar name")


def test_a_name_that_differs_in_accents_alone_is_the_same():
    same = replace(AGREEMENT, pairs=(("KARÏM", "Karim", "same"), ("Zarvan", "Zarvan", "same")))
    one = compared(name="KARÏM Zarvan")
    one = replace(one, candidate=replace(one.candidate, features=(same,)))
    assert ground_words(one).startswith("same name")
    longer = replace(one, subject=replace(one.subject, name="Karïm Zarvan Ostan"))
    assert ground_words(longer).startswith("similar name")


def test_an_abbreviation_that_the_list_puts_after_a_name_makes_no_other_name():
    one = compared(name="Karim Zarvan")
    listed = replace(one.candidate, matched_name="Karim ZARVAN (KZ)")
    assert ground_words(replace(one, candidate=listed)).startswith("same name")


def test_the_line_is_one_line_whatever_stands_in_a_list():
    one = compared(
        feature("birth", 3.0, "1970", "x\n" * 99), feature("country", 0.0, "", "AF"), birth="1970"
    )
    line = line_of(one, Alert(candidate=one.candidate, basis=()))
    assert "\n" not in line
    assert "birth: 1970 / x x" in line
    assert "…: birth says so" in line
    assert "country: not asked; listed: AF |" in line
    assert "number: not compared" in line
    assert "names: Zarvan = Zarvan, KARIM = Karim |" in line


def test_what_is_compared_beyond_the_name_is_told_whatever_it_is():
    spelt = replace(AGREEMENT, pairs=(("Zarwan", "Zarvan", "spelling"),))
    more = feature("word_order", -0.2), feature("address", 0.7, "Ostan", "Ostan")
    one = compared(name="Zarwan")
    one = replace(one, candidate=replace(one.candidate, features=(spelt, *more)))
    line = line_of(one, Alert(candidate=one.candidate, basis=()))
    assert "names: Zarwan ~ Zarvan (spelling); word_order says so |" in line
    assert "address: Ostan / Ostan: address says so" in line


def test_a_low_quality_alias_is_told_with_the_name_that_it_is_of():
    one = compared()
    weak = Compared(one.subject, replace(one.candidate, matched_name="Abu Ostan"), ENTRY)
    line = line_of(weak, Alert(candidate=weak.candidate, basis=()))
    assert "listed: Abu Ostan (Person: a.k.a., weak of Karim Zarvan)" in line


@pytest.mark.parametrize(
    ("authority", "regime", "act"),
    [
        ("un", "Al-Qaida", "2761 (2024)"),
        ("un", "Taliban", "2615 (2021)"),
        ("un", "DPRK", "2664 (2022) names, para. 1"),
        ("eu", "TAQA", "2023/726"),
        ("eu", "SOM", "2023/338"),
        ("uk", "ISIL (Da’esh) and Al-Qaida", "Regulations 2023"),
        ("ofac", "SDGT", "general licences"),
        ("un", "GB", UNKNOWN),  # travel alone: nothing is frozen
        ("eu", "UKR", UNKNOWN),
        ("ca", "SEMA", UNKNOWN),
    ],
)
def test_the_carve_out_is_that_of_the_regime_or_is_not_guessed(
    authority: str, regime: str, act: str
):
    entry = tiny_entry("1", "Zarvan", authority=authority, regimes=(regime,))
    assert act in carve_out_words(entry)


def test_of_several_regimes_each_has_its_carve_out_and_none_stands_for_another():
    entry = tiny_entry("1", "Zarvan", authority="eu", regimes=("UKR", "TAQA", "COD", "BLR"))
    told = carve_out_words(entry)
    assert told.startswith(f"UKR, BLR: {UNKNOWN}; TAQA, COD: humanitarian aid")
    one = replace(entry, regimes=("TAQA", "COD"))
    assert told.endswith(carve_out_words(one))
    assert carve_out_words(replace(one, regimes=())) == UNKNOWN


def test_every_carve_out_has_its_source():
    assert all(row.source and row.says for row in CARVE_OUTS)
