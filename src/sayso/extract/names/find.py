"""Names in the raw text, before it is parsed: listed parties, known bodies, places, shapes."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.extract.names.labels import labels_of
from sayso.extract.names.lexicon import Body, body_lengths, known_bodies
from sayso.extract.names.shapes import (
    NAMED,
    acronyms_in,
    initials_in,
    is_plain_word,
    shaped_names,
)
from sayso.extract.names.told import told_names
from sayso.extract.where_when.places import (
    POSSESSIVE,
    WORD,
    Found,
    Gazetteer,
    fold,
    longest_names,
)
from sayso.model.documents import Document, Passage
from sayso.model.ids import EntryId, Span
from sayso.model.vocabulary import EntityType, PassageKind, PlaceLevel
from sayso.ports import NameIndex

#: Of two names as long as each other, the one whose rule stands first here.
RULES = (
    "label",
    "list",
    "known body",
    "acronym",
    "context",
    "shape",
    "gazetteer",
    "locating",
    "weak list",
)
#: A text of more capitals than that share is no guide to what is a name.
SHOUTING = 0.7
#: A name before the word for its level: "Nad Ali district".
LEVELLED = re.compile(
    rf"\b({NAMED})\s(district|province|city|town|village|governorate|tehsil|Valley)\b"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text.

    Attributes:
        span: in code points of the document's text, without article or genitive.
        rule: what found it: one of RULES.
        entries: the list entries that bear the name.
        weak: the list bears it only as a low-quality alias or a common word.
    """

    span: Span
    type: EntityType
    rule: str
    entries: tuple[EntryId, ...] = ()
    weak: bool = False


def find_names(
    document: Document, passages: Sequence[Passage], names: NameIndex, gazetteer: Gazetteer
) -> tuple[Name, ...]:
    """Give the names of a document's sentences in order, none inside another, the longest kept."""
    sentences = [p for p in passages if p.kind is PassageKind.SENTENCE]
    listed = listed_names(document, sentences, names)
    found: list[Name] = []
    acronyms: dict[str, EntityType] = {}
    for start, span in labels_of(sentences).items():
        listed.setdefault(start, []).append(Name(span, EntityType.PERSON, "label"))
    tables = {
        p.span.start: longest([*listed.get(p.span.start, ()), *names_of(p, gazetteer)])
        for p in sentences
    }
    known = [(n.span.of(document.text), n.type) for found in tables.values() for n in found]
    told = told_names(sentences, known, gazetteer)
    for passage in sentences:
        own = tables[passage.span.start]
        settled = {(name.span, name.type) for name in own}
        more = (n for n in by_context(told, passage) if (n.span, n.type) not in settled)
        kept = longest([*own, *more])
        for acronym in acronyms_in(
            passage.text, [(n.span, n.type) for n in shifted(kept, passage)]
        ):
            acronyms.setdefault(acronym.short, acronym.type)
        found += kept
    for short, kind in initials_in(sentences, bodies_of(found, document)).items():
        acronyms.setdefault(short, kind)
    return tuple(sorted(with_acronyms(found, sentences, acronyms), key=lambda n: n.span))


def by_context(
    told: Mapping[int, Sequence[tuple[Span, EntityType]]], passage: Passage
) -> Iterator[Name]:
    """Give the names of a passage that the words around them tell."""
    for span, kind in told.get(passage.span.start, ()):
        yield Name(span, kind, "locating" if kind is EntityType.PLACE else "context")


def shifted(names: Iterable[Name], passage: Passage) -> Iterator[Name]:
    """Give names with their places in the passage instead of the document."""
    first = passage.span.start
    for name in names:
        yield replace(name, span=Span(name.span.start - first, name.span.end - first))


def listed_names(
    document: Document, sentences: Sequence[Passage], names: NameIndex
) -> dict[int, list[Name]]:
    """Give the listed names by the start of the sentence that holds them whole."""
    found: dict[int, list[Name]] = {}
    waiting = iter(sentences)
    passage = next(waiting, None)
    for hit in sorted(names.find_in(document.text), key=lambda h: h.span):
        while passage is not None and passage.span.end <= hit.span.start:
            passage = next(waiting, None)
        if passage is None:
            break
        text = hit.span.of(document.text)
        if passage.span.contains(hit.span) and not text.islower():
            rule = "weak list" if hit.weak else "list"
            name = Name(hit.span, hit.type, rule, hit.entries, hit.weak)
            found.setdefault(passage.span.start, []).append(name)
    return found


def names_of(passage: Passage, gazetteer: Gazetteer) -> Iterator[Name]:
    """Give what the tables find in one passage, overlapping."""
    text, first = passage.text, passage.span.start
    peoples: list[Found] = []
    if not is_shouted(text):
        for span, body in longest_names(text, body_lengths(), read_body):
            yield Name(Span(first + span.start, first + span.end), body.type, "known body")
    for found in gazetteer.find_in(text):
        if found.people_of is not None:
            peoples.append(found)
            continue
        if found.places and not is_part_of_a_longer_name(text, found):
            span = Span(first + found.span.start, first + found.span.end)
            yield Name(span, EntityType.PLACE, "gazetteer")
    for start, end in before_levels(text, gazetteer):
        yield Name(Span(first + start, first + end), EntityType.PLACE, "shape")
    for shaped in shaped_names(text, [p.span for p in peoples]):
        bare = POSSESSIVE.sub("", text[shaped.start : shaped.end])
        span = Span(first + shaped.start, first + shaped.start + len(bare))
        yield Name(span, shaped.type, "shape")


def is_shouted(text: str) -> bool:
    """Say whether a text is in capitals, so that "IS" is a verb and "AU" any letters."""
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) > SHOUTING * len(letters)


def read_body(name: str) -> Body | None:
    """Give the known body of a name, as it is spelt, or None."""
    body = known_bodies().get(fold(name))
    if body is None or (body.spellings and name.replace("’", "'") not in body.spellings):
        return None
    return body if body.spellings or not name.islower() else None


def before_levels(text: str, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Give "Nad Ali" of "Nad Ali district": the longest known name there, else all its words.

    At the beginning of a text the first word's capital tells nothing, so only a known name counts.
    """
    for match in LEVELLED.finditer(text):
        parts = list(re.finditer(r"\S+", match[1]))
        plain = [n for n, part in enumerate(parts) if is_plain_word(part.group())]
        kept = parts[plain[-1] + 1 :] if plain else parts
        owners = [n for n, part in enumerate(kept) if POSSESSIVE.search(part.group())]
        kept = kept[owners[-1] + 1 :] if owners else kept  # "Mali's Mopti region", "Gao's district"
        if kept and gazetteer.people_of(kept[0].group()) is not None:
            kept = kept[1:]  # "the Malian district of"
        starts = [match.start() + part.start() for part in kept]
        end = match.end() if match[2] == "Valley" else match.end(1)
        known = [at for at in starts if gazetteer.named(text[at : match.end(1)])]
        if known or (starts and starts[0] > 0):
            yield (known or starts)[0], end


def is_part_of_a_longer_name(text: str, found: Found) -> bool:
    """Say whether a capitalised word stands beside a place's name: "Idris Wardak", "Bissau-X"."""
    joined = text[found.span.end : found.span.end + 2]
    if joined[:1] == "-" and joined[1:].isupper():
        return True
    if any(p.level in {PlaceLevel.COUNTRY, PlaceLevel.REGION} for p in found.places[:1]):
        return False
    before, after = text[: found.span.start], text[found.span.end :]
    last = before[:-1].rsplit(" ", 1)[-1] if before.endswith(" ") else ""
    following = after[1:].split(" ", 1)[0] if after.startswith(" ") else ""
    return any(
        word[:1].isupper() and word.isalpha() and not is_plain_word(word)
        for word in (last, following.rstrip('.,;:!?"”’'))
    )


def longest(names: Iterable[Name]) -> list[Name]:
    """Give the names that stay when shorter ones that overlap are left out, in order."""
    kept: list[Name] = []
    taken: set[int] = set()
    for name in sorted(names, key=lambda n: (-len(n.span), RULES.index(n.rule), n.span)):
        places = range(name.span.start, name.span.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(name)
    return sorted(kept, key=lambda n: n.span)


def bodies_of(names: Iterable[Name], document: Document) -> dict[str, EntityType]:
    """Give the names of bodies with their types."""
    kinds = {EntityType.PERSON, EntityType.PLACE, EntityType.DOCUMENT, EntityType.MATERIAL}
    return {n.span.of(document.text): n.type for n in names if n.type not in kinds}


def with_acronyms(
    found: list[Name], sentences: Sequence[Passage], acronyms: dict[str, EntityType]
) -> Iterator[Name]:
    """Give the names, and every other place where one of the acronyms stands alone."""
    yield from found
    taken = {place for n in found for place in range(n.span.start, n.span.end)}
    for passage in sentences if acronyms else ():
        for match in WORD.finditer(passage.text):
            word = POSSESSIVE.sub("", match.group())
            start = passage.span.start + match.start()
            if word in acronyms and start not in taken:
                yield Name(Span(start, start + len(word)), acronyms[word], "acronym")
