"""What a user names or narrows down."""

import pytest

from sayso.errors import BadInput
from sayso.review.assemble import assemble
from sayso.review.choose import ClaimQuery, chosen_claims
from sayso.review.incidents.choose import IncidentQuery, chosen_incidents
from tests.review.build import BODY, GROUP, PERSON, Page, Said, says


@pytest.mark.parametrize("day", ["05/2024", "tomorrow", "2024-13", "2024-05-99", ""])
def test_what_is_no_date_is_refused_and_not_taken_for_one(day: str):
    knowledge = assemble([])
    with pytest.raises(BadInput, match="is no date"):
        chosen_claims(knowledge, ClaimQuery(since=day))
    with pytest.raises(BadInput, match="is no date"):
        chosen_incidents(knowledge, (), IncidentQuery(until=day))


def test_the_claims_of_a_party_are_also_those_of_who_speaks_for_it():
    page = Page("Courier", "2024-05-24")
    front, spokesman = page.name("Kandor Front", GROUP), page.name("Idris Wardak", PERSON)
    other, third = page.name("Sarband Authority", BODY), page.name("Zarvan Front", GROUP)
    said = Said(by=(says(spokesman, front),))
    claim = page.claim(other, "supports", third, said)
    found = chosen_claims(assemble([page.record()]), ClaimQuery(entity="Kandor Front"))
    assert [c.id for c in found] == [claim]
