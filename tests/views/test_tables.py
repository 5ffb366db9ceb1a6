"""One line says who says it, how, and where it stands."""

import pytest

from sayso.model.findings import Knowledge
from sayso.model.vocabulary import EntityType, FindingStatus, Realis
from sayso.review.assemble import assemble
from sayso.views.tables import claim_sentence, finding_sentence, lead_claim
from tests.review.build import GHAZNI, OBSERVERS, Page, Said
from tests.views.kandor import case


@pytest.fixture(scope="module")
def kandor() -> Knowledge:
    return case()


def sentences(kandor: Knowledge) -> list[str]:
    return [claim_sentence(kandor, claim) for claim in kandor.claims.values()]


def test_a_secondary_account_names_the_paper_that_carries_it(kandor: Knowledge):
    assert (
        "A report by the Kandor Panel (via The Kandor Post): Zarnawa Front operates "
        "“up to eight new camps” in Ghazni [CT+]"
    ) in sentences(kandor)


def test_the_narrators_own_claim_is_the_publishers(kandor: Knowledge):
    assert "Kandor Panel: Zarnawa Front has ties to Sorkh Network [CT+]" in sentences(kandor)


def test_hedges_denials_and_doubts_are_said_in_words_beside_their_value(kandor: Knowledge):
    said = "\n".join(sentences(kandor))
    assert "says that possibly: Zarnawa Front acquired “drones” [PS+]" in said
    assert "says that it is not so: Zarnawa Front is present in Ghazni [CT-]" in said
    assert "leaves open whether: Dast Movement gives funds to Zarnawa Front [Uu]" in said


def test_an_event_has_its_place_and_its_day(kandor: Knowledge):
    assert (
        "residents (via The Kandor Post): Zarnawa Front: attack on “a bridge” in Logar, "
        "on 12 March 2024 [CT+]"
    ) in sentences(kandor)


def test_a_finding_that_is_not_plainly_affirmed_says_so_first(kandor: Knowledge):
    for finding in kandor.findings.values():
        plain = finding.status in {FindingStatus.ASSERTED, FindingStatus.CORROBORATED}
        first = finding_sentence(kandor, finding).split(": ")[0]
        assert plain or first in {"contested", "unclear whether", "said to be possible"}


@pytest.mark.parametrize(
    ("realis", "first"),
    [(Realis.PROSPECTIVE, "intended or foreseen"), (Realis.HYPOTHETICAL, "on a condition")],
)
def test_what_has_not_happened_says_so_in_claims_and_in_findings(realis: Realis, first: str):
    page = Page("Courier", "2024-05-24")
    front = page.name("Kandor Front", EntityType.ARMED_GROUP)
    said = page.claim(front, "attack", None, Said(place=GHAZNI, changes={"realis": realis}))
    knowledge = assemble([page.record()])
    finding = knowledge.findings[knowledge.finding_of[said]]
    assert f"{first}: Kandor Front" in claim_sentence(knowledge, knowledge.claim(said))
    assert f"{first}: Kandor Front" in finding_sentence(knowledge, finding)


def test_a_finding_names_its_parties_with_their_standing(kandor: Knowledge):
    assert finding_sentence(kandor, list(kandor.findings.values())[1]) == (
        "Zarnawa Front (not listed) has ties to Sorkh Network (QDe.999)"
    )


def test_the_primary_speaks_before_the_paper_that_carries_it(kandor: Knowledge):
    finding = next(iter(kandor.findings.values()))
    backwards = tuple(reversed(finding.claims))
    lead = lead_claim(kandor, backwards)
    assert kandor.document_of(lead).publisher == "Kandor Panel"


def front_of(page: Page, **said: object) -> str:
    front = page.name("Kandor Front", EntityType.ARMED_GROUP)
    sites = page.nominal("a camp", EntityType.FACILITY)
    page.claim(front, "operates", sites, Said(place=GHAZNI, **said))
    page.claim(sites, "located_in", page.place(GHAZNI), Said(**said))
    knowledge = assemble([page.record()])
    [finding] = knowledge.findings.values()
    return finding_sentence(knowledge, finding)


def test_what_is_only_probable_says_so():
    page = Page("Courier", "2024-05-24")
    assert front_of(page, factuality="PR+").startswith("said to be probable: Kandor Front")


def test_what_only_nameless_sources_say_is_not_said_to_be_possible():
    page = Page("Courier", "2024-05-24")
    assert front_of(page, by=(OBSERVERS,)).startswith("on unnamed say-so: Kandor Front")


def test_who_runs_a_site_stands_before_where_it_is():
    page = Page("Courier", "2024-05-24")
    assert front_of(page) == "Kandor Front (not listed) operates “a camp” in Ghazni"
