"""The map: by province, a country apart from its provinces, what cannot be placed counted."""

from functools import cache

from sayso.model.findings import Knowledge
from sayso.model.vocabulary import PlaceLevel
from sayso.views.map.regions import map_shape, placed
from tests.review.build import AFGHANISTAN, GHAZNI, GROUP, KUNAR, Page, Said, site
from tests.timed import Diary, allegation, denial

CITY = site("Ghazni City", "AF-GHA", PlaceLevel.CITY)
SOMEWHERE = site("the border", None, PlaceLevel.REGION)


@cache
def known() -> Knowledge:
    made, page = Diary(), Page("Radio Kohdast", "2024-05-29")
    for number, where in enumerate((CITY, KUNAR, AFGHANISTAN, SOMEWHERE)):
        group = page.name(f"Sorkh {'ABCD'[number]}olar Union", GROUP)
        page.claim(group, "located_in", page.place(where), Said(place=where))
    page.claim(group, "plan", None)
    for one in (page, allegation(), denial()):
        made.add(one, 1)
    return made.bench.knowledge()


def shape() -> dict:
    found = placed(known(), known().findings.values())
    return map_shape(known(), found, 0)


def region(code: str) -> dict:
    told = shape()
    return next(r for r in (*told["provinces"], *told["countries"]) if r["code"] == code)


def test_what_is_said_of_a_city_counts_for_its_province():
    ghazni = region("AF-GHA")
    assert (ghazni["name"], ghazni["country"], ghazni["total"]) == ("Ghazni", "AF", 2)
    assert ghazni["statuses"] == {"asserted": 1, "contested": 1}


def test_what_is_said_of_a_country_counts_for_none_of_its_provinces():
    told = shape()
    assert [r["code"] for r in told["countries"]] == ["AF"]
    assert {r["code"] for r in told["provinces"]} == {"AF-GHA", "AF-KNR"}


def test_what_cannot_be_placed_is_counted_not_guessed():
    told = shape()
    assert told["unplaced"] == {"the border": 1}
    assert told["without_place"] >= 1


def test_no_point_leaves_and_no_boundary_is_endorsed():
    told = shape()
    assert not {"lat", "lon", "latitude"} & set(told["provinces"][0])
    assert "do not imply endorsement" in told["disclaimer"]
    assert told["precision"] == "admin1"


def test_a_finding_whose_accounts_disagree_on_the_province_is_uncertain():
    finding = next(f for f in known().findings.values() if f.place_code == GHAZNI.code)
    assert region("AF-GHA")["uncertain"] == 0
    assert finding.place_code == "AF-GHA"
