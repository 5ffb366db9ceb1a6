"""Claims of one proposition brought together: one matter, and for events one time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sayso.model.claims import Claim
from sayso.model.findings import Record
from sayso.model.ids import ClaimId, DocumentId, EntityId, FindingId, key_of
from sayso.model.vocabulary import EVENTS, Predicate, Realis
from sayso.review.corpus import Corpus
from sayso.review.matters.containing import covers, meets
from sayso.review.matters.extents import (
    are_apart,
    distinct_figures,
    edtf_of,
    figure_key,
    is_later,
    is_other_figure,
    is_other_time,
    is_within,
)
from sayso.review.matters.keys import Matter, matter_of
from sayso.review.memory.records import Changes
from sayso.review.origins.roots import Origin, Origins


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """One claim as it counts in the weighing; the same object as long as nothing of it changes.

    Attributes:
        matter: what it is about; None for what makes no finding, as when a person rejected it.
        published: when its document was, EDTF.
    """

    claim: Claim
    matter: Matter | None
    origin: Origin
    published: str | None

    def is_like(self, other: "Spoken") -> bool:
        """Say whether the other counts the same."""
        same_claim = self.claim is other.claim
        return same_claim and self.matter == other.matter and self.origin == other.origin


@dataclass(frozen=True, slots=True, eq=False)
class Topic:
    """All claims of one proposition, by date of their document; another object when any changes.

    Attributes:
        matter: that of the first claim whose object is an entity, else of the first.
        time: EDTF when all that give a time agree, the finest; else None.
        rests_on: entities of the documents that its claims were taken from.
        denied: somebody denies it.
    """

    id: FindingId
    matter: Matter
    claims: tuple[Claim, ...]
    time: str | None
    rests_on: frozenset[EntityId]
    denied: bool

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


class Topics:
    """Groups claims; reads again only documents of which something else is known than before.

    Attributes:
        loose: the documents that claims of no finding were taken from, where there are any.
    """

    def __init__(self, corpus: Corpus, origins: Origins) -> None:
        self._corpus, self._origins = corpus, origins
        self._spoken: dict[DocumentId, tuple[Spoken, ...]] = {}
        self._groups: dict[tuple[str, ...], dict[ClaimId, Spoken]] = defaultdict(dict)
        self._topics: dict[tuple[str, ...], tuple[Topic, ...]] = {}
        self.loose: dict[ClaimId, tuple[EntityId, ...]] = {}

    def follow(self, changes: Changes) -> tuple[tuple[Topic, ...], tuple[Topic, ...]]:
        """Take changes of the corpus up; give the topics that went and those that came."""
        records, stale = self._corpus.records.answers, self._corpus.notes.stale
        to_read = {r.document.id: r for r in changes.fresh}
        touched: dict[tuple[str, ...], None] = {}
        for document in changes.gone:
            touched |= dict.fromkeys(self._exchange(self._spoken.pop(document), ()))
        to_read |= {key: records[key] for key in self._spoken.keys() & stale}
        for document, record in to_read.items():
            old = self._spoken.get(document, ())
            new = self._corpus.notes.piece(document, partial(self._read, record, old))
            self._spoken[document] = new
            touched |= dict.fromkeys(self._exchange(old, new))
        gone = tuple(topic for key in touched for topic in self._topics.pop(key, ()))
        for key in touched:
            own = sorted(self._groups[key].values(), key=lambda s: self._corpus.order(s.claim))
            if own:
                self._topics[key] = _topics(key, own)
        return gone, tuple(topic for key in touched for topic in self._topics.get(key, ()))

    def _read(self, record: Record, old: tuple[Spoken, ...]) -> tuple[Spoken, ...]:
        """Give the claims of one document; the old ones where they count the same."""
        before = {spoken.claim.id: spoken for spoken in old}
        found = []
        for claim in record.extraction.claims:
            matter = None if claim.id in self._corpus.rejected else matter_of(claim, self._corpus)
            spoken = Spoken(claim, matter, self._origins.trace(claim), record.document.published)
            same = before.get(claim.id)
            found.append(same if same is not None and same.is_like(spoken) else spoken)
        return tuple(found)

    def _exchange(
        self, old: tuple[Spoken, ...], new: tuple[Spoken, ...]
    ) -> Iterator[tuple[str, ...]]:
        """Put what a document says in the place of what it said; give the keys that concerns."""
        kept = {*old} & {*new}
        for spoken in old:
            if spoken not in kept:
                self._origins.known.put(spoken.claim.id, None)
                self.loose.pop(spoken.claim.id, None)
                if spoken.matter is not None:
                    yield spoken.matter.key
                    del self._groups[spoken.matter.key][spoken.claim.id]
        for spoken in new:
            if spoken not in kept:
                self._origins.known.put(spoken.claim.id, spoken.origin)
                if spoken.matter is not None:
                    yield spoken.matter.key
                    self._groups[spoken.matter.key][spoken.claim.id] = spoken
                elif spoken.origin.rests_on:
                    self.loose[spoken.claim.id] = tuple(sorted(spoken.origin.rests_on))


def agreed_time(claims: Iterable[Claim]) -> str | None:
    """Give the finest time when all others given are coarser forms of it; else None."""
    times = sorted({_time(claim) for claim in claims} - {""}, key=lambda t: (-len(t), t))
    if not times or not all(times[0].startswith(time) for time in times):
        return None
    return times[0]


def was_before(denial: Claim, published: str | None, told: str | None) -> bool:
    """Say whether a denial without a time was made before a deed: then it is of none such.

    What is said to hold, and what is still to come, can be denied beforehand.
    """
    said = denial.proposition
    is_deed = said.predicate in EVENTS and said.realis is Realis.ACTUAL
    return is_deed and edtf_of(denial) is None and is_later(told, published)


def _topics(key: tuple[str, ...], own: Sequence[Spoken]) -> tuple[Topic, ...]:
    """Give the topics of one key: one for a relation, one for each time of an event."""
    is_event = Predicate(key[0]) in EVENTS
    homes = _homes({_time(spoken.claim) for spoken in own}) if is_event else {}
    split: dict[str, list[Spoken]] = defaultdict(list)
    for spoken in own:
        split[homes.get(_time(spoken.claim), "")].append(spoken)
    return tuple(
        _topic((*key, time, *beside), those)
        for time, part in split.items()
        for beside, those in _parted(part).items()
    )


def _topic(key: tuple[str, ...], own: Sequence[Spoken]) -> Topic:
    """Give one topic; what is said comes by date."""
    matters = [s.matter for s in own if s.matter is not None]
    claims = tuple(s.claim for s in own)
    return Topic(
        id=FindingId(key_of("f", *key)),
        matter=next((m for m in matters if m.object and m.object.entity), matters[0]),
        claims=claims,
        time=agreed_time(claims),
        rests_on=frozenset().union(*(s.origin.rests_on for s in own)),
        denied=any(claim.factuality.stance == "-" for claim in claims),
    )


def _parted(part: Sequence[Spoken]) -> Mapping[tuple[str, ...], list[Spoken]]:
    """Set denials apart that are of another time or figure than any that is affirmed.

    So are those that were made before it. Both can be true: they make findings of their own.
    """
    affirming = [s.claim for s in part if s.claim.factuality.stance == "+"]
    times, figures = {edtf_of(claim) for claim in affirming}, distinct_figures(affirming)
    parted: dict[tuple[str, ...], list[Spoken]] = defaultdict(list)
    for spoken in part:
        claim = spoken.claim
        beside: tuple[str, ...] = ()
        if claim.factuality.stance == "-":
            time, figure = edtf_of(claim), claim.proposition.quantity
            if is_other_time(time, times):
                beside = ("denied of", time or "")
            elif times and all(was_before(claim, spoken.published, told) for told in times):
                beside = ("denied before",)
            elif figure is not None and is_other_figure(figure, figures):
                beside = ("denied of", figure_key(figure))
        parted[beside].append(spoken)
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
