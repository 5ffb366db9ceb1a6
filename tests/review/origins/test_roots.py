"""Which claims come from one root, and which corroborate each other."""

from sayso.model.vocabulary import FindingStatus
from tests.review.build import (
    AN_OFFICIAL,
    BODY,
    GROUP,
    OBSERVERS,
    OUTLET,
    PERSON,
    REPORT,
    Page,
    Said,
    says,
    writes,
)
from tests.review.findings.build import camps, known, of, roots, supports


def test_what_one_paper_says_is_asserted_by_its_publisher():
    page = Page("Radio Pamir", "2024-05-25")
    claim = supports(page)
    finding = of(known(page), claim)
    assert (finding.status, roots(finding)) == (FindingStatus.ASSERTED, ["Radio Pamir"])
    assert (
        finding.explanation == "1 independent source (Radio Pamir) says so (1 claim in 1 document)."
    )


def test_two_papers_that_say_it_themselves_corroborate_each_other():
    one, other = Page("Radio Pamir", "2024-05-25"), Page("Herat Courier", "2024-05-26")
    claim, _ = supports(one), supports(other)
    finding = of(known(one, other), claim)
    assert finding.status is FindingStatus.CORROBORATED
    assert roots(finding) == ["Herat Courier", "Radio Pamir"]


def test_ten_papers_that_quote_one_report_are_one_root_that_is_not_held():
    pages = [Page(f"Paper {n}", f"2024-05-{20 + n // 2}") for n in range(10)]
    claims = [camps(p, Said(by=(writes(p.report_by("Panel on Observance")),))) for p in pages]
    finding = of(known(*pages), claims[0])
    assert set(finding.claims) == set(claims)
    assert roots(finding) == ["Panel on Observance"]
    assert finding.status is FindingStatus.SECONDARY_ONLY


def test_a_report_that_is_held_is_no_second_root_beside_the_papers_that_quote_it():
    press, panel = (
        Page("Courier", "2024-05-24"),
        Page("Panel on Observance", "2024-05-20", kind="report"),
    )
    quoted = camps(press, Said(by=(writes(press.report_by("Panel on Observance")),)))
    original = camps(panel, Said(by=(AN_OFFICIAL,)))
    finding = of(known(press, panel), quoted)
    assert finding.claims == (original, quoted)
    assert (finding.status, roots(finding)) == (FindingStatus.ASSERTED, ["Panel on Observance"])


def test_an_older_report_of_the_author_is_not_the_one_that_is_cited():
    press, panel = (
        Page("Courier", "2024-05-24"),
        Page("Panel on Observance", "2021-05-20", kind="report"),
    )
    panel.name("Panel on Observance", BODY)
    claim = camps(press, Said(by=(writes(press.report_by("Panel on Observance")),)))
    assert of(known(press, panel), claim).status is FindingStatus.SECONDARY_ONLY


def test_a_panel_and_its_report_are_one_root():
    one, other = Page("Courier", "2024-05-24"), Page("Radio Pamir", "2024-06-24")
    claim = camps(one, Said(by=(writes(one.report_by("Panel on Observance")),)))
    camps(other, Said(by=(says(other.name("Panel on Observance", BODY)),)))
    assert roots(of(known(one, other), claim)) == ["Panel on Observance"]


def test_a_party_and_its_spokesperson_are_one_root():
    one, other = Page("Courier", "2024-05-24"), Page("Radio Pamir", "2024-05-25")
    authority = one.name("Sarband Authority", BODY)
    speaker = one.name("Idris Wardak", PERSON)
    one.claim(speaker, "spokesperson_for", authority)
    claim = camps(one, Said(by=(says(authority),)))
    camps(other, Said(by=(says(other.name("Idris Wardak", PERSON)),)))
    assert roots(of(known(one, other), claim)) == ["Sarband Authority"]


def test_a_person_once_quoted_as_spokesperson_speaks_for_the_same_party_elsewhere():
    one, other = Page("Courier", "2024-05-24"), Page("Radio Pamir", "2024-05-25")
    authority, speaker = one.name("Sarband Authority", BODY), one.name("Idris Wardak", PERSON)
    claim = camps(one, Said(by=(says(speaker, speaks_for=authority),)))
    camps(other, Said(by=(says(other.name("Idris Wardak", PERSON)),)))
    assert roots(of(known(one, other), claim)) == ["Sarband Authority"]


def test_a_report_cited_by_its_title_is_its_publishers():
    press = Page("Courier", "2024-05-24")
    panel = Page("Panel on Observance", "2024-05-20", kind="report", title="Report on the Reeds")
    press.name("Panel on Observance", BODY)
    claim = camps(press, Said(by=(writes(press.name("Report on the Reeds", REPORT)),)))
    finding = of(known(press, panel), claim)
    assert (finding.status, roots(finding)) == (FindingStatus.ASSERTED, ["Panel on Observance"])


def test_an_author_who_stands_for_the_report_has_it_held_when_it_is_held():
    press, panel = Page("Courier", "2024-05-24"), Page("Panel", "2024-05-20", kind="report")
    press.report_by("Panel")
    claim = camps(press, Said(by=(writes(press.name("Panel", BODY)),)))
    assert of(known(press, panel), claim).status is FindingStatus.ASSERTED
    assert of(known(press), claim).status is FindingStatus.SECONDARY_ONLY


def test_unnamed_observers_are_shown_and_count_as_no_root():
    pages = [Page(f"Paper {n}", "2024-05-24") for n in range(3)]
    claims = [supports(page, Said(by=(OBSERVERS,))) for page in pages]
    finding = of(known(*pages), claims[0])
    assert (finding.status, roots(finding)) == (FindingStatus.HEDGED, [])
    assert {root.name for root in finding.roots} == {"observers"}
    assert finding.explanation.startswith("Only unnamed sources say so")


def test_a_paper_does_not_vouch_for_the_unnamed_source_that_it_quotes():
    page = Page("Courier", "2024-05-24")
    claim = supports(page, Said(by=(says(page.name("Radio Pamir", OUTLET)), AN_OFFICIAL)))
    assert roots(of(known(page), claim)) == []


def test_a_paper_quoted_for_what_it_has_from_a_report_adds_no_root():
    paper, review = Page("Sarhad Daily", "2024-05-24"), Page("Northgate Review", "2024-05-28")
    first = camps(paper, Said(by=(writes(paper.report_by("Panel on Observance")),)))
    camps(review, Said(by=(says(review.name("Sarhad Daily", OUTLET)),)))
    assert roots(of(known(paper, review), first)) == ["Panel on Observance"]


def test_a_document_of_unknown_author_stands_on_the_word_of_who_has_seen_it():
    page = Page("Courier", "2024-05-24")
    paper, leak = page.name("Radio Pamir", OUTLET), page.nominal("a leaked document", REPORT)
    claim = supports(page, Said(by=(says(paper), writes(leak))))
    assert roots(of(known(page), claim)) == ["Radio Pamir"]


WIRE = (
    "Farmers in the upper valley told visitors that strangers had rented three compounds before "
    "the first snow and that nobody had seen them work in the fields since then."
)


def test_copies_of_a_wire_story_are_one_root_and_the_copy_says_what_it_repeats():
    wire, copy = Page("Meridian Wire", "2024-05-23"), Page("Herat Courier", "2024-05-24")
    first, second = (supports(page, Said(words=WIRE)) for page in (wire, copy))
    knowledge = known(copy, wire)
    assert roots(of(knowledge, first)) == ["Meridian Wire"]
    assert [(x.kind.value, x.a, x.b) for x in knowledge.links] == [("repeats", second, first)]


def test_a_paper_that_credits_an_agency_speaks_with_the_agencys_voice():
    page, wire = Page("Herat Courier", "2024-05-24"), Page("Meridian Wire", "2024-06-24")
    page.write("KABUL (Meridian Wire) - Something happened.")
    claim, _ = supports(page), supports(wire)
    assert roots(of(known(page, wire), claim)) == ["Meridian Wire"]


def test_a_claim_that_makes_no_finding_rests_on_its_report_too():
    page = Page("Courier", "2024-05-24")
    report = page.report_by("Panel on Observance")
    front = page.name("Kandor Front", GROUP)
    claim = page.claim(front, "other", None, Said(by=(writes(report),)))
    knowledge = known(page)
    assert claim not in knowledge.finding_of
    assert knowledge.rests_on == {claim: (knowledge.entity_of[report],)}
