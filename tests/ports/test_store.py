"""What every store promises, whatever it is made of."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import BadInput, NotFound
from sayso.model.documents import Addition, Description, Erasure, Intake
from sayso.model.findings import Relisting
from sayso.model.ids import DocumentId
from sayso.model.vocabulary import DocumentKind, Handling
from sayso.ports import Store
from tests.fakes import (
    NOON,
    tiny_extraction,
    tiny_intake,
    tiny_judgement,
    tiny_listing,
    tiny_release,
)

RAID = "Sarband Front fighters left Ghazni. The Zarnawa Council denies it."
KABUL = "شورای زرناوه در کابل است. سخنگوی آن چیزی نگفت."
DRAMA = "Žarko Đorđević wrote to Ágota Szőke. Совет Зарнавы молчит."
QUIET = "Nothing was reported from Nimroz."
UNKNOWN = DocumentId("sha256:" + "0" * 64)


def add(store: Store, text: str, **about: object) -> Intake:
    intake = tiny_intake(text, **about)
    assert store.documents.add(intake, tiny_extraction(intake), ())
    return intake


def describe(store: Store, intake: Intake, about: str, value: str) -> None:
    store.documents.describe(
        Description(
            document_id=intake.document.id, about=about, value=value, by="A. Clerk", at=NOON
        )
    )


def erase(store: Store, intake: Intake, reason: str = "a source is at risk") -> Erasure:
    erasure = Erasure(document_id=intake.document.id, reason=reason, by="A. Clerk", at=NOON)
    store.documents.erase(erasure)
    return erasure


# Documents


def test_what_the_reader_remarked_comes_back_with_the_record(store: Store):
    remarks = ("page 4 has no text layer", "صفحه ۵ متن ندارد")
    intake = replace(tiny_intake(RAID), remarks=remarks)
    store.documents.add(intake, tiny_extraction(intake), ())
    record = store.documents.record(intake.document.id)
    assert record is not None
    assert record.remarks == remarks


def test_a_new_project_holds_nothing(store: Store):
    assert store.documents.documents() == ()
    assert list(store.documents.records()) == []
    assert store.documents.record(UNKNOWN) is None
    assert store.documents.original(UNKNOWN) is None
    assert not store.documents.holds(UNKNOWN)
    assert store.lists.releases() == store.judgements.judgements() == ()


@pytest.mark.parametrize("text", [RAID, KABUL, DRAMA, "A tab\tand a NUL\0 and 𐍈 and e\u0301."])
def test_what_was_added_is_given_back_to_the_letter(store: Store, text: str):
    intake = tiny_intake(text, title="“Raid”", notice="Invented for a test.")
    extraction = tiny_extraction(intake)
    listing = tiny_listing(extraction)

    store.documents.add(intake, extraction, (listing,))

    record = store.documents.record(intake.document.id)
    assert record is not None
    assert record.document == intake.document
    assert record.passages == intake.passages
    assert record.extraction == extraction
    assert record.listings == (listing,)
    assert store.documents.original(intake.document.id) == intake.original
    assert store.documents.holds(intake.document.id)


def test_the_same_bytes_twice_change_nothing(store: Store):
    first = add(store, RAID, title="First")
    before = (store.version(), list(store.documents.records()))
    again = tiny_intake(RAID, title="Second")

    assert not store.documents.add(again, tiny_extraction(again), ())

    assert (store.version(), list(store.documents.records())) == before
    assert store.documents.documents() == (first.document,)


def test_documents_come_in_the_order_of_adding(store: Store):
    added = [add(store, text) for text in (RAID, KABUL, DRAMA, QUIET)]

    assert store.documents.documents() == tuple(intake.document for intake in added)
    assert [r.document for r in store.documents.records()] == [i.document for i in added]


def test_parts_of_different_documents_are_not_kept_together(store: Store):
    intake, other = tiny_intake(RAID), tiny_intake(QUIET)

    with pytest.raises(BadInput, match=r"report\.txt"):
        store.documents.add(intake, tiny_extraction(other), ())

    assert store.documents.documents() == ()


def test_half_a_surrogate_pair_is_refused_and_nothing_is_kept(store: Store):
    intake = tiny_intake("Broken \ud83d sign.")

    with pytest.raises(BadInput, match="surrogate"):
        store.documents.add(intake, tiny_extraction(intake), ())

    assert not store.documents.holds(intake.document.id)
    assert add(store, RAID)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300))
def test_any_text_comes_back_with_its_passages_at_their_places(store: Store, text: str):
    intake = tiny_intake(text)
    store.documents.add(intake, tiny_extraction(intake), ())

    record = store.documents.record(intake.document.id)

    assert record is not None
    assert record.document.text == text
    assert [p.span.of(text) for p in record.passages] == [p.text for p in intake.passages]


# Known time


def test_a_document_is_known_since_it_was_added_and_without_that_since_it_came(store: Store):
    later = NOON + timedelta(hours=3)
    first = add(store, RAID)
    second = tiny_intake(KABUL)
    store.documents.add(second, tiny_extraction(second), (), at=later)

    assert store.documents.additions() == (
        Addition(document_id=first.document.id, at=NOON),
        Addition(document_id=second.document.id, at=later),
    )
    held = list(store.documents.records())
    assert list(store.documents.records(NOON)) == held[:1]
    assert list(store.documents.records(later)) == held
    assert list(store.documents.records(NOON - timedelta(seconds=1))) == []


def test_an_erased_document_leaves_when_it_was_added_and_what_it_was_called(store: Store):
    intake = add(store, RAID)
    describe(store, intake, "title", "Raid")
    erasure = erase(store, intake)

    [addition] = store.documents.additions()
    assert (addition.at, addition.title, addition.erasure) == (NOON, "Raid", erasure)
    assert list(store.documents.records(NOON)) == []


def test_a_document_is_described_as_it_was_then_but_for_what_binds_today(store: Store):
    intake = add(store, RAID)
    for about, value in (("title", "Raid"), ("handling", "restricted"), ("notice", "Invented.")):
        store.documents.describe(
            Description(
                document_id=intake.document.id,
                about=about,
                value=value,
                by="A. Clerk",
                at=NOON + timedelta(days=1),
            )
        )
    [then] = store.documents.records(NOON)
    assert then.document == replace(
        intake.document, handling=Handling.RESTRICTED, notice="Invented."
    )


def test_a_document_stands_to_the_lists_as_was_decided_last_by_then(store: Store):
    intake = tiny_intake(RAID)
    first = tiny_listing(tiny_extraction(intake))
    assert store.documents.add(intake, tiny_extraction(intake), (first,))
    before = store.version()
    later = NOON + timedelta(days=2)
    store.documents.relist(Relisting(document_id=intake.document.id, listings=(), at=later))
    assert store.version() != before
    assert [a.corrections for a in store.documents.additions()] == [1]
    for at, listings in ((None, ()), (later, ()), (NOON, (first,))):
        [record] = store.documents.records(at)
        assert record.listings == listings
    erase(store, intake)
    with pytest.raises(NotFound):
        store.documents.relist(Relisting(document_id=intake.document.id, listings=(), at=later))


# Search


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("ghazni", "Sarband Front fighters left «Ghazni»."),
        ("front GHAZNI", "Sarband «Front» fighters left «Ghazni»."),
        ('"zarnawa council"', "The «Zarnawa Council» denies it."),
        ("zarn*", "The «Zarnawa» Council denies it."),
        ("agota", "Žarko Đorđević wrote to «Ágota» Szőke."),
        ("ЗАРНАВЫ", "Совет «Зарнавы» молчит."),
        ("زرناوه", "شورای «زرناوه» در کابل است."),
        ("سخنگوی", "«سخنگوی» آن چیزی نگفت."),
    ],
)
def test_a_passage_is_found_by_its_words_in_any_script(store: Store, query: str, marked: str):
    for text in (RAID, KABUL, DRAMA, QUIET):
        add(store, text, title=text[:9])

    hits = store.documents.search(query, 10)

    [hit] = hits
    assert hit.marked == marked
    assert hit.passage.text == marked.replace("«", "").replace("»", "")
    record = store.documents.record(hit.passage.document_id)
    assert record is not None
    assert hit.passage in record.passages
    assert hit.document_name == record.document.text[:9]


def test_all_words_of_a_query_must_stand_in_a_passage(store: Store):
    add(store, RAID)

    assert store.documents.search("ghazni council", 10) == ()
    assert store.documents.search('"front sarband"', 10) == ()


@pytest.mark.parametrize("query", ["", "   ", '""', "*", "«» — …", '"'])
def test_a_query_without_words_is_refused(store: Store, query: str):
    add(store, RAID)

    with pytest.raises(BadInput, match="words"):
        store.documents.search(query, 10)


def test_the_passage_that_says_more_of_it_comes_first_and_the_limit_holds(store: Store):
    add(store, "Nimroz is far, said one of many who came from the province in winter.")
    add(store, "Nimroz, Nimroz.")
    add(store, "Bread is dear. Tea is not. Rain fell. It is cold. Roads are shut.")

    texts = [hit.passage.text for hit in store.documents.search("nimroz", 10)]

    assert [text[:8] for text in texts] == ["Nimroz, ", "Nimroz i"]
    assert [hit.passage.text for hit in store.documents.search("nimroz", 1)] == texts[:1]


def test_passages_that_are_equally_good_come_in_the_order_of_adding(store: Store):
    for name in ("one", "two", "six"):
        add(store, f"Nimroz {name}.", title=name)

    assert [h.document_name for h in store.documents.search("nimroz", 9)] == ["one", "two", "six"]


# Descriptions


def test_a_description_corrects_a_document_everywhere_and_is_kept(store: Store):
    intake = add(store, RAID, publisher="Meridian Wire")
    for about, value in (
        ("title", "Panel report, расширенный"),
        ("kind", "press"),
        ("handling", "restricted"),
        ("publisher", ""),
        ("title", "Panel report"),
    ):
        describe(store, intake, about, value)

    expected = replace(
        intake.document,
        title="Panel report",
        publisher=None,
        kind=DocumentKind.PRESS,
        handling=Handling.RESTRICTED,
    )
    record = store.documents.record(intake.document.id)
    assert record is not None
    assert record.document == expected
    assert store.documents.documents() == (expected,)
    assert [r.document for r in store.documents.records()] == [expected]
    assert [added.corrections for added in store.documents.additions()] == [5]
    assert store.documents.search("ghazni", 1)[0].document_name == "Panel report"


@pytest.mark.parametrize(
    ("about", "value", "told"),
    [
        ("text", "something else", "lawful_basis"),
        ("id", "sha256:0", "lawful_basis"),
        ("handling", "secret", "restricted"),
        ("kind", "", "statement"),
    ],
)
def test_what_may_not_be_described_is_refused_with_what_may(
    store: Store, about: str, value: str, told: str
):
    intake = add(store, RAID)

    with pytest.raises(BadInput, match=told):
        describe(store, intake, about, value)

    assert store.documents.documents() == (intake.document,)


def test_a_document_that_is_not_held_cannot_be_described_or_erased(store: Store):
    intake = tiny_intake(RAID)

    with pytest.raises(NotFound, match=intake.document.id):
        describe(store, intake, "title", "x")
    with pytest.raises(NotFound, match=intake.document.id):
        erase(store, intake)


# Erasure


def test_an_erased_document_is_gone_but_for_the_fact(store: Store):
    intake, other = add(store, RAID), add(store, "Ghazni is quiet.")
    describe(store, intake, "title", "Raid")

    erasure = erase(store, intake)

    assert store.documents.documents() == (other.document,)
    assert [r.document for r in store.documents.records()] == [other.document]
    assert store.documents.record(intake.document.id) is None
    assert store.documents.original(intake.document.id) is None
    assert not store.documents.holds(intake.document.id)
    assert [h.passage.text for h in store.documents.search("ghazni", 9)] == ["Ghazni is quiet."]
    assert store.documents.erasures() == (erasure,)


def test_what_was_erased_is_not_taken_in_again(store: Store):
    intake = add(store, RAID)
    erase(store, intake, reason="a court ordered it")

    with pytest.raises(BadInput, match=r"erased on 2026-03-01.*a court ordered it"):
        store.documents.add(intake, tiny_extraction(intake), ())
    with pytest.raises(NotFound):
        erase(store, intake)


def test_the_version_changes_with_everything_that_is_added_and_with_nothing_else(store: Store):
    versions = [store.version()]
    intake = add(store, RAID)
    versions.append(store.version())
    describe(store, intake, "title", "Raid")
    versions.append(store.version())
    erase(store, intake)
    versions.append(store.version())
    describe(store, add(store, QUIET), "title", "Quiet")
    versions.append(store.version())
    store.lists.add(*tiny_release("2026-02-27"))
    versions.append(store.version())
    store.judgements.add(tiny_judgement(1))
    versions.append(store.version())

    assert len(set(versions)) == 7
    store.documents.documents()
    store.documents.search("quiet", 1)
    assert store.version() == versions[-1]


def test_it_is_told_how_often_a_document_was_corrected(store: Store):
    first, second = add(store, RAID), add(store, KABUL)
    describe(store, first, "title", "A raid")
    describe(store, first, "title", "The raid")
    told = {a.document_id: a.corrections for a in store.documents.additions()}
    assert told == {first.document.id: 2, second.document.id: 0}
