"""Names and their types as re3d has them, from the product's entities, times and figures."""

from collections.abc import Iterator, Mapping
from typing import Final

from bench.engines.product import extraction, readings
from bench.re3d import Named
from sayso.model.claims import Quantity
from sayso.model.ids import Span
from sayso.model.vocabulary import EntityType, MentionKind

TYPES: Final[Mapping[EntityType, str]] = {
    EntityType.PERSON: "Person",
    EntityType.ARMED_GROUP: "Organisation",
    EntityType.ORGANISATION: "Organisation",
    EntityType.PUBLIC_BODY: "Organisation",
    EntityType.MEDIA_OUTLET: "Organisation",
    EntityType.PLACE: "Location",
    EntityType.FACILITY: "Location",
}
_CURRENCIES: Final = frozenset("$€£¥")


def names_of(text: str) -> Iterator[Named]:
    """Give the names, places, times and figures of a text, in no set order."""
    found = extraction(text)
    for entity in found.entities:
        kind = TYPES.get(entity.type)
        for mention in entity.mentions:
            if kind is not None and mention.kind is not MentionKind.PRONOUN:
                yield _named(mention.span, kind)
    for time in found.times:
        yield _named(time.span, "Temporal")
    for reading in readings(text):
        for quantity in reading.quantities:
            yield _named(quantity.span, "Money" if _is_money(quantity) else "Quantity")


def _named(span: Span, kind: str) -> Named:
    return Named(span.start, span.end, kind)


def _is_money(quantity: Quantity) -> bool:
    """Say whether a figure is a sum of money, by its sign or unit."""
    unit = (quantity.unit or "").lower()
    return bool(_CURRENCIES & set(quantity.text)) or unit in {"usd", "dollar", "dollars", "euro"}
