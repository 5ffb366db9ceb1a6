"""What a claim says, in a form in which two accounts of one thing can be set side by side."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sayso.model.claims import Claim, SourceChain
from sayso.model.findings import Record
from sayso.model.ids import PassageId, Span
from sayso.model.vocabulary import RELATIONS, SYMMETRIC, Predicate
from sayso.review.accounts.ascribed import Ascribed
from sayso.review.corpus import Corpus
from sayso.review.entities.names import head_noun, normal_text
from sayso.review.matters.keys import Matter, Party, Site, matter_of

#: "The network set up camps", "runs camps" and "its camps are in Ghazni" tell of one thing.
_OF_SITES: Final = frozenset({Predicate.OPERATES, Predicate.ESTABLISHMENT, Predicate.LOCATED_IN})
_SITES: Final = "site"
#: What tells of the source itself is compared as its speaker, not as what it says.
_OF_SOURCES: Final = frozenset({Predicate.DISCLOSURE, Predicate.AUTHORED})
#: Letters of a word that count when words are compared: "trained" is "training".
_STEM: Final = 5
#: Shorter words tell nothing ("of", "the", "had").
_SHORT: Final = 3
#: This much of a claim's words (0 to 1), and so many of them, make another sentence a like one.
LIKE: Final = 0.6
_LEAST_LIKE: Final = 3

#: What is spoken of: family of predicates, who, and what or whom.
Thing = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Point:
    """One claim of a document, ready to be compared.

    Attributes:
        telling: kind, item, direction, outcome and share; "" where it does not say.
        site: None also for words that are no name ("in four provinces").
        inner: the voices within the document that is compared; () for its own.
        words: the telling words of its content, cut to stems.
    """

    claim: Claim
    thing: Thing
    telling: tuple[str, ...]
    site: Site | None
    inner: SourceChain
    words: frozenset[str]

    @property
    def one_list(self) -> tuple[Span, Span]:
        """Give what is equal for the claims that one list of the text was expanded to."""
        return self.claim.sentence, self.claim.trigger

    @property
    def is_relation(self) -> bool:
        """Say whether it holds over time, as against an event of one time."""
        return self.thing[0] == _SITES or self.claim.proposition.predicate in RELATIONS


def points_of(claims: Iterable[Claim], voices: Ascribed, corpus: Corpus) -> tuple[Point, ...]:
    """Give the points of those claims that are ascribed and say enough to be compared."""
    found = []
    for claim in claims:
        matter = matter_of(claim, corpus) if claim.id in voices else None
        if matter is None or matter.predicate in _OF_SOURCES:
            continue
        site = matter.site
        point = Point(
            claim=claim,
            thing=_thing(matter, corpus),
            telling=(matter.kind or "", *matter.details[:-1]),
            site=None if site is None or site.name[:1].islower() else site,
            inner=voices[claim.id],
            words=_words_of(claim, corpus),
        )
        found.append(point)
    return tuple(found)


def passage_words(record: Record) -> tuple[tuple[PassageId, frozenset[str]], ...]:
    """Give the telling words of each passage, with the names of whom its pronouns mean."""
    mentions = sorted(
        ((m.span, entity.name) for entity in record.extraction.entities for m in entity.mentions),
    )
    starts = [span.start for span, _ in mentions]
    found = []
    for passage in record.passages:
        here = slice(*(bisect_left(starts, at) for at in (passage.span.start, passage.span.end)))
        names = " ".join(name for _, name in mentions[here])
        found.append((passage.id, stems(f"{passage.text} {names}")))
    return tuple(found)


def is_like(point: Point, words: frozenset[str]) -> bool:
    """Say whether a passage of these words holds most of a point's."""
    shared = len(point.words & words)
    return shared >= _LEAST_LIKE and shared >= LIKE * len(point.words)


def stems(text: str) -> frozenset[str]:
    """Give the telling words of a text, cut to stems."""
    return frozenset(w[:_STEM] for w in normal_text(text).split() if len(w) > _SHORT)


def _words_of(claim: Claim, corpus: Corpus) -> frozenset[str]:
    text = corpus.document(claim).text
    pieces = (*(claim.pieces or (claim.content,)), claim.trigger)
    return frozenset().union(*(stems(piece.of(text)) for piece in pieces))


def _thing(matter: Matter, corpus: Corpus) -> Thing:
    """Give what a matter speaks of; unordered where it is symmetric."""
    is_presence = matter.predicate is Predicate.LOCATED_IN
    built = matter.subject if is_presence else matter.object
    if matter.predicate in _OF_SITES and built is not None and built.sort is not None:
        return _SITES, built.anchor or "", built.sort
    ends = [_key(matter.subject, corpus), "" if is_presence else _key(matter.object, corpus)]
    if matter.predicate in SYMMETRIC:
        ends.sort()
    return matter.predicate, ends[0], ends[1]


def _key(party: Party | None, corpus: Corpus) -> str:
    """Give a key that is equal for one party in two documents, also for a nameless one."""
    if party is None:
        return ""
    if party.entity is None or corpus.is_named(party.entity):
        return party.key
    entity = corpus.entity(party.entity)
    whose = "" if party.anchor in {None, party.entity} else party.anchor
    return f"{entity.type}/{head_noun(entity.name)}/{whose}"
