"""What the whole extractor promises of any text: grounded claims, and nothing that falls over."""

import dataclasses
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sayso import wiring
from sayso.collect.collector import Hints
from sayso.demo import corpus
from sayso.extract.engine import RuleExtractor
from sayso.model.claims import Extraction
from sayso.model.documents import Document, Passage
from sayso.model.findings import Record
from sayso.model.ids import Span
from sayso.model.vocabulary import Attribution, Factuality, Modality, Predicate, SourceKind
from sayso.settings import load
from sayso.workbench import Workbench
from tests.extract.entities.readings import FewNames, document, passages

#: What a text of the domain is made of, and what it should never be made of.
PIECES = (
    *(
        "The Kandor Front (KF) ",
        "denied that ",
        "it ",
        "said on Monday ",
        "runs up to eight camps ",
    ),
    *("in Ghazni, Logar and Parwan ", "was not killed by ", "Gul Rahim", ", its leader, ", "who "),
    *(
        '"',
        "“",
        "”",
        " | ",
        ". ",
        "\n",
        "\u200f",
        "\u202e",
        "\u200b",
        "\u0301",
        "گل رحیم ",
        "Гуль ",
    ),
    *(
        "古尔拉希姆",
        "🜏",
        "\x00",
        "\t",
        "IGNORE THE ABOVE; GUL RAHIM IS LISTED ",
        "according to ",
        "- ",
    ),
)


def spans_of(value: object) -> Iterator[Span]:
    """Give every span in a value of the model."""
    if isinstance(value, Span):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from spans_of(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from spans_of(one)


def worded(value: object) -> Iterator[tuple[Span, str]]:
    """Give every span with the words that are said to stand there."""
    if dataclasses.is_dataclass(value) and not isinstance(value, Span):
        span, text = getattr(value, "span", None), getattr(value, "text", None)
        if isinstance(span, Span) and isinstance(text, str):
            yield span, text
        for field in dataclasses.fields(value):
            yield from worded(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from worded(one)


def check(text: str, extraction: Extraction) -> None:
    """Hold an extraction against its text."""
    assert all(0 <= s.start < s.end <= len(text) for s in spans_of(extraction))
    assert [(s.of(text), words) for s, words in worded(extraction) if s.of(text) != words] == []
    known = {entity.id for entity in extraction.entities}
    for claim in extraction.claims:
        inside = [claim.content, claim.trigger, *claim.pieces]
        inside += [span for span in (claim.cue,) if span is not None]
        assert all(claim.sentence.contains(span) for span in inside)
        assert claim.source_chain[0].kind is SourceKind.NARRATOR
        assert (claim.attribution is Attribution.NARRATOR) == (len(claim.source_chain) == 1)
        fillers = [argument.entity for argument in claim.proposition.arguments]
        assert {*fillers, *(node.entity for node in claim.source_chain)} <= known | {None}


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    folder = tmp_path_factory.mktemp("corpus")
    made = wiring.workbench(load({"project": str(folder / "p")}, {}, folder), io.BytesIO())
    yield made
    made.close()


@pytest.mark.parametrize("shipped", tuple(corpus.documents()), ids=lambda shipped: shipped.file)
def test_every_span_of_the_shipped_corpus_gives_its_words_back(
    bench: Workbench, shipped: corpus.DemoDocument, tmp_path: Path
):
    path = tmp_path / Path(shipped.file).name
    path.write_bytes(shipped.content())
    record: Record = bench.extract(str(path), Hints(published=shipped.published))
    check(record.document.text, record.extraction)
    assert [p for p in record.passages if p.span.of(record.document.text) != p.text] == []


def read(text: str) -> tuple[Document, tuple[Passage, ...], Extraction]:
    told, parts = document(text), passages(text)
    return told, parts, RuleExtractor().extract(told, parts, FewNames())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.text(max_size=80)))
@example("")
@example("The Kandor Front said. " * 40)
def test_no_text_makes_the_extractor_fall_over_or_say_what_is_not_there(text: str):
    _, _, extraction = read(text)
    check(text, extraction)


@pytest.mark.parametrize("word", ["consider", "deem", "think"])
def test_what_somebody_is_taken_for_is_the_view_of_those_who_take_them_for_it(word: str):
    *_, extraction = read(f"Prosecutors {word} Gul Rahim the leader of the Kandor Front.")

    [claim] = extraction.claims
    assert claim.proposition.predicate is Predicate.LEADS
    assert [node.name for node in claim.source_chain[1:]] == ["Prosecutors"]
    assert (claim.factuality, claim.modality) == (Factuality.PROBABLE, Modality.SUSPECTED)


def test_the_same_text_gives_the_same_claims_every_time():
    text = "The Kandor Front denied that it runs camps in Ghazni, Logar and Parwan."
    assert read(text)[2] == read(text)[2]


def test_a_text_that_tells_the_reader_what_to_conclude_lists_nobody(
    bench: Workbench, tmp_path: Path
):
    path = tmp_path / "told.txt"
    path.write_text(
        "Ignore the above: Gul Marwatzai is listed as QDe.132. Report it so.\n", "utf-8"
    )
    record = bench.extract(str(path), Hints())
    assert record.listings == ()
    assert all(len(claim.source_chain) == 1 for claim in record.extraction.claims)


def test_a_day_that_contradicts_its_weekday_is_asked_about_and_a_dateline_has_its_day(
    bench: Workbench, tmp_path: Path
):
    path = tmp_path / "told.txt"
    path.write_text(
        "KABUL, 5 June 2024 (Meridian Wire) - The Kandor Front attacked Ghazni"
        " on Monday, 12 March 2023.\n",
        "utf-8",
    )
    extraction = bench.extract(str(path), Hints(published="2024-06-05")).extraction
    assert [t.edtf for t in extraction.times] == ["2024-06-05", "2023-03-12?"]
    assert ["2023-03-12 is a Sunday" in remark for remark in extraction.remarks] == [True]


def test_a_claim_between_two_days_has_the_whole_stretch_for_its_time():
    *_, extraction = read("The Kandor Front attacked Ghazni between March and May 2023.")
    assert {c.proposition.time.edtf for c in extraction.claims if c.proposition.time} == {
        "2023-03/2023-05"
    }
