"""Web Annotations whose two selectors find the same words, whatever the script."""

import json

from sayso.views.interchange.annotations import AnnotationExporter
from tests.views.interchange.rich import cases, rich
from tests.views.kandor import case


def annotations() -> list[dict]:
    [content] = AnnotationExporter().write(case()).values()
    return json.loads(content)["items"]


def test_both_selectors_give_the_words_back_in_code_points():
    texts = {f"urn:{key}": r.document.text for key, r in case().records.items()}
    for one in annotations():
        text = texts[one["target"]["source"]["id"]]
        position, quote = one["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text[position["start"] - len(quote["prefix"]) :].startswith(around)


def test_an_allegation_carries_its_status_and_who_denies_it():
    bodies = [one["body"][1] for one in annotations()]
    contested = next(b for b in bodies if b.get("sayso:status") == "contested")
    assert contested["sayso:denied_by"] == "Zarnawa Front"
    assert contested["sayso:reviewed"] == "DRAFT, NOT REVIEWED"


def test_handling_and_notice_travel_with_the_target():
    sources = [one["target"]["source"] for one in annotations()]
    assert {source["sayso:handling"] for source in sources} == {"public", "internal"}
    assert any(source["sayso:notice"] for source in sources)


#: Terms of the Web Annotation model that we use (its JSON-LD context); all others are ours.
MODEL = {
    *("id", "type", "motivation", "body", "target", "source", "selector", "rights", "format"),
    *("value", "start", "end", "exact", "prefix", "suffix", "name"),
}
#: What stands in our own parts, which the context gives to our vocabulary.
OURS = {"role", "kind", "edtf", "code", "level", "country", "min", "max", "figure", "speaks_for"}


def terms(value: object) -> set[str]:
    if isinstance(value, list):
        return {term for one in value for term in terms(one)}
    found = value.items() if isinstance(value, dict) else ()
    return {name for key, part in found for name in (key, *terms(part))}


def page() -> dict:
    [content] = AnnotationExporter().write(rich(cases())).values()
    return json.loads(content)


def test_every_term_is_the_models_or_ours_and_no_reader_drops_it():
    model, ours = page()["@context"]
    assert model == "http://www.w3.org/ns/anno.jsonld"
    assert ours["@vocab"] == ours["sayso"] == "urn:sayso:"
    told = {term for term in terms(page()["items"]) if not term.startswith("sayso:")}
    assert told <= MODEL | OURS


def test_a_page_and_its_annotations_have_what_the_model_asks_for():
    made = page()
    assert (made["type"], made["partOf"]["type"]) == ("AnnotationPage", "AnnotationCollection")
    assert len({one["id"] for one in made["items"]}) == len(made["items"])
    for one in made["items"]:
        assert one["type"] == "Annotation"
        assert one["target"]["type"] == "SpecificResource"
        assert one["target"]["source"]["id"].startswith("urn:sha256:")
        selectors = [selector["type"] for selector in one["target"]["selector"]]
        assert selectors == ["TextPositionSelector", "TextQuoteSelector"]
        assert one["target"]["source"].get("rights", "http").startswith("http")
