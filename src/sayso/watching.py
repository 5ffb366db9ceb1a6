"""What is new in a project since a time: then and now set side by side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sayso.errors import BadInput, NotFound
from sayso.model.clocks import Clocks
from sayso.model.documents import Addition
from sayso.model.findings import Judgement, Knowledge
from sayso.model.ids import EntityId, EntryId, JudgementId, ReleaseId, key_of
from sayso.model.lists import ListChange, ListRelease
from sayso.model.matches import Screening
from sayso.model.news import (
    UNWATCH,
    WATCH,
    WATCHING,
    CustomerNews,
    EntryNews,
    FindingNews,
    FindingNewsKind,
    HitNews,
    News,
    Watched,
)
from sayso.model.screenings import Subject, Terms
from sayso.model.vocabulary import ListChangeKind
from sayso.review.choose import find_entity
from sayso.review.judgements import standing
from sayso.review.judging.entries import is_on_entries
from sayso.review.judging.making import check_signed
from sayso.review.screening.clearing import is_on_customer
from sayso.review.times.changes import Since, changes
from sayso.views.evidence import confident_claims, taking_part
from sayso.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What is asked for.

    Attributes:
        since: what was known then is not new, UTC.
        until: now, UTC.
        release: from this one on its list's changes are told, whenever it was taken in.
        entities: only what concerns these, as a user names them; empty: everything, and the ties
            and hits of the watch list.
        public: leave out what rests on documents that are not public, and customers.
        terms: on which customers are screened.
    """

    since: datetime
    until: datetime
    release: ReleaseId | None = None
    entities: tuple[str, ...] = ()
    public: bool = False
    terms: Terms = field(default_factory=Terms)


def news(bench: Workbench, asked: Watch) -> News:
    """Give what is new.

    Raises:
        NotFound: no entity is named so.
        BadInput: the time lies ahead.
    """
    if asked.since > asked.until:
        raise BadInput(f"{asked.since:%Y-%m-%d %H:%M} UTC lies ahead: nothing can be new since")
    then = bench.at(Clocks(as_of=asked.since))
    past, present = then.knowledge(public=asked.public), bench.knowledge(public=asked.public)
    names = _names(bench, present, asked)
    only = frozenset(e for one in names for e in one.entities) if asked.entities else None
    found = [
        _as_tie(one, present, names)
        for one in _findings(bench, asked, past, present)
        if only is None or only & taking_part(_knowledge_of(one, past, present), one.finding)
    ]
    sure = tuple(one for one in found if _is_sure(one, past, present))
    additions = bench.additions()
    return News(
        since=asked.since,
        until=asked.until,
        past=past,
        present=present,
        origin=_origin(bench, additions),
        added={a.document_id: a.at for a in _added(additions, asked, present)},
        erased=() if asked.public else _erased(additions, asked),
        releases=tuple(r for r in bench.releases() if r.retrieved > asked.since),
        findings=tuple(sorted(sure, key=lambda one: list(FindingNewsKind).index(one.kind))),
        entries=tuple(_entries(bench, then, asked, only)),
        hits=tuple(_hits(bench, then, asked, names)),
        customers=() if asked.public or asked.entities else tuple(_customers(bench, then, asked)),
        in_review=len(found) - len(sure),
        public=asked.public,
    )


# The watch list: judgements, signed, dated and reasoned as all others.


def watch_list(bench: Workbench) -> tuple[Watched, ...]:
    """Give the names that are watched, in the order in which they were put on the list."""
    watched: dict[str, Watched] = {}
    for j in standing(bench.judgements()):
        if j.verdict in WATCHING:
            watched.pop(j.about, None)
        if j.verdict == WATCH:
            watched[j.about] = Watched(name=j.about, by=j.by, reason=j.reason, at=j.at)
    return tuple(watched.values())


def watch(bench: Workbench, name: str, by: str, reason: str, at: datetime) -> Judgement:
    """Put a name on the watch list.

    Raises:
        BadInput: it is on it, there is no name, nobody signs, or there is no reason.
    """
    held = next((one for one in watch_list(bench) if _same(one.name, name)), None)
    if held is not None:
        since = f"since {held.at:%Y-%m-%d} by {held.by}: {held.reason}"
        raise BadInput(f"{held.name!r} is watched already, {since}")
    return _kept(bench, judgement_of(WATCH, name.strip(), by, reason, at))


def unwatch(bench: Workbench, name: str, by: str, reason: str, at: datetime) -> Judgement:
    """Take a name off the watch list; that it was watched stays on record.

    Raises:
        NotFound: it is not watched.
        BadInput: nobody signs, or there is no reason.
    """
    held = next((one for one in watch_list(bench) if _same(one.name, name)), None)
    if held is None:
        raise NotFound(f"{name!r} is not watched: `sayso watch list` has the names")
    return _kept(bench, judgement_of(UNWATCH, held.name, by, reason, at))


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.strip().casefold()


def _kept(bench: Workbench, judgement: Judgement) -> Judgement:
    check_signed(judgement.by, judgement.reason)
    if not judgement.about:
        raise BadInput("no name to watch: give a name, an entity's id or a list reference")
    bench.keep_judgement(judgement)
    return judgement


def judgement_of(verdict: str, name: str, by: str, reason: str, at: datetime) -> Judgement:
    """Give the judgement that puts a name on the watch list, or takes it off."""
    key = key_of("j", verdict, name, by, at.isoformat())
    return Judgement(id=JudgementId(key), about=name, verdict=verdict, reason=reason, by=by, at=at)


def bearers(knowledge: Knowledge, name: str) -> tuple[EntityId, ...]:
    """Give the entities with this id, list reference or name: all of them, for none is guessed."""
    wanted = name.casefold()
    return tuple(
        entity.id
        for entity in knowledge.entities.values()
        if entity.id == name
        or (entity.listing is not None and entity.listing.reference == name)
        or wanted in (one.casefold() for one in entity.names)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """A watched name: what is screened, which entities bear it, since when it is watched."""

    words: str
    entities: tuple[EntityId, ...]
    at: datetime | None = None


def _names(bench: Workbench, present: Knowledge, asked: Watch) -> list[_Name]:
    """Give the names that are asked for, or those of the watch list, which is not public.

    Two names of one entity are one, watched since the first was.
    """
    if asked.entities:
        found = [find_entity(present, key) for key in asked.entities]
        return [_Name(words=entity.name, entities=(entity.id,)) for entity in found]
    names: dict[str, _Name] = {}
    for watched in () if asked.public else watch_list(bench):
        entities = bearers(present, watched.name)
        words = present.entities[entities[0]].name if entities else watched.name
        names.setdefault(words, _Name(words=words, entities=entities, at=watched.at))
    return list(names.values())


# Findings


def _findings(
    bench: Workbench, asked: Watch, past: Knowledge, present: Knowledge
) -> tuple[FindingNews, ...]:
    additions = bench.additions()
    added = _added(additions, asked, present)
    judgements = tuple(
        j
        for j in bench.judgements()
        if j.at > asked.since
        and j.verdict not in WATCHING
        and not is_on_customer(j)
        and not is_on_entries(j)
    )
    times = [a.at for a in added] + [j.at for j in judgements]
    times += [a.erasure.at for a in _erased(additions, asked) if a.erasure is not None]
    since = Since(
        added={a.document_id: a.at for a in added},
        judgements=judgements,
        known={j.id: j for j in bench.judgements()},
        newest=max(times, default=asked.until),
    )
    return changes(past, present, since)


def _added(additions: Iterable[Addition], asked: Watch, present: Knowledge) -> tuple[Addition, ...]:
    return tuple(a for a in additions if a.at > asked.since and a.document_id in present.records)


def _erased(additions: Iterable[Addition], asked: Watch) -> tuple[Addition, ...]:
    gone = [(a.erasure.at, a) for a in additions if a.erasure is not None and a.at <= asked.since]
    return tuple(a for at, a in sorted(gone, key=lambda pair: pair[0]) if at > asked.since)


def _as_tie(one: FindingNews, present: Knowledge, names: Sequence[_Name]) -> FindingNews:
    """Call a new finding a new tie when it ties a watched entity."""
    ends = {one.finding.subject, one.finding.object}
    watched = tuple(name.words for name in names if ends & set(name.entities))
    is_tie = any(tie.finding == one.finding.id for tie in present.ties)
    if one.kind is not FindingNewsKind.NEW_FINDING or not watched or not is_tie:
        return one
    return replace(one, kind=FindingNewsKind.NEW_TIE, watched=watched)


def _is_sure(one: FindingNews, past: Knowledge, present: Knowledge) -> bool:
    return bool(confident_claims(_knowledge_of(one, past, present), one.finding))


def _knowledge_of(one: FindingNews, past: Knowledge, present: Knowledge) -> Knowledge:
    """Give the knowledge that holds a finding: that of then when it is gone."""
    return past if one.kind is FindingNewsKind.FINDING_GONE else present


def _origin(bench: Workbench, additions: Sequence[Addition]) -> str:
    first = [a.document_id for a in additions[:1]] or [r.document_id for r in bench.releases()]
    return next(iter(first), "")


# Lists


def _in_force(bench: Workbench, on: datetime) -> Mapping[str, ListRelease]:
    held = bench.releases()
    return {r.authority: r for r in held if r.published <= on.date().isoformat()}


def _entries(
    bench: Workbench, then: Workbench, asked: Watch, only: frozenset[EntityId] | None
) -> Iterable[EntryNews]:
    """Give the changes of entries that entities are resolved to; of form alone is no news."""
    present, past = (b.knowledge(public=asked.public) for b in (bench, then))
    resolved = _resolved((past, present), present, only)
    for new, old, change in _changes(bench, then, asked):
        entities = resolved.get((new.authority, change.reference))
        if entities:
            yield EntryNews(
                authority=new.authority,
                entities=tuple(entities),
                old=old,
                new=new.id,
                change=change,
                at=new.retrieved,
            )


def _changes(
    bench: Workbench, then: Workbench, asked: Watch
) -> Iterable[tuple[ListRelease, ReleaseId, ListChange]]:
    """Give what changed on the lists, each with the new and the old release; form is no change."""
    before = dict(_in_force(then, asked.since))
    before |= {r.authority: r for r in bench.releases() if r.id == asked.release}
    for authority, new in _in_force(bench, asked.until).items():
        old = before.get(authority)
        if old is None or old.id == new.id:
            continue
        for change in bench.diff_lists(old.id, new.id)[2]:
            if change.change is not ListChangeKind.AMENDED_FORMATTING:
                yield new, old.id, change


def _resolved(
    known: Iterable[Knowledge], present: Knowledge, only: frozenset[EntityId] | None
) -> Mapping[tuple[str, str], list[EntityId]]:
    """Give the entities of now that are, may be, or then were or might have been, each entry."""
    found: dict[tuple[str, str], dict[EntityId, None]] = {}
    for entity in (entity for knowledge in known for entity in knowledge.entities.values()):
        listing = entity.listing
        now = (present.entity_of.get(member) for member in entity.members)
        here = [e for e in dict.fromkeys(now) if e is not None and (only is None or e in only)]
        if listing is not None and listing.reference:
            key = listing.authority, listing.reference
            found.setdefault(key, {}).update(dict.fromkeys(here))
    return {key: list(entities) for key, entities in found.items()}


def _hits(
    bench: Workbench, then: Workbench, asked: Watch, names: Sequence[_Name]
) -> Iterable[HitNews]:
    """Give the entries that a watched name may mean now and could not then."""
    taken_in = {release.id: release.retrieved for release in bench.releases()}
    if not names or not taken_in:
        return
    screener, old = bench.screenings().screener(Terms()), then.index()
    for name in names:
        question = Screening(name=name.words)
        is_newly_watched = name.at is not None and name.at > asked.since
        known = {c.entry for c in old.screen(question)} if not is_newly_watched else set()
        for alert in screener.screen(Subject(key="", name=name.words)).alerts:
            candidate = alert.candidate
            if candidate.entry not in known:
                at = max(filter(None, (taken_in[candidate.release], name.at)))
                yield HitNews(name=name.words, candidate=candidate, at=at)


def _customers(bench: Workbench, then: Workbench, asked: Watch) -> Iterable[CustomerNews]:
    """Give the alerts of customers that are new, or of entries that changed."""
    taken_in = {release.id: release.retrieved for release in bench.releases()}
    if not taken_in:
        return
    old = _in_force(then, asked.since)
    new_lists = _in_force(bench, asked.until).keys() - old.keys()
    changed = {
        EntryId(f"{new.authority}:{change.reference}"): change
        for new, _, change in _changes(bench, then, asked)
    }
    screenings = bench.screenings()
    for one in screenings.customers.sets():
        screener = screenings.screener(asked.terms, one.name)
        for customer in screenings.customers.all(one.name):
            is_new = customer.since > asked.since
            if not (is_new or changed or new_lists):
                continue
            for alert in screener.screen(customer.subject).alerts:
                candidate = alert.candidate
                change = changed.get(candidate.entry)
                if is_new or change is not None or candidate.authority in new_lists:
                    at = max(taken_in[candidate.release], customer.since)
                    yield CustomerNews(
                        name=one.name, subject=customer.subject, alert=alert, at=at, change=change
                    )
