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
from sayso.views.states.section import HEADING, with_states
from tests.states_told import SEEN, Told

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
    return with_states(made, [state_file(told, state) for state in states], SEEN)


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
    told = next(n for n, text in enumerate(texts) if "assets frozen" in text)
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
    assert HEADING in page
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
    file = state_file(Told(), "LV")
    law = replace(SEEN.models["CH"], state="LV")
    made = with_states(EMPTY, [replace(file, model=law)], SEEN)
    assert made.sections[0].paragraphs[1].lines[0].text == (
        "By the law of Latvia, which refers to the UN list, a listing holds at once; so since "
        "4 March 2016; acts of the European Union hold there too."
    )


def documents_of(made: Brief) -> list[str | None]:
    lines = (line for s in made.sections for p in s.paragraphs for line in p.lines)
    return [proof.document for line in lines for proof in line.proofs]


def test_a_public_brief_tells_nothing_that_rests_on_a_document_not_public():
    files = [state_file(Told(), "JP")]
    guarded = next(key for key in documents_of(brief("JP")) if key is not None)
    made = with_states(replace(EMPTY, guarded=frozenset({guarded})), files, SEEN)
    assert guarded not in documents_of(made)
    assert any("documents not public are left out" in limit for limit in made.limits)


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
