"""List entries as FollowTheMoney entities: every property is one that its schema has."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import yente_client

from sayso.model.lists import DateInterval, ListedCraft, ListedDocument, ListEntry
from sayso.web.yente.entities import party, properties_of
from sayso.web.yente.reading import BIRTHS, COUNTRIES, IDS, NAMES
from tests.fakes import tiny_entry
from tests.web.standing import FRONT, SHIP, TOLWAK

MODEL = json.loads((Path(yente_client.__file__).parent / "schemas/model.json").read_text("utf-8"))
PLANE = replace(
    tiny_entry("901", "Zarvan Air 1", schema="Airplane"),
    craft=ListedCraft(type="Boeing 747", tail_number="ZV-901", serial_number="20001", model="747"),
)


def of_schema(name: str) -> set[str]:
    """Give the properties of a schema with those that it inherits."""
    schema = MODEL["schemata"][name]
    return set(schema["properties"]).union(*(of_schema(parent) for parent in schema["extends"]))


@pytest.mark.parametrize("entry", [TOLWAK, FRONT, SHIP, PLANE], ids=lambda e: e.schema)
def test_every_property_is_one_of_the_schema(entry: ListEntry):
    assert set(properties_of(entry)) <= of_schema(entry.schema)


def test_every_property_that_is_read_is_one_that_somebody_can_send():
    everything = {name for schema in MODEL["schemata"] for name in of_schema(schema)}
    assert {*NAMES, *BIRTHS, *COUNTRIES, *IDS} <= everything


def test_a_listing_has_the_properties_of_a_sanction():
    told = party(SHIP, None, nested=True)
    [listing] = told["properties"]["sanctions"]
    assert set(listing["properties"]) <= of_schema("Sanction")
    assert listing["properties"]["unscId"] == ["QDe.901"]


def test_a_persons_names_are_told_by_their_kind():
    told = properties_of(TOLWAK)
    assert told["name"] == ["Zarmast Tolwak", "Зармаст Толвак"]
    assert told["weakAlias"] == ["Abu Sahra"]
    assert told["previousName"] == ["Z. Tolwakov"]
    assert "alias" not in told


def test_what_else_is_known_of_a_person():
    told = properties_of(TOLWAK)
    assert told["birthDate"] == ["1970"]
    assert told["nationality"] == told["country"] == ["af"]
    assert (told["passportNumber"], told["idNumber"]) == (["KX 1234567"], ["99-0001"])
    assert (told["email"], told["phone"]) == (["tolwak@example.org"], ["+93 1"])
    assert (told["topics"], told["gender"]) == (["sanction"], ["male"])


def test_a_ship_has_its_number_and_its_flag():
    told = properties_of(SHIP)
    assert (told["imoNumber"], told["flag"], told["country"]) == (["9000001"], ["pa"], ["pa"])


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("1970-03-04", "1970-03-04", ["1970-03-04"]),
        ("1970-01-01", "1970-12-31", ["1970"]),
        ("1970-02-01", "1970-02-28", ["1970-02"]),
        ("1970-02-01", "1970-02-11", ["1970-02-01", "1970-02-11"]),
        ("1965-01-01", "1970-12-31", ["1965", "1970"]),
        ("1965-01-01", None, ["1965-01-01"]),
        (None, None, None),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(start: str | None, end: str | None, told: list | None):
    entry = replace(TOLWAK, births=(DateInterval(start=start, end=end),))
    assert properties_of(entry).get("birthDate") == told


def test_a_paper_of_an_unknown_kind_is_an_identity_number():
    entry = replace(TOLWAK, documents=(ListedDocument(number="7"), ListedDocument(type="Tax id")))
    assert properties_of(entry)["idNumber"] == ["7"]
    assert "taxNumber" not in properties_of(entry)
