"""Rows become records whole and checked, or are refused with row, column and the next step."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import NotFound
from sayso.model.oversight import RecordKind, StateRecord
from sayso.states.records.kinds import columns, kinds, known_columns
from sayso.states.records.reading import Reading
from tests.states.records.rows import FROZEN, TERMS, holding, letter, read, refused

REPLY = {
    **dict.fromkeys(("amount", "currency"), ""),
    "kind": "reply",
    "about": "c-1",
    "quote": "We did.",
    "answer": "denies",
}


def test_a_sound_row_is_a_record_with_its_fields_in_the_order_of_the_table():
    found = read(accounts=3, references="QDe.132; QDi.043;QDe.132")
    assert (found.kind, found.state, found.on) == (RecordKind.ASSETS_FROZEN, "NO", "2025-03")
    assert found.fields == (("amount", "12.50"), ("currency", "NOK"), ("accounts", "3"))
    assert found.references == ("QDe.132", "QDi.043")
    assert (found.proof.document, found.proof.title) == (None, "Invented letter")
    assert (found.by, found.at) == ("Ada Okoye", TERMS.at)


def test_a_state_is_named_by_its_code_or_its_name_and_the_union_by_its_own():
    assert read(state="Norway").state == "NO"
    assert read(state="no").state == "NO"
    assert read(state="EU").state == "EU"


def test_the_id_follows_from_what_is_told_and_not_from_who_records_it():
    first = read()
    other = replace(TERMS, by="Somebody Else", at=TERMS.at.replace(year=2027))
    assert read(other).id == first.id
    assert read(amount="12.5").id != first.id
    assert read(locator="p. 2").id != first.id


@pytest.mark.parametrize(
    ("column", "value", "what", "step"),
    [
        ("kind", "assets", "no kind 'assets'", "assets_frozen"),
        ("kind", "", "empty", "one of implementation_report"),
        ("state", "", "empty", "needs it"),
        ("state", "Norwey", "no state 'Norwey'", "NO (Norway)"),
        ("state", "XA", "XA stands for no state", "delete the example"),
        ("state", "SU", "'SU' is no state any more", "RU (Russia)"),
        ("on", "08/03/2020", "'08/03/2020' is no date", "2025-03-01"),
        ("on", "2025-02-30", "is no date", "EDTF"),
        ("on", "next week", "is no date", "EDTF"),
        ("on", "43899", "is no date", "EDTF"),
        ("on", "2026-03-09", "lies ahead", "taken place"),
        ("on", "1925-03-01", "before the United Nations", "year"),
        ("on", "2025-03-01T10:00Z", "is no date", "EDTF"),
        ("document", " ", "empty", "needs it"),
        ("amount", "12,50", "'12,50' is no amount", "with a point"),
        ("amount", "-5", "is no amount", "with a point"),
        ("amount", "1e9", "is no amount", "with a point"),
        ("amount", "=1+1", "'=1+1' is a formula", "value"),
        ("amount", "", "empty", "needs it"),
        ("currency", "Kroner", "'Kroner' is no currency", "ISO 4217"),
        ("currency", "XTS", "is no currency", "ISO 4217"),
        ("accounts", "three", "is no number", "whole number"),
        ("references", "QDe132", "no permanent reference", "QDe.132"),
        ("about", "c-404", "no record, claim or finding 'c-404'", "sayso claims"),
        ("replaces", "sr-404", "no record 'sr-404'", "--all"),
        ("address", "www.example.org", "is no address", "https://"),
        ("decision", "granted", "has no decision", "empty the cell"),
        ("amonut", "5", "no such column", "did you mean amount?"),
        ("document", "Letter \ufffd", "damaged characters", "UTF-8"),
        ("document", "Letter \x1b[2J", "damaged characters", "UTF-8"),
        ("document", {"title": "x"}, "an object stands", "text"),
    ],
)
def test_what_is_wrong_is_told_with_its_row_its_column_and_what_to_do(
    column: str, value: object, what: str, step: str
):
    found = [one for one in refused(**{column: value}) if one.column == column]
    assert found, "nothing is told of this column"
    assert found[0].row == 2
    assert what in found[0].what
    assert step in found[0].step


def test_all_that_is_wrong_with_a_row_is_told_at_once():
    told = {one.column for one in refused(state="Nowhere", on="soon", amount="lots", currency="?")}
    assert told == {"state", "on", "amount", "currency"}


def test_an_unknown_column_is_told_once_a_file():
    reading = Reading(TERMS)
    first = reading.read(2, {**FROZEN, "amonut": "5"})
    second = reading.read(3, {**FROZEN, "amonut": "6"})
    assert isinstance(first, tuple)
    assert isinstance(second, StateRecord)


def test_columns_may_be_written_as_spreadsheets_write_them():
    cells = {name.upper().replace("_", " "): value for name, value in FROZEN.items()}
    assert isinstance(Reading(TERMS).read(2, cells), StateRecord)
    doubled = Reading(TERMS).read(2, {**FROZEN, "Amount ": "13"})
    assert isinstance(doubled, tuple)
    assert "two columns" in doubled[0].what


def test_a_cell_of_json_may_be_a_number_a_truth_value_or_a_list():
    found = read(amount=12.5, references=["QDe.132", "QDi.043"], quote=None)
    assert found.fields[0] == ("amount", "12.5")
    assert found.references == ("QDe.132", "QDi.043")


def test_a_rating_is_one_of_its_standard():
    rating = dict.fromkeys(("amount", "currency"), "") | {"kind": "fatf_rating"}
    made = read(**rating, standard="R.6", rating="pc")
    assert dict(made.fields)["rating"] == "PC"
    [told] = refused(**rating, standard="IO.10", rating="PC")
    assert "no rating of IO.10" in told.what
    assert "high | substantial | moderate | low" in told.step


def test_a_field_that_says_nothing_alone_asks_for_the_other():
    request = {"kind": "exemption_request", "exemption": "basic", "references": "QDi.043"}
    told = refused(**request, currency="")
    assert [(one.column, one.step) for one in told] == [
        ("currency", "amount is there: say currency too")
    ]


def test_evidence_of_transposition_may_give_the_hour_with_its_zone_and_not_without():
    row = dict.fromkeys(("amount", "currency"), "") | {
        "kind": "transposition",
        "references": "QDe.132",
        "carried_out": True,
        "measures": "travel_ban; assets_freeze",
        "evidence": "gazette",
        "in_force": "2026-03-04",
    }
    made = read(**row, on="2020-03-08T15:30-05:00")
    assert made.on == "2020-03-08T15:30-05:00"
    assert dict(made.fields)["measures"] == "travel_ban;assets_freeze"
    assert dict(made.fields)["carried_out"] == "yes"
    assert "has no zone" in refused(**row, on="2020-03-08T15:30")[0].what
    assert "is no instant" in refused(**row, on="2020-13-08T15:30Z")[0].what
    assert "lies ahead" in refused(**row, on="2026-03-09T00:00+14:00")[0].what


def test_a_reply_needs_what_it_answers_and_its_words():
    knowing = replace(TERMS, knows=lambda key: key == "c-1")
    assert read(knowing, **REPLY).about == ("c-1",)
    for column in ("about", "quote"):
        assert [one.column for one in refused(knowing, **{**REPLY, column: ""})] == [column]


def test_a_correction_is_of_the_same_state_and_kind_and_there_is_one():
    first = read()
    held = replace(TERMS, held={first.id: first})
    second = read(held, amount="13.00", replaces=first.id)
    assert second.replaces == first.id
    both = replace(TERMS, held={first.id: first, second.id: second})
    assert read(both, amount="13.00", replaces=first.id) == second
    assert "corrected already" in refused(both, amount="14.00", replaces=first.id)[0].what
    assert "is of NO" in refused(held, state="SE", replaces=first.id)[0].what


def test_two_corrections_of_one_record_in_one_file_are_refused():
    first = read()
    reading = Reading(replace(TERMS, held={first.id: first}))
    assert isinstance(
        reading.read(2, {**FROZEN, "amount": "13", "replaces": first.id}), StateRecord
    )
    again = reading.read(3, {**FROZEN, "amount": "14", "replaces": first.id})
    assert isinstance(again, tuple)


def test_words_of_a_document_that_is_held_are_taken_from_it_with_their_place():
    terms = holding(letter("Nothing was frozen. The account\nis open."))
    found = read(terms, quote="The account is open.")
    assert found.proof.document is not None
    assert found.proof.text == "The account\nis open."
    assert found.proof.locator == "para. 1, sentence 2"
    assert read(terms, quote="The account is open.", locator="para. 1").proof.locator == "para. 1"


def test_a_quotation_that_is_not_the_words_or_not_at_its_place_is_refused():
    terms = holding(letter("Nothing was frozen. The account is open."))
    [told] = refused(terms, quote="The account is closed.")
    assert (told.column, "do not stand in" in told.what) == ("quote", True)
    [told] = refused(terms, quote="Nothing was frozen.", locator="para. 7")
    assert (told.column, told.step) == ("locator", "they stand at para. 1, sentence 1")
    assert "do not stand" in refused(terms, quote="nothing was frozen.")[0].what


def test_a_name_that_several_documents_bear_is_refused():
    def ambiguous(key: str) -> None:
        raise NotFound(f"2 documents fit {key!r}: name one by its id (12, 34)")

    [told] = refused(replace(TERMS, source=ambiguous))
    assert (told.column, told.what) == ("document", "2 documents fit 'Invented letter'")


@given(st.dictionaries(st.sampled_from(sorted(known_columns())), st.text(max_size=40)))
def test_whatever_stands_in_a_row_it_is_a_record_or_refused_with_a_step(cells: dict[str, str]):
    found = Reading(TERMS).read(7, {**FROZEN, **cells})
    if isinstance(found, StateRecord):
        kind = kinds()[found.kind]
        assert [name for name, _ in found.fields] == [
            f.name for f in kind.fields if f.name in dict(found.fields)
        ]
        assert Reading(TERMS).read(7, {**FROZEN, **cells}) == found
    else:
        assert found
        assert all(one.row == 7 and one.step and one.what for one in found)


def test_every_kind_of_record_has_a_row_in_the_table():
    assert set(kinds()) == set(RecordKind)
    for kind in kinds().values():
        names = {field.name for field in kind.fields}
        assert names.isdisjoint(columns())
        assert all(names.issuperset(field.beside) for field in kind.fields)
