"""Claims of one proposition brought together: one matter, and for events one time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.model.claims import Claim
from sayso.model.ids import FindingId, key_of
from sayso.model.vocabulary import EVENTS
from sayso.review.corpus import Corpus
from sayso.review.findings.extents import (
    are_apart,
    distinct_figures,
    edtf_of,
    figure_key,
    is_other_figure,
    is_other_time,
    is_within,
)
from sayso.review.findings.keys import Matter, covers, matter_of, meets


@dataclass(frozen=True, slots=True)
class Topic:
    """All claims of one proposition, by date of their document.

    Attributes:
        matter: that of the first claim whose object is an entity, else of the first.
        time: EDTF when all that give a time agree, the finest; else None.
    """

    id: FindingId
    matter: Matter
    claims: tuple[Claim, ...]
    time: str | None

    @property
    def is_event(self) -> bool:
        """Say whether it happens at a time, so that another time is another matter."""
        return self.matter.predicate in EVENTS

    def contains(self, other: "Topic") -> bool:
        """Say whether denying this denies the other: in parties, place, kind and time."""
        return covers(self.matter, other.matter) and is_within(other.time, self.time)

    def touches(self, other: "Topic") -> bool:
        """Say whether the two share a part, so that one stands beside the other."""
        if not meets(self.matter, other.matter):
            return False
        return not (self.is_event and are_apart(self.time, other.time))


def find_topics(corpus: Corpus) -> tuple[Topic, ...]:
    """Group the claims that were not rejected, by the date of their first document."""
    grouped: dict[tuple[str, ...], list[tuple[Matter, Claim]]] = defaultdict(list)
    for claim in corpus.claims.values():
        matter = None if claim.id in corpus.rejected else matter_of(claim, corpus)
        if matter is not None:
            grouped[matter.key].append((matter, claim))
    return tuple(topic for key, own in grouped.items() for topic in _topics(key, own))


def agreed_time(claims: Iterable[Claim]) -> str | None:
    """Give the finest time when all others given are coarser forms of it; else None."""
    times = sorted({_time(claim) for claim in claims} - {""}, key=lambda t: (-len(t), t))
    if not times or not all(times[0].startswith(time) for time in times):
        return None
    return times[0]


def _topics(key: tuple[str, ...], own: list[tuple[Matter, Claim]]) -> Iterable[Topic]:
    """Give the topics of one key: one for a relation, one for each time of an event."""
    is_event = own[0][0].predicate in EVENTS
    homes = _homes({_time(claim) for _, claim in own}) if is_event else {}
    split: dict[str, list[tuple[Matter, Claim]]] = defaultdict(list)
    for matter, claim in own:
        split[homes.get(_time(claim), "")].append((matter, claim))
    for time, part in split.items():
        for beside, those in _parted(part).items():
            claims = tuple(claim for _, claim in those)
            yield Topic(
                id=FindingId(key_of("f", *key, time, *beside)),
                matter=next((m for m, _ in those if m.object and m.object.entity), those[0][0]),
                claims=claims,
                time=agreed_time(claims),
            )


def _parted(
    part: list[tuple[Matter, Claim]],
) -> Mapping[tuple[str, ...], list[tuple[Matter, Claim]]]:
    """Set denials apart that are of another time or figure than any that is affirmed.

    Both can be true, so that they make findings of their own.
    """
    affirming = [claim for _, claim in part if claim.factuality.stance == "+"]
    times, figures = {edtf_of(claim) for claim in affirming}, distinct_figures(affirming)
    parted: dict[tuple[str, ...], list[tuple[Matter, Claim]]] = defaultdict(list)
    for matter, claim in part:
        beside: tuple[str, ...] = ()
        if claim.factuality.stance == "-":
            time, figure = edtf_of(claim), claim.proposition.quantity
            if is_other_time(time, times):
                beside = ("denied of", time or "")
            elif figure is not None and is_other_figure(figure, figures):
                beside = ("denied of", figure_key(figure))
        parted[beside].append((matter, claim))
    return parted


def _homes(times: set[str]) -> Mapping[str, str]:
    """Give for each time the finest time that it may mean; itself when it may mean several.

    "2023" is at home with "2023-03-12" when no other day of that year is spoken of; no time at
    all ("") is at home with the only time there is.
    """
    homes: dict[str, str] = {}
    for time in sorted(times, key=lambda t: (-len(t), t)):
        finer = {home for home in homes.values() if home.startswith(time)}
        homes[time] = next(iter(finer)) if len(finer) == 1 else time
    return homes


def _time(claim: Claim) -> str:
    """Give a claim's time without the marks of doubt; "" for none."""
    time = claim.proposition.time
    return "" if time is None or time.edtf is None else time.edtf.rstrip("~?%")
