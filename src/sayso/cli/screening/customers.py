"""The commands about customers: remembered as a set, screened again, cleared, taken out."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from sayso.cli.briefs import write_files
from sayso.cli.documents import signed
from sayso.cli.output import Desk, command
from sayso.cli.screening.batch import SOME_FAILED, by, finish, processes
from sayso.cli.screening.clearer import CLEARINGS, Clearer
from sayso.cli.screening.files import Form, form_of, written
from sayso.cli.screening.options import on_terms
from sayso.cli.screening.screen import tell_clearing
from sayso.collect.tables.table import Table
from sayso.errors import BadInput, SaysoError
from sayso.model.findings import Judgement
from sayso.model.screenings import RunKind, Screened, Terms
from sayso.screenings import Round, Screenings
from sayso.views.screening.csv import header
from sayso.views.screening.json import round_json, taken_json
from sayso.views.screening.text import alert_lines, gone_lines
from sayso.views.shapes.judgements import judgement_json

_NEW_ALERTS = 4
_REASON = "Why, for the record that stays."
_BY = "Who says so; default: the setting `by`."


@click.group
def customers() -> None:
    """Remember customers as sets; show what is new about them; clear, and take out."""


@customers.command("add")
@click.argument("name", metavar="SET")
@click.argument("file")
@command
@on_terms
def add(desk: Desk, terms: Terms, name: str, file: str) -> None:
    """Let SET be the customers of FILE, a CSV, JSONL or Parquet file as for `screen --batch`.

    The same SET again: who is new, changed or gone is said; give customers an `id` that lasts. A
    row that cannot be read is told, nobody is taken out then, and the end is 3. What --without
    names is not even kept. All of it stays in the project's file until `customers remove`.

    With --json: {"set", "new", "changed", "same", "gone", "refused": [{"row", "error"}]}.
    """
    taken = desk.workbench.screenings().customers.take_in(
        name, Table(file, sys.stdin.buffer).entrants(), terms
    )
    if desk.json:
        refused = [(entrant.number, entrant.error or "") for entrant in taken.refused]
        desk.print_json(taken_json(name, taken.counts, refused))
    for entrant in taken.refused:
        desk.say(f"{file}, row {entrant.number}: {entrant.error}")
    desk.say(f"{name}: " + ", ".join(f"{count:,} {what}" for what, count in taken.counts.items()))
    if taken.refused:
        desk.say("nobody was taken out, as long as rows cannot be read")
        sys.exit(SOME_FAILED)


@customers.command("list")
@command
def list_sets(desk: Desk) -> None:
    """List the sets of customers.

    With --json: {"sets": [{"name", "customers", "at"}]}.
    """
    sets = desk.workbench.screenings().customers.sets()
    if desk.json:
        rows = [{"name": s.name, "customers": s.count, "at": s.at.isoformat()} for s in sets]
        desk.print_json({"sets": rows})
        return
    desk.table(
        ("Set", "Customers#", "Taken in (UTC)"),
        [(s.name, f"{s.count:,}", f"{s.at:%Y-%m-%d %H:%M}") for s in sets],
    )


@customers.command("screen")
@click.argument("name", metavar="SET")
@click.option("--all", "everything", is_flag=True, help="Alerts that were shown before, too.")
@click.option("--out", type=click.Path(dir_okay=False), help="Write the alerts to this file.")
@click.option("--to", "form", type=click.Choice([f.value for f in Form]), help="jsonl or csv.")
@click.option("--exit-code", is_flag=True, help="End with 4 when there is a new alert.")
@command
@on_terms
def screen_set(
    desk: Desk, terms: Terms, name: str, *, exit_code: bool, **asked: str | None
) -> None:
    """Screen the customers of SET; show the alerts that are new, or rest on other evidence.

    What is shown counts as told, and is not shown again until the list entry or the customer
    changes; --all shows it. What a person cleared stays away as long, and is counted.

    With --json: {"set", "customers": [{"name", "qid", "results", …}], "gone": [{"qid", "entry"}],
    "counts"}, where a result that was told or cleared before has "changed".
    """
    screenings = desk.workbench.screenings()
    found = _round(desk, screenings, name, terms)
    shown = found.news
    if asked["everything"]:
        shown = tuple(one for one in found.screened if one.alerts or one.error)
    _show(desk, screenings, (name, shown, found), asked)
    screenings.customers.tell(name, found.told)
    run = screenings.run(RunKind.CUSTOMERS, name, by(desk))
    desk.say(f"{sum(len(one.alerts) for one in found.news):,} new or changed alerts")
    finish(desk, screenings, run, terms, found.counts)
    if exit_code and found.news:
        sys.exit(_NEW_ALERTS)


def _round(desk: Desk, screenings: Screenings, name: str, terms: Terms) -> Round:
    held = screenings.customers.all(name)
    done: list[Screened] = []
    with desk.progress(f"screening {name}", len(held)) as step:
        for one in screenings.customers.screen(name, terms, processes(desk, len(held))):
            done.append(one)
            step("")
    return screenings.customers.round(name, terms, done)


def _show(
    desk: Desk,
    screenings: Screenings,
    found: tuple[str, Sequence[Screened], Round],
    asked: dict[str, str | None],
) -> None:
    """Show alerts, in a file where one is named, else as JSON or as text."""
    name, shown, came = found
    index, out = screenings.index, asked["out"]
    if out is not None:
        form = form_of(asked["form"], out)
        lines = [header()] if form is Form.CSV else []
        lines += [written(form, row, one, index) for row, one in enumerate(shown, 1)]
        write_files({Path(out): "".join(lines).encode("utf-8")})
    elif desk.json:
        desk.print_json(round_json(name, shown, came.gone, came.counts, index))
    else:
        lines = [line for one in shown for line in _lines(one, screenings)]
        for line in (*lines, *gone_lines(came.gone)):
            desk.out.print(line, markup=False, highlight=False, soft_wrap=True)


def _lines(one: Screened, screenings: Screenings) -> Iterator[str]:
    yield f"{one.subject.key}  {one.subject.name}" + (f": {one.error}" if one.error else "")
    yield from (f"  note: {remark}" for remark in one.subject.remarks)
    for alert in one.alerts:
        yield from (f"  {line}" for line in alert_lines(one.subject, alert, screenings.index))


@customers.command("clear")
@click.argument("name", metavar="SET")
@click.argument("key", metavar="[ID]", required=False)
@click.argument("entry", metavar="[ENTRY]", required=False)
@click.option("--from", "file", metavar="FILE", help="CSV with qid, entry and reason.")
@click.option("--reason", help=_REASON)
@click.option("--by", "who", help=_BY)
@command
@on_terms
def clear(desk: Desk, terms: Terms, name: str, **asked: str | None) -> None:
    """Set the customer ID of SET and a list ENTRY apart, until the evidence changes.

    With --from FILE, many at once: the file that `customers screen SET --out FILE` wrote, with a
    column `reason`; rows without a reason, and pairs cleared already, are left as they are.

    With --json: {"judgement": …}; with --from: {"judgements": [JUDGEMENT], "refused": [{"row",
    "error"}]}.
    """
    by_whom, screenings = signed(desk, asked["who"]), desk.workbench.screenings()
    key, entry, file = asked["key"], asked["entry"], asked["file"]
    if file is not None and key is None:
        _clear_many(desk, screenings, (name, file, by_whom), terms)
        return
    if key is None or entry is None or file is not None:
        raise BadInput("give either an ID and an ENTRY, or --from FILE")
    tell_clearing(
        desk, _cleared(screenings, terms, (name, key, entry), (by_whom, asked["reason"] or ""))
    )


def _cleared(
    screenings: Screenings, terms: Terms, pair: tuple[str, str, str], sign: tuple[str, str]
) -> Judgement:
    name, key, entry = pair
    subject = screenings.customers.one(name, key)
    return screenings.clear(screenings.screener(terms, name), subject, entry, sign)


def _clear_many(
    desk: Desk, screenings: Screenings, asked: tuple[str, str, str], terms: Terms
) -> None:
    """Clear the rows of a file that have a reason; say which could not be."""
    name, file, by_whom = asked
    clearer = Clearer.of(screenings, name, terms)
    made, refused = [], []
    for row in Table(file, sys.stdin.buffer, CLEARINGS).rows():
        try:
            cleared = clearer.clear(row, by_whom)
        except SaysoError as bad:
            refused.append((row.number, str(bad)))
        else:
            made += [] if cleared is None else [cleared]
    if desk.json:
        rows = [{"row": number, "error": why} for number, why in refused]
        desk.print_json({"judgements": [judgement_json(j) for j in made], "refused": rows})
    for number, why in refused:
        desk.say(f"{file}, row {number}: {why}")
    desk.say(f"{len(made):,} pairs cleared, {len(refused):,} refused")
    if refused:
        sys.exit(SOME_FAILED)


@customers.command("remove")
@click.argument("name", metavar="SET")
@click.argument("key", metavar="[ID]", required=False)
@click.option("--reason", required=True, help=_REASON)
@click.option("--by", "who", help=_BY)
@command
def remove(desk: Desk, name: str, key: str | None, reason: str, who: str | None) -> None:
    """Take SET, or the customer ID in it, out of the project's file, with what was told of them.

    The log keeps that they were removed, by whom and why; clearings keep ids and digests alone.

    With --json: {"set", "id", "removed"}.
    """
    count = desk.workbench.screenings().customers.remove(name, key, (signed(desk, who), reason))
    if desk.json:
        desk.print_json({"set": name, "id": key, "removed": count})
        return
    desk.say(f"{name}: {count:,} taken out")
