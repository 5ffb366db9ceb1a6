"""Mentions before it is known whom they mean: names, with what the parser adds to the tables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.names.find import Name
from sayso.extract.names.lexicon import heads, shapes, word_list
from sayso.extract.where_when.places import Gazetteer
from sayso.model.ids import Span
from sayso.model.vocabulary import EntityType, MentionKind

#: OntoNotes types that name an entity.
LABELS = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANISATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.FACILITY,
    "NORP": EntityType.GROUP,
}
#: Labels that a longer name of theirs may set against a shorter one of the tables.
WINNING = frozenset({"PERSON", "ORG", "FAC"})
#: Rules of the tables that give way to such a longer name.
YIELDING = frozenset({"gazetteer", "list", "weak list"})
TRIMMED = frozenset({"the", "a", "an", "'s", "’s", '"', "“", "”", "'", "’", ",", "(", ")", "-"})
#: A known place's name after these is the place, whatever the parser takes it for.
LOCATING = frozenset({"in", "near", "at", "from", "around", "outside", "inside", "to"})
LOCATING_FIRST = frozenset({"Near", "In", "At", "From", "Around", "Outside", "Inside", "Mr", "Mrs"})
#: A name that begins so is of an event.
NO_ENTITY = frozenset({"Operation", "Section", "Chapter", "Resolution", "Article"})
NO_NAMES = word_list("common_names")
#: A name has a letter, and is more than one of them.
NAME = re.compile(r"[^\W\d_]\w")
PLURAL_TAGS = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention whose entity is still to be found.

    Attributes:
        number: of its sentence, from 0.
        rule: what found it.
        head: the word that the others hang on.
        lemma: of the head, in lower case.
        definite: "the", "its", "this": the reader is to know which.
        key: of a known body, list entry or place; the same for all names of one.
    """

    span: Span
    text: str
    number: int
    sentence: Sentence
    head: Token
    type: EntityType
    kind: MentionKind
    rule: str
    plural: bool = False
    definite: bool = True
    keys: tuple[str, ...] = ()

    @property
    def lemma(self) -> str:
        """Give the head's lemma, in lower case."""
        return self.head.lemma.casefold()

    @property
    def is_subject(self) -> bool:
        """Say whether it is the subject of a clause."""
        return self.head.dep in {"nsubj", "nsubjpass", "csubj"}


def named_drafts(
    sentences: Sequence[Sentence], found: Sequence[Name], gazetteer: Gazetteer
) -> Iterator[Draft]:
    """Give the names of the tables and, where they have none, of the parser, in order."""
    waiting = sorted(found, key=lambda n: n.span)
    place = 0
    for number, sentence in enumerate(sentences):
        span = sentence.passage.span
        while place < len(waiting) and waiting[place].span.start < span.start:
            place += 1
        start = place
        while place < len(waiting) and waiting[place].span.end <= span.end:
            place += 1
        inside = chosen(sentence, waiting[start:place], list(parser_names(sentence, gazetteer)))
        drafts = (draft(sentence, number, name) for name in inside)
        yield from (d for d in drafts if d is not None)


def chosen(sentence: Sentence, tables: Sequence[Name], parsed: Sequence[Name]) -> list[Name]:
    """Give the names of both in order; where they overlap, the tables' unless the other is longer.

    A longer person, body or facility wins over a place or a listed name inside it
    ("Kabul University"); a weak name of a list stands only on a proper noun.
    """
    kept: list[Name] = []
    for name in tables:
        wider = [p for p in parsed if p.span.overlaps(name.span) and beats(p, name)]
        if not wider and (not name.weak or is_proper(sentence, name.span)):
            kept.append(name)
    kept += [p for p in parsed if not any(p.span.overlaps(k.span) for k in kept)]
    return sorted(kept, key=lambda n: n.span)


def beats(parsed: Name, name: Name) -> bool:
    """Say whether the parser's name wins over the tables'."""
    longer = len(parsed.span) > len(name.span) and parsed.span.contains(name.span)
    wins = parsed.rule.removeprefix("parser ") in WINNING and name.rule in YIELDING
    same = parsed.span == name.span and parsed.type is EntityType.PERSON
    return wins and (longer or (same and name.weak))


def is_proper(sentence: Sentence, span: Span) -> bool:
    """Say whether the parser takes one of these words for a proper noun."""
    return any(t.pos == "PROPN" for t in sentence.within(span))


def parser_names(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Name]:
    """Give the parser's names, trimmed, with a type of ours."""
    words: list[Token] = []
    for token in (*sentence.tokens, None):
        if words and (token is None or token.begins or token.label != words[0].label):
            yield from parser_name(words, sentence, gazetteer)
            words = []
        if token is not None and token.label in LABELS:
            words.append(token)


def parser_name(words: Sequence[Token], sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Name]:
    """Give the name that these words are, if they are one."""
    label = words[0].label
    while words and (words[0].lower in TRIMMED or words[0].text in LOCATING_FIRST):
        words = words[1:]
    while words and words[-1].lower in TRIMMED:
        words = words[:-1]
    if not words or not any(t.text[0].isupper() for t in words):
        return
    span = Span(words[0].span.start, words[-1].span.end)
    text = words_of(sentence, span)
    nothing = not NAME.search(text) or words[0].text in NO_ENTITY or text in NO_NAMES
    adjective = label == "NORP" and words[-1].dep in {"amod", "compound", "nmod"}
    if nothing or adjective or gazetteer.people_of(text) is not None:
        return
    before = sentence.tokens[words[0].index - 1].lower if words[0].index > 0 else ""
    is_place = before in LOCATING and gazetteer.named(text)
    kind = EntityType.PLACE if is_place else refined(LABELS[label], words)
    yield Name(span, kind, "parser GPE" if is_place else f"parser {label}")


def words_of(sentence: Sentence, span: Span) -> str:
    """Give the words of a sentence at a span of the document."""
    start = sentence.passage.span.start
    return sentence.passage.text[span.start - start : span.end - start]


def refined(kind: EntityType, words: Sequence[Token]) -> EntityType:
    """Give the type that the last word of a body's name tells, else the given one."""
    if kind is not EntityType.ORGANISATION:
        return kind
    known = shapes()
    first = known.first.get(words[0].text) if len(words) > 1 else None
    return known.last.get(words[-1].text) or first or kind


def draft(sentence: Sentence, number: int, name: Name) -> Draft | None:
    """Turn a name into a draft; None where the parser has no word there."""
    head = sentence.head_of(name.span) or word_at(sentence, name.span)
    if head is None:
        return None
    entries = name.entries if len(name.entries) == 1 and not name.weak else ()
    return Draft(
        span=name.span,
        text=words_of(sentence, name.span),
        number=number,
        sentence=sentence,
        head=head,
        type=name.type,
        kind=MentionKind.NAME,
        rule=name.rule,
        plural=head.tag in PLURAL_TAGS and name.type is EntityType.GROUP,
        keys=tuple(f"entry {entry}" for entry in entries),
    )


def word_at(sentence: Sentence, span: Span) -> Token | None:
    """Give the first word that shares a letter with a span (a name inside a word's hyphens)."""
    return next((t for t in sentence.tokens if t.span.overlaps(span)), None)


def acts_as_government(place: Draft) -> bool:
    """Say whether a place does what only its government can ("Islamabad denied")."""
    governor = place.sentence.head(place.head)
    after = place.sentence.passage.text[place.span.end - place.sentence.passage.span.start :]
    return (
        place.type is EntityType.PLACE
        and after.startswith(" ")
        and not after.startswith((" (", " -", " –", " —"))
        and place.head.dep == "nsubj"
        and governor.pos == "VERB"
        and governor.lemma in word_list("governing")
    )


def is_plural(token: Token) -> bool:
    """Say whether a noun is in the plural."""
    return token.tag in PLURAL_TAGS


def describes(token: Token, before: Iterable[str]) -> EntityType | None:
    """Give the type of what a noun describes, or None."""
    known, left = heads(), {w.casefold() for w in before}
    singular = token.lower.removesuffix("s")  # the lemma of "States" is "States"
    nouns = dict.fromkeys((token.lower, token.lemma.casefold(), singular))
    found = (known.type_of(noun, left, plural=is_plural(token)) for noun in nouns)
    return next((kind for kind in found if kind is not None), None)
