"""The command about sources: what is cited and not held, and what is held."""

import click

from sayso.cli.output import Desk, command
from sayso.views.naming import counted
from sayso.views.sources.json import sources_json
from sayso.views.sources.text import held_row, queue_text


@click.command
@click.option("--held", is_flag=True, help="Show the documents held, not the queue.")
@click.option("--public", is_flag=True, help="Leave out what rests on documents not public.")
@command
def sources(desk: Desk, *, held: bool, public: bool) -> None:
    """List what documents cite and the project does not hold, by how much rests on it.

    A report behind an article, a statement, a UN symbol, an address in a footnote: who cites it, by
    what words, which findings rest on it. With --held: the documents held, copies of one story,
    and the independent roots that each gives. With --json both: {"to_obtain": [{"key", "cited_as",
    "name", "author", "citations": [{"document", "locator", "words", "sentence"}], "stories",
    "claims", "findings": [{"id", "status", "says"}], "secondary_only", "may_be"}], "held": [{"id",
    "title", "publisher", "kind", "handling", "published", "story", "copies", "cited_by", "claims",
    "roots", "only_here", "in_circle"}], "named_in_records": [{"title", "records", "may_be"}]}:
    the last are documents that records of states name (`sayso states records`).
    """
    knowledge, found = desk.workbench.sources(public=public)
    named = desk.workbench.recording(public=public).named_sources()
    if desk.json:
        shapes = [{"title": n.title, "records": n.records, "may_be": n.may_be} for n in named]
        desk.print_json({**sources_json(knowledge, found), "named_in_records": shapes})
        return
    if held:
        desk.table(
            (
                *("Document", "Publisher", "Kind", "Handling", "Published", "Story"),
                *("Cited by#", "Claims#", "Independent roots"),
            ),
            [held_row(knowledge, one) for one in found.held],
        )
    else:
        text = queue_text(knowledge, found.to_obtain)
        desk.out.print(text, markup=False, highlight=False, soft_wrap=True)
        for one in named:
            perhaps = f"; perhaps held: {', '.join(d[7:19] for d in one.may_be)}"
            resting = f"{counted(len(one.records), 'record')} of states rest on it"
            line = f"“{one.title}”: {resting}{perhaps if one.may_be else ''}"
            desk.out.print(line, markup=False, highlight=False, soft_wrap=True)
    desk.say(
        f"{counted(len(found.to_obtain) + len(named), 'source')} to obtain; "
        f"{counted(len(found.held), 'document')} held" + ("" if held else " (`--held` lists them)")
    )
