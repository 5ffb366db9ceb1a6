"""Descriptions ("the group", "eight training camps") and pronouns, as mentions to be resolved."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sayso.extract.entities.drafts import Draft, describes, is_plural, words_of
from sayso.extract.syntax import Sentence, Token
from sayso.model.ids import Span
from sayso.model.vocabulary import EntityType, MentionKind

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "such"})
#: What belongs to a noun phrase on the left of its head.
LEFT = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "neg"})
#: A noun in these places is no phrase of its own ("weapons" in "weapons depot").
INNER = frozenset({"compound", "amod", "nmod", "npadvmod", "quantmod"})
#: Adjectives that make a described thing another one than that of before.
OTHER = frozenset({"other", "another", "second", "third", "different", "further", "separate"})


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun asks of its antecedent.

    Attributes:
        types: that the antecedent may have.
        gender: "m" or "f", or None.
        plural: it stands for several, or for a body taken as its people.
    """

    types: frozenset[EntityType]
    gender: str | None = None
    plural: bool = False


PERSON = frozenset({EntityType.PERSON})
THINGS = frozenset(EntityType) - {EntityType.PERSON, EntityType.GROUP, EntityType.CAPABILITY}
SEVERAL = frozenset(
    {
        *(EntityType.GROUP, EntityType.FACILITY, EntityType.DOCUMENT, EntityType.MATERIAL),
        *(EntityType.ARMED_GROUP, EntityType.ORGANISATION, EntityType.PUBLIC_BODY),
        *(EntityType.PLACE, EntityType.PERSON, EntityType.MEDIA_OUTLET),
    }
)
PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), Pronoun(PERSON, "m")),
    **dict.fromkeys(("she", "her", "hers", "herself"), Pronoun(PERSON, "f")),
    **dict.fromkeys(("it", "its", "itself"), Pronoun(THINGS)),
    **dict.fromkeys(
        ("they", "them", "their", "theirs", "themselves"), Pronoun(SEVERAL, plural=True)
    ),
}
#: Those of who speaks; whom they mean is known when all others are.
FIRST_PERSON = frozenset(
    {
        *("we", "us", "our", "ours", "ourselves"),
        *("i", "me", "my", "mine", "myself"),
    }
)
RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
#: "it" that stands for the clause after it.
EMPTY_IT = re.compile(
    r"it\s+(?:is|was|has been|had been|will be|would be|remains?|seems?|appears?|became|may be)"
    r"(?:\s+(?:not|also|still|now|n't|yet|widely|un\w+))*\s+(?:\w+ed|\w+ble|clear|unclear|known"
    r"|true|likely|time|not|possible|that|difficult|hard|thought|said|understood|who|in|on|the)\b"
    r"|it\s+(?:seems?|appears?|turned out|follows|emerged)\b",
    re.IGNORECASE,
)
#: "it" that stands for what was said: the object of these, the subject of "is false".
SAID = frozenset({"deny", "confirm", "say", "know"})
TRUTH = frozenset({"false", "true", "untrue", "wrong", "baseless", "unfounded", "fabricated"})
#: "His Excellency", "Information Technology": in capitals, no pronoun.
TITLES = frozenset({"HE", "IT"})
QUOTES = re.compile('[“”"]')


def described_drafts(sentence: Sentence, number: int, names: Sequence[Draft]) -> Iterator[Draft]:
    """Give the descriptions and pronouns of a sentence, in the order of their heads.

    Args:
        sentence: parsed.
        number: of the sentence in the document.
        names: the drafts of names in it; no word of theirs is a mention again.
    """
    named = {place for name in names for place in range(name.span.start, name.span.end)}
    taken = {
        t.index for t in sentence.tokens if not named.isdisjoint(range(t.span.start, t.span.end))
    }
    for token in sentence.tokens:
        if token.index in taken:
            continue
        found = pronoun_draft(sentence, number, token) or noun_draft(sentence, number, token)
        if found is not None and not is_level_of_a_name(found, taken):
            yield found


def is_level_of_a_name(draft: Draft, taken: Collection[int]) -> bool:
    """Say whether a noun only states the level of the place named before it ("Ghazni province")."""
    before = (t for t in draft.sentence.within(draft.span) if t.index < draft.head.index)
    return draft.type is EntityType.PLACE and any(t.index in taken for t in before)


def pronoun_draft(sentence: Sentence, number: int, token: Token) -> Draft | None:
    """Give the draft of a pronoun that refers to something, or None."""
    relative = token.lower in RELATIVES and token.tag in {"WDT", "WP", "WP$"}
    asked = PRONOUNS.get(token.lower)
    first = token.lower in FIRST_PERSON and token.tag in {"PRP", "PRP$"}
    if not (asked or relative or first) or token.text in TITLES:
        return None
    if token.lower == "it" and stands_for_a_clause(sentence, token):
        return None
    return Draft(
        span=token.span,
        text=words_of(sentence, token.span),
        number=number,
        sentence=sentence,
        head=token,
        type=EntityType.GROUP,
        kind=MentionKind.PRONOUN,
        rule="relative" if relative else "first person" if first else "pronoun",
        plural=asked is not None and asked.plural,
    )


def stands_for_a_clause(sentence: Sentence, token: Token) -> bool:
    """Say whether "it" refers to nothing ("It is not known whether …")."""
    verb = sentence.head(token)
    said = token.dep == "dobj" and verb.lemma in SAID
    judged = verb.lemma == "be" and any(t.lower in TRUTH for t in sentence.below(verb, "acomp"))
    if token.dep == "expl" or said or judged:
        return True
    start = token.span.start - sentence.passage.span.start
    return EMPTY_IT.match(sentence.passage.text, start) is not None


def noun_draft(sentence: Sentence, number: int, token: Token) -> Draft | None:
    """Give the draft of a phrase whose head describes an entity, or None."""
    if token.pos not in {"NOUN", "PROPN"} or token.lower in RELATIVES:
        return None
    if token.dep in INNER and not is_title(sentence, token):
        return None
    left = left_words(sentence, token)
    kind = members(sentence, token) or describes(token, [t.text for t in left])
    if kind is None or (token.pos == "PROPN" and token.text[0].isupper() and not left):
        return None
    span = phrase(sentence, token, left)
    return Draft(
        span=span,
        text=words_of(sentence, span),
        number=number,
        sentence=sentence,
        head=token,
        type=kind,
        kind=MentionKind.NOMINAL,
        rule="described",
        plural=is_plural(token),
        definite=is_definite(left),
    )


def members(sentence: Sentence, token: Token) -> EntityType | None:
    """Give the type of what "a group of …" is made of, or None."""
    nouns = (
        noun
        for of in sentence.below(token, "prep")
        for noun in sentence.below(of, "pobj")
        if token.lemma == "group" and of.lower == "of" and noun.pos == "NOUN"
    )
    return next((describes(noun, ()) for noun in nouns), None)


def is_title(sentence: Sentence, token: Token) -> bool:
    """Say whether a noun stands as a title before a name ("spokesman Gul Rahim")."""
    head = sentence.head(token)
    return head.pos == "PROPN" and token.pos == "NOUN" and head.index > token.index


def left_words(sentence: Sentence, token: Token) -> list[Token]:
    """Give the words of a phrase before its head, possessors with all that hangs on them."""
    found: list[Token] = []
    for child in sentence.below(token):
        if child.index >= token.index:
            break
        if child.dep in LEFT:
            found += [t for t in sentence.subtree(child) if t.index < token.index]
    if token.dep in INNER:  # a title: what stands before it hangs on the name
        siblings = sentence.below(sentence.head(token))
        found += [t for t in siblings if t.index < token.index and t.dep in LEFT]
    return sorted(found, key=lambda t: t.index)


def phrase(sentence: Sentence, token: Token, left: Sequence[Token]) -> Span:
    """Give the span of a noun phrase: its words on the left, its head, and "of" with its noun."""
    start = min([token.span.start, *(t.span.start for t in left if t.pos != "PUNCT")])
    end = token.span.end
    for of in sentence.below(token, "prep"):
        nouns = sentence.below(of, "pobj")
        if of.lower == "of" and nouns and of.index == token.index + 1:
            end = phrase(sentence, nouns[0], ()).end
    return Span(start, end)


def is_definite(left: Sequence[Token]) -> bool:
    """Say whether the reader is to know which one is meant."""
    words = {t.lower for t in left}
    if words & OTHER:
        return False
    return bool(words & DEFINITE) or any(t.dep == "poss" or t.tag == "PRP$" for t in left)


def possessor(draft: Draft) -> Token | None:
    """Give the word for whose a described thing is: "the group's", "its", "of the group"."""
    sentence = draft.sentence
    owners = list(sentence.below(draft.head, "poss"))
    for of in sentence.below(draft.head, "prep"):
        if of.lower in {"of", "for"}:
            owners += sentence.below(of, "pobj")
    return owners[0] if owners else None


def is_quoted(sentence: Sentence, token: Token) -> bool:
    """Say whether a word stands between quotation marks that open in its sentence."""
    before = sentence.passage.text[: token.span.start - sentence.passage.span.start]
    return len(QUOTES.findall(before)) % 2 == 1
