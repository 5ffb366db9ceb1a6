"""Whatever a model answers is read as proposals, or counted."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.language_model.answers import TOO_MANY, read_answer
from tests.extract.language_model.stub import CAMPS


def test_an_answer_with_too_many_claims_is_read_in_part():
    proposals, counted = read_answer(json.dumps({"claims": [CAMPS] * 300}))
    assert len(proposals) + counted[TOO_MANY] == 300


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*CAMPS]), inner),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(JSON, st.fixed_dictionaries({"claims": st.lists(JSON, max_size=3)})))
def test_no_answer_makes_the_reader_of_answers_fall_over(told: object):
    proposals, counted = read_answer(json.dumps(told))
    assert all(proposal.content.strip() for proposal in proposals)
    assert all(count > 0 for count in counted.values())
