"""The formats of others give the same kinds of examples as our own."""

import gzip
import json
from pathlib import Path

from training.examples import Attributed, Named
from training.formats import conll, docred, gap, gum, polnear, re3d


def packed(folder: Path, *rows: object) -> Path:
    file = folder / "rows.jsonl.gz"
    with gzip.open(file, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    return file


def test_re3d_gives_names_of_the_ten_kinds_and_what_relates_them(tmp_path: Path):
    text = "Unit Nine fought Unit Six again."
    entities = [
        {"begin": 0, "end": 9, "type": "Organisation"},
        {"begin": 17, "end": 25, "type": "Organisation"},
        {"begin": 26, "end": 29, "type": "Temporal"},  # ends inside a word
        {"begin": 10, "end": 16, "type": "Coordinate"},  # none of the ten
    ]
    ends = {"sourceBegin": 0, "sourceEnd": 9, "targetBegin": 17, "targetEnd": 25}
    row = {
        "doc": {"_id": "d1", "text": text},
        "entities": entities,
        "relations": [{"type": "FightingAgainst", **ends}, {"type": "OfUnknownKind", **ends}],
    }
    (example,) = re3d(packed(tmp_path, row))
    assert example.names == (Named((0, 9), "Organisation"), Named((17, 25), "Organisation"))
    assert example.related == (("FightingAgainst", (0, 9), (17, 25)),)


def test_polnear_gives_the_first_annotators_attributions_that_have_cue_and_content(tmp_path: Path):
    first = (
        "T1\tSource 0 3\tOda\nT2\tCue 4 8\tsaid\nT3\tContent 9 12;13 16\tyes and\n"
        "T4\tAttribution 4 8\tsaid\nE1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
        "T5\tCue 4 8\tsaid\nE2\tAttribution:T5 Cue:T5\n"
    )
    row = {"doc": "p1", "text": "Oda said yes and no.", "ann": {"x": first, "y": ""}}
    (example,) = polnear(packed(tmp_path, row))
    assert example.attributed == (Attributed(((0, 3),), ((4, 8),), ((9, 12), (13, 16))),)


def test_conll_gives_persons_bodies_and_places_and_says_which_kinds_were_looked_for(tmp_path: Path):
    file = tmp_path / "few.conll"
    file.write_text(
        "Oda\tB-politician\nBrenk\tI-politician\nleft\tO\nOslo\tB-location\n\n", "utf-8"
    )
    (example,) = conll(file)
    assert example.text == "Oda Brenk left Oslo\n"
    assert example.names == (Named((0, 9), "Person"), Named((15, 19), "Location"))
    assert "Temporal" not in example.kinds


def test_docred_gives_names_and_which_of_them_mean_the_same(tmp_path: Path):
    vertices = [
        [
            {"pos": [0, 1], "sent_id": 0, "type": "PER"},
            {"pos": [0, 1], "sent_id": 1, "type": "PER"},
        ],
        [{"pos": [2, 3], "sent_id": 0, "type": "NUM"}],
    ]
    row = {"title": "t", "sents": [["Oda", "saw", "two"], ["Oda", "left"]], "vertexSet": vertices}
    file = tmp_path / "rows.json"
    file.write_text(json.dumps([row]), encoding="utf-8")
    (example,) = docred(file)
    assert example.names == (Named((0, 3), "Person"), Named((12, 15), "Person"))
    assert example.mentions is not None
    assert [m.entity for m in example.mentions] == ["0", "1", "0"]


def test_gap_gives_a_pronoun_and_the_name_that_it_means(tmp_path: Path):
    heads = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL"
    row = "g-1\tOda met Ann and she left.\tshe\t16\tOda\t0\tFALSE\tAnn\t8\tTRUE\thttp://x"
    file = tmp_path / "few.tsv"
    file.write_text(f"{heads}\n{row}\n", encoding="utf-8")
    (example,) = gap(file)
    assert example.mentions is not None
    pronoun, _, ann = example.mentions
    assert (pronoun.span, pronoun.entity) == ((16, 19), ann.entity)


def test_gum_gives_the_mentions_of_each_entity_nested_ones_too(tmp_path: Path):
    lines = [
        "# newpar",
        "1\tOda\t_\t_\t_\t_\t_\t_\t_\tEntity=(1",
        "2\t's\t_\t_\t_\t_\t_\t_\t_\tEntity=1)(2|SpaceAfter=No",
        "3\thut\t_\t_\t_\t_\t_\t_\t_\tEntity=2)",
    ]
    (example,) = gum(packed(tmp_path, {"doc": "u", "ontogum_conllu": "\n".join(lines)}))
    assert example.mentions is not None
    assert {m.entity for m in example.mentions} == {"1", "2"}
    assert all(example.text[slice(*m.span)].strip() for m in example.mentions)
