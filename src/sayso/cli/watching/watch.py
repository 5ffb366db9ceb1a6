"""Commands that watch: what is new since a date, a brief or a release; the watch list."""

import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from sayso import __version__, watching
from sayso.cli.briefs import write_files
from sayso.cli.documents import signed
from sayso.cli.output import Desk, command, shown
from sayso.cli.screening.options import usual_terms
from sayso.cli.watching.since import since_of
from sayso.errors import BadInput
from sayso.model.findings import Judgement, Knowledge
from sayso.model.news import News, Watched
from sayso.views import contract
from sayso.views.naming import label
from sayso.views.times import atom, text

FORMS = ("text", "json", "atom")
A_WEEK = timedelta(days=7)
SOMETHING_NEW = 4


@click.group(invoke_without_command=True)
@click.option("--since", metavar="DATE|BRIEF|RELEASE", help="Default: a week ago.")
@click.option("--entity", "entities", multiple=True, metavar="NAME", help="Only what concerns it.")
@click.option("--to", "form", type=click.Choice(FORMS), default="text", show_default=True)
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="File; default: stdout.")
@click.option("--public", is_flag=True, help="Leave out what rests on documents not public.")
@click.option("--exit-code", is_flag=True, help="End with 4 when something is new.")
@command
def watch(desk: Desk, since: str | None, form: str, output: str | None, **asked: Any) -> None:  # noqa: ANN401  # click's own types
    """Say what is new since a date, a brief or a list release; nothing when nothing is.

    New is what came in since: findings that changed status, and because of which document; new
    ties of watched names; new findings; findings no longer held; changes of list entries that
    entities of the project are resolved to; list entries that a watched name may mean; and alerts
    of customers that are new, or whose list entry changed. Since a DATE is from its beginning,
    UTC; since a BRIEF (its file) is from its cut-off; since a RELEASE (un@2026-02-27) is from when
    it was taken in, and its list's changes are from it on.

    --to atom gives a feed in which every entry keeps its id. With --output the file is only
    written when something is new.

    With --json: {"since", "until", "documents", "erased", "releases", "changes": [{"kind":
    "status_changed|new_tie|new_finding|finding_gone|list_change|screening_hit|customer_alert",
    "id", "at", …}], "in_review"}; printed also when `changes` is empty.
    """
    if _is_left_to_another():
        return
    found = watching.news(desk.workbench, _watch(desk, since, asked))
    written = _written(desk, found, "json" if desk.json else form, asked["entities"])
    if output is not None and not found.is_quiet:
        write_files({Path(output): written.encode("utf-8")})
    elif output is None:
        click.echo(shown(written), nl=False)
    if asked["exit_code"] and not found.is_quiet:
        sys.exit(SOMETHING_NEW)


def _is_left_to_another() -> bool:
    """Say whether `add`, `remove` or `list` follows; options before it would be lost.

    Raises:
        BadInput: there are some.
    """
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        return False
    given = [
        name
        for name in context.params
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE
    ]
    if given:
        raise BadInput(f"give --{given[0].replace('_', '-')} behind `{context.invoked_subcommand}`")
    return True


def _watch(desk: Desk, since: str | None, asked: Mapping[str, Any]) -> watching.Watch:
    now = datetime.now(UTC)
    at, release = now - A_WEEK, None
    if since is not None:
        at, release = since_of(since, desk.workbench.releases())
    return watching.Watch(
        since=at,
        until=now,
        release=release,
        entities=asked["entities"],
        public=asked["public"],
        terms=usual_terms(desk),
    )


def _written(desk: Desk, found: News, form: str, about: tuple[str, ...]) -> str:
    if form == "json":
        return json.dumps(contract.news_json(found), ensure_ascii=False, indent=2) + "\n"
    if form == "text":
        return text.render(found)
    author = desk.settings.text("by").strip() or "Sayso"
    return atom.write(found, author=author, version=__version__, about=about)


@watch.command("add")
@click.argument("name")
@click.option("--reason", required=True, help="Why it is watched, for the record that stays.")
@click.option("--by", help="Who says so; default: the setting `by`.")
@command
def add_watched(desk: Desk, name: str, reason: str, by: str | None) -> None:
    """Put a NAME on the watch list: a name, an entity's id or a list reference.

    It is watched for new ties and screened against every new list release. All entities that bear
    the name are meant; none need be known yet.
    """
    made = watching.watch(desk.workbench, name, signed(desk, by), reason, datetime.now(UTC))
    _told(desk, made)


@watch.command("remove")
@click.argument("name")
@click.option("--reason", required=True, help="Why no longer, for the record that stays.")
@click.option("--by", help="Who says so; default: the setting `by`.")
@command
def remove_watched(desk: Desk, name: str, reason: str, by: str | None) -> None:
    """Take a NAME off the watch list; that it was watched stays on record."""
    made = watching.unwatch(desk.workbench, name, signed(desk, by), reason, datetime.now(UTC))
    _told(desk, made)


@watch.command("list")
@command
def list_watched(desk: Desk) -> None:
    """List the watched names, and who they are as far as it is known.

    With --json: {"watched": [{"name", "entities": [{"id", "name"}], "by", "reason", "at"}]}.
    """
    watched = watching.watch_list(desk.workbench)
    knowledge = desk.workbench.knowledge()
    if desk.json:
        desk.print_json({"watched": [_watched_json(knowledge, one) for one in watched]})
        return
    desk.table(
        ("Name", "Known as", "Since", "By", "Reason"),
        [
            (one.name, _known_as(knowledge, one.name), f"{one.at:%Y-%m-%d}", one.by, one.reason)
            for one in watched
        ],
    )


def _told(desk: Desk, made: Judgement) -> None:
    """Say what was decided, and whom it is about."""
    known = _known_as(desk.workbench.knowledge(), made.about)
    if desk.json:
        desk.print_json({"judgement": made.id, "name": made.about, "verdict": made.verdict})
        return
    desk.say(f"{made.about}: {made.verdict}ed; known as {known}")


def _known_as(knowledge: Knowledge, name: str) -> str:
    found = [label(knowledge.entities[key]) for key in watching.bearers(knowledge, name)]
    return "; ".join(found) or "nobody yet: only screened"


def _watched_json(knowledge: Knowledge, one: Watched) -> contract.JsonObject:
    entities = [knowledge.entities[key] for key in watching.bearers(knowledge, one.name)]
    return {
        "name": one.name,
        "entities": [{"id": entity.id, "name": entity.name} for entity in entities],
        "by": one.by,
        "reason": one.reason,
        "at": one.at.isoformat(),
    }
