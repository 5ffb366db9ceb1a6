"""The earliest evidence that a national list holds for one of its entries."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

from sayso.model.lists import EntryHistory, ListedAct, ListRelease
from sayso.model.oversight import Basis, Moment, Overstated, Overstating, Proof
from sayso.states.authorities import Authority
from sayso.states.times.zones import between, moment_of, moment_of_release

#: The programme under which the EU's file keeps UN listings that no act of its own has taken up.
_UN_PROGRAMME: Final = "UNLI"
_UN_SITES: Final = ("un.org",)
#: The first act that a list names of an entry, or the day of listing that it states, is taken for
#: that of a change where it came later than this after the UN's listing; in doubt for the state.
#: In the EU's files of 2021 and 2024 nothing lies between eight months and a year
#: (docs/implementation-study.md).
_LISTS_WITHIN: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What shows when an entry came on a list.

    Attributes:
        instrument: the act, as its source writes it.
        in_force: ISO date, where it is told.
        overstates: what a lag that rests on it may overstate.
    """

    at: Moment
    basis: Basis
    proof: Proof
    overstates: Overstated
    instrument: str | None = None
    in_force: str | None = None


def earliest_evidence(history: EntryHistory, authority: Authority, due: Moment) -> Evidence:
    """Give what shows soonest that the entry was on the list: an act, its own date, a release.

    All wordings count: a list such as the EU's names only the act that touched an entry last. An
    act, or a day of listing, from more than a year after the UN's listing shows that the entry
    stood by then, not that it did not before, unless a release from in between lacks it.
    """
    seen = first_seen(history, authority)
    found = (*_acts(history, authority), *_dates(history, authority), seen)
    earliest = min(found, key=lambda one: (one.at.latest, list(Basis).index(one.basis)))
    absent = seen.at.earliest
    if earliest is seen or _is_close(due, earliest.at):
        return earliest
    at = replace(earliest.at, earliest=absent if absent and absent > due.latest else None)
    return replace(earliest, at=at, overstates=replace(earliest.overstates, much_later=True))


def _is_close(due: Moment, at: Moment) -> bool:
    return at.earliest is not None and at.earliest - due.latest <= _LISTS_WITHIN


def _acts(history: EntryHistory, authority: Authority) -> Iterator[Evidence]:
    """Give the acts of all wordings; a press release of the UN is no act of this authority."""
    told = [(wording, act) for wording in history.wordings for act in wording.entry.acts]
    press = {(act.title, act.published) for _, act in told if is_press_release(act)}
    in_force = {
        (act.title, act.published): act.in_force for _, act in told if act.in_force is not None
    }
    for wording, act in told:
        key = act.title, act.published
        at = moment_of(act.published or "", authority.zones)
        if at is not None and key not in press:
            yield Evidence(
                at=at,
                basis=Basis.ACT,
                instrument=act.title,
                in_force=in_force.get(key),
                proof=_proof_of(history.release_of(wording), wording.entry.reference, act),
                overstates=_may_be_later(act),
            )


def _may_be_later(act: ListedAct) -> Overstated:
    is_whole = bool({"regulation", "repealing"} & set((act.kind or "").split()))
    return Overstated(why=Overstating.NO_AMENDMENT if is_whole else Overstating.EARLIEST_NAMED)


def is_press_release(act: ListedAct) -> bool:
    """Say whether what a national list names as an act is the UN's own announcement."""
    host = urlsplit(act.address or "").hostname or ""
    return (
        act.programme == _UN_PROGRAMME
        or (act.kind or "").split(" ")[0] == "un"
        or any(host == site or host.endswith(f".{site}") for site in _UN_SITES)
    )


def _proof_of(release: ListRelease, reference: str, act: ListedAct) -> Proof:
    return Proof(
        document=release.document_id,
        title=release.id,
        locator=f"entry {reference}, regulation",
        text=f"{act.title}, {act.published}",
        address=act.address,
    )


def _dates(history: EntryHistory, authority: Authority) -> Iterator[Evidence]:
    """Give the days of listing that the entry states as its own."""
    if authority.repeats_un_date:
        return
    for wording in history.wordings:
        at = moment_of(wording.entry.listed_on or "", authority.zones)
        if at is not None:
            release = history.release_of(wording)
            yield Evidence(
                at=at,
                basis=Basis.ENTRY,
                proof=Proof(
                    document=release.document_id,
                    title=release.id,
                    locator=f"entry {wording.entry.reference}, day of listing",
                    text=wording.entry.listed_on or "",
                ),
                overstates=Overstated(why=Overstating.OWN_DAY),
            )


def first_seen(history: EntryHistory, authority: Authority) -> Evidence:
    """Give when it was first seen: after the release before the first that has it."""
    place = history.first
    release = history.releases[place]
    shown = moment_of_release(release, authority.zones)
    before = None
    if place > 0:
        before = moment_of_release(history.releases[place - 1], authority.zones)
    entry = next(e for n in (place,) if (e := history.at(n)) is not None)
    return Evidence(
        at=between(before, shown),
        basis=Basis.FIRST_SEEN,
        proof=Proof(
            document=release.document_id,
            title=release.id,
            locator=f"entry {entry.reference}",
            text=entry.name,
        ),
        overstates=Overstated(
            why=Overstating.FIRST_SEEN,
            release=release.id,
            before=None if before is None else before.stated,
        ),
    )
