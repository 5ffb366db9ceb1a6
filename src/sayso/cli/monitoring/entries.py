"""Commands about the entries of a list: lists check, note, fairness."""

import sys
from collections.abc import Sequence

import click

from sayso.cli.output import Desk, command, shown
from sayso.model.upkeep import DISCREPANCIES, Discrepancy, DiscrepancyKind, Severity
from sayso.views.entries.fairness import fairness_file, fairness_text
from sayso.views.entries.json import check_json, fairness_json, note_json
from sayso.views.entries.note import amendment_note
from sayso.views.entries.note_text import note_text
from sayso.views.naming import counted

#: The program's word for "there are findings", with --exit-code.
FOUND = 4


@click.command("check")
@click.argument("authority", default="un")
@click.option("--reference", "references", multiple=True, help="Only of these entries.")
@click.option(
    "--class",
    "kinds",
    multiple=True,
    type=click.Choice([kind.value for kind in DiscrepancyKind]),
    help="Only these classes.",
)
@click.option("--all", "every", is_flag=True, help="Show those of low severity, not their number.")
@click.option("--exit-code", is_flag=True, help="Exit with 4 when something is found.")
@command
def check(
    desk: Desk,
    authority: str,
    references: tuple[str, ...],
    kinds: tuple[str, ...],
    **how: bool,
) -> None:
    """Find what is stale or at odds in a list: a question to its authority each time.

    AUTHORITY is un, or un@2026-02-27 for the release in force on that day. Every finding cites the
    words of the entries that it rests on. With --json: {"release", "entries", "classes": [{"kind",
    "severity", "means", "count"}], "discrepancies": [{"kind", "severity", "reference", "name",
    "says", "words": [{"reference", "field", "words"}], "others", "findings"}]}, by class, then by
    reference.
    """
    release, found = desk.workbench.check_list(authority)
    found = tuple(
        one
        for one in found
        if (not kinds or one.kind in kinds) and (not references or one.reference in references)
    )
    if desk.json:
        desk.print_json(check_json(release.id, len(release.entries), found))
    else:
        text = check_text(found, every=how["every"] or bool(kinds or references))
        desk.out.print(text, markup=False, highlight=False, soft_wrap=True)
        desk.say(
            f"{release.id}: {counted(len(release.entries), 'entry')}, "
            f"{counted(len(found), 'discrepancy')}"
        )
    if how["exit_code"] and found:
        sys.exit(FOUND)


def check_text(found: Sequence[Discrepancy], *, every: bool) -> str:
    """Write the discrepancies by class with their words; of low ones the number, if so asked."""
    lines: list[str] = []
    for kind, (severity, means) in DISCREPANCIES.items():
        own = [one for one in found if one.kind is kind]
        if not own:
            continue
        lines.append(f"{severity.value.upper()}  {kind.value}: {means} ({len(own)})")
        for one in own if every or severity is not Severity.LOW else ():
            lines.append(f"  {one.reference}  {one.name}: {one.says}")
            lines += [f"      {w.reference}, {w.field}: “{w.words}”" for w in one.words]
        lines.append("")
    low = any(one.severity is Severity.LOW for one in found)
    lines += ["`--all` or `--class` shows those of low severity", ""] if low and not every else []
    return "\n".join(lines) if found else "nothing stale or at odds was found\n"


@click.command("note")
@click.argument("reference")
@click.option("--public", is_flag=True, help="Leave out what rests on documents not public.")
@command
def note(desk: Desk, reference: str, *, public: bool) -> None:
    """Draft an amendment note on one entry, as Markdown.

    The entry as it stands, what is stale or at odds in it, what the project's evidence says beyond
    or against it with the denials beside, and proposed wording. REFERENCE is QDe.132 or un:QDe.132.
    With --json: {"reference", "release", "stated_in", "listed", "releases", "entry",
    "discrepancies", "said_elsewhere", "against": [MATTER], "beyond": [MATTER], "proposals":
    [{"strike", "wording", "why", "claims"}], "waiting", "possible", "reviewed"}; a MATTER is
    {"finding", "says", "status", "explanation", "reply", "said": [EVIDENCE], "denied": [EVIDENCE]}.
    """
    knowledge, file = desk.workbench.entry_file(reference, public=public)
    made = amendment_note(knowledge, file)
    if desk.json:
        desk.print_json(note_json(made))
        return
    click.echo(shown(note_text(made)))


@click.command("fairness")
@click.argument("reference")
@click.option("--public", is_flag=True, help="Leave out what rests on documents not public.")
@command
def fairness(desk: Desk, reference: str, *, public: bool) -> None:
    """Write the fairness file of one listed party, as Markdown.

    What is alleged and by whom, what was denied, which reviews took place and when, what the
    remarks tell of delisting, what changed across the releases held, and what the project holds in
    the party's favour. REFERENCE is QDi.352 or un:QDi.352. With --json: as for the note, and
    {"list_says", "others_say": [MATTER], "reviews": [{"resolution", "concluded_on", "words"}],
    "steps", "changes": [{"release", "change", "fields"}], "in_favour": {"told", "unsure",
    "discrepancies"}} in the place of its evidence and proposals.
    """
    knowledge, file = desk.workbench.entry_file(reference, public=public)
    made = fairness_file(knowledge, file)
    if desk.json:
        desk.print_json(fairness_json(made))
        return
    click.echo(shown(fairness_text(made)))
