"""A release is a document: each entry a passage that can be cited."""

from sayso.lists.text import intake_of, lines_of
from sayso.model.lists import ListEntry, ListRelease
from sayso.model.vocabulary import DocumentKind, PassageKind
from tests.lists.build import NEWER, original


def test_each_entry_is_a_passage_of_the_text(newer: ListRelease):
    intake = intake_of(newer, original(NEWER.read_bytes()), {entry.id for entry in newer.entries})
    document, passages = intake.document, intake.passages

    assert (document.id, document.kind) == (newer.document_id, DocumentKind.LIST_RELEASE)
    assert document.publisher == "United Nations Security Council"
    assert document.published == "2026-02-27"
    assert [p.locator for p in passages] == [f"entry {e.reference}" for e in newer.entries]
    assert {p.kind for p in passages} == {PassageKind.ENTRY}
    assert all(p.span.of(document.text) == p.text for p in passages)
    assert len({p.id for p in passages}) == len(passages)


def test_an_entry_reads_like_one(entries: dict[str, ListEntry]):
    told = list(lines_of(entries["TAi.144"]))

    assert told[0] == "TAi.144 SIRAJUDDIN JALLALOUDINE HAQQANI"
    assert "سراج الدين جلال الدين حقانى" in told[1]
    assert "Khalifa (low quality)" in told[1]
    assert "Born: about 1977 to 1978 (Approximately)" in told
    assert "Regime: Taliban" in told
    assert told[-1].startswith("Remarks: Heading the Haqqani Network (TAe.012)")


def test_a_field_that_an_entry_lacks_has_no_line(entries: dict[str, ListEntry]):
    assert not any(line.startswith("Gender") for line in lines_of(entries["QDe.132"]))
