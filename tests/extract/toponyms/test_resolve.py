"""A name of several places is told by what stands around it."""

import pytest

from sayso.extract.toponyms.resolve import resolve
from sayso.extract.where_when.places import Gazetteer
from sayso.model.ids import Span

WORLD = Gazetteer.load()


def resolved(text: str) -> list[tuple[str | None, str] | None]:
    spans = [f.span for f in WORLD.find_in(text) if f.places]
    return [None if p is None else (p.code, p.level) for p in resolve(text, spans, WORLD)]


def test_a_list_of_provinces_is_read_as_provinces():
    found = resolved("camps in Ghazni, Laghman, Parwan and Uruzgan provinces")
    assert found == [(f"AF-{unit}", "admin1") for unit in ("GHA", "LAG", "PAR", "URU")]


def test_a_list_without_the_word_province_is_read_alike():
    assert resolved("in Ghazni, Logar and Oruzgan") == [
        ("AF-GHA", "admin1"),
        ("AF-LOG", "admin1"),
        ("AF-URU", "admin1"),
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("an attack in Kunduz city", ("AF-KDZ", "city")),
        ("an attack in Kunduz province", ("AF-KDZ", "admin1")),
        ("the city of Herat", ("AF-HER", "city")),
        ("a meeting in Kabul", ("AF-KAB", "city")),
        ("Islamabad and Kabul", ("PK-IS", "city")),
        ("Hyderabad, Pakistan", ("PK-SD", "city")),
        ("Tripoli, Lebanon", ("LB-AS", "city")),
        ("Punjab in India", ("IN-PB", "admin1")),
        ("Punjab in Pakistan", ("PK-PB", "admin1")),
        ("Georgia and Armenia", ("GE", "country")),
    ],
)
def test_words_beside_a_name_tell_which_place_it_is(text: str, first: tuple[str, str]):
    assert resolved(text)[0] == first


def test_the_countries_of_the_text_tell_between_towns_of_one_name():
    assert resolved("Syrian and Lebanese officials met in Tripoli near Lebanon")[0] == (
        "LB-AS",
        "city",
    )
    assert resolved("Libyan forces hold Tripoli")[0][0].startswith("LY-")


def test_a_place_that_lies_elsewhere_than_stated_is_refused():
    text = "Herat in Mali"
    assert resolve(text, [Span(0, 5), Span(9, 13)], WORLD)[0] is None


def test_a_town_of_a_country_that_the_text_never_names_is_refused():
    text = "Kenyan police searched shops in Eastleigh"
    assert resolve(text, [Span(32, 41)], WORLD) == (None,)
    text = "British police searched shops in Eastleigh"
    [town] = resolve(text, [Span(33, 42)], WORLD)
    assert town is not None
    assert town.code == "GB-ENG"


def test_a_name_that_no_place_bears_has_none():
    assert resolve("in Zarnawa", [Span(3, 10)], WORLD) == (None,)


def test_a_list_of_a_thousand_places_is_read_in_order():
    names = ["Ghazni", "Logar", "Kabul"] * 400
    codes = [found[0] for found in resolved(", ".join(names)) if found]
    assert codes == ["AF-GHA", "AF-LOG", "AF-KAB"] * 400


def test_the_west_is_no_province_of_that_name_and_its_region_is():
    assert resolve("They plan attacks against the West.", [Span(30, 34)], WORLD) == (None,)
    [region] = resolve("He fled to the West Region of Cameroon.", [Span(15, 26)], WORLD)
    assert region is not None
    assert region.code == "CM-OU"
