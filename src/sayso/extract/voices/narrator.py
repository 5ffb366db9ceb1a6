"""Who tells the whole text, who brings its documents, and who speaks for whom."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import after, agent_of, patient_of
from sayso.extract.reading import Reading
from sayso.extract.sources.phrases import find_viewers
from sayso.extract.voices.chains import ORGANISED, Speakers, mention_at, node_of
from sayso.extract.voices.quotes import Told
from sayso.extract.wording.cues import wording
from sayso.model.claims import SourceNode
from sayso.model.documents import Document
from sayso.model.ids import EntityId
from sayso.model.vocabulary import EntityType, MentionKind, SourceKind

_SPOKESPEOPLE: Final = frozenset({"spokesman", "spokeswoman", "spokesperson"})
#: Names of bodies that write reports in numbered paragraphs, by their last word.
_INQUIRERS: Final = frozenset(
    {"panel", "group", "team", "mission", "commission", "monitors", "experts", "rapporteur"}
)
#: What the author of such a report does in it.
_AUTHORING: Final = frozenset({"recommend", "note", "consider", "assess", "find", "estimate"})
#: A paragraph's number before its first word, or as its first.
_NUMBER: Final = re.compile(r"(?:^|\n)\s*\d{1,3}\.\s+(?!\d)")
#: Characters before and behind the start of a sentence in which its number is looked for.
_NUMBER_WIDTH: Final = 8
_NUMBERED_ENOUGH: Final = 2
#: Titles of texts that a party writes about itself.
_STATEMENT: Final = re.compile(
    r"\b(?:statement|communiqu[eé]|declaration|press release|announcement|notice|open letter)\b",
    re.IGNORECASE,
)
_FIRST_PERSON: Final = frozenset({"we", "our", "us", "ours"})


def find_speakers(document: Document | None, told: Sequence[Told]) -> Speakers:
    """Give who speaks for whom in a document, who wrote it, and who brings its documents."""
    readings = [one.reading for one in told]
    bodies = _find_bodies(readings, _SPOKESPEOPLE, frozenset({"speak"}))
    groups = _find_bodies(readings, wording().offices, wording().leading)
    author = None if document is None else find_author(document, told)
    known = Speakers(bodies, groups, author)
    return replace(known, couriers=_find_couriers(told, known))


def _find_bodies(
    readings: Iterable[Reading], nouns: frozenset[str], verbs: frozenset[str]
) -> dict[EntityId, EntityId]:
    """Give for each holder of an office the body that holds it, the first that is told."""
    bodies: dict[EntityId, EntityId] = {}
    for reading in readings:
        for token in reading.sentence.tokens:
            if token.lemma in nouns:
                body = _body_of(reading, token)
                for holder in _holders(reading, token):
                    if body is not None and body != holder:
                        bodies.setdefault(holder, body)
            elif token.lemma in verbs:
                for holder, body in _acting_for(reading, token):
                    bodies.setdefault(holder, body)
    return bodies


def _acting_for(reading: Reading, verb: Token) -> Iterator[tuple[EntityId, EntityId]]:
    """Give person and body of "N, who speaks for the group", "N, who leads it"."""
    sentence = reading.sentence
    body = after(sentence, verb, "for") if verb.lemma == "speak" else patient_of(sentence, verb)
    ends = [None if t is None else mention_at(reading, t) for t in (agent_of(sentence, verb), body)]
    if ends[0] is None or ends[1] is None:
        return
    is_body = reading.type_of(ends[1]) in ORGANISED
    if is_body and reading.type_of(ends[0]) is EntityType.PERSON:
        yield ends[0].resolved_to, ends[1].resolved_to


def _holders(reading: Reading, noun: Token) -> tuple[EntityId, ...]:
    """Give the entities that a word such as "spokesman" describes."""
    sentence = reading.sentence
    around = [noun, *sentence.below(noun, "appos")]
    if noun.dep in {"appos", "compound", "nmod"}:
        around.append(sentence.head(noun))
    elif noun.dep == "attr":
        around.extend(sentence.below(sentence.head(noun), "nsubj"))
    found = (mention_at(reading, t) for t in around)
    people = (m for m in found if m is not None and reading.type_of(m) is EntityType.PERSON)
    return tuple(dict.fromkeys(m.resolved_to for m in people))


def _body_of(reading: Reading, noun: Token) -> EntityId | None:
    """Give the body that a spokesperson or leader stands for."""
    sentence = reading.sentence
    nouns = [noun]
    if noun.dep in {"compound", "nmod"}:
        nouns.append(sentence.head(noun))
    for one in nouns:
        for found in (*sentence.below(one, "poss", "compound", "nmod"), *_after_of(sentence, one)):
            mention = mention_at(reading, found)
            if mention is not None and reading.type_of(mention) in ORGANISED:
                return mention.resolved_to
    return None


def _after_of(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """Give what stands after "of" or "for"."""
    return tuple(t for p in ("for", "of") if (t := after(sentence, noun, p)) is not None)


def find_author(document: Document, told: Sequence[Told]) -> EntityId | None:
    """Give the body whose text it is, so that its own words are the narrator's; None if unknown.

    It is the publisher, the panel that recommends in its numbered report, or the party that says
    "we" in a text called a statement.
    """
    named = _publisher(document, told) or _inquirer(document, told) or _announcing(told)
    return named or _ourselves(told) or _stating_party(document, told)


def _ourselves(told: Sequence[Told]) -> EntityId | None:
    """Give whom the first "we" outside of quotations is known to mean."""
    for one in told:
        for mention in one.reading.mentions if not (one.quoted or one.goes_on) else ():
            is_we = mention.kind is MentionKind.PRONOUN
            if is_we and mention.text.casefold() in _FIRST_PERSON:
                return mention.resolved_to
    return None


def _announcing(told: Sequence[Told]) -> EntityId | None:
    """Give the body that tells what it does this day: "The Office has today designated"."""
    for one in told[:1]:
        sentence = one.reading.sentence
        today = any(t.lower == "today" for t in sentence.tokens)
        if today and _root(sentence).lemma in wording().enacting:
            return _first_subject(one.reading)
    return None


def _publisher(document: Document, told: Sequence[Told]) -> EntityId | None:
    """Give the entity with the name of the publisher."""
    name = (document.publisher or "").casefold()
    entities = told[0].reading.entities.values() if told and name else ()
    return next((e.id for e in entities if e.name.casefold() == name), None)


def _inquirer(document: Document, told: Sequence[Told]) -> EntityId | None:
    """Give the panel that wrote a report in numbered paragraphs."""
    starts = (t.reading.sentence.passage.span.start for t in told)
    around = (document.text[max(0, s - _NUMBER_WIDTH) : s + _NUMBER_WIDTH] for s in starts)
    if sum(bool(_NUMBER.search(words)) for words in around) < _NUMBERED_ENOUGH:
        return None
    seen: Counter[EntityId] = Counter()
    for one in told:
        seen.update(_acting(one.reading, _AUTHORING))
    best = seen.most_common(1)
    return best[0][0] if best else None


def _acting(reading: Reading, verbs: frozenset[str]) -> Iterator[EntityId]:
    """Give the inquirers that are the subject of some verbs in a sentence."""
    doing = [t for t in reading.sentence.tokens if t.lemma in verbs]
    for token in (s for verb in doing for s in reading.sentence.below(verb, "nsubj")):
        mention = mention_at(reading, token)
        if mention is not None and mention.text.split()[-1].lower() in _INQUIRERS:
            yield mention.resolved_to


def _root(sentence: Sentence) -> Token:
    """Give the head of the main clause."""
    return next(t for t in sentence.tokens if t.head == t.index)


def _stating_party(document: Document, told: Sequence[Told]) -> EntityId | None:
    """Give the party that makes a statement: its title's, else the first sentence's subject."""
    title = document.title or document.text.lstrip().split("\n", 1)[0]
    ours = any(
        t.lower in _FIRST_PERSON and t.index not in one.quoted and not one.goes_on
        for one in told
        for t in one.reading.sentence.tokens
    )
    if not ours or not _STATEMENT.search(title):
        return None
    return _titled(title, told[0].reading) or _first_subject(told[0].reading)


def _titled(title: str, reading: Reading) -> EntityId | None:
    """Give the body that the title names as the one who states: "Statement by the Relief Fund"."""
    words = title.casefold()
    at = {
        e.id: words.rfind(f"{link} {article}{name.casefold()}")
        for e in reading.entities.values()
        for name in (e.name, *e.aliases)
        for link in ("by", "of", "from")
        for article in ("", "the ")
        if e.type in ORGANISED and f"{link} {article}{name.casefold()}" in words
    }
    return min(at, key=lambda e: (at[e], e)) if at else None


def _first_subject(reading: Reading) -> EntityId | None:
    """Give the body that acts in the first sentence; an outlet there is what the text answers."""
    for token in reading.sentence.below(_root(reading.sentence), "nsubj"):
        mention = mention_at(reading, token)
        kind = None if mention is None else reading.type_of(mention)
        if mention is not None and kind in ORGANISED and kind is not EntityType.MEDIA_OUTLET:
            return mention.resolved_to
    return None


def _find_couriers(told: Sequence[Told], speakers: Speakers) -> Mapping[EntityId, SourceNode]:
    """Give for each document the one through whom it reaches the text: "seen by the newspaper"."""
    found: dict[EntityId, SourceNode] = {}
    for one in told:
        for document, courier in _brought(one):
            mention = mention_at(one.reading, document)
            node = node_of(one.reading, courier, speakers)
            if mention is None or node is None or node.kind is not SourceKind.ENTITY:
                continue
            if one.reading.type_of(mention) is EntityType.DOCUMENT:
                found.setdefault(mention.resolved_to, node)
    return found


def _brought(told: Told) -> Iterator[tuple[Token, Token]]:
    """Give documents with those who saw or quote them."""
    sentence = told.reading.sentence
    for token in sentence.tokens:
        if token.pos == "NOUN":
            yield from ((token, viewer) for viewer in find_viewers(sentence, token))
    for saying in told.sayings:
        yield from ((inner, outer) for outer, inner in pairwise(saying.sources))
