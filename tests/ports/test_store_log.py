"""What every store promises of its log."""

from dataclasses import replace

from sayso.model.documents import Description, Erasure
from sayso.model.log import NO_ENTRY, LogKind, LogPart, chained
from sayso.ports import Store
from tests.fakes import (
    NOON,
    tiny_entry,
    tiny_extraction,
    tiny_intake,
    tiny_judgement,
    tiny_release,
)


def fill(store: Store) -> None:
    """Add one thing of each kind, and erase the first document."""
    first, second = tiny_intake("Ghazni is quiet."), tiny_intake("Радио Памир молчит.")
    for intake in (first, second):
        store.documents.add(intake, tiny_extraction(intake), ())
        store.documents.add(intake, tiny_extraction(intake), ())
    for intake in (first, second):
        store.documents.describe(
            Description(
                document_id=intake.document.id, about="title", value="Ночь", by="A. Clerk", at=NOON
            )
        )
    store.lists.add(*tiny_release("2026-02-27", tiny_entry("QDe.901", "SARBAND FRONT")))
    store.judgements.add(tiny_judgement(1))
    store.documents.erase(
        Erasure(document_id=first.document.id, reason="safety", by="A. Clerk", at=NOON)
    )


def test_everything_that_is_added_or_decided_has_one_entry_and_nothing_else_has(store: Store):
    assert store.log.entries() == ()
    assert store.log.head() == NO_ENTRY
    fill(store)
    assert store.log.head() == store.log.entries()[-1].hash
    assert [entry.kind for entry in store.log.entries()] == [
        *(2 * [LogKind.ADDITION]),
        *(2 * [LogKind.DESCRIPTION]),
        LogKind.RELEASE,
        LogKind.JUDGEMENT,
        LogKind.ERASURE,
    ]


def test_each_entry_holds_the_hash_of_the_one_before(store: Store):
    fill(store)
    before = NO_ENTRY
    for number, entry in enumerate(store.log.entries(), 1):
        told = (entry.about, entry.at, entry.by, entry.digest)
        assert (entry.number, entry.previous) == (number, before)
        assert entry.hash == chained(before, number, entry.kind, *told)
        before = entry.hash


def test_a_log_is_sound_also_after_an_erasure_and_tells_whether_a_noted_head_is_in_it(
    store: Store,
):
    fill(store)
    check = store.log.check()
    assert (check.faults, check.entries) == ((), 7)
    store.judgements.add(replace(tiny_judgement(2), about="c-2"))
    assert store.log.check(check.head).faults == ()
    assert store.log.check(check.head[:12]).faults == ()
    assert len(store.log.check("f" * 64).faults) == 1


def test_no_words_of_a_document_stand_in_its_log(store: Store):
    fill(store)
    assert not any("Ночь" in str(entry) or "quiet" in str(entry) for entry in store.log.entries())


def test_a_part_of_the_log_is_read_by_itself(store: Store):
    fill(store)
    every = store.log.entries()
    assert store.log.entries(LogPart(newest=True)) == every[::-1]
    assert store.log.entries(LogPart(limit=2, offset=1)) == every[1:3]
    assert store.log.entries(LogPart(newest=True, limit=2, offset=6)) == every[:1]
    own = LogPart(about=frozenset({every[1].about, every[5].about, "nothing"}), limit=1)
    assert store.log.entries(own) == every[1:2]
    assert (store.log.count(own), store.log.count()) == (3, 7)
    assert store.log.count(LogPart(about=frozenset())) == 0
