"""Which sources are to be obtained, what rests on them, and what the documents held give."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.findings import Judgement, Record
from sayso.model.ids import DocumentId, PassageId, Span
from sayso.model.sources import CitedAs, HeldSource, Sources, SourceToObtain
from sayso.model.vocabulary import PassageKind
from sayso.review.assemble import Review
from sayso.review.sources.held import in_circles
from sayso.review.sources.queue import sources_of
from tests.review.build import BODY, OUTLET, REPORT, Page, Said, judge, says, writes
from tests.review.findings.build import camps, supports

PANEL = "Panel on Observance"


def of_records(records: Sequence[Record], judgements: Sequence[Judgement] = ()) -> Sources:
    review = Review()
    knowledge = review.assemble(records, judgements)
    return sources_of(knowledge, review.corpus, review.origins)


def queue(*pages: Page) -> Sources:
    return of_records([page.record() for page in pages])


def only(sources: Sources) -> SourceToObtain:
    [row] = sources.to_obtain
    return row


def held(sources: Sources, page: Page) -> HeldSource:
    return next(one for one in sources.held if one.document == page.id)


def test_a_report_behind_two_articles_is_one_row_with_the_findings_that_rest_on_it():
    pages = [Page(f"Paper {n}", f"2024-05-2{n}") for n in range(2)]
    claims = [camps(page, Said(by=(writes(page.report_by(PANEL)),))) for page in pages]
    row = only(queue(*pages))
    assert (row.cited_as, row.author, row.stories) == (CitedAs.DOCUMENT, PANEL, 2)
    assert row.claims == tuple(claims)
    assert row.findings == row.secondary_only
    assert len(row.findings) == 1
    assert [citation.document for citation in row.citations] == [page.id for page in pages]
    assert {citation.words for citation in row.citations} == {f"a report by the {PANEL}"}


def test_a_report_that_is_held_is_not_to_be_obtained():
    press, panel = Page("Courier", "2024-05-24"), Page(PANEL, "2024-05-20", kind="report")
    camps(press, Said(by=(writes(press.report_by(PANEL)),)))
    panel.name(PANEL, BODY)
    camps(panel, Said())
    sources = queue(press, panel)
    assert sources.to_obtain == ()
    assert held(sources, panel).cited_by == (press.id,)


def test_what_most_findings_have_no_other_source_than_comes_first():
    one, other = Page("Courier", "2024-05-24"), Page("Post", "2024-05-24")
    supports(one, Said(by=(writes(one.report_by("Ostan Observatory")),)))
    report = writes(other.report_by(PANEL))
    camps(other, Said(by=(report,)))
    supports(other, Said(by=(report,), place=None, changes={"kind": "funds"}))
    assert [row.author for row in queue(one, other).to_obtain] == [PANEL, "Ostan Observatory"]


def test_a_rejected_claim_rests_on_nothing():
    page = Page("Courier", "2024-05-24")
    claim = camps(page, Said(by=(writes(page.report_by(PANEL)),)))
    rejected = (judge(claim, "reject"),)
    row = only(of_records([page.record()], rejected))
    assert (row.claims, row.findings) == ((), ())


def test_a_document_that_speaks_of_itself_cites_nothing():
    page = Page(PANEL, "2024-05-20", kind="report")
    page.nominal("this report", REPORT)
    page.name(page.title, REPORT)
    sources = queue(page)
    assert sources.to_obtain == ()
    assert held(sources, page).in_circle is False


def test_a_nameless_statement_beside_a_party_whose_statement_is_held_may_be_that_one():
    press = Page("Courier", "2024-05-24")
    party = press.name("Sarband Authority", BODY)
    statement = press.nominal("a statement", REPORT)
    claim = press.claim(
        party, "supports", party, Said(words="The Sarband Authority, in a statement")
    )
    press.mention(party, "Sarband Authority")
    press.mention(statement, "a statement")
    own = Page("Sarband Authority", "2024-05-23", kind="statement")
    own.name("Sarband Authority", BODY)
    row = only(queue(press, own))
    assert claim not in row.claims
    assert row.may_be == (own.id,)


def test_laws_and_vague_reports_are_no_documents_to_ask_for():
    page = Page("Courier", "2024-05-24")
    page.nominal("reports of violations", REPORT)
    page.nominal("the new constitution", REPORT)
    assert queue(page).to_obtain == ()


def test_an_outlet_that_is_quoted_and_never_held_is_an_account_to_obtain():
    page = Page("Courier", "2024-05-24")
    supports(page, Said(by=(says(page.name("Radio Pamir", OUTLET)),)))
    row = only(queue(page))
    assert (row.cited_as, row.name) == (CitedAs.ACCOUNT, "Radio Pamir")
    assert row.secondary_only == row.findings != ()
    older = Page("Radio Pamir", "2024-05-20")
    older.name("Radio Pamir", OUTLET)
    assert queue(page, older).to_obtain == ()


def with_passage(page: Page, words: str, kind: PassageKind) -> Record:
    record = page.record()
    start = len(record.document.text)
    text = f"{record.document.text}{words}\n"
    [*_, last] = record.passages
    passage = replace(
        last,
        id=PassageId(f"{page.id[7:23]}:99"),
        text=words,
        kind=kind,
        span=Span(start, start + len(words)),
    )
    document = replace(record.document, text=text)
    return replace(record, document=document, passages=(*record.passages, passage))


def test_a_footnote_gives_the_symbols_and_addresses_that_it_points_to():
    page = Page("Courier", "2024-05-24")
    supports(page)
    words = "See S/2024/499, para. 12; A/HRC/55/80; https://example.org/a(b)/report.pdf."
    record = with_passage(page, words, PassageKind.FOOTNOTE)
    rows = of_records([record]).to_obtain
    assert {(row.cited_as, row.name) for row in rows} == {
        (CitedAs.SYMBOL, "S/2024/499"),
        (CitedAs.SYMBOL, "A/HRC/55/80"),
        (CitedAs.ADDRESS, "https://example.org/a(b)/report.pdf"),
    }
    assert all(row.citations[0].sentence == words for row in rows)


def test_reports_that_cite_each_other_are_held_and_in_a_circle():
    one = Page("Ostan Observatory", "2024-05-20", kind="report", title="S/2024/1")
    other = Page(PANEL, "2024-05-20", kind="report", title="S/2024/2")
    supports(one)
    supports(other)
    records = [
        with_passage(one, "See S/2024/2 and S/2024/1.", PassageKind.FOOTNOTE),
        with_passage(other, "See S/2024/1.", PassageKind.FOOTNOTE),
    ]
    sources = of_records(records)
    assert sources.to_obtain == ()
    assert [one.in_circle for one in sources.held] == [True, True]
    assert held(sources, one).cited_by == (other.id,)


def test_copies_of_one_story_give_no_root_of_their_own():
    pages = [Page(f"Paper {n}", "2024-05-20") for n in range(2)]
    words = " ".join(f"word{n}" for n in range(60))
    for page in pages:
        page.text = "A story\n"
        supports(page, Said(words=f"{words} supports."))
    first, second = queue(*pages).held
    assert first.story == second.story
    assert set(first.copies) == {pages[0].id, pages[1].id}
    assert first.roots == second.roots


def test_two_documents_of_one_name_and_date_are_two():
    one = Page("Courier", "2024-05-24", about="a", title="Same title")
    other = Page("Courier", "2024-05-24", about="b", title="Same title")
    other.id = DocumentId("sha256:" + "f" * 64)
    assert len(queue(one, other).held) == 2


documents = st.sampled_from([DocumentId(f"d{n}") for n in range(6)])


@given(st.dictionaries(documents, st.frozensets(documents, max_size=4), max_size=6))
def test_a_circle_is_what_leads_back_to_itself(cites: dict[DocumentId, frozenset[DocumentId]]):
    def reached(start: DocumentId) -> set[DocumentId]:
        seen: set[DocumentId] = set()
        for _ in range(7):
            seen |= {c for d in (seen or {start}) | {start} for c in cites.get(d, ())}
        return seen

    assert in_circles(cites) == {d for d in cites if d in reached(d)}


def noted(words: str, note: str, locator: str) -> SourceToObtain:
    page = Page("Ostan Observatory", "2024-05-24", kind="report")
    supports(page, Said(words=words))
    record = with_passage(page, note, PassageKind.FOOTNOTE)
    [*body, last] = record.passages
    return only(of_records([replace(record, passages=(*body, replace(last, locator=locator)))]))


@pytest.mark.parametrize("words", ["It gives money.12", "It gives money,[12] they say.", "Money12"])
def test_what_bears_the_mark_of_a_footnote_rests_on_what_that_points_to(words: str):
    row = noted(words, "12 See S/2024/499, para. 3.", "p. 3, footnote 12")
    assert (row.name, len(row.claims), len(row.findings)) == ("S/2024/499", 1, 1)


@pytest.mark.parametrize(
    "words", ["It gives 12 times.", "It gave in S/2023/12.", "It gives money.1"]
)
def test_what_bears_no_mark_of_a_footnote_rests_on_nothing(words: str):
    page = Page("Ostan Observatory", "2024-05-24", kind="report")
    supports(page, Said(words=words))
    record = with_passage(page, "12 See S/2024/499.", PassageKind.FOOTNOTE)
    [*body, last] = record.passages
    numbered = replace(last, locator="p. 3, footnote 12")
    rows = of_records([replace(record, passages=(*body, numbered))]).to_obtain
    assert [row.claims for row in rows if row.name == "S/2024/499"] == [()]


def test_a_sentence_that_names_a_symbol_rests_on_it_but_on_no_resolution():
    page = Page("Ostan Observatory", "2024-05-24", kind="report")
    claim = supports(page, Said(words="It gives money (S/2024/499, para. 3; S/RES/2734)."))
    rows = {row.name: row.claims for row in queue(page).to_obtain}
    assert rows == {"S/2024/499": (claim,), "S/RES/2734": ()}


def test_a_report_bears_the_symbol_on_a_line_of_its_own_and_not_one_that_it_cites():
    own = Page(PANEL, "2024-05-20", kind="report", title="Report")
    own.write("United Nations S/2024/499")
    citing = Page("Ostan Observatory", "2024-05-21", kind="report", title="Study")
    citing.write("It is as S/2023/95 says, and as S/2024/499 has it.")
    sources = queue(own, citing)
    assert [row.name for row in sources.to_obtain] == ["S/2023/95"]
    assert held(sources, own).cited_by == (citing.id,)


def test_a_review_that_is_kept_up_gives_the_sources_of_one_that_is_new():
    press, other = Page("Courier", "2024-05-24"), Page("Post", "2024-05-22")
    camps(press, Said(by=(writes(press.report_by(PANEL)),)))
    supports(other, Said(by=(writes(other.report_by(PANEL)),)))
    records = [press.record(), other.record()]
    review = Review()
    review.assemble(records[:1])
    knowledge = review.assemble(records)
    assert sources_of(knowledge, review.corpus, review.origins) == of_records(records[::-1])


def test_papers_that_have_it_from_each_other_are_in_a_circle():
    one, other = Page("Courier", "2024-05-24"), Page("Post", "2024-05-24")
    for page, quoted in ((one, "Post"), (other, "Courier")):
        supports(page, Said(by=(says(page.name(quoted, OUTLET)),)))
    sources = queue(one, other)
    assert sources.to_obtain == ()
    assert [(held(sources, p).cited_by, held(sources, p).in_circle) for p in (one, other)] == [
        ((other.id,), True),
        ((one.id,), True),
    ]
