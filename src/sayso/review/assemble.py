"""The whole of review: records and judgements to what is known."""

from collections.abc import Iterable, Sequence

from sayso.model.findings import Finding, Judgement, Knowledge, Record
from sayso.model.ids import EntityId
from sayso.model.vocabulary import EntityType, FindingStatus, ListingStatus
from sayso.review.answers.hearings import hearings_of
from sayso.review.corpus import Corpus, build_corpus
from sayso.review.drift.misquotes import find_misquotes
from sayso.review.findings.weighing import weigh_all
from sayso.review.judgements import decide
from sayso.review.judging.pairs import Entries
from sayso.review.judging.records import judged_record
from sayso.review.judging.standing import with_judgements
from sayso.review.links import link_claims
from sayso.review.ties import find_ties

#: Who can be listed in the sense of the order of findings.
_LISTABLE = frozenset({EntityType.PERSON, EntityType.ARMED_GROUP, EntityType.ORGANISATION})


def assemble(
    records: Iterable[Record],
    judgements: Sequence[Judgement] = (),
    entries: Entries = lambda _: None,
) -> Knowledge:
    """Give everything that follows from records, judgements and the list entries in force.

    The order of the records decides only the order of `records` and `claims`. Entities come the
    most mentioned first; findings what matters most first: contested ones, then those that
    involve a listed party, then by independent roots and claims; all ties by id.
    """
    decisions = decide(judgements)
    read = {record.document.id: record for record in records}
    kept = {key: judged_record(record, decisions) for key, record in read.items()}
    corpus = build_corpus(tuple(kept.values()), decisions)
    misquotes = find_misquotes(corpus)
    weighed = weigh_all(corpus, misquotes)
    findings = sorted((finding for _, finding in weighed), key=lambda f: _importance(f, corpus))
    knowledge = Knowledge(
        records=kept,
        entities=corpus.clusters.entities,
        findings={finding.id: finding for finding in findings},
        ties=find_ties(findings, corpus),
        claims={claim.id: claim for r in kept.values() for claim in r.extraction.claims},
        entity_of=corpus.clusters.entity_of,
        links=link_claims([each for each, _ in weighed], corpus, misquotes),
        finding_of={claim: finding.id for finding in findings for claim in finding.claims},
        hearings={finding.id: hearings_of(each, corpus) for each, finding in weighed},
        rests_on={
            voice.claim.id: tuple(sorted(voice.origin.rests_on))
            for each, _ in weighed
            for voice in each.own
            if voice.origin.rests_on
        },
    )
    return with_judgements(knowledge, read, judgements, entries)


def _importance(finding: Finding, corpus: Corpus) -> tuple[bool, int, int, int, str]:
    """Give the key that sorts what matters most first."""
    listed = sum(_is_listed(party, corpus) for party in (finding.subject, finding.object))
    roots = sum(root.independent for root in finding.roots)
    contested = finding.status is FindingStatus.CONTESTED
    return (not contested, -listed, -roots, -len(finding.claims), finding.id)


def _is_listed(party: EntityId | None, corpus: Corpus) -> bool:
    """Say whether a person or group is on a list, or the subject of a regime."""
    if party is None:
        return False
    entity = corpus.entity(party)
    listing = entity.listing
    firm = listing is not None and listing.status is not ListingStatus.POSSIBLE
    return firm and entity.type in _LISTABLE
