"""The last word on a thing: what a page must have seen before it decides on it."""

from collections.abc import Collection, Sequence

from sayso.model.findings import Judgement, Knowledge
from sayso.model.grades import Verdict
from sayso.model.ids import EntityId
from sayso.review.judgements import standing


def latest_on(judgements: Sequence[Judgement], keys: Collection[str]) -> Judgement | None:
    """Give the last judgement that stands on one of these, the taking back of one included."""
    kept = standing(judgements, undoings=True)
    known: dict[str, Judgement] = {j.id: j for j in judgements}

    def is_on(judgement: Judgement) -> bool:
        undone = known.get(judgement.about) if judgement.verdict == Verdict.UNDO else None
        on = judgement if undone is None else undone
        return on.about in keys or on.other in keys

    return next((j for j in reversed(kept) if is_on(j)), None)


def keys_of(knowledge: Knowledge, about: str) -> frozenset[str]:
    """Give the ids under which judgements on a thing stand: of an entity, its readings' too."""
    entity = knowledge.entity_behind(EntityId(about))
    return frozenset({about} if entity is None else {about, entity.id, *entity.members})
