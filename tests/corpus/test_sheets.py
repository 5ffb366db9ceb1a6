"""The annotated articles: every span, id and word of theirs is what it says it is."""

import itertools
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.model.vocabulary import (
    Attribution,
    EntityType,
    Factuality,
    LinkKind,
    MentionKind,
    Modality,
    PlaceLevel,
    Predicate,
    Realis,
    Role,
    SourceKind,
    category_of,
)

ROOT = Path(__file__).resolve().parent.parent.parent
TRAIN, DEV, TEST = (ROOT / "corpus" / part for part in ("train", "dev", "test"))
PATHS = [path for folder in (TRAIN, DEV, TEST) for path in sorted(folder.glob("*.json"))]
SHEETS = {path: json.loads(path.read_text("utf-8")) for path in PATHS}


@pytest.fixture(params=SHEETS.values(), ids=[path.stem for path in SHEETS])
def sheet(request: pytest.FixtureRequest) -> dict:
    return request.param


def spans(node: object) -> Iterator[dict]:
    """Give every object of a sheet that has a place in the text."""
    if isinstance(node, dict):
        if "start" in node:
            yield node
        for child in node.values():
            yield from spans(child)
    elif isinstance(node, list):
        for child in node:
            yield from spans(child)


def test_there_are_enough_articles_and_claims_to_measure_with():
    test = [sheet for path, sheet in SHEETS.items() if path.parent == TEST]
    assert len(test) >= 30
    assert sum(len(sheet["claims"]) for sheet in test) >= 1_000


@pytest.mark.parametrize("folder", [TRAIN, DEV, TEST], ids=lambda folder: folder.name)
def test_what_is_committed_is_what_the_sources_say(folder: Path):
    done = subprocess.run(
        [sys.executable, "-m", "corpus.build", str(folder), "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_the_text_stands_beside_its_annotation_character_for_character(path: Path):
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    assert SHEETS[path]["document"]["text"] == text
    assert 250 <= len(text.split()) <= 520
    assert "nvented for testing" in text


def test_every_span_gives_its_words_back(sheet: dict):
    text = sheet["document"]["text"]
    found = list(spans(sheet))
    assert found
    assert all(0 <= span["start"] < span["end"] <= len(text) for span in found)
    assert [
        span
        for span in found
        if "text" in span and text[span["start"] : span["end"]] != span["text"]
    ] == []


def test_every_id_points_to_something(sheet: dict):
    entities = {entity["id"] for entity in sheet["entities"]}
    claims = {claim["id"] for claim in sheet["claims"]}
    nodes = [node for claim in sheet["claims"] for node in claim["source_chain"][1:]]
    assert {node["entity"] for node in nodes} <= entities
    assert {node["speaks_for"] for node in nodes} <= entities | {None}
    assert {link["a"] for link in sheet["links"]} <= claims
    for link in sheet["links"]:
        assert link["b"] in (entities if link["kind"] == LinkKind.REJECTS_DOCUMENT else claims)


def test_every_word_is_of_the_vocabulary(sheet: dict):
    for entity in sheet["entities"]:
        EntityType(entity["type"])
        assert all(MentionKind(mention["kind"]) for mention in entity["mentions"])
    for claim in sheet["claims"]:
        assert claim["category"] == category_of(Predicate(claim["predicate"]))
        assert all(Role(role) for role in claim["arguments"])
        assert all(SourceKind(node["kind"]) for node in claim["source_chain"])
        Factuality(claim["factuality"])
        Modality(claim["modality"])
        Attribution(claim["attribution"])
        Realis(claim["realis"])
    assert all(LinkKind(link["kind"]) for link in sheet["links"])
    assert all(PlaceLevel(place["level"]) for place in sheet["places"])


def test_a_claim_lies_in_its_sentence_and_begins_with_the_narrator(sheet: dict):
    for claim in sheet["claims"]:
        inside = [
            claim["content"],
            claim["trigger"],
            *filter(None, [claim["cue"], claim["source"]]),
        ]
        bounds = claim["sentence"]
        assert all(bounds["start"] <= s["start"] and s["end"] <= bounds["end"] for s in inside)
        assert claim["source_chain"][0] == {"kind": "narrator"}
        assert (claim["attribution"] == "narrator") == (len(claim["source_chain"]) == 1)


def test_a_word_of_the_text_belongs_to_one_mention_only(sheet: dict):
    mentions = sorted(
        (mention["start"], mention["end"])
        for entity in sheet["entities"]
        for mention in entity["mentions"]
    )
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(mentions))


def test_what_is_forbidden_names_entities_of_the_text_and_says_why(sheet: dict):
    names = {entity["name"] for entity in sheet["entities"]}
    assert sheet["forbidden"]
    for rule in sheet["forbidden"]:
        Predicate(rule["predicate"])
        assert {rule["subject"], rule["object"]} <= names | {None}
        assert rule["why"]
