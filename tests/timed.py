"""A project whose clock a test turns: pages, judgements and releases come in on given days."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

from sayso.model.documents import Intake, Original
from sayso.model.ids import DocumentId
from sayso.model.lists import ListEntry, ListRelease
from sayso.project import Parts
from sayso.workbench import Workbench
from tests.fakes import MemoryStore, tiny_original, tiny_release
from tests.review.build import GHAZNI, GROUP, OUTLET, Page, Said, judge, says

FIRST_DAY = datetime(2024, 6, 1, tzinfo=UTC)


def day(number: int, hour: int = 12) -> datetime:
    """Give an instant of a day, from 0."""
    return FIRST_DAY + timedelta(days=number, hours=hour)


class Diary:
    """A workbench over records that are kept in memory, on the day that the test says."""

    def __init__(self) -> None:
        self.now = FIRST_DAY
        self.store = MemoryStore()
        self.bench = Workbench(
            Parts(
                open_store=lambda _: self.store,
                collector=lambda: SimpleNamespace(stdin=io.BytesIO()),
                extractor=SimpleNamespace,
                workers=lambda: 1,
                list_sources={},
                list_feeds=dict,
                list_fetcher=SimpleNamespace,
                exporters={},
                clock=lambda: self.now,
            )
        )

    def add(self, page: Page, number: int) -> DocumentId:
        """Add a page on a day."""
        self.now = day(number)
        record = page.record()
        document = record.document
        original = tiny_original(page.title.encode() + b"\n", document.locator)
        intake = Intake(original=original, document=document, passages=record.passages)
        self.store.documents.add(intake, record.extraction, record.listings, at=self.now)
        return document.id

    def judge(self, about: str, verdict: str, number: int, other: str | None = None) -> None:
        """Judge on a day."""
        self.now = day(number)
        self.store.judgements.add(judge(about, verdict, other, number))

    def release(
        self, published: str, number: int, *entries: ListEntry, authority: str = "un"
    ) -> None:
        """Take a release in on a day."""
        self.now = day(number)
        release = self._dated(*tiny_release(published, *entries, authority=authority))
        self.bench._keep_release(*release, force=True)  # noqa: SLF001  # no file

    def _dated(self, release: ListRelease, original: Original) -> tuple[ListRelease, Original]:
        return replace(release, retrieved=self.now), replace(original, retrieved=self.now)


def allegation(publisher: str = "The Kandor Post", published: str = "2024-05-20") -> Page:
    """Give a page on which an outlet says that the Zarvan Front is present in Ghazni since 2021."""
    page = Page(publisher, published)
    page.name(publisher, OUTLET)
    page.claim(
        page.name("Zarvan Front", GROUP),
        "located_in",
        page.place(GHAZNI),
        Said(place=GHAZNI, time="2021/.."),
    )
    return page


def denial(published: str = "2024-05-25") -> Page:
    """Give a page on which the Zarvan Front denies that it is present in Ghazni."""
    page = Page("Radio Ostan", published)
    front = page.name("Zarvan Front", GROUP)
    page.claim(
        front,
        "located_in",
        page.place(GHAZNI),
        Said(by=(says(front),), factuality="CT-", place=GHAZNI),
    )
    return page


def tie(publisher: str = "Ostan Weekly", published: str = "2024-05-27") -> Page:
    """Give a page on which an outlet says that the Zarvan Front supports the Kohdast Movement."""
    page = Page(publisher, published)
    page.claim(page.name("Zarvan Front", GROUP), "supports", page.name("Kohdast Movement", GROUP))
    return page
