"""Commands that keep lists up to date: lists update, lists sources."""

import sys
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

import click

from sayso.cli.output import Desk, command, told
from sayso.model.updates import Feed, ListState, ListUpdate, UpdateStatus
from sayso.model.vocabulary import ListChangeKind
from sayso.views import contract
from sayso.views.naming import counted

#: Exit codes: some lists could not be updated, or nobody answered; all were refused.
SOME_FAILED, ALL_REFUSED = 3, 2
_NEW = (ListChangeKind.ADDED, ListChangeKind.REAPPEARED)


@click.command("update")
@click.argument("authorities", metavar="[AUTHORITY]...", nargs=-1)
@click.option("--dry-run", is_flag=True, help="Fetch and compare, and keep nothing.")
@click.option("--force", is_flag=True, help="Take what has lost many entries; name the lists.")
@command
def update_lists(desk: Desk, authorities: Sequence[str], **how: bool) -> None:
    """Fetch the newest release of each AUTHORITY's list; of all that can be read for none.

    A list that has not changed is not fetched again. A release that cannot be read whole, is
    older than the one held, or has lost over 20 % of its entries is refused and what is held
    stays; the others are done all the same. See what a loss is, then say --force for that list.
    The setting list_addresses says where else to ask. A list whose file states no date is dated
    by its server.

    Names in the documents held are set beside a new release, as by `lists add`.
    """
    if how["force"] and not authorities:
        raise click.UsageError(
            "--force is for the lists that you name: sayso lists update ca --force"
        )
    done: list[ListUpdate] = []
    total = len(authorities) or len(desk.workbench.list_states())
    with desk.progress("updating", total) as step:
        for update in desk.workbench.update_lists(authorities, **how):
            done.append(update)
            step(update.authority)
            if update.error is not None:
                click.echo(f"sayso: {told(update.authority, update.error)}", err=True)
    if desk.json:
        desk.print_json(contract.list_updates_json(done))
    else:
        columns = ("List", "What happened", "Release", "Entries#", "New#", "Gone#", "Amended#")
        desk.table(columns, [update_row(update) for update in done])
    for update in done:
        for remark in update.remarks:
            desk.say(f"{update.authority}: {remark}")
        if update.relisted:
            desk.say(f"{update.authority}: {relisted_in_words(update.relisted)}")
    end_with_failures(done)


def relisted_in_words(documents: int) -> str:
    """Say in how many documents names stand otherwise to the lists, and who says more."""
    whose = f"{counted(documents, 'document')} held"
    return f"names in {whose} stand otherwise to the lists now: `sayso watch` says which"


def end_with_failures(done: Sequence[ListUpdate]) -> None:
    """End with 3 where some lists failed or nobody answered, with 2 where all were refused."""
    failed = [update for update in done if update.status is UpdateStatus.FAILED]
    if failed:
        refused = len(failed) == len(done) and not any(update.is_outside for update in failed)
        sys.exit(ALL_REFUSED if refused else SOME_FAILED)


def update_row(update: ListUpdate) -> tuple[str, ...]:
    """Give one line of the table of what happened."""
    entries = "" if update.entries is None else f"{update.entries:,}"
    counts = ("", "", "")
    if update.previous is not None:
        changed = Counter(update.changes)
        new = sum(changed.pop(kind, 0) for kind in _NEW)
        gone = changed.pop(ListChangeKind.REMOVED, 0)
        counts = (f"{new:,}", f"{gone:,}", f"{changed.total():,}")
    release = "(none held)" if update.release is None else update.release
    what = update.status.value
    return (update.authority, what, "" if update.error else release, entries, *counts)


@click.command("sources")
@command
def list_sources(desk: Desk) -> None:
    """List the authorities whose lists can be read: address, terms, what is held and how old.

    --json has the addresses in full, and the page on which each authority states its own.
    """
    states = desk.workbench.list_states()
    if desk.json:
        desk.print_json(contract.list_states_json(states))
        return
    old = desk.settings.number("list_age_days")
    columns = ("List", "Name", "Format", "Held#", "Newest", "Age in days#", "Terms", "From")
    desk.table(columns, [source_row(state, old) for state in states])


def _host(feed: Feed) -> str:
    return urlsplit(feed.address).netloc + (" (settings)" if feed.is_stated else "")


def source_row(state: ListState, old_days: int) -> tuple[str, ...]:
    """Give one line of the table of lists."""
    feed = state.feed
    age = "" if state.age_days is None else f"{state.age_days:,}"
    is_old = state.age_days is not None and state.age_days > old_days
    return (
        state.authority,
        state.name,
        "" if feed is None else feed.format,
        str(state.releases),
        "" if state.newest is None else state.newest.published,
        f"{age} (old)" if is_old else age,
        ("" if feed is None else feed.terms) or "not known: see its publisher",
        "" if feed is None else _host(feed),
    )
