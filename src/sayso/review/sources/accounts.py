"""Press accounts that others repeat and that are not held: "the Courier reported"."""

from sayso.model.sources import Citation, CitedAs
from sayso.review.corpus import Corpus
from sayso.review.origins.roots import Origins
from sayso.review.sources.cited import Cited, Passages


def cited_accounts(corpus: Corpus, origins: Origins) -> tuple[Cited, ...]:
    """Give the outlets that speak in others' texts and of which nothing earlier is held."""
    passages = Passages(corpus)
    found: dict[str, Cited] = {}
    for claim in corpus.claims_by_date():
        for node in claim.source_chain if claim.id not in corpus.rejected else ():
            outlet = origins.account_to_obtain(node, claim)
            if outlet is None:
                continue
            name = corpus.entity(outlet).name
            row = found.setdefault(outlet, Cited(outlet, CitedAs.ACCOUNT, name, outlet))
            citing, passage = corpus.document(claim), passages.of(claim.passage_id)
            row.citations.append(
                Citation(
                    document=citing.id,
                    locator=passage.locator,
                    words=name if node.span is None else node.span.of(citing.text),
                    sentence=passage.text,
                )
            )
            row.claims.append(claim.id)
    return tuple(found.values())
