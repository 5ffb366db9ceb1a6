"""Records as people judged them: rejected claims left out, edited ones set right."""

from collections.abc import Mapping
from dataclasses import replace

from sayso.model.claims import Claim, Extraction
from sayso.model.findings import Change, Judgement, Record
from sayso.model.ids import ClaimId
from sayso.model.matches import Listing
from sayso.review.judgements import Decisions
from sayso.review.judging.basis import reads_as_seen
from sayso.review.judging.edits import edited


def judged_record(record: Record, decisions: Decisions) -> Record:
    """Give a record without what was rejected in it, and with what was edited set right.

    A listing that was judged to be of somebody else goes too. What nobody judged stays as it is.
    """
    if not (decisions.claims or decisions.different):
        return record
    extraction = record.extraction
    claims = judged_claims(extraction, decisions)
    dropped = {c.id: c for c in extraction.claims if c.id not in claims}
    accounts = tuple(
        a for a in extraction.accounts if not _is_rejected(a, decisions) and not _tells(a, dropped)
    )
    apart = {frozenset({j.about, j.other}) for j in decisions.different}
    return replace(
        record,
        extraction=replace(
            extraction,
            claims=tuple(claims.values()),
            accounts=accounts,
            links=tuple(x for x in extraction.links if x.a not in dropped and x.b not in dropped),
        ),
        listings=tuple(
            x for x in record.listings if frozenset({x.entity, entry_of(x)}) not in apart
        ),
    )


def judged_claims(extraction: Extraction, decisions: Decisions) -> dict[ClaimId, Claim]:
    """Give the claims that were not rejected, edits made, in order."""
    kept = (c for c in extraction.claims if not _is_rejected(c, decisions))
    return {c.id: edited(c, changes_to(c, decisions)) for c in kept}


def changes_to(claim: Claim, decisions: Decisions) -> tuple[Change, ...]:
    """Give the changes that stand on a claim, oldest first."""
    return tuple(change for edit in edits_of(claim, decisions) for change in edit.changes)


def edits_of(claim: Claim, decisions: Decisions) -> tuple[Judgement, ...]:
    """Give the edits that stand on a claim; one of a claim that was read otherwise does not."""
    return tuple(j for j in decisions.edits.get(claim.id, ()) if reads_as_seen(j, claim))


def entry_of(listing: Listing) -> str:
    """Give the list entry that a listing is to: "un:QDi.352"."""
    return f"{listing.authority}:{listing.reference or ''}"


def _is_rejected(claim: Claim, decisions: Decisions) -> bool:
    found = decisions.claims.get(claim.id)
    return found is not None and found.verdict == "reject" and reads_as_seen(found, claim)


def _tells(account: Claim, rejected: Mapping[ClaimId, Claim]) -> bool:
    """Say whether an account is the looser reading of a rejected claim."""
    told = account.trigger, account.proposition.predicate
    return any(told == (c.trigger, c.proposition.predicate) for c in rejected.values())
