"""What a notebook shows: words, speaker, status and denial, with nothing that a page would run."""

from sayso.views.notebook.cards import Shown, ShownClaim, ShownFinding, ShownTie
from tests.views.build import HOSTILE, NOTICE
from tests.views.kandor import case

KNOWN = case()
FINDINGS = Shown(tuple(ShownFinding.of(KNOWN, finding) for finding in KNOWN.findings.values()))
CLAIMS = Shown(tuple(ShownClaim.of(KNOWN, claim) for claim in KNOWN.claims.values()))
TIES = Shown(tuple(ShownTie.of(KNOWN, tie) for tie in KNOWN.ties))


def test_an_allegation_is_shown_with_its_denial_and_as_a_draft():
    shown = FINDINGS[0]._repr_html_()
    for words in (
        "contested",
        "Kandor Panel",
        "Nobody of the Zarnawa Front is in Ghazni",
        "گل رحیم",
        "DRAFT, NOT REVIEWED",
        NOTICE,
    ):
        assert words in shown


def test_a_claim_shows_its_words_speakers_place_and_what_became_of_it():
    [denial] = [claim for claim in CLAIMS if claim.factuality == "CT-"]
    shown = denial._repr_html_()
    assert "The Kandor Post → گل رحیم" in shown
    assert "“Nobody of the Zarnawa Front is in Ghazni”" in shown
    assert "Front rejects report, para. 3" in shown


def test_a_party_that_is_not_listed_says_so_in_a_tie():
    shown = TIES._repr_html_()
    assert "Zarnawa Front (not listed)" in shown
    assert "Sorkh Network (QDe.999)" in shown


def test_nothing_of_a_document_is_run_by_the_page():
    shown = CLAIMS._repr_html_()
    assert HOSTILE not in shown
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown


def test_many_are_a_sequence_and_rows_for_a_data_frame():
    assert len(FINDINGS) == len(list(FINDINGS)) == len(FINDINGS.rows())
    assert FINDINGS.rows()[0]["Status"].startswith("contested\n")
    assert Shown(())._repr_html_()
    assert "contested" in repr(FINDINGS)


def test_thousands_are_shown_by_the_first_of_them_and_their_number():
    many = Shown(CLAIMS.cards * 1000)
    more = f"… and {len(many) - 100} more"
    assert len(many._repr_html_()) < 500_000
    assert more in many._repr_html_()
    assert more in repr(many)
    assert len(many.rows()) == len(many)
    assert isinstance(many[:5], Shown)
    assert [*many[:2]] == [*CLAIMS[:2]]


def test_how_it_may_be_handled_stands_beside_it():
    assert {row["Handling"] for row in CLAIMS.rows()} == {"public", "internal"}
    assert "internal" in FINDINGS[0]._repr_html_()
