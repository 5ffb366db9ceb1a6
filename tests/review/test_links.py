"""How claims are linked across documents."""

from sayso.model.claims import ClaimLink
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import LinkKind
from sayso.review.assemble import assemble
from tests.review.build import BODY, GROUP, Page, Said, judge, says


def supports(page: Page, denied_by: str | None = None) -> ClaimId:
    """Put a support on a page, or its denial."""
    giver, taker = page.name("Sarband Authority", BODY), page.name("Kohsar Tehreek", GROUP)
    if denied_by is None:
        return page.claim(giver, "supports", taker)
    speaker = page.name(denied_by, BODY)
    return page.claim(giver, "supports", taker, Said(factuality="CT-", by=(says(speaker),)))


def links(*pages: Page) -> list[tuple[str, str, str | None]]:
    found = assemble([page.record() for page in pages]).links
    return [(link.kind.value, link.a, link.b) for link in found]


def test_affirmed_and_denied_by_others_is_a_contradiction():
    one, other = Page("Courier", "2024-05-24"), Page("Pamir", "2024-05-25")
    claim, denial = supports(one), supports(other, "Police of Bamyan")
    assert links(one, other) == [("contradicts", denial, claim)]


def test_what_the_extractor_linked_is_not_linked_again():
    page = Page("Courier", "2024-05-24")
    claim, denial = supports(page), supports(page, "Sarband Authority")
    page.links.append(ClaimLink(kind=LinkKind.CONTRADICTS, a=claim, b=denial, reason="read"))
    assert links(page) == [("contradicts", claim, denial)]


def test_links_of_many_sides_grow_with_the_claims_and_not_with_their_pairs():
    papers = [Page(f"Paper {n}", "2024-05-24") for n in range(20)]
    for n, paper in enumerate(papers):
        supports(paper, None if n % 2 else f"Office {n}")
    found = [kind for kind, _, _ in links(*papers)]
    assert (found.count("contradicts"), found.count("corroborates")) == (19, 9)


def test_a_rejected_claim_has_no_links():
    page = Page("Courier", "2024-05-24")
    supports(page)
    denial = supports(page, "Sarband Authority")
    assert assemble([page.record()], [judge(denial, "reject")]).links == ()
