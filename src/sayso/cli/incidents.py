"""The command about incidents: who did what to whom, where and when."""

import click

from sayso.cli.output import Desk, command
from sayso.review.incidents.choose import IncidentQuery
from sayso.views import contract
from sayso.views.incidents import incident_text


@click.command
@click.option("--document", help="Only of this document: id, path as added, or title.")
@click.option("--place", help="Only there: a name, or an ISO 3166 code (AF, AF-GHA).")
@click.option("--since", metavar="DATE", help="Only those that took place on or after.")
@click.option("--until", metavar="DATE", help="Only those that took place on or before.")
@command
def incidents(desk: Desk, **asked: str | None) -> None:
    """Show who did what to whom, where, when and with what, and who says so.

    What several claims tell of one act stands together: within a document, and across documents
    where kind, day, place and a party agree. Each perpetrator, victim, target and weapon stands
    with everyone who says so ("claimed by", "blamed by", "alleged by", "denied by"); figures keep
    their bounds. A person whom only unsure readings name as perpetrator waits in review and is
    counted.

    With --json: {"incidents": [{"id", "kind", "place", "times", "perpetrators", "victims",
    "targets", "weapons", "outcomes", "answers", "in_review", "documents", "claims"}]}; each value
    is {"entity", "name", "listing", "contested", "said": [{"claim", "how", "by", "factuality",
    "modality", "realis", "document", "words"}]}. A claim that begins with "a-" is an account: read
    more loosely than claims are, and shown nowhere else.
    """
    knowledge = desk.workbench.knowledge()
    found = desk.workbench.incidents(IncidentQuery(**asked))
    if desk.json:
        desk.print_json(contract.incidents_json(knowledge, found))
        return
    for incident in found:
        text = incident_text(knowledge, incident)
        desk.out.print(text, markup=False, highlight=False, soft_wrap=True)
    desk.say(f"{len(found)} incidents")
