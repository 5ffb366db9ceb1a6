"""What a FollowTheMoney file says of the sanctions on a party: added to its entry."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.lists.fields.dates import day_of
from sayso.lists.fields.oddities import Oddities
from sayso.lists.ftm.lines import FtmEntity
from sayso.model.lists import ListedAct, ListEntry
from sayso.model.vocabulary import Measure

#: Properties of a sanction with no field of ours.
_KEPT = ("provisions", "status", "duration", "endDate", "country", "summary", "publisher", "date")
#: Words of a sanction's provisions, in small letters → the measure that they name.
_MEASURES = {
    "asset freeze": Measure.ASSETS_FREEZE,
    "assets freeze": Measure.ASSETS_FREEZE,
    "travel ban": Measure.TRAVEL_BAN,
    "arms embargo": Measure.ARMS_EMBARGO,
}


def with_sanctions(entry: ListEntry, sanctions: Sequence[FtmEntity], odd: Oddities) -> ListEntry:
    """Add programmes, acts (newest first), reasons, UN references and the first day of listing.

    Of measures those that the provisions name in so many words; others stay untold.
    """
    acts = sorted((_act(one) for one in sanctions), key=_day, reverse=True)
    days = sorted(day for act in acts if (day := _day(act)))
    reasons = tuple(dict.fromkeys(text for one in sanctions for text in one.values("reason")))
    for one in sanctions:
        for name in _KEPT:
            for value in one.values(name):
                odd.keep(f"sanction {name}", value)
    return replace(
        entry,
        regimes=_values(sanctions, "program", "programId"),
        acts=tuple(dict.fromkeys(acts)),
        measures=_measures(sanctions),
        un_references=_values(sanctions, "unscId"),
        listed_on=days[0] if days else None,
        remarks="\n".join((*((entry.remarks,) if entry.remarks else ()), *reasons)) or None,
    )


def _measures(sanctions: Sequence[FtmEntity]) -> tuple[Measure, ...]:
    told = (text for one in sanctions for text in one.values("provisions"))
    found = {_MEASURES.get(" ".join(text.casefold().split())) for text in told}
    return tuple(measure for measure in Measure if measure in found)


def _act(sanction: FtmEntity) -> ListedAct:
    told = (*sanction.values("authority"), *sanction.values("authorityId", "recordId"))
    return ListedAct(
        title=", ".join(told) or sanction.caption or sanction.id,
        kind="Sanction",
        published=sanction.first("listingDate"),
        in_force=sanction.first("startDate"),
        programme=sanction.first("programId", "program"),
        address=sanction.first("sourceUrl", "programUrl"),
    )


def _day(act: ListedAct) -> str:
    return day_of(act.published) or day_of(act.in_force) or ""


def _values(sanctions: Sequence[FtmEntity], *names: str) -> tuple[str, ...]:
    """Give the values of the first of these properties that each sanction has."""

    def told() -> Iterator[str]:
        for one in sanctions:
            yield from next((found for name in names if (found := one.values(name))), ())

    return tuple(dict.fromkeys(told()))
