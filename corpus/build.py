"""Turns the annotators' sources (*.gold) of a folder into texts and contract JSON.

`python -m corpus.build FOLDER` writes, `--check` compares. README.md has the format.
"""

import argparse
import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from corpus.annotation import (
    ROLES,
    BadSource,
    ClaimLine,
    Draft,
    Stretch,
    Thing,
    find,
    find_pieces,
    find_trigger,
    read_source,
)
from sayso.model.vocabulary import Predicate, category_of

DEFAULT_MODALITY = {"CT-": "denied", "Uu": "unknown", "CTu": "unknown", "PS+": "possible"}
NODE_KINDS = {"u": "unnamed", "c": "collective", "d": "document"}
UNNAMED_KINDS = {"Person": "unnamed", "Group": "collective", "MediaOutlet": "collective"}

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes one draft as the contract's JSON.

    Attributes:
        ids: key of each thing → its id, numbered in order of first mention.
    """

    draft: Draft
    ids: dict[str, str]

    def words(self, span: Stretch) -> Json:
        """Give a span with its words."""
        return {"start": span[0], "end": span[1], "text": self.draft.text[slice(*span)]}

    def entity(self, thing: Thing) -> Json:
        """Give an entity with its mentions, in order of appearance."""
        mentions = []
        for span in thing.mentions:
            kind = thing.kind_of(self.draft.text[slice(*span)])
            mentions.append({**self.words(span), "kind": kind, "rule": "annotator"})
        return {
            "id": self.ids[thing.key],
            "type": thing.type,
            "name": thing.names[0],
            "aliases": thing.names[1:],
            "mentions": mentions,
            "listing": None,
        }

    def places(self) -> list[Json]:
        """Give the named mentions of places, in order of appearance."""
        named = sorted(
            (span, thing.key)
            for thing in self.draft.things.values()
            for span in thing.mentions
            if thing.type == "Place" and thing.kind_of(self.draft.text[slice(*span)]) == "name"
        )
        return [self.place_mention(self.draft.things[key], span) for span, key in named]

    def place_mention(self, thing: Thing, span: Stretch) -> Json:
        """Give one toponym with its code and the centre of its place."""
        return {
            **self.words(span),
            "name": thing.names[0],
            "code": thing.code,
            "lat": thing.lat,
            "lon": thing.lon,
            "level": thing.level,
            "country": None if thing.code is None else thing.code[:2],
        }

    def claim(self, line: ClaimLine, number: int) -> Json:
        """Give a claim, its words found in its sentence."""
        text, options = self.draft.text, line.options
        pieces = find_pieces(text, line.content, line.sentence)
        cue = find(text, options["cue"], line.sentence) if "cue" in options else None
        chain = self.chain(options.get("c"))
        factuality = options.get("f", "CT+")
        return {
            "id": f"c{number}",
            "sentence": {"start": line.sentence[0], "end": line.sentence[1]},
            "content": {**self.words((pieces[0][0], pieces[-1][1])), "pieces": pieces},
            "source": self.source(line, cue),
            "cue": None if cue is None else self.words(cue),
            "trigger": self.words(find_trigger(text, options["t"], pieces, line.sentence)),
            "predicate": line.predicate,
            "category": category_of(Predicate(line.predicate)).value,
            "arguments": self.arguments(line),
            "kind": options.get("kind"),
            "source_chain": chain,
            "attribution": attribution(chain, cue),
            "factuality": factuality,
            "modality": options.get("m") or default_modality(chain, factuality),
            "time": options.get("time"),
            "place": self.place(options.get("place") or self.seat(line), line.sentence),
            "quantity": quantity(line, text[slice(*line.sentence)]),
            "realis": options.get("realis", "actual"),
            "confidence": 1.0,
        }

    def filler(self, key: str) -> str:
        """Give the id of an entity, or the words of a quoted filler."""
        if key.startswith('"'):
            return key.strip('"')
        if key not in self.ids:
            raise BadSource(f"{key} is not declared")
        return self.ids[key]

    def arguments(self, line: ClaimLine) -> dict[str, str]:
        """Give role → entity id or words; a role without a filler is left out."""
        given = {"subject": line.subject, "object": line.object}
        given |= {role: line.options[role] for role in ROLES if role in line.options}
        return {role: self.filler(key) for role, key in given.items() if key != "-"}

    def chain(self, written: str | None) -> list[Json]:
        """Give the nodes of `a>b/party`, after the narrator."""
        nodes: list[Json] = [{"kind": "narrator"}]
        for part in written.split(">") if written else []:
            kind, key, party = split_node(part)
            speaker = self.filler(key)
            node = {"kind": kind or node_kind(self.draft.things[key]), "entity": speaker}
            name = self.draft.things[key].names[0]
            nodes.append(
                {**node, "name": name, "speaks_for": self.filler(party) if party else None}
            )
        return nodes

    def source(self, line: ClaimLine, cue: Stretch | None) -> Json | None:
        """Give the innermost source's mention that stands nearest to the cue."""
        if "c" not in line.options or cue is None:
            return None
        speaker = self.draft.things[split_node(line.options["c"].split(">")[-1])[1]]
        here = speaker.within(line.sentence)
        if not here:
            raise BadSource(f"{speaker.key} is not mentioned beside {self.words(cue)['text']!r}")
        return self.words(min(here, key=lambda m: (max(m[0] - cue[1], cue[0] - m[1]), m)))

    def seat(self, line: ClaimLine) -> str | None:
        """Give the place that a party is said to be in: the object of *located_in*."""
        thing = self.draft.things.get(line.object)
        is_seat = line.predicate == Predicate.LOCATED_IN and thing is not None
        return line.object if is_seat and thing is not None and thing.type == "Place" else None

    def place(self, key: str | None, sentence: Stretch) -> Json | None:
        """Give where it happened, in the sentence's words where it has them."""
        if key is None:
            return None
        thing = self.draft.things[key]
        here = thing.within(sentence)
        words = self.draft.text[slice(*here[0])] if here else thing.names[0]
        return {"name": thing.names[0], "code": thing.code, "level": thing.level, "text": words}


def split_node(part: str) -> tuple[str | None, str, str | None]:
    """Take `u:key/party` apart: the kind, the speaker and whom it speaks for."""
    opener, _, rest = part.rpartition(":")
    key, _, party = rest.partition("/")
    return NODE_KINDS.get(opener), key, party or None


def node_kind(thing: Thing) -> str:
    """Give the kind that a speaker of this type has unless its line says otherwise."""
    if thing.type == "Document":
        return "document"
    return UNNAMED_KINDS.get(thing.type, "entity") if thing.described else "entity"


def attribution(chain: list[Json], cue: Stretch | None) -> str:
    """Say how the claim comes by its source."""
    if len(chain) == 1:
        return "narrator"
    return "inherited" if cue is None else "explicit"


def default_modality(chain: list[Json], factuality: str) -> str:
    """Give the modality that goes without saying; an absence on the narrator's word is asserted."""
    if factuality == "CT-" and len(chain) == 1:
        return "asserted"
    return DEFAULT_MODALITY.get(factuality, "asserted")


def quantity(line: ClaimLine, sentence: str) -> Json | None:
    """Read `3..`, `..8`, `900..1200` or `14`, with the words that say so."""
    written, words = line.options.get("q"), line.quantity_words
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
    """Read `kind a b "reason"`; the b of a rejects_document is a document's key."""
    kind, a, b, reason = line.split(" ", 3)
    other = ids[b] if kind == "rejects_document" else labels[b]
    return {"kind": kind, "a": labels[a], "b": other, "reason": reason.strip('"')}


def forbidden_json(line: str, things: dict[str, Thing]) -> Json:
    """Read `predicate subject object factuality "why"`; * stands for any.

    `CT+narrator` forbids the claim only on the narrator's own word, without the source it has.
    """
    predicate, subject, object_, factuality, why = line.split(" ", 4)
    name = {"*": None} | {key: thing.names[0] for key, thing in things.items()}
    value = factuality.removesuffix("narrator")
    return {
        "predicate": Predicate(predicate).value,
        "subject": name[subject],
        "object": name[object_],
        "factuality": None if value == "*" else value,
        "chain": "narrator" if factuality.endswith("narrator") else None,
        "why": why.strip('"'),
    }


def build(source: str) -> tuple[str, Json]:
    """Give the text and its gold.

    Raises:
        BadSource: words that are not in the text, or a key that is not declared.
    """
    draft = read_source(source)
    met = sorted(draft.things.values(), key=lambda thing: thing.mentions[0])
    ids = {thing.key: f"e{number}" for number, thing in enumerate(met, start=1)}
    writer = Writer(draft, ids)
    numbered = list(enumerate(draft.claims, start=1))
    labels = {c.options["id"]: f"c{n}" for n, c in numbered if "id" in c.options}
    return draft.text, {
        "document": {
            "id": "sha256:" + hashlib.sha256(draft.text.encode()).hexdigest(),
            **{key: draft.meta[key] for key in ("title", "publisher", "published")},
            "language": "en",
            "text": draft.text,
        },
        "entities": [writer.entity(thing) for thing in met],
        "claims": [writer.claim(line, number) for number, line in numbered],
        "links": [link_json(line, labels, ids) for line in draft.links],
        "places": writer.places(),
        "times": [{**writer.words(t.span), "edtf": t.edtf, "timex": t.timex} for t in draft.times],
        "forbidden": [forbidden_json(line, draft.things) for line in draft.forbidden],
    }


def settle(path: Path, content: str, *, check: bool) -> None:
    """Write a file, or with `check` compare it with what would be written."""
    if not check:
        path.write_text(content, encoding="utf-8")
    elif path.read_text(encoding="utf-8") != content:
        raise BadSource(f"{path.name} is not what corpus.build makes of its source")


def main() -> None:
    """Write the texts and the JSON beside the sources, or say where one does not fit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="holds the *.gold files")
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    options = parser.parse_args()
    for path in sorted(options.folder.glob("*.gold")):
        try:
            text, gold = build(path.read_text(encoding="utf-8"))
            settle(path.with_suffix(".txt"), text, check=options.check)
            written = json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
            settle(path.with_suffix(".json"), written, check=options.check)
        except (BadSource, KeyError, ValueError, OSError) as error:
            sys.exit(f"{path.name}: {error}")


if __name__ == "__main__":
    main()
