"""The gazetteer knows the places that sanctions reports name, in the spellings met in print."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.where_when.places import Gazetteer, fold
from sayso.model.vocabulary import PlaceLevel

WORLD = Gazetteer.load()
HAND = tomllib.loads(
    files("sayso.extract.where_when").joinpath("tables/divisions.toml").read_text("utf-8")
)
#: ISO 3166-2:AF, all 34 provinces.
AFGHANISTAN = {
    "AF-BAL": "Balkh",
    "AF-BAM": "Bamyan",
    "AF-BDG": "Badghis",
    "AF-BDS": "Badakhshan",
    "AF-BGL": "Baghlan",
    "AF-DAY": "Daykundi",
    "AF-FRA": "Farah",
    "AF-FYB": "Faryab",
    "AF-GHA": "Ghazni",
    "AF-GHO": "Ghor",
    "AF-HEL": "Helmand",
    "AF-HER": "Herat",
    "AF-JOW": "Jowzjan",
    "AF-KAB": "Kabul",
    "AF-KAN": "Kandahar",
    "AF-KAP": "Kapisa",
    "AF-KDZ": "Kunduz",
    "AF-KHO": "Khost",
    "AF-KNR": "Kunar",
    "AF-LAG": "Laghman",
    "AF-LOG": "Logar",
    "AF-NAN": "Nangarhar",
    "AF-NIM": "Nimroz",
    "AF-NUR": "Nuristan",
    "AF-PAN": "Panjshir",
    "AF-PAR": "Parwan",
    "AF-PIA": "Paktia",
    "AF-PKA": "Paktika",
    "AF-SAM": "Samangan",
    "AF-SAR": "Sar-e Pol",
    "AF-TAK": "Takhar",
    "AF-URU": "Uruzgan",
    "AF-WAR": "Wardak",
    "AF-ZAB": "Zabul",
}
#: ISO 3166-2:PK.
PAKISTAN = {
    "PK-BA": "Balochistan",
    "PK-GB": "Gilgit-Baltistan",
    "PK-IS": "Islamabad",
    "PK-JK": "Azad Kashmir",
    "PK-KP": "Khyber Pakhtunkhwa",
    "PK-PB": "Punjab",
    "PK-SD": "Sindh",
}
VARIANTS = [
    (f"{country}-{unit}", name)
    for country in ("AF", "PK")
    for unit, names in HAND[country].items()
    for name in names
]


def divisions(name: str, country: str) -> list[str | None]:
    return [
        p.code for p in WORLD.named(name) if p.level is PlaceLevel.ADMIN1 and p.country == country
    ]


@pytest.mark.parametrize(("code", "name"), [*AFGHANISTAN.items(), *PAKISTAN.items()])
def test_every_province_has_its_iso_code(code: str, name: str):
    assert divisions(name, code[:2]) == [code]


@pytest.mark.parametrize(("code", "name"), VARIANTS)
def test_every_spelling_of_a_province_met_in_print_leads_to_it(code: str, name: str):
    assert code in {**AFGHANISTAN, **PAKISTAN}
    assert divisions(name, code[:2]) == [code]


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("Oruzgan", "AF-URU"),
        ("Urozgan", "AF-URU"),
        ("Panjsher", "AF-PAN"),
        ("Panjshayr", "AF-PAN"),
        ("Konar", "AF-KNR"),
        ("Paktya", "AF-PIA"),
        ("Hilmand", "AF-HEL"),
        ("Hirat", "AF-HER"),
        ("Nimruz", "AF-NIM"),
        ("Sari Pul", "AF-SAR"),
        ("KPK", "PK-KP"),
        ("NWFP", "PK-KP"),
        ("FATA", "PK-KP"),
        ("Baluchistan", "PK-BA"),
        ("Paktīkā", "AF-PKA"),
    ],
)
def test_old_and_accented_spellings_are_known(spelling: str, code: str):
    assert divisions(spelling, code[:2]) == [code]


def test_a_town_carries_the_code_of_its_division():
    places = {(p.level, p.code) for p in WORLD.named("Jalalabad") if p.country == "AF"}
    assert (PlaceLevel.CITY, "AF-NAN") in places


@pytest.mark.parametrize(
    ("town", "code"),
    [("Sharjah", "AE-SH"), ("Agadez", "NE-1"), ("Misratah", "LY-MI"), ("Isiolo", "KE-09")],
)
def test_a_town_lies_in_the_division_that_bears_its_name(town: str, code: str):
    assert [p.code for p in WORLD.named(town) if p.level is PlaceLevel.CITY] == [code]


def test_a_valley_is_a_region_in_its_province():
    [valley] = WORLD.named("Panjshir Valley")
    assert (valley.level, valley.code, valley.country) == (PlaceLevel.REGION, "AF-PAN", "AF")


def test_a_people_leads_to_its_country():
    found = [WORLD.people_of(w) for w in ("Afghan", "Malians", "Kyrgyz", "Zarnawi")]
    assert found == ["AF", "ML", "KG", None]


def test_a_country_is_found_by_its_code_and_lies_on_its_own_ground():
    afghanistan = WORLD.country("AF")
    assert afghanistan is not None
    assert (afghanistan.name, 29 < afghanistan.latitude < 39) == ("Afghanistan", True)
    assert WORLD.country("ZZ") is None


def test_places_of_one_name_stand_with_the_country_first_and_the_larger_town_first():
    georgia, kabul = WORLD.named("Georgia"), WORLD.named("Kabul")
    assert [p.code for p in georgia][:2] == ["GE", "US-GA"]
    assert [p.level for p in kabul] == sorted((p.level for p in kabul), key=list(PlaceLevel).index)


def test_a_running_text_gives_its_places_and_peoples_without_article_or_genitive():
    text = "The U.S. said Pakistani officials met in Kabul's old town, not in Sar-e Pol."
    found = [(f.span.of(text), f.people_of) for f in WORLD.find_in(text)]
    assert found == [("U.S.", None), ("Pakistani", "PK"), ("Kabul", None), ("Sar-e Pol", None)]


def test_small_letters_and_pronouns_are_no_places():
    assert list(WORLD.find_in("they told us that the mali was in it, and turkey was eaten")) == []


def test_folding_keeps_words_of_every_script_apart():
    assert fold("  Dayr az-Zawr ") == "dayr az zawr"
    assert fold("Şalāḩ ad Dīn") == "salah ad din"
    assert fold("Sana'a") == fold("Sana’a") == "sanaa"
    assert fold("کابل") == "کابل"
    assert fold("Кабул") == fold("кабул")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["Kabul", "Mali", " ", ",", "-", "'s ", ".", "كابل", "U.S.", "q"])))
def test_the_names_of_any_text_stand_in_order_and_do_not_overlap(parts: list[str]):
    text = "".join(parts)
    ends = [0]
    for found in WORLD.find_in(text):
        assert ends[-1] <= found.span.start < found.span.end <= len(text)
        ends.append(found.span.end)
