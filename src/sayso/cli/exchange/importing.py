"""The command that takes in what another tool knows."""

from collections.abc import Sequence
from typing import Any, Final

import click

from sayso.cli.documents import HANDLINGS, KINDS, hints_of
from sayso.cli.output import Desk, command, in_one_line
from sayso.exchanging import Kept
from sayso.importing import FORMS, RECORDS, Handed, content_at, form_of, read_handed
from sayso.views.naming import counted

#: Of records, in the words of `Taken`.
_KINDS: Final = ("document", "annotation", "judgement", "step", "telling")


@click.command("import")
@click.argument("file")
@click.option("--from", "form", type=click.Choice(FORMS), help="Its form; default: as it begins.")
@click.option("--mapping", metavar="FILE", help="Of a table: which column holds what (TOML).")
@click.option(
    "--text",
    metavar="DOCUMENT",
    help="Of annotations: the document that they are on, a file or one held.",
)
@click.option("--publisher", help="Who hands it on.")
@click.option("--published", metavar="DATE", help="When, as EDTF: 2024-05-23, 2024-05, 2024.")
@click.option("--kind", type=KINDS, help="What sort of document it is.")
@click.option("--title", help="Its title.")
@click.option("--handling", type=HANDLINGS, help="Default: as the file says, else public.")
@click.option("--collection", help="The collection that it belongs to.")
@click.option("--lawful-basis", help="On what ground the collection is held.")
@command
def import_(desk: Desk, file: str, form: str | None, **known: Any) -> None:  # noqa: ANN401  # click's own
    """Take in what another tool knows, as documents with their claims.

    \b
    records       everything that another project of Sayso was told (`sayso export --to records`)
    ftm           FollowTheMoney JSON lines: intervals are claims by their publishers
    csv           a table with a --mapping: a row is a claim
    stix          a STIX 2.1 bundle: claims are by their authors, opinions too
    annotations   W3C Web Annotations, on documents held or on the one given by --text
    label-studio  tasks exported as JSON: relations between regions are claims
    inception     UIMA CAS XMI or JSON 0.4, or WebAnno TSV 3: the same

    Places are checked against the words; what does not fit is refused and told, with its place. A
    word for what is said that is no predicate of ours is kept as it stands.
    """  # noqa: D301  # "\b" keeps the lines that follow as they are
    content = content_at(file)
    form = form or form_of(content, file)
    exchange = desk.workbench.exchange()
    if form == RECORDS:
        taken = exchange.take_records(content, file)
        _tell_records(desk, file, taken._asdict())
        return
    mapping, text = known.pop("mapping"), known.pop("text")
    handed = Handed(
        content=content,
        place=file,
        hints=hints_of(known),
        mapping=None if mapping is None else (content_at(mapping), mapping),
        text=text,
        held=exchange.held,
    )
    found = read_handed(form, handed, desk.workbench.collector())
    _tell(desk, file, list(exchange.take(found)))


def _tell_records(desk: Desk, file: str, counts: dict[str, int]) -> None:
    if desk.json:
        desk.print_json({"file": file, **counts})
        return
    new = ", ".join(counted(counts[f"{one}s"], one) for one in _KINDS)
    desk.say(f"{file}: new: {new}; already here: {counts['already_here']}")


def _tell(desk: Desk, file: str, kept: Sequence[Kept]) -> None:
    """Say what became of each document, and all that was refused or is unknown."""
    if desk.json:
        desk.print_json({"file": file, "documents": [_shape(one) for one in kept]})
        return
    for one in kept:
        extraction = one.imported.extraction
        state = _state(one)
        desk.say(f"{in_one_line(one.imported.intake.document.name)}: {state}")
        for remark in extraction.remarks:
            desk.say(f"  {in_one_line(remark)}")
        for refused in one.imported.refused:
            click.echo(f"sayso: refused: {in_one_line(refused)}", err=True)


def _state(one: Kept) -> str:
    if not one.is_new:
        return "already here"
    count = counted(len(one.imported.extraction.claims), "claim")
    return f"{count} beside those it had" if one.imported.is_held else count


def _shape(one: Kept) -> dict[str, object]:
    document, extraction = one.imported.intake.document, one.imported.extraction
    return {
        "id": document.id,
        "title": document.name,
        "new": one.is_new,
        "claims": len(extraction.claims),
        "refused": list(one.imported.refused),
        "unknown_predicates": dict(one.imported.unknown),
    }
