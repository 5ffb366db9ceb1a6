"""Commands about what documents tell of states, and about findings that may concern a measure."""

import sys
from collections.abc import Sequence
from dataclasses import replace

import click

from sayso.cli.documents import signed
from sayso.cli.output import Desk, command
from sayso.cli.overseeing.asking import PUBLIC
from sayso.cli.times.travel import time_travel
from sayso.collect.tables.table import Table
from sayso.errors import BadInput
from sayso.model.oversight import RecordKind
from sayso.recording import RECORDS
from sayso.states.countries import state_code, state_name
from sayso.states.records.kinds import kinds
from sayso.states.records.template import csv_template, json_template, kinds_lines
from sayso.views.naming import counted, quote_whole
from sayso.views.recorded import questions as questions_view
from sayso.views.recorded.records import (
    NOTE,
    record_shape,
    records_json,
    records_text,
    refusal_line,
    refusal_shape,
)

_KINDS = click.Choice([kind.value for kind in RecordKind])
#: Documents that are not held and are named, at most.
MOST_NAMED = 3
_BY = "Who records it; default: the setting `by`."
#: Keeps its line ends in `--help`.
_EPILOG = "\n\n".join(f"\b\n{part}" for part in "\n".join(kinds_lines()).split("\n\n"))


@click.command("import")
@click.argument("file")
@click.option("--kind", type=_KINDS, help="Kind of the rows that do not say theirs.")
@click.option("--by", metavar="NAME", help=_BY)
@command
def take_in(desk: Desk, file: str, kind: str | None, by: str | None) -> None:
    """Record what FILE (CSV, JSON, JSONL, Parquet; - for standard input) tells of states.

    All rows or none: each one that is refused is told with its row, its column and what to do, and
    the end is 2. What is here already adds nothing, whoever recorded it. `sayso states template
    KIND` prints a file to fill in, and its --help says what each column takes.

    With --json: {"rows", "new", "refused": [{"row", "column", "what", "step"}], "more",
    "not_held": [title]}.
    """
    table = Table(file, sys.stdin.buffer, RECORDS)
    asked = None if kind is None else RecordKind(kind)
    taken = desk.workbench.recording().take_in(table.rows(), signed(desk, by), asked)
    if desk.json:
        refused = [refusal_shape(one) for one in taken.refused]
        desk.print_json(
            {
                "rows": taken.rows,
                "new": taken.new,
                "refused": refused,
                "more": taken.more,
                "not_held": list(taken.not_held),
            }
        )
    if taken.refused:
        for one in taken.refused if not desk.json else ():
            desk.err.print(refusal_line(table.place, one), markup=False, soft_wrap=True)
        number = len(taken.refused) + taken.more
        raise BadInput(f"{table.place}: nothing is recorded: {counted(number, 'refusal')}")
    here = taken.rows - taken.new
    desk.say(f"{counted(taken.new, 'record')} new, {here} here already")
    _say_not_held(desk, taken.not_held)


def _say_not_held(desk: Desk, titles: Sequence[str]) -> None:
    """Name the documents that records rest on and that are not held: perhaps misspelt."""
    if titles:
        named = "; ".join(map(quote_whole, titles[:MOST_NAMED]))
        more = f" and {len(titles) - MOST_NAMED} more" if len(titles) > MOST_NAMED else ""
        desk.say(f"not held, and kept by title: {named}{more}: `sayso documents` lists those held")


@click.command(epilog=_EPILOG)
@click.argument("kind", type=_KINDS, metavar="KIND")
@click.option("--to", "form", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
def template(kind: str, form: str) -> None:
    """Print a file of records of one KIND to fill in, with an example to delete.

    The example is invented. Its state is XA, which ISO 3166 leaves to its users and which is no
    state's: `sayso states import` refuses it.
    """
    asked = kinds()[RecordKind(kind)]
    click.echo(csv_template(asked) if form == "csv" else json_template(asked), nl=False)


@click.command
@click.argument("kind", type=_KINDS, metavar="KIND")
@click.argument("state")
@click.option("--on", required=True, metavar="DATE", help="When it took place, as EDTF.")
@click.option("--document", required=True, metavar="DOCUMENT", help="Id, path or title.")
@click.option("--locator", metavar="PLACE", help="The place in it: p. 3, para. 12.")
@click.option("--quote", metavar="WORDS", help="Its words; in a document held they must stand.")
@click.option("--address", metavar="URL", help="Where its publisher has it.")
@click.option("--reference", "references", multiple=True, metavar="REF", help="UN entry; repeat.")
@click.option("--about", multiple=True, metavar="ID", help="Record, claim or finding; repeat.")
@click.option("--replaces", metavar="ID", help="Record that this one corrects.")
@click.option("--set", "fields", multiple=True, metavar="FIELD=VALUE", help="A field; repeat.")
@click.option("--by", metavar="NAME", help=_BY)
@command
def record(desk: Desk, by: str | None, fields: tuple[str, ...], **asked: object) -> None:
    """Record one thing of a KIND that a document tells of STATE (ISO 3166 code, name, or EU).

    `sayso states template --help` says which fields each KIND asks for; --set gives them. A
    document that is held is tied to it, and a quotation that is not its words is refused; one that
    is only named is kept as such. With --replaces it corrects a record, which is kept and no longer
    shown.

    With --json: the record, as `sayso states records` has it, and "new".
    """
    pairs = [field.partition("=") for field in fields]
    bare = next((name for name, sign, _ in pairs if not sign), None)
    if bare is not None:
        raise BadInput(f"--set {bare}: write FIELD=VALUE: --set currency=EUR")
    listed = {name: list(value) for name, value in asked.items() if isinstance(value, tuple)}
    cells = {**asked, **listed, **{name.strip(): value for name, _, value in pairs}}
    made, is_new = desk.workbench.recording().record(cells, signed(desk, by))
    if desk.json:
        desk.print_json({**record_shape(made), "new": is_new})
    else:
        desk.out.print(made.id, markup=False, highlight=False)
        desk.say("recorded" if is_new else "here already")
        _say_not_held(desk, () if made.proof.document is not None else (made.proof.title,))


@click.command
@click.argument("state", required=False)
@click.option("--kind", type=_KINDS, help="Only records of this kind.")
@click.option("--all", "every", is_flag=True, help="Corrected records too, marked.")
@PUBLIC
@command
@time_travel
def records(desk: Desk, state: str | None, kind: str | None, *, every: bool, public: bool) -> None:
    """List what documents tell of states, or of one STATE, with replies beside what they answer.

    Below it stands what is said of the state in the documents held, that it reported, froze or
    exempted, or did not; on whose word, what is held against it, and which records are about the
    same. What is not recorded is unknown.

    With --json: {"records": [{"id", "kind", "state", "name", "on", "document": {"id"|null,
    "title"}, "held", "locator", "text", "address", "fields", "references", "about", "replaces",
    "corrected_by", "replies", "by", "at"}], "said": [{"state", "claim", "finding", "factuality",
    "predicate", "own", "by", "words", "document", "locator", "against": [{"claim", "by", "words",
    "document", "locator"}], "replies", "records"}]}.
    """
    code = None if state is None else state_code(state)
    recording = desk.workbench.recording(public=public)
    found = recording.records(code, every=every)
    own = [one for one in found if kind in {None, one.kind.value}]
    listed = recording.told_with(own, code)
    if kind is not None:
        listed = replace(listed, said=())
    if desk.json:
        desk.print_json(records_json(listed))
        return
    desk.out.print(records_text(listed), markup=False, highlight=False, soft_wrap=True)
    desk.say(f"{counted(len(listed.records), 'record')}; {NOTE}")


@click.command
@click.argument("state", required=False)
@click.option("--unsure", is_flag=True, help="Also what waits in review.")
@PUBLIC
@command
@time_travel
def questions(desk: Desk, state: str | None, *, unsure: bool, public: bool) -> None:
    """List findings that may concern a measure against a listed party, or those of one STATE.

    Funds, aid, arms, training and shelter that are said to reach a listed party, journeys of a
    listed person, depots and camps: each stands beside the measure that it may touch, the entry and
    the states that it names, with its status, hedges and denials. Each is a question, never a
    breach. What only a possible entry would raise is counted, not asked.

    With --json: {"questions": [{"id", "question", "measure", "why", "reference", "party": {"id",
    "name"}, "states", "standing", "status", "hedged", "time", "roots", "findings", "claims":
    [{"claim", "by", "words", "document"}], "denials": […], "replies": […]}], "possible",
    "not_bound", "in_review"}.
    """
    code = None if state is None else state_code(state)
    recording = desk.workbench.recording(public=public)
    found, knowledge = recording.questions(code, unsure=unsure), recording.knowledge()
    if desk.json:
        desk.print_json(questions_view.questions_json(knowledge, found))
        return
    codes = {code for one in found.asked for code in one.states}
    names = {code: state_name(code) for code in codes}
    text = questions_view.questions_text(knowledge, found, names)
    desk.out.print(text, markup=False, highlight=False, soft_wrap=True)
    desk.say(f"{counted(len(found.asked), 'question')}; {questions_view.NOTE}")
    if found.possible:
        desk.say(f"{found.possible} more if a possible entry is the party's: `sayso review`")
    if found.not_bound:
        desk.say(f"{found.not_bound} more touch a measure that the party's regime does not have")
    if found.in_review:
        desk.say(f"waiting in review: {found.in_review} (`--unsure` shows them)")
