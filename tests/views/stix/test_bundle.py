"""A STIX 2.1 bundle that the published validator takes, and that loses no denial."""

import json
import re
from dataclasses import replace

import pytest
from stix2validator import ValidationOptions, validate_string

from sayso.model.findings import Change, Judged, Judgement, Knowledge
from sayso.model.grades import ItemGrade, Verdict
from sayso.model.ids import JudgementId
from sayso.views.stix.bundle import CONFIDENCE, StixExporter
from tests.views.build import NOON, NOTICE
from tests.views.kandor import case


def bundle(knowledge: Knowledge) -> list[dict]:
    [content] = StixExporter().write(knowledge).values()
    return json.loads(content)["objects"]


@pytest.fixture(scope="module")
def objects() -> list[dict]:
    return bundle(case())


def of_type(objects: list[dict], kind: str) -> list[dict]:
    return [one for one in objects if one["type"] == kind]


def graded(grade: str) -> Knowledge:
    known = case()
    grades = {
        claim: (
            Judgement(
                id=JudgementId(f"j-{claim}"),
                about=claim,
                verdict=Verdict.GRADE,
                reason="seen",
                by="A. Clerk",
                at=NOON,
                changes=(Change("item", grade),),
            ),
        )
        for claim in known.claims
    }
    return replace(known, judged=Judged(grades=grades))


def test_the_published_validator_takes_it_without_a_warning():
    [content] = StixExporter().write(case()).values()
    checked = validate_string(content.decode(), ValidationOptions(version="2.1"))
    assert checked.is_valid
    assert checked.warnings == []


def test_a_bundle_of_nothing_is_valid_too():
    [content] = StixExporter().write(Knowledge()).values()
    assert json.loads(content)["type"] == "bundle"


def test_a_denial_is_an_opinion_that_strongly_disagrees_in_the_deniers_words(objects: list[dict]):
    contested = next(
        r for r in of_type(objects, "relationship") if "status: contested" in r["labels"]
    )
    opinions = [o for o in of_type(objects, "opinion") if contested["id"] in o["object_refs"]]
    [denial] = [o for o in opinions if o["opinion"] == "strongly-disagree"]
    assert denial["authors"] == ["The Kandor Post", "گل رحیم"]
    assert "Nobody of the Zarnawa Front is in Ghazni" in denial["explanation"]
    assert "denied by: Zarnawa Front" in contested["description"]


def test_what_is_not_clear_is_a_neutral_opinion_and_never_plain(objects: list[dict]):
    unclear = next(r for r in of_type(objects, "relationship") if "status: unclear" in r["labels"])
    assert unclear["labels"][0].startswith("unclear: ")
    opinions = [
        o["opinion"] for o in of_type(objects, "opinion") if unclear["id"] in o["object_refs"]
    ]
    assert opinions == ["neutral"]


def test_every_relationship_has_status_words_handling_and_notice(objects: list[dict]):
    statements = {
        m["id"]
        for m in of_type(objects, "marking-definition")
        if m["definition_type"] == "statement"
    }
    for one in of_type(objects, "relationship"):
        assert any(label.startswith("status: ") for label in one["labels"])
        assert one["labels"][-1] == "DRAFT, NOT REVIEWED"
        assert one["external_references"]
        assert any(ref.startswith("marking-definition--") for ref in one["object_marking_refs"])
    assert NOTICE in json.dumps(objects, ensure_ascii=False)
    assert statements


def test_only_who_is_listed_becomes_a_threat_actor_with_the_permanent_number(objects: list[dict]):
    [actor] = of_type(objects, "threat-actor")
    assert actor["name"] == "Sorkh Network"
    assert actor["external_references"][0]["external_id"] == "QDe.999"
    assert any(actor["id"] in note["object_refs"] for note in of_type(objects, "note"))
    front = next(i for i in of_type(objects, "identity") if i["name"] == "Zarnawa Front")
    assert "(not listed)" in front["description"]


@pytest.mark.parametrize(("grade", "confidence"), [*CONFIDENCE.items(), (ItemGrade("6"), None)])
def test_admiralty_grades_are_confidence_and_six_is_none(grade: str, confidence: int | None):
    told = of_type(bundle(graded(grade)), "relationship")
    assert {one.get("confidence") for one in told} == {confidence}


def test_ids_are_the_same_in_every_export_and_every_reference_leads_somewhere(objects: list[dict]):
    assert bundle(case()) == objects
    ids = {one["id"] for one in objects}
    told = re.findall(r'"([a-z-]+--[0-9a-f-]{36})"', json.dumps(objects))
    assert set(told) <= ids
