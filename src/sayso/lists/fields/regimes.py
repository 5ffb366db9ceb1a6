"""What a listing under each UN regime obliges states to do."""

from collections.abc import Mapping
from typing import Final

from sayso.model.vocabulary import Measure

_FREEZE: Final = (Measure.ASSETS_FREEZE,)
_BAN: Final = (Measure.TRAVEL_BAN,)
_FREEZE_AND_BAN: Final = (Measure.ASSETS_FREEZE, Measure.TRAVEL_BAN)
_ALL: Final = (Measure.ASSETS_FREEZE, Measure.TRAVEL_BAN, Measure.ARMS_EMBARGO)

#: Regime (the list's UN_LIST_TYPE) → measures against listed persons, as the committees' pages and
#: the Council's "Subsidiary Organs: Fact Sheets" (2019, 2020) state them. A general rule: single
#: entries may be exempt from one of them. Arms embargoes on a whole territory are not counted.
PERSON_MEASURES: Final[Mapping[str, tuple[Measure, ...]]] = {
    "Al-Qaida": _ALL,
    "Taliban": _ALL,
    "CAR": _FREEZE_AND_BAN,
    "DPRK": _FREEZE_AND_BAN,
    "DRC": _FREEZE_AND_BAN,
    "GB": _BAN,  # resolution 2048 (2012), paragraph 4: travel alone
    "Haiti": _FREEZE_AND_BAN,
    "Iran": _FREEZE_AND_BAN,
    "Iraq": _FREEZE,  # resolution 1483 (2003), paragraph 23: assets alone
    "Libya": _FREEZE_AND_BAN,
    "Mali": _FREEZE_AND_BAN,
    "Somalia": _FREEZE_AND_BAN,
    "SouthSudan": _FREEZE_AND_BAN,
    "Sudan": _FREEZE_AND_BAN,
    "Yemen": _FREEZE_AND_BAN,
}


def measures_of(regime: str | None, schema: str) -> tuple[Measure, ...]:
    """Give the measures of a regime; nobody but a Person is banned from travel.

    A regime that the table does not know gives none.
    """
    measures = PERSON_MEASURES.get(regime or "", ())
    if schema == "Person":
        return measures
    return tuple(m for m in measures if m is not Measure.TRAVEL_BAN)
