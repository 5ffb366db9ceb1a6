"""Query by example: `POST /match/{dataset}`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Body, Depends, Query
from fastapi.responses import JSONResponse

from sayso.errors import BadInput
from sayso.model.matches import Candidate, Feature
from sayso.views.json import JsonObject
from sayso.views.shapes.judgements import judgement_json
from sayso.web.asking.inquiries import Bounds, Found, candidates, check
from sayso.web.asking.limits import MOST_EXCLUDED, MOST_RESULTS
from sayso.web.asking.runs import AtBook
from sayso.web.desk import Lists, json_alone
from sayso.web.yente.entities import party
from sayso.web.yente.reading import READ, as_list, inquiry
from sayso.web.yente.shapes import Example, MatchAnswer, MatchQuery

router = APIRouter(tags=["yente"])

ALGORITHM: Final = "sayso"
ALGORITHMS: Final = (ALGORITHM, "best", "default")
#: yente's own.
_THRESHOLD, _CUTOFF, _LIMIT = 0.7, 0.5, 5
_MOMENT: Final = (
    r"^\d{4}(-\d{2}(-\d{2}(T\d{2}(:\d{2}(:\d{2}(\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$"
)
_EXAMPLE: Final = {
    "a person": {
        "value": {
            "queries": {
                "customer-7": {
                    "schema": "Person",
                    "properties": {"name": ["Zarmast Tolwak"], "birthDate": ["1970"]},
                }
            }
        }
    }
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """Which entries are searched, as yente's clients say it.

    Attributes:
        changed_since: takes no part: the answer says so.
        topics: every listed party has the topic "sanction" and no other.
    """

    include_dataset: Annotated[list[str], Query(default_factory=list)]
    exclude_dataset: Annotated[list[str], Query(default_factory=list)]
    exclude_schema: Annotated[list[str], Query(default_factory=list)]
    topics: Annotated[list[str], Query(default_factory=list)]
    changed_since: Annotated[str | None, Query(pattern=_MOMENT)] = None

    def authorities(self, lists: Lists, dataset: str) -> frozenset[str]:
        """Give the lists that are searched; none where only other topics are asked for."""
        wanted = lists.dataset(dataset)
        if self.include_dataset:
            wanted |= lists.authorities(self.include_dataset)
        if self.exclude_dataset:
            wanted -= lists.authorities(self.exclude_dataset)
        return frozenset() if self.topics and "sanction" not in self.topics else wanted

    @property
    def ignored(self) -> list[str]:
        """Give the parameters that take no part."""
        return ["changed_since"] if self.changed_since is not None else []


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """How answers are chosen, as yente's clients say it.

    Attributes:
        threshold: from this score on `match` is true.
        cutoff: answers below this score are left out; never above the threshold.
    """

    exclude_entity_ids: Annotated[list[str], Query(default_factory=list, max_length=MOST_EXCLUDED)]
    limit: Annotated[int, Query(ge=1, le=MOST_RESULTS)] = _LIMIT
    threshold: Annotated[float, Query(ge=0, le=1)] = _THRESHOLD
    cutoff: Annotated[float, Query(ge=0, le=1)] = _CUTOFF
    algorithm: str = ALGORITHM


@router.post(
    "/match/{dataset}",
    summary="Match parties by example",
    dependencies=[Depends(json_alone)],
    response_model=None,
    responses={200: {"model": MatchAnswer}},
)
def match(
    dataset: str,
    asked: Annotated[MatchQuery, Body(openapi_examples=_EXAMPLE)],
    sieve: Annotated[Sieve, Depends()],
    scoring: Annotated[Scoring, Depends()],
    book: AtBook,
) -> JSONResponse:
    """Give the listed parties that may be those asked for, with reasons, best first.

    What a person set aside for this very question stands in `cleared`, until the entry changes.
    """
    _refuse_settings(asked, scoring)
    lists = book.desk.lists()
    bounds = Bounds(
        authorities=sieve.authorities(lists, dataset),
        threshold=min(scoring.cutoff, scoring.threshold),
        limit=scoring.limit,
    )
    inquiries = {
        key: inquiry(one, excluded=scoring.exclude_entity_ids, left_out=sieve.exclude_schema)
        for key, one in asked.queries.items()
    }
    check(tuple(inquiries.values()), len(inquiries) * scoring.limit)
    found = {key: candidates(lists, one, bounds) for key, one in inquiries.items()}
    book.answered(lists, tuple(found.values()))
    responses = {
        key: _matches(lists, asked.queries[key], one, scoring) for key, one in found.items()
    }
    unread = {f"properties.{name}" for q in asked.queries.values() for name in q.properties}
    ignored = [*sieve.ignored, *sorted(unread - {f"properties.{name}" for name in READ})]
    told = {"responses": responses, "matcher": {}, "limit": scoring.limit, "ignored": ignored}
    return JSONResponse(told, headers={"x-batch-size": str(len(responses))})


def _refuse_settings(asked: MatchQuery, scoring: Scoring) -> None:
    if scoring.algorithm not in ALGORITHMS:
        told = ", ".join(ALGORITHMS)
        raise BadInput(f"algorithm {scoring.algorithm!r}: there is {told}: leave it out")
    if asked.weights or asked.config:
        raise BadInput("weights and config: features weigh what was measured: leave them out")


def _matches(lists: Lists, example: Example, answer: Found, scoring: Scoring) -> JsonObject:
    found = answer.candidates
    properties = {name: as_list(values) for name, values in example.properties.items()}
    return {
        "status": 200,
        "results": [_scored(lists, candidate, scoring.threshold) for candidate in found],
        "total": total(len(found), may_be_more=len(found) == scoring.limit),
        "query": {"id": example.id, "schema": example.schema, "properties": properties},
        "cleared": [
            {"entry": entry, "judgement": judgement_json(clearing)}
            for entry, clearing in answer.cleared.items()
        ],
    }


def total(found: int, *, may_be_more: bool) -> JsonObject:
    """Give a number of results as yente gives it."""
    return {"value": found, "relation": "gte" if may_be_more else "eq"}


def _scored(lists: Lists, candidate: Candidate, threshold: float) -> JsonObject:
    score = round(candidate.probability, 6)
    return {
        **party(lists.listed(candidate.entry), candidate.release),
        "score": score,
        "match": score >= threshold,
        "features": {n: round(sum(f.log_odds for f in fs), 4) for n, fs in by_name(candidate)},
        "explanations": {name: _explained(features) for name, features in by_name(candidate)},
    }


def by_name(candidate: Candidate) -> Sequence[tuple[str, Sequence[Feature]]]:
    """Give the comparisons by name, in their order; several may share one."""
    named: dict[str, list[Feature]] = {}
    for feature in candidate.features:
        named.setdefault(feature.name, []).append(feature)
    return tuple(named.items())


def _explained(features: Sequence[Feature]) -> Mapping[str, str | float]:
    return {
        "score": round(sum(feature.log_odds for feature in features), 4),
        "detail": "; ".join(feature.note for feature in features),
        "query": "; ".join(feature.query for feature in features),
        "candidate": "; ".join(feature.entry for feature in features),
    }
