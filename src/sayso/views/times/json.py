"""The JSON of what is new."""

from sayso.model.news import CustomerNews, EntryNews, FindingNews, HitNews, News
from sayso.views.json import JsonObject
from sayso.views.shapes.evidence import document_ref, finding_shape
from sayso.views.shapes.lists import candidate_shape, change_shape
from sayso.views.tables import finding_sentence
from sayso.views.times.causes import (
    because,
    because_of_list,
    headline,
    knowledge_of,
    stances,
)
from sayso.views.times.names import urn_of
from sayso.views.times.notes import erased_shape


def news_json(news: News) -> JsonObject:
    """Give what is new: what came in, and `changes` in the order of the text."""
    records = news.present.records
    return {
        "since": news.since.isoformat(),
        "until": news.until.isoformat(),
        "documents": [
            {**document_ref(records[document].document), "added": at.isoformat()}
            for document, at in news.added.items()
        ],
        "erased": [erased_shape(addition) for addition in news.erased],
        "releases": [release.id for release in news.releases],
        "changes": [
            *(_finding(news, one) for one in news.findings),
            *(_entry(news, one) for one in news.entries),
            *(_hit(one) for one in news.hits),
            *(_customer(one) for one in news.customers),
        ],
        "in_review": news.in_review,
    }


def _finding(news: News, one: FindingNews) -> JsonObject:
    knowledge, cause = knowledge_of(news, one), one.cause
    return {
        "kind": one.kind.value,
        "id": urn_of(one),
        "at": cause.at.isoformat(),
        "headline": headline(one),
        "says": finding_sentence(knowledge, one.finding),
        "was": [status.value for status in one.was],
        "now": one.finding.status.value if one.finding.id in news.present.findings else None,
        "watched": list(one.watched),
        "because": list(because(news, one)),
        "direct": cause.direct,
        "further_documents": cause.further,
        "documents": [
            {
                **document_ref(news.present.records[document].document),
                "says": list(stances(knowledge, one, document)),
            }
            for document in cause.documents
        ],
        "judgements": [judgement.id for judgement in cause.judgements],
        "finding": finding_shape(knowledge, one.finding),
    }


def _entry(news: News, one: EntryNews) -> JsonObject:
    entities = [news.present.entities[entity] for entity in one.entities]
    return {
        "kind": "list_change",
        "id": urn_of(one),
        "at": one.at.isoformat(),
        "list": one.authority,
        "old": one.old,
        "new": one.new,
        "entities": [
            {
                "id": entity.id,
                "name": entity.name,
                "status": None if entity.listing is None else entity.listing.status.value,
            }
            for entity in entities
        ],
        **change_shape(one.change),
    }


def _hit(one: HitNews) -> JsonObject:
    return {
        "kind": "screening_hit",
        "id": urn_of(one),
        "at": one.at.isoformat(),
        "name": one.name,
        "candidate": candidate_shape(one.candidate),
    }


def _customer(one: CustomerNews) -> JsonObject:
    return {
        "kind": "customer_alert",
        "id": urn_of(one),
        "at": one.at.isoformat(),
        "set": one.name,
        "qid": one.subject.key,
        "name": one.subject.name,
        "because": because_of_list(one),
        "candidate": candidate_shape(one.alert.candidate),
        "changed": list(one.alert.changed),
    }
