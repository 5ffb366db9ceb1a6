"""Commands about documents: add, extract, documents, show, search, describe, erase."""

import re
import sys
import time
from collections.abc import Iterable
from datetime import date

import click

from sayso.adding import AddOutcome, AddStatus
from sayso.cli.output import Desk, command, told
from sayso.collect.collector import Hints
from sayso.errors import BadInput
from sayso.model.claims import SPENT
from sayso.model.vocabulary import DocumentKind, Handling, PassageKind
from sayso.views import contract
from sayso.views.tables import claim_sentence

EXTRACTORS = click.Choice(["rules", "language-model"])
KINDS = click.Choice([kind.value for kind in DocumentKind])
HANDLINGS = click.Choice([handling.value for handling in Handling])
SOME_FAILED, ALL_FAILED = 3, 2
_PUBLISHED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?")


@click.command
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL|un:SYMBOL|-…")
@click.option("--publisher", help="Who published it; wins over what the document states.")
@click.option("--published", metavar="DATE", help="When, as EDTF: 2024-05-23, 2024-05, 2024.")
@click.option("--kind", type=KINDS, help="What sort of document it is.")
@click.option("--title", help="Its title.")
@click.option("--handling", type=HANDLINGS, default="public", show_default=True)
@click.option("--collection", help="The collection that it belongs to.")
@click.option("--lawful-basis", help="On what ground the collection is held.")
@click.option("--extractor", type=EXTRACTORS, help="What takes the claims out; a setting.")
@command
def add(desk: Desk, sources: tuple[str, ...], **known: str | None) -> None:
    """Read documents and keep them with their claims.

    SOURCES are files, folders (with all that is in them), http(s) addresses, United Nations
    document symbols (un:S/2024/499), or - for standard input. The same bytes again add nothing, so
    what was broken off goes on where it stood. Several are read at once (setting: workers). A
    document with nothing of the domain in it is kept, and not read for claims (setting: gate).
    A source that fails leaves nothing behind and the others are done: exit code 3.
    """
    hints = hints_of(known)
    located = desk.workbench.locate(sources)
    if not located:
        desk.say(f"no files in {', '.join(sources)}")
    report(desk, desk.workbench.add(located, hints), len(located))


def hints_of(known: dict[str, str | None]) -> Hints:
    """Give what the user says about the documents."""
    check_published(known.get("published"))
    kind, handling = known.pop("kind", None), known.pop("handling", None)
    return Hints(
        kind=None if kind is None else DocumentKind(kind),
        handling=None if handling is None else Handling(handling),
        **known,
    )


def check_published(given: str | None) -> None:
    """Refuse a date that is none; "" and None say that it is not known.

    Raises:
        BadInput: says how dates are written.
    """
    if given and not is_date(given):
        raise BadInput(f"--published {given!r}: no date; write 2024-05-23, 2024-05 or 2024")


def is_date(text: str) -> bool:
    """Say whether a text is a day, month or year in EDTF, certain or not."""
    found = _PUBLISHED.fullmatch(text)
    try:
        return found is not None and bool(date(*(int(part or 1) for part in found.groups())))
    except ValueError:
        return False


def report(desk: Desk, outcomes: Iterable[AddOutcome], total: int) -> None:
    """Say what became of each source; end with 3 where some failed and with 2 where all did."""
    kept: list[AddOutcome] = []
    with desk.progress("reading", total) as step:
        for outcome in outcomes:
            kept.append(outcome)
            step(outcome.source)
            if outcome.error is not None:
                click.echo(f"sayso: {told(outcome.source, outcome.error)}", err=True)
    if desk.json:
        desk.print_json(contract.outcomes_json(kept))
    else:
        desk.table(
            ("Source", "Passages#", "Claims#", "Refused#", "Seconds#", ""),
            [outcome_row(outcome) for outcome in kept],
        )
    for outcome in kept:
        for remark in outcome.remarks:
            desk.say(f"{outcome.source}: {remark}")
    failed = sum(outcome.status is AddStatus.FAILED for outcome in kept)
    if failed:
        sys.exit(ALL_FAILED if failed == len(kept) else SOME_FAILED)


def outcome_row(outcome: AddOutcome) -> tuple[str, ...]:
    """Give one line of the table of what was added."""
    if outcome.status is not AddStatus.ADDED:
        return (outcome.source, "", "", "", "", outcome.status.value)
    counts = (outcome.passages, outcome.claims, outcome.refused)
    return (outcome.source, *map(str, counts), f"{outcome.seconds:.2f}", outcome.status.value)


@click.command
@click.argument("file", metavar="FILE|URL|-")
@click.option("--published", metavar="DATE", help="When it was published, as EDTF.")
@click.option("--publisher", help="Who published it.")
@click.option("--handling", type=HANDLINGS, default="public", show_default=True)
@click.option("--extractor", type=EXTRACTORS, help="What takes the claims out; a setting.")
@command
def extract(desk: Desk, file: str, **known: str | None) -> None:
    """Take the claims out of one file, without a project.

    Names are resolved against the project's list releases in force where there is a project, else
    against the newest United Nations release that ships with the program.
    """
    began = time.perf_counter()
    record = desk.workbench.extract(file, hints_of(known))
    for remark in record.extraction.remarks:
        if desk.json or remark.startswith(SPENT):
            desk.say(f"{file}: {remark}")
    if desk.json:
        desk.print_json(contract.extraction_json(record, time.perf_counter() - began))
        return
    desk.out.print(contract.marked_text(record), highlight=False, markup=False, soft_wrap=True)


@click.command
@command
def documents(desk: Desk) -> None:
    """List the documents held."""
    held = desk.workbench.documents()
    if desk.json:
        desk.print_json(contract.documents_json(held))
        return
    desk.table(
        ("Id", "Published", "Publisher", "Title", "Kind", "Handling"),
        [
            (d.id[7:15], d.published or "", d.publisher or "", d.name, d.kind, d.handling)
            for d in held
        ],
    )
    notices = {d.notice for d in held if d.notice}
    for notice in sorted(notices):
        desk.say(f"{sum(d.notice == notice for d in held)} of them: {notice}")


@click.command
@click.argument("document")
@command
def show(desk: Desk, document: str) -> None:
    """Show one document with its claims marked.

    DOCUMENT is an id, the beginning of one, the path as added, or the title.
    """
    record = desk.workbench.record(document)
    if desk.json:
        desk.print_json(contract.extraction_json(record, 0.0))
        return
    desk.out.print(record.document.name, style="bold", markup=False, highlight=False)
    about = (record.document.publisher, record.document.published, record.document.locator)
    desk.out.print(" · ".join(part for part in about if part), markup=False, highlight=False)
    if record.document.notice:
        desk.out.print(record.document.notice, style="italic", markup=False)
    knowledge = desk.workbench.knowledge()
    for passage in record.passages:
        style = "bold" if passage.kind is PassageKind.HEADING else None
        desk.out.print(f"\n{passage.text}", style=style, markup=False, highlight=False)
        for claim in record.extraction.claims:
            if claim.passage_id == passage.id:
                said = claim_sentence(knowledge, claim)
                desk.out.print(f"  ▸ {claim.id}  {said}", style="cyan", markup=False)


@click.command
@click.argument("query")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@command
def search(desk: Desk, query: str, limit: int) -> None:
    """Search the passages held: words, "an exact phrase", a beginning*."""
    hits = desk.workbench.search(query, limit)
    if desk.json:
        desk.print_json(contract.search_json(hits))
        return
    desk.table(
        ("Document", "Place", "Passage"),
        [(hit.document_name, hit.passage.locator, hit.marked) for hit in hits],
    )
    if not hits:
        desk.say(f"nothing holds {query!r}")


@click.command
@click.argument("document")
@click.option("--title")
@click.option("--publisher")
@click.option("--published", metavar="DATE")
@click.option("--kind", type=KINDS)
@click.option("--handling", type=HANDLINGS)
@click.option("--collection")
@click.option("--lawful-basis")
@click.option("--by", help="Who says so; default: the setting `by`.")
@command
def describe(desk: Desk, document: str, by: str | None, **changes: str | None) -> None:
    """Correct what is known about a document; every correction is kept with its author."""
    given = {about: value for about, value in changes.items() if value is not None}
    if not given:
        raise BadInput("nothing to correct: give --title, --publisher, --published, …")
    check_published(given.get("published"))
    described = desk.workbench.describe(document, given, signed(desk, by))
    if desk.json:
        desk.print_json(contract.documents_json((described,)))
        return
    desk.say(f"{described.name}: {', '.join(given)} corrected")


@click.command
@click.argument("document")
@click.option("--reason", required=True, help="Why, for the record that stays.")
@click.option("--by", help="Who says so; default: the setting `by`.")
@command
def erase(desk: Desk, document: str, reason: str, by: str | None) -> None:
    """Take a document's content out; its hash, the date and the reason stay."""
    erasure = desk.workbench.erase(document, reason, signed(desk, by))
    if desk.json:
        desk.print_json(contract.erasure_json(erasure))
        return
    desk.say(f"{erasure.document_id}: content erased; hash, date and reason stay")


def signed(desk: Desk, by: str | None) -> str:
    """Give who signs.

    Raises:
        BadInput: nobody does.
    """
    name = (by or desk.settings.text("by")).strip()
    if not name:
        raise BadInput("nobody signs: give --by NAME, or set `by` in sayso.toml")
    return name
