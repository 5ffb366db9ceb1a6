"""The linter finds what would make a brief unfair, and finds nothing in a brief of our own."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from sayso.briefing import read_outline
from sayso.model.findings import Knowledge
from sayso.views.brief import markdown
from sayso.views.brief.compose import BriefScope, compose
from sayso.views.brief.sentences import BOUND, HEDGE
from sayso.views.linting.lint import lint
from sayso.views.linting.sentences import Fault, Rule, of_brief, of_outline
from sayso.views.linting.wording import own_words, quoted
from tests.views.build import NOON
from tests.views.kandor import case


@pytest.fixture(scope="module")
def kandor() -> Knowledge:
    return case()


def claim(knowledge: Knowledge, words: str) -> str:
    held = knowledge.claims.values()
    return next(c.id for c in held if words in c.content.of(knowledge.document_of(c).text))


def faults(
    knowledge: Knowledge, sentence: str, ids: Iterable[str], **how: bool
) -> tuple[Fault, ...]:
    """Give the faults of one sentence of a person that rests on these claims."""
    text = f"## Mine\n\n{sentence} {{{' '.join(ids)}}}\n" if ids else f"## Mine\n\n{sentence}\n"
    return lint(
        knowledge,
        of_outline(knowledge, read_outline(text, "mine.md")),
        final=how.get("final", False),
        public=how.get("public", False),
    )


def rules(found: Iterable[Fault]) -> list[Rule]:
    return [fault.rule for fault in found]


def test_a_brief_of_our_own_has_no_fault(kandor: Knowledge):
    made = compose(kandor, BriefScope(), made=NOON, cut_off=NOON, versions=())
    assert lint(kandor, of_brief(kandor, made), final=False, public=False) == ()
    text = markdown.write(made, ids=True)
    again = of_outline(kandor, read_outline(text, "brief.md"))
    assert lint(kandor, again, final=False, public=False) == ()


def test_a_sentence_that_rests_on_nothing(kandor: Knowledge):
    [fault] = faults(kandor, "Everybody knows of the camps.", ())
    assert (fault.rule, fault.place) == (Rule.UNCITED, "line 3")


def test_a_sentence_that_rests_on_what_was_erased(kandor: Knowledge):
    assert rules(faults(kandor, "The Panel wrote so.", ("c-00000000-1",))) == [Rule.GONE]


def test_likelihood_with_confidence_in_one_sentence(kandor: Knowledge):
    leads = claim(kandor, "Baryal Sahak has led")
    mixed = "The Kandor Panel reported, with high confidence, that it is likely so."
    assert rules(faults(kandor, mixed, (leads,))) == [Rule.MIXED]
    apart = "Ada Okoye assessed this as likely."
    assert rules(faults(kandor, apart, (leads,))) == []


def test_words_that_are_surer_than_the_status(kandor: Knowledge):
    leads = claim(kandor, "Baryal Sahak has led")
    sure = "The Kandor Panel confirmed that Baryal Sahak leads the Zarnawa Front."
    assert rules(faults(kandor, sure, (leads,))) == [Rule.STATUS]


def test_a_status_that_is_no_longer_so(kandor: Knowledge):
    leads = claim(kandor, "Baryal Sahak has led")
    told = "The Kandor Panel reported it. *(corroborated)*"
    [fault] = faults(kandor, told, (leads,))
    assert fault.rule is Rule.STATUS
    assert "the finding is asserted" in fault.why


def test_a_denial_that_nobody_made(kandor: Knowledge):
    leads = claim(kandor, "Baryal Sahak has led")
    assert Rule.STATUS in rules(faults(kandor, "The Zarnawa Front denied it.", (leads,)))


def test_a_sentence_in_our_own_voice(kandor: Knowledge):
    leads = claim(kandor, "Baryal Sahak has led")
    own = "Baryal Sahak leads the Zarnawa Front."
    assert rules(faults(kandor, own, (leads,))) == [Rule.UNATTRIBUTED]


@pytest.mark.parametrize(
    ("words", "sentence", "lost"),
    [
        ("runs up to eight", "The Kandor Panel reported eight new camps.", "up to"),
        ("pays the Zarnawa", "The Kandor Panel reported that the Movement pays it.", "Uu"),
        ("may have acquired", "A former official said that it acquired drones.", "PS+"),
    ],
)
def test_a_bound_or_hedge_that_is_lost(kandor: Knowledge, words: str, sentence: str, lost: str):
    found = faults(kandor, sentence, (claim(kandor, words),))
    [fault] = [fault for fault in found if fault.rule is Rule.HEDGE]
    assert lost in fault.why


def test_an_allegation_without_its_denial(kandor: Knowledge):
    camps = claim(kandor, "runs up to eight")
    alone = "The Kandor Panel reported up to eight new camps in Ghazni, Logar and Parwan."
    assert rules(faults(kandor, alone, (camps,))) == [Rule.DENIAL]
    denied = claim(kandor, "Nobody of the Zarnawa Front")
    beside = f"{alone} {{{camps}}} Its spokesman said: “Nobody of the Zarnawa Front is in Ghazni”."
    assert rules(faults(kandor, beside, (denied,))) == []


def test_a_person_without_a_signature_only_in_a_final_brief(kandor: Knowledge):
    leads = claim(kandor, "Baryal Sahak has led")
    told = "The Kandor Panel reported that Baryal Sahak leads the Zarnawa Front."
    assert rules(faults(kandor, told, (leads,))) == []
    [fault] = faults(kandor, told, (leads,), final=True)
    assert fault.rule is Rule.UNSIGNED
    assert f"sayso judge {leads} accept" in fault.why


def test_what_rests_on_a_document_that_is_not_public(kandor: Knowledge):
    attack = claim(kandor, "attacked a bridge")
    told = "Residents said: “The Front attacked a bridge in Logar on 12 March 2024”."
    assert rules(faults(kandor, told, (attack,))) == []
    assert rules(faults(kandor, told, (attack,), public=True)) == [Rule.RESTRICTED]


@pytest.mark.parametrize("was", ["not listed", "QDe.111", "possible QDe.999"])
def test_a_standing_that_the_lists_no_longer_have(kandor: Knowledge, was: str):
    ties = claim(kandor, "has ties to")
    answer = claim(kandor, "This report is propaganda")
    told = f"The Kandor Panel reported ties to the Sorkh Network ({was})."
    [fault] = faults(kandor, told, (ties, answer))
    assert fault.rule is Rule.STALE
    assert "is “QDe.999” now" in fault.why


@pytest.mark.parametrize(
    "words", ["Nobody of the Front is in Ghazni", "Nobody is in Ghazni", "eight thousand"]
)
def test_a_quotation_that_is_not_the_words(kandor: Knowledge, words: str):
    denied = claim(kandor, "Nobody of the Zarnawa Front")
    found = faults(kandor, f"The spokesman said: “{words}”.", (denied,))
    assert Rule.WORDS in rules(found)


def test_a_quotation_may_leave_out_what_it_marks(kandor: Knowledge):
    denied = claim(kandor, "Nobody of the Zarnawa Front")
    kept = faults(
        kandor, "The spokesman said: “Nobody of the Zarnawa Front […] Ghazni”.", (denied,)
    )
    assert Rule.WORDS not in rules(kept)


def test_what_is_quoted_is_told_from_our_own_words():
    text = 'He said: “a “b” c”, and "d", and e”.'
    assert quoted(text) == ("a “b” c", "d")
    assert own_words(text) == "He said: …, and …, and e”."


def test_more_sources_than_are_held(kandor: Knowledge):
    leads = claim(kandor, "Baryal Sahak has led")
    many = "Several independent sources reported that Baryal Sahak leads the Zarnawa Front."
    assert rules(faults(kandor, many, (leads,))) == [Rule.STATUS]
    one = "One source, the Kandor Panel, reported that Baryal Sahak leads the Zarnawa Front."
    assert rules(faults(kandor, one, (leads,))) == []


def test_a_denial_that_reads_as_if_it_were_so(kandor: Knowledge):
    denied = claim(kandor, "Nobody of the Zarnawa Front")
    turned = "The spokesman said that the Zarnawa Front is in Ghazni."
    assert Rule.STATUS in rules(faults(kandor, turned, (denied,)))
    for kept in (
        "The spokesman denied that the Zarnawa Front is in Ghazni.",
        "The spokesman said: “Nobody of the Zarnawa Front is in Ghazni”.",
        "The spokesman said that no member of it is in Ghazni.",
    ):
        assert Rule.STATUS not in rules(faults(kandor, kept, (denied,)))


def named_otherwise(knowledge: Knowledge, publisher: str) -> Knowledge:
    """Give what is known as if the Kandor Panel had another name."""
    records = {
        key: replace(record, document=replace(record.document, publisher=publisher))
        if record.document.publisher == "Kandor Panel"
        else record
        for key, record in knowledge.records.items()
    }
    return replace(knowledge, records=records)


@pytest.mark.parametrize("publisher", ["The Denial", "Confirmed Facts", "Many Sources Weekly"])
def test_a_name_is_no_wording_of_ours(kandor: Knowledge, publisher: str):
    told = f"{publisher} reported that Baryal Sahak leads the Zarnawa Front."
    known = named_otherwise(kandor, publisher)
    assert rules(faults(known, told, (claim(kandor, "Baryal Sahak has led"),))) == []


def test_a_standing_in_a_quotation_is_the_sources_own(kandor: Knowledge):
    ties = claim(kandor, "has ties to")
    told = "The Kandor Panel reported: “the Sorkh Network (QDe.111)”."
    assert Rule.STALE not in rules(faults(kandor, told, (ties,)))


def test_a_month_is_no_hedge_and_a_number_no_denial():
    assert HEDGE.findall("the report of 5 May, by W. May") == []
    assert BOUND.findall("Will Smith, resolution No. 15 and no 5 of it") == []
    assert HEDGE.findall("it may be, perhaps") == ["may", "perhaps"]
    assert BOUND.findall("no camp will stand") == ["no", "will"]


def test_the_words_may_have_other_quotation_marks(kandor: Knowledge):
    rejected = claim(kandor, "This report is propaganda")
    told = 'The spokesman said: “"This report is propaganda," the spokesman of the Zarnawa Front”.'
    assert rules(faults(kandor, told, (rejected,))) == []


def test_a_brief_that_a_person_moved_and_reworded(kandor: Knowledge):
    """Paragraphs in another order are no fault; what was made worse is, each by its own rule."""
    made = compose(kandor, BriefScope(), made=NOON, cut_off=NOON, versions=())
    title, *sections = markdown.write(made, ids=True).split("\n## ")
    whole = "\n## ".join([title, *reversed(sections)])
    moved = of_outline(kandor, read_outline(whole, "brief.md"))
    assert lint(kandor, moved, final=False, public=False) == ()
    worse = whole.replace("up to eight new camps", "eight new camps").replace("propaganda", "a lie")
    found = lint(kandor, of_outline(kandor, read_outline(worse, "b.md")), final=False, public=False)
    assert {Rule.WORDS, Rule.HEDGE} <= set(rules(found))
