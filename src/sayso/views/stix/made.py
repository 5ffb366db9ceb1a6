"""The parts of STIX objects that all of them have: ids, times, markings, references."""

import hashlib
import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from sayso.model.documents import Document
from sayso.model.vocabulary import Handling
from sayso.views.exports import rows
from sayso.views.json import JsonObject, JsonValue

_SPEC: Final = "2.1"
#: TLP's own marking definitions, as STIX 2.1 fixes them.
_TLP: Final[Mapping[str, tuple[str, str]]] = {
    Handling.PUBLIC.value: ("white", "613f2e26-407d-48c7-9eca-b8e91df99dc9"),
    Handling.INTERNAL.value: ("amber", "f88d31f6-486f-44da-b317-01333bde0b82"),
    Handling.RESTRICTED.value: ("red", "5e57c739-391a-4eb3-b6be-7d15ca92d5ed"),
}
_TLP_SINCE: Final = "2017-01-20T00:00:00.000Z"
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def stix_id(kind: str, *parts: str) -> str:
    """Give an id of an object of a type, the same in every export.

    It has the form of a random UUID (version 4), which STIX asks for.
    """
    told = "\x1f".join(("sayso", kind, *parts)).encode("utf-8", "surrogatepass")
    return f"{kind}--{uuid.UUID(bytes=hashlib.sha256(told).digest()[:16], version=4)}"


def instant(at: datetime) -> str:
    """Give a time as STIX writes it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def day_instant(edtf: str) -> str | None:
    """Give the beginning of a day; None for anything coarser, which STIX cannot say."""
    return f"{edtf}T00:00:00.000Z" if _DAY.fullmatch(edtf) else None


@dataclass(slots=True, kw_only=True)
class Bundle:
    """The objects of a bundle in the making, each once.

    Attributes:
        since: when there was something to tell, as STIX writes it: what objects are created at, the
            same in every export.
        at: when it is made.
        objects: by id, in the order of adding.
    """

    since: str
    at: str
    objects: dict[str, JsonObject] = field(default_factory=dict)

    def add(self, kind: str, key: tuple[str, ...], told: Mapping[str, JsonValue]) -> str:
        """Add an object unless it is there, without what is empty; give its id."""
        name = stix_id(kind, *key)
        head = {"type": kind, "spec_version": _SPEC, "id": name}
        times = {"created": self.since, "modified": self.at}
        kept = {field: value for field, value in told.items() if value not in (None, "", [], ())}
        self.objects.setdefault(name, {**head, **times, **kept})
        return name

    def marked(self, documents: Iterable[Document]) -> list[str]:
        """Give the markings of what rests on documents: handling as TLP, notices and licences."""
        held = list(documents)
        strictest = rows.strictest(held)
        words = dict.fromkeys(words for d in held for words in (d.notice, d.lawful_basis) if words)
        found = [self._tlp(strictest)] if strictest else []
        return [*found, *(self._statement(one) for one in words)]

    def _tlp(self, handling: str) -> str:
        colour, number = _TLP[handling]
        name = f"marking-definition--{number}"
        self.objects.setdefault(
            name,
            {
                "type": "marking-definition",
                "spec_version": _SPEC,
                "id": name,
                "created": _TLP_SINCE,
                "definition_type": "tlp",
                "name": f"TLP:{colour.upper()}",
                "definition": {"tlp": colour},
            },
        )
        return name

    def _statement(self, words: str) -> str:
        name = stix_id("marking-definition", words)
        self.objects.setdefault(
            name,
            {
                "type": "marking-definition",
                "spec_version": _SPEC,
                "id": name,
                "created": self.since,
                "definition_type": "statement",
                "definition": {"statement": words},
            },
        )
        return name
