"""What the encoder reads where the tables have no words, and how sure both readers make a claim."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from sayso.extract.encoder.carried import Carried
from sayso.extract.encoder.heard import Asked, Heard
from sayso.extract.encoder.opinions import Opinion
from sayso.extract.engine import RuleExtractor
from sayso.extract.learnt.confidence import Judge, fitted, signs_beside
from sayso.extract.learnt.proposals import is_learnt
from sayso.extract.learnt.reconcile import UNSURE
from sayso.extract.learnt.signs import Signs
from sayso.model.claims import Claim, Extraction
from sayso.model.ids import Span
from sayso.model.vocabulary import Predicate, Role
from tests.extract.entities.readings import FewNames, document, passages

TEXT = "The Kandor Front befouls the Zarnawa Council in Herat."
FRONT, COUNCIL, VERB, WHOLE = (
    Span(TEXT.index(words), TEXT.index(words) + len(words))
    for words in ("Kandor Front", "Zarnawa Council", "befouls", TEXT)
)
NOTHING: dict[str, tuple[tuple[Span, float], ...]] = dict.fromkeys(
    ("subject", "object", "item", "place", "time", "source"), ()
)


class Reader:
    """Reads one predicate at one word."""

    def __init__(
        self,
        predicate: Predicate,
        trigger: Span = VERB,
        sure: float = 0.9,
        fillers: Mapping[str, tuple[tuple[Span, float], ...]] | None = None,
    ) -> None:
        filled = {"subject": ((FRONT, 0.9),), "object": ((COUNCIL, 0.9), (FRONT, 0.1))}
        self._carried = Carried(trigger, predicate, sure, NOTHING | (fillers or filled))

    def hear(self, text: str, sentences: Sequence[Asked]) -> Heard:
        """Give the trigger in the first sentence."""
        assert text
        span = sentences[0].span
        return Heard([Opinion(span, 0.0, 0.0)], {span: (self._carried,)})


def extract(reader: Reader, sure: float = 0.0, text: str = TEXT) -> Extraction:
    judge = Judge({"all": sure, "learnt: all": sure}, {"alone": 1.0, "learnt: alone": 1.0})
    return RuleExtractor(reader, judge=judge).extract(document(text), passages(text), FewNames())


def learnt(extraction: Extraction) -> list[Claim]:
    return [claim for claim in extraction.claims if is_learnt(claim)]


def test_a_word_that_the_tables_do_not_know_carries_a_claim_when_the_encoder_reads_one():
    (claim,) = learnt(extract(Reader(Predicate.OPPOSES)))
    filled = {role: claim.proposition.filler(role) for role in (Role.SUBJECT, Role.OBJECT)}
    assert {role: a and a.span for role, a in filled.items()} == {
        Role.SUBJECT: FRONT,
        Role.OBJECT: COUNCIL,
    }
    assert claim.trigger == VERB
    assert "learnt befoul" in claim.extractor


@pytest.mark.parametrize(
    "reader",
    [
        Reader(Predicate.OPPOSES, sure=0.1),
        Reader(Predicate.OPPOSES, fillers={"subject": ((FRONT, 0.9),)}),
        Reader(Predicate.OPPOSES, fillers={"subject": ((FRONT, 0.9),), "object": ((FRONT, 0.9),)}),
        Reader(Predicate.OPPOSES, fillers={"subject": ((FRONT, 0.1),), "object": ((VERB, 0.9),)}),
    ],
    ids=["not likely", "one end only", "one party at both ends", "no mention"],
)
def test_no_claim_without_a_likely_word_and_both_its_parties(reader: Reader):
    assert learnt(extract(reader)) == []


@pytest.mark.parametrize("verb", ["befouls", "attacks"])
def test_what_is_not_read_surely_is_refused_and_counted_whoever_reads_it(verb: str):
    text = TEXT.replace("befouls", verb)
    reader = Reader(Predicate.OPPOSES if verb == "befouls" else Predicate.ATTACK)
    unsure = extract(reader, -3.0, text)
    assert [c for c in unsure.claims if c.proposition.predicate is not Predicate.OTHER] == []
    assert {refusal.reason: refusal.count for refusal in unsure.refused}[UNSURE] == 1


def test_what_the_tables_read_is_not_read_twice():
    text = TEXT.replace("befouls", "attacks")
    extraction = extract(Reader(Predicate.ATTACK, VERB), text=text)
    attacks = [c for c in extraction.claims if c.proposition.predicate is Predicate.ATTACK]
    assert len(attacks) == 1
    assert not is_learnt(attacks[0])


def test_a_claim_is_held_against_the_surest_other_of_its_words():
    (claim,) = learnt(extract(Reader(Predicate.OPPOSES)))
    elsewhere = replace(claim, trigger=FRONT)
    far = replace(claim, sentence=Span(claim.sentence.start, claim.sentence.end + 1))
    signs = signs_beside([claim, claim, claim, elsewhere, far], [0.2, 0.6, 0.9, 0.97, 0.5])
    rivals = [one["learnt: rival"] for one in signs]
    assert rivals[0] == rivals[1] > rivals[2] > 0 > rivals[3] == rivals[4]
    assert sorted(one["learnt: alone"] for one in signs)[2] == signs[1]["learnt: alone"] > 0


def test_each_sign_of_both_readers_counts():
    text = TEXT.replace("befouls", "attacks")
    reader = Reader(Predicate.ATTACK, VERB)
    extraction = extract(reader, text=text)
    (claim,) = [c for c in extraction.claims if c.proposition.predicate is Predicate.ATTACK]
    entities = {entity.id: entity for entity in extraction.entities}
    heard = reader.hear(text, [Asked(claim.sentence, ())])
    signs = Signs(heard, entities).of(claim)
    assert signs["all"] == signs["by a verb"] == signs["the narrator's"] == 1
    assert min(signs["trigger"], signs["subject"], signs["object"]) > 2
    silent = Signs(Heard(), entities).of(claim)
    assert max(silent["trigger"], silent["subject"], silent["object"]) < -2
    assert signs.keys() - silent.keys() == {"another subject", "another object"}


def test_the_fitted_weights_trust_what_both_readers_read():
    text = TEXT.replace("befouls", "attacks")
    agreed = Reader(Predicate.ATTACK, VERB)
    alone = Reader(Predicate.OPPOSES, VERB)
    sure, unsure = (
        next(
            claim.confidence
            for claim in RuleExtractor(reader, judge=fitted())
            .extract(document(text), passages(text), FewNames())
            .claims
            if claim.proposition.predicate is Predicate.ATTACK
        )
        for reader in (agreed, alone)
    )
    assert 0 <= unsure < sure <= 1


def test_a_freeze_of_assets_without_an_owner_lists_nobody():
    text = "The Kandor Front reported no freezing of assets."
    verb, assets = (
        Span(text.index(words), text.index(words) + len(words)) for words in ("freezing", "assets")
    )
    reader = Reader(Predicate.DESIGNATION, verb, fillers={"object": ((assets, 0.9),)})
    assert learnt(extract(reader, 2.0, text)) == []
