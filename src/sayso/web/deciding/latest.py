"""What stands on a thing: what a page must have seen before it decides on it."""

from collections.abc import Sequence

from sayso.model.findings import Judgement, Knowledge
from sayso.model.grades import Verdict
from sayso.model.ids import ClaimId, EntityId
from sayso.review.judgements import ON_CLAIMS, standing

#: Verdicts on a pair: of two entities, or of one and a list entry.
_ON_PAIRS = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE, Verdict.CLEAR})
#: Verdicts that answer a question of their own: they never outrun an acceptance.
_APART = frozenset({Verdict.GRADE, Verdict.ASSESS})


def stands_on(
    knowledge: Knowledge,
    judgements: Sequence[Judgement],
    about: str,
    other: str | None = None,
    verdict: str = Verdict.ACCEPT,
) -> Judgement | None:
    """Give the judgement that stands where one of this verdict would; None for none.

    Of a claim, that is also one on the finding whose judge saw it; of a pair, that on this very
    pair alone.
    """
    if other is not None:
        return _on_pair(knowledge, judgements, about, other)
    if verdict not in _APART and ClaimId(about) in knowledge.claims:
        return knowledge.judged.claims.get(ClaimId(about))
    wanted = frozenset({verdict}) if verdict in _APART else ON_CLAIMS
    own = (j for j in reversed(standing(judgements)) if j.about == about and j.other is None)
    return next((j for j in own if j.verdict in wanted), None)


def _on_pair(
    knowledge: Knowledge, judgements: Sequence[Judgement], about: str, other: str
) -> Judgement | None:
    """Give what stands on a pair, whichever way round and by whichever reading it was named."""
    one, far = keys_of(knowledge, about), keys_of(knowledge, other)

    def is_of(judgement: Judgement) -> bool:
        a, b = judgement.about, judgement.other or ""
        near = b in far or b.endswith(f":{other}")
        return judgement.verdict in _ON_PAIRS and ((a in one and near) or (a in far and b in one))

    return next((j for j in reversed(standing(judgements)) if is_of(j)), None)


def undoing(judgements: Sequence[Judgement], key: str | None) -> Judgement | None:
    """Give what took a judgement back; None where it stands."""
    kept = reversed(standing(judgements, undoings=True))
    return next((j for j in kept if j.verdict == Verdict.UNDO and j.about == key), None)


def keys_of(knowledge: Knowledge, about: str) -> frozenset[str]:
    """Give the ids under which judgements on a thing stand: of an entity, its readings' too."""
    entity = knowledge.entity_behind(EntityId(about))
    return frozenset({about} if entity is None else {about, entity.id, *entity.members})
