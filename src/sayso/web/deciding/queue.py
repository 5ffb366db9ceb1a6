"""What waits, and the log: `/api/v1/review`, `/api/v1/log`."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query

from sayso.model.findings import Judgement, Knowledge
from sayso.model.ids import ClaimId, DocumentId, EntityId, FindingId
from sayso.model.log import LogEntry, LogKind, LogPart
from sayso.review.judgements import standing
from sayso.review.judging.subjects import find_claim
from sayso.views.json import JsonObject
from sayso.views.review.json import check_json, item_shape, log_shape
from sayso.views.review.queue import Item, Pending, Waiting, pending
from sayso.views.shapes.judgements import judgement_json
from sayso.views.tables import claim_sentence, finding_sentence
from sayso.web.answers.rows import InOrder, Listed, listing
from sayso.web.api.pages import Page
from sayso.web.asking.limits import Text
from sayso.web.deciding.latest import stands_on
from sayso.web.deciding.logged import Logged
from sayso.web.desk import AtDesk, Desk, revalidated
from sayso.web.shapes.base import Rows
from sayso.web.shapes.deciding import JudgementRow, LogCheckTold, LogTold, QueueTold

router = APIRouter(tags=["review"], dependencies=[Depends(revalidated)])


@listing(router, "/review", QueueTold, "What waits for a person")
def review(
    page: Annotated[Page, Depends()],
    desk: AtDesk,
    kind: Annotated[tuple[Waiting, ...], Query()] = (),
    about: Text | None = None,
) -> Listed[Pending]:
    """Give what waits, what matters most first: why, and the exact words.

    `about` narrows it to a finding, claim or entity; `kinds` counts all that waits.
    """
    knowledge, every = desk.knowledge(), desk.derived(pending)
    found = [item for item in every if not kind or item.kind in kind]
    if about is not None:
        keys = {about, knowledge.finding_of.get(ClaimId(about))}
        found = [item for item in found if keys & {item.about, item.other}]
    judgements = judgements_of(desk)
    return Listed(
        every=found,
        shape=lambda one: _item(knowledge, one.item(), judgements),
        page=page,
        beside={"kinds": dict(Counter(item.kind.value for item in every))},
    )


def _item(knowledge: Knowledge, item: Item, judgements: tuple[Judgement, ...]) -> JsonObject:
    last = stands_on(knowledge, judgements, item.about, item.other)
    return {**item_shape(item), "last": None if last is None else last.id}


def judgements_of(desk: Desk) -> tuple[Judgement, ...]:
    """Give what people decided, oldest first; nothing without a project."""
    return desk.bench.judgements() if desk.has_project() else ()


@listing(router, "/judgements", Rows[JudgementRow], "What people decided")
def judgements(
    page: Annotated[Page, Depends()], desk: AtDesk, about: Text | None = None
) -> Listed[Judgement]:
    """Give judgements, the newest first, undone ones too; of one thing with `about`."""
    every = judgements_of(desk)
    kept = {j.id for j in standing(every, undoings=True)}
    found = [j for j in reversed(every) if about is None or about in {j.about, j.other}]
    return Listed(
        every=found,
        shape=lambda j: {"judgement": judgement_json(j), "undone": j.id not in kept},
        page=page,
    )


@listing(router, "/log", Rows[LogTold], "All that was added and decided")
def log(
    page: Annotated[Page, Depends()],
    desk: AtDesk,
    about: Text | None = None,
    order: Literal["newest", "oldest"] = "newest",
) -> Listed[LogEntry]:
    """Give the log; each entry holds the hash of the one before."""
    knowledge = desk.knowledge()
    known: Mapping[str, Judgement] = {j.id: j for j in judgements_of(desk)}
    kept = {j.id for j in standing(tuple(known.values()), undoings=True)}
    wanted = None
    if about is not None:
        wanted = frozenset({about, *(j.id for j in known.values() if about in {j.about, j.other})})
    part = LogPart(about=wanted, newest=order == "newest")
    held = desk.has_project()
    every: InOrder[LogEntry] = Logged(desk.bench.log(), part) if held else ()
    questions = cache(lambda: _asked(desk))

    def shape(entry: LogEntry) -> JsonObject:
        judged = known.get(entry.about)
        undone = None if judged is None else known.get(judged.about)
        about = (undone or judged or entry).about
        is_step = entry.kind is LogKind.STEP
        says = questions().get(about) if is_step else _called(knowledge, about)
        return {**log_shape(entry, known, kept), "says": says}

    return Listed(every=every, shape=shape, page=page)


def _asked(desk: Desk) -> dict[str, str]:
    return {m.id: m.opened.words for m in desk.bench.deliberation().matrices()}


def _called(knowledge: Knowledge, about: str) -> str | None:
    """Say what an id is of: a document's name, a claim or finding in words, a party's name."""
    record = knowledge.records.get(DocumentId(about))
    finding = knowledge.findings.get(FindingId(about))
    claim = find_claim(knowledge, about) if about.startswith(("c-", "a-")) else None
    entity = knowledge.entity_behind(EntityId(about))
    if record is not None:
        return record.document.name
    if finding is not None:
        return finding_sentence(knowledge, finding)
    if claim is not None:
        return claim_sentence(knowledge, claim)
    return None if entity is None else entity.name


@router.get(
    "/log/check",
    summary="Whether the log is sound",
    response_model=None,
    responses={200: {"model": LogCheckTold}},
)
def check(desk: AtDesk, noted: Text | None = None) -> JsonObject:
    """Compare the chain with itself and with what is held; `noted` is a head noted before."""
    return check_json(desk.bench.log().check(noted))
