"""Records as people judged them: rejected claims left out, edited ones set right."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sayso.model.claims import Claim, Extraction
from sayso.model.findings import Change, Judgement, Record
from sayso.model.ids import ClaimId, DocumentId
from sayso.model.matches import Listing
from sayso.review.judgements import Decisions
from sayso.review.judging.basis import reads_as_seen
from sayso.review.judging.edits import edited
from sayso.review.memory.records import Changes, OfEach


class JudgedRecords:
    """Judges records; gives the same object as before where nothing of it changed."""

    def __init__(self) -> None:
        self._read: Mapping[DocumentId, Record] = {}
        self._known: dict[DocumentId, Record] = {}
        self._ids = OfEach(_judgeable)
        self._home: dict[str, DocumentId] = {}

    def follow(
        self, read: Mapping[DocumentId, Record], decisions: Decisions
    ) -> dict[DocumentId, Record]:
        """Give all records as they are judged, in their order."""
        changes = Changes.between(self._read, read)
        gone, fresh = self._ids.follow(changes)
        for name in (name for names in gone for name in names):
            self._home.pop(name, None)
        for record, own in zip(changes.fresh, fresh, strict=True):
            self._home |= dict.fromkeys(own, record.document.id)
        self._read = read
        pairs = (name for j in decisions.different for name in (j.about, j.other or ""))
        names = {*decisions.claims, *decisions.edits, *pairs}
        judged = {key: judged_record(read[key], decisions) for key in self._homes(names)}
        kept = {k: old for k, old in self._known.items() if k in judged and judged[k] == old}
        self._known = judged | kept
        return {**read, **self._known}

    def _homes(self, names: Iterable[str]) -> frozenset[DocumentId]:
        """Give the documents in which something of these names stands."""
        return frozenset(self._home[name] for name in names if name in self._home)


def _judgeable(record: Record) -> tuple[str, ...]:
    """Give the ids of what of a record can be judged."""
    extraction = record.extraction
    claims = (claim.id for claim in (*extraction.claims, *extraction.accounts))
    return (*claims, *(listing.entity for listing in record.listings))


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
