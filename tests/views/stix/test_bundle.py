"""A STIX 2.1 bundle that the published validator takes, and that loses no denial."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from stix2validator import ValidationOptions, validate_string

from sayso.model.exports import Terms
from sayso.model.findings import Change, Judged, Judgement, Knowledge
from sayso.model.grades import ItemGrade, Verdict
from sayso.model.ids import JudgementId
from sayso.views.stix.bundle import CONFIDENCE, StixExporter
from tests.views.build import NOON, NOTICE
from tests.views.interchange.rich import cases, rich
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


def problems(content: str) -> list[str]:
    """Give what the published validator finds, its warnings taken for errors."""
    options = ValidationOptions(
        version="2.1", strict=True, strict_types=True, strict_properties=True, enforce_refs=True
    )
    checked = validate_string(content, options)
    found = [*(checked.errors or ()), *(checked.warnings or ())]
    return [str(one) for one in found] if found or not checked.is_valid else []


def in_no_country() -> Knowledge:
    known = case()
    findings = {k: replace(f, place_code=None) for k, f in known.findings.items()}
    return replace(known, findings=findings)


def without_ends() -> Knowledge:
    known = case()
    alone = {
        key: replace(f, object=None, place=None, subject=f.subject if n % 2 else None)
        for n, (key, f) in enumerate(known.findings.items())
    }
    return replace(known, findings=alone)


@pytest.mark.parametrize("made", [case, in_no_country, without_ends, lambda: rich(cases())])
def test_the_published_validator_takes_it_without_a_warning(made: Callable[[], Knowledge]):
    [content] = StixExporter().write(made()).values()
    assert problems(content.decode()) == []


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


def test_each_statement_is_an_opinion_of_its_own_author(objects: list[dict]):
    contested = next(
        r for r in of_type(objects, "relationship") if "status: contested" in r["labels"]
    )
    names = {one["id"]: one["name"] for one in objects if "name" in one}
    told = {
        (names[o["created_by_ref"]], o["opinion"], o["labels"][0])
        for o in of_type(objects, "opinion")
        if contested["id"] in o["object_refs"]
    }
    assert ("Kandor Panel", "strongly-agree", "CT+") in told
    assert ("گل رحیم", "strongly-disagree", "CT-") in told
    assert "created_by_ref" not in contested


def test_a_hedge_is_no_agreement_and_what_its_source_took_back_is_revoked():
    known = rich(cases())
    first = next(iter(known.findings.values()))
    roots = tuple(replace(root, withdrawn=root.stance == "+") for root in first.roots)
    taken = replace(known, findings={**known.findings, first.id: replace(first, roots=roots)})
    opinions = of_type(bundle(taken), "opinion")
    assert {o["opinion"] for o in opinions if "PS+" in o["labels"]} == {"neutral"}
    assert [o["labels"] for o in opinions if o.get("revoked")] == [
        ["CT+", "withdrawn by its source"]
    ]


def test_a_finding_without_two_ends_is_a_note_that_loses_nothing():
    known = without_ends()
    notes = [n for n in of_type(bundle(known), "note") if n["abstract"] != "list entry"]
    told = [n for n in notes if n["external_references"][0]["source_name"] == "sayso"]
    assert {n["external_references"][0]["external_id"] for n in told} == {*known.findings}
    contested = next(n for n in told if "status: contested" in n["labels"])
    assert "denied by: Zarnawa Front" in contested["content"]
    assert contested["object_marking_refs"]


def test_an_object_keeps_the_time_of_its_creation_in_later_exports():
    def created(made: datetime) -> dict[str, str]:
        [content] = StixExporter().write(case(), Terms(made=made)).values()
        return {o["id"]: o["created"] for o in json.loads(content)["objects"]}

    assert created(NOON + timedelta(days=1)) == created(NOON + timedelta(days=9))


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
