"""The command that asks which parties may be one, or one a front for another."""

import click

from sayso.cli.output import Desk, command
from sayso.views.hypotheses.identities import identities_shape, identity_text, waits
from sayso.views.naming import counted


@click.command
@click.argument("name", required=False)
@click.option("--unsure", is_flag=True, help="Also those that wait in review.")
@command
def questions(desk: Desk, name: str | None, *, unsure: bool) -> None:
    """List pairs that may be one party, or one a front for the other.

    Each is a question with what speaks for it and what speaks against it; nothing is merged, and
    nothing follows from it. A pair is asked about when somebody says that one is another name or a
    front for the other; or when the same person leads both, or both make the same statement, and a
    second sign of another kind is there. Structure alone asks nothing about a person or a listed
    party. NAME (an id, a name or a list reference) narrows it to the pairs of one party. Questions
    about a person, and those that nobody asks in so many words, wait in review when they rest on
    unsure readings alone, and are counted.

    With --json: {"questions": [{"id", "question", "one": {"id", "name", "type", "standing"},
    "other": {…}, "signs": [{"sign", "says", "bears_on": {"alias_of": "for|against|neither",
    "front_for": …}, "claims": [{"id", "says", "confidence", "finding", "beside": ["denied by …"]}]
    }], "notices", "opened_as": "q-…"|null}], "waiting": 0}.
    """
    deliberation = desk.workbench.deliberation()
    knowledge, every = deliberation.knowledge, deliberation.identities()
    if name is not None:
        party = desk.workbench.entity(name).id
        every = tuple(question for question in every if party in (question.one, question.other))
    found = [question for question in every if unsure or not waits(knowledge, question)]
    opened = {m.opened.about: m.id for m in deliberation.matrices() if m.opened.about is not None}
    waiting = len(every) - len(found)
    if desk.json:
        desk.print_json(identities_shape(knowledge, found, opened, waiting))
        return
    for question in found:
        text = identity_text(knowledge, question, opened)
        desk.out.print(text, markup=False, highlight=False, soft_wrap=True)
    if waiting:
        desk.say(f"{waiting} more wait in review (`--unsure` lists them)")
    desk.say(counted(len(found), "question"))
