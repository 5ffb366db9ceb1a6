"""Commands about sanctions lists: lists add, diff, history, show, check, …; screen."""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import click

from sayso.cli.batch import questions
from sayso.cli.documents import signed
from sayso.cli.monitoring.entries import check, fairness, note
from sayso.cli.monitoring.index import build_index
from sayso.cli.monitoring.updates import list_sources, relisted_in_words, update_lists
from sayso.cli.output import Desk, command, told
from sayso.cli.times.travel import list_travel
from sayso.errors import BadInput, BadListRelease
from sayso.lists.reading.files import ListFiles
from sayso.model.findings import Outdated
from sayso.model.grades import NAME
from sayso.model.matches import Candidate, Screening
from sayso.views import contract
from sayso.views.naming import counted
from sayso.views.shapes.judgements import judgement_json

MOST_FIELDS: Final = 3
#: Tells whether a candidate was set aside for the one asked for, and what changed since.
Cleared = Callable[[Screening, Candidate], Outdated | None]


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
@click.option("--published", metavar="DATE", help="Wins over the file's own date.")
@click.option("--repair", is_flag=True, help="Drop characters that the format forbids; counted.")
@click.option("--force", is_flag=True, help="Take it though it has lost many entries.")
@command
def add_list(desk: Desk, authority: str, files: tuple[str, ...], **said: Any) -> None:  # noqa: ANN401
    """Keep one release of AUTHORITY's list, whole or not at all.

    `sayso lists sources` has the authorities. opensanctions=ftm reads any FollowTheMoney file
    (entities.ftm.json) under a code that you choose; see to it that its licence allows your use.

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
        f"{before.id} ({counted(len(before.entries), 'entry')}) → {after.id} "
        f"({len(after.entries)}): {counted(len(changes), 'change')}"
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
@click.option("--clear", metavar="ENTRY", help="Set this candidate aside for the one asked for.")
@click.option("--reason", default="", help="With --clear: why, for the record that stays.")
@click.option("--by", help="With --clear: who says so; default: the setting `by`.")
@command
@list_travel
def screen(desk: Desk, name: str | None, batch: str | None, **asked: Any) -> None:  # noqa: ANN401
    """Screen a name, or a file of names, against the lists in force, with reasons.

    A candidate is a question, not an answer: read what agrees, what differs and what is missing.

    With --clear a candidate is judged to be somebody else: signed, dated, reasoned, and reversible
    with `undo`. It is for the one asked for: the same name with the same --birth, --country and
    --id, and for nobody else. From then on it stands last, and says who cleared it; when the entry
    says something else, it comes back with what changed, here and in `review`. With --json (and
    --batch) such a candidate has "cleared": {"id", "by", "at", "reason", "stands", "changed", …}.
    """
    decision = tuple(asked.pop(part) for part in ("clear", "reason", "by"))
    if (name is None) == (batch is None):
        raise BadInput("give either a NAME or --batch FILE")
    asked["authorities"] = frozenset(asked["authorities"])
    question = Screening(name=name or "", **asked)
    if decision[0] is not None:
        clear(desk, question, *decision)
        return
    cleared = desk.workbench.cleared_names()
    if batch is not None:
        for qid, row in questions(batch, question):
            desk.print_json_line(row_of(desk, qid, row, cleared))
        return
    if desk.json:
        desk.print_json_line(row_of(desk, "1", question, cleared))
        return
    found = [(one, cleared(question, one)) for one in desk.workbench.screen(question)]
    desk.out.print(screening_text(question, found), markup=False, highlight=False)


def clear(desk: Desk, question: Screening, entry: str, reason: str, by: str | None) -> None:
    """Set a candidate aside for one who was screened, and say so."""
    if not question.name or desk.seen:
        raise BadInput("--clear decides on one NAME, and now: leave --batch and --as-of out")
    made = desk.workbench.clear_name(question, entry, signed(desk, by), reason)
    if desk.json:
        desk.print_json({"judgement": judgement_json(made)})
        return
    about = made.about.removeprefix(NAME)
    desk.say(f"{made.id}  {about}: not {made.other}; it comes back when the entry changes")


def row_of(desk: Desk, qid: str, question: Screening, cleared: Cleared) -> contract.JsonObject:
    """Give one row of answers as JSON."""
    began = time.perf_counter()
    found = [(one, cleared(question, one)) for one in desk.workbench.screen(question)]
    return contract.screen_json(qid, found, (time.perf_counter() - began) * 1000)


def screening_text(question: Screening, found: Sequence[tuple[Candidate, Outdated | None]]) -> str:
    """Write the candidates with their reasons for the terminal, those set aside last."""
    if not found:
        return f"{question.name}: no candidate at {question.threshold} or above"
    lines: list[str] = []
    for candidate, cleared in found:
        if cleared is None or cleared.changed:
            lines += _candidate_lines(candidate)
            lines += [] if cleared is None else _returned_lines(cleared)
    for candidate, cleared in found:
        if cleared is not None and not cleared.changed:
            lines.append(f"{_head(candidate)}: {_cleared_words(cleared)}")
    return "\n".join(lines)


def _head(candidate: Candidate) -> str:
    where = f"{candidate.reference}, {candidate.release}"
    return f"{candidate.probability:.2f}  {candidate.name}  ({where})"


def _candidate_lines(candidate: Candidate) -> Iterator[str]:
    yield _head(candidate)
    weighed = [feature for feature in candidate.features if feature.log_odds]
    idle = [feature.note for feature in candidate.features if not feature.log_odds]
    yield from (f"      {feature.log_odds:+.1f}  {feature.note}" for feature in weighed)
    if idle:
        yield f"       0.0  {'; '.join(idle)}"


def _returned_lines(cleared: Outdated) -> Iterator[str]:
    yield f"      {_cleared_words(cleared)}; since then"
    yield from (f"        {change}" for change in cleared.changed)


def _cleared_words(cleared: Outdated) -> str:
    """Say who set a candidate aside, when and why, and by which id that is undone."""
    made = cleared.judgement
    return f"cleared by {made.by} on {made.at.date()}: {made.reason} ({made.id})"
