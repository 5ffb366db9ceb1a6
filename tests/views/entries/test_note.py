"""The draft amendment note: every line cited, denials beside, proposals in others' words."""

from sayso.views.entries.json import note_json
from sayso.views.entries.note import AmendmentNote, amendment_note
from sayso.views.entries.note_text import note_text
from tests.review.build import Page
from tests.views.entries.build import denied, led_by_another, of_entry, page


def note(reference: str, *pages: Page) -> AmendmentNote:
    return amendment_note(*of_entry(reference, *pages))


def test_a_note_says_that_it_is_a_draft_and_shows_the_entry_as_it_stands():
    text = note_text(note("QDe.901"))
    assert text.count("DRAFT, NOT REVIEWED") == 3
    assert "Remarks: Led by Zarmast Tolwak (QDi.901)." in text
    assert "“Reportedly deceased in 2021.” (un@2026-02-27, entry QDi.901, remarks)" in text
    assert "“Financier of Lashkar-e Sahra (QDe.901).” (un@2026-02-27, entry QDi.901" in text


def test_newer_evidence_is_proposed_in_attributed_words_with_its_denial():
    made = note("QDe.901", denied(page("2025-06-01")))
    [matter] = made.beyond
    assert [e.words for e in matter.denied] == [
        "Lashkar-e Sahra denied that it gives money to the Kohdast Movement."
    ]
    wording = made.proposals[-1].wording
    assert wording.startswith("Ostan Observatory (by The Invented Post, 2025-06-01) reported: “")
    assert "answered: “Lashkar-e Sahra denied that it gives money" in wording
    assert made.proposals[-1].claims == tuple(e.claim for e in (matter.said[0], matter.denied[0]))
    text = note_text(made)
    assert all(e.claim in text and e.document in text for e in (*matter.said, *matter.denied))


def test_what_is_older_than_the_entry_or_was_read_unsurely_is_not_proposed():
    known = len(note("QDe.901").proposals)
    assert len(note("QDe.901", page("2019-06-01")).proposals) == known
    assert len(note("QDe.901", page(None)).proposals) == known


def test_another_leader_than_the_entry_s_is_evidence_against_it():
    made = note("QDe.901", led_by_another(page("2025-06-01")))
    assert [m.finding.predicate for m in made.against] == ["leads"]
    assert [m.finding.predicate for m in made.beyond] == ["supports"]


def test_a_name_that_is_only_possibly_the_entry_s_brings_no_evidence_and_is_named_as_open():
    made = note("QDe.901", page("2025-06-01", status="possible"))
    assert (made.against, made.beyond) == ((), ())
    assert "may be this party and may be another" in note_text(made)


def test_each_discrepancy_of_the_entry_s_words_strikes_those_words_and_no_others():
    struck = {p.strike for p in note("QDi.901").proposals}
    assert struck == {"He is an active member."}
    struck = {p.strike for p in note("QDe.901").proposals}
    assert struck == {"Led by Zarmast Tolwak (QDi.901).", "Linked to the lost (QDe.999)."}


def test_what_others_write_cannot_steer_the_markdown():
    made = page("2025-06-01")
    made.title = "*A* [link](http://example.org)"
    text = note_text(note("QDe.901", made))
    assert "[link](http" not in text


def test_the_json_of_a_note_is_never_reviewed():
    shape = note_json(note("QDe.901", denied(page("2025-06-01"))))
    assert shape["reviewed"] is False
    assert {"against", "beyond", "proposals", "discrepancies", "said_elsewhere"} <= shape.keys()
