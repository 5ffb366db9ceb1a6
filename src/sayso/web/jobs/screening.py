"""A file of names, screened in the background: `POST /api/v1/screenings/files`."""

import io
import secrets
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, replace
from http import HTTPStatus
from itertools import islice
from pathlib import Path
from threading import Thread
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from sayso.collect.tables.table import Table
from sayso.errors import BadInput, SaysoError
from sayso.model.screenings import Counts, RunKind, Screened, Terms
from sayso.review.screening.screener import Screener
from sayso.views.json import JsonObject
from sayso.views.screening.json import screened_json
from sayso.web.answers.rows import Listed, listing
from sayso.web.api.pages import Page
from sayso.web.asking.limits import MOST_RESULTS, Text
from sayso.web.desk import AtDesk, Desk
from sayso.web.jobs.board import Board, Job, JobKind
from sayso.web.jobs.routes import BODY, AtOffice, FileName, answered, name_of, taken
from sayso.web.jobs.shapes import JobTold, ScreenedRow
from sayso.web.jobs.worker import discard
from sayso.web.shapes.base import Rows

router = APIRouter(tags=["screening"])

#: Rows that are told together.
_TOGETHER: Final = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenAsked:
    """On which terms a file is screened."""

    lists: Annotated[tuple[Text, ...], Query()] = ()
    threshold: Annotated[float, Query(ge=0, le=1)] = 0.5
    limit: Annotated[int, Query(ge=1, le=MOST_RESULTS)] = 10


@router.post(
    "/screenings/files",
    summary="Screen a file of names",
    status_code=HTTPStatus.ACCEPTED,
    response_model=None,
    responses={202: {"model": JobTold, "description": "It is screened in the background"}},
    openapi_extra=BODY,
)
async def screen(
    request: Request,
    asked: Annotated[ScreenAsked, Depends()],
    name: FileName,
    desk: AtDesk,
    office: AtOffice,
) -> Response:
    """Take in a table (CSV, JSONL or Parquet, as for `sayso screen --batch`) as the raw body.

    The job's `results` has a row for each row of the file, in its order; what could not be
    screened says why. The rows are forgotten when Sayso stops; the log keeps that a file with this
    digest was screened.
    """
    lists = desk.lists()
    terms = Terms(
        threshold=asked.threshold,
        limit=asked.limit,
        authorities=tuple(sorted(lists.authorities(asked.lists))),
    )
    told = name_of(name)
    path = office.worker.folder / f"{secrets.token_hex(8)}-{Path(told).name[-80:]}"
    await taken(request, path)
    table = Table(str(path), io.BufferedReader(io.BytesIO()))
    try:
        rows = await run_in_threadpool(table.count)  # others are answered meanwhile
    except SaysoError:
        discard(path)
        raise
    job = office.board.begin(JobKind.SCREENING, desk.now())
    office.board.rows_to_come(job, told, rows)
    screener = Screener(lists.index, terms, lists.clearings)
    work = _Work(desk, office.board, job, screener, path)
    Thread(target=work.run, name="sayso-screening", daemon=True).start()
    return answered(job, desk)


@dataclass(frozen=True, slots=True)
class _Work:
    """One file on its way through a screener."""

    desk: Desk
    board: Board
    job: Job
    screener: Screener
    path: Path

    def run(self) -> None:
        """Screen the rows until there are no more, or the job is cancelled."""
        try:
            self._screen()
        except SaysoError as bad:
            self.board.close(self.job, str(bad).replace(str(self.path), self.job.files[0].name))
        except Exception:  # noqa: BLE001  # nobody waits for this thread: the job is told of it
            traceback.print_exc()
            self.board.close(self.job, "Sayso failed over this file; please report it")
        finally:
            self.path.unlink(missing_ok=True)

    def _screen(self) -> None:
        table = Table(str(self.path), io.BufferedReader(io.BytesIO()))
        screenings, counts = self.desk.bench.screenings(), Counts()
        came = (one for _, one, _ in screenings.outcomes(self.screener, table.entrants(), 1))
        while not self.job.is_over and (some := list(islice(came, _TOGETHER))):
            counts = _counted(counts, some)
            rows = [self._row(number, one) for number, one in self._numbered(some)]
            self.board.screened(self.job, rows, sum(one.error is not None for one in some))
        run = screenings.run(RunKind.BATCH, table.digest(), self.desk.terms.by)
        screenings.log(replace(run, terms=self.screener.terms, counts=counts))
        self.board.close(self.job)

    def _numbered(self, some: list[Screened]) -> Iterator[tuple[int, Screened]]:
        return enumerate(some, self.job.done + 1)

    def _row(self, number: int, one: Screened) -> JsonObject:
        return {
            "row": number,
            "name": one.subject.name,
            **screened_json(one, self.screener.index),
        }


def _counted(counts: Counts, some: list[Screened]) -> Counts:
    for one in some:
        counts = counts.with_one(one)
    return counts


@listing(router, "/jobs/{job_id}/results", Rows[ScreenedRow], "What a file of names came to")
def results(
    job_id: str,
    page: Annotated[Page, Depends()],
    office: AtOffice,
    *,
    alerts: bool = False,
) -> Listed[JsonObject]:
    """Give the rows that are screened so far, in their order; `alerts` those with alerts alone."""
    job = office.board.job(job_id)
    if job.kind is not JobKind.SCREENING:
        raise BadInput(f"{job_id} adds documents: /api/v1/jobs/{job_id} has what each came to")
    rows = [row for row in list(job.results) if row["results"] or not alerts]
    return Listed(every=rows, shape=lambda row: row, page=page)
