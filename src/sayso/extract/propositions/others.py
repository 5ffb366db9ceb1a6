"""What sources say that no trigger was found for: kept as predicate "other", never lost."""

from collections.abc import Iterable, Iterator
from typing import Final

from sayso.extract.grammar.syntax import Token
from sayso.extract.grammar.tree import agent_of, is_verbal, patient_of, subject_of
from sayso.extract.propositions.fillers import Filler, filler_of
from sayso.extract.propositions.measures import quantity_of
from sayso.extract.propositions.proposals import Proposal
from sayso.extract.propositions.setting import place_of, places_of, time_of
from sayso.extract.voices.quotes import Told
from sayso.model.claims import Proposition
from sayso.model.vocabulary import EntityType, Predicate, Role

#: Types of entities that make a statement worth keeping.
_OF_THE_DOMAIN: Final = frozenset(
    {
        EntityType.PERSON,
        EntityType.ARMED_GROUP,
        EntityType.ORGANISATION,
        EntityType.PUBLIC_BODY,
        EntityType.FACILITY,
        EntityType.GROUP,
    }
)


def find_others(told: Told, read: Iterable[Proposal]) -> Iterator[Proposal]:
    """Give a proposal for each thing said in which no proposal was read."""
    at = {proposal.head.index for proposal in read}
    cues = {saying.head.index for saying in told.sayings}
    for saying in told.sayings:
        nested = any(cue in saying.content for cue in cues)
        if not nested and not at & saying.content:
            yield from _other(told, saying.root)
    if told.goes_on and not told.sayings and not at:
        roots = (t for t in told.reading.sentence.tokens if t.dep == "ROOT")
        for root in roots:
            yield from _other(told, root)


def _other(told: Told, root: Token) -> Iterator[Proposal]:
    """Give the proposal at the main verb of what is said, if its subject is of the domain."""
    reading = told.reading
    sentence = reading.sentence
    while inner := sentence.below(root, "xcomp"):  # "is likely to have moved": moved
        root = inner[0]
    subject = subject_of(sentence, root)
    if subject is None or not is_verbal(root):
        return
    acting = filler_of(reading, subject)
    target = patient_of(sentence, root) if agent_of(sentence, root) == subject else None
    parties = {Role.SUBJECT: acting}
    if target is not None and (found := filler_of(reading, target)).entity is not None:
        parties[Role.OBJECT] = found
    if not _is_of_the_domain(acting):
        return
    fillers = tuple(parties.values())
    places = places_of(reading, root, fillers, Predicate.OTHER)
    yield Proposal(
        head=root,
        trigger=root.span,
        proposition=Proposition(
            predicate=Predicate.OTHER,
            arguments=tuple(f.argument(role) for role, f in parties.items()),
            time=time_of(reading, root, fillers),
            place=place_of(reading, places[0]) if places else None,
            quantity=quantity_of(reading, root, Predicate.OTHER, fillers),
        ),
        fillers=fillers,
        rule=f"other {root.lemma}",
    )


def _is_of_the_domain(filler: Filler) -> bool:
    """Say whether a party is an entity that the domain is about."""
    return filler.entity is not None and filler.type in _OF_THE_DOMAIN
