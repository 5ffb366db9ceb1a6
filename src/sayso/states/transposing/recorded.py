"""Transpositions that a person recorded from a document: a gazette, a letter, a reply."""

from collections.abc import Iterable, Iterator
from typing import Final

from sayso.model.oversight import (
    Basis,
    LinkKind,
    Obligation,
    RecordKind,
    StateRecord,
    Transposition,
)
from sayso.model.vocabulary import Measure
from sayso.states.times.zones import moment_of, zones_of

#: Fields of a record of a transposition.
CARRIED_OUT, MEASURES, INSTRUMENT, IN_FORCE = "carried_out", "measures", "instrument", "in_force"
_YES: Final = "yes"
_NO: Final = "no"


def recorded(
    records: Iterable[StateRecord], obligations: Iterable[Obligation]
) -> Iterator[Transposition]:
    """Give what records show, one for each UN entry that a record is about.

    A record that says "no" shows that something was not carried out: this alone makes it missing.
    One that says neither shows nothing.
    """
    bound: dict[str, tuple[Measure, ...]] = {}
    for one in obligations:
        bound[one.reference] = (*bound.get(one.reference, ()), one.measure)
    for record in records:
        if record.kind is RecordKind.TRANSPOSITION and _said(record) in {_YES, _NO}:
            for reference in record.references:
                yield _of_record(record, reference, bound.get(reference, ()))


def _said(record: StateRecord) -> str:
    return dict(record.fields).get(CARRIED_OUT, "").strip().casefold()


def _of_record(record: StateRecord, reference: str, bound: tuple[Measure, ...]) -> Transposition:
    fields = dict(record.fields)
    named = {word.strip() for word in fields.get(MEASURES, "").replace(",", ";").split(";")}
    measures = tuple(m for m in bound if m in named) if named != {""} else bound
    return Transposition(
        state=record.state,
        source=record.id,
        reference=reference,
        entry=None,
        link=LinkKind.EXACT,
        measures=measures,
        carried_out=_said(record) == _YES,
        at=moment_of(record.on, zones_of(record.state)),
        basis=Basis.RECORD,
        instrument=fields.get(INSTRUMENT),
        in_force=fields.get(IN_FORCE),
        reasons=(f"recorded by {record.by} on {record.at.date()}",),
        questions=() if bound else (f"no release of the UN list that is held has {reference}",),
        proofs=(record.proof,),
    )
