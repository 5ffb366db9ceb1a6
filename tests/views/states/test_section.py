"""The brief's section on Member States; all but the states is invented."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.errors import Uncited
from sayso.model.briefs import Brief, BriefLine
from sayso.model.findings import Knowledge
from sayso.surveying import state_file
from sayso.views.annexes.whole import with_annexes
from sayso.views.brief import html, markdown
from sayso.views.figures.draw import draw
from sayso.views.linting.lint import lint
from sayso.views.linting.sentences import Rule, of_brief
from sayso.views.publishing import json as brief_json
from sayso.views.states.section import with_states
from tests.states_told import SEEN, UNSAID, Told

TEXT = Path(__file__).parent / "texts" / "section.md"
EMPTY = Brief(
    title="Who says what: brief on the documents held",
    made=datetime(2024, 5, 3, 9, 0, tzinfo=UTC),
    cut_off=datetime(2024, 5, 3, 9, 0, tzinfo=UTC),
    sections=(),
    footnotes=(),
    parties=(),
    sources=(),
    limits=(),
    versions=(("list", "un@2024-05-01"),),
    reviewed=True,
)


def brief(*states: str, made: Brief = EMPTY) -> Brief:
    told = Told()
    return with_states(made, [state_file(told, UNSAID, state) for state in states], SEEN)


def test_the_section_reads_as_expert_reports_do():
    assert markdown.write(brief("CH", "EU", "JP", "US")) == TEXT.read_text(encoding="utf-8")


def test_every_line_has_a_footnote_with_words_and_place():
    made = brief("CH", "EU", "JP", "US")
    notes = {note.number: note for note in made.footnotes}
    [section] = made.sections
    for paragraph in section.paragraphs:
        for line in paragraph.lines:
            assert line.footnotes
            assert all(notes[n].words and notes[n].locator for n in line.footnotes)
    assert [note.number for note in made.footnotes] == list(range(1, len(notes) + 1))


def test_a_line_without_claim_and_proof_is_refused():
    with pytest.raises(Uncited):
        BriefLine(text="Nobody says so.", claims=(), footnotes=(1,))


def test_a_reply_stands_right_after_what_it_answers():
    [section] = brief("JP").sections
    texts = [line.text for line in section.paragraphs[-1].lines]
    told = next(n for n, text in enumerate(texts) if "assets of JPY 12,000 frozen" in text)
    assert texts[told + 1].startswith("Japan replied on 2 April 2024")


def test_paragraphs_and_footnotes_go_on_from_those_of_the_brief():
    first = brief("EU")
    twice = brief("JP", made=first)
    numbers = [p.number for section in twice.sections for p in section.paragraphs]
    assert numbers == list(range(1, len(numbers) + 1))
    assert [note.number for note in twice.footnotes] == list(range(1, len(twice.footnotes) + 1))
    assert twice.sections[0] == first.sections[0]


def test_what_nobody_can_sign_for_stays_a_draft():
    assert not brief("EU").reviewed


def test_nothing_that_is_not_known_speaks_against_a_state():
    text = markdown.write(brief("CH", "EU", "JP", "US"))
    allowed = text.replace("not non-compliance", "").replace("said here to be non-compliant", "")
    assert "complian" not in allowed
    assert "no State is said here to be non-compliant" in text


def test_each_form_has_the_section_and_the_address_of_the_act():
    made = brief("EU")
    assert "https://example.org/oj/2020/9001" in markdown.write(made)
    page = html.write(made)
    assert "Implementation by Member States" in page
    assert "https://example.org/oj/2020/9001" in page
    told = json.loads(brief_json.write(made))
    lines = [line for p in told["sections"][0]["paragraphs"] for line in p["lines"]]
    assert all(line["proofs"] for line in lines)


def test_with_no_obligation_there_is_no_section():
    nothing = replace(SEEN, obligations=())
    assert with_states(EMPTY, [], nothing).sections == ()


def test_what_is_said_not_to_be_done_is_followed_by_the_states_reply():
    [section] = brief("US").sections
    texts = [line.text for line in section.paragraphs[-1].lines]
    said = next(n for n, text in enumerate(texts) if "not carried out" in text)
    assert texts[said + 1].startswith("The United States replied on 2 April 2024")
    assert sum("replied" in text for text in texts) == 1


def test_a_member_with_a_law_of_its_own_says_both():
    file = state_file(Told(), UNSAID, "LV")
    law = replace(SEEN.models["CH"], state="LV")
    made = with_states(EMPTY, [replace(file, model=law)], SEEN)
    assert made.sections[0].paragraphs[1].lines[0].text == (
        "Since 4 March 2016, a listing holds at once by the law of Latvia, which refers to the UN "
        "list; acts of the European Union hold there too."
    )


def test_a_law_is_told_of_the_measures_and_regimes_alone_of_which_it_is_known():
    law = replace(SEEN.models["EU"], regimes=("Al-Qaida", "Taliban"), since="2002-05-27")
    file = replace(state_file(Told(), UNSAID, "EU"), model=law)
    told = with_states(EMPTY, [file], SEEN).sections[0].paragraphs[1].lines[0].text
    assert told.startswith(
        "For the assets freeze under the Al-Qaida and Taliban regimes, since 27 May 2002, the "
        "European Union takes each listing up"
    )


def test_a_member_of_whom_no_more_is_known_is_not_told_twice():
    both = brief("EU", "DE").sections[0].paragraphs[-1].lines
    assert [line.text for line in both] == [
        "In Germany, acts of the European Union hold.",
        "Of Germany no more is known than of the acts of the European Union, told here.",
    ]
    alone = brief("DE").sections[0].paragraphs[-1].lines
    assert any("Germany is shown to have carried out" in line.text for line in alone)
    assert any(
        "is shown" in line.text for line in brief("EU", "US").sections[0].paragraphs[-1].lines
    )


def test_a_document_that_is_not_held_says_so_in_its_footnote():
    file = state_file(Told(), UNSAID, "JP")
    named = [replace(r, proof=replace(r.proof, document=None)) for r in file.records]
    made = with_states(EMPTY, [replace(file, told=replace(file.told, records=named))], SEEN)
    notes = [note.document for note in made.footnotes]
    assert "Letter (invented) (not held)" in notes


def test_the_linter_takes_acts_and_lists_for_what_a_sentence_rests_on():
    made = brief("CH", "EU", "JP", "US")
    nothing = Knowledge()
    assert lint(nothing, of_brief(nothing, made), final=True, public=True) == ()
    [section] = made.sections
    first, *_ = section.paragraphs
    misquoting = replace(first.lines[0], text="The Council wrote: “All measures are void”.")
    bad = replace(section, paragraphs=(replace(first, lines=(misquoting,)),))
    [fault] = lint(
        nothing, of_brief(nothing, replace(made, sections=(bad,))), final=False, public=False
    )
    assert fault.rule is Rule.WORDS


def test_a_chart_of_lags_has_its_table_and_every_measure_in_it():
    made = brief("CH", "EU", "JP", "US")
    [annex] = made.annexes
    [figure] = annex.figures
    for row, stack in zip(annex.rows, figure.parts, strict=True):
        assert row[0] == str(stack.number)
        assert list(map(int, row[3:])) == list(stack.counts)
        assert sum(stack.counts) == int(row[2])
    drawn = draw(figure)
    assert drawn.svg.startswith("<svg")
    assert drawn.png.startswith(b"\x89PNG")
    kept = with_annexes(Knowledge(), made).annexes
    assert [one.key for one in kept] == ["lags", "method"]
