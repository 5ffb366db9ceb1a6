"""All entities of a document, each set beside the lists in the company that it keeps there."""

from collections.abc import Sequence

from sayso.match.link import Company, link
from sayso.model.claims import DocumentEntity, Extraction
from sayso.model.documents import Passage
from sayso.model.matches import Listing
from sayso.model.vocabulary import MentionKind
from sayso.ports import NameIndex


def listings_of(
    extraction: Extraction, passages: Sequence[Passage], index: NameIndex
) -> tuple[Listing, ...]:
    """Give how the named entities stand to the lists, in order; none for those "(not listed)"."""
    words = {passage.id: passage.text for passage in passages}
    named = [entity for entity in extraction.entities if _is_named(entity)]
    places = tuple(dict.fromkeys(p.country or p.name for p in extraction.places))
    found = (
        link(
            entity,
            Company(
                names=tuple(other.name for other in named if other is not entity),
                places=places,
                words=" ".join(
                    words[p] for p in dict.fromkeys(m.passage_id for m in entity.mentions)
                ),
            ),
            index,
        )
        for entity in named
    )
    return tuple(listing for listing in found if listing is not None)


def _is_named(entity: DocumentEntity) -> bool:
    return any(mention.kind is MentionKind.NAME for mention in entity.mentions)
