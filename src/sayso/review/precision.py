"""What is said in general and what is said in particular: a province, a month, a named party."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final

from sayso.model.claims import ClaimLink
from sayso.model.ids import FindingId
from sayso.model.vocabulary import SYMMETRIC, LinkKind, Predicate
from sayso.review.findings.status import Voice
from sayso.review.findings.topics import Topic
from sayso.review.findings.weighing import Weighed
from sayso.review.matters.keys import DENIES_TOO, Matter, Party
from sayso.review.memory.notes import Notes, Table

#: Predicate → those that say the same in general.
_MORE_GENERAL: Final = {
    predicate: tuple(p for p in Predicate if predicate in DENIES_TOO.get(p, ()))
    for predicate in Predicate
}
#: Stands for any party of a sort, and for no party at all.
_ANY, _NONE = "any", ""

#: Predicate and parties of a topic: equal for those that may say the same in general.
_Ends = tuple[Predicate, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A topic that somebody affirms, with the first voice that does and stands."""

    topic: Topic
    voice: Voice

    @property
    def place(self) -> tuple[str, str]:
        """Give where and when."""
        site = self.topic.matter.site
        return ("" if site is None else site.key), self.topic.time or ""


def told_in(weighed: Weighed) -> Told | None:
    """Give what a finding affirms, if anything."""
    voice = _first(weighed)
    return None if voice is None else Told(weighed.topic, voice)


class Elaborations:
    """Links what is affirmed in particular to what is affirmed in general, once a pair of findings.

    The particular does not corroborate the general, nor the other way round: each has its roots.
    """

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._told: dict[FindingId, Told] = {}
        self._at: Table[_Ends, tuple[Told, ...]] = notes.table()

    def follow(
        self, gone: Iterable[FindingId], fresh: Mapping[FindingId, Told | None]
    ) -> dict[str, tuple[ClaimLink, ...]]:
        """Take findings away and others up; give the links that are new, by whose they are.

        Args:
            gone: findings that went, or were weighed anew.
            fresh: what those affirm that came, or were weighed anew.
        """
        left = {key: self._told.pop(key) for key in gone if key in self._told}
        came = {key: told for key, told in fresh.items() if told is not None}
        self._told |= came
        old, new = _by_ends(left.values()), _by_ends(came.values())
        for ends in old.keys() | new.keys():
            kept = (told for told in self._at.answers.get(ends, ()) if told.topic.id not in left)
            self._at.put(ends, (*kept, *new.get(ends, ())) or None)
        stale = (key for key in self._told if elaborating(key) in self._notes.stale)
        again = dict.fromkeys((*came, *stale))
        found = {elaborating(key): self._piece(self._told[key]) for key in again}
        return {elaborating(key): () for key in left} | found

    def _piece(self, told: Told) -> tuple[ClaimLink, ...]:
        return self._notes.piece(elaborating(told.topic.id), lambda: tuple(self._links(told)))

    def _links(self, told: Told) -> Iterator[ClaimLink]:
        """Link one finding to those that say the same in general."""
        ends, places = _wider(told.topic)
        near = (general for one in ends for general in self._at.get(one, ()))
        for general in near:
            if general.place in places and _is_more_precise(told.topic, general.topic):
                yield ClaimLink(
                    kind=LinkKind.ELABORATES,
                    a=told.voice.claim.id,
                    b=general.voice.claim.id,
                    reason="says in particular what the other says in general",
                )


def elaborating(finding: FindingId) -> str:
    """Give the name under which what a finding says more precisely is kept."""
    return f"elaborated by {finding}"


def _by_ends(told: Iterable[Told]) -> Mapping[_Ends, list[Told]]:
    """Give findings by predicate and parties."""
    found: dict[_Ends, list[Told]] = defaultdict(list)
    for one in told:
        found[one.topic.matter.predicate, _parties(one.topic.matter)].append(one)
    return found


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


def _wider(topic: Topic) -> tuple[tuple[_Ends, ...], Container[tuple[str, str]]]:
    """Give predicates and parties of what says the same in general, and its places and times."""
    matter = topic.matter
    subject, target = matter.subject, matter.object
    named = "" if target is None else target.key
    times = dict.fromkeys((topic.time or "", *_prefixes(topic.time or ""), ""))
    found: dict[_Ends, None] = {}
    for predicate in (matter.predicate, *_MORE_GENERAL[matter.predicate]):
        if predicate in SYMMETRIC:
            one, other = _token(subject), _token(target)
            pairs = [tuple(sorted(pair)) for pair in ((one, other), (one, _ANY), (_ANY, other))]
        else:
            pairs = [(_token(subject), end) for end in dict.fromkeys((named, _ANY, _NONE))]
        found |= dict.fromkeys((predicate, pair) for pair in pairs)
    return tuple(found), frozenset(product(_sites(matter), times))


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
