"""How sure a claim of the rules is in the encoder's eyes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.extract.encoder.carried import Carried
from sayso.model.claims import Claim, DocumentEntity
from sayso.model.ids import EntityId, Span
from sayso.model.vocabulary import Predicate, Role

#: A claim of which the encoder finds the predicate or a party less likely than this is doubted. On
#: `corpus/dev`, 45 % of such claims are right, of the others 69 % (November 2026).
LIKELY: Final = 0.3
#: What that takes away from a claim's confidence, as a factor.
DOUBT: Final = 0.7


def weighed(
    claim: Claim, carried: Sequence[Carried], entities: Mapping[EntityId, DocumentEntity]
) -> Claim:
    """Give a claim with less confidence where the encoder does not read it so.

    Args:
        claim: of the rules; one of the open class is left as it is.
        carried: the triggers of its sentence, as the encoder reads them.
        entities: of the document, by id.
    """
    unknown = claim.proposition.predicate is Predicate.OTHER
    if unknown or _likelihood(claim, carried, entities) >= LIKELY:
        return claim
    return replace(claim, confidence=round(claim.confidence * DOUBT, 2))


def _likelihood(
    claim: Claim, carried: Sequence[Carried], entities: Mapping[EntityId, DocumentEntity]
) -> float:
    """Give how likely the least likely of predicate, subject and object is, 0 to 1."""
    said = claim.proposition
    heard = [c for c in carried if c.predicate is said.predicate]
    own = max(
        (c for c in heard if c.trigger.overlaps(claim.trigger)),
        key=lambda c: c.sure,
        default=None,
    )
    if own is None:
        return 0.0
    parties = {role: said.entity(role) for role in (Role.SUBJECT, Role.OBJECT)}
    mentions = {
        role: {m.span for m in entities[entity].mentions}
        for role, entity in parties.items()
        if entity is not None and entity in entities
    }
    likely = [_filled(own.fillers[role.value], spans) for role, spans in mentions.items()]
    return min([own.sure, *likely])


def _filled(fillers: Iterable[tuple[Span, float]], spans: set[Span]) -> float:
    """Give how likely one of some spans fills a role."""
    return max((likely for span, likely in fillers if span in spans), default=0.0)
