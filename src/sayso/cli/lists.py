"""Commands about sanctions lists: add, compare, follow an entry, check."""

from pathlib import Path

import click

from sayso.cli.monitoring.entries import check, fairness, note
from sayso.cli.output import Desk, command, told
from sayso.cli.times.travel import list_travel
from sayso.errors import BadInput, BadListRelease
from sayso.project import LIST_BYTES
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
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option("--published", metavar="DATE", help="Wins over the file's own date.")
@click.option("--repair", is_flag=True, help="Drop characters that XML forbids; counted.")
@command
def add_list(desk: Desk, authority: str, file: str, *, published: str | None, repair: bool) -> None:
    """Keep one release of AUTHORITY's list, whole or not at all; plain or gzip."""
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
