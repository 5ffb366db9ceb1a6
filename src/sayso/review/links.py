"""How claims of different documents stand to each other."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Final

from sayso.model.claims import Claim, ClaimLink
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import EVENTS, LinkKind, Modality
from sayso.review.corpus import Corpus
from sayso.review.findings.lapses import replaced_figures
from sayso.review.findings.status import Voice
from sayso.review.findings.weighing import Weighed
from sayso.review.matters.extents import (
    are_apart,
    edtf_of,
    figure_key,
    figures_differ,
    figures_exclude,
)

_OPPOSING = frozenset({LinkKind.DENIES_CLAIM, LinkKind.CONTRADICTS})
#: What takes a statement back counts before what opposes it, and that before what bears it out.
_FIRST: Final = (
    *(LinkKind.RETRACTS, LinkKind.CORRECTS, LinkKind.SUPERSEDES),
    *(LinkKind.DENIES_CLAIM, LinkKind.CONTRADICTS, LinkKind.TENSION),
    *(LinkKind.REPEATS, LinkKind.CORROBORATES, LinkKind.ELABORATES),
)
_RANK: Final = {kind: (*_FIRST, *LinkKind).index(kind) for kind in LinkKind}
#: Ends, kind and document of a link.
_Place = tuple[str, str, str, str]
#: Place, reason, whose it is, the pair of claims, and the link.
_Derived = tuple[_Place, str, str, frozenset[str | None], ClaimLink]


def links_of(weighed: Weighed, corpus: Corpus) -> tuple[ClaimLink, ...]:
    """Give the links of one finding: about as many as claims, not as many as pairs of claims."""
    found: dict[frozenset[ClaimId | None], ClaimLink] = {}
    for link in _within(weighed, corpus):
        found.setdefault(frozenset({link.a, link.b}), link)
    return tuple(found.values())


class Links:
    """The links that follow from the findings, kept in order."""

    def __init__(self) -> None:
        self._derived: list[_Derived] = []

    def exchange(self, gone: Collection[str], fresh: Mapping[str, Sequence[ClaimLink]]) -> None:
        """Put the links of some findings in the place of those that they had.

        Args:
            gone: whose links are taken out.
            fresh: by whose they are.
        """
        kept = [each for each in self._derived if each[2] not in gone]
        came: list[_Derived] = [
            (_place(link), link.reason, owner, frozenset({link.a, link.b}), link)
            for owner, links in fresh.items()
            for link in links
        ]
        self._derived = sorted(kept + came)

    def beside(
        self, drawn: Iterable[ClaimLink], misquotes: Iterable[ClaimLink]
    ) -> tuple[ClaimLink, ...]:
        """Give these, the extractors' links and misquotations, by the ids of their two ends.

        A pair that the extractor linked is not linked again; of several links of a pair across
        documents the first kind of `_FIRST` counts.
        """
        known = {frozenset({link.a, link.b}) for link in drawn}
        derived: dict[frozenset[str | None], _Derived] = {}
        for each in self._derived:
            other = derived.setdefault(each[3], each)
            if other is not each and _RANK[each[4].kind] < _RANK[other[4].kind]:
                derived[each[3]] = each
        links = {_place(link): link for link in drawn}
        links |= {each[0]: each[4] for pair, each in derived.items() if pair not in known}
        links |= {_place(link): link for link in misquotes}
        return tuple([link for _, link in sorted(links.items(), key=itemgetter(0))])


def fair_links(corpus: Corpus, unsaid: Container[ClaimId]) -> tuple[ClaimLink, ...]:
    """Give the extractors' links as times and figures bear them, but not of what is taken back."""
    told = (link for link in corpus.links() if link.a not in unsaid and link.b not in unsaid)
    return tuple(_fair(link, corpus) for link in told if not _is_of_two_events(link, corpus))


def _place(link: ClaimLink) -> _Place:
    """Give the key that sorts links by their two ends."""
    return link.a, link.b or "", link.kind.value, link.document or ""


def _within(each: Weighed, corpus: Corpus) -> Iterator[ClaimLink]:
    """Give the links of one finding; of two for one pair the first counts."""
    yield from _taken_back(each)
    yield from _opposed(each)
    yield from _of_figures(each)
    yield from _repeats(each, corpus)
    yield from _corroborations(each)


def _fair(link: ClaimLink, corpus: Corpus) -> ClaimLink:
    """Give an extractor's link as the times and figures bear it: what can both be is a tension."""
    if link.kind not in _OPPOSING or link.b is None:
        return link
    one, other = corpus.claims[link.a], corpus.claims[link.b]
    reason = _beside(one, other)
    return link if reason is None else replace(link, kind=LinkKind.TENSION, reason=reason)


def _is_of_two_events(link: ClaimLink, corpus: Corpus) -> bool:
    """Say whether an extractor's link is between events of times apart: it says nothing then."""
    if link.kind not in _OPPOSING or link.b is None:
        return False
    one, other = corpus.claims[link.a], corpus.claims[link.b]
    return one.proposition.predicate in EVENTS and are_apart(edtf_of(one), edtf_of(other))


def _beside(denial: Claim, allegation: Claim) -> str | None:
    """Say why a denial leaves an allegation standing, or None when it does not."""
    denied, alleged = denial.proposition, allegation.proposition
    if are_apart(edtf_of(denial), edtf_of(allegation)):
        return "the denial is of another time than the one that is alleged"
    if figures_differ(denied.quantity, alleged.quantity):
        return "the denial is of another figure than the one that is alleged"
    if denied.place is not None and alleged.place is None:
        return f"the denial is of {denied.place.name} alone"
    return None


def _taken_back(weighed: Weighed) -> Iterator[ClaimLink]:
    """Link what takes a statement back, or replaces it, to that statement."""
    reasons = {
        LinkKind.RETRACTS: "its source took it back",
        LinkKind.CORRECTS: "its source corrected it",
        LinkKind.SUPERSEDES: "a later statement of the same source says otherwise",
    }
    for voice in (*weighed.own, *weighed.broader, *weighed.beside):
        lapse = voice.lapse
        if lapse is not None and lapse.by is not None:
            reason = reasons[lapse.kind]
            yield ClaimLink(kind=lapse.kind, a=lapse.by, b=voice.claim.id, reason=reason)


def _opposed(weighed: Weighed) -> Iterable[ClaimLink]:
    """Link every denial to the first allegation, and the first denial to every other root."""
    affirming = _first_of_each((v for v in weighed.own if v.stance == "+"), by_document=False)
    denying = _first_of_each(weighed.denials, by_document=True)
    pairs = [(denial, allegation) for denial in denying for allegation in affirming[:1]]
    pairs += [(denial, allegation) for denial in denying[:1] for allegation in affirming[1:]]
    own, near = {v.claim.id for v in weighed.own}, {v.claim.id for v in weighed.beside}
    for denial, allegation in pairs:
        same, is_near = denial.claim.id in own, denial.claim.id in near
        kind, reason = _how(denial, allegation, same=same, is_near=is_near)
        yield ClaimLink(kind=kind, a=denial.claim.id, b=allegation.claim.id, reason=reason)


def _how(denial: Voice, allegation: Voice, *, same: bool, is_near: bool) -> tuple[LinkKind, str]:
    """Say how a denial stands to an allegation: of the same finding, or near it."""
    beside = _beside(denial.claim, allegation.claim)
    if denial.hedged:
        return LinkKind.TENSION, f"{denial.origin.name} denies it only with a hedge"
    if beside is not None or is_near:
        return LinkKind.TENSION, beside or "the denial is of a part: the rest of it stands"
    if denial.concerned and same and denial.claim.modality is Modality.DENIED:
        return LinkKind.DENIES_CLAIM, f"{denial.origin.name}, concerned in it, denies it"
    reason = "the same is affirmed and denied"
    if not same:
        reason = "denies something more general, which contains this"
    elif denial.origin.key == allegation.origin.key:
        reason = f"{denial.origin.name} says both"
    return LinkKind.CONTRADICTS, reason


def _of_figures(weighed: Weighed) -> Iterator[ClaimLink]:
    """Link figures that exclude each other, and a figure that its source replaced later.

    Two figures contradict each other when both are of one time. Where no time is given, both can
    be true of different days: a tension.
    """
    replaced = tuple(replaced_figures(weighed.own))
    for later, earlier in replaced:
        yield _figure_link(later, earlier, LinkKind.SUPERSEDES, "the same source, later")
    gone = {earlier.claim.id for _, earlier in replaced}
    told: dict[str, Voice] = {}
    for voice in weighed.own:
        quantity = voice.claim.proposition.quantity
        stands = voice.stance == "+" and voice.lapse is None and voice.claim.id not in gone
        if stands and quantity is not None:
            yield from _excluded(voice, told.values())
            told.setdefault(figure_key(quantity), voice)


def _excluded(voice: Voice, told: Iterable[Voice]) -> Iterator[ClaimLink]:
    """Link a figure to the first one that cannot be right if it is: also one of the same source."""
    mine = voice.claim
    for other in told:
        theirs = other.claim
        times = edtf_of(mine), edtf_of(theirs)
        exclude = figures_exclude(mine.proposition.quantity, theirs.proposition.quantity)
        if not exclude or are_apart(*times) or _is_misquoted(voice, other):
            continue
        if other.origin.key == voice.origin.key:
            reason = f"{voice.origin.name} gives both"
            yield _figure_link(voice, other, LinkKind.TENSION, reason)
        elif None in times:
            reason = "not both at one time, and not both say when"
            yield _figure_link(voice, other, LinkKind.TENSION, reason)
        else:
            yield _figure_link(voice, other, LinkKind.CONTRADICTS, "not both at the time given")
        return


def _is_misquoted(*voices: Voice) -> bool:
    """Say whether one of them is only ascribed to its source."""
    return any(voice.misquotes is not None for voice in voices)


def _figure_link(one: Voice, other: Voice, kind: LinkKind, reason: str) -> ClaimLink:
    """Give a link between two figures that names both."""
    quantities = (v.claim.proposition.quantity for v in (one, other))
    words = " and ".join(f"“{q.text}”" for q in quantities if q is not None)
    return ClaimLink(kind=kind, a=one.claim.id, b=other.claim.id, reason=f"{words}: {reason}")


def _repeats(weighed: Weighed, corpus: Corpus) -> Iterable[ClaimLink]:
    """Link each claim of a copy to the first of its story, and what a root says again to its first.

    Carriers of one report, and statements of one party, repeat: they add no root.
    """
    first: dict[tuple[str, str], Claim] = {}
    said: dict[tuple[str, str], Claim] = {}
    for voice in weighed.own:
        claim = voice.claim
        story = corpus.context.stories[claim.document_id]
        original = first.setdefault((story, voice.stance), claim)
        root = said.setdefault((voice.origin.key, voice.stance), claim)
        if original.document_id != claim.document_id:
            reason = f"{corpus.document(claim).name} carries the same story"
            yield ClaimLink(kind=LinkKind.REPEATS, a=claim.id, b=original.id, reason=reason)
        elif root.document_id != claim.document_id and voice.stance != "?":
            reason = f"the same source: {voice.origin.name}"
            yield ClaimLink(kind=LinkKind.REPEATS, a=claim.id, b=root.id, reason=reason)


def _corroborations(weighed: Weighed) -> Iterator[ClaimLink]:
    """Link what each further independent root affirms to what the first one does."""
    sure = (v for v in weighed.own if v.stance == "+" and v.firm and v.lapse is None)
    counted = (v for v in sure if v.origin.independent and not v.concerned)
    roots = _first_of_each(counted, by_document=False)
    for other in roots[1:]:
        quantities = other.claim.proposition.quantity, roots[0].claim.proposition.quantity
        if not figures_exclude(*quantities):
            yield ClaimLink(
                kind=LinkKind.CORROBORATES,
                a=other.claim.id,
                b=roots[0].claim.id,
                reason=f"{other.origin.name} says so too, independently",
            )


def _first_of_each(voices: Iterable[Voice], *, by_document: bool) -> tuple[Voice, ...]:
    """Give the first voice of each root, or of each root in each document."""
    first: dict[tuple[str, str], Voice] = {}
    for voice in voices:
        document = voice.claim.document_id if by_document else ""
        first.setdefault((voice.origin.key, document), voice)
    return tuple(first.values())
