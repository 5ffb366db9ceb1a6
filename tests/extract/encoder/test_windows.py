"""What a second reader takes in at once."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.encoder.windows import WINDOW, windows

LENGTHS = st.lists(st.integers(min_value=0, max_value=WINDOW + 60), max_size=40)


@given(LENGTHS, st.data())
def test_every_wanted_sentence_is_judged_once_among_its_neighbours(
    lengths: list[int], data: st.DataObject
):
    wanted = data.draw(st.sets(st.integers(min_value=0, max_value=max(0, len(lengths) - 1))))
    wanted = {number for number in wanted if number < len(lengths)}
    cut = windows(lengths, wanted)
    judged = [number for _, part in cut for number in part]
    assert wanted <= set(judged)
    assert len(judged) == len(set(judged))
    for read, part in cut:
        assert read.start <= part.start < part.stop <= read.stop
        assert sum(lengths[n] for n in read) <= WINDOW or len(read) == 1


def test_a_sentence_is_read_after_what_stands_before_it_and_with_the_next():
    ((read, judged),) = windows([30] * 12, {5})
    assert read.start < 5 < judged.stop < read.stop


def test_nothing_is_read_where_nothing_is_wanted():
    assert windows([10, 20], set()) == []
