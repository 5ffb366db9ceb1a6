"""Descriptions ("the group", "eight training camps") and pronouns, as mentions to be resolved."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.mentions.clauses import stands_for_a_clause
from sayso.extract.mentions.drafts import Draft, describes, is_plural, words_of
from sayso.extract.names.lexicon import word_list
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
#: "His Excellency", "Information Technology": in capitals, no pronoun.
TITLES = frozenset({"HE", "IT"})
#: Signs of currencies before a figure.
SIGNS = frozenset("$€£¥₽₹₺")
#: Numbers of one thing.
ONE = frozenset({"one", "another", "other", "latter", "former"})
OTHERS = frozenset({"other", "another", "others"})
#: Places in a sentence where a number stands for things itself.
WHOLE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj", "dative", "ROOT", "dep"})
#: "a third said", "the fourth": one more of several.
ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
)
#: "sister-in-law", which the parser takes for several words.
IN_LAW = re.compile(r"-in-laws?\b")
#: Nouns whose possessor belongs to their name: "the prosecutor's office".
SEATS = frozenset({"office", "cabinet", "secretariat", "bureau", "department"})
#: Lists of words for people that are no nouns.
ADJECTIVES = {
    "person_adjectives": EntityType.PERSON,
    "people_adjectives": EntityType.GROUP,
}
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
    measured: set[int] = set()
    for token in sentence.tokens:
        if token.index in taken or token.index in measured:
            continue
        thing = measured_noun(sentence, token)
        if thing is not None and thing.index not in taken:
            measured.add(thing.index)
        found = draft_of(sentence, number, token, thing)
        if found is not None and not is_level_of_a_name(found, taken):
            yield found


def draft_of(sentence: Sentence, number: int, token: Token, measured: Token | None) -> Draft | None:
    """Give the mention whose head a word is, or None.

    Args:
        sentence: that it stands in.
        number: of the sentence.
        token: the word.
        measured: what it measures ("consignment of rifles"), if it does.
    """
    pronoun = pronoun_draft(sentence, number, token)
    if pronoun is not None:
        return pronoun
    if measured is not None:
        return measured_draft(sentence, number, token, measured)
    return part_draft(sentence, number, token) or noun_draft(sentence, number, token)


def measured_noun(sentence: Sentence, token: Token) -> Token | None:
    """Give the noun that a measure or number is of: "two consignments of rifles", "two of its men".

    None where that noun stands for things known already ("three of the men").
    """
    counts = token.tag == "CD" and not sentence.below(token, "neg")
    if token.lemma not in word_list("measures") and not counts:
        return None
    for of in sentence.below(token, "prep"):
        for noun in sentence.below(of, "pobj") if of.lower == "of" else ():
            known = any(t.lower in DEFINITE for t in sentence.below(noun, "det"))
            left = [t.text for t in left_words(sentence, noun)]
            if noun.pos == "NOUN" and not known and describes(noun, left) is not None:
                return noun
    return None


def measured_draft(sentence: Sentence, number: int, token: Token, noun: Token) -> Draft | None:
    """Give the draft of what is measured, whose head is the measure."""
    found = noun_draft(sentence, number, noun)
    if found is None:
        return None
    one = token.lower in ONE
    single = found.type is EntityType.GROUP and one
    return replace(
        found,
        head=token,
        type=EntityType.PERSON if single else found.type,
        plural=not one,
        definite=False,
    )


def part_draft(sentence: Sentence, number: int, token: Token) -> Draft | None:
    """Give the draft of "one", "two of them", "the other" or "another", or None."""
    counts = token.tag == "CD" and token.dep in WHOLE
    other = token.lower in {*OTHERS, "latter", "former"} and token.dep in WHOLE
    before = sentence.tokens[token.index - 1].lower if token.index > 0 else ""
    ordinal = is_ordinal(sentence, token, before)
    if not (counts or other or ordinal) or (counts and not is_part(sentence, token)):
        return None
    start = sentence.tokens[token.index - 1] if before == "the" else token
    span = Span(start.span.start, token.span.end)
    return Draft(
        span=span,
        text=words_of(sentence, span),
        number=number,
        sentence=sentence,
        head=token,
        type=EntityType.GROUP,
        kind=MentionKind.NOMINAL,
        rule="part",
        plural=token.lower not in {*ONE, *ORDINALS},
        definite=False,
    )


def is_ordinal(sentence: Sentence, token: Token, before: str) -> bool:
    """Say whether "a third" is a person or thing; no fraction ("a third of it"), no date."""
    whole = token.dep in WHOLE and before in {"a", "the"} and token.lower in ORDINALS
    of = any(t.lower in {"of", "in"} for t in sentence.below(token, "prep"))
    after = sentence.tokens[token.index + 1].lower if token.index + 1 < len(sentence.tokens) else ""
    return whole and not of and (after in {",", "who"} or sentence.head(token).pos == "VERB")


def is_part(sentence: Sentence, token: Token) -> bool:
    """Say whether a number stands for things: "two of them", "one said"; no year, sum or share."""
    if sentence.below(token, "nmod", "quantmod", "neg") or any(c.isdigit() for c in token.text):
        return False
    of = any(t.lower == "of" and sentence.below(t, "pobj") for t in sentence.below(token, "prep"))
    acts = token.dep in {"nsubj", "nsubjpass"} and not sentence.below(token, "prep")
    return of or acts


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


def noun_draft(sentence: Sentence, number: int, token: Token) -> Draft | None:
    """Give the draft of a phrase whose head describes an entity, or None."""
    seat = token.dep == "poss" and sentence.head(token).lemma in SEATS and token.pos == "NOUN"
    in_law = token.lemma == "law" and token.index > 0  # "his brother-in-law"
    seat = seat or (in_law and sentence.tokens[token.index - 1].text == "-")
    if seat or token.lower in RELATIVES or (token.dep in INNER and not is_title(sentence, token)):
        return None
    left = left_words(sentence, token)
    kind = kind_of(sentence, token, left)
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
        plural=is_plural(token) or (kind is EntityType.GROUP and token.pos != "NOUN"),
        definite=is_definite(left),
    )


def kind_of(sentence: Sentence, token: Token, left: Sequence[Token]) -> EntityType | None:
    """Give the type of what a word describes as the head of a phrase, or None."""
    adjective = any(t.lower == "the" for t in left) and token.dep in WHOLE
    for name, kind in ADJECTIVES.items():
        if adjective and token.lower in word_list(name):
            return kind
    if token.pos not in {"NOUN", "PROPN"}:
        return EntityType.MATERIAL if is_sum(sentence, token) else None
    return members(sentence, token) or describes(token, [t.text for t in left])


def is_sum(sentence: Sentence, token: Token) -> bool:
    """Say whether a word is a figure after the sign of a currency ("$85,000")."""
    below = sentence.below(token, "quantmod", "nmod")
    return token.tag == "CD" and any(t.tag == "$" or t.text in SIGNS for t in below)


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
    commas = [t.index for t in sentence.tokens[: token.index] if t.text == ","]
    behind = max(commas, default=-1)  # "N, spokeswoman for"
    found = [t for t in found if t.index > behind or t.pos != "PROPN"]
    return sorted(found, key=lambda t: t.index)


def phrase(sentence: Sentence, token: Token, left: Sequence[Token]) -> Span:
    """Give the span of a bare noun phrase: its head with what describes it on the left.

    Possessors, numbers and indefinite articles are no part of it, nor is what follows with "of".
    """
    owners = {
        t.index
        for p in sentence.below(token, "poss")
        if token.lemma not in SEATS or p.pos != "NOUN"
        for t in sentence.subtree(p)
    }
    own = [t for t in left if t.pos != "PUNCT" and t.index < token.index]
    while own and (own[0].index in owners or is_outside(own[0])):
        own = own[1:]
    after = sentence.passage.text[token.span.end - sentence.passage.span.start :]
    kin = IN_LAW.match(after)
    end = token.span.end + (0 if kin is None else kin.end())
    return Span(min([token.span.start, *(t.span.start for t in own)]), end)


def described_name(draft: Draft) -> str:
    """Give the words of a description with what follows it with "of" ("members of the board")."""
    sentence, end = draft.sentence, draft.span.end
    head = sentence.head_of(draft.span)
    while head is not None:
        end = max(end, head.span.end)
        after = (of for of in sentence.below(head, "prep") if of.lower == "of")
        nouns = (
            n for of in after if of.index == head.index + 1 for n in sentence.below(of, "pobj")
        )
        head = next(nouns, None)
    return words_of(sentence, Span(draft.span.start, end))


def is_outside(token: Token) -> bool:
    """Say whether a word before a noun counts it rather than tells what it is."""
    counts = token.dep in {"nummod", "quantmod", "advmod", "neg", "predet", "punct", "cc", "case"}
    article = token.dep == "det" and token.lower not in DEFINITE
    return counts or article or token.tag in {"CD", "IN", "PRP$", "POS", "PDT"}


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
