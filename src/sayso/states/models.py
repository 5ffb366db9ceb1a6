"""How states' law takes up UN listings: the table, with the words that each row rests on."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from sayso.model.oversight import Proof, StateModel
from sayso.model.vocabulary import Measure, TranspositionModel

_TABLE: Final = Path(__file__).parent / "tables" / "models.toml"
Row = Mapping[str, Any]  # what TOML gives


@cache
def state_models() -> Mapping[str, StateModel]:
    """Give the states of the table, by code; every other state is unknown."""
    rows = tomllib.loads(_TABLE.read_text("utf-8"))
    return {code: model_of(code, row) for code, row in sorted(rows.items())}


def model_of(code: str, row: Row) -> StateModel:
    """Give what a row says of a state; one whose words nobody checked counts as unknown."""
    is_checked = "checked" in row
    return StateModel(
        state=code,
        model=TranspositionModel(row["model"]) if is_checked else TranspositionModel.UNKNOWN,
        measures=tuple(map(Measure, row["measures"])),
        proof=proof_of(row),
        regimes=tuple(row.get("regimes", ())),
        since=row["since"],
    )


def proof_of(row: Row) -> Proof:
    """Give the words that a row rests on, and how they were verified."""
    checked = row.get("checked")
    read = "not verified" if checked is None else f"as a stored copy had it, read on {checked}"
    return Proof(
        document=None,
        title=row["title"],
        locator=f"{row['locator']} ({read})",
        text=row["text"],
        address=row["address"],
    )
