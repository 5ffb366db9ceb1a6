"""The table of states whose law takes listings up: each row rests on words and an address."""

from datetime import date

import pytest

from sayso.lists.fields.regimes import PERSON_MEASURES
from sayso.model.oversight import StateModel
from sayso.model.vocabulary import TranspositionModel
from sayso.states.countries import EU, UN_MEMBERS
from sayso.states.models import model_of, state_models

ROWS = tuple(state_models().values())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.state)
def test_each_row_says_of_a_state_what_its_source_says_and_where(row: StateModel):
    assert row.state in UN_MEMBERS | {EU}
    assert len(row.proof.text) > 80
    assert row.proof.title
    assert row.proof.locator
    assert (row.proof.address or "").startswith("https://")
    assert row.proof.document is None
    assert "read on 20" in row.proof.locator
    assert row.measures


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.state)
def test_no_row_reaches_into_the_future_or_to_a_regime_that_there_is_not(row: StateModel):
    assert row.since is not None
    assert date.fromisoformat(row.since) <= date(2026, 11, 28)
    assert set(row.regimes) <= PERSON_MEASURES.keys()


def test_what_was_not_verified_is_not_in_the_table():
    models = state_models()
    assert list(models) == sorted(models)
    assert len([m for m in ROWS if m.model is TranspositionModel.AUTOMATIC]) >= 10
    assert {m.model for m in ROWS} == {TranspositionModel.AUTOMATIC, TranspositionModel.LIST_BASED}
    assert models.keys().isdisjoint({"AU", "CA", "NO", "PH", "JP"})


def test_a_row_whose_words_nobody_checked_is_shown_and_counts_as_unknown():
    row = {
        "model": "automatic",
        "since": "2020-01-01",
        "measures": ["assets_freeze"],
        "title": "Kandor, Decree No. 7",
        "locator": "article 2",
        "text": "is directly applicable",
        "address": "https://law.example/7",
    }
    assert model_of("PE", {**row, "checked": "2026-11-28"}).model is TranspositionModel.AUTOMATIC
    unchecked = model_of("PE", row)
    assert unchecked.model is TranspositionModel.UNKNOWN
    assert unchecked.proof.locator == "article 2 (not verified)"
