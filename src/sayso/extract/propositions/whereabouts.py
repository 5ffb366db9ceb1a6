"""Where a phrase takes somebody or something to be: "a trader in Agadez", "a camp near Rustaq"."""

from collections.abc import Iterator, Sequence
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.propositions.fillers import Filler, filler_of
from sayso.extract.propositions.proposals import Proposal, is_definite
from sayso.extract.propositions.setting import NEARBY, place_lists, place_of, preposition_of
from sayso.extract.reading import Reading
from sayso.model.claims import Argument, Mention, Proposition
from sayso.model.vocabulary import EntityType, Predicate, Role

_IN: Final = frozenset({"in", "inside"})
#: Types that are somewhere; for sites it is told with what is done there.
_PRESENT: Final = frozenset(
    {
        EntityType.PERSON,
        EntityType.ARMED_GROUP,
        EntityType.ORGANISATION,
        EntityType.PUBLIC_BODY,
        EntityType.GROUP,
        EntityType.FACILITY,
    }
)
#: People who are only called by where they are, or speak there.
_NAMED_BY_PLACE: Final = frozenset(
    {
        "resident",
        "official",
        "villager",
        "local",
        "people",
        "family",
        "inhabitant",
        "civilian",
        "witness",
    }
    | {"source", "labourer", "everybody", "somebody", "anybody", "one", "two", "three", "person"}
)
#: Seats of whoever has them.
_SEATS: Final = frozenset(
    {"premise", "premises", "office", "headquarters", "seat", "branch", "outlet", "address", "shop"}
)
#: Types whose names stand with a place for a part of them: "the Front in Basra".
_NAMES_WITH_PLACES: Final = frozenset({EntityType.ARMED_GROUP, EntityType.PERSON})
_NONE: Final = frozenset({"no", "any"})


def find_whereabouts(reading: Reading, read: Sequence[Proposal]) -> Iterator[Proposal]:
    """Give a proposal for each place of a list that follows a noun.

    Args:
        reading: of the sentence.
        read: what else is read in it; a place that tells where that happened is left to it.
    """
    settings = {p.proposition.place.span for p in read if p.proposition.place is not None}
    named = {a.span for p in read for a in p.proposition.arguments}
    for group in place_lists(reading):
        head = reading.sentence.head_of(group[0].span)
        link = None if head is None else preposition_of(reading.sentence, head)
        host = None if link is None else _host(reading, link)
        if link is None or host is None or not all(_is_known(reading, m) for m in group):
            continue
        used = named if link.lower in NEARBY else named | settings
        if any(m.span in used for m in group):
            continue
        yield from (_placed(reading, link, host, place) for place in group)


def _host(reading: Reading, link: Token) -> Filler | None:
    """Give whom a preposition places somewhere: what the noun right before it stands for."""
    noun = reading.sentence.head(link)
    keeper = _keeper(reading.sentence, noun)
    host = filler_of(reading, keeper or noun) if _may_host(reading.sentence, noun, link) else None
    if host is None or host.entity is None:
        return None
    allowed = _PRESENT if link.lower in _IN else {EntityType.FACILITY}
    is_part = noun.pos == "PROPN" and host.type in _NAMES_WITH_PLACES
    return host if host.type in allowed and not is_part else None


def _keeper(sentence: Sentence, noun: Token) -> Token | None:
    """Give who has its seat in what a noun means: "a dealer with premises in Deira"."""
    link = sentence.head(noun)
    holder = sentence.head(link)
    is_seat = noun.lemma in _SEATS and noun.dep == "pobj" and link.lower == "with"
    return holder if is_seat and holder.pos in {"NOUN", "PROPN"} else None


def _may_host(sentence: Sentence, noun: Token, link: Token) -> bool:
    """Say whether a preposition can tell where a noun is, not where something else is done."""
    if link.lower not in _IN | NEARBY or noun.pos not in {"NOUN", "PROPN", "NUM"}:
        return False
    if noun.lemma in _NAMED_BY_PLACE or (link.lower in _IN and _is_open(sentence, noun)):
        return False
    is_none = any(t.lower in _NONE for t in sentence.below(noun, "det"))
    return not is_none and all(t.dep != "prep" for t in _between(sentence, noun, link))


def _is_known(reading: Reading, place: Mention) -> bool:
    """Say whether a place has a name somewhere in the document."""
    return place.resolved_to in reading.named


def _is_open(sentence: Sentence, noun: Token) -> bool:
    """Say whether what follows a noun may as well belong to the words before it.

    "a meeting of the board in Geneva", "brought leaders together in London"
    """
    above = sentence.head(noun)
    return (noun.dep == "pobj" and above.lower == "of") or (
        noun.dep == "dobj" and noun.tag in {"NNS", "NNPS"}
    )


def _between(sentence: Sentence, noun: Token, link: Token) -> tuple[Token, ...]:
    """Give the words between a noun and its preposition."""
    return sentence.tokens[noun.index + 1 : link.index]


def _placed(reading: Reading, link: Token, host: Filler, place: Mention) -> Proposal:
    """Give the proposal that somebody or something is in or near a place."""
    near = link.lower in NEARBY
    arguments = (
        host.argument(Role.SUBJECT),
        Argument(role=Role.OBJECT, entity=place.resolved_to, span=place.span),
    )
    return Proposal(
        head=link,
        trigger=link.span,
        proposition=Proposition(
            predicate=Predicate.NEAR if near else Predicate.LOCATED_IN,
            arguments=arguments,
            place=place_of(reading, place),
        ),
        fillers=(host,),
        rule=f"noun {link.lower}",
        presupposed=True,
        definite=is_definite(reading.sentence, reading.sentence.head(link), (host,)),
    )
