"""What is kept up equals what is built anew, whatever is added, changed or taken out."""

from dataclasses import dataclass, replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.invented import invent
from sayso.model.claims import SourceNode
from sayso.model.findings import Change, Judgement, Knowledge, Record
from sayso.model.ids import EntityId
from sayso.model.vocabulary import DocumentKind, EntityType, SourceKind
from sayso.review.assemble import Review, assemble
from tests.review.build import (
    AFGHANISTAN,
    AN_OFFICIAL,
    BODY,
    FACILITY,
    GHAZNI,
    GROUP,
    KUNAR,
    OBSERVERS,
    PERSON,
    PESHAWAR,
    Page,
    Said,
    judge,
    says,
    writes,
)

GROUPS = ("Kandor Front", "Zarvan Front", "Kohsar Tehreek", "حركة كوهسار")
ACRONYMS = {"Kandor Front": "KFA", "Zarvan Front": "ZFA"}
PERSONS = ("Idris Wardak", "Žarko Đorđević", "Ada Okoye")
BODIES = ("Sarband Authority", "Panel on Observance", "Herat Courier", "Gulf Standard")
TIMES = (None, "2023", "2023-04", "2023-04-11", "2023-05-02")
PUBLISHED = (None, "2024", "2024-05-20", "2024-05-23", "2024-05-27", "2024-06-03")
KINDS = ("press", "press", "press", "statement", "report")
PREDICATES = ("tied_to", "supports", "operates", "located_in", "attack", "leads", "accusation")
PREDICATES += ("spokesperson_for", "establishment", "authored")
PLACES = (AFGHANISTAN, GHAZNI, KUNAR, PESHAWAR)
RETRACTED = "The Herat Courier has retracted its report that the Kandor Front runs eight camps."
LONG = "Witnesses of the {} told how the column had come down the valley before the morning"


@dataclass
class Writer:
    """Writes one page by chance; names come up again and again, across pages."""

    dice: Random
    page: Page

    def party(self) -> EntityId:
        """Name a group, a body or a person: in full, by its acronym, listed or not."""
        dice, page = self.dice, self.page
        kind = dice.choice((GROUP, GROUP, BODY, PERSON))
        name = dice.choice({GROUP: GROUPS, BODY: BODIES, PERSON: PERSONS}[kind])
        short = ACRONYMS.get(name)
        if short is not None and dice.random() < 0.4:
            return page.name(short, kind)
        known = page.name(name, kind, *([short] if short and dice.random() < 0.6 else []))
        if dice.random() < 0.15:
            page.listed(
                known, dice.choice(("QDe.900", None)), "listed" if kind == GROUP else "possible"
            )
        return known

    def thing(self) -> EntityId:
        """Name what a claim is about besides its subject."""
        page, dice = self.page, self.dice
        makers = (
            self.party,
            self.party,
            lambda: page.place(dice.choice(PLACES)),
            lambda: page.nominal(dice.choice(("eight camps", "new centres", "a depot")), FACILITY),
            lambda: page.report_by(dice.choice(BODIES)),
        )
        return dice.choice(makers)()

    def beat(self) -> tuple[EntityId, str, EntityId]:
        """Give one of the few things that nearly all pages speak of."""
        page, dice = self.page, self.dice
        front = page.name("Kandor Front", GROUP)
        predicate = dice.choice(("operates", "located_in", "tied_to", "attack"))
        if predicate == "operates":
            return front, predicate, page.nominal(dice.choice(("eight camps", "camps")), FACILITY)
        if predicate == "located_in":
            return front, predicate, page.place(dice.choice((AFGHANISTAN, GHAZNI)))
        return front, predicate, page.name("Zarvan Front", GROUP)

    def source(self) -> tuple[SourceNode, ...]:
        """Give who says it; most often nobody but the narrator."""
        page, dice = self.page, self.dice
        named = SourceNode(kind=SourceKind.ENTITY, name=dice.choice(BODIES))
        makers = (
            lambda: (says(self.party()),),
            lambda: (says(page.name("Kandor Front", GROUP)),),
            lambda: (says(page.name(dice.choice(PERSONS), PERSON), self.party()),),
            lambda: (writes(page.report_by(dice.choice(BODIES))),),
            *(lambda who=who: (who,) for who in (named, OBSERVERS, AN_OFFICIAL)),
            *(tuple for _ in range(3)),
        )
        return dice.choice(makers)()

    def tell(self) -> None:
        """Put a claim on the page; now and then a rejection, a refusal, or a copied sentence."""
        page, dice = self.page, self.dice
        predicate = dice.choice(PREDICATES)
        said = Said(
            by=self.source(),
            factuality=dice.choice(("CT+", "CT+", "CT+", "CT-", "CT-", "PS+", "Uu")),
            place=dice.choice((None, None, GHAZNI, GHAZNI, *PLACES)),
            time=dice.choice(TIMES),
            figure=dice.choice((None, None, 6.0, 8.0)),
            words=dice.choice((None, None, RETRACTED, LONG.format(dice.choice(GROUPS)))),
        )
        if dice.random() < 0.6:
            subject, predicate, target = self.beat()
        else:
            subject, target = self.party(), self.thing()
        claim = page.claim(subject, predicate, target, said)
        if page.entities[target].type is EntityType.DOCUMENT:
            page.rejects(claim, target)
        if dice.random() < 0.2:
            name = dice.choice(GROUPS)
            entity = page.name(name, GROUP)
            page.write(f"{name} declined to comment.")
            page.mention(entity, name)


def page(number: int, dice: Random) -> Page:
    """Write a page; its title says which it is."""
    made = Page(
        dice.choice((*BODIES, None)),
        dice.choice(PUBLISHED),
        kind=dice.choice(KINDS),
        about=str(number),
    )
    writer = Writer(dice, made)
    for _ in range(dice.randint(0, 5)):
        writer.tell()
    if dice.random() < 0.3:
        made.write(" ".join(f"The {n}th word of a story that many carry." for n in range(12)))
    return made


def some_judgements(records: list[Record], dice: Random) -> list[Judgement]:
    """Judge claims and pairs of what is held, and now and then of what is not."""
    claims = [claim.id for r in records for claim in r.extraction.claims]
    entities = [entity.id for r in records for entity in r.extraction.entities]
    made = []
    for day in range(dice.randint(0, 3)):
        if claims and dice.random() < 0.5:
            verdict = dice.choice(("reject", "accept", "edit"))
            given = judge(dice.choice(claims), verdict, day=day)
            changes = (Change("factuality", "CT-"),) if verdict == "edit" else ()
            made.append(replace(given, changes=changes))
        elif len(entities) > 1:
            one, other = dice.sample(entities, 2)
            made.append(judge(one, dice.choice(("same", "different")), other, day=day))
    return made


def described(record: Record, dice: Random) -> Record:
    """Correct what is known about a document, as `sayso describe` does."""
    changes = {
        "published": dice.choice(PUBLISHED),
        "publisher": dice.choice(BODIES),
        "title": dice.choice(("Valley Camps Review", "A statement")),
        "kind": dice.choice((DocumentKind.PRESS, DocumentKind.REPORT)),
    }
    about = dice.choice(tuple(changes))
    return replace(record, document=replace(record.document, **{about: changes[about]}))


def in_full(knowledge: Knowledge) -> tuple[object, ...]:
    """Give all of it, with the order of what is ordered."""
    ordered = (knowledge.records, knowledge.entities, knowledge.findings, knowledge.claims)
    return knowledge, tuple(map(list, ordered))


def steps(dice: Random) -> list[tuple[list[Record], list[Judgement]]]:
    """Give a project's records and judgements, as they change from one look to the next."""
    held: list[Record] = []
    judgements: list[Judgement] = []
    history = []
    for number in range(dice.randint(3, 8)):
        act = dice.choice(("add", "add", "add", "add", "erase", "describe", "judge", "reorder"))
        if act == "add" or not held:
            held = [
                *held,
                *(page(10 * number + n, dice).record() for n in range(dice.choice((1, 1, 3)))),
            ]
        elif act == "erase":
            held = [r for r in held if r is not dice.choice(held)]
        elif act == "describe":
            chosen = dice.choice(held)
            held = [described(r, dice) if r is chosen else r for r in held]
        elif act == "judge":
            judgements = [*judgements[dice.randrange(2) :], *some_judgements(held, dice)]
        else:
            held = dice.sample(held, len(held))
        history.append((held, judgements))
    return history


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False))
def test_what_is_kept_up_equals_what_is_built_anew(dice: Random):
    review = Review()
    for records, judgements in steps(dice):
        anew = in_full(assemble(records, judgements))
        assert in_full(review.assemble(records, judgements)) == anew


def test_documents_added_one_by_one_give_what_all_at_once_give():
    records = tuple(invent(600))
    review = Review()
    for count in range(0, len(records) + 1, 3):
        known = review.assemble(records[:count])
    assert in_full(known) == in_full(assemble(records[:count]))


def test_what_was_known_before_does_not_change_when_a_document_is_added():
    first, second = tuple(invent(20))[:2]
    review = Review()
    before = review.assemble([first])
    review.assemble([first, second])
    assert in_full(before) == in_full(assemble([first]))


def test_nothing_is_left_of_a_document_that_was_erased():
    first, second = tuple(invent(20))[:2]
    review = Review()
    review.assemble([first, second])
    assert in_full(review.assemble([first])) == in_full(assemble([first]))
    assert review.assemble([]) == Knowledge()
