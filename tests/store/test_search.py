"""Whatever a user types is a search for its words, never an error of syntax."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import BadInput
from sayso.store.search import match_of
from sayso.store.sqlite import SqliteStore, open_store
from tests.fakes import tiny_extraction, tiny_intake

TEXTS = (
    "Sarband Front AND the Zarnawa Council met near Da'esh-held Nimroz in 2021.",
    "علی و کاظمی در کابل بودند.",  # with the Persian letters
    "قال علي الكاظمي إن الاجتماع تأجل.",  # with the Arabic ones
    "می‌گوید جنگ تمام شد.",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory):
    folder: Path = tmp_path_factory.mktemp("search")
    opened = open_store(folder / "sayso.db", must_exist=False)
    for text in TEXTS:
        intake = tiny_intake(text)
        opened.documents.add(intake, tiny_extraction(intake), ())
    yield opened
    opened.close()


@settings(max_examples=150)
@given(query=st.text(max_size=40) | st.text('"*()^:+-~{}AND NOTOR\0text', max_size=25))
def test_no_query_is_ever_malformed(store: SqliteStore, query: str):
    try:
        hits = store.documents.search(query, 5)
    except BadInput as bad:
        assert "words" in str(bad)  # noqa: PT017  # most queries are fine
    else:
        assert all("«" in hit.marked for hit in hits)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("AND", [0]),
        ("sarband OR nothing", []),
        ("text:sarband", []),
        ("NEAR(sarband front)", []),
        ("da'esh", [0]),
        ('"zarnawa council met"', [0]),
        ('sarb* "zarnawa c*"', [0]),
        ("-2021", [0]),
        ("کاظمی علی", [1]),
        ("كاظمي", [1]),  # typed on an Arabic keyboard
        ("علی", [1, 2]),
        ("علي", [1, 2]),
        ("عَلِيّ", [1, 2]),  # with its vowel signs
        ("می‌گوید", [3]),
    ],
)
def test_words_are_found_as_they_are_meant(store: SqliteStore, query: str, found: list[int]):
    hits = store.documents.search(query, 9)

    assert sorted(TEXTS.index(hit.passage.text) for hit in hits) == found


def test_a_query_of_too_many_words_is_refused(store: SqliteStore):
    assert store.documents.search("sarband " * 50, 1)

    with pytest.raises(BadInput, match="at most 50"):
        match_of("sarband " * 51)


def test_half_a_surrogate_pair_in_a_query_is_refused(store: SqliteStore):
    with pytest.raises(BadInput, match="surrogate"):
        store.documents.search("Ghazni\ud83d", 5)
