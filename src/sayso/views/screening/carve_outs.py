"""The humanitarian carve-out that applies to a regime, with the act that it rests on."""

from dataclasses import dataclass
from typing import Final

from sayso.model.lists import ListEntry


@dataclass(frozen=True, slots=True)
class CarveOut:
    """One row of the table.

    Attributes:
        regimes: as the list writes them, in small letters; empty: all of the list's.
        says: what is carved out, by which act.
        source: where that was read.
    """

    authority: str
    regimes: frozenset[str]
    says: str
    source: str


def _regimes(words: str) -> frozenset[str]:
    return frozenset(words.split("; "))


_2664: Final = "humanitarian aid and basic human needs, by the actors that UNSCR 2664 (2022) names"
_UN_FREEZES: Final = (
    "car; dprk; drc; haiti; iran; iraq; libya; mali; somalia; southsudan; sudan; yemen"
)
_UK_UN: Final = (
    "democratic people's republic of korea; democratic republic of the congo; south sudan; "
    "iran (nuclear); isil (da'esh) and al-qaida; central african republic; lebanon; somalia; mali; "
    "iraq; sudan; yemen; libya; haiti"
)

#: The first row that fits holds. What stands in no row is not told, rather than guessed; the
#: travel ban of the UN's GB regime (2048) freezes nothing, so that there is nothing to carve out.
CARVE_OUTS: Final = (
    CarveOut(
        "un",
        _regimes("al-qaida"),
        f"{_2664}, para. 1; kept for this regime by 2761 (2024), para. 1",
        "S/RES/2664 (2022), paras. 1 and 2; S/RES/2761 (2024), para. 1",
    ),
    CarveOut(
        "un",
        _regimes("taliban"),
        "humanitarian aid and basic human needs in Afghanistan, by anybody: UNSCR 2615 (2021), "
        "para. 1; elsewhere UNSCR 2664 (2022), para. 1",
        "S/RES/2615 (2021), para. 1, which S/RES/2664 (2022) leaves in effect",
    ),
    CarveOut("un", _regimes(_UN_FREEZES), f"{_2664}, para. 1", "S/RES/2664 (2022), para. 1"),
    CarveOut(
        "eu",
        _regimes("som; caf; yem; hti; irq"),
        f"{_2664}: Council Decision (CFSP) 2023/338",
        "OJ L 47, 15.2.2023, p. 50; regimes as globalsanctions.com lists them",
    ),
    CarveOut(
        "eu",
        _regimes("taqa; euaq; cod; irn; sdn; sdnz; ssd; lby; prk; mli"),
        f"{_2664}: Council Decision (CFSP) 2023/726 and Regulation (EU) 2023/720",
        "OJ L 94, 3.4.2023, p. 1: the regulations that it amends",
    ),
    CarveOut(
        "uk",
        _regimes(_UK_UN),
        f"{_2664}: Sanctions (Humanitarian Exception) (Amendment) Regulations 2023",
        "SI 2023/121, the regulations that it amends",
    ),
    CarveOut(
        "ofac",
        frozenset(),
        "depends on the programme: see its general licences of 20 December 2022 (UN and other "
        "international bodies, NGOs, food and medicine)",
        "OFAC FAQ 1105; Recent Actions of 20 December 2022",
    ),
)
#: What is said where the table has no row.
UNKNOWN: Final = "not in our table: read the act of the regime"


def carve_out_words(entry: ListEntry) -> str:
    """Give what is carved out; of an entry under several regimes, by regime where they differ."""
    found: dict[str, list[str]] = {}
    for regime in entry.regimes or ("",):
        found.setdefault(_says(entry.authority, regime), []).append(regime)
    if len(found) == 1:
        return next(iter(found))
    return "; ".join(f"{', '.join(regimes)}: {says}" for says, regimes in found.items())


def _says(authority: str, regime: str) -> str:
    name = regime.casefold().replace("’", "'")
    rows = (row for row in CARVE_OUTS if row.authority == authority)
    return next((row.says for row in rows if not row.regimes or name in row.regimes), UNKNOWN)
