"""ClaimReview: only what a person assessed, with the denial beside it, and no rating by us."""

import json
from dataclasses import replace

from sayso.model.findings import Change, Judged, Judgement, Knowledge
from sayso.model.grades import Verdict
from sayso.model.ids import JudgementId
from sayso.views.interchange.claimreview import ClaimReviewExporter
from tests.views.build import NOON
from tests.views.kandor import case


def reviews(knowledge: Knowledge) -> list[dict]:
    [content] = ClaimReviewExporter().write(knowledge).values()
    return json.loads(content)["@graph"]


def assessed() -> Knowledge:
    known = case()
    finding = next(iter(known.findings))
    judgement = Judgement(
        id=JudgementId("j-1"),
        about=finding,
        verdict=Verdict.ASSESS,
        reason="two visits agree",
        by="A. Clerk",
        at=NOON,
        changes=(Change("likelihood", "unlikely"), Change("confidence", "low")),
    )
    return replace(known, judged=Judged(assessments={finding: (judgement,)}))


def test_what_nobody_assessed_is_not_reviewed():
    assert reviews(case()) == []


def test_a_review_is_its_persons_and_has_no_number_of_ours():
    [review] = reviews(assessed())
    assert review["author"] == {"@type": "Person", "name": "A. Clerk"}
    assert review["reviewRating"]["alternateName"] == "unlikely (20 to 45 per cent)"
    assert "ratingValue" not in review["reviewRating"]
    assert "denied by: Zarnawa Front" in review["reviewRating"]["ratingExplanation"]
    assert review["conditionsOfAccess"] == "internal"
    assert review["itemReviewed"]["appearance"][0]["text"]


def test_speakers_are_persons_organisations_or_nothing_nearer():
    [review] = reviews(assessed())
    told = {one["name"]: one["@type"] for one in review["itemReviewed"]["author"]}
    assert told["Kandor Panel"] == "Organization"
    assert set(told.values()) <= {"Organization", "Person", "Thing"}
    assert "license" not in review or review["license"]["@type"] == "CreativeWork"


def test_who_has_no_name_is_no_organisation():
    known = case()
    judged = {
        key: (replace(next(iter(assessed().judged.assessments.values()))[0], about=key),)
        for key in known.findings
    }
    made = reviews(replace(known, judged=Judged(assessments=judged)))
    told = {a["name"]: a["@type"] for one in made for a in one["itemReviewed"]["author"]}
    assert (told["residents"], told["Kandor Panel"]) == ("Thing", "Organization")
