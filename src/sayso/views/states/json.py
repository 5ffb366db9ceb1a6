"""The JSON of oversight: states, cells, differences, records, and why a cell says what it says."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sayso.model.oversight import (
    Difference,
    Implementation,
    LagSlice,
    Moment,
    Oversight,
    Proof,
    StateLine,
    StateModel,
    StateRecord,
    Transposition,
)
from sayso.model.vocabulary import LagStatus
from sayso.views.json import JsonObject, JsonValue
from sayso.views.recorded.questions import questions_json
from sayso.views.recorded.records import Listed, listed_record, records_json
from sayso.views.states.page import UNDATED, Replies, StateFile, questions_of
from sayso.views.states.why import steps_of
from sayso.views.states.words import (
    UNKNOWN_MEANS,
    awaits_judgement,
    carried_out_at,
    day_of,
    is_undated,
    limit_words,
    overstated_words,
    undated_of,
    unknown_of,
)

NO_REPLY: Final = Replies(())
#: All of each list of a page.
WHOLE: Final = slice(None)


def states_json(seen: Oversight, lines: Iterable[StateLine]) -> JsonObject:
    """Give one object a state, in the order given, and what it all rests on."""
    return {"states": [line_shape(line) for line in lines], **seen_shape(seen)}


def seen_shape(seen: Oversight) -> JsonObject:
    """Give when and from what it is seen, what it cannot tell, and what "unknown" means."""
    return {
        "as_of": seen.as_of,
        "releases": list(seen.releases),
        "limits": list(map(limit_words, seen.limits)),
        "note": UNKNOWN_MEANS,
    }


def line_shape(line: StateLine) -> JsonObject:
    """Give one state in one object; counts are of obligations."""
    return {
        "state": line.state,
        "name": line.name,
        "obligations": line.obligations,
        "carried_out": line.carried_out,
        "late": line.by_status.get(LagStatus.LATE, 0),
        "missing": line.by_status.get(LagStatus.MISSING, 0),
        "unknown": unknown_of(line),
        "median_lag_hours": _hours(line.median_lag),
        "last_evidence": line.last_evidence,
        "claims": list(line.claims),
        "is_outside": line.is_outside,
        "model": line.model.value,
        "by_status": {status.value: line.by_status.get(status, 0) for status in LagStatus},
        "carried_out_undated": undated_of(line),
        "to_confirm": line.to_confirm,
        "worst_lag_hours": _hours(line.worst_lag),
        "differences": line.differences,
    }


def rows_json(
    rows: Sequence[Implementation], seen: Oversight, replies: Replies = NO_REPLY
) -> JsonObject:
    """Give cells, in the order given (by state and reference)."""
    return {"rows": [row_shape(row, replies) for row in rows], **seen_shape(seen)}


def row_shape(one: Implementation, replies: Replies = NO_REPLY) -> JsonObject:
    """Give one cell with its evidence and what the state replied.

    What rests on a name alone has no date and no lag.
    """
    at, act = carried_out_at(one), one.transposition
    overstates = None if act is None else act.overstates
    return {
        "state": one.state,
        "reference": one.obligation.reference,
        "measure": one.obligation.measure.value,
        "due": day_of(one.obligation.due),
        "carried_out": None if at is None else day_of(at),
        "lag_hours": _hours(one.lag),
        "status": one.status.value,
        "link": one.link.value,
        "evidence": [_proof(proof) for proof in evidence_of(one)],
        "name": one.obligation.name,
        "regimes": list(one.obligation.regimes),
        "ended": None if one.obligation.ended is None else day_of(one.obligation.ended),
        "via": one.via,
        "carried_out_between": None if at is None else _bounds(at),
        "undated": is_undated(one),
        "to_be_confirmed": awaits_judgement(one),
        "basis": None if act is None or act.basis is None else act.basis.value,
        "instrument": None if act is None else act.instrument,
        "in_force": None if act is None else act.in_force,
        "overstates": None if overstates is None else overstated_words(overstates),
        "questions": list(questions_of(one)),
        "replies": [reply.id for reply in replies.to(one)],
    }


def matrix_row(cells: Sequence[Implementation], replies: Replies = NO_REPLY) -> JsonObject:
    """Give one obligation in each state of a matrix; the cells are in the order of its columns."""
    due = cells[0].obligation
    return {
        "reference": due.reference,
        "name": due.name,
        "regimes": list(due.regimes),
        "measure": due.measure.value,
        "due": day_of(due.due),
        "cells": [_matrix_cell(one, replies) for one in cells],
    }


def _matrix_cell(one: Implementation, replies: Replies) -> JsonObject:
    at = carried_out_at(one)
    return {
        "state": one.state,
        "status": one.status.value,
        "undated": is_undated(one),
        "to_be_confirmed": awaits_judgement(one),
        "via": one.via,
        "carried_out": None if at is None else day_of(at),
        "lag_hours": _hours(one.lag),
        "replies": len(replies.to(one)),
    }


def evidence_of(one: Implementation) -> tuple[Proof, ...]:
    """Give what a cell rests on: the state's own first, then the UN's."""
    own = () if one.transposition is None else one.transposition.proofs
    return (*own, one.obligation.proof)


def slices_shape(slices: Iterable[LagSlice]) -> list[JsonObject]:
    """Give the lags by year and regime of listing."""
    return [
        {
            "state": one.state,
            "by": one.by,
            "key": one.key,
            "known": one.known,
            "proven": one.proven,
            "possible": one.possible,
            "late": one.late,
            "median_lag_hours": _hours(one.median),
            "worst_lag_hours": _hours(one.worst),
        }
        for one in slices
    ]


def differences_json(found: Iterable[Difference], seen: Oversight) -> JsonObject:
    """Give in what national entries differ from the UN's, in the order given."""
    return {"differences": [difference_shape(one) for one in found], **seen_shape(seen)}


def difference_shape(one: Difference) -> JsonObject:
    """Give one thing in which two entries differ."""
    days = None if one.for_at_least is None else one.for_at_least.days
    return {
        "state": one.state,
        "reference": one.reference,
        "entry": one.entry,
        "link": one.link.value,
        "kind": one.kind.value,
        "field": one.field,
        "un": one.un,
        "national": one.national,
        "since": None if one.since is None else day_of(one.since),
        "for_at_least_days": days,
        "evidence": [_proof(proof) for proof in one.proofs],
    }


def file_json(file: StateFile, seen: Oversight, part: slice = WHOLE) -> JsonObject:
    """Give a state's page; of its differences, links to confirm and questions this part alone."""
    counts = file.by_measure()
    replies, waiting = Replies(file.records), file.to_confirm()[part]
    return {
        **line_shape(file.line),
        "law": None if file.model is None else model_shape(file.model),
        "via": None if file.via is None else file.via[0],
        "members": sorted(file.members),
        "by_measure": {
            measure.value: {case: found[case] for case in (*LagStatus, UNDATED)}
            for measure, found in counts.items()
        },
        "lags": slices_shape(file.slices),
        "differences_found": [difference_shape(one) for one in file.differences[part]],
        **records_json(file.told),
        "concerns": questions_json(file.told.knowledge, file.concerns),
        "links_to_confirm": [row_shape(one, replies) for one in waiting],
        "questions": [
            {"reference": reference, "question": question}
            for reference, question in file.questions()[part]
        ],
        **seen_shape(seen),
    }


def file_totals(file: StateFile) -> JsonObject:
    """Give how many there are of all in the lists of a page that come part by part."""
    return {
        "differences_found": len(file.differences),
        "links_to_confirm": len(file.to_confirm()),
        "questions": len(file.questions()),
    }


def model_shape(model: StateModel) -> JsonObject:
    """Give how a state's law takes up UN listings, and what says so."""
    return {
        "state": model.state,
        "model": model.model.value,
        "measures": [measure.value for measure in model.measures],
        "regimes": list(model.regimes),
        "since": model.since,
        "evidence": _proof(model.proof),
    }


def entry_json(
    cells: Sequence[Implementation],
    names: Mapping[str, str],
    records: Sequence[StateRecord],
    seen: Oversight,
) -> JsonObject:
    """Give one UN entry in each state, and what documents tell of it beside the replies."""
    first, replies = cells[0].obligation, Replies(records)
    return {
        "reference": first.reference,
        "name": first.name,
        "regimes": list(first.regimes),
        "rows": [
            {**row_shape(one, replies), "state_name": names.get(one.state, one.state)}
            for one in cells
        ],
        "records": records_shape(records, names),
        **seen_shape(seen),
    }


def records_shape(records: Sequence[StateRecord], names: Mapping[str, str]) -> list[JsonObject]:
    """Give what documents tell of an entry, each record with the replies to it."""
    listed = Listed(records=records, names=names)
    return [listed_record(listed, record) for record in records]


def why_json(
    cells: Sequence[Implementation],
    names: Mapping[str, str],
    records: Sequence[StateRecord],
    seen: Oversight,
) -> JsonObject:
    """Give each cell with the two moments it rests on, and the sum of its lag step by step.

    Args:
        cells: of one state and one UN entry.
        names: of states, by code.
        records: what documents tell of that entry there, and the replies.
        seen: what it all rests on.
    """
    replies = Replies(records)
    return {
        "state": cells[0].state,
        "state_name": names.get(cells[0].state, cells[0].state),
        "reference": cells[0].obligation.reference,
        "name": cells[0].obligation.name,
        "cells": [
            {
                **row_shape(one, replies),
                "due_between": _bounds(one.obligation.due),
                "transposition": _transposition(one.transposition),
                "steps": list(steps_of(one)),
            }
            for one in cells
        ],
        "records": records_shape(records, names),
        **seen_shape(seen),
    }


def _transposition(act: Transposition | None) -> JsonObject | None:
    if act is None:
        return None
    return {
        "state": act.state,
        "source": act.source,
        "entry": act.entry,
        "link": act.link.value,
        "reasons": list(act.reasons),
        "between": None if act.at is None else _bounds(act.at),
        "until": None if act.until is None else day_of(act.until),
    }


def _bounds(moment: Moment) -> JsonObject:
    """Give between which instants something was, and as what its source states it."""
    earliest = None if moment.earliest is None else moment.earliest.isoformat()
    return {
        "stated": moment.stated,
        "earliest": earliest,
        "latest": moment.latest.isoformat(),
        "is_instant": moment.is_instant,
    }


def _proof(proof: Proof) -> JsonObject:
    """Give where words stand; `document` is its id where it is held, else its title."""
    return {
        "document": proof.document or proof.title,
        "locator": proof.locator,
        "text": proof.text,
        "title": proof.title,
        "address": proof.address,
    }


def _hours(lag: tuple[float, float] | None) -> JsonValue:
    """Give hours, at least and at most; whole ones without a fraction."""
    if lag is None:
        return None
    rounded = (round(end, 2) for end in lag)
    return [int(end) if end == int(end) else end for end in rounded]
