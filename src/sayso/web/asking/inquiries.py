"""Asks the index: one party under several names, dates and countries; the best answer an entry."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Final

from sayso.errors import BadInput
from sayso.model.findings import Judgement
from sayso.model.ids import EntryId
from sayso.model.matches import Candidate
from sayso.model.screenings import Counts, Subject, Terms
from sayso.review.screening.screener import Screener
from sayso.web.asking.limits import (
    LONGEST_NAME,
    MOST_ANSWERS,
    MOST_QUERIES,
    MOST_SCREENINGS,
)
from sayso.web.desk import Lists

#: Candidates looked at beyond those asked for, of which some are of a kind that was not asked for.
_SPARE: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """A party that is asked for, as far as it is known.

    Attributes:
        names, births, countries: each is tried with each; none of them is as good as unknown.
        gender, address: of the first that is told.
        schemata: of entries that may answer; None: all.
        excluded: entries that are not to be given.
    """

    names: tuple[str, ...]
    births: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    gender: str | None = None
    address: str | None = None
    schema: str | None = None
    schemata: frozenset[str] | None = None
    excluded: frozenset[EntryId] = field(default_factory=frozenset)

    @property
    def number(self) -> int:
        """Give how many questions this comes to."""
        return max(1, len(self.names)) * max(1, len(self.births)) * max(1, len(self.countries))

    def subjects(self) -> Iterator[Subject]:
        """Give whom each question is about; a number stands for a name that is not told."""
        asked = product(
            self.names or self.ids[:1], self.births or (None,), self.countries or (None,)
        )
        for name, birth, country in asked:
            yield Subject(
                key="",
                name=name,
                schema=self.schema,
                birth=birth,
                country=country,
                ids=self.ids,
                gender=self.gender,
                address=self.address,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Which answers are wanted, of all inquiries of a request."""

    authorities: frozenset[str]
    threshold: float
    limit: int

    @property
    def terms(self) -> Terms:
        """Give them as the terms of a screening."""
        authorities = tuple(sorted(self.authorities))
        return Terms(threshold=self.threshold, limit=self.limit, authorities=authorities)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What came of an inquiry.

    Attributes:
        asked, bounds: what was asked.
        cleared: what a person set aside for all that was asked, and by which judgement, by id.
        returned: entries that were cleared once, on other evidence.
    """

    asked: Inquiry
    bounds: Bounds
    candidates: tuple[Candidate, ...]
    cleared: Mapping[EntryId, Judgement]
    returned: frozenset[EntryId]

    @property
    def counts(self) -> Counts:
        """Give what it comes to."""
        return Counts(
            screened=1,
            flagged=int(bool(self.candidates)),
            alerts=len(self.candidates),
            returned=sum(one.entry in self.returned for one in self.candidates),
            cleared=len(self.cleared),
        )


def check(inquiries: Sequence[Inquiry], answers: int) -> None:
    """Refuse a request that asks for too much at once.

    Args:
        inquiries: all of the request.
        answers: how many results they may have together.

    Raises:
        BadInput: names the limit.
    """
    check_answers(answers)
    if not 0 < len(inquiries) <= MOST_QUERIES:
        raise BadInput(
            f"{len(inquiries)} queries in one request: send 1 to {MOST_QUERIES}; for a file of "
            "names there is `sayso screen --batch`"
        )
    if any(len(name) > LONGEST_NAME for asked in inquiries for name in asked.names):
        raise BadInput(f"a name has more than {LONGEST_NAME} characters: send the name alone")
    if sum(asked.number for asked in inquiries) > MOST_SCREENINGS:
        raise BadInput(
            f"names × dates × countries come to more than {MOST_SCREENINGS} screenings: "
            "send fewer queries in one request"
        )


def check_answers(answers: int) -> None:
    """Refuse a request that may have too many results: all of them are compared and described.

    Raises:
        BadInput: names the limit.
    """
    if answers > MOST_ANSWERS:
        raise BadInput(
            f"queries × limit come to {answers:,}, more than {MOST_ANSWERS:,} results: send fewer "
            "queries in one request, or a lower limit"
        )


def candidates(lists: Lists, asked: Inquiry, bounds: Bounds) -> Found:
    """Give the entries that may be the party, each under what agrees best, best first.

    Ties are by entry id. No list, no answer: the index takes none for all of them. What a person
    set aside for a question is no answer to it, and may be one to another.
    """
    best: dict[EntryId, Candidate] = {}
    cleared: dict[EntryId, Judgement] = {}
    spare = len(asked.excluded) + (0 if asked.schemata is None else _SPARE)
    returned: set[EntryId] = set()
    terms = replace(bounds.terms, limit=bounds.limit + spare)
    screener = Screener(lists.index, terms, lists.clearings)
    for subject in asked.subjects() if bounds.authorities else ():
        one = screener.screen(subject)
        cleared |= {candidate.entry: clearing for candidate, clearing in one.cleared}
        returned |= {a.candidate.entry for a in one.alerts if a.clearing is not None}
        for found in (alert.candidate for alert in one.alerts):
            known = best.get(found.entry)
            if known is None or found.probability > known.probability:
                best[found.entry] = found
    ranked = sorted(best.values(), key=lambda found: (-found.probability, found.entry))
    answers = tuple(c for c in ranked if _may_answer(lists, c.entry, asked))[: bounds.limit]
    left = sorted(e for e in cleared.keys() - best.keys() if _may_answer(lists, e, asked))
    return Found(
        asked=asked,
        bounds=bounds,
        candidates=answers,
        cleared={entry: cleared[entry] for entry in left},
        returned=frozenset(returned),
    )


def _may_answer(lists: Lists, entry_id: EntryId, asked: Inquiry) -> bool:
    entry = lists.entry(entry_id)
    is_kind = asked.schemata is None or (entry is not None and entry.schema in asked.schemata)
    return is_kind and entry_id not in asked.excluded
