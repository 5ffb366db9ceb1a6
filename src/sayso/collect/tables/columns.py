"""What the columns of a table of names mean, and a row as somebody to screen."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from sayso.collect.tables.dates import birth_of
from sayso.model.screenings import Subject

#: What a field is called in the files of people who screen; `_` stands for any blank or hyphen.
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "key": ("qid", "id", "customer_id", "customer_no", "customer_number", "client_id", "row_id"),
    "name": ("query", "name", "full_name", "fullname", "customer_name", "client_name"),
    "given": ("given_name", "given_names", "first_name", "firstname", "forename"),
    "middle": ("middle_name", "middle_names", "patronymic", "father_name"),
    "family": ("family_name", "last_name", "lastname", "surname"),
    "schema": ("schema", "type", "kind", "entity_type", "customer_type"),
    "birth": ("dob", "birth", "date_of_birth", "birth_date", "birthdate", "birthday"),
    "country": ("country", "nationality", "citizenship", "country_of_residence"),
    "gender": ("gender", "sex"),
    "address": (
        *("address", "full_address", "street_address", "street", "address_line_1"),
        *("address_line_2", "city", "town", "place_of_residence", "residence"),
    ),
    "ids": (
        *("ids", "id_number", "id_no", "document_number", "passport", "passport_number"),
        *("passport_no", "national_id", "tax_id", "registration_number", "imo", "imo_number"),
    ),
}
_FIELDS: Final = {column: name for name, columns in _COLUMNS.items() for column in columns}
#: The fields of which one at least holds names.
KNOWN: Final = frozenset({"name", "given", "family"})

#: How people call the kinds of parties → FollowTheMoney.
_SCHEMAS: Final = {
    **dict.fromkeys(("person", "individual", "natural_person", "p", "i"), "Person"),
    **dict.fromkeys(("organization", "organisation", "entity", "legal_person"), "Organization"),
    **dict.fromkeys(("company", "corporate", "business", "publicbody"), "Organization"),
    **dict.fromkeys(("vessel", "ship"), "Vessel"),
    **dict.fromkeys(("airplane", "aircraft", "plane"), "Airplane"),
}
_GENDERS: Final = {
    **dict.fromkeys(("m", "male", "man"), "male"),
    **dict.fromkeys(("f", "female", "woman"), "female"),
}
#: FollowTheMoney's own words for what may be a person or an organisation.
_ANY: Final = frozenset({"LegalEntity", "Thing"})
_BLANKS: Final = re.compile(r"[\s_\-]+")
_NUMBERS: Final = re.compile(r"[;|]")
#: No name is so long; code points.
_LONGEST: Final = 1_000
#: What is said of words that `is_lost` finds.
LOST: Final = "bytes that are no text of this encoding: save the file anew as UTF-8"
#: Bytes that are no text, and what was lost when a file was saved.
_LOST: Final = re.compile("[\ud800-\udfff\ufffd]")


def field_of(column: str) -> str | None:
    """Give the field that a column is of; None for one that screening does not use."""
    return _FIELDS.get(_BLANKS.sub("_", column.strip().lstrip("\ufeff").casefold()))


def subject_of(cells: Mapping[str, object], number: int) -> tuple[Subject, str | None]:
    """Give who is to be screened, and why they cannot be; a row without an id is numbered.

    A value that could mean two things is not used, and a remark says so.
    """
    found = _fields(cells)
    name = " ".join(found.get("name") or _parts(found))
    birth, why = birth_of(" ".join(found.get("birth", ())[:1]))
    numbers = (part for cell in found.get("ids", ()) for part in _NUMBERS.split(cell))
    schema, unknown = _schema(next(iter(found.get("schema", ())), ""))
    gender, odd = gender_of(next(iter(found.get("gender", ())), ""))
    subject = Subject(
        key=next(iter(found.get("key", ())), str(number)),
        name=name,
        schema=schema,
        birth=birth,
        country=next(iter(found.get("country", ())), None),
        ids=tuple(filter(None, (part.strip() for part in numbers))),
        gender=gender,
        address=", ".join(found.get("address", ())) or None,
        remarks=tuple(remark for remark in (why, unknown, odd) if remark),
    )
    return subject, why_not(subject)


def _parts(found: Mapping[str, list[str]]) -> list[str]:
    return [word for part in ("given", "middle", "family") for word in found.get(part, ())]


def _fields(cells: Mapping[str, object]) -> dict[str, list[str]]:
    """Give what is said of each field, in the order of the columns."""
    found: dict[str, list[str]] = {}
    for column, value in cells.items():
        field = field_of(str(column))
        if field is not None:
            found.setdefault(field, []).extend(_words(value))
    return {field: words[:1] if field == "name" else words for field, words in found.items()}


def _words(value: object) -> Iterator[str]:
    """Give the words of a cell; none of an empty one."""
    if isinstance(value, list | tuple):
        for part in value:
            yield from _words(part)
    elif value is not None:
        words = " ".join(str(value).split())
        yield from [words] if words else []


def _schema(words: str) -> tuple[str | None, str | None]:
    if not words or words in _ANY:
        return None, None
    schema = _SCHEMAS.get(_BLANKS.sub("_", words.casefold()))
    return schema, None if schema else f"kind {words!r} is not known, and not used"


def gender_of(words: str) -> tuple[str | None, str | None]:
    """Give a gender as the lists have it, and what a person should know where it is not used."""
    if not words:
        return None, None
    gender = _GENDERS.get(words.casefold())
    return gender, None if gender else f"gender {words!r} is not known, and not used"


def is_lost(words: str) -> bool:
    """Say whether words hold bytes that are no text of the encoding in which they were read."""
    return _LOST.search(words) is not None


def why_not(subject: Subject) -> str | None:
    """Say why somebody cannot be screened; None when they can."""
    told = (subject.key, subject.name, subject.birth, subject.country, subject.address)
    checks = (
        (
            any(map(is_lost, filter(None, (*told, *subject.ids)))),
            LOST,
        ),
        (not subject.name, "no name"),
        (
            not any(map(str.isalnum, subject.name)),
            f"the name {subject.name[:40]!r} has no letter to compare",
        ),
        (
            len(subject.name) > _LONGEST,
            f"a name of {len(subject.name):,} characters: screen a text with --text",
        ),
    )
    return next((why for is_so, why in checks if is_so), None)
