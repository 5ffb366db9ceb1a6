"""A file of names, screened in the background: `POST /api/v1/screenings/files`."""

import csv
import io
import secrets
import traceback
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
from sayso.model.screenings import Counts, RunKind, Screened, Subject
from sayso.review.screening.screener import Screener
from sayso.views.json import JsonObject
from sayso.views.screening.csv import COLUMNS, header, screened_csv
from sayso.views.screening.json import screened_json
from sayso.web.answers.rows import Listed, as_table, listing
from sayso.web.api.pages import Page
from sayso.web.api.screenings import terms_of
from sayso.web.asking.limits import MOST_RESULTS, Text
from sayso.web.desk import AtDesk, Desk
from sayso.web.jobs.board import Board
from sayso.web.jobs.routes import BODY, AtOffice, FileName, Office, answered, name_of, taken
from sayso.web.jobs.rows import RowFile
from sayso.web.jobs.shapes import JobTold, ScreenedRow
from sayso.web.jobs.states import Job, JobKind
from sayso.web.jobs.worker import discard
from sayso.web.shapes.base import Rows

router = APIRouter(tags=["screening"])

#: Rows that are told together.
_TOGETHER: Final = 25
#: What a line of the table is, by its status.
_ALERTS: Final = frozenset({"alert", "returned"})
_ERRORS: Final = frozenset({"error"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenAsked:
    """On which terms a file is screened."""

    lists: Annotated[tuple[Text, ...], Query()] = ()
    threshold: Annotated[float | None, Query(ge=0, le=1)] = None
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
    terms = terms_of(desk.terms.screening, lists, asked)
    told = name_of(name)
    path = office.worker.folder / f"{secrets.token_hex(8)}-{Path(told).name[-80:]}"
    await taken(request, path)
    try:
        total = await run_in_threadpool(_table(path).count)  # others are answered meanwhile
    except SaysoError:
        discard(path)
        raise
    job = office.board.begin(JobKind.SCREENING, desk.now())
    rows = RowFile(office.worker.folder / f"{job.id}.rows")
    office.board.take_on(job, told, total, rows)
    screener = Screener(lists.index, terms, lists.clearings)
    work = _Work(desk, office.board, job, screener, path, rows)
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
    rows: RowFile

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
        table = _table(self.path)
        screenings, counts = self.desk.bench.screenings(), Counts()
        came = (one for _, one, _ in screenings.outcomes(self.screener, table.entrants(), 1))
        while not self.job.is_over and (some := list(islice(came, _TOGETHER))):
            counts = _counted(counts, some)
            numbered = list(enumerate(some, len(self.rows) + 1))
            lines = "".join(screened_csv(n, one, self.screener.index) for n, one in numbered)
            self.rows.put([self._row(n, one) for n, one in numbered], lines)
            failed = sum(one.error is not None for one in some)
            self.board.came_to(self.job, len(self.rows), failed=failed)
        run = screenings.run(RunKind.BATCH, table.digest(), self.desk.terms.by)
        screenings.log(replace(run, terms=self.screener.terms, counts=counts))
        self.board.close(self.job)

    def _row(self, number: int, one: Screened) -> JsonObject:
        return {
            "row": number,
            "name": one.subject.name,
            "asked": _asked(one.subject),
            **screened_json(one, self.screener.index),
        }


def _asked(subject: Subject) -> JsonObject:
    """Give a row as a question, which can be asked alone; what it does not say is left out."""
    told: JsonObject = {
        "schema": subject.schema,
        "dob": subject.birth,
        "country": subject.country,
        "ids": list(subject.ids),
        "gender": subject.gender,
        "address": subject.address,
    }
    return {"query": subject.name, **{key: value for key, value in told.items() if value}}


def _table(path: Path) -> Table:
    return Table(str(path), io.BufferedReader(io.BytesIO()))


def _counted(counts: Counts, some: list[Screened]) -> Counts:
    for one in some:
        counts = counts.with_one(one)
    return counts


@router.get("/jobs/{job_id}/results.csv", include_in_schema=False, response_model=None)
def results_table(
    job_id: str, office: AtOffice, *, alerts: bool = False, errors: bool = False
) -> Response:
    """Give the rows as `sayso screen --batch` writes CSV: one an alert; no cell is a formula."""
    lines = _rows_of(office, job_id).table().decode().splitlines(keepends=True)
    wanted = _ERRORS if errors else _ALERTS if alerts else frozenset[str]()
    kept = (line for line in lines if not wanted or _status(line) in wanted)
    return as_table((line.encode() for line in (header(), *kept)), "screening")


def _status(line: str) -> str:
    """Give the status of a line of the table; no cell of it holds a line end."""
    return next(csv.reader([line]))[COLUMNS.index("status")]


@listing(router, "/jobs/{job_id}/results", Rows[ScreenedRow], "What a file of names came to")
def results(
    job_id: str,
    page: Annotated[Page, Depends()],
    office: AtOffice,
    *,
    alerts: bool = False,
    errors: bool = False,
) -> Listed[JsonObject]:
    """Give the rows that are screened so far, in their order.

    `alerts` gives those with alerts alone, `errors` those that could not be screened. As a table
    there is one row an alert, as `sayso screen --batch` writes it.
    """
    held = _rows_of(office, job_id)
    chosen = held.with_errors if errors else held.with_alerts if alerts else held.every
    return Listed(every=chosen(), shape=lambda row: row, page=page)


def _rows_of(office: Office, job_id: str) -> RowFile:
    """Give the rows of a job.

    Raises:
        BadInput: it screens no names.
    """
    rows = office.board.job(job_id).results
    if rows is None:
        raise BadInput(f"{job_id} screens no names: /api/v1/jobs/{job_id} has what it came to")
    return rows
