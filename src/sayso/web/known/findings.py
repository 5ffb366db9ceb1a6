"""Findings, ties and replies: `/api/v1/findings`, `/api/v1/ties`, `/api/v1/replies`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from sayso.errors import BadInput, NotFound
from sayso.model.clocks import Stretch
from sayso.model.findings import Finding, Knowledge, Tie
from sayso.model.hearings import Hearing
from sayso.model.ids import DocumentId, FindingId
from sayso.model.vocabulary import FindingStatus, Predicate, Reply
from sayso.review.choose import find_document, find_entity
from sayso.review.times.valid import holds
from sayso.views import why
from sayso.views.contract import replies_json, why_json
from sayso.views.json import JsonObject
from sayso.views.profiles.rows import finding_row, tie_row
from sayso.views.ranking.figures import NONE
from sayso.views.replies.text import hearings_of
from sayso.views.shapes.judgements import judgement_json
from sayso.views.tables import finding_sentence
from sayso.web.answers.rows import Listed, as_json, listing
from sayso.web.api.pages import Page
from sayso.web.asking.limits import Text
from sayso.web.asking.words import folded, searched
from sayso.web.deciding.latest import stands_on
from sayso.web.deciding.queue import judgements_of
from sayso.web.desk import AtDesk, Desk, revalidated
from sayso.web.shapes.base import Reviewed, Rows
from sayso.web.shapes.findings import FindingTold, FindingWhole, TieTold
from sayso.web.shapes.told import ReplyTold

router = APIRouter(tags=["findings"], dependencies=[Depends(revalidated)])

Test = Callable[[Finding], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsAsked:
    """Which findings are asked for."""

    q: Text | None = None
    status: Annotated[tuple[FindingStatus, ...], Query()] = ()
    predicate: Annotated[tuple[Predicate, ...], Query()] = ()
    reply: Annotated[tuple[Reply, ...], Query()] = ()
    entity: Text | None = None
    document: Text | None = None
    place: Text | None = None
    since: Text | None = None
    until: Text | None = None
    unsure: bool = False


@listing(router, "/findings", Reviewed[FindingTold], "Findings with status, roots and replies")
def findings(
    asked: Annotated[FindingsAsked, Depends()], page: Annotated[Page, Depends()], desk: AtDesk
) -> Listed[Finding]:
    """Give findings, what matters most first.

    `q` has words, or beginnings of words, of what a finding says and of any name of its parties;
    case, marks and script do not matter. `place` is a name or an ISO 3166 code (a country's has
    its provinces too); `since` and `until` are days on which it is said to hold. What was not read
    surely waits in review: `unsure` has it too.
    """
    knowledge = desk.knowledge()
    shown, waiting = chosen(desk, knowledge, asked)
    return Listed(
        every=shown,
        shape=lambda finding: finding_row(knowledge, finding),
        page=page,
        beside={"waiting": waiting},
    )


def chosen(desk: Desk, knowledge: Knowledge, asked: FindingsAsked) -> tuple[list[Finding], int]:
    """Give the findings asked for that do not wait, and how many do; all with `unsure`."""
    tests = list(_tests(desk, knowledge, asked))
    found = [f for f in knowledge.findings.values() if all(fits(f) for fits in tests)]
    waits = frozenset[FindingId]() if asked.unsure else desk.waiting()
    shown = [finding for finding in found if finding.id not in waits]
    return shown, len(found) - len(shown)


def _tests(desk: Desk, knowledge: Knowledge, asked: FindingsAsked) -> Iterable[Test]:
    yield lambda f: _is_such(f, asked)
    if asked.q is not None:
        yield _with_words(desk, asked.q)
    if asked.entity is not None:
        entity = find_entity(knowledge, asked.entity).id
        own = frozenset(desk.figures().get(entity, NONE).findings)
        yield lambda f: f.id in own
    if asked.document is not None:
        yield _in_document(knowledge, asked.document)
    if asked.place is not None:
        yield _in_place(asked.place)
    if asked.since is not None or asked.until is not None:
        yield _within(knowledge, asked)


def _is_such(finding: Finding, asked: FindingsAsked) -> bool:
    return (
        (not asked.status or finding.status in asked.status)
        and (not asked.predicate or finding.predicate in asked.predicate)
        and (not asked.reply or finding.reply in asked.reply)
    )


def _with_words(desk: Desk, q: str) -> Test:
    fits, words = searched(q), desk.derived(_words)
    return lambda f: fits(words[f.id])


def _words(knowledge: Knowledge) -> Mapping[FindingId, str]:
    """Give the words by which each finding is found, folded."""
    return {key: folded(_told(knowledge, f)) for key, f in knowledge.findings.items()}


def _told(knowledge: Knowledge, finding: Finding) -> Iterable[str]:
    yield finding_sentence(knowledge, finding)
    for end in (finding.subject, finding.object):
        yield from () if end is None else knowledge.entities[end].names


def _in_document(knowledge: Knowledge, key: str) -> Test:
    document = find_document([r.document for r in knowledge.records.values()], key).id

    def is_of(claim_document: DocumentId) -> bool:
        return claim_document == document

    return lambda f: any(is_of(knowledge.claim(c).document_id) for c in f.claims)


def _in_place(place: str) -> Test:
    wanted = place.casefold()

    def is_there(finding: Finding) -> bool:
        name, code = (finding.place or "").casefold(), (finding.place_code or "").casefold()
        return wanted in {name, code} or code.startswith(f"{wanted}-")

    return is_there


def _within(knowledge: Knowledge, asked: FindingsAsked) -> Test:
    edtf = f"{asked.since or '..'}/{asked.until or '..'}"
    days = Stretch.of(edtf)
    if days is None:
        raise BadInput(f"{edtf!r}: no time to ask by: give 2024, 2024-03 or 2024-03-12")
    return lambda f: holds(knowledge, f, days, undated=False)


@router.get(
    "/findings/{finding_id}",
    summary="One finding with everything that it rests on",
    response_model=None,
    responses={200: {"model": FindingWhole}},
)
def finding(finding_id: str, desk: AtDesk, response: Response) -> Response:
    """Give a finding with the exact words, who said them, and who denies them."""
    knowledge = desk.knowledge()
    explained = why.explain(knowledge, finding_id)
    tie = next((tie for tie in knowledge.ties if tie.finding == explained.finding), None)
    stands = stands_on(knowledge, judgements_of(desk), explained.finding)
    return as_json(
        {
            "finding": finding_row(knowledge, knowledge.findings[explained.finding]),
            "why": why_json(explained),
            "tie": None if tie is None else tie_row(knowledge, tie),
            "judgement": None if stands is None else judgement_json(stands),
        },
        response,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TiesAsked:
    """Which ties are asked for."""

    entity: Annotated[tuple[Text, ...], Query(max_length=2)] = ()
    status: Annotated[tuple[FindingStatus, ...], Query()] = ()
    predicate: Annotated[tuple[Predicate, ...], Query()] = ()
    unsure: bool = False


@listing(router, "/ties", Reviewed[TieTold], "Ties between persons and groups")
def ties(
    asked: Annotated[TiesAsked, Depends()], page: Annotated[Page, Depends()], desk: AtDesk
) -> Listed[Tie]:
    """Give ties with their status: all, of one `entity`, or between two.

    Those that were not read surely wait in review: `unsure` has them too.
    """
    knowledge = desk.knowledge()
    ends = [find_entity(knowledge, name).id for name in asked.entity]
    found = [
        tie
        for tie in knowledge.ties
        if all(end in {tie.subject, tie.object} for end in ends)
        and (not asked.status or tie.status in asked.status)
        and (not asked.predicate or tie.predicate in asked.predicate)
    ]
    waits = frozenset[FindingId]() if asked.unsure else desk.waiting()
    shown = [tie for tie in found if tie.finding not in waits]
    return Listed(
        every=shown,
        shape=lambda tie: tie_row(knowledge, tie),
        page=page,
        beside={"waiting": len(found) - len(shown)},
    )


@router.get(
    "/ties/{tie_id}",
    summary="One tie with everything that it rests on",
    response_model=None,
    responses={200: {"model": FindingWhole}},
)
def tie(tie_id: str, desk: AtDesk, response: Response) -> Response:
    """Give a tie with the exact words, who said them, and who denies them."""
    if all(one.finding != tie_id for one in desk.knowledge().ties):
        raise NotFound(f"no tie {tie_id!r}: /api/v1/ties has those that there are")
    return finding(tie_id, desk, response)


@dataclass(frozen=True, slots=True, kw_only=True)
class RepliesAsked:
    """Which hearings are asked for."""

    entity: Text | None = None
    reply: Annotated[tuple[Reply, ...], Query()] = ()
    asked: bool = False


@listing(router, "/replies", Rows[ReplyTold], "Who was asked to answer what, and what came back")
def replies(
    asked: Annotated[RepliesAsked, Depends()], page: Annotated[Page, Depends()], desk: AtDesk
) -> Listed[tuple[Finding, Hearing]]:
    """Give who was given what to answer, by whom and when, and what came back.

    `not_sought` says that no text held tells of asking, not that nobody asked; `asked` leaves
    these out.
    """
    knowledge = desk.knowledge()
    party = None if asked.entity is None else find_entity(knowledge, asked.entity).id
    kinds = set(asked.reply) or set(Reply) - ({Reply.NOT_SOUGHT} if asked.asked else set())
    found = [
        (finding, hearing)
        for finding, hearing in desk.derived(_hearings)
        if hearing.reply in kinds and party in {None, hearing.party}
    ]
    return Listed(every=found, shape=lambda one: _reply(knowledge, one), page=page)


def _hearings(knowledge: Knowledge) -> tuple[tuple[Finding, Hearing], ...]:
    every = knowledge.findings.values()
    return tuple((f, hearing) for f in every for hearing in hearings_of(knowledge, f))


def _reply(knowledge: Knowledge, one: tuple[Finding, Hearing]) -> JsonObject:
    finding, hearing = one
    rows = replies_json(knowledge, [(finding, [hearing])])["replies"]
    if not isinstance(rows, list):
        raise TypeError("replies are no list")
    row: JsonObject = rows[0]
    return row
