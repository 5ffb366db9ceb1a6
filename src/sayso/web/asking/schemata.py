"""FollowTheMoney's kinds of parties, as far as lists know them, and what a question may find."""

from collections.abc import Mapping
from typing import Final

from sayso.errors import BadInput

_BODIES: Final = frozenset({"Organization", "Company", "PublicBody", "LegalEntity"})
_LEGAL: Final = _BODIES | {"Person"}
_CRAFT: Final = frozenset({"Vessel", "Airplane"})

#: Schema asked for → schemata of entries that may answer: as FollowTheMoney's model has them match.
ANSWERS: Final[Mapping[str, frozenset[str]]] = {
    "Thing": _LEGAL | _CRAFT,
    "LegalEntity": _LEGAL,
    "Person": frozenset({"Person", "LegalEntity"}),
    "Organization": _BODIES,
    "Company": _BODIES,
    "PublicBody": _BODIES,
    "Vehicle": _CRAFT,
    "Vessel": frozenset({"Vessel"}),
    "Airplane": frozenset({"Airplane"}),
}
#: Schema asked for → what the matcher is told; None where it is to judge by all else.
ASKED: Final[Mapping[str, str | None]] = {
    "Person": "Person",
    "Organization": "Organization",
    "Company": "Organization",
    "PublicBody": "Organization",
    "Vessel": "Vessel",
    "Airplane": "Airplane",
}


def answering(schema: str) -> frozenset[str]:
    """Give the schemata of entries that may answer a question for this one.

    Raises:
        BadInput: no list has parties of this kind.
    """
    if schema not in ANSWERS:
        raise BadInput(f"schema {schema!r}: no list has such parties; there are {_KNOWN}")
    return ANSWERS[schema]


_KNOWN: Final = ", ".join(ANSWERS)
