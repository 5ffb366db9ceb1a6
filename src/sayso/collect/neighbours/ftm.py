"""FollowTheMoney entities, one JSON object a line: intervals become claims by their publishers."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from sayso.collect.collector import Hints
from sayso.collect.neighbours.binding import bound_by_words
from sayso.collect.neighbours.pages import (
    Imported,
    Told,
    assemble,
    ends_of,
    place_of,
    realis_of,
    stretch,
    weaker,
)
from sayso.collect.neighbours.parties import Ground, Party
from sayso.collect.neighbours.sheets import Sheet
from sayso.collect.neighbours.sound import (
    Json,
    lines_of,
    object_in,
    our_words,
    text_of,
    texts,
    words,
)
from sayso.errors import BadInput
from sayso.model.documents import Original
from sayso.model.ids import Span
from sayso.model.vocabulary import EntityType, Factuality, FindingStatus, SourceKind

TOOL: Final = "FollowTheMoney"
_TYPES: Final[Mapping[str, EntityType]] = {
    "Person": EntityType.PERSON,
    "PublicBody": EntityType.PUBLIC_BODY,
    "Address": EntityType.PLACE,
    "Territory": EntityType.PLACE,
    "RealEstate": EntityType.FACILITY,
    "Document": EntityType.DOCUMENT,
    "Article": EntityType.DOCUMENT,
    "Asset": EntityType.MATERIAL,
    "Vessel": EntityType.MATERIAL,
    "Airplane": EntityType.MATERIAL,
    "Vehicle": EntityType.MATERIAL,
}


class _Edge(NamedTuple):
    """The two ends of an interval, and what it says; "" leaves that to its role."""

    near: str
    far: str
    predicate: str = ""


_EDGES: Final[Mapping[str, _Edge]] = {
    "Membership": _Edge("member", "organization", "member_of"),
    "Employment": _Edge("employee", "employer", "member_of"),
    "Directorship": _Edge("director", "organization", "leads"),
    "Ownership": _Edge("owner", "asset", "owns"),
    "Family": _Edge("person", "relative", "related_to"),
    "Associate": _Edge("person", "associate", "tied_to"),
    "Payment": _Edge("payer", "beneficiary", "supports"),
    "Representation": _Edge("agent", "client"),
    "UnknownLink": _Edge("subject", "object"),
    "Succession": _Edge("predecessor", "successor"),
    "Sanction": _Edge("entity", "authority", "listed_by"),
}
#: Where what binds whoever shows an entity stands, of those that we exported.
_WORDS: Final = ("notes", "summary")
_TIMES: Final = ("startDate", "endDate", "date")
_FUNDS: Final = "funds"
#: Where an interval says what it is.
_ROLES: Final = ("role", "relationship", "purpose")
#: What a link says that we exported with a status of its own; such a word never gets lost.
_BY_STATUS: Final[Mapping[str, Factuality]] = {
    FindingStatus.DENIED: Factuality.CERTAIN_NOT,
    FindingStatus.ASSERTED: Factuality.CERTAIN,
    FindingStatus.CORROBORATED: Factuality.CERTAIN,
    **dict.fromkeys(
        (
            FindingStatus.CONTESTED,
            FindingStatus.DISPUTED_BY_THIRD_PARTY,
            FindingStatus.UNCLEAR,
            FindingStatus.PRIMARY_DIFFERS,
            FindingStatus.RETRACTED,
            FindingStatus.SUPERSEDED,
        ),
        Factuality.UNKNOWN,
    ),
    FindingStatus.HEDGED: Factuality.POSSIBLE,
    FindingStatus.SECONDARY_ONLY: Factuality.POSSIBLE,
}


def read_ftm(original: Original, hints: Hints) -> Imported:
    """Give one document: a line for each entity, and a claim for each interval between two.

    Raises:
        BadInput: it is truncated, or holds no entity.
    """
    place = original.locator
    rows = lines_of(text_of(original.content, place), place)
    things = {number: _checked(row, f"{place}, line {number}") for number, row in rows}
    named = {str(one["id"]): one for one in things.values()}
    said = (told for one in things.values() for name in _WORDS for told in _values(one, name))
    hints = bound_by_words(hints, said)
    sheet = Sheet()
    told: list[Told] = []
    refused: list[str] = []
    for number, one in things.items():
        where = f"{place}, line {number}"
        try:
            told.extend(_told(one, named, sheet, where))
        except BadInput as bad:
            refused.append(f"{where}: {bad}")
    return assemble(Ground(sheet.intake(original, hints)), told, TOOL, refused)


def _checked(row: object, place: str) -> Json:
    one = object_in(row, place)
    sound = isinstance(one.get("id"), str) and isinstance(one.get("schema"), str)
    if not sound or not isinstance(one.get("properties"), dict):
        raise BadInput(f"{place}: no FollowTheMoney entity: id, schema and properties are needed")
    return one


def _values(one: Json, name: str) -> list[str]:
    properties = one["properties"]
    return texts(properties.get(name)) if isinstance(properties, dict) else []


def _told(one: Json, named: Mapping[str, Json], sheet: Sheet, place: str) -> Iterator[Told]:
    """Write an entity as a line, and give what it claims, once for each who says so."""
    schema = words(one["schema"]) or "entity"
    edge = _EDGES.get(schema)
    if edge is None:
        sheet.line(place, [schema, *_facts(one, ())])
        return
    ends = [_end(one, name, named) for name in (edge.near, edge.far)]
    role = next((v for name in _ROLES for v in _values(one, name)), schema)
    publishers = _values(one, "publisher")
    facts = _facts(one, (edge.near, edge.far, *_ROLES, *_TIMES, "publisher"))
    time = _time(one)
    if not all(ends):
        sheet.line(place, [schema, *_facts(one, ())])
        raise BadInput(f"its {edge.near} or {edge.far} is not in the file: kept as words alone")
    near, far = (end for end in ends if end is not None)
    spans = sheet.line(place, [*publishers, near.name, role, far.name, time, *facts])
    speakers: list[tuple[tuple[SourceKind, Party], ...]] = [
        ((SourceKind.ENTITY, Party(name, EntityType.ORGANISATION, span)),)
        for name, span in zip(publishers, spans, strict=False)
    ]
    first, second, third, when = spans[len(publishers) : len(publishers) + 4]
    ours = our_words(_values(one, "summary"))
    usual = _FUNDS if schema == "Payment" else None
    for chain in speakers or ((),):
        yield Told(
            place=place,
            content=Span(first.start, third.end),
            trigger=second,
            predicate=ours.get("predicate") or edge.predicate or _plain(role),
            kind=ours.get("kind") or usual,
            realis=realis_of(ours),
            parties=ends_of((near, first), (far, third), ours),
            site=place_of(ours, third),
            time=(time, when) if time else None,
            speakers=chain,
            factuality=weaker(_factuality(one, role), ours),
        )


def _time(one: Json) -> str:
    """Give when an interval holds, as EDTF; "" where it does not say."""
    start, end, date = (next(iter(_values(one, name)), "") for name in _TIMES)
    return stretch(start, end) or date


def _end(one: Json, name: str, named: Mapping[str, Json]) -> Party | None:
    """Give an end of an interval; an authority is named outright."""
    key = next(iter(_values(one, name)), "")
    if name == "authority":
        return Party(key, EntityType.PUBLIC_BODY) if key else None
    other = named.get(key)
    if other is None:
        return None
    kind = _TYPES.get(str(other["schema"]), EntityType.ORGANISATION)
    found = next(iter(_values(other, "name") or _values(other, "fileName")), "")
    return Party(found, kind) if found else None


def _plain(role: str) -> str:
    """Give a role without the status before it; what it says is kept as it stands."""
    status, _, rest = role.partition(": ")
    return rest if rest and status.replace(" ", "_") in list(FindingStatus) else role


def _factuality(one: Json, role: str) -> Factuality:
    stated = [*_values(one, "status"), role.partition(": ")[0].replace(" ", "_")]
    return next((_BY_STATUS[s] for s in stated if s in _BY_STATUS), Factuality.CERTAIN)


def _facts(one: Json, without: Iterable[str]) -> list[str]:
    """Give all other properties as words."""
    properties = one["properties"]
    names = sorted(properties) if isinstance(properties, dict) else []
    left = [name for name in names if name not in set(without)]
    return [f"{name}: {value}" for name in left for value in _values(one, name)]
