"""Transpositions that national lists show, from the links of their entries with the UN's."""

from collections.abc import Mapping
from typing import Final

from sayso.model.ids import EntryId
from sayso.model.lists import EntryHistory
from sayso.model.oversight import Basis, Moment, Proof, Transposition
from sayso.states.authorities import Authority
from sayso.states.linking.links import Link
from sayso.states.obligations import due_of
from sayso.states.times.zones import between, moment_of_release
from sayso.states.transposing.evidence import Evidence, earliest_evidence

_NO_MEASURES: Final = "the list does not say which measures its entries bring"


def transposition_of(
    link: Link,
    un: EntryHistory,
    national: Mapping[EntryId, EntryHistory],
    authority: Authority,
) -> Transposition:
    """Give what one link shows of the state whose list it is."""
    history = national[link.entry]
    entry, code = history.newest, history.newest.authority
    evidence = earliest_evidence(history, authority, due_of(un))
    release = history.releases[history.last]
    shown = Proof(
        document=release.document_id,
        title=release.id,
        locator=f"entry {entry.reference}",
        text=entry.name,
    )
    return Transposition(
        state=authority.state,
        source=code,
        reference=link.reference,
        entry=link.entry,
        link=link.kind,
        measures=entry.measures,
        at=evidence.at,
        basis=evidence.basis,
        instrument=evidence.instrument,
        in_force=evidence.in_force,
        until=_taken_back(history, authority),
        reasons=link.reasons,
        questions=(*link.questions, *_questions(evidence, un, history)),
        overstates=evidence.overstates,
        proofs=tuple(dict.fromkeys((evidence.proof, shown))),
    )


def _taken_back(history: EntryHistory, authority: Authority) -> Moment | None:
    if history.is_listed:
        return None
    before, after = (
        moment_of_release(history.releases[place], authority.zones)
        for place in (history.last, history.last + 1)
    )
    return between(before, after)


def _questions(evidence: Evidence, un: EntryHistory, national: EntryHistory) -> tuple[str, ...]:
    """Ask about dates that cannot be, or that may be another's."""
    due, at = due_of(un), evidence.at
    newest = national.releases[-1]
    asked = [_NO_MEASURES] if not national.newest.measures else []
    if due.earliest is not None and at.latest <= due.earliest:
        asked.append(
            f"it is dated {at.stated}, before the UN's {due.stated}: the state was first, "
            "or it is about something else"
        )
    if evidence.basis is not Basis.FIRST_SEEN and at.stated[:10] > newest.published:
        asked.append(f"it is dated {at.stated}, after the release that says so ({newest.id})")
    if evidence.basis is Basis.ENTRY and at.stated[:10] == due.stated[:10]:
        asked.append("its day of listing is the UN's: it may repeat that one")
    return tuple(asked)
