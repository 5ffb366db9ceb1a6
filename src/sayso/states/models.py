"""How states' law takes up UN listings: the table, with the words that each row rests on."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from sayso.model.oversight import Proof, StateModel
from sayso.model.vocabulary import Measure, TranspositionModel

_TABLE: Final = Path(__file__).parent / "tables" / "models.toml"


@cache
def state_models() -> Mapping[str, StateModel]:
    """Give the states of which it was verified, by code; every other state is unknown."""
    rows = tomllib.loads(_TABLE.read_text("utf-8"))
    return {
        code: StateModel(
            state=code,
            model=TranspositionModel(row["model"]),
            measures=tuple(map(Measure, row["measures"])),
            proof=Proof(
                document=None,
                title=row["title"],
                locator=row["locator"],
                text=row["text"],
                address=row["address"],
            ),
            regimes=tuple(row.get("regimes", ())),
            since=row["since"],
        )
        for code, row in sorted(rows.items())
    }
