"""A project like the demo's, invented: many voices, two list releases, decisions, a question."""

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

from bench.invented import invent
from sayso.model.documents import Intake
from sayso.model.hypotheses import Rating
from sayso.review.hypotheses.asking import Exhibit
from sayso.settings import load
from sayso.wiring import workbench
from sayso.workbench import Workbench
from tests.fakes import tiny_original
from tests.review.build import GHAZNI, GROUP, KUNAR, OUTLET, PERSON, Page, Said, says
from tests.timed import Diary, allegation, day, denial, tie
from tests.web.standing import FRONT, TOLWAK

#: Words that no page must take for its own.
HOSTILE = '<script>alert("😀")</script> ولایت پنجشیر'


@cache
def settled() -> Diary:
    """Give the project, put together once: nobody writes to it."""
    made = begun(250)
    claim = next(iter(made.bench.knowledge().claims))
    finding = next(iter(made.bench.knowledge().findings))
    made.judge(claim, "accept", 5)
    made.judge(finding, "reject", 6)
    made.now = day(1000)
    weighed = made.bench.deliberation()
    signed = weighed.signed("Ada Okoye", "to be weighed")
    matrix = weighed.open("Who runs the camps?", ["The Front", "Nobody"], signed)
    matrix = weighed.put_forward(matrix.id, Exhibit(about=claim), signed)
    ratings = {"H1": Rating.CONSISTENT, "H2": Rating.INCONSISTENT}
    weighed.rate(matrix.id, "E1", ratings, signed)
    return made


def begun(claims: int = 0) -> Diary:
    """Give a project of a few pages, and so many invented claims, that can be written to."""
    made = Diary()
    made.release("2024-01-01", 0, FRONT)
    made.release("2024-06-01", 1, replace(FRONT, remarks="Amended."), TOLWAK)
    for page in (allegation(), denial(), tie(), _hostile(), _acts()):
        made.add(page, 2)
    for number, record in enumerate(invent(claims) if claims else ()):
        own = replace(tiny_original(f"{number}\n".encode()), id=record.document.id)
        intake = Intake(original=own, document=record.document, passages=record.passages)
        made.store.documents.add(intake, record.extraction, record.listings, at=day(3))
    made.now = day(1000)
    return made


@cache
def nothing() -> Workbench:
    """Give a workbench without a project, as `sayso serve` has it in an empty folder."""
    settings = load({"project": "there-is-no-such-folder"}, {}, Path())
    return workbench(settings, io.BytesIO())


def _hostile() -> Page:
    """Give a page whose names and words are what a browser would run."""
    page = Page("<b onload=x>Ostan</b>", "2024-05-28", notice="Invented for testing")
    group = page.listed(page.name(HOSTILE, GROUP), "QDe.901")
    page.claim(
        page.name("Zarmast Tolwak", PERSON),
        "leads",
        group,
        Said(words=f"Tolwak leads the {HOSTILE} 😀.", time="2023-04", place=GHAZNI),
    )
    return page


def _acts() -> Page:
    """Give a page on which things are done, given and had, with figures and a reply."""
    page = Page("Radio Kohdast", "2024-05-29")
    front = page.name("Zarvan Front", GROUP)
    movement = page.name("Kohdast Movement", GROUP)
    page.name("Radio Kohdast", OUTLET)
    page.claim(front, "attack", movement, Said(place=KUNAR, time="2024-05-28", figure=8))
    page.claim(front, "transfer", movement, Said(time="2021/.."))
    page.claim(
        movement, "attack", front, Said(by=(says(movement),), factuality="CT-", time="2024~")
    )
    return page
