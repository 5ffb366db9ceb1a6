"""The labels under which OFAC states facts, and what becomes of a fact under each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Final

#: Stands before an abbreviation: "Digital Currency Address - XBT".
WALLET: Final = "Digital Currency Address - "


class FactKind(StrEnum):
    """What becomes of a fact."""

    GENDER = "gender"
    WALLET = "wallet"
    CRAFT = "craft"
    FORMER_FLAG = "former_flag"
    CONTACT = "contact"
    NATIONALITY = "nationality"
    STATEMENT = "statement"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels that are known.

    Attributes:
        kinds: label → what becomes of a fact under it.
        craft: label → field of ListedCraft.
        by_word: first word of a label → the labels that begin so, longest first.
        countries: as OFAC writes them.
    """

    kinds: Mapping[str, FactKind]
    craft: Mapping[str, str]
    by_word: Mapping[str, tuple[str, ...]]
    countries: frozenset[str]

    def kind_of(self, label: str) -> FactKind:
        """Say what becomes of a fact; an unknown label that ends in ":" or "-" states something."""
        if label.startswith(WALLET):
            return FactKind.WALLET
        usual = FactKind.STATEMENT if label.endswith((":", " -")) else FactKind.DOCUMENT
        return self.kinds.get(label, usual)

    def split(self, words: str) -> tuple[str, str] | None:
        """Give a known label and what follows it; None when the words begin with none."""
        if words.startswith(WALLET):
            currency, _, address = words.removeprefix(WALLET).partition(" ")
            return WALLET + currency, address
        for label in self.by_word.get(words.partition(" ")[0], ()):
            if words.startswith(label) and words[len(label) : len(label) + 1] == " ":
                return label, words[len(label) + 1 :]
        return None


@cache
def labels() -> Labels:
    """Give the labels of the table `labels.toml`."""
    table = tomllib.loads(
        resources.files("sayso.lists.ofac").joinpath("labels.toml").read_text(encoding="utf-8")
    )
    kinds = {"Gender": FactKind.GENDER, "Former Vessel Flag": FactKind.FORMER_FLAG}
    kinds |= dict.fromkeys(table["craft"], FactKind.CRAFT)
    for kind in (FactKind.CONTACT, FactKind.NATIONALITY, FactKind.STATEMENT, FactKind.DOCUMENT):
        kinds |= dict.fromkeys(table["labels"][kind.value], kind)
    by_word: dict[str, tuple[str, ...]] = {}
    for label in sorted(kinds, key=lambda label: (-len(label), label)):
        word = label.partition(" ")[0]
        by_word[word] = (*by_word.get(word, ()), label)
    return Labels(kinds, table["craft"], by_word, frozenset(table["places"]["countries"]))
