"""The fields that OFSI's list keeps inside its Other Information: "(Gender):Male"."""

import re
from collections.abc import Mapping
from typing import Final

from sayso.lists.uk.fact import Fact

_LABEL: Final = re.compile(r"\(([A-Z][A-Za-z][A-Za-z /]{1,45})\)\s*:\s*")
_REFERENCES: Final = re.compile(r"[A-Z]{3}\d{4}(?:(?:,| and|, and| &) ?[A-Z]{3}\d{4})*", re.ASCII)
#: Label, in small letters → fact. Seen in notices and public extracts: both references, gender,
#: telephone number. The others are those of the list's format guide as readers of it tell.
_FACTS: Final[Mapping[str, Fact]] = {
    "un ref": Fact.UN_REFERENCE,
    "uk sanctions list ref": Fact.OTHER_REFERENCE,
    "gender": Fact.GENDER,
    "phone number": Fact.PHONE,
    "email address": Fact.EMAIL,
    "website": Fact.WEBSITE,
    "type of entity": Fact.ENTITY_TYPE,
    "subsidiaries": Fact.SUBSIDIARY,
    "parent company": Fact.PARENT,
    "business reg no": Fact.REGISTRATION,
    "imo number": Fact.IMO,
    "current owners": Fact.OWNER,
    "previous owners": Fact.FORMER_OWNER,
    "flag of ship": Fact.FLAG,
    "current believed flag of ship": Fact.FLAG,
    "previous flags": Fact.FORMER_FLAG,
    "type of ship": Fact.SHIP_TYPE,
    "tonnage of ship": Fact.TONNAGE,
    "length of ship": Fact.LENGTH,
    "year built": Fact.BUILT,
}


def facts_in(other_information: str) -> Mapping[Fact, str]:
    """Give the labelled fields; the first of a label counts.

    A reference and a gender end where they end, for free text may follow them; anything else ends
    at the next label. The text itself stays whole in the entry's remarks.
    """
    found: dict[Fact, str] = {}
    pieces = _LABEL.split(" ".join(other_information.split()))
    for label, value in zip(pieces[1::2], pieces[2::2], strict=True):
        fact = _FACTS.get(label.casefold())
        if fact is not None and (told := _ended(fact, value)):
            found.setdefault(fact, told)
    return found


def _ended(fact: Fact, value: str) -> str:
    if fact is Fact.OTHER_REFERENCE:
        references = _REFERENCES.match(value)
        return references[0] if references else ""
    if fact in {Fact.UN_REFERENCE, Fact.GENDER}:
        return value.partition(" ")[0].rstrip(".,;")
    return value.strip(" ;").removesuffix(".")
