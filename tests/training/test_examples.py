"""What the encoder learns from is well-formed, and says what it is."""

from pathlib import Path

import pytest

from training.examples import Attributed, Told, articles, passages

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
FILES = sorted((CORPUS / "passages").rglob("*.txt"))


def written(folder: Path, text: str) -> Path:
    file = folder / "few.txt"
    file.write_text(text, encoding="utf-8")
    return file


def test_marks_become_what_is_told_by_the_plain_words(tmp_path: Path):
    text = "% invented\n\nThe mayor denied that Orlo\n{S-|sold} fuel.\n\nKandor {N+|raided} it.\n"
    first, second = passages(written(tmp_path, text))
    assert first.text == "The mayor denied that Orlo sold fuel."
    assert first.told == (Told((27, 31), sourced=True, stance="-"),)
    assert second.told is not None
    assert second.text[slice(*second.told[0].span)] == "raided"


def test_numbered_marks_become_attributions_that_nest(tmp_path: Path):
    text = "{s1|Oda} {c1|said} {t1|{s2|Ali} {c2|wants} {t2|peace}}, {c3|adding:} {t3|“now”}."
    (example,) = passages(written(tmp_path, text))
    assert example.text == "Oda said Ali wants peace, adding: “now”."
    assert example.attributed == (
        Attributed(((0, 3),), ((4, 8),), ((9, 24),)),
        Attributed(((9, 12),), ((13, 18),), ((19, 24),)),
        Attributed((), ((26, 33),), ((34, 39),)),
    )


def test_one_source_may_serve_two_attributions_and_a_content_may_be_broken(tmp_path: Path):
    text = "{t1|“Yes,”} {s1+2|Oda} {c1|said}, {c2|citing} {t2|a law}. {t1|“At once.”}"
    (example,) = passages(written(tmp_path, text))
    assert example.attributed is not None
    said, cited = example.attributed
    assert said.source == cited.source == ((7, 10),)
    assert [example.text[slice(*span)] for span in said.content] == ["“Yes,”", "“At once.”"]


def test_names_of_ten_kinds_and_the_relations_below_them_are_read(tmp_path: Path):
    text = "{o1|Unit Nine} met {p1|General {p2|Oda}} in {l1|Oslo} {t1|today}.\n"
    text += "= CommWith o1 p1\n= CoLocated p1 l1"
    (example,) = passages(written(tmp_path, text))
    assert example.text == "Unit Nine met General Oda in Oslo today."
    assert example.attributed is None
    assert example.names is not None
    kinds = {(example.text[slice(*n.span)], n.kind) for n in example.names}
    assert kinds == {
        ("Unit Nine", "Organisation"),
        ("General Oda", "Person"),
        ("Oda", "Person"),
        ("Oslo", "Location"),
        ("today", "Temporal"),
    }
    assert example.related == (("CommWith", (0, 9), (14, 25)), ("CoLocated", (14, 25), (29, 33)))


@pytest.mark.parametrize("line", ["= Knows o1 l1", "= CoLocated o1 l9", "= CoLocated o1"])
def test_a_relation_of_no_known_kind_or_span_stops_the_reading(tmp_path: Path, line: str):
    with pytest.raises(ValueError, match="few 1"):
        list(passages(written(tmp_path, f"{{o1|Unit Nine}} is in {{l1|Oslo}}.\n{line}")))


@pytest.mark.parametrize("mark", ["{S*|sold}", "{S+|sold", "{S+ sold}", "S+|sold}", "{s1|Oda}"])
def test_a_broken_mark_stops_the_reading_and_is_named(tmp_path: Path, mark: str):
    with pytest.raises(ValueError, match="few 1"):
        list(passages(written(tmp_path, f"Orlo {mark} fuel.")))


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_every_shipped_passage_is_well_formed_and_its_file_says_that_it_is_invented(file: Path):
    assert "invented" in file.read_text(encoding="utf-8").splitlines()[0]
    for example in passages(file):
        assert example.told or example.names or example.attributed is not None
        spans = [s for a in example.attributed or () for s in (*a.source, *a.cue, *a.content)]
        assert all(example.text[slice(*s)].strip() == example.text[slice(*s)] for s in spans)


def test_an_article_tells_its_triggers_with_what_fills_their_roles():
    for folder in (CORPUS / "train", CORPUS / "dev"):
        examples = list(articles(folder))
        assert len(examples) == len(list(folder.glob("*.gold"))) > 0
        for example in examples:
            for one in example.triggers or ():
                start, end = one.sentence
                assert start <= one.span[0] < one.span[1] <= end <= len(example.text)
                assert all(start <= a < b <= end for _, (a, b) in one.roles)
