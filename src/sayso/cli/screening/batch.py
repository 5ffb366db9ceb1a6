"""A file of names, screened row by row: order kept, errors by row, a summary at the end."""

import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import click

from sayso.cli.output import Desk
from sayso.cli.screening.files import Begun, Form, Written, form_of, written
from sayso.collect.tables.table import STDIN, Table
from sayso.crew import cores
from sayso.errors import BadInput, Unavailable
from sayso.model.ids import ReleaseId
from sayso.model.screenings import Counts, Run, RunKind, Subject, Terms
from sayso.review.screening.screener import Screener
from sayso.screenings import ENGINE, Screenings
from sayso.views.screening.csv import header
from sayso.views.screening.json import counts_json, terms_json
from sayso.views.screening.text import counts_text

#: What a batch with rows that could not be screened ends with.
SOME_FAILED = 3
#: From so many rows on a second process is worth its beginning.
_MANY = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What is asked for.

    Attributes:
        out: the file to write; None for standard output.
        form: "jsonl" or "csv"; None: as the file is called.
        again: begin anew, though a file is there.
        timings: tell of each row how long it took.
        common: what holds for every row that does not say otherwise.
    """

    source: str
    out: str | None
    form: str | None
    again: bool
    timings: bool
    common: Subject


def run_batch(desk: Desk, terms: Terms, asked: Batch) -> None:
    """Screen a file, write what comes of it, log the run, and end with 3 when rows failed.

    Raises:
        BadInput: the file would be written over itself.
    """
    if asked.out is not None and Path(asked.out).resolve() == Path(asked.source).resolve():
        raise BadInput(f"--out {asked.out}: this is the file of names itself: name another")
    table = Table(asked.source, sys.stdin.buffer)
    screenings = desk.workbench.screenings()
    screener = screenings.screener(terms)
    job = _Job(desk, table, screenings, screener, asked)
    about = table.digest()
    if asked.out is None:
        counts = job.printed()
    else:
        mark = _mark(about, screener, screenings.index.releases, asked.common)
        file = Written(asked.out, job.form, mark)
        begun = file.begin(anew=asked.again)
        if begun.is_whole:
            desk.say(f"{asked.out}: whole already; --again screens anew")
            return
        counts = job.filed(file, begun)
    finish(desk, screenings, screenings.run(RunKind.BATCH, about, by(desk)), terms, counts)


@dataclass(frozen=True, slots=True)
class _Job:
    """A table on its way through a screener."""

    desk: Desk
    table: Table
    screenings: Screenings
    screener: Screener
    asked: Batch

    @property
    def form(self) -> Form:
        """Give how it is written."""
        return form_of(self.asked.form, self.asked.out)

    def printed(self) -> Counts:
        """Write to standard output, each row as it is done."""
        if self.form is Form.CSV:
            click.echo(header(), nl=False)
        return self._each(Begun(), lambda row: click.echo(row, nl=False))

    def filed(self, file: Written, begun: Begun) -> Counts:
        """Write to a file, going on where a run before ended."""
        if begun.rows:
            self.desk.say(f"{file.path}: goes on after {begun.rows:,} rows")
        with file.rows() as out:
            counts = self._each(begun, lambda row: out.write(row.encode("utf-8")))
        file.finish(dict(counts_json(counts)))
        return counts

    def _each(self, begun: Begun, write: Callable[[str], object]) -> Counts:
        """Screen and write the rows that are left, and count all."""
        total, counts = self.table.count(), begun.counts
        left = islice(self.table.entrants(self.asked.common), begun.rows, None)
        with self.desk.progress("screening", total) as step:
            for _ in range(begun.rows):
                step("")
            several = processes(self.desk, total)
            for row, one, ms in self.screenings.outcomes(self.screener, left, several):
                told = ms if self.asked.timings else None
                write(written(self.form, row, one, self.screener.index, told))
                counts = counts.with_one(one)
                step("")
        return counts


def finish(desk: Desk, screenings: Screenings, run: Run, terms: Terms, counts: Counts) -> None:
    """Log a run, say what it came to, and end with 3 when rows failed."""
    keep_log(desk, screenings, replace(run, terms=terms, counts=counts))
    desk.say(counts_text(counts))
    if counts.errors:
        sys.exit(SOME_FAILED)


def keep_log(desk: Desk, screenings: Screenings, run: Run) -> None:
    """Log a run; where that cannot be, say so, and let what came of it stand."""
    try:
        is_kept = screenings.log(run)
        if not is_kept and run.kind is not RunKind.NAME:
            desk.say("this run is not in the log: there is no project here")
    except Unavailable as bad:
        desk.say(f"this run is not in the log: {bad}")


def by(desk: Desk) -> str:
    """Give who runs it, as far as the settings say."""
    return desk.settings.text("by")


def processes(desk: Desk, rows: int) -> int:
    """Give how many processes screen so many rows."""
    return 1 if rows < _MANY else desk.settings.number("workers") or cores()


def _every(common: Subject) -> Iterator[str | None]:
    """Give what holds for every row that does not say otherwise."""
    yield from (common.schema, common.birth, common.country, common.gender, common.address)
    yield from common.ids


def _mark(
    about: str, screener: Screener, releases: Sequence[ReleaseId], common: Subject
) -> dict[str, object]:
    """Give what the rows of a file depend on, in words that a person can compare.

    Raises:
        BadInput: standard input, which is read once, cannot be gone on with.
    """
    if not about:
        raise BadInput(f"--out and {STDIN}: what is read once cannot be gone on with: use >")
    standing = sorted(judgement.id for judgement in screener.clearings.values())
    return {
        "input": about,
        "releases": list(releases),
        "engine": ENGINE,
        "settings": terms_json(screener.terms),
        "of_every_row": [value for value in _every(common) if value],
        "clearings": hashlib.sha256("\n".join(standing).encode()).hexdigest(),
    }
