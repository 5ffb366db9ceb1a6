"""What annotators label: regions of a text, and relations between them; and Label Studio's tasks.

Places are counted in UTF-16 units, which are turned into code points.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from sayso.collect.neighbours.pages import Imported, Told, assemble
from sayso.collect.neighbours.parties import Ground, Party, home_of
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
from sayso.model.ids import PassageId, Span
from sayso.model.vocabulary import EntityType, Factuality, Predicate, SourceKind

#: Our types, and the tags that recognisers of names and layers of INCEpTION use.
_TYPES: Final = {
    **{kind.value.casefold(): kind for kind in EntityType},
    "per": EntityType.PERSON,
    "org": EntityType.ORGANISATION,
    "loc": EntityType.PLACE,
    "location": EntityType.PLACE,
    "gpe": EntityType.PLACE,
}
_PREDICATES: Final = frozenset(predicate.value for predicate in Predicate)
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
    pages: Sequence[Page], tool: str, ground_of: Callable[[str, int], Ground]
) -> list[Imported]:
    """Give a document for each page: its relations are claims, in the labels of the annotators.

    Args:
        pages: in order.
        tool: that they were made with.
        ground_of: gives the document of a text and its number, from 1.
    """
    found = []
    for number, page in enumerate(pages, start=1):
        ground = ground_of(page.text, number)
        labelled = _Labelled(page, ground.intake)
        told: list[Told] = []
        refused = list(page.refused)
        for relation in page.relations:
            try:
                told.append(_told(relation, page, labelled))
            except BadInput as bad:
                refused.append(f"{relation.place}: {bad}")
        found.append(assemble(ground, told, tool, refused))
    return found


class _Labelled:
    """The parties of a page, and who speaks in each of its sentences."""

    def __init__(self, page: Page, intake: Intake) -> None:
        self._page = page
        self._intake = intake
        self._labels: dict[Span, list[str]] = defaultdict(list)
        self._speakers: dict[PassageId, dict[Span, Region]] = defaultdict(dict)
        for region in page.regions.values():
            self._labels[region.span] += [label.casefold() for label in region.labels]
            home = home_of(intake.passages, region.span)
            if home is not None and _SPEAKERS & set(self._labels[region.span]):
                self._speakers[home.id].setdefault(region.span, region)

    def party(self, region: Region) -> Party:
        """Give who or what a region is, by whatever layer says of which type."""
        kinds = (_TYPES[label] for label in self._labels[region.span] if label in _TYPES)
        words = region.span.of(self._page.text)
        return Party(words, next(kinds, EntityType.ORGANISATION), region.span)

    def speakers(self, content: Span) -> Iterator[tuple[SourceKind, Party]]:
        """Give who speaks in the sentence of a claim, outermost first, as it was marked."""
        home = home_of(self._intake.passages, content)
        for region in () if home is None else self._speakers[home.id].values():
            yield SourceKind.ENTITY, self.party(region)


def _told(relation: Relation, page: Page, labelled: _Labelled) -> Told:
    near, far = (page.regions.get(key) for key in (relation.near, relation.far))
    if near is None or far is None:
        raise Ungrounded("a region that it joins was refused or is not there")
    said = [label for label in relation.labels if label not in _FACTUALITIES]
    said.sort(key=lambda label: label not in _PREDICATES)  # ours first, in their order
    sure = [_FACTUALITIES[label] for label in relation.labels if label in _FACTUALITIES]
    content = Span(min(near.span.start, far.span.start), max(near.span.end, far.span.end))
    return Told(
        place=relation.place,
        content=content,
        predicate=said[0] if said else "related",
        parties=(("subject", labelled.party(near)), ("object", labelled.party(far))),
        speakers=tuple(labelled.speakers(content)),
        factuality=sure[0] if sure else Factuality.CERTAIN,
    )


def label_studio(content: bytes, place: str) -> list[Page]:
    """Read the tasks of an export as JSON; each needs its text under `data.text`.

    Raises:
        BadInput: it is truncated, or a task has no text.
    """
    tasks = objects_in(json_of(text_of(content, place), place))
    return [_task(task, f"{place}, task {n}") for n, task in enumerate(tasks, start=1)]


def _task(task: Json, place: str) -> Page:
    text = _text_of(task)
    if text is None:
        raise BadInput(f"{place}: no `data.text`: export the tasks as JSON with their text")
    whole_signs(text, place)
    points = code_points(text)
    regions: dict[str, Region] = {}
    relations: list[Relation] = []
    refused: list[str] = []
    made = [a for a in objects_in(task.get("annotations")) if a.get("was_cancelled") is not True]
    results = [r for annotation in made for r in objects_in(annotation.get("result"))]
    for number, one in enumerate(results, start=1):
        where = f"{place}, result {number}"
        if one.get("type") == "relation":
            near, far = words(one.get("from_id")), words(one.get("to_id"))
            ends = (far, near) if one.get("direction") == "left" else (near, far)
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


def _text_of(task: Json) -> str | None:
    """Give the text of a task: its `text`, or else the only words that it shows."""
    held = task.get("data")
    shown = held if isinstance(held, dict) else {}
    told = [value for value in shown.values() if isinstance(value, str)]
    text = shown.get("text", told[0] if len(told) == 1 else None)
    return text if isinstance(text, str) and text.strip() else None


def _region(value: Json, text: str, points: Mapping[int, int]) -> Region:
    span = in_points(span_in(value), points)
    exact = value.get("text")
    if isinstance(exact, str) and span.of(text) != exact:
        raise Ungrounded(f"at {span.start} the text has other words than {exact[:40]!r}")
    labels = [told for name in ("labels", "choices") for told in texts(value.get(name))]
    return Region(span, labels, exact if isinstance(exact, str) else None)


def in_points(span: Span | None, points: Mapping[int, int]) -> Span:
    """Turn a span in UTF-16 units into one in code points.

    Raises:
        Ungrounded: there is none, or it is not in the text, or cuts a sign in two.
    """
    if span is None or span.start not in points or span.end not in points:
        raise Ungrounded("its place is not in the text, or cuts a sign in two")
    return Span(points[span.start], points[span.end])
