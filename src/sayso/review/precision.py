"""What is said in general and what is said in particular: a province, a month, a named party."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from sayso.model.claims import ClaimLink
from sayso.model.vocabulary import SYMMETRIC, LinkKind, Predicate
from sayso.review.findings.keys import DENIES_TOO, Matter, Party
from sayso.review.findings.status import Voice
from sayso.review.findings.topics import Topic
from sayso.review.findings.weighing import Weighed

#: Predicate → those that say the same in general.
_MORE_GENERAL: Final = {
    predicate: tuple(p for p in Predicate if predicate in DENIES_TOO.get(p, ()))
    for predicate in Predicate
}
#: Stands for any party of a sort, and for no party at all.
_ANY, _NONE = "any", ""

#: Predicate, parties, place and time of a topic: equal for those that may say the same in general.
_Signature = tuple[str, tuple[str, ...], str, str]


def elaborations(weighed: Sequence[Weighed]) -> Iterator[ClaimLink]:
    """Link what is affirmed in particular to what is affirmed in general, once a pair of findings.

    The particular does not corroborate the general, nor the other way round: each has its roots.
    """
    told = [(each.topic, voice) for each in weighed if (voice := _first(each)) is not None]
    by_signature: dict[_Signature, list[tuple[Topic, Voice]]] = defaultdict(list)
    for topic, voice in told:
        by_signature[_signature(topic)].append((topic, voice))
    for topic, voice in told:
        for signature in dict.fromkeys(_wider(topic)):
            for general, other in by_signature.get(signature, ()):
                if _is_more_precise(topic, general):
                    yield ClaimLink(
                        kind=LinkKind.ELABORATES,
                        a=voice.claim.id,
                        b=other.claim.id,
                        reason="says in particular what the other says in general",
                    )


def _first(weighed: Weighed) -> Voice | None:
    """Give the first voice that affirms it and stands."""
    return next((v for v in weighed.own if v.stance == "+" and v.lapse is None), None)


def _is_more_precise(topic: Topic, general: Topic) -> bool:
    """Say whether a topic lies within another, and not the other in it."""
    if topic.id == general.id or topic.matter.details[-1] != general.matter.details[-1]:
        return False
    details = zip(general.matter.details, topic.matter.details, strict=True)
    if any(wide not in {"", narrow} for wide, narrow in details):
        return False
    return general.contains(topic) and not topic.contains(general)


def _signature(topic: Topic) -> _Signature:
    """Give a topic's signature."""
    matter = topic.matter
    site = "" if matter.site is None else matter.site.key
    return (matter.predicate, _parties(matter), site, topic.time or "")


def _parties(matter: Matter) -> tuple[str, ...]:
    """Give the parties of a signature: any order where the relation has none."""
    ends = (_token(matter.subject), _object(matter))
    return tuple(sorted(ends)) if matter.predicate in SYMMETRIC else ends


def _object(matter: Matter) -> str:
    """Give the object of a signature; presence in a place is of everything that is there."""
    party = matter.object
    if party is None or matter.predicate is Predicate.LOCATED_IN:
        return _NONE
    return _token(party) if matter.predicate in SYMMETRIC or party.general else party.key


def _token(party: Party | None) -> str:
    """Give a party as it stands in a signature."""
    if party is None:
        return _NONE
    return _ANY if party.general else party.anchor or party.key


def _wider(topic: Topic) -> Iterator[_Signature]:
    """Give the signatures of what says the same in general."""
    matter = topic.matter
    subject, target = matter.subject, matter.object
    named = "" if target is None else target.key
    times = dict.fromkeys((topic.time or "", *_prefixes(topic.time or ""), ""))
    for predicate in (matter.predicate, *_MORE_GENERAL[matter.predicate]):
        if predicate in SYMMETRIC:
            one, other = _token(subject), _token(target)
            pairs = [tuple(sorted(pair)) for pair in ((one, other), (one, _ANY), (_ANY, other))]
        else:
            pairs = [(_token(subject), end) for end in dict.fromkeys((named, _ANY, _NONE))]
        for pair, site, time in product(pairs, _sites(matter), times):
            yield (predicate, pair, site, time)


def _sites(matter: Matter) -> tuple[str, ...]:
    """Give the keys of a place, of what contains it, and of nowhere in particular."""
    site = matter.site
    if site is None:
        return ("",)
    code = site.code or ""
    return tuple(dict.fromkeys((site.key, code, code.split("-")[0], "")))


def _prefixes(time: str) -> tuple[str, ...]:
    """Give the coarser forms of a date: "2023-04" and "2023" of "2023-04-12"."""
    parts = time.split("-")
    return () if "/" in time else tuple("-".join(parts[:n]) for n in range(len(parts) - 1, 0, -1))
