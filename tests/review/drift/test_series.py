"""How a thing develops over the reports of one author."""

from dataclasses import replace

import pytest

from sayso.errors import BadInput
from sayso.model.documents import Document
from sayso.model.drift import Change, Series
from sayso.model.vocabulary import Factuality
from sayso.review.drift.series import develop, in_series
from tests.review.build import GHAZNI, GROUP, KUNAR, Page, Said, site
from tests.review.drift.build import camps, comparisons_of, funds, listed, report

LAGHMAN = site("Laghman", "AF-LAG")


def two() -> tuple[Page, Page]:
    return report("2023-05-20"), report("2024-05-20")


def series(*pages: Page) -> Series:
    documents = [page.record().document for page in pages]
    return develop(in_series(documents, any_author=False), comparisons_of(*pages))


def changes(found: Series) -> list[tuple[Change, str]]:
    return [(one.change, one.note) for one in found.developments]


def documents(*pages: Page) -> list[Document]:
    return [page.record().document for page in pages]


def test_a_thing_that_is_told_alike_stays():
    old, new = two()
    for page in (old, new):
        camps(page, Said(place=GHAZNI, figure=8))
    assert changes(series(old, new)) == [(Change.STAYS, "")]


@pytest.mark.parametrize(
    ("before", "after", "change"), [(8, 10, Change.GREW), (10, 8, Change.SHRANK)]
)
def test_a_figure_that_moves_is_told_with_both_figures(before: int, after: int, change: Change):
    old, new = two()
    camps(old, Said(figure=before))
    camps(new, Said(figure=after))
    [found] = series(old, new).developments
    assert found.change is change
    assert found.earlier is not None
    assert found.later is not None


def test_places_that_come_and_go_are_named():
    old, new = two()
    listed(old, (GHAZNI, LAGHMAN))
    listed(new, (GHAZNI, KUNAR))
    assert changes(series(old, new)) == [
        (Change.CHANGED, "now also in Kunar; no longer in Laghman")
    ]


def test_a_hedge_that_comes_is_a_change():
    old, new = two()
    funds(old, "Kohsar Tehreek")
    funds(new, "Kohsar Tehreek", Said(factuality="PR+"))
    [(change, note)] = changes(series(old, new))
    assert (change, note) == (Change.CHANGED, f"{Factuality.CERTAIN} → {Factuality.PROBABLE}")


def test_what_only_one_report_tells_is_new_or_dropped():
    old, new = two()
    funds(old, "Kohsar Tehreek", Said(words="The authority gives rifles to Kohsar Tehreek."))
    camps(new, Said(words="The network runs eight training camps."))
    assert sorted(changes(series(old, new))) == [(Change.DROPPED, ""), (Change.NEW, "")]


def test_what_the_later_report_has_like_words_for_is_not_called_dropped():
    old, new = two()
    words = "The Sarband Authority gives rifles to Kohsar Tehreek."
    funds(old, "Kohsar Tehreek", Said(words=words))
    new.write(words)
    found = series(old, new)
    assert (changes(found), len(found.unread)) == ([], 1)


def test_an_attack_is_news_once_and_never_dropped():
    old, new = two()
    old.claim(old.name("Kandor Front", GROUP), "attack", None, Said(time="2023-03-12"))
    assert changes(series(old, new)) == []


def test_what_comes_back_after_a_report_without_it_says_so():
    first, second, third = report("2022"), report("2023"), report("2024")
    for page in (first, third):
        funds(page, "Kohsar Tehreek", Said(words="The authority gives rifles to them."))
    second.write("Nothing of note.")
    assert [c for c in changes(series(first, second, third)) if c[0] is Change.NEW] == [
        (Change.NEW, "told before, and not in the report between")
    ]


def test_reports_come_by_date_however_they_are_named():
    old, new = two()
    assert [d.published for d in in_series(documents(new, old), any_author=False)] == [
        "2023-05-20",
        "2024-05-20",
    ]


def test_one_document_twice_is_refused():
    with pytest.raises(BadInput, match="named twice"):
        in_series(documents(report(), report()), any_author=True)


def test_one_document_alone_is_no_series():
    with pytest.raises(BadInput, match="at least two"):
        in_series(documents(report()), any_author=True)


def test_a_document_without_a_date_is_refused_with_what_to_do():
    dated, undated = documents(*two())
    with pytest.raises(BadInput, match="sayso describe"):
        in_series([dated, replace(undated, published=None)], any_author=True)


def test_dates_that_tell_no_order_are_refused():
    year, day = documents(report("2024"), report("2024-05-20"))
    with pytest.raises(BadInput, match="which came first"):
        in_series([day, year], any_author=True)


def test_documents_of_two_authors_are_refused_unless_they_are_wanted_anyway():
    own, other = documents(report("2023-05-20"), Page("Courier", "2024-05-24"))
    with pytest.raises(BadInput, match="--anyway"):
        in_series([own, other], any_author=False)
    assert len(in_series([own, other], any_author=True)) == 2
