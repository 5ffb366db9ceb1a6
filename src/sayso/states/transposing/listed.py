"""Transpositions that national lists show, from the links of their entries with the UN's."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sayso.model.lists import EntryHistory
from sayso.model.oversight import Basis, Moment, Proof, Transposition
from sayso.model.vocabulary import Measure
from sayso.states.authorities import Authority
from sayso.states.linking.links import Link, Lists
from sayso.states.obligations import due_of
from sayso.states.times.zones import between, moment_of_release
from sayso.states.transposing.bringing import brought_by, rule_for
from sayso.states.transposing.evidence import (
    Evidence,
    earliest_evidence,
    first_seen,
    is_press_release,
)

_NO_MEASURES: Final = "the list does not say which measures its entries bring"

_REUSED: Final = (
    "earlier releases have a party of other names under its number: they are left out, and whether "
    "it was renamed is not told"
)


def transpositions_of(link: Link, lists: Lists, authority: Authority) -> Iterator[Transposition]:
    """Give what one link shows of the state whose list it is.

    One for the measures that the entry always brought, or none if it tells of none; and one for
    each that came to it later, or was taken from it.
    """
    for part in _by_measures(lists.national[link.entry], authority.state):
        yield _of_part(link, lists, part, authority)


def _by_measures(
    history: EntryHistory, state: str
) -> Iterator[tuple[tuple[Measure, ...], EntryHistory]]:
    """Give measures with the wordings that bring them; a wording that tells of none may bring any.

    Those that most wordings bring come first, in the order of the vocabulary.
    """
    told = [(wording, brought_by(wording.entry, state)) for wording in history.wordings]
    found: dict[tuple[int, ...], list[Measure]] = {}
    for measure in Measure:
        if any(measure in brought for _, brought in told):
            having = [n for n, (_, brought) in enumerate(told) if measure in brought or not brought]
            found.setdefault(tuple(having), []).append(measure)
    if not found:
        yield (), history
    for places in sorted(found, key=lambda places: (-len(places), places)):
        wordings = tuple(history.wordings[place] for place in places)
        yield tuple(found[places]), replace(history, wordings=wordings)


def _of_part(
    link: Link,
    lists: Lists,
    brought: tuple[tuple[Measure, ...], EntryHistory],
    authority: Authority,
) -> Transposition:
    measures, part = brought
    history, due = lists.national[link.entry], due_of(lists.un[link.reference])
    came_later = part.first > history.first
    evidence = (
        first_seen(part, authority) if came_later else earliest_evidence(part, authority, due)
    )
    release, entry = part.releases[part.last], part.newest
    shown = Proof(
        document=release.document_id,
        title=release.id,
        locator=f"entry {entry.reference}",
        text=entry.name,
    )
    reused = [_REUSED] if link.entry in lists.reused else []
    rule = rule_for(entry, authority.state)
    proofs = (evidence.proof, shown, *(() if rule is None else (rule.proof,)))
    return Transposition(
        state=authority.state,
        source=entry.authority,
        reference=link.reference,
        entry=link.entry,
        link=link.kind,
        measures=measures,
        at=evidence.at,
        basis=evidence.basis,
        instrument=evidence.instrument,
        in_force=evidence.in_force,
        until=_taken_back(part, authority),
        reasons=(*link.reasons, *_programmes(part)),
        questions=(*link.questions, *reused, *_questions(evidence, due, history, measures)),
        overstates=evidence.overstates,
        proofs=tuple(dict.fromkeys(proofs)),
    )


def _programmes(history: EntryHistory) -> Iterator[str]:
    """Tell under which programmes it stands, and stood."""
    now = history.newest.regimes
    before = dict.fromkeys(r for w in history.wordings for r in w.entry.regimes if r not in now)
    if now:
        earlier = f", in earlier releases under {', '.join(before)}" if before else ""
        yield f"it stands under {', '.join(now)}{earlier}"


def _taken_back(history: EntryHistory, authority: Authority) -> Moment | None:
    if history.is_listed:
        return None
    before, after = (
        moment_of_release(history.releases[place], authority.zones)
        for place in (history.last, history.last + 1)
    )
    return between(before, after)


def _questions(
    evidence: Evidence,
    due: Moment,
    national: EntryHistory,
    measures: tuple[Measure, ...],
) -> tuple[str, ...]:
    """Ask about dates that cannot be, or that may be another's."""
    at = evidence.at
    asked = [] if measures else [_NO_MEASURES]
    if due.earliest is not None and at.latest <= due.earliest:
        asked.append(
            f"it is dated {at.stated}, before the UN's {due.stated}: the state was first, "
            "or it is about something else"
        )
    asked += _from_the_future(national)
    if evidence.basis is Basis.ENTRY and at.stated[:10] == due.stated[:10]:
        asked.append("its day of listing is the UN's: it may repeat that one")
    return tuple(asked)


def _from_the_future(national: EntryHistory) -> Iterator[str]:
    """Ask about days that a release states and that came after it; none of them is relied on."""
    odd: dict[str, None] = {}
    for wording in national.wordings:
        release, entry = national.release_of(wording), wording.entry
        days = [entry.listed_on, *(a.published for a in entry.acts if not is_press_release(a))]
        for day in (day for day in days if day is not None and day[:10] > release.published):
            odd[f"it states {day}, which is after the release that says so ({release.id})"] = None
    yield from odd
