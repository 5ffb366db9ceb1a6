"""Commands about flows and the ladder of capabilities."""

from itertools import groupby

import click

from sayso.cli.output import Desk, command
from sayso.review.flows.ladder import LadderQuery
from sayso.review.flows.rows import FlowQuery
from sayso.views import contract
from sayso.views.flows.text import (
    FLOW_COLUMNS,
    LADDER_COLUMNS,
    NOTHING,
    end_words,
    flow_row,
    ladder_rows,
    spaced,
)
from sayso.views.naming import counted

_APART = "Apart: told, and not as done; none of these is a flow"
_ITEM = click.option("--item", metavar="KIND", help="Only this kind of thing: money, rifles, fuel.")
_UNSURE = click.option("--unsure", is_flag=True, help="Also what waits in review.")


@click.command
@click.argument("party", metavar="[NAME]", required=False)
@click.option("--from", "giver", metavar="NAME", help="Only what this party gives.")
@click.option("--to", "receiver", metavar="NAME", help="Only what this party receives.")
@_ITEM
@click.option("--since", metavar="DATE", help="Only what took place on or after.")
@click.option("--until", metavar="DATE", help="Only what took place on or before.")
@_UNSURE
@command
def flows(desk: Desk, *, unsure: bool, **asked: str | None) -> None:
    """Show who gives whom what: how much, how often, since when, and on whose word.

    A row a giver, a receiver and a kind of thing; NAME is either of the two. Figures stay as they
    are put, units apart, and are never added up: several accounts may tell of one movement. Denials
    stand beside what they deny. What is planned, attempted, said on a condition, left open, denied
    or withdrawn stands apart and is no flow. `sayso why` shows the words behind each id.

    With --json: {"flows": [FLOW], "apart": [FLOW], "in_review", "left_out"}; a FLOW is {"giver":
    {"id", "name", "named", "listing"}|null, "receiver", "thing": {"kind", "name"}|null, "how",
    "carriers", "movements_at_least", "standing", "status", "hedge", "accounts", "roots",
    "not_counted", "time", "published": {"first", "last"}, "places", "figures": [{"min", "max",
    "unit", "rate", "words", "accounts", "claims"}], "how_often", "denials": [{"claim", "by",
    "words", "document", "root", "concerned", "only"}], "replies", "findings", "claims"}.
    """
    found = desk.workbench.flows(FlowQuery(**asked), unsure=unsure)
    knowledge = desk.workbench.knowledge()
    if desk.json:
        desk.print_json(contract.flows_json(knowledge, found))
        return
    for title, part in (("Flows", found.done), (_APART, found.apart)):
        if part:
            rows = spaced([flow_row(knowledge, flow)] for flow in part)
            desk.table(FLOW_COLUMNS, rows, title=title)
            desk.out.print()
    desk.say(f"{len(found.done)} flows; {len(found.apart)} apart")
    _say_rest(desk, found.in_review, found.left_out)


@click.command
@click.argument("party", metavar="[NAME]", required=False)
@_ITEM
@_UNSURE
@command
def capabilities(desk: Desk, *, unsure: bool, **asked: str | None) -> None:
    """Show what each party seeks, has acquired, holds and uses, and on whose word.

    A table a party, four rungs a kind of weapon, material or means. "nothing held" says that no
    document held tells of that rung, and no more. What one receives one has acquired; what one
    attacks with one uses. What is only alleged, suspected or feared says so; what is planned,
    attempted, left open or denied is marked in capitals.

    With --json: {"capabilities": [{"party", "thing", "rungs": {"seeks": [TOLD], "acquired",
    "holds", "uses"}}], "in_review", "left_out"}; a TOLD has the keys of a flow from "standing" on
    (`sayso flows --help`).
    """
    found = desk.workbench.capabilities(LadderQuery(**asked), unsure=unsure)
    knowledge = desk.workbench.knowledge()
    if desk.json:
        desk.print_json(contract.capabilities_json(knowledge, found))
        return
    for party, own in groupby(found.rows, key=lambda row: row.party):
        rows = spaced(ladder_rows(knowledge, row) for row in own)
        desk.table(LADDER_COLUMNS, rows, title=end_words(knowledge, party))
        desk.out.print()
    desk.say(f"“{NOTHING}”: no document held tells of it; that does not say that it is not so")
    _say_rest(desk, found.in_review, found.left_out)


def _say_rest(desk: Desk, in_review: int, left_out: int) -> None:
    """Tell what is not shown."""
    if in_review:
        desk.say(f"waiting in review: {counted(in_review, 'more finding')} (`--unsure` shows them)")
    if left_out:
        desk.say(
            f"left out, for no party or place is named, or they are rejected: "
            f"{counted(left_out, 'claim')}"
        )
