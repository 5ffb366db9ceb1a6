"""The propositions that the encoder reads where the tables of triggers have none, or others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product
from typing import Final

from sayso.extract.encoder.carried import Carried
from sayso.extract.grammar.syntax import Token
from sayso.extract.propositions.fillers import Filler
from sayso.extract.propositions.measures import quantity_of
from sayso.extract.propositions.proposals import MOST_COMBINATIONS, Proposal, is_definite
from sayso.extract.propositions.setting import place_of, time_of
from sayso.extract.reading import Reading
from sayso.extract.triggers.rows import triggers
from sayso.model.claims import Claim, Mention, Proposition, TimeMention
from sayso.model.ids import Span
from sayso.model.vocabulary import RELATIONS, EntityType, Predicate, Role

#: From here on words are taken to carry a predicate, and a mention to fill a role.
CARRIES: Final = 0.3
FILLS: Final = 0.4
_PARTIES: Final = (Role.SUBJECT, Role.OBJECT, Role.ITEM)
#: The kind of rule that a claim of the encoder names.
_LEARNT: Final = "learnt"
#: Relations whose object is a place.
_PLACING: Final = frozenset({Predicate.LOCATED_IN, Predicate.NEAR})


def find_learnt(
    reading: Reading, carried: Iterable[Carried], read: Sequence[Proposal]
) -> Iterator[Proposal]:
    """Give the proposals for likely triggers that the rules do not have.

    Args:
        reading: of the sentence.
        carried: the triggers in it.
        read: what the rules propose.
    """
    known = {_parties(proposal) for proposal in read}
    for one in carried:
        head = reading.sentence.head_of(one.trigger) if one.sure >= CARRIES else None
        if head is not None:
            proposed = _proposed(reading, head, one)
            yield from (p for p in proposed if _parties(p) not in known)


def _parties(proposal: Proposal) -> tuple[object, ...]:
    """Give what makes two proposals of a sentence alike."""
    said = proposal.proposition
    fillers = [said.filler(role) for role in _PARTIES]
    return said.predicate, *(None if f is None else f.entity or f.span for f in fillers)


def is_learnt(claim: Claim) -> bool:
    """Say whether only the encoder read a claim."""
    return f": {_LEARNT} " in claim.extractor


def _proposed(reading: Reading, head: Token, one: Carried) -> Iterator[Proposal]:
    """Give the proposals of one trigger; none where a role is empty that must be filled."""
    roles = {role: found for role in _PARTIES if (found := _fillers(reading, one, role))}
    if not _complete(one.predicate, roles):
        return
    places = _places(reading, one, roles)
    where: Sequence[Mention | None] = places or (None,)
    combinations = product(product(*roles.values()), where)
    listed = [f for several in roles.values() for f in several]
    for chosen, at in islice(combinations, MOST_COMBINATIONS):
        named = dict(zip(roles, chosen, strict=True))
        place = at
        if one.predicate in _PLACING:
            place = reading.by_head.get(named[Role.OBJECT].head.index)
        yield Proposal(
            head=head,
            trigger=one.trigger,
            proposition=Proposition(
                predicate=one.predicate,
                arguments=tuple(filler.argument(role) for role, filler in named.items()),
                time=_time(reading, one) or time_of(reading, head, listed),
                place=None if place is None else place_of(reading, place),
                quantity=quantity_of(reading, head, one.predicate, chosen, listed),
            ),
            fillers=chosen,
            rule=f"{_LEARNT} {head.lemma}",
            presupposed=any(f.head.index == head.index and f.entity for f in chosen),
            definite=is_definite(reading.sentence, head, chosen),
        )


def _fillers(reading: Reading, one: Carried, role: Role) -> tuple[Filler, ...]:
    """Give what fills a role, each entity once, in the order of the text."""
    allowed = triggers().frames[one.predicate].types.get(role)
    mentions = {m.span: m for m in reading.mentions}
    found: dict[object, Filler] = {}
    for span, likely in one.fillers.get(role, ()):
        if likely < FILLS:
            break  # the likeliest come first
        mention, head = mentions.get(span), reading.sentence.head_of(span)
        if mention is None or head is None:
            continue
        kind = reading.type_of(mention)
        if (allowed is None or kind in allowed) and not _is_measure(reading, one, mention):
            filler = Filler(head, mention.resolved_to, kind, span, mention.text)
            found.setdefault(mention.resolved_to, filler)
    return tuple(sorted(found.values(), key=lambda filler: filler.span))


def _is_measure(reading: Reading, one: Carried, mention: Mention) -> bool:
    """Say whether a mention is only of what a measure is about: "an assets freeze" lists nobody."""
    thing = reading.type_of(mention) is EntityType.MATERIAL
    unnamed = mention.resolved_to not in reading.named
    return one.predicate is Predicate.DESIGNATION and thing and unnamed


def _complete(predicate: Predicate, roles: Mapping[Role, Sequence[Filler]]) -> bool:
    """Say whether all roles are filled that must be; a relation has both its ends."""
    needs = triggers().frames[predicate].needs
    if predicate in RELATIONS:
        needs |= {Role.SUBJECT, Role.OBJECT}
    return bool(roles) and needs <= roles.keys()


def _places(
    reading: Reading, one: Carried, roles: Mapping[Role, Sequence[Filler]]
) -> list[Mention]:
    """Give the places of a trigger that are no parties of it."""
    parties = {f.entity for several in roles.values() for f in several}
    mentions = {m.span: m for m in reading.mentions if m.type is EntityType.PLACE}
    likely = (span for span, sure in one.fillers.get("place", ()) if sure >= FILLS)
    found = [mentions[span] for span in likely if span in mentions]
    return [m for m in found if m.resolved_to not in parties]


def _time(reading: Reading, one: Carried) -> TimeMention | None:
    """Give the likeliest time of a trigger."""
    times: dict[Span, TimeMention] = {t.span: t for t in reading.times}
    likely = (span for span, sure in one.fillers.get("time", ()) if sure >= FILLS)
    return next((times[span] for span in likely if span in times), None)
