"""The fairness file: allegations with their speakers, denials, reviews, and what is in favour."""

from sayso.model.vocabulary import FindingStatus
from sayso.views.entries.fairness import FairnessFile, fairness_file, fairness_text
from sayso.views.entries.json import fairness_json
from tests.review.build import GROUP, PERSON, Page, Said
from tests.views.entries.build import REVIEW, denied, of_entry, page


def fair(reference: str, *pages: Page) -> FairnessFile:
    return fairness_file(*of_entry(reference, *pages))


def test_a_denial_stands_right_below_what_it_denies():
    lines = fairness_text(fair("QDe.901", denied(page("2025-06-01")))).splitlines()
    said = next(n for n, line in enumerate(lines) if "- Said:" in line)
    assert "Ostan Observatory" in lines[said]
    assert "- Denied or answered: “Lashkar-e Sahra denied" in lines[said + 1]
    assert "- Reply of the party concerned: the party concerned has replied" in lines[said + 2]


def test_the_list_s_reasons_reviews_and_steps_are_told_apart():
    made = fair("QDi.901")
    assert made.file.remarks == (
        "Financier of Lashkar-e Sahra (QDe.901).",
        "He is an active member.",
        "Reportedly deceased in 2021.",
    )
    text = fairness_text(made)
    assert f"- Resolution 2610 (2021): concluded on 2022-12-04. {REVIEW.removesuffix('.')}" in text
    assert "“Petitioned the Ombudsperson.”" in text
    assert "- un@2026-02-27: amended_substantive" in text


def test_that_the_remarks_tell_of_no_step_is_said_to_say_nothing():
    assert "that none stands here says nothing" in fairness_text(fair("QDe.901"))


def test_what_is_only_hedged_is_held_in_the_party_s_favour():
    made = page("2025-06-01")
    group, kohdast = list(made.entities)[:2]
    hedged = Said(factuality="PS+", words="Lashkar-e Sahra may oppose the Kohdast Movement.")
    made.claim(group, "opposes", kohdast, hedged)
    told = fair("QDe.901", made)
    assert [m.finding.status for m in told.unsure] == [FindingStatus.HEDGED]
    assert "- Nothing firm stands behind this: " in fairness_text(told)


def test_an_acquittal_is_told_in_favour_and_a_denied_one_is_not():
    made = Page("The Invented Post", "2025-06-01")
    person = made.listed(made.name("Zarmast Tolwak", PERSON), "QDi.901")
    court = made.name("Kunar Court", GROUP)
    made.claim(court, "charge", person, Said(words="The Kunar Court acquitted Zarmast Tolwak."))
    told = fair("QDi.901", made)
    assert [e.words for e in told.holdings.favourable] == [
        "The Kunar Court acquitted Zarmast Tolwak."
    ]


def test_findings_that_were_not_read_surely_wait_and_are_counted():
    made = Page("The Invented Post", "2025-06-01")
    person = made.listed(made.name("Zarmast Tolwak", PERSON), "QDi.901")
    group = made.name("Kohdast Movement", GROUP)
    made.claim(person, "member_of", group, Said(changes={"confidence": 0.4}))
    told = fair("QDi.901", made)
    assert (told.holdings.matters, told.holdings.waiting) == ((), 1)
    assert "wait in review: 1." in fairness_text(told)


def test_the_json_holds_the_same_and_is_never_reviewed():
    shape = fairness_json(fair("QDi.901", denied(page("2025-06-01"))))
    assert shape["reviewed"] is False
    assert shape["reviews"] == [
        {
            "resolution": "2610 (2021)",
            "concluded_on": "2022-12-04",
            "words": REVIEW.removesuffix("."),
        }
    ]
