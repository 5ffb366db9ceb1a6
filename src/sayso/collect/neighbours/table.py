"""A table with a mapping that says which column holds what: a row is a claim."""

import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from sayso.collect.collector import Hints
from sayso.collect.neighbours.pages import Imported, Site, Told, assemble
from sayso.collect.neighbours.parties import Ground, Party
from sayso.collect.neighbours.sheets import Sheet
from sayso.collect.neighbours.sound import text_of, words
from sayso.collect.tables.lines import Line, encoding_of
from sayso.collect.tables.rows import Row, Wanted, plain, rows_of
from sayso.errors import BadInput
from sayso.model.clocks import Stretch
from sayso.model.documents import Original
from sayso.model.ids import Span
from sayso.model.vocabulary import EntityType, Factuality, SourceKind

TOOL: Final = "table with a mapping"
#: What a mapping may name.
SLOTS: Final = (
    "subject",
    "subject_type",
    "predicate",
    "kind",
    "object",
    "object_type",
    "speaker",
    "factuality",
    "place",
    "place_code",
    "time",
    "words",
)
_TYPES: Final = {kind.value: kind for kind in EntityType}
_FACTUALITIES: Final = {one.value: one for one in Factuality}
#: What stands between the speakers of a chain.
_THROUGH: Final = " → "
#: What a spreadsheet's guard against formulas begins with.
_GUARDED: Final = ("'=", "'+", "'-", "'@")


class Mapped(NamedTuple):
    """Columns and constants by slot, and our words for the table's."""

    columns: Mapping[str, str]
    constants: Mapping[str, str]
    predicates: Mapping[str, str]


def mapping_of(content: bytes, place: str) -> Mapped:
    """Read a mapping: TOML with `[columns]`, and, if wanted, `[constants]` and `[predicates]`.

    Raises:
        BadInput: it is no TOML, or names a slot that there is not; says which there are.
    """
    try:
        told = tomllib.loads(text_of(content, place))
    except (tomllib.TOMLDecodeError, RecursionError) as bad:
        raise BadInput(f"{place}: no TOML: {bad}") from bad
    found = Mapped(*(_section(told, name, place) for name in Mapped._fields))
    named = [*found.columns, *found.constants]
    unknown = [slot for slot in named if slot not in SLOTS]
    if unknown:
        raise BadInput(f"{place}: no slot {unknown[0]!r}: one of {', '.join(SLOTS)}")
    missing = [slot for slot in ("subject", "predicate") if slot not in named]
    if missing:
        raise BadInput(f"{place}: it does not say where the {missing[0]} stands: add it")
    return found


def _section(told: Mapping[str, object], name: str, place: str) -> Mapping[str, str]:
    section = told.get(name, {})
    if not isinstance(section, dict) or not all(isinstance(v, str) for v in section.values()):
        raise BadInput(f"{place}: [{name}] holds texts alone")
    return section


def read_table(original: Original, hints: Hints, mapped: Mapped) -> Imported:
    """Give one document: a line for each row, and the claim that it makes.

    Raises:
        BadInput: it is no table, or lacks a column that the mapping names.
    """
    place = original.locator
    sheet = Sheet()
    told: list[Told] = []
    refused: list[str] = []
    for row in _rows(original, mapped):
        where = f"{place}, line {row.number}"
        try:
            told.append(_told(row, mapped, sheet, where))
        except BadInput as bad:
            refused.append(f"{where}: {bad}")
    if not told:
        reasons = f" ({refused[0]})" if refused else ""
        raise BadInput(f"{place}: no row of it is a claim{reasons}")
    return assemble(Ground(sheet.intake(original, hints)), told, TOOL, refused)


def _rows(original: Original, mapped: Mapped) -> Iterator[Row]:
    lines = io.StringIO(_text(original), newline="")
    numbered = (Line(number, line) for number, line in enumerate(lines, start=1))
    needed = frozenset(column.strip().casefold() for column in mapped.columns.values())
    wanted = Wanted(is_known=lambda column: plain(column) in needed, all_of=needed)
    yield from rows_of(numbered, original.locator, wanted)


def _text(original: Original) -> str:
    """Give a table's text: in UTF-8, or in another encoding of Unicode that it says it is in.

    Raises:
        BadInput: it is in neither.
    """
    encoding = encoding_of(original.content)
    if encoding.startswith("utf-8"):
        return text_of(original.content, original.locator)
    try:
        return original.content.decode(encoding)
    except UnicodeDecodeError as bad:
        raise BadInput(
            f"{original.locator}, byte {bad.start}: no {encoding}: save it anew"
        ) from bad


def _told(row: Row, mapped: Mapped, sheet: Sheet, place: str) -> Told:
    if row.error is not None:
        raise BadInput(row.error)
    cells = {column.strip(): _cell(cell) for column, cell in row.cells.items()}
    slots = dict(mapped.constants)
    slots |= {slot: cells.get(column, "") for slot, column in mapped.columns.items()}
    if not slots.get("subject") or not slots.get("predicate"):
        raise BadInput("no subject, or nothing said of it")
    time = slots.get("time", "")
    if time and Stretch.of(time) is None:
        raise BadInput(f"no time {time[:40]!r}: write EDTF, as 2024-05-23, 2024-05 or 2021/..")
    spans = _written(slots, cells, mapped, sheet, place)
    said = slots["predicate"]
    return Told(
        place=place,
        content=Span(spans["subject"].start, max(span.end for span in spans.values())),
        trigger=spans["predicate"],
        predicate=mapped.predicates.get(said, said),
        kind=slots.get("kind") or None,
        parties=tuple(_parties(slots, spans)),
        speakers=_speakers(slots, spans),
        factuality=_factuality(slots.get("factuality", "")),
        time=(time, spans["time"]) if time else None,
        site=Site(spans["place"], slots.get("place_code") or None) if "place" in spans else None,
    )


def _cell(cell: object) -> str:
    found = words(cell if isinstance(cell, str) else str(cell))
    return found[1:] if found.startswith(_GUARDED) else found


def _written(
    slots: Mapping[str, str], cells: Mapping[str, str], mapped: Mapped, sheet: Sheet, place: str
) -> Mapping[str, Span]:
    """Write a row as a line, the speaker first, and give where each slot's words stand."""
    order = ("speaker", "subject", "predicate", "object", "place", "time", "words")
    named = [slot for slot in order if slots.get(slot)]
    used = set(mapped.columns.values())
    rest = [f"{column}: {cell}" for column, cell in cells.items() if cell and column not in used]
    spans = sheet.line(place, [*(slots[slot] for slot in named), *rest])
    return dict(zip(named, spans, strict=False))


def _parties(slots: Mapping[str, str], spans: Mapping[str, Span]) -> Iterable[tuple[str, Party]]:
    for role in ("subject", "object"):
        if role in spans:
            word = slots.get(f"{role}_type") or EntityType.ORGANISATION.value
            if word not in _TYPES:
                raise BadInput(f"no type {word[:40]!r}: one of {', '.join(_TYPES)}")
            yield role, Party(slots[role], _TYPES[word], spans[role])


def _speakers(
    slots: Mapping[str, str], spans: Mapping[str, Span]
) -> tuple[tuple[SourceKind, Party], ...]:
    """Give who says it; of a chain as we write it ("A → B") each, the outermost first."""
    if "speaker" not in spans:
        return ()
    found, at = [], spans["speaker"].start
    for name in slots["speaker"].split(_THROUGH):
        span = Span(at, at + len(name))
        found.append((SourceKind.ENTITY, Party(name, EntityType.ORGANISATION, span)))
        at = span.end + len(_THROUGH)
    return tuple(found)


def _factuality(word: str) -> Factuality:
    if word and word not in _FACTUALITIES:
        raise BadInput(f"no factuality {word[:40]!r}: one of {', '.join(_FACTUALITIES)}")
    return _FACTUALITIES.get(word, Factuality.CERTAIN)
