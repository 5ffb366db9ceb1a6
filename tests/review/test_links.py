"""How claims are linked across documents."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.claims import ClaimLink
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import Factuality, FindingStatus, LinkKind
from sayso.review.assemble import assemble
from sayso.review.matters.extents import are_apart
from tests.review.build import BODY, GHAZNI, GROUP, Page, Said, judge, says
from tests.review.findings.build import camps, count


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


FACTUALITIES = st.sampled_from([f.value for f in Factuality])
TOLD = st.tuples(
    FACTUALITIES,
    st.sampled_from(["", "Sarband Authority", "Police of Bamyan"]),
    st.integers(0, 3),
    st.sampled_from([None, 6, 8]),
    st.sampled_from([None, "2021", "2023", "2023-04"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(TOLD, min_size=1, max_size=12))
def test_of_any_claims_links_are_few_their_ends_exist_and_a_denial_is_never_lost(told: list):
    pages = [Page(f"Paper {n}", f"2024-0{n + 1}-20") for n in range(4)]
    for factuality, speaker, n, figure, time in told:
        page = pages[n]
        ends = page.name("Sarband Authority", BODY), page.name("Kohsar Tehreek", GROUP)
        by = (says(page.name(speaker, BODY)),) if speaker else ()
        said = Said(factuality=factuality, by=by, figure=figure, time=time)
        page.claim(ends[0], "supports", ends[1], said)
    knowledge = assemble([page.record() for page in pages])
    assert len(knowledge.links) <= 3 * len(told)
    for link in knowledge.links:
        assert {link.a, link.b} <= set(knowledge.claims)
    for claim in knowledge.claims.values():
        finding = knowledge.findings[knowledge.finding_of[claim.id]]
        [root] = [r for r in finding.roots if claim.id in r.claims]
        is_reply = root.concerned and claim.factuality is Factuality.CERTAIN_NOT
        if is_reply:
            assert claim.id in finding.replies
            assert not root.withdrawn
            assert finding.status in {
                FindingStatus.CONTESTED,
                FindingStatus.DENIED,
                FindingStatus.SUPERSEDED,
            }
    opposing = {"contradicts", "denies_claim"}
    for link in knowledge.links:
        times = [knowledge.claims[c].proposition.time for c in (link.a, link.b)]
        if link.kind.value in opposing and None not in times:
            assert not are_apart(times[0].edtf, times[1].edtf)


def test_a_hedged_denial_is_no_contradiction():
    one, other = Page("Panel", "2024-05-20"), Page("Courier", "2024-05-21")
    supports(one)
    giver, taker = other.name("Sarband Authority", BODY), other.name("Kohsar Tehreek", GROUP)
    doubted = Said(by=(says(other.name("Institute", BODY)),), factuality="PS-")
    other.claim(giver, "supports", taker, doubted)
    [link] = assemble([one.record(), other.record()]).links
    assert (link.kind, link.reason) == (LinkKind.TENSION, "Institute denies it only with a hedge")


def test_a_source_that_gives_two_figures_on_one_day_does_not_repeat_itself():
    one, other = Page("Courier", "2024-05-20"), Page("Courier", "2024-05-20", about="again")
    for page, figure in ((one, 8.0), (other, 6.0)):
        camps(page, Said(place=GHAZNI, changes={"quantity": count(figure)}))
    [link] = assemble([one.record(), other.record()]).links
    assert (link.kind, link.reason) == (LinkKind.TENSION, "“6” and “8”: Courier gives both")
