"""What the encoder learns from: texts in which spans, and what holds between them, are marked.

Each kind of annotation is None where a text does not have it, and empty where it has none of it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from sayso.extract.encoder.heads import NAMED, RELATIONS, ROLES
from sayso.model.vocabulary import Predicate

#: A stretch of a text, in code points, half open.
Range = tuple[int, int]
#: A relation line: the relation and its two ends.
_ENDS: Final = 3
#: A mark's opening with its letter and numbers, or a closing brace.
_MARK: Final = re.compile(r"\{([sct])(\d+(?:\+\d+)*)\||\{([SN])([+?-])\||\{([olpntqwvmx]\d+)\||\}")
#: The letters of the kinds of names in passages.
_KINDS: Final = dict(zip("olpntqwvmx", NAMED, strict=True))


@dataclass(frozen=True, slots=True)
class Told:
    """On whose word the words at a span tell something, and whether as so."""

    span: Range
    sourced: bool
    stance: str


@dataclass(frozen=True, slots=True)
class Named:
    """A span of a kind; `entity` tells which spans mean the same, where that is annotated."""

    span: Range
    kind: str
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution: the spans of its source (none where it is unnamed), cue and content."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Triggered:
    """A trigger with its predicate, its sentence, and what fills each role in that sentence."""

    span: Range
    predicate: str
    sentence: Range
    roles: tuple[tuple[str, Range], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A text with what is marked in it.

    Attributes:
        kinds: of the named spans, those that the annotators looked for.
        related: (relation, first span, second span), between named spans.
        like_real: written to be like real documents that are annotated too.
    """

    name: str
    text: str
    told: tuple[Told, ...] | None = None
    names: tuple[Named, ...] | None = None
    kinds: tuple[str, ...] = NAMED
    mentions: tuple[Named, ...] | None = None
    attributed: tuple[Attributed, ...] | None = None
    triggers: tuple[Triggered, ...] | None = None
    related: tuple[tuple[str, Range, Range], ...] | None = None
    like_real: bool = False


def articles(folder: Path) -> Iterator[Example]:
    """Give the annotated articles of a folder, in order."""
    for path in sorted(folder.glob("*.json")):
        sheet = json.loads(path.read_text(encoding="utf-8"))
        yield _article(path.stem, path.with_suffix(".txt").read_text(encoding="utf-8"), sheet)


def passages(path: Path) -> Iterator[Example]:
    """Give the passages of a file: parted by empty lines; a line that begins with % is a remark.

    Raises:
        ValueError: a brace or bar belongs to no mark, or a mark lacks its counterpart.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = "\n".join(line for line in lines if not line.startswith("%"))
    for number, block in enumerate(filter(None, map(str.strip, re.split(r"\n\s*\n", kept))), 1):
        marked = [line for line in block.splitlines() if not line.startswith("=")]
        related = [line.split()[1:] for line in block.splitlines() if line.startswith("=")]
        name = f"{path.stem} {number}"
        yield _with_relations(*_unmarked(name, " ".join(" ".join(marked).split())), related)


def _article(name: str, text: str, sheet: dict[str, Any]) -> Example:
    """Give one article with its claims and mentions."""
    claims = [c for c in sheet["claims"] if c["predicate"] != Predicate.OTHER]
    mentions = tuple(
        Named(_range(m), entity["type"], entity["id"])
        for entity in sheet["entities"]
        for m in entity["mentions"]
    )
    times = tuple(_range(time) for time in sheet["times"])
    told = (
        Told(
            _range(claim["trigger"]),
            len(claim["source_chain"]) > 1,
            "?" if claim["factuality"].endswith("u") else claim["factuality"][-1],
        )
        for claim in claims
    )
    return Example(
        name,
        text,
        told=tuple(sorted(told, key=lambda one: one.span)),
        mentions=mentions,
        triggers=tuple(_triggered(c, mentions, times, sheet) for c in claims),
    )


def _range(spot: dict[str, int]) -> Range:
    return spot["start"], spot["end"]


def _triggered(
    claim: dict[str, Any],
    mentions: Iterable[Named],
    times: Iterable[Range],
    sheet: dict[str, Any],
) -> Triggered:
    """Give a claim as a trigger with the spans of its sentence that fill its roles."""
    start, end = sentence = _range(claim["sentence"])
    roles = [
        (role, m.span)
        for role, entity in claim["arguments"].items()
        if role in ROLES
        for m in mentions
        if m.entity == entity and start <= m.span[0] and m.span[1] <= end
    ]
    place = (claim["place"] or {}).get("text")
    places = [_range(p) for p in sheet["places"] if p["text"] == place]
    roles += [("place", p) for p in places if start <= p[0] and p[1] <= end]
    when = {_range(t) for t in sheet["times"] if claim["time"] and t["edtf"] == claim["time"]}
    roles += [("time", t) for t in times if t in when and start <= t[0] and t[1] <= end]
    said = _range(claim["source"]) if claim["source"] else (0, 0)
    roles += [("source", m.span) for m in mentions if m.span == said and start <= said[0] < end]
    return Triggered(_range(claim["trigger"]), claim["predicate"], sentence, tuple(roles))


def _with_relations(
    example: Example, names: dict[str, Range], related: Sequence[Sequence[str]]
) -> Example:
    """Give a passage with its names and the relations that were written below it."""
    if not names:
        return example
    for row in related:
        if len(row) != _ENDS or row[0] not in RELATIONS or not {row[1], row[2]} <= names.keys():
            raise ValueError(f"{example.name}: no such relation of its names: {' '.join(row)}")
    return replace(
        example,
        names=tuple(Named(span, _KINDS[key[0]]) for key, span in names.items()),
        related=tuple((kind, names[one], names[other]) for kind, one, other in related),
    )


def _unmarked(name: str, marked: str) -> tuple[Example, dict[str, Range]]:
    """Take the marks out of one passage; names come by their letter and number."""
    text, marks = _plain(name, marked)
    told = [Told(span, mark[3] == "S", mark[4]) for mark, span in marks if mark[3]]
    if any(mark[5] for mark, _ in marks):  # a passage of names, in which t is a time
        names = {mark[5] or f"t{mark[2]}": span for mark, span in marks}
        return Example(name, text), names
    parts: dict[str, dict[str, list[Range]]] = {}
    for mark, span in marks:
        for number in mark[2].split("+") if mark[1] else ():
            parts.setdefault(number, {}).setdefault(mark[1], []).append(span)
    if told:
        return Example(name, text, told=tuple(sorted(told, key=lambda one: one.span))), {}
    attributed = tuple(_attributed(f"{name}, {number}", p) for number, p in parts.items())
    return Example(name, text, attributed=attributed), {}


def _plain(name: str, marked: str) -> tuple[str, list[tuple[re.Match[str], Range]]]:
    """Give the words of a passage, and its marks with their spans, the inner ones first."""
    text, at = "", 0
    opened: list[tuple[re.Match[str], int]] = []
    marks: list[tuple[re.Match[str], Range]] = []
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        at = found.end()
        if found[0] != "}":
            opened.append((found, len(text)))
        elif opened:
            mark, start = opened.pop()
            marks.append((mark, (start, len(text))))
        else:
            raise ValueError(f"{name}: a closing brace too many: {text[-40:]}")
    text += marked[at:]
    if opened or set("{}|") & set(text):
        raise ValueError(f"{name}: a mark is not of the form {{S+|words}} or {{s1|words}}: {text}")
    return text, marks


def _attributed(name: str, parts: dict[str, list[Range]]) -> Attributed:
    """Put the parts of one attribution together."""
    if "c" not in parts or "t" not in parts:
        raise ValueError(f"{name}: an attribution needs a cue {{c1|…}} and a content {{t1|…}}")
    source, cue, content = (tuple(sorted(parts.get(letter, ()))) for letter in "sct")
    return Attributed(source, cue, content)
