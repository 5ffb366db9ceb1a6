"""One type for one name: a guess of the parser gives way to what the document tells elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.extract.mentions.drafts import Draft
from sayso.extract.names.lexicon import shapes
from sayso.extract.where_when.places import fold
from sayso.model.vocabulary import EntityType

#: What the rules that only guess begin with.
GUESS = "parser"


def with_one_type(names: Sequence[Draft]) -> list[Draft]:
    """Give the names with one type for each spelling, and surnames as their bearers."""
    types = types_of(names)
    surnames = surnames_of(names)
    return [settled(draft, types, surnames) for draft in names]


def types_of(names: Sequence[Draft]) -> dict[str, EntityType]:
    """Give the type of each folded name: what a table tells, else what is guessed most often."""
    told: dict[str, EntityType] = {}
    guessed: dict[str, Counter[EntityType]] = defaultdict(Counter)
    for draft in names:
        if draft.rule.startswith(GUESS):
            guessed[fold(draft.text)][draft.type] += 1
        else:
            told.setdefault(fold(draft.text), draft.type)
    return {**{name: counts.most_common(1)[0][0] for name, counts in guessed.items()}, **told}


def surnames_of(names: Sequence[Draft]) -> frozenset[str]:
    """Give the folded last words of the names of persons."""
    persons = [d.text.split() for d in names if d.type is EntityType.PERSON]
    return frozenset(fold(words[-1]) for words in persons if len(words) > 1)


def is_of_a_family(name: str, surnames: frozenset[str]) -> bool:
    """Say whether a name is two words or more of which the last is a person's surname."""
    words = name.split(" ")
    shaping = words[-1].capitalize() in shapes().last
    return len(words) > 1 and words[-1] in surnames and not shaping


def settled(draft: Draft, types: Mapping[str, EntityType], surnames: frozenset[str]) -> Draft:
    """Give a name with the type of its spelling; a place stays one unless it acts as a person."""
    name = fold(draft.text)
    guess = draft.rule.startswith(GUESS)
    acts = draft.is_subject or draft.head.dep == "poss"
    family = guess and draft.type is EntityType.ORGANISATION and is_of_a_family(name, surnames)
    if family or (name in surnames and (guess or (draft.type is EntityType.PLACE and acts))):
        return replace(draft, type=EntityType.PERSON, rule="surname")
    return replace(draft, type=types[name]) if guess else draft
