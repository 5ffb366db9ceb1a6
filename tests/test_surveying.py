"""Which cells are asked for."""

from sayso.surveying import Wanted, gaps
from tests.states.build import eu, eu_party, overseeing, un, un_party


def test_listed_since_a_day_is_told_of_an_entry_without_one_by_the_release_that_shows_it():
    found = overseeing(
        un("2024-01-01", un_party("QDi.902", "Sarband Noori")),
        un("2025-01-01", un_party(listed_on=None), un_party("QDi.902", "Sarband Noori")),
        eu("2024-05-13", eu_party("502", "Somebody Else", un_reference=None)),
    )

    def since(day: str) -> set[str]:
        return {cell.obligation.reference for cell in gaps(found, Wanted(state="EU", since=day))}

    assert since("2020") == {"QDi.901", "QDi.902"}
    assert since("2020-03-09") == since("2024-06") == {"QDi.901"}
    assert since("2026") == set()
