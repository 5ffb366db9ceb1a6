"""The command that writes what is known in another tool's format."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import click

from sayso.cli.briefs import write_files
from sayso.cli.output import Desk, command
from sayso.cli.times.travel import time_travel
from sayso.errors import BadInput
from sayso.exchanging import DATASET, NOTICE, Wanted
from sayso.model.vocabulary import FindingStatus
from sayso.views.naming import counted

RECORDS: Final = "records"
FORMS: Final = (
    "csv",
    "parquet",
    DATASET,
    "ftm",
    "stix",
    "misp",
    "geojson",
    "graphml",
    "gexf",
    "annotations",
    "claimreview",
    RECORDS,
)


@click.command
@click.option("--to", "form", type=click.Choice(FORMS), required=True)
@click.option("--output", "-o", type=click.Path(file_okay=False), default=".", show_default=True)
@click.option("--public", is_flag=True, help="Leave out what rests on documents not public.")
@click.option(
    "--leave-out",
    metavar="STATUS,…",
    default="",
    help="Leave out findings of these statuses, with their claims: denied,unclear,contested.",
)
@click.option("--precise", is_flag=True, help="Tell points finer than a district.")
@command
@time_travel
def export(desk: Desk, form: str, output: str, **wanted: Any) -> None:  # noqa: ANN401  # click's own
    """Write what is known in another tool's format, with source and status on every edge.

    \b
    csv, parquet  documents, entities, claims, findings and ties, one table each
    dataset       these tables with codebook, versions, SHA-256 sums and how to cite them;
                  into a folder that is not there yet
    ftm           FollowTheMoney JSON lines
    stix          a STIX 2.1 bundle; a denial is an opinion
    misp          a MISP event
    geojson       findings with a place; no point finer than a district without --precise
    graphml, gexf the network, with positions
    annotations   claims as W3C Web Annotations, places in code points
    claimreview   findings that a person assessed, as schema.org has it
    records       everything that the project was told, for another project (`sayso import`)

    All files are written, or none. A denial, the handling, the licence and the notices of the
    documents travel with every row.
    """  # noqa: D301  # "\b" keeps the lines that follow as they are
    folder = Path(output)
    if form == DATASET and folder.exists() and any(folder.iterdir()):
        raise BadInput(f"{folder}: a data set goes into a new folder: name one with --output")
    files = written(desk, form, **wanted)
    _refuse_mixed(folder, files)
    replaced = {name for name in files if (folder / name).exists()}
    if files:
        write_files({folder / name: content for name, content in files.items()})
    if desk.json:
        desk.print_json({"files": [str(folder / name) for name in files]})
        return
    if not files:
        desk.say("nothing is known that could be written")
    for name, content in files.items():
        before = ", in the place of what was there" if name in replaced else ""
        desk.say(f"{folder / name}: {len(content)} bytes{before}")


def _refuse_mixed(folder: Path, files: Mapping[str, bytes]) -> None:
    """Refuse a folder in which what is written would stand beside what it contradicts.

    Raises:
        BadInput: a notice of another time is there, or a folder where a file is to be.
    """
    if NOTICE not in files and (folder / NOTICE).exists():
        raise BadInput(
            f"{folder / NOTICE}: what is in this folder is of another time: name another --output"
        )
    taken = next((name for name in files if (folder / name).is_dir()), None)
    if taken is not None:
        raise BadInput(f"{folder / taken}: a folder stands there: name another --output")


def written(
    desk: Desk, form: str, *, public: bool, leave_out: str, precise: bool
) -> Mapping[str, bytes]:
    """Give the files of an export, and tell what was left out of it."""
    exchange, statuses = desk.workbench.exchange(), statuses_of(leave_out)
    if form == RECORDS:
        if statuses or precise or desk.seen:
            raise BadInput("records are whole: of all times, statuses and places")
        return {"records.jsonl": exchange.records(public=public)}
    wanted = Wanted(public=public, precise=precise, leave_out=statuses)
    made = exchange.export(form, wanted)
    for status, count in made.left_out.items():
        desk.say(f"left out: {counted(count, 'finding')} ({status.value})")
    if made.untold:
        desk.say(
            f"not in it: {counted(made.untold, 'finding')} that {form} has no room for, or that "
            "wait in review: --to csv has all"
        )
    return made.files


def statuses_of(words: str) -> tuple[FindingStatus, ...]:
    """Give the statuses that a list of words names.

    Raises:
        BadInput: one of them is none.
    """
    named = [word.strip().replace(" ", "_") for word in words.split(",") if word.strip()]
    unknown = [word for word in named if word not in list(FindingStatus)]
    if unknown:
        known = ", ".join(status.value for status in FindingStatus)
        raise BadInput(f"--leave-out {unknown[0]}: one of {known}")
    return tuple(dict.fromkeys(FindingStatus(word) for word in named))
