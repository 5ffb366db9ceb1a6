"""The brief cites every sentence, and sets every denial beside its allegation."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import BadInput, NotFound
from sayso.model.briefs import Brief, BriefLine, Paragraph
from sayso.model.findings import Finding, Knowledge
from sayso.model.ids import EntityId, FindingId
from sayso.model.vocabulary import FindingStatus
from sayso.views.brief import markdown
from sayso.views.brief.compose import BriefScope, compose
from tests.views.build import NOON, NOTICE
from tests.views.kandor import case


def brief_of(knowledge: Knowledge, **scope: object) -> Brief:
    return compose(
        knowledge,
        BriefScope(**scope),  # type: ignore[arg-type]  # fields of the scope by name
        made=NOON,
        cut_off=NOON,
        versions=(("Sayso", "0.1"), ("list", "un@2026-02-27")),
    )


@pytest.fixture(scope="module")
def kandor() -> Knowledge:
    return case()


@pytest.fixture(scope="module")
def brief(kandor: Knowledge) -> Brief:
    return brief_of(kandor)


def lines_of(brief: Brief) -> list[BriefLine]:
    return [line for paragraph in paragraphs_of(brief) for line in paragraph.lines]


def paragraphs_of(brief: Brief) -> list[Paragraph]:
    return [paragraph for section in brief.sections for paragraph in section.paragraphs]


def paragraph_with(brief: Brief, words: str) -> str:
    texts = (" ".join(line.text for line in p.lines) for p in paragraphs_of(brief))
    return next(text for text in texts if words in text)


def reordered(knowledge: Knowledge, findings: Sequence[Finding]) -> Knowledge:
    return replace(knowledge, findings={finding.id: finding for finding in findings})


def test_every_line_has_a_footnote_whose_words_stand_in_its_passage(
    kandor: Knowledge, brief: Brief
):
    notes = {note.number: note for note in brief.footnotes}
    for line in lines_of(brief):
        assert line.footnotes
        for number in line.footnotes:
            claim = kandor.claim(notes[number].claim)
            assert notes[number].words in kandor.passage_of(claim).text


def test_footnotes_are_numbered_where_they_are_told_first_not_where_they_are_counted(brief: Brief):
    told = [number for line in lines_of(brief) if line.finding for number in line.footnotes]
    assert list(dict.fromkeys(told)) == [note.number for note in brief.footnotes]


def test_paragraphs_are_numbered_through_all_sections(brief: Brief):
    numbers = [paragraph.number for paragraph in paragraphs_of(brief)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_sections_stand_in_reading_order(brief: Brief):
    assert [section.heading for section in brief.sections] == [
        "Summary",
        "Contested and denied",
        "What is said of the Zarnawa Front",
        "Other allegations",
        "Events",
    ]


def test_an_allegation_is_followed_at_once_by_who_carries_it_and_who_denies_it(brief: Brief):
    assert paragraph_with(brief, "in Ghazni") == (
        "The Kandor Panel reported that the Zarnawa Front (not listed) operated "
        "“up to eight new camps” in Ghazni. "
        "Also carried, and counted as the same source, by the Kandor Post. "
        "گل رحیم (not listed), for the Zarnawa Front, as cited by the Kandor Post, denied this: "
        "“Nobody of the Zarnawa Front is in Ghazni”. "
        "گل رحیم, for the Zarnawa Front, as cited by the Kandor Post, rejected the report by the "
        "Kandor Panel as a whole: “This report is propaganda”."
    )


def test_provinces_of_one_list_are_told_in_one_sentence_and_keep_the_bound(brief: Brief):
    text = paragraph_with(brief, "Parwan")
    assert "operated “up to eight new camps” in Logar and Parwan." in text
    assert text.endswith("As quoted above, گل رحیم rejected the document as a whole.")


def test_a_reply_is_quoted_once_and_recalled_beside_each_further_allegation(brief: Brief):
    text = " ".join(line.text for line in lines_of(brief))
    assert text.count("“This report is propaganda”") == 1
    assert text.count("As quoted above, گل رحیم rejected the document as a whole.") == 2


def test_findings_that_rest_on_the_same_quoted_words_are_told_once(kandor: Knowledge):
    event = kandor.findings[FindingId("f-000000000007")]
    twin = replace(event, id=FindingId("f-twin"), object=None)
    made = brief_of(reordered(kandor, [event, twin]))
    assert len(paragraphs_of(made)) == 2


def test_a_finding_without_roots_is_told_by_its_best_claim(kandor: Knowledge):
    finding = replace(kandor.findings[FindingId("f-000000000002")], roots=())
    text = paragraph_with(brief_of(reordered(kandor, [finding])), "ties to")
    assert text.startswith("The Kandor Panel reported that the Zarnawa Front (not listed) had ties")


def test_many_sources_are_named_together_after_the_first_four(kandor: Knowledge):
    finding = kandor.findings[FindingId("f-000000000002")]
    [root] = finding.roots
    claims = list(kandor.claims)
    names = [f"source {n}" for n in range(6)]
    roots = [replace(root, name=name, claims=(claims[n],)) for n, name in enumerate(names)]
    many = replace(finding, claims=tuple(claims[:6]), roots=tuple(roots))
    text = paragraph_with(brief_of(reordered(kandor, [many])), "ties to")
    assert "The following speak of it too: source 4 and source 5." in text


def test_what_is_not_clear_is_worded_as_not_clear(brief: Brief):
    assert paragraph_with(brief, "Dast Movement") == (
        "It is not clear, according to the Kandor Panel, whether the Dast Movement (not listed) "
        "gave funds to the Zarnawa Front."
    )


def test_hearsay_keeps_its_hedge_and_its_source_stays_unnamed(brief: Brief):
    text = paragraph_with(brief, "drones")
    assert text.startswith("According to a former official (not named), as cited by ")
    assert text.endswith(", the Zarnawa Front may have acquired “drones”.")


def test_an_event_is_quoted_and_not_retold(brief: Brief):
    assert paragraph_with(brief, "bridge") == (
        "Residents (not named), as cited by the Kandor Post, said: "
        "“The Front attacked a bridge in Logar on 12 March 2024”."
    )


def test_every_party_is_introduced_with_its_standing_once(brief: Brief):
    text = " ".join(line.text for line in lines_of(brief))
    for party in brief.parties:
        shown = f"{party.name} ({party.standing.replace(': ', ' ')})"
        assert text.count(shown) == 1
        assert text.index(shown) == text.index(party.name)
    assert {party.standing for party in brief.parties} == {
        "not listed",
        "QDe.999",
        "possible: QDi.998",
    }


def test_a_person_who_was_not_read_surely_is_left_out_and_counted(brief: Brief):
    assert all("Omid Tarzi" not in line.text for line in lines_of(brief))
    assert any(limit.endswith("wait in review: 1.") for limit in brief.limits)


def test_the_summary_cites_what_it_counts(brief: Brief):
    first = paragraphs_of(brief)[0].lines
    assert [line.text for line in first] == [
        "One finding is contested: said by some, denied by the party concerned.",
        "Five findings are said by one independent source.",
        "One finding is only said to be possible or alleged.",
        "One finding is left unclear by the sources.",
    ]
    assert len(first[1].claims) == 5


def test_a_status_stands_once_in_each_paragraph_at_the_allegation(brief: Brief):
    for paragraph in paragraphs_of(brief)[1:]:
        assert [line.status is not None for line in paragraph.lines] == [
            place == 0 for place in range(len(paragraph.lines))
        ]


def test_a_cap_leaves_out_what_matters_least_and_says_how_much(kandor: Knowledge):
    short = brief_of(kandor, max_findings=2)
    findings = {line.finding for line in lines_of(short)} - {None}
    assert findings == {"f-000000000001", "f-000000000002"}
    assert any("left out for length: 6" in limit for limit in short.limits)


def test_a_brief_on_one_party_tells_only_what_concerns_it(kandor: Knowledge):
    short = brief_of(kandor, entity=EntityId("e-dast-movement"))
    assert short.title == "Who says what: brief on Dast Movement"
    assert {line.finding for line in lines_of(short)} - {None} == {"f-000000000006"}


def test_a_brief_on_nobody_known_is_refused(kandor: Knowledge):
    with pytest.raises(NotFound, match="`sayso entities`"):
        brief_of(kandor, entity=EntityId("e-nobody"))


def test_nothing_that_was_added_after_the_cut_off_can_stand_in_it(kandor: Knowledge):
    with pytest.raises(BadInput, match="added after the cut-off"):
        compose(
            kandor,
            BriefScope(),
            made=NOON,
            cut_off=NOON - timedelta(seconds=1),
            versions=(),
        )


def test_without_findings_the_brief_says_that_it_has_none():
    empty = brief_of(Knowledge())
    assert empty.sections == ()
    assert "No finding is known that this brief could tell." in empty.limits


def test_notices_reach_the_top_and_every_footnote_concerned(kandor: Knowledge, brief: Brief):
    assert all(NOTICE in notice for notice in brief.notices)
    for note in brief.footnotes:
        document = kandor.document_of(kandor.claim(note.claim))
        assert note.notice == document.notice


def test_a_notice_that_is_not_of_all_sources_says_of_how_many_it_is(
    kandor: Knowledge, brief: Brief
):
    [notice] = brief.notices
    assert re.fullmatch(rf"1 of the 3 sources cited here bear .*“{NOTICE}”", notice)
    paragraphs = [p for s in brief.sections for p in s.paragraphs]
    over = markdown.Marks(brief).over
    marks = {over(p) for p in paragraphs}
    assert marks == {(), ("Invented for a test.",), ("In part: Invented for a test.",)}
    marked = sum(bool(over(p)) for p in paragraphs)
    assert markdown.write(brief).count("Invented for a test.*") == marked
    everywhere = {
        d: replace(r, document=replace(r.document, notice=NOTICE))
        for d, r in kandor.records.items()
    }
    assert brief_of(replace(kandor, records=everywhere)).notices == (NOTICE,)


def test_limits_name_the_document_of_which_a_page_was_not_read(kandor: Knowledge):
    first, *rest = kandor.records.values()
    scanned = replace(first, remarks=("page 4 has no text layer",))
    limits = brief_of(replace(kandor, records={r.document.id: r for r in (scanned, *rest)})).limits
    assert "“Third report of the Kandor Panel”: page 4 has no text layer." in limits


def test_limits_name_what_was_not_read_and_what_was_not_answered(brief: Brief):
    limits = " ".join(brief.limits)
    assert "no person has reviewed" in limits
    assert "In 1 document: language 'fa': stored and searchable, not read for claims." in limits
    assert "no reply of the party concerned is held: 4." in limits


def test_what_is_known_only_at_second_hand_names_the_document_that_is_missing(kandor: Knowledge):
    first, *rest = kandor.findings.values()
    secondary = replace(
        first, status=FindingStatus.SECONDARY_ONLY, claims=first.claims[1:], roots=first.roots[:1]
    )
    limits = brief_of(reordered(kandor, [secondary, *rest])).limits
    assert "Documents that are cited here but not held: A report by the Kandor Panel." in limits


def test_our_own_words_accuse_nobody(brief: Brief):
    own = re.sub("“[^”]*”", "", " ".join(line.text for line in lines_of(brief)))
    own += " ".join(section.heading for section in brief.sections) + " ".join(brief.limits)
    assert not re.search(
        r"terroris|extremis|criminal|guilty|notorious|regime of", own, re.IGNORECASE
    )


def test_the_sources_are_listed_by_date_with_hash_and_handling(brief: Brief):
    assert [source.split("; ")[0] for source in brief.sources[:2]] == [
        "Kandor Panel",
        "The Kandor Post",
    ]
    assert "; internal; " in brief.sources[1]
    assert "; undated; " in brief.sources[2]


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_choice_and_order_of_findings_gives_a_brief_that_cites_every_line(data: st.DataObject):
    kandor = case()
    order = data.draw(st.permutations(list(kandor.findings.values())))
    kept = order[: data.draw(st.integers(0, len(order)))]
    made = brief_of(reordered(kandor, kept), max_findings=data.draw(st.integers(1, 9)))
    notes = {note.number: note for note in made.footnotes}
    for line in lines_of(made):
        assert all(claim in kandor.claims for claim in line.claims)
        assert set(line.footnotes) <= set(notes)
    told = {finding.id: finding for finding in kept}
    for line in lines_of(made):
        finding = told.get(line.finding) if line.finding else None
        if finding is not None and line.status is not None:
            paragraph = next(p for p in paragraphs_of(made) if line in p.lines)
            cited = {claim for one in paragraph.lines for claim in one.claims}
            assert set(finding.replies) <= cited
