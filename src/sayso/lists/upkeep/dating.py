"""Whether an entry's reviews, amendments and references have kept up with its release."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sayso.lists.upkeep.remarks import naming, reviews_in
from sayso.lists.upkeep.scope import Scope, found
from sayso.model.lists import ListEntry
from sayso.model.upkeep import Discrepancy, DiscrepancyKind, EntryWords, Review

#: Regime → years after which a name that was not reviewed comes up for review. ISIL and Al-Qaida:
#: names not reviewed in three or more years, each year anew (resolution 1822 (2008), paragraph
#: 26, and the resolutions that followed it). The 1988 Committee reviews "on a regular basis"
#: (resolution 1988 (2011), paragraph 25): no number of years, so none here; nor for the others.
REVIEW_YEARS: Final[Mapping[str, int]] = {"Al-Qaida": 3}


def check_dates(entry: ListEntry, scope: Scope) -> Iterator[Discrepancy]:
    """Give what in an entry's reviews and references has been left behind."""
    yield from _references(entry, scope)
    reviews = reviews_in(entry)
    for review in reviews:
        if review.concluded_on is None:
            says = "the date on which this review was concluded has no year, or is no date"
            kind = DiscrepancyKind.REVIEW_DATE_INCOMPLETE
            yield found(kind, entry, says, [_words(entry, review)])
    years = max((REVIEW_YEARS.get(regime, 0) for regime in entry.regimes), default=0)
    if years:
        yield from _overdue(entry, reviews, years, scope.release.published)


def _overdue(
    entry: ListEntry, reviews: Sequence[Review], years: int, today: str
) -> Iterator[Discrepancy]:
    """Give an entry that was neither listed nor reviewed within a period before a day."""
    due = f"{int(today[:4]) - years:04}{today[4:]}"
    dated = [review for review in reviews if review.concluded_on is not None]
    last = max(dated, key=lambda review: review.concluded_on or "", default=None)
    period = f"the Committee's period is {years} years, the release is of {today}"
    if last is None and (entry.listed_on or today) < due:
        says = f"listed on {entry.listed_on}, no dated review on record; {period}"
        yield found(DiscrepancyKind.REVIEW_ABSENT, entry, says)
    if last is not None and (last.concluded_on or "") < due:
        says = f"the last review on record was concluded on {last.concluded_on}; {period}"
        yield found(DiscrepancyKind.REVIEW_OLD, entry, says, [_words(entry, last)])


def _words(entry: ListEntry, review: Review) -> EntryWords:
    return EntryWords(reference=entry.reference, field="remarks", words=review.words)


def _references(entry: ListEntry, scope: Scope) -> Iterator[Discrepancy]:
    """Give the references that lead nowhere, unless the same remarks say what became of them."""
    for reference in entry.references:
        words = naming(entry, reference)
        if reference in scope.entries or any(_accounts_for(w.words, reference) for w in words):
            continue
        says = f"refers to {reference}: {scope.gone(reference)}"
        yield found(DiscrepancyKind.REFERENCE_ABSENT, entry, says, words, [reference])


def _accounts_for(words: str, reference: str) -> bool:
    """Say whether a sentence tells that a reference was merged, removed or another number."""
    told = ("delisted", "removed", "consolidated", "also listed under", "appeared also as")
    return reference in words and any(mark in words for mark in told)
