"""What a FollowTheMoney file says of the sanctions on a party: added to its entry."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.lists.fields.dates import day_of
from sayso.lists.fields.oddities import Oddities
from sayso.lists.ftm.lines import FtmEntity
from sayso.model.lists import ListedAct, ListEntry

#: Properties of a sanction with no field of ours.
_KEPT = ("provisions", "status", "duration", "endDate", "country", "summary", "publisher", "date")


def with_sanctions(entry: ListEntry, sanctions: Sequence[FtmEntity], odd: Oddities) -> ListEntry:
    """Add programmes, acts (newest first), reasons, UN references and the first day of listing."""
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
        un_references=_values(sanctions, "unscId"),
        listed_on=days[0] if days else None,
        remarks="\n".join((*((entry.remarks,) if entry.remarks else ()), *reasons)) or None,
    )


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
