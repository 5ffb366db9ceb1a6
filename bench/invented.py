"""Invents a corpus of any size, by a recipe: records as the store gives them, no model needed.

A document holds about nine claims; shares, and which documents are copies, stand below. Parties are
drawn from pools that grow with the corpus, a few of them most of the time; one group in twenty is
listed, one in five has a short name. Claims are narrated, told by a party, by a report or by nobody
in particular; some are denied, hedged or left open. All names are invented.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Final

from bench.invented_pages import Page, Party, Telling
from sayso.model.claims import PlaceMention
from sayso.model.findings import Record
from sayso.model.ids import Span
from sayso.model.vocabulary import (
    DocumentKind,
    EntityType,
    Factuality,
    PlaceLevel,
    Predicate,
    SourceKind,
)

#: Shares of documents: that carry an earlier story, credit an agency, reject a report, tell that a
#: party declined to comment.
COPIES: Final = 0.15
CREDITED: Final = 0.1
REJECTING: Final = 0.15
REFUSING: Final = 0.1
#: Shares of claims by who tells them; of those that a party tells, so many are denials.
_VOICES: Final = {
    SourceKind.NARRATOR: 0.55,
    SourceKind.ENTITY: 0.25,
    SourceKind.DOCUMENT: 0.12,
    SourceKind.COLLECTIVE: 0.08,
}
DENYING: Final = 0.35
#: Shares of narrated claims by how they are told.
_STANCES: Final = {
    Factuality.CERTAIN: 0.86,
    Factuality.CERTAIN_NOT: 0.05,
    Factuality.UNKNOWN: 0.05,
    Factuality.POSSIBLE: 0.04,
}
_PUBLISHED: Final = {
    DocumentKind.PRESS: 0.8,
    DocumentKind.STATEMENT: 0.12,
    DocumentKind.REPORT: 0.08,
}
#: Shares of what stays with a story's own second party, first party and place.
NEAR: Final = 0.65
#: How strongly a few of a pool are drawn most of the time; 1 draws evenly.
UNEVEN: Final = 3
#: Claims that a document holds, about; documents that an earlier one may be a copy of.
CLAIMS_A_DOCUMENT: Final = 9
_RECENT: Final = 40
_FIRST_DAY: Final = date(2019, 1, 1)
_DAYS: Final = 2200
_SOUNDS: Final = (
    *("ka", "zar", "vo", "dri", "mel", "san", "tor", "bel", "ish"),
    *("nur", "gha", "lem", "dov", "rik", "pas", "thal", "wen", "yor"),
)
_KINDS: Final = ("Front", "Movement", "Brigade", "Network", "Council", "Union")
_OUTLETS: Final = ("Wire", "Courier", "Daily", "Observer", "Review", "Ledger", "Radio")
_RELATIONS: Final = (
    ("has ties with", Predicate.TIED_TO),
    ("supports", Predicate.SUPPORTS),
    ("fights", Predicate.OPPOSES),
    ("is a branch of", Predicate.BRANCH_OF),
    ("is allied with", Predicate.ALLIED_WITH),
)


class World:
    """The pools that stories draw from."""

    def __init__(self, documents: int, dice: Random) -> None:
        self.dice = dice
        self.groups = [self._group(n) for n in range(20 + documents // 3)]
        self.persons = [
            Party(f"{self._word()} {self._word()}{self._word().lower()}", EntityType.PERSON)
            for _ in range(30 + documents)
        ]
        self.bodies = [
            Party(f"{self._word()} {kind}", EntityType.PUBLIC_BODY)
            for kind in ("Ministry", "Authority", "Panel")
            for _ in range(5 + documents // 60)
        ]
        self.places = [self._place(n) for n in range(60 + documents // 20)]
        self.outlets = [f"{self._word()} {kind}" for kind in _OUTLETS for _ in range(8)]

    def one(self, pool: Sequence[Party]) -> Party:
        """Draw from a pool, a few of it most of the time."""
        return pool[int(len(pool) * self.dice.random() ** UNEVEN)]

    def _word(self) -> str:
        return "".join(self.dice.choices(_SOUNDS, k=self.dice.randint(2, 3))).capitalize()

    def _group(self, number: int) -> Party:
        words = (self._word(), self._word(), self.dice.choice(_KINDS))
        short = "".join(word[0] for word in words) + words[1][1].upper()
        return Party(
            name=" ".join(words),
            type=EntityType.ARMED_GROUP if number % 3 else EntityType.ORGANISATION,
            short=short if number % 5 == 0 else None,
            reference=f"QDe.{number:04}" if number % 20 == 0 else None,
        )

    def _place(self, number: int) -> Party:
        name, country = self._word(), ("AF", "PK", "TJ")[number % 3]
        code = country if number < len(("AF", "PK", "TJ")) else f"{country}-{name[:3].upper()}"
        level = PlaceLevel.COUNTRY if code == country else PlaceLevel.ADMIN1
        if number > len(self.bodies):
            level = PlaceLevel.CITY
        known = PlaceMention(
            span=Span(0, 1), text=name, name=name, level=level, code=code, country=country
        )
        return Party(name, EntityType.PLACE, place=known)


class Story:
    """What one document tells, and every copy of it."""

    def __init__(self, world: World, dice: Random) -> None:
        self._world, self._dice = world, dice
        self._main, self._other = world.one(world.groups), world.one(world.groups)
        self._place, self._panel = world.one(world.places), world.one(world.bodies)
        self._person = world.one(world.persons)
        self.day = _FIRST_DAY + timedelta(days=dice.randrange(_DAYS))

    def told(self) -> tuple[Telling, ...]:
        """Give its sentences: claims with their voices, asides, and now and then a reply."""
        dice = self._dice
        forms = (self._relation, self._relation, self._camps, self._act, self._presence, self._lead)
        count = dice.randint(CLAIMS_A_DOCUMENT - 4, CLAIMS_A_DOCUMENT + 4)
        told = [self.voiced(dice.choice(forms)()) for _ in range(count)]
        told += [self._aside() for _ in range(dice.randint(2, 5))]
        told += [self._rejection()] if dice.random() < REJECTING else []
        told += [self._refusal()] if dice.random() < REFUSING else []
        dice.shuffle(told)
        return tuple(told)

    def _pair(self) -> tuple[Party, Party]:
        near = self._dice.random() < NEAR
        other = self._other if near else self._world.one(self._world.groups)
        return (self._main, other) if self._dice.random() < NEAR else (other, self._main)

    def _relation(self) -> Telling:
        words, predicate = self._dice.choice(_RELATIONS)
        one, other = self._pair()
        return Telling(words=f"{{a}} {words} {{b}}", a=one, b=other, predicate=predicate)

    def _camps(self) -> Telling:
        figure = float(self._dice.randint(2, 9))
        return Telling(
            words="{a} runs {t} in {p}",
            a=self._main,
            p=self._place,
            thing=(f"{figure:.0f} camps", EntityType.FACILITY),
            predicate=Predicate.OPERATES,
            figure=figure,
        )

    def _act(self) -> Telling:
        one, other = self._pair()
        words, predicate = self._dice.choice(
            (("attacked", Predicate.ATTACK), ("killed men of", Predicate.KILLING))
        )
        day = self.day - timedelta(days=self._dice.randrange(20))
        given = day.isoformat()[: self._dice.choice((7, 10, 10))]
        return Telling(
            words=f"{{a}} {words} {{b}} in {{p}}",
            a=one,
            b=other,
            p=self._place,
            predicate=predicate,
            day=given,
        )

    def _presence(self) -> Telling:
        place = self._place if self._dice.random() < NEAR else self._world.one(self._world.places)
        return Telling(words="{a} is in {b}", a=self._main, b=place, predicate=Predicate.LOCATED_IN)

    def _lead(self) -> Telling:
        words, predicate = self._dice.choice(
            (("leads", Predicate.LEADS), ("belongs to", Predicate.MEMBER_OF))
        )
        return Telling(
            words=f"{{a}} {words} {{b}}", a=self._person, b=self._main, predicate=predicate
        )

    def _aside(self) -> Telling:
        world = self._world
        return Telling(
            words="{a} met {b} in {p}",
            a=world.one(world.persons),
            b=world.one(world.persons),
            p=world.one(world.places),
        )

    def _rejection(self) -> Telling:
        return Telling(
            words="{s} called {t} propaganda",
            s=self._other,
            a=self._panel,
            thing=(f"a report by the {self._panel.name}", EntityType.DOCUMENT),
            predicate=Predicate.ACCUSATION,
            rejects=True,
        )

    def _refusal(self) -> Telling:
        return Telling(words="{a} declined to comment", a=self._other)

    def voiced(self, told: Telling) -> Telling:
        """Give the telling a voice and a stance."""
        world = self._world
        [voice] = self._dice.choices(tuple(_VOICES), tuple(_VOICES.values()))
        if voice is SourceKind.ENTITY:
            denies = self._dice.random() < DENYING
            told = replace(
                told,
                words=("{s} denied that " if denies else "{s} said that ") + told.words,
                s=self._dice.choice((self._other, self._person, world.one(world.bodies))),
                factuality=Factuality.CERTAIN_NOT if denies else Factuality.CERTAIN,
            )
        elif voice is SourceKind.DOCUMENT:
            words = "A report by the {s} said that " + told.words
            told = replace(told, words=words, s=self._panel)
        elif voice is SourceKind.COLLECTIVE:
            told = replace(told, words="Observers said that " + told.words)
        else:
            [stance] = self._dice.choices(tuple(_STANCES), tuple(_STANCES.values()))
            told = replace(told, factuality=stance)
        return replace(told, voice=voice)


def invent(claims: int, *, seed: int = 4) -> Iterator[Record]:
    """Give records with so many claims or a few more, in the order of adding."""
    dice = Random(seed)  # noqa: S311  # chance that is to be repeated
    world = World(claims // CLAIMS_A_DOCUMENT + 1, dice)
    recent: list[tuple[date, tuple[Telling, ...]]] = []
    told = number = 0
    while told < claims:
        if recent and dice.random() < COPIES:
            day, story = dice.choice(recent)
        else:
            made = Story(world, dice)
            day, story = made.day, made.told()
        recent = [*recent[-_RECENT:], (day, story)]
        record = _document(number, day, story, world)
        told += len(record.extraction.claims)
        number += 1
        yield record


def about_one_pair(claims: int, *, seed: int = 4) -> Iterator[Record]:
    """Give records in which so many claims, or a few more, are all about one pair's ties."""
    dice = Random(seed)  # noqa: S311  # chance that is to be repeated
    world = World(claims // CLAIMS_A_DOCUMENT + 1, dice)
    one, other = world.groups[:2]
    tie = Telling(words="{a} has ties with {b}", a=one, b=other, predicate=Predicate.TIED_TO)
    for number in range(claims // CLAIMS_A_DOCUMENT + 1):
        story = Story(world, dice)
        told = tuple(story.voiced(tie) for _ in range(CLAIMS_A_DOCUMENT))
        yield _document(number, story.day, told, world)


def long_report(sentences: int, *, seed: int = 4) -> Record:
    """Give one report with so many sentences or a few more; twenty are about a page."""
    dice = Random(seed)  # noqa: S311  # chance that is to be repeated
    world = World(sentences // CLAIMS_A_DOCUMENT + 1, dice)
    page = Page(0, DocumentKind.REPORT, world.bodies[-1].name, _FIRST_DAY)
    page.head("A long report\n\n")
    told = 0
    while told < sentences:
        for telling in Story(world, dice).told():
            page.tell(telling)
            told += 1
    record = page.record()
    return replace(record, document=replace(record.document, title="A long report"))


def _document(number: int, day: date, told: Iterable[Telling], world: World) -> Record:
    """Print a story: mostly in the press, in a tenth of all cases with an agency's credit."""
    dice = world.dice
    [kind] = dice.choices(tuple(_PUBLISHED), tuple(_PUBLISHED.values()))
    publisher = dice.choice(world.outlets)
    if kind is not DocumentKind.PRESS:
        publisher = world.one(world.bodies).name
    page = Page(number, kind, publisher, day + timedelta(days=dice.randrange(3)))
    page.head(f"{publisher} {number}\n\n")
    if dice.random() < CREDITED:
        page.head("KABUL, 23 May (Meridian Wire) - ")
    for telling in told:
        page.tell(telling)
    return page.record()
