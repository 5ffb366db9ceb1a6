"""Commands about sanctions lists: add, compare, follow an entry, check."""

from typing import Any, Final

import click

from sayso.cli.monitoring.entries import check, fairness, note
from sayso.cli.monitoring.index import build_index
from sayso.cli.monitoring.updates import list_sources, relisted_in_words, update_lists
from sayso.cli.output import Desk, command, told
from sayso.cli.times.travel import list_travel
from sayso.errors import BadListRelease
from sayso.lists.compare import are_of_two_formats
from sayso.lists.reading.files import ListFiles
from sayso.views import contract
from sayso.views.naming import counted

MOST_FIELDS: Final = 3


@click.group
def lists() -> None:
    """Add and update sanctions lists, compare releases, follow an entry."""


for upkeep in (check, note, fairness, update_lists, list_sources, build_index):
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
@click.option(
    "--published",
    metavar="DATE",
    help="ISO day of the release; wins over the file's own. The second of a day: 2026-11-03b.",
)
@click.option("--repair", is_flag=True, help="Drop characters that the format forbids; counted.")
@click.option("--force", is_flag=True, help="Take it though it has lost many entries.")
@command
def add_list(desk: Desk, authority: str, files: tuple[str, ...], **said: Any) -> None:  # noqa: ANN401
    """Keep one release of AUTHORITY's list, whole or not at all.

    `sayso lists sources` has the authorities. opensanctions=ftm reads any FollowTheMoney file
    (entities.ftm.json) under a code that you choose, au-copy=flat a third party's flat table of
    names (CSV: Name, Alias, Sanction Type); see to it that its licence allows your use.

    A FILE may be plain, gzip, a zip or tar archive, or a folder. Of a release in several files
    (OFAC's CSV set: sdn.csv, alt.csv, add.csv, sdn_comments.csv) give all at once.

    A release that has lost over 20 % of the entries of the one before it is refused: it is cut
    off, or another list. See what it is, then say --force.

    Names in the documents held are set beside it: who is listed now, or no longer, is shown so
    everywhere from now on, and `watch` tells of it. The same file again looks at all documents
    anew. With --json: {"id", "authority", "published", …, "entries", "status", "relisted": how
    many documents have names that stand otherwise to the lists than before}.
    """
    try:
        release, is_new, relisted = desk.workbench.add_list(
            ListFiles(authority=authority, paths=files, **said)
        )
    except BadListRelease as bad:
        raise BadListRelease(told(files[0], str(bad)) if len(files) == 1 else str(bad)) from bad
    if desk.json:
        made = contract.release_json(release, is_new=is_new)
        desk.print_json({**made, "relisted": relisted})
        return
    kept = "kept" if is_new else "already here"
    desk.say(f"{release.id}: {counted(len(release.entries), 'entry')}, {kept}")
    for remark in release.remarks:
        desk.say(remark)
    if relisted:
        desk.say(relisted_in_words(relisted))


@lists.command("diff")
@click.argument("old")
@click.argument("new")
@command
def diff(desk: Desk, old: str, new: str) -> None:
    """Compare two releases: OLD and NEW are authority@date, or files.

    The second release of one day is authority@2026-11-03b; a day without one stands for the
    release in force on it.

    A file that states no date, such as Canada's, is written with its day: sema.xml@2025-05-25.
    """
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
        f"{before.id} ({counted(len(before.entries), 'entry')}) → {after.id} "
        f"({len(after.entries)}): {counted(len(changes), 'change')}"
    )
    if are_of_two_formats(before, after):
        desk.say("the files are of two formats: all remarks are worded otherwise, and count so")


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
