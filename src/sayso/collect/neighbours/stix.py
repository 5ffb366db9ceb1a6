"""A STIX 2.1 bundle as a document: relationships and opinions are claims by their authors."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.collect.collector import Hints
from sayso.collect.neighbours.binding import bound_by_markings
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
    json_of,
    object_in,
    objects_in,
    our_words,
    text_of,
    texts,
    words,
)
from sayso.errors import BadInput
from sayso.model.documents import Original
from sayso.model.ids import Span
from sayso.model.vocabulary import EntityType, Factuality, FindingStatus, SourceKind

TOOL: Final = "STIX"
_SPEC: Final = "2.1"
_PREDICATES: Final[Mapping[str, str]] = {
    "located-at": "located_in",
    "uses": "uses",
    "controls": "controls",
    "owns": "owns",
    "authored-by": "authored",
    "member-of": "member_of",
    "part-of": "branch_of",
}
_TYPES: Final[Mapping[str, EntityType]] = {
    "location": EntityType.PLACE,
    "report": EntityType.DOCUMENT,
    "malware": EntityType.CAPABILITY,
    "tool": EntityType.CAPABILITY,
    "attack-pattern": EntityType.CAPABILITY,
    "infrastructure": EntityType.FACILITY,
}
_OPINIONS: Final[Mapping[str, Factuality]] = {
    "strongly-agree": Factuality.CERTAIN,
    "agree": Factuality.PROBABLE,
    "neutral": Factuality.UNKNOWN,
    "disagree": Factuality.PROBABLE_NOT,
    "strongly-disagree": Factuality.CERTAIN_NOT,
}
_FACTUALITIES: Final = {one.value: one for one in Factuality}
_NAMELESS: Final = (SourceKind.UNNAMED, SourceKind.COLLECTIVE)
_STATUS: Final = "status: "
_UNSURE: Final = frozenset(
    {FindingStatus.CONTESTED, FindingStatus.UNCLEAR, FindingStatus.DISPUTED_BY_THIRD_PARTY}
)


def read_stix(original: Original, hints: Hints) -> Imported:
    """Give one document: a line for each object, with claims for relationships and opinions.

    Raises:
        BadInput: it is truncated, no bundle, or of another version of STIX.
    """
    place = original.locator
    bundle = object_in(json_of(text_of(original.content, place), place), place)
    if bundle.get("type") != "bundle":
        raise BadInput(f"{place}: no STIX bundle: its type is {words(bundle.get('type'))!r}")
    objects = objects_in(bundle.get("objects"))
    named = {str(one.get("id")): one for one in objects}
    _check_version(objects, place)
    hints = bound_by_markings(hints, objects)
    sheet = Sheet()
    told: list[Told] = []
    refused: list[str] = []
    stated = {key for one in objects for key in texts(one.get("object_refs")) if _is_stated(one)}
    for number, one in enumerate(objects, start=1):
        where = f"{place}, object {number} ({words(one.get('id'))})"
        is_compiled = words(one.get("id")) in stated and bool(our_words(texts(one.get("labels"))))
        try:
            told.extend(_told(one, named, sheet, where, is_compiled=is_compiled))
        except BadInput as bad:
            refused.append(f"{where}: {bad}")
    return assemble(Ground(sheet.intake(original, hints)), told, TOOL, refused)


def _is_stated(one: Json) -> bool:
    """Say whether an object is what somebody says of others."""
    return one.get("type") == "opinion" and one.get("revoked") is not True


def _check_version(objects: list[Json], place: str) -> None:
    other = [v for one in objects if (v := words(one.get("spec_version"))) not in {"", _SPEC}]
    if other:
        raise BadInput(f"{place}: STIX {other[0]}: only {_SPEC} is taken in: convert it first")


def _told(
    one: Json, named: Mapping[str, Json], sheet: Sheet, place: str, *, is_compiled: bool
) -> Iterator[Told]:
    """Give what an object claims.

    A relationship that we compiled of statements is told by those who made them, and only by them;
    what its author has revoked is kept as words alone.
    """
    kind = one.get("type")
    if kind == "opinion" and _is_stated(one):
        yield from _opinions(one, named, sheet, place)
    elif kind == "relationship" and not is_compiled and one.get("revoked") is not True:
        yield _relationship(one, one, Factuality.CERTAIN, named, (sheet, place))
    else:
        sheet.line(place, _words_of(one))


def _words_of(one: Json) -> list[str]:
    fields = ("type", "name", "abstract", "description", "content", "explanation", "opinion")
    return [told for name in fields if (told := words(one.get(name)))] or ["object"]


def _opinions(one: Json, named: Mapping[str, Json], sheet: Sheet, place: str) -> Iterator[Told]:
    """Give what somebody thinks of relationships; of other objects only the words are kept."""
    factuality = _OPINIONS.get(words(one.get("opinion")), Factuality.UNKNOWN)
    about = [named.get(key) for key in texts(one.get("object_refs"))]
    relationships = [o for o in about if o is not None and o.get("type") == "relationship"]
    if not relationships:
        sheet.line(place, _words_of(one))
    for relationship in relationships:
        yield _relationship(relationship, one, factuality, named, (sheet, place))


def _relationship(
    one: Json,
    stated: Json,
    factuality: Factuality,
    named: Mapping[str, Json],
    at: tuple[Sheet, str],
) -> Told:
    """Write a relationship as its author, or whoever has an opinion on it, states it.

    Raises:
        BadInput: an end of it is not in the bundle; its words are kept.
    """
    sheet, place = at
    ends = [_party(named.get(words(one.get(name)))) for name in ("source_ref", "target_ref")]
    near, far = ends
    if near is None or far is None:
        sheet.line(place, _words_of(stated))
        raise BadInput("an end of it is not in the bundle: kept as words alone")
    said, predicate = _said(one)
    ours = our_words(texts(one.get("labels")))
    speakers = _speakers(stated, named)
    time = stretch(*(words(one.get(name))[:10] for name in ("start_time", "stop_time")))
    facts = texts([stated.get("description"), stated.get("explanation")])
    names = [speaker.name for _, speaker in speakers]
    spans = sheet.line(place, [*names, near.name, said, far.name, time, *facts])
    first, second, third, when = spans[len(names) : len(names) + 4]
    return Told(
        place=place,
        content=Span(first.start, third.end),
        trigger=second,
        predicate=predicate,
        kind=ours.get("kind"),
        realis=realis_of(ours),
        parties=ends_of((near, first), (far, third), ours),
        site=place_of(ours, third),
        time=(time, when) if time else None,
        speakers=_spanned(speakers, spans),
        factuality=_sureness(one, stated, factuality, ours),
    )


def _speakers(stated: Json, named: Mapping[str, Json]) -> list[tuple[SourceKind, Party]]:
    """Give who states it, the outermost first: of a statement of ours the whole chain."""
    told = named.get(words(stated.get("created_by_ref")))
    author = _party(told)
    chain = [Party(name) for name in texts(stated.get("authors"))] if _own(stated) else []
    if author is None:
        return [(SourceKind.ENTITY, party) for party in chain]
    before = chain[:-1] if chain and chain[-1].name == author.name else []
    return [*((SourceKind.ENTITY, party) for party in before), (_kind(told), author)]


def _spanned(
    speakers: list[tuple[SourceKind, Party]], spans: Sequence[Span]
) -> tuple[tuple[SourceKind, Party], ...]:
    found = zip(speakers, spans, strict=False)
    return tuple((kind, replace(party, span=span)) for (kind, party), span in found)


def _kind(author: Json | None) -> SourceKind:
    """Give what sort of source an identity is: of ours it says so, if it has no name of its own."""
    labels = texts(author.get("labels")) if author is not None else []
    return next((kind for kind in _NAMELESS if kind.value in labels), SourceKind.ENTITY)


def _own(stated: Json) -> Factuality | None:
    """Give how sure a statement is that we exported; None for one of another tool."""
    told = (_FACTUALITIES.get(label) for label in texts(stated.get("labels")))
    return next((one for one in told if one is not None), None)


def _sureness(
    one: Json, stated: Json, factuality: Factuality, ours: Mapping[str, str]
) -> Factuality:
    """Give how sure it is: what the statement of ours says outright, or what its status leaves."""
    if stated is not one:
        return _own(stated) or factuality
    return weaker(_stated(one, factuality), ours)


def _said(one: Json) -> tuple[str, str]:
    """Give what a relationship says in its own words, and as a predicate."""
    kind = words(one.get("relationship_type")) or "related-to"
    labels = texts(one.get("labels"))
    said = kind if kind in _PREDICATES or not labels else labels[0]
    return said, our_words(labels).get("predicate") or _PREDICATES.get(kind, said)


def _stated(one: Json, usual: Factuality) -> Factuality:
    """Give how sure a relationship is; the status that we exported with it is never lost."""
    labels = texts(one.get("labels"))
    status = next((s.removeprefix(_STATUS) for s in labels if s.startswith(_STATUS)), "")
    if status in _UNSURE:
        return Factuality.UNKNOWN
    if status == FindingStatus.DENIED:
        return Factuality.CERTAIN_NOT
    return Factuality.POSSIBLE if status == FindingStatus.HEDGED else usual


def _party(one: Json | None) -> Party | None:
    if one is None:
        return None
    kind = words(one.get("type"))
    name = words(one.get("name")) or words(one.get("id"))
    if one.get("identity_class") == "individual":
        return Party(name, EntityType.PERSON)
    return Party(name, _TYPES.get(kind, EntityType.ORGANISATION))
