"""An invented entry in two releases, and pages about the party that it lists."""

from sayso.lists.upkeep.check import entry_file
from sayso.lists.upkeep.news import Held
from sayso.model.findings import Knowledge
from sayso.model.ids import EntryId
from sayso.model.upkeep import EntryFile
from sayso.review.assemble import assemble
from tests.fakes import MemoryLists
from tests.lists.build import entity, individual, original, read, un_list
from tests.review.build import BODY, GROUP, PERSON, Page, Said, says

REVIEW = "Review pursuant to Security Council resolution 2610 (2021) was concluded on 4 Dec. 2022."


def remarks(text: str) -> str:
    return f"<COMMENTS1>{text}</COMMENTS1>"


OLD = un_list(
    individual(more=remarks("Financier of Lashkar-e Sahra (QDe.901).")), generated="2025-01-01"
)
NEW = un_list(
    individual(
        more=remarks(
            f"Financier of Lashkar-e Sahra (QDe.901). He is an active member. "
            f"Reportedly deceased in 2021. Petitioned the Ombudsperson. {REVIEW}"
        )
    ),
    entity(more=remarks("Led by Zarmast Tolwak (QDi.901). Linked to the lost (QDe.999).")),
)


def page(published: str | None, *, status: str = "listed", confidence: float = 0.9) -> Page:
    """A page on which the Ostan Observatory says what Lashkar-e Sahra (QDe.901) did."""
    made = Page("The Invented Post", published, about=status)
    group = made.listed(made.name("Lashkar-e Sahra", GROUP), "QDe.901", status)
    kohdast = made.name("Kohdast Movement", GROUP)
    observatory = made.name("Ostan Observatory", BODY)
    words = "Lashkar-e Sahra gives money to the Kohdast Movement, the Ostan Observatory said."
    changes: dict[str, object] = {"kind": "funds", "confidence": confidence}
    made.claim(
        group, "supports", kohdast, Said(by=(says(observatory),), words=words, changes=changes)
    )
    return made


def denied(made: Page) -> Page:
    """Put the group's denial on the page."""
    group, kohdast = list(made.entities)[:2]
    words = "Lashkar-e Sahra denied that it gives money to the Kohdast Movement."
    said = Said(by=(says(group),), factuality="CT-", words=words, changes={"kind": "funds"})
    made.claim(group, "supports", kohdast, said)
    return made


def led_by_another(made: Page) -> Page:
    """Put another leader than the entry's on the page."""
    group = next(iter(made.entities))
    other = made.name("Kamran Wardak", PERSON)
    made.claim(other, "leads", group, Said(words="Kamran Wardak leads Lashkar-e Sahra."))
    return made


def of_entry(reference: str, *pages: Page) -> tuple[Knowledge, EntryFile]:
    """Give what the pages make known, and the file of an entry of the two releases."""
    lists = MemoryLists()
    for text in (OLD, NEW):
        lists.add(read(text), original(text.encode()))
    newest = lists.in_force("un", "2026-12-31")
    assert newest is not None
    knowledge = assemble([page.record() for page in pages])
    held = Held(knowledge=knowledge, findings=tuple(knowledge.findings.values()))
    return knowledge, entry_file(lists, EntryId(f"un:{reference}"), newest, held)
