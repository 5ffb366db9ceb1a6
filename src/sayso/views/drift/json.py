"""The JSON of comparisons and of series of reports."""

from sayso.model.drift import Comparison, Development, Difference, Series, Side, Telling
from sayso.model.findings import Knowledge
from sayso.views.drift.words import words_of
from sayso.views.json import JsonObject
from sayso.views.shapes.evidence import document_ref


def comparison_json(knowledge: Knowledge, comparison: Comparison) -> JsonObject:
    """Give the differences in their order; a side that has nothing there is null."""
    return {"differences": [_difference(knowledge, one) for one in comparison.differences]}


def _difference(knowledge: Knowledge, one: Difference) -> JsonObject:
    return {
        "slot": one.slot.value,
        "secondary": _side(knowledge, one.secondary),
        "primary": _side(knowledge, one.primary),
        "dependent": list(one.dependent),
        "note": one.note,
    }


def _side(knowledge: Knowledge, side: Side | None) -> JsonObject | None:
    if side is None:
        return None
    return {"claim": side.claim, "text": words_of(knowledge, side.claim), "value": side.value}


def series_json(knowledge: Knowledge, series: Series) -> JsonObject:
    """Give the reports by date, and what became of each thing from one to the next."""
    documents = [knowledge.records[key].document for key in series.reports]
    return {
        "reports": [{**document_ref(d), "published": d.published} for d in documents],
        "changes": [_development(knowledge, one) for one in series.developments],
    }


def _development(knowledge: Knowledge, one: Development) -> JsonObject:
    entity = knowledge.entity_behind(one.subject)
    return {
        "subject": None if entity is None else {"id": entity.id, "name": entity.name},
        "change": one.change.value,
        "earlier": _telling(knowledge, one.earlier),
        "later": _telling(knowledge, one.later),
        "note": one.note,
    }


def _telling(knowledge: Knowledge, one: Telling | None) -> JsonObject | None:
    if one is None:
        return None
    key = knowledge.finding_of.get(one.claim)
    finding = None if key is None else knowledge.findings[key]
    return {
        "document": one.document,
        "claim": one.claim,
        "text": words_of(knowledge, one.claim),
        "figure": one.figure,
        "places": list(one.places),
        "factuality": one.factuality,
        "finding": key,
        "status": None if finding is None else finding.status.value,
        "replies": [] if finding is None else list(finding.replies),
    }
