"""What a listing brings: as its entry states it, or as the law says of all that are so listed."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from sayso.model.lists import ListEntry
from sayso.model.oversight import Proof
from sayso.model.vocabulary import Measure
from sayso.states.models import Row, proof_of

_TABLE: Final = Path(__file__).parents[1] / "tables" / "listings.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What listings on a state's lists bring, and the words that say so.

    Attributes:
        under: words of which one stands in a regime or act of an entry, made even; none: any entry.
    """

    measures: tuple[Measure, ...]
    proof: Proof
    under: tuple[str, ...] = ()

    def reaches(self, entry: ListEntry) -> bool:
        """Say whether it holds of an entry."""
        told = [*map(_even, entry.regimes), *(_even(act.title) for act in entry.acts)]
        return not self.under or any(words in text for words in self.under for text in told)


@cache
def listing_rules() -> Mapping[str, Sequence[Rule]]:
    """Give the rules of each state that has any, by its code, in the order of the table."""
    rows = tomllib.loads(_TABLE.read_text("utf-8"))
    return {code: tuple(map(_rule, rows[code])) for code in sorted(rows)}


def _rule(row: Row) -> Rule:
    return Rule(
        measures=tuple(map(Measure, row["measures"])),
        under=tuple(map(_even, row.get("under", ()))),
        proof=proof_of(row),
    )


def _even(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def brought_by(entry: ListEntry, state: str) -> tuple[Measure, ...]:
    """Give the measures that an entry on a state's list brings; none where nothing tells them."""
    rule = rule_for(entry, state)
    return entry.measures or (() if rule is None else rule.measures)


def rule_for(entry: ListEntry, state: str) -> Rule | None:
    """Give the rule that says what an entry brings; None where it states more of its own."""
    rules = listing_rules().get(state, ())
    rule = next((one for one in rules if one.reaches(entry)), None)
    is_told = rule is not None and set(entry.measures) <= set(rule.measures)
    return rule if is_told else None
