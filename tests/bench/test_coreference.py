"""Pronouns and clusters are read and scored as their makers do; all texts are invented."""

from pathlib import Path

import pytest

from bench import coreference, gap, gum
from bench.gap import COLUMNS, Question
from sayso.errors import BadInput
from tests.bench.rows_of import written

TEXT = "Oda Brenk thanked Tova Rehn when she left the harbour."


def question(*, is_a: bool, is_b: bool) -> Question:
    return Question("q1", TEXT, (33, 36), (0, 9), (18, 27), is_a, is_b)


def test_the_figure_is_over_both_names_of_all_questions():
    pairs = [
        (question(is_a=True, is_b=False), {"a": True, "b": False}),
        (question(is_a=False, is_b=True), {"a": True, "b": False}),
        (question(is_a=False, is_b=False), {"a": False, "b": False}),
    ]

    assert coreference.score(pairs) == {"gap_f1": 0.5}  # type: ignore[arg-type]


def test_the_product_never_says_that_a_pronoun_means_both():
    given = coreference.predict(question(is_a=False, is_b=True))

    assert given.keys() == {"a", "b"}
    assert not (given["a"] and given["b"])  # type: ignore[typeddict-item]


ROW = ["q1", TEXT, "she", "33", "Oda Brenk", "0", "TRUE", "Tova Rehn", "18", "FALSE", "none"]


def table(path: Path, *rows: list[str]) -> Path:
    path.write_text("".join("\t".join(row) + "\n" for row in (list(COLUMNS), *rows)))
    return path


def test_a_question_is_read_with_its_places(tmp_path: Path):
    assert list(coreference.read(table(tmp_path / "g.tsv", ROW))) == [
        question(is_a=True, is_b=False)
    ]


@pytest.mark.parametrize(
    ("column", "words", "complaint"),
    [
        (3, "99", "Pronoun 'she' is not in the text at '99'"),
        (5, "-1", "A 'Oda Brenk' is not in the text"),
        (6, "maybe", "A-coref is 'maybe', neither TRUE nor FALSE"),
    ],
)
def test_a_question_that_does_not_fit_its_text_is_named(
    tmp_path: Path, column: int, words: str, complaint: str
):
    row = [words if n == column else field for n, field in enumerate(ROW)]

    with pytest.raises(BadInput, match=rf"g\.tsv, line 2: {complaint}"):
        list(gap.read(table(tmp_path / "g.tsv", row)))
    with pytest.raises(BadInput, match=r"g\.tsv, line 2: 3 fields, not 11"):
        list(gap.read(table(tmp_path / "g.tsv", ROW[:3])))


def word(number: str, form: str, remarks: str = "_") -> str:
    return "\t".join([number, form, *["_"] * 7, remarks])


CONLLU = "\n".join(
    [
        "# newpar",
        word("1", "The", "Entity=(1"),
        word("2", "clerk", "Entity=1)"),
        word("3-4", "don't", "SpaceAfter=No"),
        word("3", "do"),
        word("4", "n't"),
        word("4.1", "understood"),
        word("5", ",", ""),
        word("6", "his", "Entity=(2(1)"),
        word("7", "aunt", "Entity=2)|SpaceAfter=No"),
        word("8", "."),
        "",
        "# newpar_block = p",
        "# newpar",
        word("1", "She", "Entity=(2)"),
    ]
)


def test_a_document_is_read_with_its_words_text_and_nested_mentions(tmp_path: Path):
    path = written(tmp_path / "g.jsonl", [{"doc": "d", "ontogum_conllu": CONLLU}])

    [document] = gum.read(path)

    assert document.text == "The clerk don't, his aunt.\n\nShe"
    assert [document.text[a:b] for a, b in document.words][2:5] == ["do", "n't", ","]
    assert document.clusters == (((0, 2), (5, 6)), ((5, 7), (8, 9)))
    assert document.mention_at(17, 24) == (5, 7)
    assert document.mention_at(26, 27) is None


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (word("1", "The", "Entity=(1"), "a mention is never closed"),
        (word("1", "The", "Entity=1)"), "line 1 of its CoNLL-U: mention 1 was not opened"),
        ("1\tThe\t_", "line 1 of its CoNLL-U: no word in 10 fields"),
        (word("x", "The"), "line 1 of its CoNLL-U: no word in 10 fields"),
    ],
)
def test_mentions_that_do_not_match_are_named(tmp_path: Path, lines: str, complaint: str):
    path = written(tmp_path / "g.jsonl", [{"doc": "d", "ontogum_conllu": lines}])

    with pytest.raises(BadInput, match=rf"g\.jsonl, line 1.*{complaint}"):
        list(coreference.read(path))


def test_clusters_are_scored_without_single_mentions(tmp_path: Path):
    path = written(tmp_path / "g.jsonl", [{"doc": "d", "ontogum_conllu": CONLLU}])
    [document] = gum.read(path)
    right = [[[0, 2], [5, 6]], [[5, 7], [8, 9]], [[3, 4]]]

    figures = coreference.score([(document, {"clusters": right})])

    assert figures == {"conll_f1": 1.0, "muc_f1": 1.0, "b3_f1": 1.0, "ceafe_f1": 1.0}
    assert coreference.predict(document).keys() == {"clusters"}
