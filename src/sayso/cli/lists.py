"""Commands about sanctions lists: lists add, diff, history, show, check, …; screen."""

import time
from collections.abc import Sequence
from typing import Any

import click

from sayso.cli.batch import questions
from sayso.cli.monitoring.entries import check, fairness, note
from sayso.cli.output import Desk, command, told
from sayso.cli.times.travel import list_travel
from sayso.errors import BadInput, BadListRelease
from sayso.lists.reading.files import ListFiles
from sayso.model.matches import Candidate, Screening
from sayso.views import contract

MOST_FIELDS = 3


@click.group
def lists() -> None:
    """Add sanctions lists, compare releases, follow an entry."""


for upkeep in (check, note, fairness):
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
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(exists=True))
@click.option("--published", metavar="DATE", help="Wins over the file's own date.")
@click.option("--repair", is_flag=True, help="Drop characters that the format forbids; counted.")
@click.option("--force", is_flag=True, help="Take it though it has lost many entries.")
@command
def add_list(desk: Desk, authority: str, files: tuple[str, ...], **said: Any) -> None:  # noqa: ANN401
    """Keep one release of AUTHORITY's list, whole or not at all.

    A FILE may be plain, gzip, a zip or tar archive, or a folder. Of a release in several files
    (OFAC's CSV set: sdn.csv, alt.csv, add.csv, sdn_comments.csv) give all at once.

    A release that has lost over 20 % of the entries of the one before it is refused: that one
    was cut off, or is another list. See what it is, then say --force.
    """
    try:
        release, is_new = desk.workbench.add_list(
            ListFiles(authority=authority, paths=files, **said)
        )
    except BadListRelease as bad:
        raise BadListRelease(told(files[0], str(bad)) if len(files) == 1 else str(bad)) from bad
    if desk.json:
        desk.print_json(contract.release_json(release, is_new=is_new))
        return
    kept = "kept" if is_new else "already here"
    desk.say(f"{release.id}: {len(release.entries)} entries, {kept}")
    for remark in release.remarks:
        desk.say(remark)


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
    """Follow one entry through the releases held: REFERENCE is QDe.132, un:QDe.132 or ofac:36."""
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
