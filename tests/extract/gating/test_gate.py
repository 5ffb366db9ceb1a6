"""What the gate lets through, and that it says why it does not."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.engine import RuleExtractor
from sayso.extract.gating.gate import SKIPPED, SKIPPED_PAGES, Gate, forms_of
from sayso.model.vocabulary import EntityType
from tests.extract.entities.readings import FewNames, document, passages

GATE = Gate.load()
DEV = Path(__file__).resolve().parents[3] / "corpus" / "dev"
#: Nothing of the domain; persons and places of it are real or of no matter.
ELSEWHERE = "The kettle was warm, and the cat slept on the sill until noon. It rained in Herat."


@pytest.mark.parametrize(
    "text",
    [
        "Гуль Рахим was kidnapped near Herat.",
        "ZARVAN MEN BOMBED A BRIDGE.",
        "The car-bomb hit nobody.",
        "Jund-ul-Kohdast was seen in Ghazni.",
        "Zarvan Brigades were seen in Ghazni.",
        "Gul Rahim owns the company.",
    ],
)
def test_a_word_of_the_domain_or_the_shape_of_a_groups_name_opens_it(text: str):
    assert GATE.opens(text, FewNames())


def test_a_text_of_nothing_of_the_domain_stays_outside():
    assert not GATE.opens(ELSEWHERE, FewNames())
    assert not GATE.opens("", FewNames())


def test_a_listed_name_alone_opens_it():
    listed = FewNames({"Herat": (EntityType.PERSON, ("un:QDi.900",))})
    assert GATE.opens(ELSEWHERE, listed)


def test_one_word_that_stands_everywhere_does_not_open_it():
    assert not GATE.opens("The company ate cake.", FewNames())


@settings(deadline=None)
@given(st.text(max_size=200), st.sampled_from(sorted(GATE.words)))
def test_whatever_stands_around_a_word_of_the_domain_it_is_seen(text: str, word: str):
    assert GATE.opens(f"{text} {word} {text}", FewNames())


def test_a_word_is_known_in_its_regular_forms():
    assert {"smuggles", "smuggled", "smuggling"} <= set(forms_of("smuggle"))
    assert {"allies", "allied"} <= set(forms_of("ally"))
    assert {"stabbed", "stabbing"} <= set(forms_of("stab"))


def test_a_document_that_is_left_unread_says_so_and_the_switch_has_it_read():
    told, parts = document(ELSEWHERE), passages(ELSEWHERE)
    skipped = RuleExtractor(gate=GATE).extract(told, parts, FewNames())
    assert (skipped.remarks, skipped.claims, skipped.entities) == ((SKIPPED,), (), ())
    assert RuleExtractor().extract(told, parts, FewNames()).remarks == ()


def test_what_the_gate_lets_through_is_read_as_without_it():
    text = "The Kandor Front denied that it runs camps in Ghazni, Logar and Parwan."
    told, parts = document(text), passages(text)
    read = RuleExtractor(gate=GATE).extract(told, parts, FewNames())
    assert read == RuleExtractor().extract(told, parts, FewNames())
    assert read.claims


def test_a_page_of_nothing_of_the_domain_is_left_out_and_named():
    pages = ["The Kandor Front runs a camp in Ghazni.", ELSEWHERE, "The Kandor Front denied it."]
    text = " | ".join(pages)
    parts = [replace(part, page=n) for n, part in enumerate(passages(text), 1)]
    read = RuleExtractor(gate=GATE).extract(document(text), parts, FewNames())
    whole = RuleExtractor().extract(document(text), parts, FewNames())
    assert [c.proposition.predicate for c in read.claims] == [
        c.proposition.predicate for c in whole.claims
    ]
    assert read.claims
    assert read.remarks == (SKIPPED_PAGES.format("2"),)
    assert whole.remarks == ()


@pytest.mark.parametrize("path", sorted(DEV.glob("*.txt")), ids=lambda path: path.stem)
def test_no_article_of_the_corpus_stays_outside_so_that_no_claim_is_lost(path: Path):
    assert GATE.opens(path.read_text(encoding="utf-8"), FewNames())
