"""What is known of whether one state carried out each obligation, and how late."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from sayso.model.oversight import (
    Basis,
    Implementation,
    LinkKind,
    Obligation,
    Oversight,
    StateModel,
    Transposition,
)
from sayso.model.vocabulary import LagStatus, TranspositionModel
from sayso.states.countries import is_outside
from sayso.states.times.lag import WITHOUT_DELAY_H, lag_between, status_of
from sayso.states.transposing.unions import held_there, membership_of

#: Links on which a status rests; one by name alone waits for a person.
FIRM: Final = frozenset({LinkKind.EXACT, LinkKind.JUDGED})
_DELAY: Final = timedelta(hours=WITHOUT_DELAY_H)
_NOWHERE: Final = datetime.max.replace(tzinfo=UTC)
_FIRMNESS: Final = {basis: place for place, basis in enumerate((*Basis, None))}


@dataclass(frozen=True, slots=True)
class _Seen:
    """What bears on one state.

    Attributes:
        model: how its law takes up listings, where that is known to be by itself.
    """

    state: str
    model: StateModel | None


def untold_statuses(oversight: Oversight) -> tuple[LagStatus, ...]:
    """Give what each obligation is where nothing firm tells of it, in any state.

    What was to be done a day before that as of which it is seen is due, and unknown.
    """
    day = date.fromisoformat(oversight.as_of)
    due_by = datetime(day.year, day.month, day.day, tzinfo=UTC) - _DELAY
    return tuple(
        LagStatus.UNKNOWN if one.due.latest <= due_by else LagStatus.NOT_YET_DUE
        for one in oversight.obligations
    )


def implementations_of(
    oversight: Oversight, state: str, untold: Sequence[LagStatus]
) -> tuple[Implementation, ...]:
    """Give every obligation in one state, in the order of the obligations, ended ones too.

    A state in which nothing shows a measure carried out is unknown, never missing; nor is anything
    missing where the Charter binds nobody.

    Args:
        oversight: what is known of all states.
        state: its code.
        untold: as `untold_statuses` gives it, once for all states.
    """
    model = oversight.models.get(state)
    is_automatic = model is not None and model.model is TranspositionModel.AUTOMATIC
    seen = _Seen(state, model if is_automatic else None)
    shown = transpositions_for(oversight, state)
    return tuple(
        _implementation(seen, one, shown.get(one.reference, ()), status)
        if is_automatic or one.reference in shown
        else Implementation(state=state, obligation=one, status=status)
        for one, status in zip(oversight.obligations, untold, strict=True)
    )


def transpositions_for(oversight: Oversight, state: str) -> Mapping[str, tuple[Transposition, ...]]:
    """Give what shows that a state took up each UN entry: its own acts, then its union's."""
    own = oversight.transpositions.get(state, {})
    membership = membership_of(state)
    if membership is None:
        return own
    found = dict(own)
    for reference, acts in oversight.transpositions.get(membership.union, {}).items():
        there = (held_there(act, membership) for act in acts)
        of_union = tuple(act for act in there if act is not None)
        found[reference] = (*own.get(reference, ()), *of_union)
    return found


def _implementation(
    seen: _Seen, obligation: Obligation, shown: Sequence[Transposition], untold: LagStatus
) -> Implementation:
    telling = [one for one in shown if obligation.measure in one.measures]
    denied = [one for one in telling if not one.carried_out]
    is_bound = not is_outside(seen.state)
    overdue = [one for one in denied if is_bound and _is_overdue(obligation, one)]
    firm = [one for one in telling if one.carried_out and one.link in FIRM]
    by_name = next((one for one in telling if _waits(obligation, one)), None)
    law = None if seen.model is None else _by_law(seen.model, obligation)
    said = tuple(map(_denial, denied))
    if overdue and not firm:
        more = said if by_name is None else (*said, _perhaps_since(by_name))
        made = _made(seen, obligation, LagStatus.MISSING, max(overdue, key=_order), more)
    elif law is not None:
        made = _made(seen, obligation, LagStatus.AUTOMATIC, _with_own(law, firm), said)
    elif firm:
        made = _carried_out(seen, obligation, firm, said)
    else:
        made = _made(seen, obligation, untold, by_name, said)
    return made


def _waits(obligation: Obligation, one: Transposition) -> bool:
    """Say whether a person's word on a link by name would show it: not where it was taken back."""
    stands = one.until is None or obligation.ended is not None
    return one.carried_out and one.link is LinkKind.MATCHED and stands


def _is_overdue(obligation: Obligation, denied: Transposition) -> bool:
    """Say whether a document tells of a time at which it surely was to be done.

    A time that is not told, from before it was due or from when the UN's entry was gone, or may
    have been, shows nothing missing.
    """
    told = denied.at
    if told is None:
        return False
    starts = told.earliest or told.latest
    was_there = not any(
        (gap.earliest is None or told.latest > gap.earliest) and starts < gap.latest
        for gap in obligation.absent
    )
    gone = obligation.ended
    stood = gone is None or (gone.earliest is not None and told.latest <= gone.earliest)
    return starts >= obligation.due.latest + _DELAY and was_there and stood


def _denial(denied: Transposition) -> str:
    as_of = " at a time that is not told" if denied.at is None else f" as of {denied.at.stated}"
    return f"a record says that it was not carried out{as_of} ({denied.source})"


def _perhaps_since(by_name: Transposition) -> str:
    return f"by name {by_name.entry} may be it: a person has to confirm that"


def _with_own(law: Transposition, firm: Sequence[Transposition]) -> Transposition:
    """Give the law with what shows it beside it and still stands: a list of its own, a record."""
    reasons, proofs = list(law.reasons), list(law.proofs)
    for one in (one for one in firm if one.until is None):
        when = "" if one.at is None else f": {one.at.stated}"
        reasons.append(f"beside the law {one.entry or one.source} shows it{when}")
        proofs += one.proofs
    return replace(law, reasons=tuple(reasons), proofs=tuple(proofs))


def _made(
    seen: _Seen,
    obligation: Obligation,
    status: LagStatus,
    rests_on: Transposition | None,
    more: tuple[str, ...] = (),
) -> Implementation:
    if rests_on is None and seen.model is None and not more:
        return Implementation(state=seen.state, obligation=obligation, status=status)
    questions = more if rests_on is None else (*rests_on.questions, *more)
    questions = (*questions, *_of_law(seen, obligation, status))
    return Implementation(
        state=seen.state,
        obligation=obligation,
        status=status,
        transposition=rests_on,
        via=_via(seen, rests_on),
        questions=questions,
    )


def _via(seen: _Seen, rests_on: Transposition | None) -> str | None:
    """Give whose act it is where it is not the state's own."""
    return None if rests_on is None or rests_on.state == seen.state else rests_on.state


def _of_law(seen: _Seen, obligation: Obligation, status: LagStatus) -> Iterator[str]:
    model = seen.model
    if model is not None and status is not LagStatus.AUTOMATIC and _reaches(model, obligation):
        yield (
            f"its law takes up UN listings by itself since {model.since}: "
            "how it took up this earlier one is not told"
        )


def _carried_out(
    seen: _Seen,
    obligation: Obligation,
    firm: Sequence[Transposition],
    said: tuple[str, ...],
) -> Implementation:
    """Rest on the earliest evidence; what was taken back while the UN's stands is unknown."""
    standing = [one for one in firm if one.until is None or obligation.ended is not None]
    earliest = min(standing or firm, key=_order)
    if not standing and earliest.until is not None:
        gone = f"it is no longer there: {earliest.until.stated}; the UN's entry stands"
        said = (gone, *said)
    made = _made(seen, obligation, LagStatus.UNKNOWN, earliest, said)
    if earliest.at is None or not standing:
        return made
    return Implementation(
        state=made.state,
        obligation=obligation,
        status=status_of(obligation.due, earliest.at),
        lag=lag_between(obligation.due, earliest.at),
        transposition=earliest,
        via=made.via,
        questions=made.questions,
    )


def _order(one: Transposition) -> tuple[datetime, int, str]:
    """Put what is soonest first, and of one time what is firmest."""
    return _NOWHERE if one.at is None else one.at.latest, _FIRMNESS[one.basis], one.source


def _reaches(model: StateModel, obligation: Obligation) -> bool:
    is_of_regime = not model.regimes or not set(model.regimes).isdisjoint(obligation.regimes)
    return obligation.measure in model.measures and is_of_regime


def _by_law(model: StateModel, obligation: Obligation) -> Transposition | None:
    """Give the law that takes a listing up by itself; None for one from before it was so.

    Laws come into force at hours of their day that are seldom told: the day itself does not count.
    """
    since, due = model.since, obligation.due.earliest
    is_since = since is None or (due is not None and due.date().isoformat() > since)
    if not is_since or not _reaches(model, obligation):
        return None
    return Transposition(
        state=model.state,
        source="law",
        reference=obligation.reference,
        entry=None,
        link=LinkKind.EXACT,
        measures=model.measures,
        basis=Basis.LAW,
        instrument=model.proof.title,
        reasons=("its law takes up what the UN lists by itself",),
        proofs=(model.proof,),
    )
