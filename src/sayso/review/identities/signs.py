"""The signs that bear on whether two parties are one, and which way each of them points."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sayso.model.findings import Finding, Knowledge
from sayso.model.identities import Bearing, Indication, Sign
from sayso.model.ids import ClaimId, EntityId
from sayso.model.vocabulary import Predicate
from sayso.review.identities.facts import Facts, affirming, denying

FOR, AGAINST, NEITHER = Bearing.FOR, Bearing.AGAINST, Bearing.NEITHER

#: Which way each sign points: for "another name", and for "a front". A front has leaders, acts and
#: means, though others give them; a second name has none that are not the first one's.
BEARINGS: Final[Mapping[Sign, tuple[Bearing, Bearing]]] = {
    Sign.SAID_ALIAS: (FOR, NEITHER),
    Sign.DENIED_ALIAS: (AGAINST, NEITHER),
    Sign.SAID_FRONT: (NEITHER, FOR),
    Sign.DENIED_FRONT: (NEITHER, AGAINST),
    Sign.EXISTENCE_DENIED: (FOR, NEITHER),
    Sign.EXISTENCE_SAID: (AGAINST, NEITHER),
    Sign.SHARED_LEADER: (FOR, FOR),
    Sign.OTHER_LEADERS: (AGAINST, NEITHER),
    Sign.BOTH_SAY: (FOR, FOR),
    Sign.SUCCESSION: (FOR, NEITHER),
    Sign.ACTIVE_TOGETHER: (AGAINST, NEITHER),
    Sign.SHARED_PLACES: (FOR, FOR),
    Sign.SUPPLY: (AGAINST, FOR),
    Sign.TOLD_APART: (AGAINST, NEITHER),
    Sign.AT_ODDS: (AGAINST, AGAINST),
    Sign.NAMES_ALIKE: (FOR, NEITHER),
}

_SUPPLY: Final = frozenset({Predicate.SUPPORTS, Predicate.TRANSFER})
_APART: Final = frozenset({Predicate.ALLIED_WITH, Predicate.TIED_TO, Predicate.EMBEDDED_IN})
_ODDS: Final = frozenset({Predicate.OPPOSES, Predicate.ATTACK, Predicate.SPLINTER_OF})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two parties with all that is said of each and between them.

    Attributes:
        one: whose independence is in question; `other` is what it might be.
        between: the findings that have both as parties.
    """

    knowledge: Knowledge
    one: EntityId
    other: EntityId
    between: tuple[Finding, ...]
    of_one: Facts
    of_other: Facts


def indication(sign: Sign, claims: Iterable[ClaimId], detail: str = "") -> Iterator[Indication]:
    """Give a sign with its claims, each once and in order; nothing without a claim."""
    own = tuple(sorted(set(claims)))
    if own:
        alias, front = BEARINGS[sign]
        yield Indication(sign=sign, alias=alias, front=front, claims=own, detail=detail)


def said_of(pair: Pair) -> Iterator[Indication]:
    """Give what is said of the two together: what is alleged, denied, or tells them apart."""
    yield from _of(pair, Sign.SAID_ALIAS, {Predicate.ALIAS_OF})
    yield from _denied(pair, Sign.DENIED_ALIAS, Predicate.ALIAS_OF)
    yield from _of(pair, Sign.SAID_FRONT, {Predicate.FRONT_FOR})
    yield from _denied(pair, Sign.DENIED_FRONT, Predicate.FRONT_FOR)
    given = (f for f in pair.between if f.predicate in _SUPPLY and f.object == pair.one)
    yield from indication(Sign.SUPPLY, (claim for f in given for claim in affirming(f)))
    yield from _of(pair, Sign.TOLD_APART, _APART)
    yield from _of(pair, Sign.AT_ODDS, _ODDS)


def _of(pair: Pair, sign: Sign, predicates: Iterable[Predicate]) -> Iterator[Indication]:
    """Give a sign for what affirms one of these predicates between the two."""
    own = (finding for finding in pair.between if finding.predicate in predicates)
    yield from indication(sign, (claim for finding in own for claim in affirming(finding)))


def _denied(pair: Pair, sign: Sign, predicate: Predicate) -> Iterator[Indication]:
    """Give a sign for what denies a predicate between the two."""
    own = (finding for finding in pair.between if finding.predicate is predicate)
    yield from indication(sign, (claim for finding in own for claim in denying(finding)))
