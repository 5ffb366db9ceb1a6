"""Press accounts that others repeat and that are not held: "the Courier reported"."""

from collections.abc import Iterator

from sayso.model.claims import Claim, SourceNode
from sayso.model.ids import EntityId
from sayso.model.sources import Citation, CitedAs
from sayso.model.vocabulary import EntityType, SourceKind
from sayso.review.corpus import Corpus
from sayso.review.entities.names import normal_name
from sayso.review.sources.cited import Cited, Passages, by_publisher


def cited_accounts(corpus: Corpus) -> tuple[Cited, ...]:
    """Give the outlets that speak in others' texts and of which nothing earlier is held."""
    passages, held = Passages(corpus), by_publisher(corpus)
    found: dict[str, Cited] = {}
    for claim in corpus.claims_by_date():
        if claim.id in corpus.rejected:
            continue
        for node, outlet in _outlets(claim, corpus):
            citing = corpus.document(claim)
            dates = (d.published for d in held.get(outlet, ()))
            if any(d is None or d <= (citing.published or "9999") for d in dates):
                continue
            name = corpus.entity(outlet).name
            row = found.setdefault(outlet, Cited(outlet, CitedAs.ACCOUNT, name, outlet))
            passage = passages.of(claim.passage_id)
            words = name if node.span is None else node.span.of(citing.text)
            row.citations.append(
                Citation(
                    document=citing.id,
                    locator=passage.locator,
                    words=words,
                    sentence=passage.text,
                )
            )
            row.claims.append(claim.id)
    return tuple(found.values())


def _outlets(claim: Claim, corpus: Corpus) -> Iterator[tuple[SourceNode, EntityId]]:
    """Give the outlets in a claim's chain that are not the document's own publisher."""
    own = normal_name(corpus.document(claim).publisher or "")
    for node in claim.source_chain:
        outlet = corpus.cluster(node.entity)
        if outlet is None or node.kind is not SourceKind.ENTITY:
            continue
        entity = corpus.entity(outlet)
        if entity.type is EntityType.MEDIA_OUTLET and own not in map(
            normal_name, corpus.clusters.names[outlet]
        ):
            yield node, outlet
