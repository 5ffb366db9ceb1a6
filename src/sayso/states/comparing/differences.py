"""What a UN entry has and the national one lacks, or the reverse, and what was not followed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from sayso.model.lists import EntryHistory, ListEntry, ListRelease, Wording
from sayso.model.oversight import Difference, DifferenceKind, Moment, Proof
from sayso.states.authorities import Authority
from sayso.states.comparing.facts import Fact, FactForms
from sayso.states.linking.links import Link
from sayso.states.obligations import ended_of
from sayso.states.times.zones import NEW_YORK, between, moment_of_release


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A UN entry and the national one that is linked with it, as they stood on one day.

    Attributes:
        un: in the releases by the day of the newest national one; at least one has it.
        national: still listed.
        untold: fields of which the national list tells of nobody: none of its entries lacks one.
    """

    link: Link
    un: EntryHistory
    national: EntryHistory
    authority: Authority
    untold: tuple[str, ...] = ()


def pair_of(
    link: Link, un: EntryHistory, national: EntryHistory, authority: Authority
) -> Pair | None:
    """Give a pair that can be compared, as far as the two entries tell.

    None where the national entry is no longer listed, or no UN release as old as the newest
    national one has the UN entry: a state cannot have followed what came after its own list.
    """
    day = national.releases[-1].published
    releases = tuple(release for release in un.releases if release.published <= day)
    wordings = tuple(_until(un.wordings, len(releases) - 1))
    if not national.is_listed or not wordings:
        return None
    by_then = EntryHistory(releases=releases, wordings=wordings)
    return Pair(link=link, un=by_then, national=national, authority=authority)


def _until(wordings: Iterable[Wording], last: int) -> Iterator[Wording]:
    for wording in wordings:
        stretches = tuple((a, min(b, last)) for a, b in wording.stretches if a <= last)
        if stretches:
            yield replace(wording, stretches=stretches)


def differences_of(pair: Pair, forms: FactForms) -> tuple[Difference, ...]:
    """Give in what a pair differs: of an entry delisted by the UN that alone, else fact by fact.

    What a third party's copy lacks, the list that it was made of may have.
    """
    ended = ended_of(pair.un)
    if ended is None:
        is_copy = pair.national.releases[-1].is_copy
        return () if is_copy else tuple(_by_fact(pair, pair.un.newest, forms))
    name = pair.national.newest.name
    made = _difference(pair, DifferenceKind.STILL_LISTED, "entry", (None, name), ended)
    return () if made.for_at_least is None else (made,)


def _by_fact(pair: Pair, un: ListEntry, forms: FactForms) -> Iterator[Difference]:
    """Give the facts that one side has alone; of names only in scripts that both sides write."""
    ours, theirs = forms.facts(un), forms.facts(pair.national.newest)
    scripts = {fact.script for fact in ours} & {fact.script for fact in theirs} | {None}
    for fact in ours:
        is_told = fact.script in scripts and fact.field not in pair.untold
        if is_told and not any(forms.same(fact, other) for other in theirs):
            since = _came(pair, fact, forms)
            yield _of_fact(pair, DifferenceKind.LACKS, fact.field, (fact.text, None), since)
    for fact in theirs:
        if fact.script in scripts and not any(forms.same(fact, other) for other in ours):
            since = _went(pair, fact, forms)
            yield _of_fact(pair, DifferenceKind.HAS_MORE, fact.field, (None, fact.text), since)


def _of_fact(
    pair: Pair,
    kind: DifferenceKind,
    field: str,
    sides: tuple[str | None, str | None],
    since: Moment | None,
) -> Difference:
    """Give a difference; one that an amendment made before the national release: not followed."""
    made = _difference(pair, kind, field, sides, since)
    is_followable = made.for_at_least is not None
    return replace(made, kind=DifferenceKind.NOT_FOLLOWED) if is_followable else made


def _came(pair: Pair, fact: Fact, forms: FactForms) -> Moment | None:
    """Give when the UN's entry came to have a fact; None where it had it from the beginning."""
    having = [w for w in pair.un.wordings if _has(w, fact, forms)]
    place = min(wording.first for wording in having)
    return None if place == pair.un.first else _change(pair.un.releases, place)


def _went(pair: Pair, fact: Fact, forms: FactForms) -> Moment | None:
    """Give when the UN's entry ceased to have a fact; None where no release held shows it."""
    having = [w.last for w in pair.un.wordings if _has(w, fact, forms)]
    return _change(pair.un.releases, max(having) + 1) if having else None


def _has(wording: Wording, fact: Fact, forms: FactForms) -> bool:
    return any(forms.same(fact, other) for other in forms.facts(wording.entry))


def _change(releases: tuple[ListRelease, ...], place: int) -> Moment:
    before, after = (moment_of_release(releases[p], NEW_YORK) for p in (place - 1, place))
    return between(before, after)


def _difference(
    pair: Pair,
    kind: DifferenceKind,
    field: str,
    sides: tuple[str | None, str | None],
    since: Moment | None,
) -> Difference:
    newest = pair.national.newest
    return Difference(
        state=pair.authority.state,
        reference=pair.link.reference,
        entry=newest.id,
        link=pair.link.kind,
        kind=kind,
        field=field,
        un=sides[0],
        national=sides[1],
        since=since,
        for_at_least=None if since is None else _stood(pair, since),
        proofs=(
            _proof(pair.un.releases[pair.un.last], pair.un.newest),
            _proof(pair.national.releases[-1], newest),
        ),
    )


def _stood(pair: Pair, since: Moment) -> timedelta | None:
    """Give how long a difference had stood when the newest national release came out."""
    shown = moment_of_release(pair.national.releases[-1], pair.authority.zones).earliest
    return None if shown is None or shown <= since.latest else shown - since.latest


def _proof(release: ListRelease, entry: ListEntry) -> Proof:
    return Proof(
        document=release.document_id,
        title=release.id,
        locator=f"entry {entry.reference}",
        text=entry.name,
    )
