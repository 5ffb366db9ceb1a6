"""What holds of any account that says exactly what its report says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.claims import PlaceMention, SourceNode
from sayso.review.assemble import assemble
from tests.review.build import AFGHANISTAN, GHAZNI, KUNAR, Page, Said
from tests.review.drift.build import Account, camps, compared, funds, report, told

PLACES = st.sampled_from([None, AFGHANISTAN, GHAZNI, KUNAR])
FIGURES = st.sampled_from([None, 6, 8])
TIMES = st.sampled_from([None, "2023", "2023-03", "2021/.."])
SURENESS = st.sampled_from(["CT+", "PR+", "PS+", "CT-", "Uu"])
TAKERS = st.sampled_from(["", "Kohsar Tehreek", "Baghlan Front"])
Drawn = list[tuple[str, PlaceMention | None, float | None, str | None, str]]
CLAIMS = st.lists(st.tuples(TAKERS, PLACES, FIGURES, TIMES, SURENESS), min_size=1, max_size=8)


def write(page: Page, claims: Drawn, by: tuple[SourceNode, ...] = ()) -> None:
    for taker, place, figure, time, sure in claims:
        said = Said(by=by, place=place, figure=figure, time=time, factuality=sure)
        funds(page, taker, said) if taker else camps(page, said)


@settings(max_examples=60, deadline=None)
@given(CLAIMS)
def test_it_misquotes_nothing(claims: Drawn):
    primary, account = report(), Account()
    write(primary, claims)
    write(account, claims, account.cites)
    found = compared(account, primary)
    assert [d for d in found.differences if d.misquotes] == [], told(found)


@settings(max_examples=40, deadline=None)
@given(CLAIMS, CLAIMS)
def test_every_difference_names_claims_of_its_two_documents(ours: Drawn, theirs: Drawn):
    primary, account = report(), Account()
    write(primary, theirs)
    write(account, ours, account.cites)
    for one in compared(account, primary).differences:
        if one.secondary is not None:
            assert one.secondary.claim in {c.id for c in account.claims}
        if one.primary is not None:
            assert one.primary.claim in {c.id for c in primary.claims}
        assert one.misquotes or not one.dependent


@settings(max_examples=30, deadline=None)
@given(CLAIMS, CLAIMS)
def test_the_order_of_adding_changes_nothing(ours: Drawn, theirs: Drawn):
    primary, account = report(), Account()
    write(primary, theirs)
    write(account, ours, account.cites)
    records = [primary.record(), account.record()]
    one, other = assemble(records), assemble(records[::-1])
    assert one.links == other.links
    assert list(one.findings.values()) == list(other.findings.values())
