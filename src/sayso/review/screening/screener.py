"""Screens subjects on given terms; what a person set aside stays so until the evidence changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sayso.model.findings import Judgement
from sayso.model.ids import EntryId
from sayso.model.matches import Candidate
from sayso.model.screenings import CLEARED_NAMES, Alert, Screened, Subject, Terms
from sayso.ports import NameIndex
from sayso.review.judging.basis import what_changed
from sayso.review.screening.clearing import Clearings, customer, evidence, key_of_subject

#: Asked for so many times more when higher thresholds of lists, or clearings, leave too few.
_WIDER: Final = 4
#: More candidates are not asked for.
_MOST: Final = 10_000


@dataclass(frozen=True, slots=True)
class Screener:
    """The lists in force, the terms and the clearings that stand.

    Attributes:
        name: the set that the subjects are of; without one each is known by what is asked.
    """

    index: NameIndex
    terms: Terms = field(default_factory=Terms)
    clearings: Clearings = field(default_factory=dict)
    name: str = ""

    def screen(self, given: Subject) -> Screened:
        """Give the alerts of a subject, as many as the limit allows, and what stays cleared.

        What is cleared takes no alert's place. Alerts beyond the limit are told in a remark.
        """
        subject = self.terms.reduced(given)
        limit, asked = self.terms.limit, self.terms.limit + 1
        while True:
            found = self.index.screen(self.terms.question(subject, asked))
            alerts, cleared = self._sorted(subject, filter(self.terms.passes, found))
            if len(alerts) > limit or len(found) < asked or asked >= _MOST:
                break
            asked *= _WIDER
        if len(alerts) > limit and self.terms.least > 0:
            remark = f"more than {limit} candidates: the others are left out, raise the limit"
            subject = replace(subject, remarks=(*subject.remarks, remark))
        return Screened(subject=subject, alerts=tuple(alerts[:limit]), cleared=tuple(cleared))

    def _sorted(
        self, subject: Subject, candidates: Iterable[Candidate]
    ) -> tuple[list[Alert], list[tuple[Candidate, Judgement]]]:
        """Give the alerts, and what stays cleared, each best first."""
        about = self.about(subject)
        alerts: list[Alert] = []
        cleared = []
        for candidate in candidates:
            clearing = self.clearings.get((about, candidate.entry))
            now = evidence(subject, self.index.entry(candidate.entry))
            alert = Alert(candidate=candidate, basis=tuple(now))
            if clearing is None:
                alerts.append(alert)
            elif changed := what_changed(clearing.basis, now):
                alerts.append(replace(alert, clearing=clearing, changed=changed))
            else:
                cleared.append((candidate, clearing))
        return alerts, cleared

    def about(self, subject: Subject) -> str:
        """Give what judgements on a subject are about."""
        if self.name:
            return customer(self.name, subject.key)
        return customer(CLEARED_NAMES, key_of_subject(subject))

    def evidence(self, given: Subject, entry: EntryId) -> dict[str, str]:
        """Give what a judge of a pair sees."""
        return evidence(self.terms.reduced(given), self.index.entry(entry))

    def changed(self, given: Subject, entry: EntryId, basis: Sequence[str]) -> tuple[str, ...]:
        """Say what of a pair is other than on this basis; nothing where it still holds."""
        return what_changed(basis, self.evidence(given, entry))

    def standing(self, given: Subject, entry: EntryId) -> Judgement | None:
        """Give the clearing of a pair that still holds; None where there is none."""
        clearing = self.clearings.get((self.about(self.terms.reduced(given)), entry))
        if clearing is None or self.changed(given, entry, clearing.basis):
            return None
        return clearing

    def news(self, one: Screened, told: Mapping[EntryId, Sequence[str]]) -> Screened:
        """Give only the alerts that were not told yet, or on other evidence, with what changed."""
        alerts = (self._news(one, alert, told.get(alert.candidate.entry)) for alert in one.alerts)
        return replace(one, alerts=tuple(alert for alert in alerts if alert is not None))

    def _news(self, one: Screened, alert: Alert, before: Sequence[str] | None) -> Alert | None:
        if before is None:
            return alert
        changed = self.changed(one.subject, alert.candidate.entry, before)
        return replace(alert, changed=changed) if changed else None
