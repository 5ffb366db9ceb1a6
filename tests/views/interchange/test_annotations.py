"""Web Annotations whose two selectors find the same words, whatever the script."""

import json

from sayso.views.interchange.annotations import AnnotationExporter
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
