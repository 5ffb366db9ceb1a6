"""What binds whoever shows what another tool handed on: handling, licence, notice, as it says."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from sayso.collect.collector import Hints
from sayso.collect.neighbours.sound import Json, texts, words
from sayso.model.vocabulary import Handling

_ORDER: Final = tuple(Handling)
_HANDLING, _BASIS, _NOTICE = "handling: ", "licence or ground: ", "notice: "
#: The colours of the traffic light protocol, its first version and its second.
_COLOURS: Final[Mapping[str, Handling]] = {
    "white": Handling.PUBLIC,
    "clear": Handling.PUBLIC,
    "green": Handling.INTERNAL,
    "amber": Handling.INTERNAL,
    "amber+strict": Handling.INTERNAL,
    "red": Handling.RESTRICTED,
}


def bound_by_words(hints: Hints, told: Iterable[str]) -> Hints:
    """Add to what a person says what a file of ours says in words ("handling: restricted")."""
    found = [*told]
    handlings = [one.removeprefix(_HANDLING) for one in found if one.startswith(_HANDLING)]
    return _bound(
        hints,
        [Handling(one) for one in handlings if one in list(Handling)],
        [one.removeprefix(_BASIS) for one in found if one.startswith(_BASIS)],
        [one.removeprefix(_NOTICE) for one in found if one.startswith(_NOTICE)],
    )


def bound_by_markings(hints: Hints, objects: Iterable[Json]) -> Hints:
    """Add to what a person says the markings of a STIX bundle; its statements are a notice."""
    handlings, notices = [], []
    for one in objects:
        definition = one.get("definition")
        if one.get("type") != "marking-definition":
            continue
        if isinstance(definition, dict):
            notices += texts(definition.get("statement"))
        colour = words(definition.get("tlp")) if isinstance(definition, dict) else ""
        colour = colour or words(one.get("name")).removeprefix("TLP:")
        handlings += [_COLOURS[told] for told in [colour.casefold()] if told in _COLOURS]
    return _bound(hints, handlings, [], notices)


def _bound(
    hints: Hints, handlings: Iterable[Handling], bases: Iterable[str], notices: Iterable[str]
) -> Hints:
    """Take the strictest handling, and all licences and notices, where a person says nothing."""
    return replace(
        hints,
        handling=hints.handling or max(handlings, key=_ORDER.index, default=None),
        lawful_basis=hints.lawful_basis or "; ".join(dict.fromkeys(bases)) or None,
        notice=hints.notice or "; ".join(dict.fromkeys(notices)) or None,
    )
