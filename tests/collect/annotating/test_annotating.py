"""Annotations become claims where their words are; what does not fit is refused with its place."""

import json
from pathlib import Path

import pytest

from sayso.errors import BadInput
from sayso.model.vocabulary import Handling
from sayso.views.interchange.annotations import AnnotationExporter
from tests.collect.neighbours.build import read, sentences
from tests.views.interchange.rich import cases, rich
from tests.views.kandor import case, press

TEXT = "🜂 The Zarnawa Front runs a camp in Ghazni, گل رحیم said. He left."


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def annotation(*selectors: dict, **told: object) -> dict:
    return {"type": "Annotation", "target": {"source": "x", "selector": list(selectors)}, **told}


def position(start: int, end: int) -> dict:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def quote(exact: str, prefix: str = "", suffix: str = "") -> dict:
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def test_our_own_annotations_come_back_as_the_same_claims(tmp_path: Path):
    paper = press()
    path = tmp_path / "press.txt"
    path.write_text(paper.text, encoding="utf-8")
    [content] = AnnotationExporter().write(case()).values()
    [found] = read("annotations", content, text=str(path))
    claims = {c.content: c for c in found.extraction.claims}
    assert len(claims) == len(paper.claims)
    for own in paper.claims:
        back = claims[own.content]
        assert back.proposition.predicate is own.proposition.predicate
        assert (back.factuality, back.modality) == (own.factuality, own.modality)
        assert (back.trigger, back.cue, back.pieces) == (own.trigger, own.cue, own.pieces)
        assert [n.kind for n in back.source_chain] == [n.kind for n in own.source_chain]
        assert back.direct_quote == own.direct_quote
    assert all("on another document" in line for line in found.refused)


def test_what_our_annotations_say_of_their_document_comes_along(tmp_path: Path):
    [first, *_] = made = cases()
    case_ = next(case for case in made if case.handling is Handling.RESTRICTED)
    path = tmp_path / "report.txt"
    path.write_text(case_.paper.text, encoding="utf-8")
    [content] = AnnotationExporter().write(rich(made)).values()
    [found] = read("annotations", content, text=str(path))
    document = found.intake.document
    assert (document.handling, document.lawful_basis) == (Handling.RESTRICTED, case_.licence)
    assert (document.notice, document.publisher) == (case_.notice, case_.paper.publisher)
    assert first.paper.publisher != document.publisher


def test_a_plain_annotation_is_found_by_its_quotation_and_kept_as_it_stands(story: str):
    one = annotation(quote("runs a camp", "Front "), body={"type": "TextualBody", "value": "seen"})
    [found] = read("annotations", one, text=story)
    [claim] = found.extraction.claims
    assert claim.content.of(TEXT) == "runs a camp"
    assert found.unknown == {"seen": 1}


@pytest.mark.parametrize(
    ("selectors", "why"),
    [
        ((position(2, 5), quote("Front")), "at 2 the text has other words than it quotes"),
        ((quote("no such words"),), "stand nowhere in the text, or more than once"),
        ((quote("a"),), "stand nowhere in the text, or more than once"),
        ((position(2, 9999),), "no place in the text"),
        ((position(9, 2),), "no place in the text"),
        ((), "no place in the text"),
        ((position(2, 65),), "do not lie in one sentence"),
    ],
)
def test_what_does_not_fit_the_words_is_refused_with_its_place(
    story: str, selectors: tuple[dict, ...], why: str
):
    [found] = read("annotations", {"items": [annotation(*selectors)]}, text=story)
    assert found.extraction.claims == ()
    assert found.refused[0].startswith("their.file, annotation 1: ")
    assert why in found.refused[0]


def test_a_word_outside_our_closed_sets_is_refused_and_named(story: str):
    body = {"sayso:predicate": "leads", "sayso:factuality": "CT?"}
    [found] = read("annotations", annotation(quote("runs a camp"), body=body), text=story)
    assert "'CT?'" in found.refused[0]


def test_annotations_need_the_document_that_they_are_on():
    with pytest.raises(BadInput, match="need --text"):
        read("annotations", {"items": []})


def region(key: str, start: int, end: int, label: str, text: str | None = None) -> dict:
    value = {"start": start, "end": end, "labels": [label]}
    return {"id": key, "type": "labels", "value": value | ({} if text is None else {"text": text})}


def task(*results: dict) -> list[dict]:
    return [{"data": {"text": TEXT}, "annotations": [{"result": list(results)}]}]


def utf16(words: str) -> tuple[int, int]:
    before = TEXT[: TEXT.index(words)]
    start = len(before.encode("utf-16-le")) // 2
    return start, start + len(words.encode("utf-16-le")) // 2


def arrow(*labels: str) -> dict:
    return {"type": "relation", "from_id": "a", "to_id": "b", "labels": list(labels)}


def test_label_studio_counts_in_utf_16_and_its_source_is_the_speaker():
    told = task(
        region("a", *utf16("Zarnawa Front"), "ArmedGroup", "Zarnawa Front"),
        region("b", *utf16("a camp"), "Facility"),
        region("s", *utf16("گل رحیم"), "Source"),
        arrow("operates", "PS+"),
    )
    [found] = read("label-studio", told)
    assert sentences(found) == [("گل رحیم", "Zarnawa Front", "operates", "PS+")]
    [claim] = found.extraction.claims
    assert claim.content.of(TEXT) == "Zarnawa Front runs a camp"


def test_a_region_with_other_words_is_refused_and_so_is_what_hangs_on_it():
    told = task(
        region("a", 0, 5, "ArmedGroup", "Zarna"),
        region("b", *utf16("a camp"), "Facility"),
        arrow("x"),
    )
    [found] = read("label-studio", told)
    assert "result 1" in found.refused[0]
    assert "a region that it joins was refused" in found.refused[1]


def cas(*structures: dict) -> dict:
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": TEXT}
    return {"%TYPES": {}, "%FEATURE_STRUCTURES": [sofa, *structures], "%VIEWS": {}}


def test_inception_has_the_same_with_governor_and_dependent():
    (a, b), (c, d) = utf16("Zarnawa Front"), utf16("a camp")
    told = cas(
        {"%ID": 2, "%TYPE": "custom.Party", "begin": a, "end": b, "value": "ArmedGroup"},
        {"%ID": 3, "%TYPE": "custom.Party", "begin": c, "end": d, "value": "Facility"},
        {"%ID": 4, "%TYPE": "custom.Tie", "@Governor": 2, "@Dependent": 3, "label": "guards"},
    )
    [found] = read("inception", told)
    assert sentences(found) == [("", "Zarnawa Front", "other: guards", "CT+")]
    assert found.unknown == {"guards": 1}


@pytest.mark.parametrize(
    ("form", "content", "why"),
    [
        ("label-studio", [{"data": {}}], "no `data.text`"),
        ("inception", {"%FEATURE_STRUCTURES": []}, "no text"),
        (
            "inception",
            b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>',
            "declares a document type",
        ),
        ("label-studio", json.dumps(task()).encode()[:-3], "no JSON"),
    ],
)
def test_what_is_none_of_its_form_is_refused(form: str, content: object, why: str):
    with pytest.raises(BadInput, match=why):
        read(form, content)


def test_an_arrow_to_the_left_is_read_to_the_left_and_what_was_skipped_is_not_read():
    told = task(
        region("a", *utf16("Zarnawa Front"), "ArmedGroup"),
        region("b", *utf16("a camp"), "Facility"),
        arrow("part of") | {"direction": "left"},
    )
    [annotated] = told[0]["annotations"]
    [found] = read("label-studio", told)
    assert sentences(found) == [("", "a camp", "other: part of", "CT+")]
    annotated["was_cancelled"] = True
    [skipped] = read("label-studio", told)
    assert skipped.extraction.claims == ()


def test_annotations_on_another_text_than_is_named_are_refused_with_the_place(story: str):
    told = task(region("a", *utf16("Zarnawa Front"), "ArmedGroup"))
    assert read("label-studio", told, text=story)
    told[0]["data"]["text"] = TEXT.replace("camp", "Camp")
    with pytest.raises(BadInput, match=f"part at character {TEXT.index('camp')}"):
        read("label-studio", told, text=story)
