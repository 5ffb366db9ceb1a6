"""Names and relations are scored by their exact places; all texts are invented."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from bench import names, re3d, relations
from bench.names import Names
from bench.re3d import Document, Named, Related
from bench.relations import Relations
from sayso.errors import BadInput
from tests.bench.rows_of import written

TEXT = "Fighters of the Zarkoh Front in Ghormach moved against Irfan Dilmo's Sela Brigade in May."


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def named(words: str, kind: str) -> Named:
    return Named(*place(words), kind)


def document(found: Sequence[Named] = (), related: Sequence[Related] = ()) -> Document:
    return Document("d1", TEXT, tuple(found), tuple(related))


def given(*found: Named) -> Names:
    return {"entities": [{"begin": n.begin, "end": n.end, "type": n.type} for n in found]}


def related(*found: Related) -> Relations:
    return {
        "relations": [
            {"type": r.type, "source": list(r.source), "target": list(r.target)} for r in found
        ]
    }


FRONT = named("the Zarkoh Front", "Organisation")
FIGHTERS = named("Fighters of the Zarkoh Front", "Person")
DILMO = named("Irfan Dilmo", "Person")
PLACE = named("Ghormach", "Location")


def test_a_name_counts_only_at_its_exact_place_and_with_its_type():
    score = names.score(
        [
            (
                document([DILMO, PLACE, FRONT]),
                given(DILMO, named("Ghormach", "Person"), named("Zarkoh Front", "Organisation")),
            )
        ]
    )

    assert score["micro_f1"] == pytest.approx(1 / 3, abs=0.0001)


def test_a_name_in_a_longer_one_counts_among_all_but_not_among_the_flat():
    score = names.score([(document([FIGHTERS, FRONT]), given(FRONT))])

    assert score["micro_f1"] == 0.0
    assert score["all_micro_f1"] == pytest.approx(2 / 3, abs=0.0001)


def test_of_two_that_overlap_the_longer_stays_then_the_first():
    short, long, behind = Named(0, 4, "Person"), Named(2, 9, "Person"), Named(9, 12, "Money")

    assert names.flat([short, long, behind]) == {long, behind}
    assert names.flat([Named(0, 4, "Person"), Named(2, 6, "Person")]) == {Named(0, 4, "Person")}


def test_gold_that_begins_or_ends_inside_a_word_is_dropped():
    start, end = place("st Irfan Dilmo")
    cut = [Named(start, end, "Person"), Named(*place("Irfan Dil"), "Person"), DILMO]

    assert names.gold_of(document(cut)) == {DILMO}
    assert not re3d.cuts_word(TEXT, place("Irfan Dilmo"))


def test_types_outside_the_ten_count_on_neither_side():
    paper = named("May", "DocumentReference")

    assert names.score([(document([paper, DILMO]), given(paper, DILMO))])["micro_f1"] == 1.0


def test_an_undirected_relation_counts_once_whichever_end_comes_first():
    a, b = place("the Zarkoh Front"), place("Sela Brigade")
    gold = [Related("FightingAgainst", a, b), Related("FightingAgainst", b, a)]

    score = relations.score([(document(related=gold), related(Related("FightingAgainst", b, a)))])

    assert score["micro_f1"] == 1.0
    assert json.loads(json.dumps(score["per_type"]))["FightingAgainst"]["gold"] == 1


def test_a_directed_relation_turned_round_is_wrong():
    a, b = place("Irfan Dilmo"), place("Sela Brigade")
    gold = [Related("InChargeOf", a, b)]

    assert (
        relations.score([(document(related=gold), related(Related("InChargeOf", b, a)))])[
            "micro_f1"
        ]
        == 0.0
    )


def test_the_mean_over_types_is_over_those_in_the_gold():
    a, b = place("Irfan Dilmo"), place("Sela Brigade")
    gold = [Related("InChargeOf", a, b), Related("Likes", b, a)]
    found = related(Related("InChargeOf", a, b), Related("CoLocated", a, b))

    score = relations.score([(document(related=gold), found)])

    assert score["macro_f1"] == 0.5
    assert score["micro_f1"] == 0.5


def row(**changes: object) -> dict[str, object]:
    begin, end = place("Ghormach")
    made = {
        "doc": {"_id": "d1", "text": TEXT},
        "entities": [{"begin": begin, "end": end, "type": "Location"}],
        "relations": [
            {
                "sourceBegin": 0,
                "sourceEnd": 8,
                "targetBegin": begin,
                "targetEnd": end,
                "type": "CoLocated",
            }
        ],
    }
    return made | changes


def test_a_document_is_read_with_its_names_and_relations(tmp_path: Path):
    [found] = re3d.read(written(tmp_path / "r.jsonl.gz", [row()], packed=True))

    assert found.names == (PLACE,)
    assert found.relations == (Related("CoLocated", (0, 8), PLACE.span),)


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        ({"entities": [{"begin": 5, "end": 900, "type": "Person"}]}, r"entities\[0\]: begin 5"),
        ({"entities": [7]}, r"entities\[0\]: no object"),
        ({"doc": {"_id": "d1"}}, "doc: no str 'text'"),
        ({"relations": {}}, "no list 'relations'"),
    ],
)
def test_a_row_that_is_no_document_is_named(
    tmp_path: Path, broken: dict[str, object], complaint: str
):
    path = written(tmp_path / "r.jsonl", [row(), row(**broken)])

    with pytest.raises(BadInput, match=rf"r\.jsonl, line 2.*{complaint}"):
        list(re3d.read(path))


def test_the_product_gives_names_places_and_times_at_their_words():
    found = names.predict(document())["entities"]
    words = {(TEXT[e["begin"] : e["end"]], e["type"]) for e in found}

    assert {("May", "Temporal"), ("Ghormach", "Location")} <= words
    assert all(kind in re3d.TYPES for _, kind in words)


def test_the_product_gives_relations_between_given_names_only():
    text = "The Zarkoh Front attacked the Sela Brigade near Herat on Monday."
    spans = [
        Named(text.index(words), text.index(words) + len(words), "Organisation")
        for words in ("The Zarkoh Front", "the Sela Brigade")
    ]

    [found] = relations.predict(Document("d", text, tuple(spans), ()))["relations"]

    assert found["type"] == "FightingAgainst"
    assert [found["source"], found["target"]] == [list(s.span) for s in spans]
