"""Reads yente's queries: FollowTheMoney properties become a question to the lists."""

from collections.abc import Iterable, Mapping
from typing import Final

from sayso.collect.tables.columns import gender_of
from sayso.model.ids import EntryId
from sayso.web.asking.inquiries import Inquiry
from sayso.web.asking.schemata import ASKED, answering
from sayso.web.yente.shapes import Example

NAMES: Final = ("name", "alias", "weakAlias", "previousName")
_NAME_PARTS: Final = ("firstName", "secondName", "middleName", "fatherName", "lastName")
BIRTHS: Final = ("birthDate",)
COUNTRIES: Final = (
    "nationality",
    "citizenship",
    "country",
    "jurisdiction",
    "mainCountry",
    "birthCountry",
    "flag",
)
IDS: Final = (
    "idNumber",
    "passportNumber",
    "registrationNumber",
    "taxNumber",
    "vatCode",
    "innCode",
    "ogrnCode",
    "leiCode",
    "swiftBic",
    "imoNumber",
    "mmsi",
    "callSign",
    "serialNumber",
)
GENDER: Final = "gender"
ADDRESS: Final = "address"
#: Properties that take part; others are told as ignored.
READ: Final = frozenset({*NAMES, *_NAME_PARTS, *BIRTHS, *COUNTRIES, *IDS, GENDER, ADDRESS})


def inquiry(example: Example, *, excluded: Iterable[str], left_out: Iterable[str]) -> Inquiry:
    """Give the question that an example asks.

    Args:
        example: as it came.
        excluded: ids of entries that are not to be given.
        left_out: schemata of entries that are not to be given.

    Raises:
        BadInput: no list has parties of the example's schema.
    """
    told = {name: as_list(values) for name, values in example.properties.items()}
    parts = " ".join(value for part in _NAME_PARTS for value in told.get(part, ())[:1])
    names = _all(told, NAMES)
    return Inquiry(
        names=names or ((parts,) if parts else ()),
        births=_all(told, BIRTHS),
        countries=tuple(_country(code) for code in _all(told, COUNTRIES)),
        ids=_all(told, IDS),
        gender=gender_of(next(iter(told.get(GENDER, ())), ""))[0],
        address=", ".join(told.get(ADDRESS, ())) or None,
        schema=ASKED.get(example.schema),
        schemata=answering(example.schema) - frozenset(left_out),
        excluded=frozenset(EntryId(key) for key in excluded),
    )


def as_list(values: str | list[str]) -> list[str]:
    """Give a property's values, whether there came one or a list; empty ones are none."""
    return [value for value in ([values] if isinstance(values, str) else values) if value.strip()]


def _all(told: Mapping[str, list[str]], names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for name in names for value in told.get(name, ())))


def _country(code: str) -> str:
    """Give a country as the matcher knows it: a code in capitals, a name as it is."""
    return code.upper() if len(code) == len("af") else code
