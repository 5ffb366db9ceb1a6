"""A STIX bundle is a document whose claims are by their authors."""

import json
from dataclasses import replace

import pytest

from sayso.errors import BadInput
from sayso.model.vocabulary import Handling, Predicate
from sayso.views.exports.ftm import FtmExporter
from sayso.views.stix.bundle import StixExporter
from tests.collect.neighbours.build import read, sentences
from tests.views.interchange.rich import cases, rich
from tests.views.kandor import case


def bundle(*objects: dict) -> dict:
    return {"type": "bundle", "id": "bundle--1", "objects": list(objects)}


def identity(key: str, name: str, kind: str = "organization") -> dict:
    return {"type": "identity", "id": f"identity--{key}", "name": name, "identity_class": kind}


TIE = {
    "type": "relationship",
    "id": "relationship--1",
    "spec_version": "2.1",
    "relationship_type": "member-of",
    "source_ref": "identity--a",
    "target_ref": "identity--b",
    "created_by_ref": "identity--p",
}
PARTIES = (
    identity("a", "Omid Tarzi", "individual"),
    identity("b", "Dast Movement"),
    identity("p", "Kandor Panel"),
    identity("q", "Zarnawa Front"),
)


def test_a_relationship_is_its_authors_claim_and_an_opinion_that_of_whoever_has_it():
    opinion = {
        "type": "opinion",
        "id": "opinion--1",
        "opinion": "strongly-disagree",
        "explanation": "nobody of that name",
        "created_by_ref": "identity--q",
        "object_refs": ["relationship--1"],
    }
    [found] = read("stix", bundle(*PARTIES, TIE, opinion))
    assert sentences(found) == [
        ("Kandor Panel", "Omid Tarzi", "member_of", "CT+"),
        ("Zarnawa Front", "Omid Tarzi", "member_of", "CT-"),
    ]


def test_a_type_that_we_do_not_know_is_kept_and_told():
    [found] = read("stix", bundle(*PARTIES, {**TIE, "relationship_type": "impersonates"}))
    assert found.unknown == {"impersonates": 1}


def test_an_end_that_is_not_there_is_refused_with_its_place():
    [found] = read("stix", bundle({**TIE, "description": "odd words"}))
    assert "object 1 (relationship--1)" in found.refused[0]
    assert "odd words" in found.intake.document.text


def test_our_own_bundle_comes_back_with_its_denial_and_its_doubt():
    [content] = StixExporter().write(case()).values()
    [found] = read("stix", content)
    told = sentences(found)
    assert ("Zarnawa Front", "CT-") not in {(s, f) for s, *_, f in told}  # the spokesman said it
    assert ("گل رحیم", "CT-") in {(speaker, factuality) for speaker, *_, factuality in told}
    assert not [t for t in told if "contested" in t[2] and t[3] == "CT+"]
    assert not [t for t in told if "unclear" in t[2] and t[3] == "CT+"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (bundle({**TIE, "spec_version": "2.0"}), "STIX 2.0: only 2.1"),
        ({"type": "report"}, "no STIX bundle"),
        (json.dumps(bundle(*PARTIES)).encode()[:-9], "no JSON"),
        (b'{"type": ' + b"[" * 100_000, "nested too deep"),
        ([1, 2], "an object is expected"),
    ],
)
def test_what_is_no_bundle_is_refused(content: object, why: str):
    with pytest.raises(BadInput, match=why):
        read("stix", content)


def test_our_own_bundle_comes_back_by_whoever_said_it_through_whom_and_never_twice():
    known = case()
    [content] = StixExporter().write(known).values()
    [found] = read("stix", content)
    chains = [
        [node.name for node in claim.source_chain[1:]]
        for claim in found.extraction.claims
        if claim.factuality.value == "CT-"
    ]
    assert ["The Kandor Post", "گل رحیم"] in chains
    assert all(claim.source_chain[1:] for claim in found.extraction.claims)


@pytest.mark.parametrize("form", ["stix", "ftm"])
def test_our_places_and_times_come_back_as_such(form: str):
    known = rich(cases())
    placed = {
        key: replace(finding, object=None, time="2021-03-01/..")
        for key, finding in known.findings.items()
    }
    exporter = StixExporter() if form == "stix" else FtmExporter()
    [content] = exporter.write(replace(known, findings=placed)).values()
    [found] = read(form, content)
    told = [claim.proposition for claim in found.extraction.claims]
    said = [one for one in told if one.predicate is Predicate.SUPPORTS]
    assert len(said) == len(placed) * (2 if form == "stix" else 1)
    assert {one.place and one.place.code for one in said} == {"AF-GHA"}
    assert {one.time and one.time.edtf for one in said} == {"2021-03-01/.."}
    assert {argument.role.value for one in said for argument in one.arguments} == {"subject"}


def test_what_its_author_revoked_is_kept_as_words_alone():
    [found] = read("stix", bundle(*PARTIES, TIE | {"revoked": True, "description": "mistaken"}))
    assert found.extraction.claims == ()
    assert "mistaken" in found.intake.document.text


def test_whoever_has_no_name_has_none_afterwards():
    [content] = StixExporter().write(case()).values()
    [found] = read("stix", content)
    kinds = {n.name: n.kind.value for c in found.extraction.claims for n in c.source_chain[1:]}
    assert kinds["residents"] == "collective"
    assert kinds["a former official"] == "unnamed"
    assert kinds["Kandor Panel"] == "entity"


@pytest.mark.parametrize("form", ["stix", "ftm"])
def test_what_binds_whoever_shows_it_comes_along(form: str):
    exporter = StixExporter() if form == "stix" else FtmExporter()
    [content] = exporter.write(rich(cases())).values()
    [found] = read(form, content)
    document = found.intake.document
    assert document.handling is Handling.RESTRICTED
    assert "CC BY 7.0" in f"{document.lawful_basis} {document.notice}"
    assert "Invented, notice 7" in document.notice


@pytest.mark.parametrize(
    ("marking", "handling"),
    [
        ({"definition": {"tlp": "red"}}, Handling.RESTRICTED),
        ({"name": "TLP:AMBER+STRICT"}, Handling.INTERNAL),
        ({"name": "TLP:CLEAR"}, Handling.PUBLIC),
        ({"definition": 3, "name": ["x"]}, Handling.PUBLIC),
    ],
)
def test_a_marking_of_either_version_of_the_traffic_lights_is_a_handling(
    marking: dict, handling: Handling
):
    marked = {"type": "marking-definition", "id": "marking-definition--1", **marking}
    [found] = read("stix", bundle(*PARTIES, TIE, marked))
    assert found.intake.document.handling is handling
