"""Commands that show how states carry the measures out: show, gaps, lag, entry, why, …."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from sayso import surveying
from sayso.cli.briefs import write_files
from sayso.cli.output import Desk, command
from sayso.cli.overseeing.asking import MEASURES, choosing, choosing_entries, looking
from sayso.model.vocabulary import Measure
from sayso.states.countries import state_code, state_name
from sayso.surveying import Wanted
from sayso.views.naming import counted
from sayso.views.states import json, text
from sayso.views.states.entry import entry_text
from sayso.views.states.page import Replies
from sayso.views.states.state import page_text
from sayso.views.states.why import why_text
from sayso.views.states.words import (
    OUTSIDE_MEANS,
    TO_CONFIRM_MEANS,
    UNKNOWN_MEANS,
    limit_words,
)

#: Forms of the matrix.
FORMS: Final = ("csv", "parquet")


@click.command("show")
@click.argument("state", metavar="[STATE]", required=False)
@click.option("--all", "every", is_flag=True, help="Every UN member; of one STATE, all of it.")
@command
@looking
def show(desk: Desk, state: str | None, *, every: bool, public: bool) -> None:
    """Show each state of which something is held or said in one line, or one STATE's page.

    The page has the model of its law with its source, counts by measure and status, lags,
    differences, what documents tell and say of it beside its replies, findings that may concern a
    measure, questions and limits; --all names what it else counts. Members of the EU of whom only
    the EU's acts are known stand in its line, unless --all. Of who is no Member State nothing is
    counted as due or missing.

    With --json: {"states": [{"state", "name", "obligations", "carried_out", "late", "missing",
    "unknown", "median_lag_hours": [min, max]|null, "last_evidence", "model", "by_status",
    "to_confirm", "worst_lag_hours", "differences", "claims": [claim id], "is_outside"}], "as_of",
    "releases", "limits", "note"}; of one STATE the same keys, and {"law", "via", "members",
    "by_measure", "lags", "differences_found", "records" and "said" as `sayso states records`,
    "concerns" as `sayso states questions`, "links_to_confirm", "questions"}.
    """
    if state is not None:
        _show_page(desk, state, every=every, public=public)
        return
    overseeing = desk.workbench.overseeing(public=public)
    seen, lines = overseeing.oversight(), overseeing.lines(every=every)
    if desk.json:
        desk.print_json(json.states_json(seen, lines))
        return
    kept, stand_for = (lines, {}) if every else text.folded(lines, seen.members)
    rows = (text.state_row(line, stand_for.get(line.state, 0)) for line in kept)
    desk.table(text.STATE_COLUMNS, rows, title=f"as of {seen.as_of}")
    desk.say(UNKNOWN_MEANS)
    if any(line.to_confirm for line in lines):
        desk.say(TO_CONFIRM_MEANS)
    if any(line.is_outside for line in lines):
        desk.say(OUTSIDE_MEANS)
    for limit in seen.limits:
        desk.say(limit_words(limit))


def _show_page(desk: Desk, state: str, *, every: bool, public: bool) -> None:
    overseeing = desk.workbench.overseeing(public=public)
    recording = desk.workbench.recording(public=public)
    file = surveying.state_file(overseeing, recording, state)
    if desk.json:
        desk.print_json(json.file_json(file, overseeing.oversight()))
        return
    _print(desk, page_text(file, every=every))


@click.command("gaps")
@click.option("--to-confirm", is_flag=True, help="Only where a link by name waits for a person.")
@command
@looking
@choosing
def gaps(desk: Desk, wanted: Wanted, *, to_confirm: bool, public: bool) -> None:
    """Show what is late, missing, unknown or to be confirmed, in all states or in one STATE.

    What is unknown is counted, and listed where a STATE, `--to-confirm` or `--status unknown` asks
    for it; members of the EU have rows of their own with STATE. With --json:
    {"rows": [{"state", "reference", "measure", "due", "carried_out"|null, "lag_hours": [min,
    max]|null, "status", "link": "exact|matched|judged|none", "evidence": [{"document", "locator",
    "text", "title", "address"}], "name", "regimes", "ended", "via", "to_be_confirmed", "basis",
    "instrument", "in_force", "overstates", "questions", "replies"}], "as_of", "releases", "limits",
    "note"}.
    """
    overseeing = desk.workbench.overseeing(public=public)
    found = surveying.gaps(overseeing, replace(wanted, to_confirm=to_confirm))
    replies = Replies(overseeing.records(wanted.code()))
    if desk.json:
        desk.print_json(json.rows_json(found, overseeing.oversight(), replies))
        return
    own = text.without_members(found)
    is_whole = to_confirm or bool(wanted.state or wanted.statuses)
    shown = own if is_whole else text.telling(own)
    desk.table(text.CELL_COLUMNS, text.cell_rows(shown, replies))
    names = {cell.state: state_name(cell.state) for cell in own}
    for line in (*text.gap_lines(own, names), text.gaps_heading(own)):
        desk.say(line)
    if len(shown) < len(own):
        desk.say("`sayso states gaps STATE` lists what is unknown, `--to-confirm` links by name")


@click.command("lag")
@click.option("--chart", metavar="FILE.svg", help="Draw it; FILE.csv beside has its figures.")
@command
@looking
@choosing
def lag(desk: Desk, wanted: Wanted, *, chart: str | None, public: bool) -> None:
    """Show each lag that is known, and their distribution by year and regime of listing.

    A lag is an interval: the UN list gives days, not hours, and no time zone; what is known by the
    day can never prove 24 hours. `sayso states why` shows how one was computed. With --json:
    {"rows": [as `sayso states gaps`], "slices": [{"state", "by": "year|regime", "key", "known",
    "proven", "possible", "late", "median_lag_hours", "worst_lag_hours"}], "as_of", …}.
    """
    overseeing = desk.workbench.overseeing(public=public)
    seen, found = overseeing.oversight(), surveying.lags(overseeing, wanted)
    slices = overseeing.lag_slices(wanted.code())
    if chart is not None:
        from sayso.views.exports.lags import drawn  # noqa: PLC0415  # matplotlib

        write_files(drawn(found, seen, Path(chart)))
        desk.say(f"{chart}: drawn; {Path(chart).with_suffix('.csv').name} beside has its figures")
    replies = Replies(overseeing.records(wanted.code()))
    if desk.json:
        desk.print_json(
            {**json.rows_json(found, seen, replies), "slices": json.slices_shape(slices)}
        )
        return
    own = text.without_members(found)
    desk.table(text.CELL_COLUMNS, text.cell_rows(own, replies))
    if slices:
        desk.out.print()
        title = "By year and regime of listing"
        desk.table(text.SLICE_COLUMNS, text.slice_rows(slices), title=title)
    desk.say(f"{counted(len(own), 'lag')} known; {UNKNOWN_MEANS}")


@click.command("entry")
@click.argument("reference")
@command
@looking
def entry(desk: Desk, reference: str, *, public: bool) -> None:
    """Show one UN entry in every state of which something is held.

    REFERENCE is QDe.132, or un:QDe.132. With --json: {"reference", "name", "regimes", "rows": [as
    `sayso states gaps`, with "state_name"], "records", "as_of", "releases", "limits", "note"}.
    """
    overseeing = desk.workbench.overseeing(public=public)
    cells = surveying.across(overseeing, reference)
    names, seen = surveying.names(overseeing.lines()), overseeing.oversight()
    records = surveying.told_of(overseeing, cells)
    if desk.json:
        desk.print_json(json.entry_json(cells, names, records, seen))
        return
    _print(desk, entry_text(cells, names, seen.members, records))


@click.command("why")
@click.argument("state")
@click.argument("reference")
@click.argument("measure", required=False, type=MEASURES)
@command
@looking
def why(desk: Desk, state: str, reference: str, measure: str | None, *, public: bool) -> None:
    """Show what one cell rests on: proofs with their words, and the sum of the lag step by step.

    Says from which dates and time zones the lag was computed, what it may overstate, and where the
    regulation is. With --json: {"state", "state_name", "reference", "name", "cells": [as `sayso
    states gaps`, with "due_between", "transposition", "steps"], "records", "as_of", "releases",
    "limits", "note"}.
    """
    overseeing = desk.workbench.overseeing(public=public)
    wanted = None if measure is None else Measure(measure)
    cells = surveying.why(overseeing, state, reference, wanted)
    records, code = surveying.told_of(overseeing, cells, state), state_code(state)
    names = {code: state_name(code)}
    if desk.json:
        desk.print_json(json.why_json(cells, names, records, overseeing.oversight()))
        return
    _print(desk, why_text(cells, names, records))


@click.command("differences")
@click.option("--unsure", is_flag=True, help="Also where only a name ties the two entries.")
@command
@looking
@choosing_entries
def differences(desk: Desk, wanted: Wanted, *, unsure: bool, public: bool) -> None:
    """Show in what national entries differ from the UN's: names, aliases, births, numbers, more.

    Also who was delisted by the UN and is still listed, and for how long at least. With --json:
    {"differences": [{"state", "reference", "entry", "link", "kind": "lacks|has_more|still_listed|
    not_followed", "field", "un", "national", "since", "for_at_least_days", "evidence"}], "as_of",
    "releases", "limits", "note"}.
    """
    overseeing = desk.workbench.overseeing(public=public)
    found = surveying.differences(overseeing, wanted, unsure=unsure)
    if desk.json:
        desk.print_json(json.differences_json(found, overseeing.oversight()))
        return
    desk.table(text.DIFFERENCE_COLUMNS, text.difference_rows(found))
    desk.say(f"{counted(len(found), 'difference')}; a difference is a question, not a fault")


@click.command("matrix")
@click.option("--to", "form", type=click.Choice(FORMS), default="csv", show_default=True)
@click.option("--output", "-o", type=click.Path(dir_okay=False), required=True, help="File.")
@command
@looking
@choosing
def matrix(desk: Desk, wanted: Wanted, *, form: str, output: str, public: bool) -> None:
    """Write every cell as a table: 193 states and the EU, each UN entry, each measure.

    One row a cell with its dates, lag, status, link, and the words and address that prove it.
    Parquet needs an extra: pip install 'sayso[parquet]'.
    """
    from sayso.views.exports.matrix import csv_matrix, parquet_matrix  # noqa: PLC0415  # duckdb

    cells = surveying.every_cell(desk.workbench.overseeing(public=public), wanted)
    written, count = csv_matrix(cells) if form == "csv" else parquet_matrix(cells)
    write_files({Path(output): written})
    if desk.json:
        desk.print_json({"file": output, "rows": count, "note": UNKNOWN_MEANS})
        return
    desk.say(f"{output}: {counted(count, 'row')}, {len(written):,} bytes; {UNKNOWN_MEANS}")


def _print(desk: Desk, written: str) -> None:
    desk.out.print(written, markup=False, highlight=False, soft_wrap=True, end="")
