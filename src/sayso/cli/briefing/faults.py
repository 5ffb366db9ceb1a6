"""What is wrong with a brief, on a terminal or as JSON."""

import sys
from dataclasses import replace
from typing import Final

from sayso.briefing import Briefing, Linted, read_outline
from sayso.cli.briefing.options import COMPOSED, Asked, read_text
from sayso.cli.output import Desk
from sayso.errors import BadInput
from sayso.model.briefs import Brief
from sayso.surveying import telling_of_states
from sayso.views.linting.text import faults_json
from sayso.views.naming import counted

#: What a linted brief with faults ends with, under --exit-code.
FAULTY: Final = 4


def told_faults(desk: Desk, asked: Asked) -> None:
    """Tell the faults in reading order."""
    found = _linted(desk, asked)
    if desk.json:
        desk.print_json(faults_json(found.faults, found.sentences))
    else:
        if found.faults:
            rows = [(f.place, f.rule.value.replace("_", " "), f.text, f.why) for f in found.faults]
            desk.table(("Where", "Rule", "Sentence", "Why"), rows)
        faults, sentences = len(found.faults), found.sentences
        desk.say(f"{counted(faults, 'fault')} in {counted(sentences, 'sentence')}")
    if asked.exit_code and found.faults:
        sys.exit(FAULTY)


def refuse_faulty(desk: Desk, briefing: Briefing, asked: Asked) -> None:
    """Say that an outline has faults; a final brief of it is refused.

    Raises:
        BadInput: it is to be final.
    """
    outline = asked.ordered.outline
    if outline is None:
        return
    faults = briefing.faults_against_final(outline, asked.ordered.language)
    if not faults:
        return
    count, lint = counted(len(faults), "fault"), f"`sayso brief --lint {outline.origin}`"
    if asked.ordered.final:
        raise BadInput(f"{outline.origin}: no final brief with {count} in it: {lint} names them")
    desk.say(f"{outline.origin}: {count}: {lint} names them; a final brief is refused")


def _linted(desk: Desk, asked: Asked) -> Linted:
    final, public = asked.ordered.final, asked.public
    if asked.lint is not None and asked.lint != COMPOSED:
        outline = read_outline(read_text(asked.lint), asked.lint)
        return desk.workbench.briefing().lint(
            outline, final=final, public=public, language=asked.ordered.language
        )
    briefing = desk.workbench.briefing(public=public)
    made = briefing.compose(replace(asked.ordered, final=False))  # its gate is one of the rules
    if asked.states:
        made = with_states_asked(desk, asked, made)
    return briefing.lint(made, final=final, public=public)


def with_states_asked(desk: Desk, asked: Asked, made: Brief) -> Brief:
    """Give a brief with its section on Member States, of those that were named, or of all."""
    bench = desk.workbench
    seen = bench.overseeing(public=asked.public), bench.recording(public=asked.public)
    return telling_of_states(*seen, made, tuple(filter(None, asked.states)))
