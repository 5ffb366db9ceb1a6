"""What a cell holds, so that a table can be pasted."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.views.drift.words import markdown_table


@given(st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_a_row_is_one_line_whatever_the_words_hold(rows: list[tuple[str, str]]):
    lines = markdown_table(("One", "Other"), rows).split("\n")
    assert len(lines) == len(rows) + 2
    assert all(line.replace("\\|", "").count("|") == 3 for line in lines)


def test_words_in_any_script_stand_as_they_are():
    assert "طالبان | Совет" in markdown_table(("", ""), [("طالبان", "Совет")])
