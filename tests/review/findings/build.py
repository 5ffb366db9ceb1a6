"""Findings over hand-made pages: two claims that many tests put on a page, and what follows."""

from sayso.model.claims import Quantity
from sayso.model.findings import Finding, Knowledge
from sayso.model.ids import ClaimId, Span
from sayso.review.assemble import assemble
from tests.review.build import BODY, FACILITY, GROUP, PLAIN, Page, Said


def known(*pages: Page) -> Knowledge:
    return assemble([page.record() for page in pages])


def of(knowledge: Knowledge, claim: ClaimId) -> Finding:
    return knowledge.findings[knowledge.finding_of[claim]]


def supports(page: Page, said: Said = PLAIN) -> ClaimId:
    """Put "the Sarband Authority supports Kohsar Tehreek" on a page."""
    giver, taker = page.name("Sarband Authority", BODY), page.name("Kohsar Tehreek", GROUP)
    return page.claim(giver, "supports", taker, said)


def camps(page: Page, said: Said) -> ClaimId:
    """Put "the Al-Liwa Network runs eight camps" on a page."""
    network, sites = page.name("Al-Liwa Network", GROUP), page.nominal("eight camps", FACILITY)
    return page.claim(network, "operates", sites, said)


def roots(finding: Finding, stance: str = "+") -> list[str]:
    return [root.name for root in finding.roots_with(stance)]


def count(figure: float) -> Quantity:
    """Give a plain figure."""
    words = str(int(figure))
    return Quantity(minimum=None, maximum=None, exact=figure, span=Span(0, 1), text=words)
