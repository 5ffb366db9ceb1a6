"""Questions about identity: whether one party is another under a second name, or its front."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.ids import ClaimId, EntityId


class Sign(StrEnum):
    """What bears on whether two parties are one, or one a front for the other."""

    SAID_ALIAS = "said_alias"
    DENIED_ALIAS = "denied_alias"
    SAID_FRONT = "said_front"
    DENIED_FRONT = "denied_front"
    EXISTENCE_DENIED = "existence_denied"
    EXISTENCE_SAID = "existence_said"
    SHARED_LEADER = "shared_leader"
    OTHER_LEADERS = "other_leaders"
    BOTH_SAY = "both_say"
    SUCCESSION = "succession"
    ACTIVE_TOGETHER = "active_together"
    SHARED_PLACES = "shared_places"
    SUPPLY = "supply"
    TOLD_APART = "told_apart"
    AT_ODDS = "at_odds"
    NAMES_ALIKE = "names_alike"


class Bearing(StrEnum):
    """Which way a sign points."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indication:
    """One sign on a pair of parties.

    Attributes:
        alias, front: which way it points, for "another name" and for "a front".
        claims: what it rests on, the most direct first; none only for names alike.
        detail: the place, the person or the names that it is about; "" where the claims say all.
    """

    sign: Sign
    alias: Bearing
    front: Bearing
    claims: tuple[ClaimId, ...]
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityQuestion:
    """Whether one party is independent, another name for a second one, or a front for it.

    It is never an answer: nothing is merged, and nothing follows from it.

    Attributes:
        one: whose independence is in question; `other` is what it might be.
        indications: in the order of the signs.
    """

    id: str
    one: EntityId
    other: EntityId
    indications: tuple[Indication, ...]
