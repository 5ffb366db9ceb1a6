"""Turns the annotators' sources (*.gold) into texts and contract JSON; the format is in README.md."""

import argparse
import hashlib
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from sayso.model.vocabulary import Predicate, Role, category_of

HERE = Path(__file__).resolve().parent
PRONOUNS = frozenset(
    "he him his himself she her hers herself it its itself they them their themselves themself "
    "we us our ourselves i me my myself who whom whose which that there".split()
)
DEFAULT_MODALITY = {"CT-": "denied", "Uu": "unknown", "CTu": "unknown", "PS+": "possible"}
OPENERS = {"u": "unnamed", "c": "collective", "d": "document"}
#: Roles that stand as key=value in a claim line; a place is given as such.
ROLES = tuple(r.value for r in Role if r not in {Role.SUBJECT, Role.OBJECT, Role.PLACE})
MARK = re.compile(r"\[(@?[^:\]]+):([^\]]+)\]")
TOKEN = re.compile(r'(?:(\w+)=)?(?:"([^"]*)"|(\S+))')

Json = dict[str, object]
Stretch = tuple[int, int]


class BadSource(Exception):
    """An annotation that does not fit its text."""


@dataclass(slots=True)
class Thing:
    """An entity or a place as it was declared, with its mentions as they were met."""

    key: str
    type: str
    names: list[str]
    level: str | None = None
    code: str | None = None
    lat: float | None = None
    lon: float | None = None
    described: bool = False
    mentions: list[Stretch] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """What has been read of one source so far."""

    text: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    things: dict[str, Thing] = field(default_factory=dict)
    times: list[Json] = field(default_factory=list)
    sentence: Stretch = (0, 0)
    claims: list[tuple[Stretch, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)
    gap: str = ""


def declare(draft: Draft, line: str) -> None:
    """Take in `@e key Type Name | Alias` or `@p key level code lat lon Name | Alias`."""
    kind, key, rest = line.split(" ", 2)
    if kind == "@e":
        type_, names = rest.split(" ", 1)
        thing = Thing(key, type_, split_names(names), described=names.startswith("~"))
    else:
        level, code, lat, lon, names = rest.split(" ", 4)
        known = None if code == "-" else code
        thing = Thing(key, "Place", split_names(names), level, known, float(lat), float(lon))
    if key in draft.things:
        raise BadSource(f"{key} is declared twice")
    draft.things[key] = thing


def split_names(names: str) -> list[str]:
    return [name.strip() for name in names.removeprefix("~").split(" | ")]


def write_sentence(draft: Draft, marked: str) -> None:
    """Append a sentence to the text, and note its mentions and times."""
    draft.text += draft.gap
    start = len(draft.text)
    done = 0
    for mark in MARK.finditer(marked):
        draft.text += marked[done : mark.start()]
        note_mark(draft, mark[1], mark[2])
        draft.text += mark[2]
        done = mark.end()
    draft.text += marked[done:]
    draft.sentence = (start, len(draft.text))
    draft.gap = " "


def note_mark(draft: Draft, key: str, words: str) -> None:
    span = (len(draft.text), len(draft.text) + len(words))
    if key.startswith("@"):
        edtf, _, timex = key[1:].partition("|")
        draft.times.append(
            {"start": span[0], "end": span[1], "text": words, "edtf": edtf, "timex": timex or edtf}
        )
    elif key in draft.things:
        draft.things[key].mentions.append(span)
    else:
        raise BadSource(f"{key} is not declared: {words}")


def read_source(source: str) -> Draft:
    """Read a source line by line; the first character of a line says what it is."""
    draft = Draft()
    for line in source.splitlines():
        head, _, rest = line.partition(" ")
        if not line:
            draft.gap = "\n\n" if draft.text else ""
        elif head == "%":
            key, _, value = rest.partition(" ")
            draft.meta[key] = value
        elif head in {"@e", "@p"}:
            declare(draft, line)
        elif head == "^":
            draft.text += ("\n" if draft.gap == " " else draft.gap) + rest
            draft.gap = " "
        elif head == ">":
            write_sentence(draft, rest)
        else:
            target = {"-": draft.claims, "&": draft.links, "!": draft.forbidden}[head]
            target.append((draft.sentence, rest) if head == "-" else rest)  # type: ignore[arg-type]
    draft.text += "\n"
    return draft


def find(text: str, words: str, inside: Stretch) -> Stretch:
    """Give the first place of whole words inside a stretch of the text."""
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    found = pattern.search(text, *inside)
    if found is None:
        raise BadSource(f"not found: {words!r} in {text[slice(*inside)]!r}")
    return found.span()


def find_pieces(text: str, quoted: str, sentence: Stretch) -> list[Stretch]:
    """Give the places of `a .. b + c`: from a to the next b, then c, each after the one before."""
    pieces: list[Stretch] = []
    at = sentence[0]
    for part in quoted.split(" + "):
        first, _, last = part.partition(" .. ")
        start, end = find(text, first, (at, sentence[1]))
        if last:
            end = find(text, last, (end, sentence[1]))[1]
        pieces.append((start, end))
        at = end
    return pieces


def entity_ids(things: dict[str, Thing]) -> dict[str, str]:
    """Number the things that are mentioned, in order of their first mention."""
    met = sorted((t.mentions[0], key) for key, t in things.items() if t.mentions)
    return {key: f"e{number}" for number, (_, key) in enumerate(met, start=1)}


def mention_kind(thing: Thing, words: str) -> str:
    if words.lower() in PRONOUNS or words.lower().startswith("our "):
        return "pronoun" if words.lower() in PRONOUNS else "nominal"
    return "name" if not thing.described and words in thing.names else "nominal"


def entity_json(draft: Draft, thing: Thing, number: str) -> Json:
    mentions = [
        {"start": s, "end": e, "text": draft.text[s:e], "kind": mention_kind(thing, draft.text[s:e])}
        for s, e in thing.mentions
    ]
    return {
        "id": number,
        "type": thing.type,
        "name": thing.names[0],
        "aliases": thing.names[1:],
        "mentions": [{**mention, "rule": "annotator"} for mention in mentions],
        "listing": None,
    }


def places_json(draft: Draft) -> list[Json]:
    """Give every named mention of a place, in order of the text."""
    rows: list[Json] = [
        {
            "start": start,
            "end": end,
            "text": draft.text[start:end],
            "name": thing.names[0],
            "code": thing.code,
            "lat": thing.lat,
            "lon": thing.lon,
            "level": thing.level,
            "country": None if thing.code is None else thing.code[:2],
        }
        for thing in draft.things.values()
        if thing.type == "Place"
        for start, end in thing.mentions
        if mention_kind(thing, draft.text[start:end]) == "name"
    ]
    return sorted(rows, key=lambda row: int(str(row["start"])))


@dataclass(slots=True)
class Line:
    """A claim line, taken apart."""

    predicate: str
    subject: str
    object: str
    content: str
    options: dict[str, str]
    quantity_words: str | None


def take_apart(line: str) -> Line:
    """Read `predicate subject object "content" key=value …`."""
    plain: list[str] = []
    options: dict[str, str] = {}
    figure = None
    for key, quoted, bare in TOKEN.findall(line):
        value = quoted or bare
        if key:
            options[key] = f'"{quoted}"' if quoted and key in ROLES else value
        elif "q" in options:
            figure = value
        else:
            plain.append(f'"{quoted}"' if quoted else value)
    if len(plain) != len(("predicate", "subject", "object", "content")):
        raise BadSource(f"a claim needs predicate, subject, object and content: {line}")
    return Line(plain[0], plain[1], plain[2], plain[3].strip('"'), options, figure)


@dataclass(slots=True)
class Annotator:
    """Makes the claims of one draft."""

    draft: Draft
    ids: dict[str, str]

    def claim(self, number: int, sentence: Stretch, line: Line) -> Json:
        text, options = self.draft.text, line.options
        pieces = find_pieces(text, line.content, sentence)
        content = (pieces[0][0], pieces[-1][1])
        cue = find(text, options["cue"], sentence) if "cue" in options else None
        chain = self.chain(options.get("c"))
        factuality = options.get("f", "CT+")
        return {
            "id": f"c{number}",
            "sentence": {"start": sentence[0], "end": sentence[1]},
            "content": {**self.words(content), "pieces": pieces},
            "source": self.source(options.get("c"), cue, sentence),
            "cue": None if cue is None else self.words(cue),
            "trigger": self.words(find(text, options["t"], self.near(options["t"], content, sentence))),
            "predicate": line.predicate,
            "category": category_of(Predicate(line.predicate)).value,
            "arguments": self.arguments(line),
            "kind": options.get("kind"),
            "source_chain": chain,
            "attribution": attribution(chain, cue),
            "factuality": factuality,
            "modality": options.get("m") or default_modality(chain, factuality),
            "time": options.get("time"),
            "place": self.place(options.get("place"), sentence),
            "quantity": quantity(options.get("q"), line.quantity_words, text[slice(*sentence)]),
            "realis": options.get("realis", "actual"),
            "confidence": 1.0,
        }

    def near(self, trigger: str, content: Stretch, sentence: Stretch) -> Stretch:
        """Give the content when the trigger stands in it, else the sentence."""
        pattern = rf"(?<!\w){re.escape(trigger)}(?!\w)"
        return content if re.search(pattern, self.draft.text[slice(*content)]) else sentence

    def words(self, span: Stretch) -> Json:
        return {"start": span[0], "end": span[1], "text": self.draft.text[slice(*span)]}

    def filler(self, key: str) -> str:
        """Give the id of an entity, or the words of a quoted filler."""
        if key.startswith('"'):
            return key.strip('"')
        if key not in self.ids:
            raise BadSource(f"{key} is not mentioned")
        return self.ids[key]

    def arguments(self, line: Line) -> dict[str, str]:
        given = {"subject": line.subject, "object": line.object}
        given |= {role: line.options[role] for role in ROLES if role in line.options}
        return {role: self.filler(key) for role, key in given.items() if key != "-"}

    def chain(self, written: str | None) -> list[Json]:
        nodes: list[Json] = [{"kind": "narrator"}]
        for part in written.split(">") if written else []:
            kind, key, party = split_node(part)
            thing = self.draft.things[key]
            nodes.append(
                {
                    "kind": kind or node_kind(thing),
                    "entity": self.filler(key),
                    "name": thing.names[0],
                    "speaks_for": self.filler(party) if party else None,
                }
            )
        return nodes

    def source(self, chain: str | None, cue: Stretch | None, sentence: Stretch) -> Json | None:
        """Give the innermost source's mention that stands nearest to the cue in the sentence."""
        if chain is None or cue is None:
            return None
        speaker = self.draft.things[split_node(chain.split(">")[-1])[1]]
        here = [m for m in speaker.mentions if sentence[0] <= m[0] and m[1] <= sentence[1]]
        if not here:
            raise BadSource(f"{speaker.key} is not mentioned in its sentence")
        return self.words(min(here, key=lambda m: (max(m[0] - cue[1], cue[0] - m[1]), m)))

    def place(self, key: str | None, sentence: Stretch) -> Json | None:
        if key is None:
            return None
        thing = self.draft.things[key]
        here = [m for m in thing.mentions if sentence[0] <= m[0] and m[1] <= sentence[1]]
        words = self.draft.text[slice(*here[0])] if here else thing.names[0]
        return {"name": thing.names[0], "code": thing.code, "level": thing.level, "text": words}


def split_node(part: str) -> tuple[str | None, str, str | None]:
    """Take `u:key/party` apart: the kind, the speaker and whom it speaks for."""
    opener, _, rest = part.rpartition(":")
    key, _, party = rest.partition("/")
    return OPENERS.get(opener), key, party or None


def node_kind(thing: Thing) -> str:
    if thing.type == "Document":
        return "document"
    if thing.described:
        return {"Person": "unnamed", "Group": "collective", "MediaOutlet": "collective"}.get(
            thing.type, "entity"
        )
    return "entity"


def attribution(chain: list[Json], cue: Stretch | None) -> str:
    if len(chain) == 1:
        return "narrator"
    return "inherited" if cue is None else "explicit"


def default_modality(chain: list[Json], factuality: str) -> str:
    """Give the modality that goes without saying; an absence on the narrator's word is asserted."""
    if factuality == "CT-" and len(chain) == 1:
        return "asserted"
    return DEFAULT_MODALITY.get(factuality, "asserted")


def quantity(written: str | None, words: str | None, sentence: str) -> Json | None:
    """Read `3..`, `..8`, `900..1200` or `14`, with the words that say so."""
    if written is None:
        return None
    if words is None or words not in sentence:
        raise BadSource(f"the words of the figure {written} are not in {sentence!r}")
    low, dots, high = written.partition("..")
    return {
        "min": float(low) if dots and low else None,
        "max": float(high) if high else None,
        "exact": None if dots else float(low),
        "text": words,
    }


def link_json(line: str, labels: dict[str, str], ids: dict[str, str]) -> Json:
    kind, a, b, reason = line.split(" ", 3)
    other = ids[b] if kind == "rejects_document" else labels[b]
    return {"kind": kind, "a": labels[a], "b": other, "reason": reason.strip('"')}


def forbidden_json(line: str, things: dict[str, Thing]) -> Json:
    """Read `predicate subject object factuality "why"`; * stands for any.

    `CT+narrator` forbids the claim only on the narrator's own word, without the source it has.
    """
    predicate, subject, object_, factuality, why = line.split(" ", 4)
    name = {key: thing.names[0] for key, thing in things.items()} | {"*": None}
    value = factuality.removesuffix("narrator")
    return {
        "predicate": predicate,
        "subject": name[subject],
        "object": name[object_],
        "factuality": None if value == "*" else value,
        "chain": "narrator" if factuality.endswith("narrator") else None,
        "why": why.strip('"'),
    }


def build(source: str) -> tuple[str, Json]:
    """Give the text and its gold in the contract's JSON.

    Raises:
        BadSource: words that are not in the text, or a key that is not declared.
    """
    draft = read_source(source)
    ids = entity_ids(draft.things)
    annotator = Annotator(draft, ids)
    lines = [(sentence, take_apart(line)) for sentence, line in draft.claims]
    claims = [annotator.claim(n, s, line) for n, (s, line) in enumerate(lines, start=1)]
    labels = {
        line.options["id"]: f"c{number}"
        for number, (_, line) in enumerate(lines, start=1)
        if "id" in line.options
    }
    document = {
        "id": "sha256:" + hashlib.sha256(draft.text.encode()).hexdigest(),
        **{key: draft.meta[key] for key in ("title", "publisher", "published")},
        "language": "en",
        "text": draft.text,
    }
    return draft.text, {
        "document": document,
        "entities": [entity_json(draft, draft.things[key], ids[key]) for key in ids],
        "claims": claims,
        "links": [link_json(line, labels, ids) for line in draft.links],
        "places": places_json(draft),
        "times": draft.times,
        "forbidden": [forbidden_json(line, draft.things) for line in draft.forbidden],
    }


def main() -> int:
    """Write the texts and the JSON beside the sources, or say where one does not fit."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    for path in sorted(HERE.glob("*.gold")):
        try:
            text, gold = build(path.read_text(encoding="utf-8"))
        except (BadSource, KeyError, ValueError) as error:
            sys.exit(f"{path.name}: {error}")
        path.with_suffix(".txt").write_text(text, encoding="utf-8")
        written = json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
        path.with_suffix(".json").write_text(written, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
