"""The command that screens: a name, a file of names, or the names in a text."""

import hashlib
import time
from dataclasses import replace
from typing import Any

import click

from sayso.cli.documents import signed
from sayso.cli.output import Desk, command
from sayso.cli.screening.batch import Batch, by, keep_log, run_batch
from sayso.cli.screening.files import Form
from sayso.cli.screening.options import on_terms
from sayso.cli.times.travel import list_travel
from sayso.collect.tables.columns import gender_of, why_not
from sayso.collect.tables.dates import birth_of
from sayso.errors import BadInput
from sayso.model.findings import Judgement
from sayso.model.screenings import Counts, RunKind, Subject, Terms
from sayso.views.screening.json import runs_json, screened_json
from sayso.views.screening.mentions import mentioned_in, mentions_json, mentions_text
from sayso.views.screening.text import runs_rows, screened_text
from sayso.views.shapes.judgements import judgement_json

#: What is asked for by each of these, one at a time.
_MODES = ("name", "batch", "text", "log")


@click.command
@click.argument("name", required=False)
@click.option("--birth", metavar="DATE", help="Date or year of birth, as EDTF.")
@click.option("--country", help="ISO 3166 alpha-2 or a name.")
@click.option("--id", "ids", multiple=True, help="Passport, IMO or registration number.")
@click.option("--schema", help="Person, Organization, Vessel, …")
@click.option("--gender", help="male or female.")
@click.option("--address", help="As it is written; its town counts.")
@click.option("--clear", metavar="ENTRY", help="Set the name and this entry apart; signed.")
@click.option("--reason", help="With --clear: why, for the record that stays.")
@click.option("--by", help="With --clear: who says so; default: the setting `by`.")
@click.option("--batch", metavar="FILE", help="CSV, JSONL or Parquet file of names; - for stdin.")
@click.option("--out", type=click.Path(dir_okay=False), help="With --batch: write to this file.")
@click.option("--to", "form", type=click.Choice([f.value for f in Form]), help="jsonl or csv.")
@click.option("--again", is_flag=True, help="With --out: begin anew.")
@click.option("--timings/--no-timings", default=None, help="Milliseconds of each row or none.")
@click.option("--text", metavar="FILE", help="Every listed name in a file or a document held.")
@click.option("--log", is_flag=True, help="Show the runs that were logged.")
@command
@list_travel
@on_terms
def screen(desk: Desk, terms: Terms, **asked: Any) -> None:  # noqa: ANN401  # click's own types
    """Screen a name, a file of names, or a text, against the lists in force, with reasons.

    A candidate is a question, not an answer: read what agrees, what differs and what is missing.
    Each comes as one line for the file. "Confirmed" stands only where a number or a date of birth
    agrees to the day; "nothing to disagree" says that only a name was there to compare.

    \b
    --batch  columns `name` (or given_name, family_name), `id`, `birth`, `country`, `ids`, `schema`,
             `gender`, `address`; commas, semicolons or tabs; UTF-8 or UTF-16. A broken row is a row
             with an error, and the end is 3. With --out FILE a run that was stopped goes on after
             its last whole row.
    --text   each name with its sentence; those that the lists call weak stand apart.
    --clear  judges that the one asked for, the same name with the same details, is not ENTRY: left
             out and counted until the entry changes. `customers screen cleared` tells of these too.

    With --json: {"qid", "ms", "results": [{"entry", "list", "reference", "release", "name",
    "matched_name", "probability", "score", "features", "ground", "says", "line"}], "cleared"}.
    """  # noqa: D301  # click's mark for lines that stay as they are
    given = [mode for mode in _MODES if asked[mode]]
    if len(given) != 1:
        raise BadInput("give one of: a NAME, --batch FILE, --text FILE, --log")
    _check_beside(given[0], asked)
    match given[0]:
        case "name":
            _screen_name(desk, terms, asked)
        case "batch":
            run_batch(desk, terms, _batch(asked))
        case "text":
            _screen_text(desk, terms, asked["text"])
        case _:
            show_log(desk)


#: Options that belong to one of the modes alone.
_BESIDE = {
    "name": ("clear", "reason", "by"),
    "batch": ("out", "form", "again"),
    "text": (),
    "log": (),
}
_OF_SUBJECTS = ("birth", "country", "ids", "schema", "gender", "address")


def _check_beside(mode: str, asked: dict[str, Any]) -> None:
    """Refuse an option that would be lost.

    Raises:
        BadInput: names it.
    """
    others = [option for m, own in _BESIDE.items() if m != mode for option in own]
    others += _OF_SUBJECTS if mode in {"text", "log"} else ()
    lost = next((option for option in others if asked[option]), None)
    if lost is not None:
        named = {"ids": "id", "form": "to"}.get(lost, lost)
        raise BadInput(f"--{named} says nothing with {'a NAME' if mode == 'name' else f'--{mode}'}")
    if asked["clear"] is None and (asked["reason"] or asked["by"]):
        raise BadInput("--reason and --by sign a clearing: give --clear ENTRY")


def _subject(asked: dict[str, Any]) -> Subject:
    birth, remark = birth_of(" ".join((asked["birth"] or "").split()))
    gender, odd = gender_of((asked["gender"] or "").strip())
    return Subject(
        key="1",
        name=" ".join((asked["name"] or "").split()),
        schema=asked["schema"],
        birth=birth,
        country=asked["country"],
        ids=tuple(asked["ids"]),
        gender=gender,
        address=asked["address"],
        remarks=tuple(told for told in (remark, odd) if told),
    )


def _batch(asked: dict[str, Any]) -> Batch:
    # What somebody may read again on their screen is timed; what is kept is the same every time.
    kept = asked["out"] is not None or asked["form"] == Form.CSV
    return Batch(
        source=asked["batch"],
        out=asked["out"],
        form=asked["form"],
        again=asked["again"],
        timings=not kept if asked["timings"] is None else asked["timings"],
        common=_subject(asked),
    )


def _screen_name(desk: Desk, terms: Terms, asked: dict[str, Any]) -> None:
    subject = _subject(asked)
    wrong = why_not(subject)
    if wrong is not None:
        raise BadInput(wrong)
    screenings = desk.workbench.screenings()
    screener = screenings.screener(terms)
    if asked["clear"] is not None:
        if desk.seen:
            raise BadInput("--clear decides now: leave --as-of and --valid-on out")
        sign = (signed(desk, asked["by"]), asked["reason"] or "")
        tell_clearing(desk, screenings.clear(screener, subject, asked["clear"], sign))
        return
    began = time.perf_counter()
    one = screener.screen(subject)
    ms = (time.perf_counter() - began) * 1000
    if desk.json:
        desk.print_json_line(screened_json(one, screener.index, ms))
    else:
        told = screened_text(one, screener.index, terms)
        desk.out.print(told, markup=False, highlight=False, soft_wrap=True)
    run = screenings.run(RunKind.NAME, _digest(str(terms.reduced(subject))), by(desk))
    keep_log(desk, screenings, replace(run, terms=terms, counts=Counts().with_one(one)))


def tell_clearing(desk: Desk, made: Judgement) -> None:
    """Say which pair was set aside, and how that is taken back."""
    if desk.json:
        desk.print_json({"judgement": judgement_json(made)})
        return
    desk.say(
        f"{made.id}: cleared from {made.other} by {made.by} on {made.at.date()}: it stays so until "
        f"the entry or the record changes; `sayso undo {made.id}` takes it back"
    )


def _screen_text(desk: Desk, terms: Terms, source: str) -> None:
    screenings = desk.workbench.screenings()
    document, passages = desk.workbench.readable(source)
    authorities = frozenset(terms.authorities)
    found = mentioned_in(document, passages, screenings.index, authorities)
    if desk.json:
        desk.print_json(mentions_json(document, found))
    elif found:
        told = mentions_text(document, found)
        desk.out.print(told, markup=False, highlight=False, soft_wrap=True)
    weak = sum(one.hit.weak for one in found)
    firm = len(found) - weak
    desk.say(f"{document.name}: {firm} listed names, {weak} weak ones")
    counts = Counts(screened=1, flagged=int(firm > 0), alerts=firm)
    run = screenings.run(RunKind.TEXT, document.id, by(desk))
    keep_log(desk, screenings, replace(run, terms=terms, counts=counts))


def _digest(words: str) -> str:
    return f"sha256:{hashlib.sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()}"


def show_log(desk: Desk) -> None:
    """Show the runs: when, by whom, on which lists and terms, and what came of them."""
    runs = desk.workbench.screenings().runs()
    if desk.json:
        desk.print_json(runs_json(runs))
        return
    desk.table(("At (UTC)", "By", "What", "Lists", "Engine and terms", "Came to"), runs_rows(runs))
