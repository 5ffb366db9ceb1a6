"""Readers of annotated data in the formats of others: re3d, PolNeAR, CoNLL, DocRED, GAP, GUM."""

import csv
import gzip
import json
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from sayso.extract.encoder.heads import NAMED, RELATIONS
from training.examples import Attributed, Example, Named, Range

#: CrossNER's kinds, as ours.
_CONLL: Final = {
    "politician": "Person",
    "person": "Person",
    "organisation": "Organisation",
    "politicalparty": "Organisation",
    "country": "Location",
    "location": "Location",
    "per": "Person",
    "org": "Organisation",
    "loc": "Location",
}


#: Columns of a CoNLL-U file; the last holds what is marked beside the syntax.
_COLUMNS: Final = 10


def _lines(path: Path) -> Iterator[str]:
    """Give the lines of a file, packed or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from lines


def re3d(path: Path) -> Iterator[Example]:
    """Give the documents of a file in re3d's format, joined per document: names and relations."""
    for line in _lines(path):
        row = json.loads(line)
        text = row["doc"]["text"]
        names = [
            Named((e["begin"], e["end"]), e["type"])
            for e in row["entities"]
            if e["type"] in NAMED and _whole_words(text, (e["begin"], e["end"]))
        ]
        ends = {name.span for name in names}
        related = {
            (r["type"], (r["sourceBegin"], r["sourceEnd"]), (r["targetBegin"], r["targetEnd"]))
            for r in row["relations"]
            if r["type"] in RELATIONS
        }
        known = sorted(r for r in related if {r[1], r[2]} <= ends)
        yield Example(row["doc"]["_id"], text, names=tuple(names), related=tuple(known))


def _whole_words(text: str, span: Range) -> bool:
    """Tell whether a span neither begins nor ends inside a word."""
    start, end = span
    return not (
        (start > 0 and text[start - 1].isalnum() and text[start : start + 1].isalnum())
        or (text[end - 1 : end].isalnum() and text[end : end + 1].isalnum())
    )


def polnear(path: Path) -> Iterator[Example]:
    """Give the articles of a file in PolNeAR's format, joined; the first annotator counts."""
    for line in _lines(path):
        row = json.loads(line)
        yield Example(row["doc"], row["text"], attributed=_brat(next(iter(row["ann"].values()))))


def _brat(annotation: str) -> tuple[Attributed, ...]:
    """Read the attributions of a brat file that have a cue and a content."""
    spans: dict[str, tuple[Range, ...]] = {}
    events: list[dict[str, list[str]]] = []
    for line in annotation.splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            places = rest.split("\t")[0].split(" ", 1)[1]
            spans[key] = tuple(
                (int(a), int(b)) for a, b in (piece.split() for piece in places.split(";"))
            )
        elif key.startswith("E"):
            event: dict[str, list[str]] = {}
            for part in rest.split():
                role, _, target = part.partition(":")
                event.setdefault(re.sub(r"\d+$", "", role), []).append(target)
            events.append(event)

    def of(event: dict[str, list[str]], role: str) -> tuple[Range, ...]:
        return tuple(sorted(s for key in event.get(role, ()) for s in spans.get(key, ())))

    made = [Attributed(of(e, "Source"), of(e, "Cue"), of(e, "Content")) for e in events]
    return tuple(a for a in made if a.cue and a.content)


def conll(path: Path) -> Iterator[Example]:
    """Give ten sentences at a time of a file in CoNLL's format: persons, organisations, places."""
    sentences = [
        [line.split() for line in block]
        for filled, block in groupby(_lines(path), lambda line: bool(line.strip()))
        if filled
    ]
    for n in range(0, len(sentences), 10):
        text, names = "", []
        for sentence in sentences[n : n + 10]:
            begun: tuple[int, str] | None = None
            for word, *_, tag in sentence:
                if begun and not tag.startswith("I-"):
                    names.append(Named((begun[0], len(text.rstrip())), begun[1]))
                    begun = None
                if tag.startswith("B-") and tag[2:].lower() in _CONLL:
                    begun = len(text), _CONLL[tag[2:].lower()]
                text += word + " "
            if begun:
                names.append(Named((begun[0], len(text.rstrip())), begun[1]))
            text = text.rstrip() + "\n"
        kinds = ("Organisation", "Location", "Person")
        yield Example(f"{path.stem} {n}", text, names=tuple(names), kinds=kinds)


def docred(path: Path) -> Iterator[Example]:
    """Give the documents of a file in DocRED's format: named things, and which are the same."""
    kinds = {"PER": "Person", "ORG": "Organisation", "LOC": "Location", "TIME": "Temporal"}
    for row in json.loads("".join(_lines(path))):
        text = ""
        starts: list[list[int]] = []
        for sentence in row["sents"]:
            starts.append([])
            for word in sentence:
                starts[-1].append(len(text))
                text += word + " "
        names, mentions = set(), set()
        for number, entity in enumerate(row["vertexSet"]):
            for m in entity:
                first, last = m["pos"][0], m["pos"][1] - 1
                words = starts[m["sent_id"]]
                span = words[first], words[last] + len(row["sents"][m["sent_id"]][last])
                mentions.add((span, "", str(number)))
                if m["type"] in kinds:
                    names.add((span, kinds[m["type"]], ""))
        yield Example(
            row["title"],
            text,
            names=tuple(Named(*name) for name in sorted(names)),
            kinds=tuple(kinds.values()),
            mentions=tuple(Named(*mention) for mention in sorted(mentions)),
        )


def gap(path: Path) -> Iterator[Example]:
    """Give the rows of a file in GAP's format: a pronoun and two names, one of them or neither."""
    for row in csv.DictReader(_lines(path), delimiter="\t", quoting=csv.QUOTE_NONE):
        spans = {
            part: (int(row[f"{part}-offset"]), int(row[f"{part}-offset"]) + len(row[part]))
            for part in ("Pronoun", "A", "B")
        }
        same = [part for part in "AB" if row[f"{part}-coref"] == "TRUE"]
        mentions = [Named(spans["Pronoun"], "", same[0] if same else "nobody")]
        mentions += [Named(spans[part], "", part) for part in "AB"]
        yield Example(row["ID"], row["Text"], mentions=tuple(mentions))


def gum(path: Path) -> Iterator[Example]:
    """Give the documents of a file in GUM's format (OntoGUM): what refers to the same."""
    for line in _lines(path):
        row = json.loads(line)
        text, mentions = _ontogum(row["ontogum_conllu"])
        yield Example(row["doc"], text, mentions=tuple(mentions))


def _ontogum(conllu: str) -> tuple[str, list[Named]]:
    """Read the text and the mentions of a CoNLL-U file with OntoGUM's entity column."""
    text, mentions = "", []
    opened: dict[str, list[int]] = {}
    for line in conllu.splitlines():
        if line.startswith("# newpar"):
            text = text.rstrip() + "\n"
        columns = line.split("\t")
        if len(columns) < _COLUMNS or not columns[0].isdigit():
            continue
        fields = dict(f.split("=", 1) for f in columns[9].split("|") if "=" in f)
        start, end = len(text), len(text) + len(columns[1])
        for opening, number, closing in re.findall(
            r"(\()?(\d+)(?:-[^()]*)?(\))?", fields.get("Entity", "")
        ):
            if opening:
                opened.setdefault(number, []).append(start)
            if closing and opened.get(number):
                mentions.append(Named((opened[number].pop(), end), "", number))
        text += columns[1] + ("" if fields.get("SpaceAfter") == "No" else " ")
    return text, mentions
