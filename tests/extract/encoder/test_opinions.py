"""What a second reader may hold against a claim, and what becomes of it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sayso.extract.encoder.heard import Asked, Heard
from sayso.extract.encoder.opinions import DOUBTED, UNHEARD, Opinion
from sayso.extract.engine import RuleExtractor
from sayso.model.claims import Extraction
from sayso.model.ids import Span
from sayso.model.vocabulary import Predicate
from tests.extract.entities.readings import FewNames, document, passages

TEXT = "The Kandor Front attacked a post in Brenna. The ministry said it runs a camp."


class Reader:
    """Thinks the same of every word."""

    def __init__(self, sourced: float, not_so: float) -> None:
        self._opinion = (sourced, not_so)
        self.asked: list[Span] = []

    def hear(self, text: str, sentences: Sequence[Asked]) -> Heard:
        """Note which sentences are asked about."""
        self.asked = [one.span for one in sentences if one.candidates]
        assert all(span.of(text).strip() for span in self.asked)
        return Heard([Opinion(span, *self._opinion) for span in self.asked])


def extract(text: str, reader: Reader | None) -> Extraction:
    return RuleExtractor(reader).extract(document(text), passages(text), FewNames())


def kinds(extraction: Extraction) -> set[Predicate]:
    return {claim.proposition.predicate for claim in extraction.claims}


def reasons(extraction: Extraction) -> dict[str, int]:
    return {refusal.reason: refusal.count for refusal in extraction.refused}


def test_without_objections_every_claim_stands():
    assert extract(TEXT, Reader(0, 0)).claims == extract(TEXT, None).claims != ()


def test_what_seems_somebody_elses_word_is_not_told_as_the_narrators():
    heard = extract(TEXT, Reader(sourced=0.9, not_so=0))
    assert Predicate.ATTACK not in kinds(heard)
    assert Predicate.OPERATES in kinds(heard)  # its source was found
    assert reasons(heard)[UNHEARD] == 1


def test_what_seems_denied_is_not_told_as_so():
    heard = extract(TEXT, Reader(sourced=0, not_so=0.9))
    assert heard.claims == ()
    assert reasons(heard)[DOUBTED] == 2


def test_a_denial_that_the_rules_heard_stands():
    text = "The Kandor Front denied that it attacked a post in Brenna."
    heard = extract(text, Reader(sourced=0.9, not_so=0.9))
    assert Predicate.ATTACK in kinds(heard)


@pytest.mark.parametrize(
    ("text", "predicate", "reader"),
    [
        (
            "We deny that the Kandor Front attacked a post in Brenna.",
            Predicate.ATTACK,
            Reader(1, 1),
        ),
        ("The Kandor Front has no camp in Brenna.", Predicate.OPERATES, Reader(0.9, 1)),
        (
            "The Kandor Front rejected the report as propaganda.",
            Predicate.ACCUSATION,
            Reader(0, 0.9),
        ),
    ],
)
def test_what_speaks_for_the_accused_is_not_given_up_lightly(
    text: str, predicate: Predicate, reader: Reader
):
    assert predicate in kinds(extract(text, reader))


@pytest.mark.parametrize(("source", "stands"), [("The Front", True), ("It", False)])
def test_a_body_speaks_in_its_own_text_by_name_but_an_it_may_be_another(source: str, stands: bool):
    text = f"The Kandor Front rejects the report. {source} says that the army attacked Brenna."
    own = replace(document(text), publisher="Kandor Front")
    heard = RuleExtractor(Reader(sourced=0.9, not_so=0)).extract(own, passages(text), FewNames())
    assert (Predicate.ATTACK in kinds(heard)) is stands


@pytest.mark.parametrize("text", ["It rained.", ""])
def test_nobody_is_asked_about_sentences_without_claims(text: str):
    reader = Reader(1, 1)
    extract(text, reader)
    assert reader.asked == []
