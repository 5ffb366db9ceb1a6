"""The queue of sources to obtain, with the documents held beside it."""

from collections.abc import Mapping

from sayso.model.findings import Knowledge
from sayso.model.ids import FindingId
from sayso.model.sources import Sources, SourceToObtain
from sayso.model.vocabulary import FindingStatus
from sayso.review.corpus import Corpus
from sayso.review.origins.roots import Origins
from sayso.review.sources.accounts import cited_accounts
from sayso.review.sources.cited import Cited, cited_documents
from sayso.review.sources.held import held_sources
from sayso.review.sources.symbols import cited_symbols


def sources_of(knowledge: Knowledge, corpus: Corpus, origins: Origins) -> Sources:
    """Give the sources to obtain, those on which most rests first, and the documents held.

    First by findings of which no source is held, then by findings, claims and independent texts
    that cite; ties by name. What may be held already comes after what is surely not.

    Args:
        knowledge: follows from the corpus.
        corpus: what is gathered of the documents.
        origins: the roots of its claims.
    """
    cited = (
        *cited_documents(corpus, origins),
        *cited_accounts(corpus, origins),
        *cited_symbols(corpus),
    )
    order = {finding: place for place, finding in enumerate(knowledge.findings)}
    rows = (_row(one, knowledge, corpus, order) for one in cited)
    return Sources(
        to_obtain=tuple(sorted(rows, key=_rank)),
        held=held_sources(corpus, origins),
    )


def _row(
    cited: Cited, knowledge: Knowledge, corpus: Corpus, order: Mapping[FindingId, int]
) -> SourceToObtain:
    own = {knowledge.finding_of[c] for c in cited.claims if c in knowledge.finding_of}
    findings = tuple(sorted(own, key=order.__getitem__))
    secondary = FindingStatus.SECONDARY_ONLY
    stories = {corpus.context.stories[citation.document] for citation in cited.citations}
    return SourceToObtain(
        key=cited.key,
        cited_as=cited.cited_as,
        name=cited.name,
        author=None if cited.author is None else corpus.entity(cited.author).name,
        citations=tuple(cited.citations),
        stories=len(stories),
        claims=tuple(
            dict.fromkeys(sorted(cited.claims, key=lambda c: corpus.order(corpus.claims[c])))
        ),
        findings=findings,
        secondary_only=tuple(f for f in findings if knowledge.findings[f].status is secondary),
        may_be=tuple(cited.may_be),
    )


def _rank(row: SourceToObtain) -> tuple[int, bool, int, int, int, str, str]:
    """Give the key that sorts what most rests on first."""
    return (
        -len(row.secondary_only),
        bool(row.may_be),
        -len(row.findings),
        -len(row.claims),
        -row.stories,
        row.name,
        row.key,
    )
