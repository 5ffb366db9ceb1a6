"""The front page: `/api/v1/project`, `/api/v1/news`."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from sayso import __version__
from sayso.deliberation import Deliberation
from sayso.errors import BadInput, Unavailable
from sayso.model.findings import Knowledge
from sayso.model.ids import day_of_edition, edition_of
from sayso.model.vocabulary import FindingStatus
from sayso.views.contract import news_json
from sayso.views.hypotheses.identities import waits
from sayso.views.json import JsonObject
from sayso.views.review.queue import pending
from sayso.watching import Watch, news
from sayso.web.answers.rows import as_json
from sayso.web.asking.limits import Text
from sayso.web.desk import AtDesk, Desk, revalidated
from sayso.web.home.shapes import NewsTold, ProjectTold
from sayso.web.known.told import sources_of
from sayso.web.known.weighing import deliberation_of
from sayso.web.titles import title_of

router = APIRouter(tags=["project"], dependencies=[Depends(revalidated)])

#: Changes told in one answer.
MOST_NEWS: Final = 200
#: Claims from which on the sources to obtain are weighed only when they are asked for themselves.
_MOST_WEIGHED: Final = 20_000
#: Seconds after which a count is not waited for, and news is not: they are made meanwhile.
_PATIENCE_S: Final = 0.3
_NEWS_S: Final = 10.0
#: Days that are looked back over unless a time is given.
_LOOKED_BACK: Final = 30
#: What a person can do who has nothing yet.
_TEACHES: Final = (
    ("Drop a PDF, a page or a folder here", "sayso add PATH", "/app/add"),
    ("Look around in a project that is made of shipped samples", "sayso demo --serve", None),
    ("Bring the sanctions lists up to date", "sayso lists update", None),
    ("Screen a name: that works without a project", "sayso screen NAME", "/app/screening"),
)


@router.get(
    "/project",
    summary="The project at a glance",
    response_model=None,
    responses={200: {"model": ProjectTold}},
)
def project(desk: AtDesk, response: Response) -> Response:
    """Give what is held and what waits; while nothing is held, how to begin.

    A count that takes long is null until it is there: ask again.
    """
    knowledge = desk.knowledge()
    notices = Counter(r.document.notice for r in knowledge.records.values() if r.document.notice)
    is_empty = not knowledge.records
    counts = _counts(desk, knowledge)
    told: JsonObject = {
        "name": desk.terms.name,
        "empty": is_empty,
        "teaches": [
            {"says": says, "command": command, "page": page}
            for says, command, page in (_TEACHES if is_empty else ())
        ],
        "counts": counts,
        "lists": _lists(desk),
        "notices": [{"notice": n, "documents": count} for n, count in notices.items()],
        "version": __version__,
        "data_version": desk.etag().strip('W/"'),
    }
    answer = as_json(told, response)
    if None in counts.values():  # it is not what it will be, though nothing changes
        del answer.headers["ETag"]
        answer.headers["Cache-Control"] = "no-store"
    return answer


def _counts(desk: Desk, knowledge: Knowledge) -> JsonObject:
    weighed = deliberation_of(desk)
    questions = desk.soon("questions", lambda: _questions(desk, weighed), _PATIENCE_S)
    to_obtain = None
    if len(knowledge.claims) <= _MOST_WEIGHED:
        to_obtain = desk.soon("to obtain", lambda: len(sources_of(desk).to_obtain), _PATIENCE_S)
    waiting = desk.soon("waiting", lambda: len(desk.derived(pending)), _PATIENCE_S)
    shown = desk.soon("shown", lambda: _shown(desk, knowledge), _PATIENCE_S)
    findings, contested = shown or (None, None)
    return {
        "documents": len(knowledge.records),
        "claims": len(knowledge.claims),
        "entities": len(knowledge.entities),
        "findings": findings,
        "contested": contested,
        "ties": len(knowledge.ties),
        "questions": questions,
        "hypotheses": 0 if weighed is None else len(weighed.matrices()),
        "to_obtain": to_obtain,
        "judgements": len(desk.bench.judgements()) if desk.has_project() else 0,
        "waiting": waiting,
    }


def _shown(desk: Desk, knowledge: Knowledge) -> tuple[int, int]:
    """Count the findings, and the contested ones, that do not wait in review.

    They are those that their list shows.
    """
    waits = desk.waiting()
    every = [f for f in knowledge.findings.values() if f.id not in waits]
    return len(every), sum(f.status is FindingStatus.CONTESTED for f in every)


def _questions(desk: Desk, weighed: Deliberation | None) -> int:
    """Count the questions about identity that do not wait in review."""
    if weighed is None:
        return 0
    every = desk.kept("identities", weighed.identities)
    return sum(not waits(weighed.knowledge, one) for one in every)


def _lists(desk: Desk) -> list[JsonObject]:
    today = desk.now().date()
    rows: list[JsonObject] = []
    for authority, release in desk.lists().releases.items():
        published = day_of_edition(edition_of(release))
        age = (today - date.fromisoformat(published)).days
        rows.append(
            {
                "authority": authority,
                "title": title_of(authority),
                "release": release,
                "published": published,
                "age_days": age,
                "old": age > desk.terms.list_age_days,
            }
        )
    return rows


@router.get(
    "/news",
    summary="What is new",
    response_model=None,
    responses={200: {"model": NewsTold}},
)
def new(desk: AtDesk, since: Text | None = None) -> JsonObject:
    """Give what came in and what changed since a day or time; the last 30 days without one."""
    now = desk.now()
    begun = now.replace(hour=0, minute=0, second=0, microsecond=0)
    start = begun - timedelta(days=_LOOKED_BACK) if since is None else _time(since)
    if not desk.has_project():
        return {"since": start.isoformat(), "until": now.isoformat(), **_NONE_NEW}
    watch = Watch(since=start, until=now, terms=desk.terms.screening)
    found = desk.soon(
        ("news", start, watch.terms), lambda: news_json(news(desk.bench, watch)), _NEWS_S
    )
    if found is None:
        raise Unavailable("what is new is being worked out: ask again in a few seconds")
    told = dict(found)
    changes = told["changes"]
    every = changes if isinstance(changes, list) else []
    return {**told, "changes": every[:MOST_NEWS], "total": len(every)}


_NONE_NEW: Final[JsonObject] = {
    "documents": [],
    "erased": [],
    "releases": [],
    "changes": [],
    "total": 0,
    "in_review": 0,
}


def _time(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError as bad:
        raise BadInput(f"since={text!r}: give a day or a time, like 2026-02-27") from bad
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
