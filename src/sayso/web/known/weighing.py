"""Questions about identity, and competing hypotheses."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends

from sayso.deliberation import Deliberation
from sayso.model.findings import Knowledge
from sayso.model.hypotheses import Matrix
from sayso.model.identities import IdentityQuestion
from sayso.review.choose import find_entity
from sayso.views.hypotheses.history import history_steps
from sayso.views.hypotheses.identities import identities_shape, waits
from sayso.views.hypotheses.json import evidence_shapes, matrix_shape, questions_shape
from sayso.views.json import JsonObject
from sayso.web.answers.rows import Listed, listing
from sayso.web.api.pages import Page
from sayso.web.asking.limits import Text
from sayso.web.desk import AtDesk, Desk, revalidated
from sayso.web.shapes.base import Reviewed, Rows
from sayso.web.shapes.deciding import (
    EvidenceRowTold,
    IdentityTold,
    MatrixTold,
    QuestionLine,
    StepTold,
)

router = APIRouter(tags=["hypotheses"], dependencies=[Depends(revalidated)])

#: Claims told of each sign of a question.
MOST_CLAIMS: Final = 10


def deliberation_of(desk: Desk) -> Deliberation | None:
    """Give what is weighed; None without a project."""
    return desk.bench.deliberation() if desk.has_project() else None


@listing(router, "/questions", Reviewed[IdentityTold], "Pairs that may be one party, or a front")
def questions(
    page: Annotated[Page, Depends()],
    desk: AtDesk,
    entity: Text | None = None,
    *,
    unsure: bool = False,
) -> Listed[IdentityQuestion]:
    """Give questions about identity with what speaks for and against each; nothing is merged."""
    weighed, knowledge = deliberation_of(desk), desk.knowledge()
    every = () if weighed is None else desk.kept("identities", weighed.identities)
    matrices = () if weighed is None else weighed.matrices()
    if entity is not None:
        party = find_entity(knowledge, entity).id
        every = tuple(one for one in every if party in {one.one, one.other})
    shown = [one for one in every if unsure or not waits(knowledge, one)]
    opened = {m.opened.about: m.id for m in matrices if m.opened.about is not None}
    return Listed(
        every=shown,
        shape=lambda one: _one(identities_shape(knowledge, [one], opened, 0, MOST_CLAIMS)),
        page=page,
        beside={"waiting": len(every) - len(shown)},
    )


def _one(told: JsonObject) -> JsonObject:
    rows = told["questions"]
    if not isinstance(rows, list):
        raise TypeError("questions are no list")
    row: JsonObject = rows[0]
    return row


@listing(router, "/hypotheses", Rows[QuestionLine], "Questions under competing hypotheses")
def hypotheses(page: Annotated[Page, Depends()], desk: AtDesk) -> Listed[Matrix]:
    """Give the questions in short, the first opened first."""
    weighed = deliberation_of(desk)
    every = () if weighed is None else weighed.matrices()
    return Listed(every=every, shape=lambda one: _one(questions_shape([one])), page=page)


@router.get(
    "/hypotheses/{question_id}",
    summary="One question with its matrix",
    response_model=None,
    responses={200: {"model": MatrixTold}},
)
def matrix(question_id: str, desk: AtDesk) -> JsonObject:
    """Give a matrix whole: evidence, ratings, and how the order falls without each of them."""
    weighed: Deliberation = desk.bench.deliberation()
    knowledge: Knowledge = weighed.knowledge
    return matrix_shape(knowledge, weighed.matrix(question_id))


@listing(router, "/hypotheses/{question_id}/history", Rows[StepTold], "Who did what on a question")
def history(question_id: str, page: Annotated[Page, Depends()], desk: AtDesk) -> Listed[JsonObject]:
    """Give every step, oldest first; what was taken back too."""
    every = history_steps(desk.bench.deliberation().matrix(question_id))
    return Listed(every=every, shape=dict, page=page)


@listing(
    router,
    "/hypotheses/{question_id}/evidence",
    Rows[EvidenceRowTold],
    "The evidence on a question with its ratings",
)
def evidence(
    question_id: str, page: Annotated[Page, Depends()], desk: AtDesk
) -> Listed[JsonObject]:
    """Give the rows of the matrix, as they were put forward."""
    weighed = desk.bench.deliberation()
    every = evidence_shapes(weighed.knowledge, weighed.matrix(question_id))
    return Listed(every=every, shape=dict, page=page)
