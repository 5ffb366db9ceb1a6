"""What a text says of where it is at home tells between places of one name.

The texts are ours and tell of nothing that happened.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.toponyms.beliefs import believed, cases_of, in_company
from sayso.extract.toponyms.evidence import dialled_in, evidence_of, habits, habits_in
from sayso.extract.toponyms.options import options_of
from sayso.extract.toponyms.questions import questions
from sayso.extract.toponyms.resolve import resolve, whereabouts
from sayso.extract.toponyms.signs import WEIGHTS, signs
from sayso.extract.where_when.places import Gazetteer
from sayso.model.ids import Span
from sayso.model.vocabulary import PlaceLevel

WORLD = Gazetteer.load()


def spans_of(text: str, *names: str) -> list[Span]:
    return [Span(at := text.index(name), at + len(name)) for name in names]


def divisions(text: str, *names: str) -> list[str | None]:
    found = resolve(text, sorted(spans_of(text, *names)), WORLD)
    return [None if place is None else place.division for place in found]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("The fair in Paris, Tex., opens today.", ["Paris"], ["US.TX"]),
        ("The fair in Paris, TX, opens today.", ["Paris"], ["US.TX"]),
        ("The fair in Paris (Texas) opens today.", ["Paris"], ["US.TX"]),
        ("The fair in Paris opens today.", ["Paris"], ["FR.11"]),
        (
            "People of Athens and Henderson County were asked by the sheriff's office.",
            ["Athens", "Henderson County"],
            ["US.TX", "US.TX"],
        ),
        ("The council of London and those of Woodstock, Ont., met.", ["London"], ["CA.08"]),
    ],
)
def test_a_town_is_told_by_its_state_its_county_and_its_neighbours(
    text: str, names: list[str], expected: list[str]
):
    assert divisions(text, *names) == expected


def test_a_name_that_is_placed_once_is_placed_so_everywhere():
    text = "Springfield, Ohio. The mayor of Springfield spoke."
    again = text.rindex("Springfield")
    spans = [Span(0, 11), Span(13, 17), Span(again, again + 11)]
    assert [p and p.division for p in resolve(text, spans, WORLD)] == ["US.OH"] * 3


def test_a_telephone_tells_the_state():
    text = "Call the Alexandria office at (318) 555-0123 or 703.555.0199."
    assert dialled_in(text, WORLD) == {"US.LA": 1, "US.VA": 1}
    assert dialled_in("Account 1318-555-01234 is closed.", WORLD) == {}


def test_words_of_the_papers_of_a_country_are_counted_once_each():
    counted = habits_in("The councillor told the constabulary; the councillor left.")
    assert counted["GB"] == 2
    assert set(habits()) >= {"US", "GB", "CA", "IE"}


@pytest.mark.parametrize(
    ("name", "level", "code"),
    [
        ("Calif.", PlaceLevel.ADMIN1, "US-CA"),
        ("W.Va", PlaceLevel.ADMIN1, "US-WV"),
        ("Texans", PlaceLevel.ADMIN1, "US-TX"),
        ("northern Virginia", PlaceLevel.ADMIN1, "US-VA"),
        ("Syrians", PlaceLevel.COUNTRY, "SY"),
        ("America", PlaceLevel.COUNTRY, "US"),
        ("Mt. Pleasant", PlaceLevel.CITY, "US-SC"),
        ("Boone County", PlaceLevel.ADMIN2, "US-KY"),
    ],
)
def test_a_name_may_be_short_a_people_or_a_part(name: str, level: PlaceLevel, code: str):
    assert (level, code) in {(p.level, p.code) for p in options_of(name, WORLD)}


def test_in_is_a_word_and_no_state_in_a_running_text():
    text = "THEY MET IN KABUL, OR SO"
    assert [found.span.of(text) for found in WORLD.find_in(text)] == ["KABUL"]


def test_what_the_gazetteer_lacks_lies_where_the_names_around_it_do_only_when_asked():
    text = "Between Ghazni, Qarabagh and Zarnawa in Ghazni province"
    spans = spans_of(text, "Ghazni", "Zarnawa")
    found = resolve(text, spans, WORLD)
    assert found[1] is None
    guessed = whereabouts(text, spans, found)[1]
    assert guessed is not None
    assert (guessed.name, guessed.level, guessed.division) == ("Zarnawa", "region", "AF.08")
    assert whereabouts("in Zarnawa", [Span(3, 10)], [None]) == (None,)


def test_a_country_is_kept_where_it_is_said_to_be_in_another():
    text = "Forces of the U.S. in Iraq left."
    assert [p and p.code for p in resolve(text, spans_of(text, "U.S.", "Iraq"), WORLD)] == [
        "US",
        "IQ",
    ]


NAMES = ["Paris", "Texas", "Kabul", "Springfield", "Zarnawa", "Georgia", "Boone County", "Lima"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=8))
def test_beliefs_in_the_places_of_a_name_make_one_and_every_sign_has_a_weight(names: list[str]):
    text, spans = "", []
    for name in names:
        spans.append(Span(len(text), len(text) + len(name)))
        text += f"{name}, "
    asked = tuple(questions(text, spans, WORLD))
    for cases in in_company(cases_of(asked, evidence_of(text, asked, WORLD))):
        if cases:
            assert sum(believed(cases).values()) == pytest.approx(1.0)
        assert {name for case in cases for name, _ in signs(case)} <= set(WEIGHTS)
    assert resolve(text, spans, WORLD) == resolve(text, spans, WORLD)
