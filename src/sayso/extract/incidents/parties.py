"""Who and what stands at a place of an act: people, bodies, things, weapons."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import after, noun_phrase
from sayso.extract.incidents.acts import acts
from sayso.extract.names.lexicon import heads
from sayso.extract.propositions.fillers import Filler, fillers_of
from sayso.extract.reading import Reading, hull
from sayso.model.ids import Span
from sayso.model.vocabulary import EntityType, MentionKind

_PEOPLE: Final = frozenset({EntityType.PERSON, EntityType.GROUP})
_BODIES: Final = frozenset(
    {EntityType.ARMED_GROUP, EntityType.ORGANISATION, EntityType.PUBLIC_BODY}
)
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "DET"})
#: What stands before a noun and is no part of what it is called.
_BEFORE: Final = frozenset(
    {"det", "poss", "predet", "cc", "preconj", "punct", "case", "neg", "prep"}
)
#: Words that stand for whoever or whatever was named before.
_POINTING: Final = frozenset({"PRP", "WP", "WDT", "EX", "DT", "PRP$", "WP$"})
#: Nouns in the front of which a thing stands: "in front of the bank".
_BESIDE: Final = frozenset(
    {"front", "vicinity", "side", "entrance", "middle", "back", "top", "door", "edge", "outskirt"}
    | {"face", "area", "part", "wall", "roof", "inside", "interior", "gate", "facade", "parking"}
)
#: Nouns that tell when, where or how an act was and are no party of it.
_NO_PARTIES: Final = frozenset(
    {
        "time",
        "day",
        "night",
        "morning",
        "afternoon",
        "evening",
        "hour",
        "week",
        "month",
        "year",
        "minute",
    }
    | {
        "place",
        "result",
        "purpose",
        "dawn",
        "noon",
        "midnight",
        "moment",
        "fact",
        "order",
        "response",
    }
    | {
        "way",
        "reason",
        "case",
        "attempt",
        "attack",
        "action",
        "incident",
        "crime",
        "operation",
        "war",
    }
    | {
        "fighting",
        "struggle",
        "violence",
        "offensive",
        "clash",
        "death",
        "murder",
        "life",
        "lives",
        "damage",
    }
    | {
        "end",
        "date",
        "kind",
        "event",
        "blood",
        "retaliation",
        "effort",
        "explosion",
        "blast",
        "one",
        "thing",
    }
    | {
        "casualty",
        "injury",
        "wound",
        "loss",
        "problem",
        "hand",
        "head",
        "body",
        "policy",
        "process",
    }
)


@dataclass(frozen=True, slots=True)
class Party:
    """What fills a place of an act.

    Attributes:
        people: it is a person or people, not a body and not a thing.
        body: it is an armed group, another organisation or a public body, by name or by what it is.
        weapon: one attacks with it.
    """

    filler: Filler
    people: bool
    body: bool
    weapon: bool


def parties_at(reading: Reading, found: Token) -> Iterator[Party]:
    """Give what a word and those coordinated with it stand for; none for a time or a mere "it".

    Where fighters are called by their group, the group comes after them.
    """
    found = _meant(reading.sentence, found)
    for filler in fillers_of(reading, found):
        head = filler.head
        empty = filler.entity is None and (head.tag in _POINTING or head.pos not in _NOMINAL)
        when = any(t.span.overlaps(filler.span) for t in reading.times)
        if empty or when or head.lemma in _NO_PARTIES or filler.type is EntityType.PLACE:
            continue
        party = _party(reading, filler)
        yield party
        if party.people:
            yield from _group_of(reading, filler, head)


def _meant(sentence: Sentence, word: Token) -> Token:
    """Give the thing beside which an act is, where that is what is told: "in front of the bank"."""
    behind = after(sentence, word, "of")
    return behind if behind is not None and word.lemma in _BESIDE else word


def _party(reading: Reading, filler: Filler) -> Party:
    """Give a filler with what it is, in all the words that tell it."""
    head = filler.head
    kind = filler.type if filler.entity is not None else None
    if kind is None:
        before = [t.lower for t in reading.sentence.below(head) if t.index < head.index]
        kind = heads().type_of(head.lemma, before, plural=head.tag in {"NNS", "NNPS"})
    weapon = head.lemma in acts().lists["weapons"] and kind not in _PEOPLE
    named = filler.entity is not None and _is_name(reading, filler)
    whole = (
        filler
        if named
        else replace(filler, span=(s := _phrase(reading, head)), text=reading.words(s))
    )
    return Party(whole, kind in _PEOPLE, kind in _BODIES, weapon)


def _is_name(reading: Reading, filler: Filler) -> bool:
    """Say whether a filler's words are a name."""
    kinds = {m.span: m.kind for m in reading.mentions}
    return kinds.get(filler.span) is MentionKind.NAME


def _phrase(reading: Reading, head: Token) -> Span:
    """Give a noun with what describes it before it, and what follows it with "of"."""
    sentence = reading.sentence
    words = list(noun_phrase(sentence, head))
    for link in sentence.below(head, "prep"):
        if link.lower != "of" or link.index < head.index:
            gone = {t.index for t in sentence.subtree(link)}
            words = [t for t in words if t.index not in gone]
    ends = (t.index for t in words if t.index > head.index and t.dep in {"cc", "punct"})
    end = next(ends, sentence.tokens[-1].index + 1)
    words = [t for t in words if t.index < end]
    while words and words[0] != head and (words[0].dep in _BEFORE or words[0].pos == "PUNCT"):
        words = words[1:]
    while len(words) > 1 and words[-1].pos == "PUNCT":
        words = words[:-1]
    return hull(words or [head])


def _group_of(reading: Reading, filler: Filler, head: Token) -> Iterator[Party]:
    """Give the group by which its people are called: "guerrillas of the Front", "Front rebels"."""
    sentence = reading.sentence
    near = [*sentence.below(head, "compound", "nmod", "amod", "poss")]
    near += [t for link in ("of", "from") if (t := after(sentence, head, link)) is not None]
    for token in near:
        mention = reading.by_word.get(token.index)
        if mention is None or mention.kind is not MentionKind.NAME:
            continue
        kind = reading.type_of(mention)
        if kind in _BODIES and mention.resolved_to != filler.entity:
            group = Filler(token, mention.resolved_to, kind, mention.span, mention.text)
            yield Party(group, people=False, body=True, weapon=False)
            return
