"""What the second reader learns from is well-formed, and says what it is."""

from pathlib import Path

import pytest

from training.examples import Label, articles, passages

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
FILES = sorted((CORPUS / "passages").glob("*.txt"))


def test_marks_become_labels_on_the_plain_words(tmp_path: Path):
    file = tmp_path / "few.txt"
    file.write_text(
        "% invented\n\nThe mayor denied that Orlo\n{S-|sold} fuel.\n\nKandor {N+|raided} it.\n",
        encoding="utf-8",
    )
    first, second = passages(file)
    assert first.text == "The mayor denied that Orlo sold fuel."
    assert first.labels == (Label(27, 31, sourced=True, stance="-"),)
    assert second.text[second.labels[0].start : second.labels[0].end] == "raided"


@pytest.mark.parametrize("mark", ["{S*|sold}", "{S+|sold", "{S+ sold}", "S+|sold}"])
def test_a_broken_mark_stops_the_reading_and_is_named(tmp_path: Path, mark: str):
    file = tmp_path / "few.txt"
    file.write_text(f"Orlo {mark} fuel.", encoding="utf-8")
    with pytest.raises(ValueError, match="few 1"):
        list(passages(file))


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_every_shipped_passage_is_marked_and_its_file_says_that_it_is_invented(file: Path):
    assert "invented" in file.read_text(encoding="utf-8").splitlines()[0]
    assert all(example.labels for example in passages(file))


def test_an_article_is_labelled_at_its_triggers():
    examples = list(articles(CORPUS / "dev"))
    assert len(examples) == len(list((CORPUS / "dev").glob("*.gold")))
    assert all(0 <= label.start < label.end <= len(e.text) for e in examples for label in e.labels)
