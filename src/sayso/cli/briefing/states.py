"""The section of a brief on Member States, as a command asks for it."""

from sayso.cli.briefing.options import Asked
from sayso.cli.output import Desk
from sayso.model.briefs import Brief
from sayso.model.vocabulary import Handling
from sayso.surveying import state_file
from sayso.views.states.section import with_states
from sayso.views.states.text import folded


def telling_of_states(desk: Desk, made: Brief, asked: Asked) -> Brief:
    """Give a brief with its section on Member States: those asked for, or all that are known of.

    Members of a union of whom only its acts are known stand in its paragraph. A public brief tells
    nothing that rests on a document which is not public.
    """
    overseeing = desk.workbench.overseeing()
    seen = overseeing.oversight()
    kept, _ = folded(overseeing.lines(), seen.members)
    codes = tuple(filter(None, asked.states)) or tuple(line.state for line in kept)
    documents = desk.workbench.documents() if asked.public else ()
    guarded = frozenset(d.id for d in documents if d.handling is not Handling.PUBLIC)
    return with_states(made, [state_file(overseeing, code) for code in codes], seen, guarded)
