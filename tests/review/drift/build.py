"""A report of an invented panel, press accounts of it, and what sets them beside each other."""

from dataclasses import replace

from sayso.model.claims import Claim, PlaceMention, Quantity, SourceNode
from sayso.model.drift import Comparison, Difference
from sayso.model.ids import ClaimId, Span
from sayso.model.vocabulary import SourceKind
from sayso.review.assemble import Review
from sayso.review.drift.compare import Comparisons, compare_accounts
from tests.review.build import (
    BODY,
    FACILITY,
    GROUP,
    PLAIN,
    Page,
    Said,
    writes,
)

PANEL = "Panel on Kandor"
NETWORK = "Al-Liwa Network"


def report(published: str = "2024-05-20") -> Page:
    page = Page(PANEL, published, kind="report", title=f"Report of the {PANEL} of {published}")
    page.name(PANEL, BODY)
    return page


class Account(Page):
    """A press account that cites the panel's report."""

    def __init__(self, publisher: str = "Courier", published: str = "2024-05-24") -> None:
        super().__init__(publisher, published)
        self.cites = (writes(self.report_by(PANEL)),)

    def says_it_says(self, **said: object) -> Said:
        """Give what makes a claim one of the report, with voices inside it if any are given."""
        inner = said.pop("by", ())
        assert isinstance(inner, tuple)
        return Said(by=(*self.cites, *inner), **said)  # type: ignore[arg-type]  # a test


def camps(page: Page, said: Said = PLAIN, words: str = "eight training camps") -> ClaimId:
    """Put "the Al-Liwa Network runs camps" on a page."""
    return page.claim(page.name(NETWORK, GROUP), "operates", page.nominal(words, FACILITY), said)


def listed(page: Page, places: tuple[PlaceMention, ...], **said: object) -> None:
    """Put one sentence on a page that lists the places of the camps."""
    for n, place in enumerate(places):
        camps(page, Said(place=place, **said))  # type: ignore[arg-type]  # a test
        page.claims[-1] = in_one_list(page.claims[-1], page.claims[-n - 1])


def in_one_list(claim: Claim, first: Claim) -> Claim:
    """Give a claim as an item of the sentence in which another stands."""
    return replace(
        claim,
        passage_id=first.passage_id,
        sentence=first.sentence,
        content=first.content,
        pieces=first.pieces,
        trigger=first.trigger,
    )


def exactly(number: float) -> Quantity:
    words = {8: "eight", 10: "ten"}[number]
    return Quantity(minimum=None, maximum=None, exact=number, span=Span(0, 1), text=words)


def funds(page: Page, taker: str, said: Said = PLAIN) -> ClaimId:
    """Put "the Sarband Authority supports somebody" on a page."""
    giver = page.name("Sarband Authority", BODY)
    return page.claim(giver, "supports", page.name(taker, GROUP), said)


def comparisons_of(*pages: Page) -> Comparisons:
    review = Review()
    review.assemble([page.record() for page in pages])
    return review.comparisons()


def compared(account: Page, primary: Page, *others: Page) -> Comparison:
    comparisons = comparisons_of(account, primary, *others)
    documents = [page.record().document for page in (account, primary)]
    return compare_accounts(documents[0], documents[1], comparisons)


def told(found: Comparison) -> list[tuple[str, str, str | None, str | None]]:
    """Give slot, how, and the two values of each difference."""
    return [(d.slot.value, d.how.value, _value(d, 0), _value(d, 1)) for d in found.differences]


def _value(difference: Difference, side: int) -> str | None:
    found = (difference.secondary, difference.primary)[side]
    return None if found is None else found.value


def one_state() -> SourceNode:
    return SourceNode(kind=SourceKind.UNNAMED, name="Member State")


def states() -> SourceNode:
    return SourceNode(kind=SourceKind.COLLECTIVE, name="Member States")
