"""Which incidents a user asks for."""

from dataclasses import dataclass

from sayso.model.findings import Knowledge
from sayso.model.ids import DocumentId
from sayso.model.incidents import Incident
from sayso.review.choose import check_dates, find_document


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentQuery:
    """What is asked for; None asks for all.

    Attributes:
        document: as a user names it.
        place: a name or an ISO 3166 code; the code of a country has its provinces too.
        since, until: EDTF dates of the incident, both included; one without a date is left out
            when either is given.
    """

    document: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None


def chosen_incidents(
    knowledge: Knowledge, incidents: tuple[Incident, ...], query: IncidentQuery
) -> tuple[Incident, ...]:
    """Give the incidents that a query asks for, in their order.

    Raises:
        BadInput: a date is none.
        NotFound: no document is named so.
    """
    check_dates(query.since, query.until)
    document: DocumentId | None = None
    if query.document is not None:
        held = [record.document for record in knowledge.records.values()]
        document = find_document(held, query.document).id
    return tuple(
        i
        for i in incidents
        if (document is None or document in i.documents)
        and (query.place is None or _is_at(i, query.place))
        and _is_within(i, query)
    )


def _is_at(incident: Incident, place: str) -> bool:
    """Say whether an incident took place there."""
    wanted, here = place.casefold(), incident.place
    if here is None:
        return False
    code = (here.code or "").casefold()
    named = wanted in {here.name.casefold(), here.text.casefold(), code}
    return named or wanted == (here.country or "").casefold() or code.startswith(f"{wanted}-")


def _is_within(incident: Incident, query: IncidentQuery) -> bool:
    """Say whether a time of an incident lies between the dates."""
    if query.since is None and query.until is None:
        return True
    return any(
        (query.since is None or time >= query.since[: len(time)])
        and (query.until is None or time[: len(query.until)] <= query.until)
        for time in incident.times
    )
