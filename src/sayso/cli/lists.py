"""Commands about sanctions lists: lists add, diff, history, show, check, …; screen."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from sayso.cli.batch import questions
from sayso.cli.monitoring.entries import check, fairness, note
from sayso.cli.monitoring.updates import list_sources, update_lists
from sayso.cli.output import Desk, command, told
from sayso.cli.times.travel import list_travel
from sayso.errors import BadInput, BadListRelease
from sayso.model.matches import Candidate, Screening
from sayso.project import LIST_BYTES
from sayso.views import contract

MOST_FIELDS = 3


@click.group
def lists() -> None:
    """Add and update sanctions lists, compare releases, follow an entry."""


for upkeep in (check, note, fairness, update_lists, list_sources):
    lists.add_command(upkeep)


@lists.command("show")
@command
@list_travel
def show_lists(desk: Desk) -> None:
    """List the releases held."""
    releases = desk.workbench.releases()
    if desk.json:
        desk.print_json(contract.releases_json(releases))
        return
    desk.table(
        ("Release", "Published", "File", "Remarks"),
        [(r.id, r.published, r.locator, "; ".join(r.remarks)) for r in releases],
    )


@lists.command("add")
@click.argument("authority")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option("--published", metavar="DATE", help="Wins over the file's own date.")
@click.option("--repair", is_flag=True, help="Drop characters that XML forbids; counted.")
@command
def add_list(desk: Desk, authority: str, file: str, *, published: str | None, repair: bool) -> None:
    """Keep one release of AUTHORITY's list, whole or not at all; plain or gzip.

    `sayso lists sources` has the authorities. OPENSANCTIONS=ftm reads any FollowTheMoney file
    (entities.ftm.json) under a code that you choose; see to it that its licence allows your use.
    """
    check_list_file(file)
    try:
        release, is_new = desk.workbench.add_list(
            authority, file, published=published, repair=repair
        )
    except BadListRelease as bad:
        raise BadListRelease(told(file, str(bad))) from bad
    if desk.json:
        desk.print_json(contract.release_json(release, is_new=is_new))
        return
    kept = "kept" if is_new else "already here"
    desk.say(f"{release.id}: {len(release.entries)} entries, {kept}")
    for remark in release.remarks:
        desk.say(remark)


def check_list_file(file: str) -> None:
    """Refuse what is no file, which may never end, or a larger one than any list.

    Raises:
        BadInput: names it.
    """
    path = Path(file)
    if not path.is_file():
        raise BadInput(f"{file}: a pipe or device; write it to a file first")
    if path.stat().st_size > LIST_BYTES:
        raise BadInput(f"{file}: more than {LIST_BYTES:,} bytes, which no list has; fetch it again")


@lists.command("diff")
@click.argument("old")
@click.argument("new")
@command
def diff(desk: Desk, old: str, new: str) -> None:
    """Compare two releases: OLD and NEW are authority@date, or files."""
    before, after, changes = desk.workbench.diff_lists(old, new)
    if desk.json:
        desk.print_json(contract.list_diff_json(before, after, changes))
        return
    desk.table(
        ("Reference", "Name", "Change", "Fields"),
        [
            (
                change.reference,
                change.name,
                change.change,
                ", ".join(field.field for field in change.fields[:MOST_FIELDS])
                + (" …" if len(change.fields) > MOST_FIELDS else ""),
            )
            for change in changes
        ],
    )
    desk.say(
        f"{before.id} ({len(before.entries)} entries) → {after.id} ({len(after.entries)}): "
        f"{len(changes)} changes"
    )


@lists.command("history")
@click.argument("reference")
@command
def history(desk: Desk, reference: str) -> None:
    """Follow one entry through the releases held: REFERENCE is QDe.132 or un:QDe.132."""
    steps = desk.workbench.list_history(reference)
    if desk.json:
        desk.print_json(contract.history_json(reference, steps))
        return
    desk.table(
        ("Release", "Name", "Amended on"),
        [
            (release, "(not in it)", "")
            if entry is None
            else (release, entry.name, ", ".join(entry.amended_on[-3:]))
            for release, entry in steps
        ],
    )


@click.command
@click.argument("name", required=False)
@click.option("--birth", metavar="DATE", help="Date or year of birth, as EDTF.")
@click.option("--country", help="ISO 3166 alpha-2 or a name.")
@click.option("--id", "ids", multiple=True, help="Passport, IMO or registration number.")
@click.option("--schema", help="Person, Organization, Vessel, …")
@click.option("--list", "authorities", multiple=True, help="Only these lists.")
@click.option("--threshold", type=click.FloatRange(0, 1), default=0.5, show_default=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True)
@click.option("--batch", metavar="FILE", help="JSONL or CSV file of queries, - for stdin.")
@command
@list_travel
def screen(desk: Desk, name: str | None, batch: str | None, **asked: Any) -> None:  # noqa: ANN401
    """Screen a name, or a file of names, against the lists in force, with reasons.

    A candidate is a question, not an answer: read what agrees, what differs and what is missing.
    """
    if (name is None) == (batch is None):
        raise BadInput("give either a NAME or --batch FILE")
    asked["authorities"] = frozenset(asked["authorities"])
    question = Screening(name=name or "", **asked)
    if batch is not None:
        for qid, row in questions(batch, question):
            desk.print_json_line(row_of(desk, qid, row))
        return
    if desk.json:
        desk.print_json_line(row_of(desk, "1", question))
        return
    found = desk.workbench.screen(question)
    desk.out.print(screening_text(question, found), markup=False, highlight=False)


def row_of(desk: Desk, qid: str, question: Screening) -> contract.JsonObject:
    """Give one row of answers as JSON."""
    began = time.perf_counter()
    found = desk.workbench.screen(question)
    return contract.screen_json(qid, found, (time.perf_counter() - began) * 1000)


def screening_text(question: Screening, found: Sequence[Candidate]) -> str:
    """Write the candidates with their reasons for the terminal."""
    if not found:
        return f"{question.name}: no candidate at {question.threshold} or above"
    lines: list[str] = []
    for candidate in found:
        lines.append(
            f"{candidate.probability:.2f}  {candidate.name}  ({candidate.reference}, "
            f"{candidate.release})"
        )
        weighed = [feature for feature in candidate.features if feature.log_odds]
        idle = [feature.note for feature in candidate.features if not feature.log_odds]
        lines += [f"      {feature.log_odds:+.1f}  {feature.note}" for feature in weighed]
        lines += [f"       0.0  {'; '.join(idle)}"] if idle else []
    return "\n".join(lines)
