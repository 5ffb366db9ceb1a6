"""Ties: findings between two named entities, with the interval that the claims give."""

from collections.abc import Callable, Iterable

from sayso.model.claims import Claim
from sayso.model.findings import Finding, Tie
from sayso.model.vocabulary import RELATIONS, Realis
from sayso.review.corpus import Corpus


def tie_of(finding: Finding, corpus: Corpus) -> Tie | None:
    """Give the tie that a finding is, or None; what is denied or unclear says so.

    What is only intended or foreseen ties nobody.
    """
    if corpus.claims[finding.claims[0]].proposition.realis is not Realis.ACTUAL:
        return None
    if finding.predicate not in RELATIONS or finding.subject is None or finding.object is None:
        return None
    if not corpus.is_named(finding.subject) or not corpus.is_named(finding.object):
        return None
    claims = (corpus.claims[claim] for claim in finding.claims)
    start, end = interval(c for c in claims if c.factuality.stance != "-")
    return Tie(
        finding=finding.id,
        subject=finding.subject,
        predicate=finding.predicate,
        object=finding.object,
        status=finding.status,
        start=start,
        end=end,
    )


def interval(claims: Iterable[Claim]) -> tuple[str | None, str | None]:
    """Give the earliest start and the latest end that claims give, as EDTF.

    An end is None where no claim says, and where one of them says that it is open.
    """
    times = [c.proposition.time.edtf for c in claims if c.proposition.time is not None]
    bounds = [_bounds(time) for time in times if time is not None]
    return (
        _outermost((start for start, _ in bounds), min),
        _outermost((end for _, end in bounds), max),
    )


def _bounds(time: str) -> tuple[str, str]:
    """Give start and end of an EDTF time; "" where it is open or unknown."""
    start, slash, end = time.partition("/")
    start, end = (part.rstrip("~?%").strip(".") for part in (start, end if slash else start))
    return start, end


def _outermost(dates: Iterable[str], choose: Callable[[Iterable[str]], str]) -> str | None:
    """Give the earliest or latest date; None when one of them is open or there is none."""
    known = tuple(dates)
    return choose(known) if known and all(known) else None
