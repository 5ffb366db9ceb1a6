"""A figure keeps the bounds that its words give it."""

import pytest

from sayso.extract.figures import figure
from sayso.extract.parsing.parse import parse
from sayso.extract.where_when.quantities import find_quantities
from sayso.model.claims import Quantity
from sayso.model.documents import Passage
from sayso.model.ids import DocumentId, PassageId, Span


def quantities(text: str) -> list[Quantity]:
    passage = Passage(
        id=PassageId("x:0"),
        document_id=DocumentId("sha256:x"),
        span=Span(7, 7 + len(text)),
        text=text,
        locator="para. 1",
    )
    [sentence] = parse([passage])
    found = list(find_quantities(sentence))
    assert all(text[q.span.start - 7 : q.span.end - 7] == q.text for q in found)
    return found


@pytest.mark.parametrize(
    ("text", "words", "bounds", "unit"),
    [
        ("It runs up to eight new camps.", "up to eight", (None, 8, None), "camp"),
        ("It runs as many as eight camps.", "as many as eight", (None, 8, None), "camp"),
        ("They killed at least 20 fighters.", "at least 20", (20, None, None), "fighter"),
        ("It has more than 300 members.", "more than 300", (300, None, None), "member"),
        ("It has fewer than 50 rifles.", "fewer than 50", (None, 50, None), "rifle"),
        (
            "It has between 200 and 300 members.",
            "between 200 and 300",
            (200, 300, None),
            "member",
        ),
        ("Some 400 families fled.", "Some 400", (None, None, 400), "family"),
        ("A dozen officers were killed.", "A dozen", (None, None, 12), "officer"),
        ("They seized twenty-five trucks.", "twenty-five", (None, None, 25), "truck"),
        ("It paid $2 million to the group.", "$2 million", (None, None, 2e6), "USD"),
        ("He gets $50,500 a month.", "$50,500", (None, None, 50_500), "USD"),
        ("It paid two to three million dollars.", "two to three million", (2e6, 3e6, None), "USD"),
        ("It holds 60 per cent of the mine.", "60 per cent", (None, None, 60), "%"),
        ("Eight of the camps were closed.", "Eight", (None, None, 8), "camp"),
        ("Two of them were freed.", "Two", (None, None, 2), None),
        ("Three of the detained are herders.", "Three", (None, None, 3), None),
        ("It ran no fewer than five of them.", "no fewer than five", (5, None, None), None),
        ("It has a single camp.", "single", (None, None, 1), "camp"),
        ("They raided it twice.", "twice", (None, None, 2), None),
    ],
)
def test_a_figure_keeps_its_bounds_and_what_it_counts(
    text: str, words: str, bounds: tuple[float | None, ...], unit: str | None
):
    [found] = quantities(text)
    assert (found.text, found.unit) == (words, unit)
    assert (found.minimum, found.maximum, found.exact) == bounds


@pytest.mark.parametrize(
    "text",
    [
        "Several schools were closed.",
        "Dozens of fighters came.",
        "It happened on 12 March 2023.",
        "The Council adopted resolution 1988 (2011).",
        "They carried AK-47 rifles.",
        "He was one of them.",
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str):
    assert quantities(text) == []


def test_figures_of_a_sentence_stand_in_order():
    found = quantities("Police arrested three men on 31 May and seized 12 rifles.")
    assert [(q.exact, q.unit) for q in found] == [(3, "man"), (12, "rifle")]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1,200", 1200),
        ("2.5 million", 2.5e6),
        ("two hundred", 200),
        ("twenty-five", 25),
        ("a dozen", 12),
        ("three hundred thousand", 300_000),
        ("many", None),
        ("", None),
    ],
)
def test_a_number_is_read_from_digits_and_words(words: str, number: float | None):
    assert figure(words) == number
