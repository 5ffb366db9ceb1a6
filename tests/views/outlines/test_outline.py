"""A person may order and reword a brief, and loses neither its citations nor its denials."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.briefing import read_outline
from sayso.errors import BadInput, NotFound, Uncited
from sayso.model.briefs import Brief
from sayso.model.findings import Knowledge
from sayso.model.ids import ClaimId
from sayso.model.outlines import Outline
from sayso.views.brief import markdown
from sayso.views.brief.compose import BriefScope, compose
from sayso.views.outlines.write import write
from tests.views.build import NOON
from tests.views.kandor import case


@pytest.fixture(scope="module")
def kandor() -> Knowledge:
    return case()


def made(knowledge: Knowledge, outline: Outline | None = None) -> Brief:
    scope = BriefScope(outline=outline)
    return compose(knowledge, scope, made=NOON, cut_off=NOON, versions=(("Sayso", "0.1"),))


def from_text(knowledge: Knowledge, text: str) -> Brief:
    return made(knowledge, read_outline(text, "outline.txt"))


def lines_of(brief: Brief) -> list[str]:
    return [x.text for s in brief.sections for p in s.paragraphs for x in p.lines]


def claim(knowledge: Knowledge, words: str) -> str:
    held = knowledge.claims.values()
    return next(
        c.id for c in held if words in c.sentence.of(knowledge.document_of(c).text) and c.content
    )


def test_an_outline_that_nobody_edits_tells_what_the_brief_told(kandor: Knowledge):
    before = made(kandor)
    after = from_text(kandor, write(kandor, before))
    assert after.title == before.title
    assert {x.finding for s in after.sections for p in s.paragraphs for x in p.lines} >= {
        x.finding for s in before.sections for p in s.paragraphs for x in p.lines
    }


def test_markdown_with_ids_is_read_back_word_for_word(kandor: Knowledge):
    before = made(kandor)
    after = from_text(kandor, markdown.write(before, ids=True))
    assert lines_of(after) == lines_of(before)
    assert after.sections == before.sections
    assert after.footnotes == before.footnotes
    assert set(after.parties) == set(before.parties)


@settings(max_examples=30, deadline=None)
@given(st.randoms())
def test_in_any_order_every_sentence_keeps_its_words_behind_it(chance):  # noqa: ANN001
    knowledge = case()
    keys = list(knowledge.findings)[:7]
    chance.shuffle(keys)
    brief = from_text(knowledge, "## Mine\n\n" + "\n".join(keys) + "\n")
    notes = {note.number: note for note in brief.footnotes}
    for section in brief.sections:
        for line in (x for p in section.paragraphs for x in p.lines):
            assert all(notes[n].words for n in line.footnotes)
    mine = [x.finding for x in (p.lines[0] for p in brief.sections[1].paragraphs)]
    assert mine == keys


def test_a_denial_is_set_beside_what_a_person_wrote_of_the_allegation(kandor: Knowledge):
    key = claim(kandor, "runs up to eight new camps")
    brief = from_text(
        kandor,
        f"## Camps\n\nThe Kandor Panel reported up to eight new camps in Ghazni. {{{key}}}\n",
    )
    [paragraph] = brief.sections[1].paragraphs
    assert paragraph.lines[0].text == "The Kandor Panel reported up to eight new camps in Ghazni."
    assert paragraph.lines[0].status is not None
    assert any("denied this" in line.text for line in paragraph.lines[1:])


def test_a_party_has_its_standing_where_a_person_names_it_first(kandor: Knowledge):
    key = claim(kandor, "has ties to the Sorkh Network")
    brief = from_text(
        kandor,
        "## Ties\n\nThe Kandor Panel wrote of ties of the Zarnawa Front to the Sorkh Network. "
        f"{{{key}}}\n",
    )
    told = " ".join(lines_of(brief))
    assert "Zarnawa Front (not listed) to the Sorkh Network (QDe.999)" in told


def test_a_sentence_without_ids_is_refused_with_its_line(kandor: Knowledge):
    with pytest.raises(Uncited, match=r"outline\.txt, line 3"):
        from_text(kandor, "## Camps\n\nEverybody knows of the camps.\n")


def test_what_was_erased_is_refused_with_its_line_and_what_to_do(kandor: Knowledge):
    with pytest.raises(NotFound, match=r"line 3: no claim 'c-00000000-1'.*erased"):
        from_text(kandor, "## Camps\n\nThe Panel wrote so. {c-00000000-1}\n")
    with pytest.raises(NotFound, match="line 3: no finding"):
        from_text(kandor, "## Camps\n\nf-ffffffffffff\n")


def test_what_waits_in_review_is_told_by_no_outline(kandor: Knowledge):
    waiting = kandor.finding_of[ClaimId(claim(kandor, "Omid Tarzi belongs"))]
    with pytest.raises(NotFound, match="waits in review"):
        from_text(kandor, f"## Persons\n\n{waiting}\n")


def test_a_file_without_headings_is_no_outline():
    with pytest.raises(BadInput, match="no line begins with `## `"):
        read_outline("Only words.\n", "notes.txt")


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200))
def test_whatever_stands_in_a_file_is_read_or_refused_by_name(text: str):
    try:
        outline = read_outline(f"## H\n{text}", "any.txt")
    except BadInput as bad:
        assert "any.txt" in str(bad)  # noqa: PT017  # either is right
    else:
        assert all(
            re.fullmatch(r"c-\S+", c)
            for s in outline.sections
            for p in s.paragraphs
            for x in p
            for c in x.claims
        )
