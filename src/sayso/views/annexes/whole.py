"""The annexes of one brief, in their order."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.briefs import Annex, Brief
from sayso.model.findings import Knowledge
from sayso.model.hypotheses import Matrix
from sayso.views.annexes.places import places_annex
from sayso.views.annexes.questions import questions_annex
from sayso.views.annexes.sources import sources_annex
from sayso.views.annexes.ties import ties_annex
from sayso.views.annexes.times import times_annex
from sayso.views.annexes.told import told_findings
from sayso.views.wording.texts import texts_of


def with_annexes(knowledge: Knowledge, brief: Brief, matrices: Sequence[Matrix] = ()) -> Brief:
    """Give the brief with its annexes; those that would be empty are left out."""
    texts = texts_of(brief.language)
    told = told_findings(knowledge, brief)
    found = (
        places_annex(told, texts),
        times_annex(knowledge, told, texts),
        ties_annex(knowledge, told, texts),
        sources_annex(knowledge, brief, texts),
        questions_annex(knowledge, told, matrices, texts),
        *brief.annexes,
        _method(brief),
    )
    return replace(brief, annexes=tuple(annex for annex in found if annex is not None))


def _method(brief: Brief) -> Annex:
    """Say how the brief was made, and from which versions."""
    texts = texts_of(brief.language)
    return Annex(
        key="method",
        heading=texts.say("method.heading"),
        notes=texts.lines("method.notes"),
        columns=texts.lines("method.columns"),
        rows=tuple(brief.versions),
    )
