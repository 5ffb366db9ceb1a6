"""Which pairs of parties raise a question about identity, and which never do."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from typing import Final

from sayso.model.findings import Finding, Knowledge
from sayso.model.identities import Bearing, IdentityQuestion, Indication, Sign
from sayso.model.ids import EntityId, key_of
from sayso.model.vocabulary import EntityType, Predicate
from sayso.review.identities.facts import Facts, facts_of, is_actual, named_parties
from sayso.review.identities.signs import Pair, said_of
from sayso.review.identities.structure import seen_in

#: Somebody says so: each of these raises a question by itself.
SAID: Final = frozenset({Sign.SAID_ALIAS, Sign.SAID_FRONT})
#: Without anybody's word a question needs one of these and a second sign of another kind.
TELLING: Final = frozenset({Sign.SHARED_LEADER, Sign.BOTH_SAY})
#: What an allegation of identity may be made of, that whose subject is in question first.
_IDENTITY: Final = (Predicate.FRONT_FOR, Predicate.ALIAS_OF)


def identity_questions(knowledge: Knowledge) -> tuple[IdentityQuestion, ...]:
    """Give the questions, those that somebody's word raises first, then by signs, ties by id.

    Structure alone raises none about a person or about anybody who is listed, or may be, and of a
    pair with such a party only what speaks against is told besides what is said of the two.
    """
    named, between = named_parties(knowledge), _between(knowledge)
    facts = facts_of(knowledge, named)
    order = {entity: place for place, entity in enumerate(knowledge.entities)}
    questions = []
    for ends in sorted({*between, *_linked(facts)}, key=sorted):
        if ends <= named:
            more, less = sorted(ends, key=order.__getitem__)
            pair = _pair(knowledge, (less, more), between.get(ends, ()), facts)
            found = tuple(_indications(pair))
            if _is_raised(found):
                questions.append(_question(pair, found))
    return tuple(sorted(questions, key=_importance))


def _between(knowledge: Knowledge) -> Mapping[frozenset[EntityId], tuple[Finding, ...]]:
    """Give the findings between two parties, in their order."""
    found: dict[frozenset[EntityId], list[Finding]] = defaultdict(list)
    for finding in knowledge.findings.values():
        one, other = finding.subject, finding.object
        if one is None or other is None or one == other or not is_actual(knowledge, finding):
            continue
        found[frozenset({one, other})].append(finding)
    return {ends: tuple(own) for ends, own in found.items()}


def _linked(facts: Mapping[EntityId, Facts]) -> Iterator[frozenset[EntityId]]:
    """Give the pairs that have a head or a statement in common."""
    sharing: dict[str, list[EntityId]] = defaultdict(list)
    for party, own in facts.items():
        for shared in (*own.heads, *own.statements):
            sharing[shared].append(party)
    for parties in sharing.values():
        yield from map(frozenset, combinations(parties, 2))


def _pair(
    knowledge: Knowledge,
    ends: tuple[EntityId, EntityId],
    between: tuple[Finding, ...],
    facts: Mapping[EntityId, Facts],
) -> Pair:
    """Put a pair together, the party first whose independence is in question.

    That is the one that is alleged to be a front or another name, else the less mentioned, which
    comes first of the two ends.
    """
    alleged = (f.subject for p in _IDENTITY for f in between if f.predicate is p)
    one = next((subject for subject in alleged if subject is not None), ends[0])
    other = ends[1] if one == ends[0] else ends[0]
    none = Facts()
    return Pair(
        knowledge=knowledge,
        one=one,
        other=other,
        between=between,
        of_one=facts.get(one, none),
        of_other=facts.get(other, none),
    )


def _indications(pair: Pair) -> Iterator[Indication]:
    """Give the signs on a pair; of a guarded one no structure that speaks for."""
    yield from said_of(pair)
    guarded = any(_is_guarded(pair.knowledge, end) for end in (pair.one, pair.other))
    for seen in seen_in(pair):
        if not guarded or Bearing.FOR not in {seen.alias, seen.front}:
            yield seen


def _is_guarded(knowledge: Knowledge, end: EntityId) -> bool:
    """Say whether a party is a person, or is or may be listed: no association touches it."""
    entity = knowledge.entities[end]
    return entity.type is EntityType.PERSON or entity.listing is not None


def _is_raised(found: Iterable[Indication]) -> bool:
    """Say whether these signs are enough to ask."""
    signs = {one.sign for one in found if Bearing.FOR in {one.alias, one.front}}
    return bool(signs & SAID) or (bool(signs & TELLING) and len(signs) > 1)


def _question(pair: Pair, found: tuple[Indication, ...]) -> IdentityQuestion:
    """Give the question, its signs in their order and the claims of each, the most direct first."""
    order, claims = list(Sign), pair.knowledge.claims
    found = tuple(
        replace(one, claims=tuple(sorted(one.claims, key=lambda c: (len(claims[c].voices), c))))
        for one in found
    )
    return IdentityQuestion(
        id=key_of("iq", *sorted((pair.one, pair.other))),
        one=pair.one,
        other=pair.other,
        indications=tuple(sorted(found, key=lambda one: order.index(one.sign))),
    )


def _importance(question: IdentityQuestion) -> tuple[bool, int, str]:
    said = any(one.sign in SAID for one in question.indications)
    return (not said, -len(question.indications), question.id)
