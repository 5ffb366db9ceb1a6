"""Label Studio tasks and INCEpTION documents (UIMA CAS JSON): regions, and relations between them.

Both count in UTF-16 units, which are turned into code points.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from sayso.collect.neighbours.pages import Imported, Told, assemble
from sayso.collect.neighbours.parties import Party, home_of
from sayso.collect.neighbours.sound import (
    Json,
    code_points,
    json_of,
    objects_in,
    span_in,
    text_of,
    texts,
    whole_signs,
    words,
)
from sayso.errors import BadInput, Ungrounded
from sayso.model.documents import Intake
from sayso.model.ids import Span
from sayso.model.vocabulary import EntityType, Factuality, SourceKind

_TYPES: Final = {kind.value.casefold(): kind for kind in EntityType}
_FACTUALITIES: Final = {one.value: one for one in Factuality}
#: Labels of a region that says who speaks in its sentence.
_SPEAKERS: Final = frozenset({"source", "speaker"})


class Region(NamedTuple):
    """A labelled stretch of a text."""

    span: Span
    labels: Sequence[str]
    exact: str | None


class Relation(NamedTuple):
    """A labelled arrow from one region to another, by their ids."""

    near: str
    far: str
    labels: Sequence[str]
    place: str


class Page(NamedTuple):
    """One text with what is marked on it."""

    text: str
    regions: Mapping[str, Region]
    relations: Sequence[Relation]
    refused: Sequence[str]


def read_pages(
    pages: Sequence[Page], tool: str, take: Callable[[str, int], Intake]
) -> list[Imported]:
    """Give a document for each page: its relations are claims, in the labels of the annotators.

    Args:
        pages: in order.
        tool: that they were made with.
        take: makes a document of a text and its number, from 1.
    """
    found = []
    for number, page in enumerate(pages, start=1):
        intake = take(page.text, number)
        told: list[Told] = []
        refused = list(page.refused)
        for relation in page.relations:
            try:
                told.append(_told(relation, page, intake))
            except BadInput as bad:
                refused.append(f"{relation.place}: {bad}")
        found.append(assemble(intake, told, tool, refused))
    return found


def _told(relation: Relation, page: Page, intake: Intake) -> Told:
    near, far = (page.regions.get(key) for key in (relation.near, relation.far))
    if near is None or far is None:
        raise Ungrounded("a region that it joins was refused or is not there")
    said = [label for label in relation.labels if label not in _FACTUALITIES]
    sure = [_FACTUALITIES[label] for label in relation.labels if label in _FACTUALITIES]
    content = Span(min(near.span.start, far.span.start), max(near.span.end, far.span.end))
    return Told(
        place=relation.place,
        content=content,
        predicate=said[0] if said else "related",
        parties=(("subject", _party(near, page.text)), ("object", _party(far, page.text))),
        speakers=tuple(_speakers(content, page, intake)),
        factuality=sure[0] if sure else Factuality.CERTAIN,
    )


def _party(region: Region, text: str) -> Party:
    kinds = (_TYPES[label.casefold()] for label in region.labels if label.casefold() in _TYPES)
    return Party(region.span.of(text), next(kinds, EntityType.ORGANISATION), region.span)


def _speakers(content: Span, page: Page, intake: Intake) -> Iterator[tuple[SourceKind, Party]]:
    """Give who speaks in the sentence of a claim, outermost first, as the annotators marked it."""
    home = home_of(intake.passages, content)
    for region in page.regions.values():
        is_source = any(label.casefold() in _SPEAKERS for label in region.labels)
        if is_source and home is not None and home.span.contains(region.span):
            yield SourceKind.ENTITY, _party(region, page.text)


def label_studio(content: bytes, place: str) -> list[Page]:
    """Read the tasks of an export as JSON; each needs its text under `data.text`.

    Raises:
        BadInput: it is truncated, or a task has no text.
    """
    tasks = objects_in(json_of(text_of(content, place), place))
    return [_task(task, f"{place}, task {n}") for n, task in enumerate(tasks, start=1)]


def _task(task: Json, place: str) -> Page:
    held = task.get("data")
    text = held.get("text") if isinstance(held, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise BadInput(f"{place}: no `data.text`: export the tasks as JSON with their text")
    whole_signs(text, place)
    points = code_points(text)
    regions: dict[str, Region] = {}
    relations: list[Relation] = []
    refused: list[str] = []
    results = [r for a in objects_in(task.get("annotations")) for r in objects_in(a.get("result"))]
    for number, one in enumerate(results, start=1):
        where = f"{place}, result {number}"
        if one.get("type") == "relation":
            ends = words(one.get("from_id")), words(one.get("to_id"))
            relations.append(Relation(*ends, texts(one.get("labels")), where))
            continue
        value = one.get("value")
        try:
            region = _region(value if isinstance(value, dict) else {}, text, points)
        except BadInput as bad:
            refused.append(f"{where}: {bad}")
        else:
            before = regions.get(words(one.get("id")))
            labels = [*(before.labels if before else ()), *region.labels]
            regions[words(one.get("id"))] = region._replace(labels=labels)
    return Page(text, regions, relations, refused)


def _region(value: Json, text: str, points: Mapping[int, int]) -> Region:
    span = _in_points(span_in(value), points)
    exact = value.get("text")
    if isinstance(exact, str) and span.of(text) != exact:
        raise Ungrounded(f"at {span.start} the text has other words than {exact[:40]!r}")
    labels = [told for name in ("labels", "choices") for told in texts(value.get(name))]
    return Region(span, labels, exact if isinstance(exact, str) else None)


def _in_points(span: Span | None, points: Mapping[int, int]) -> Span:
    if span is None or span.start not in points or span.end not in points:
        raise Ungrounded("its place is not in the text, or cuts a sign in two")
    return Span(points[span.start], points[span.end])


def inception(content: bytes, place: str) -> list[Page]:
    """Read one document as UIMA CAS JSON 0.4: annotations with features, and arrows between them.

    Raises:
        BadInput: it is truncated, of another version, or has no text.
    """
    cas = json_of(text_of(content, place), place)
    structures = objects_in(cas.get("%FEATURE_STRUCTURES")) if isinstance(cas, dict) else []
    sofas = (one.get("sofaString") for one in structures)
    text = next((one for one in sofas if isinstance(one, str)), None)
    if text is None:
        raise BadInput(f"{place}: no UIMA CAS JSON 0.4: it has no text (`sofaString`)")
    whole_signs(text, place)
    points = code_points(text)
    regions: dict[str, Region] = {}
    relations: list[Relation] = []
    refused: list[str] = []
    for one in structures:
        where = f"{place}, structure {one.get('%ID')}"
        labels = _features(one)
        near, far = (str(one.get(name)) for name in ("@Governor", "@Dependent"))
        if "@Governor" in one:
            relations.append(Relation(near, far, labels, where))
        elif labels and span_in(one, "begin") is not None:
            try:
                span = _in_points(span_in(one, "begin"), points)
            except BadInput as bad:
                refused.append(f"{where}: {bad}")
            else:
                regions[str(one.get("%ID"))] = Region(span, labels, None)
    return [Page(text, regions, relations, refused)]


def _features(one: Json) -> list[str]:
    """Give the values of an annotation's own features: its labels."""
    own = [name for name in one if not name.startswith(("%", "@")) and name not in _PLACES]
    return [told for name in own for told in texts(one[name])]


_PLACES: Final = frozenset({"begin", "end", "sofaString", "sofaID", "mimeType", "language"})
