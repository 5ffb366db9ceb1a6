"""Records as sentences; all but the states is invented."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sayso.model.oversight import RecordKind, StateRecord
from sayso.states.records.kinds import kinds
from sayso.states.records.reading import Reading, Terms
from sayso.states.records.template import example_of
from sayso.views.recorded.prose import record_sentence, reply_sentence

NOW = datetime(2025, 6, 1, tzinfo=UTC)
SAID = {
    RecordKind.IMPLEMENTATION_REPORT: "According to the note, a report of State XA under "
    "resolution 1455 (2003) was received on 1 March 2025, with a checklist, issued as "
    "S/AC.37/2003/(1455)/0",
    RecordKind.ASSETS_FROZEN: "According to the note, State XA held assets of EUR 1,250,000.00 "
    "frozen as of 1 March 2025, in 3 accounts",
    RecordKind.TRAVEL_EVENT: "According to the note, whoever is listed as ZZi.999 was refused "
    "entry to State XA, at airport of Sample City, on 1 March 2025",
    RecordKind.EXEMPTION_REQUEST: "According to the note, an exemption for basic expenses, on "
    "ZZi.999, was asked for in State XA, on 1 March 2025, of EUR 900.00, in 12 payments; "
    "purpose: rent; recipient: landlord; bank: Sample Bank; decision: granted on 5 March 2025",
    RecordKind.ARMS_INCIDENT: "The note tells of seizure of rifles (up to 40) that may concern the "
    "arms embargo, in State XA, on 1 March 2025",
    RecordKind.FATF_RATING: "The note, on 1 March 2025, rates State XA LC (largely compliant) on "
    "Recommendation 6 of the FATF",
    RecordKind.RECOMMENDATION: "The note, on 1 March 2025, recommends to State XA, of State XA: "
    "“publish the list on the day of a listing” (12); follow-up: under way, as of June 2025",
    RecordKind.TRANSPOSITION: "According to the note, State XA carried out the assets freeze, "
    "travel ban on ZZi.999, on 1 March 2025, by Order No. 7 of 2025, in force since 2 March 2025",
}


def example(kind: RecordKind, **changes: str) -> StateRecord:
    """Read the example of a template as a record."""
    terms = Terms(by="Ada Okoye", at=NOW, placeholder=True, knows=lambda _: True)
    read = Reading(terms).read(1, {**example_of(kinds()[kind]), **changes})
    assert isinstance(read, StateRecord), read
    return read


@pytest.mark.parametrize("kind", SAID)
def test_each_kind_of_record_is_a_sentence(kind: RecordKind):
    assert record_sentence(example(kind), "State XA", "the note") == SAID[kind]


@pytest.mark.parametrize("kind", SAID)
def test_what_may_stay_empty_may_stay_empty(kind: RecordKind):
    needed = {field.name for field in kinds()[kind].fields if field.required}
    record = example(kind)
    bare = replace(record, fields=tuple(f for f in record.fields if f[0] in needed))
    assert record_sentence(bare, "State XA", "the note")


def test_what_was_not_carried_out_is_not_told_as_an_act():
    said = record_sentence(
        example(RecordKind.TRANSPOSITION, carried_out="no"), "State XA", "the note"
    )
    assert said == (
        "According to the note, State XA had not carried out the assets freeze, travel ban on "
        "ZZi.999, as of 1 March 2025"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [("We froze them.", "“We froze them.”"), ("“Frozen”", "“Frozen”."), ("Was it?", "“Was it?”")],
)
def test_a_reply_ends_with_one_full_stop(words: str, told: str):
    reply = example(RecordKind.REPLY, quote=words)
    assert reply_sentence(reply, "State XA") == f"State XA replied on 1 March 2025: {told}"
