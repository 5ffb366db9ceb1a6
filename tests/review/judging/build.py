"""A page about invented parties, and judgements asked for as a user would."""

from datetime import UTC, datetime, timedelta

from sayso.model.findings import Judgement, Knowledge
from sayso.model.grades import Verdict
from sayso.model.ids import EntryId
from sayso.model.lists import DateInterval, ListedName, ListEntry
from sayso.review.assemble import assemble
from sayso.review.judging.making import Asked, make, undo
from tests.review.build import (
    GHAZNI,
    GROUP,
    OUTLET,
    PERSON,
    Page,
    Said,
    says,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ENTRY = ListEntry(
    id=EntryId("un:QDi.901"),
    authority="un",
    reference="QDi.901",
    schema="Person",
    names=(ListedName(text="GUL RAHIM WARDAK", kind="primary"),),
    births=(DateInterval(start="1965-01-01", end="1965-12-31", surface="1965"),),
)


class Desk:
    """Pages and what people decide on them, one minute after the other."""

    def __init__(self, *pages: Page) -> None:
        self.pages = list(pages)
        self.judgements: list[Judgement] = []
        self.entry: ListEntry | None = ENTRY

    @property
    def knowledge(self) -> Knowledge:
        """Assemble what is known now."""
        records = [page.record() for page in self.pages]
        return assemble(records, self.judgements, lambda _: self.entry)

    def judge(self, about: str, verdict: str, *values: str, **more: object) -> Judgement:
        """Judge as Ada Okoye, unless somebody else is named."""
        asked = Asked(
            about=about,
            verdict=Verdict(verdict),
            values=values,
            by=str(more.get("by", "Ada Okoye")),
            reason=str(more.get("reason", "read it twice")),
            changes=tuple(more.get("changes", ())),  # type: ignore[arg-type]  # as a test gives it
        )
        made = make(self.knowledge, asked, lambda _: self.entry, self._now())
        self.judgements.append(made)
        return made

    def undo(self, judgement: Judgement) -> Judgement:
        """Take a judgement back."""
        made = undo(self.judgements, judgement.id, "Ada Okoye", "a slip", self._now())
        self.judgements.append(made)
        return made

    def _now(self) -> datetime:
        return NOON + timedelta(minutes=len(self.judgements))


def story(published: str = "2024-05-23", publisher: str = "Radio Pamir") -> Page:
    """Give a page: a report of ties and a leader, and the group that denies the ties."""
    page = Page(publisher, published)
    outlet = page.name("Ostan Observatory", OUTLET)
    front, network = page.name("Zarvan Front", GROUP), page.name("Kohdast Network", GROUP)
    leader = page.name("گل رحیم وردک", PERSON)
    page.places.append(GHAZNI)
    page.claim(front, "tied_to", network, Said(by=(says(outlet),)))
    page.claim(front, "tied_to", network, Said(by=(says(front),), factuality="CT-"))
    page.claim(leader, "leads", front, Said(by=(says(outlet),), changes={"confidence": 0.4}))
    return page
