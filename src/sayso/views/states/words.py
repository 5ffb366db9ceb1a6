"""How statuses, moments, lags and proofs of oversight are put in words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Final

from sayso.model.oversight import (
    Basis,
    Difference,
    DifferenceKind,
    Implementation,
    Limit,
    LinkKind,
    Moment,
    Overstated,
    Overstating,
    Proof,
    StateLine,
)
from sayso.model.vocabulary import LagStatus, Measure, TranspositionModel
from sayso.views.naming import counted, in_words, quote_whole
from sayso.views.recorded.records import titled
from sayso.views.wording.texts import ENGLISH, Texts

#: What every page says of what it does not know.
UNKNOWN_MEANS: Final = "unknown: nothing held shows it; that is not non-compliance"
TO_CONFIRM_MEANS: Final = (
    "to be confirmed: only a name ties the two entries; it counts for nothing until a person judges"
)
#: Of what is no Member State of the United Nations, nor a union of them.
OUTSIDE: Final = "not a Member State"
OUTSIDE_MEANS: Final = (
    f"{OUTSIDE}: the Charter addresses its obligations to Members, so that nothing is counted as "
    "due or missing here; what is held is shown"
)
STATUS_WORDS: Final[Mapping[LagStatus, str]] = {
    LagStatus.AUTOMATIC: "automatic",
    LagStatus.WITHIN_24H_PROVEN: "within 24 h, proven",
    LagStatus.WITHIN_24H_POSSIBLE: "within 24 h, possible",
    LagStatus.LATE: "late",
    LagStatus.MISSING: "missing",
    LagStatus.NOT_YET_DUE: "not yet due",
    LagStatus.UNKNOWN: "unknown",
}
#: What a status rests on, for a page that explains it.
STATUS_MEANS: Final[Mapping[LagStatus, str]] = {
    LagStatus.AUTOMATIC: "the state's law refers to the UN list itself",
    LagStatus.WITHIN_24H_PROVEN: "even the longest lag that the dates allow is at most 24 hours",
    LagStatus.WITHIN_24H_POSSIBLE: "the dates allow a lag of 24 hours or less, and a longer one",
    LagStatus.LATE: "even the shortest lag that the dates allow is 24 hours or more",
    LagStatus.MISSING: "a document says that it is not carried out",
    LagStatus.NOT_YET_DUE: "the UN listing does not bind yet",
    LagStatus.UNKNOWN: "nothing held shows it; that is not non-compliance",
}
#: Of what was carried out, and nothing tells when it began.
WHEN_UNKNOWN: Final = "carried out, when unknown"
WHEN_UNKNOWN_MEANS: Final = "what is held shows that it is carried out, and not since when"
MODEL_WORDS: Final[Mapping[TranspositionModel, str]] = {
    TranspositionModel.AUTOMATIC: "its law refers to the UN list, so that a listing holds at once",
    TranspositionModel.LIST_BASED: "it takes each listing up by an act or a list of its own",
    TranspositionModel.AD_HOC: "it decides on each listing by itself",
    TranspositionModel.UNKNOWN: "how its law takes up UN listings is not known here",
}
MEASURE_WORDS: Final[Mapping[Measure, str]] = {
    measure: ENGLISH.say(f"measure.{measure.value}") for measure in Measure
}
#: Statuses of what was carried out in a time that is told, or by the law itself.
DATED: Final = (
    LagStatus.AUTOMATIC,
    LagStatus.WITHIN_24H_PROVEN,
    LagStatus.WITHIN_24H_POSSIBLE,
    LagStatus.LATE,
)
#: Links on which a status rests.
_FIRM: Final = frozenset({LinkKind.EXACT, LinkKind.JUDGED})
LINK_WORDS: Final[Mapping[LinkKind, str]] = {
    LinkKind.EXACT: "exact",
    LinkKind.MATCHED: "by name, to be confirmed",
    LinkKind.JUDGED: "judged by a person",
    LinkKind.NONE: "none",
}
BASIS_WORDS: Final[Mapping[Basis, str]] = {
    Basis.RECORD: "a document that was recorded",
    Basis.ACT: "the date of the act",
    Basis.ENTRY: "the date in the state's own entry",
    Basis.REMARK: "a date in the remarks of the state's entry",
    Basis.FIRST_SEEN: "the first version held of the state's list that has it",
    Basis.LAW: "the state's law",
}
DIFFERENCE_WORDS: Final[Mapping[DifferenceKind, str]] = {
    DifferenceKind.LACKS: "the UN entry has it, the state's has not",
    DifferenceKind.HAS_MORE: "the state's entry has it, the UN's has not",
    DifferenceKind.STILL_LISTED: "delisted by the UN, still listed by the state",
    DifferenceKind.NOT_FOLLOWED: "amended by the UN, not by the state",
}
#: Hours: up to so many a lag is told in hours, above it in days.
MOST_HOURS: Final = 72
DAY: Final = 24
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_DATE: Final = re.compile(r"\d{4}[-\dX?/.]*")
_ZONED_DAY: Final = re.compile(r"(\d{4}-\d\d-\d\d)([+-]\d\d:\d\d)")


def lag_words(lag: tuple[float, float] | None) -> str:
    """Give a lag as an interval, in hours or days: "2.8 to 4.8 days", "−5 to 43 h"."""
    if lag is None:
        return "not known"
    unit, hours = _unit(lag)
    low, high = (_figure(end / hours) for end in lag)
    return f"{low} {unit}" if low == high else f"{low} to {high} {unit}"


def lag_in_prose(lag: tuple[float, float], texts: Texts = ENGLISH) -> str:
    """Give a lag as it stands in a sentence: "between 2.8 and 4.8 days"."""
    short, hours = _unit(lag)
    unit = "hours" if short == "h" else "days"
    low, high = (_in_figures(abs(end) / hours, texts) for end in lag)
    if lag[0] < 0 <= lag[1]:
        return texts.say(f"lag.{unit}_around", first=low, last=high)
    first, last = (high, low) if lag[1] < 0 else (low, high)
    told = texts.say(f"lag.{unit}_between", first=first, last=last)
    if first == last:
        told = texts.say(f"lag.{unit}", number=first)
    return texts.say("lag.before", lag=told) if lag[1] < 0 else told


def _in_figures(number: float, texts: Texts) -> str:
    """Give a figure to at most one place."""
    kept = round(number, 1)
    return texts.figure(kept, 0 if kept.is_integer() else 1)


def _unit(lag: tuple[float, float]) -> tuple[str, int]:
    return ("h", 1) if max(map(abs, lag)) <= MOST_HOURS else ("days", DAY)


def _figure(number: float) -> str:
    """Give a figure to one place, thousands apart, with a true minus sign."""
    return f"{round(number, 1) + 0:,.1f}".removesuffix(".0").replace("-", "−")


def hours_words(hours: float) -> str:
    """Give hours as the steps of a sum give them: "66 h", "−5.5 h"."""
    return f"{_figure(hours)} h"


def duration_words(length: timedelta, texts: Texts = ENGLISH) -> str:
    """Give how long something stood, in whole days."""
    return texts.say("length.days", count=length.days, number=texts.figure(length.days))


def date_words(stated: str) -> str:
    """Give when something was, as its source states it: "on 8 March 2020"; else its own words."""
    zoned = _ZONED_DAY.fullmatch(stated)
    if zoned is not None:
        return f"{in_words(zoned[1])} (UTC{zoned[2].replace('-', '−')})"
    if "T" in stated:
        return f"at {stated}"
    return in_words(stated) if _DATE.fullmatch(stated) else stated


def day_of(moment: Moment) -> str:
    """Give the day on which something was, or by which it was; ISO date.

    An hour that the source states stays with it.
    """
    if moment.is_instant and _DAY.match(moment.stated):
        return moment.stated
    days = _DAY.findall(moment.stated)
    return days[-1] if days else moment.latest.date().isoformat()


def days_words(moment: Moment) -> str:
    """Give when something was as a cell has it: a day, between two days, or by a day."""
    first, last = (_DAY.findall(moment.stated) or [""])[0], day_of(moment)
    if moment.earliest is None:
        return f"by {last}"
    return last if first in {"", last} or moment.is_instant else f"{first} to {last}"


def bounds_words(moment: Moment) -> str:
    """Give between which instants something was, UTC."""
    if moment.earliest is None:
        return f"before {instant(moment.latest)}; nothing says how long before"
    if moment.is_instant:
        return f"at {instant(moment.earliest)}"
    return f"between {instant(moment.earliest)} and {instant(moment.latest)}{_zone(moment)}"


def instant(when: datetime) -> str:
    """Give an instant to the minute."""
    return f"{when:%Y-%m-%d %H:%M} UTC"


def _zone(moment: Moment) -> str:
    """Say in which time zone the stated day is that day, where the bounds show it."""
    if moment.earliest is None or not _DAY.fullmatch(moment.stated):
        return ""
    hours = (moment.latest - moment.earliest) / timedelta(hours=1)
    midnight = datetime.fromisoformat(f"{moment.stated}T00:00:00+00:00")
    ahead = (midnight - moment.earliest) / timedelta(hours=1)
    if hours > DAY + 1:
        return f": {hours:g} hours, for that day began and ended in several time zones"
    return f": that day at UTC{ahead:+g}".replace("-", "−") if ahead else ": that day in UTC"


def status_words(one: Implementation) -> str:
    """Give the status of one cell: what is done and undated, or waits for a person, says so."""
    if is_undated(one):
        return WHEN_UNKNOWN
    words = STATUS_WORDS[one.status]
    if one.lag is not None and one.lag[1] < 0:
        return f"{words} (before the UN)"
    return f"{words}, to be confirmed" if awaits_judgement(one) else words


def status_means(one: Implementation) -> str:
    """Say what the status of one cell means."""
    return WHEN_UNKNOWN_MEANS if is_undated(one) else STATUS_MEANS[one.status]


def awaits_judgement(one: Implementation) -> bool:
    """Say whether a link by name waits for a person."""
    return one.link is LinkKind.MATCHED


def is_undated(one: Implementation) -> bool:
    """Say whether it is known that it was carried out and still stands, and not when."""
    act = one.transposition
    if act is None or one.status is not LagStatus.UNKNOWN or one.link not in _FIRM:
        return False
    return act.until is None or one.obligation.ended is not None


def is_shown(one: Implementation) -> bool:
    """Say whether more than a name shows that it was carried out."""
    return one.transposition is not None and one.link in _FIRM


def is_unknown(one: Implementation) -> bool:
    """Say whether it is not even known that it was carried out."""
    return one.status is LagStatus.UNKNOWN and not is_undated(one)


def undated_of(line: StateLine) -> int:
    """Give how many obligations a state carried out at a time that nothing held tells."""
    return max(0, line.carried_out - sum(line.by_status.get(status, 0) for status in DATED))


def unknown_of(line: StateLine) -> int:
    """Give of how many obligations it is not even known whether a state carried them out."""
    return line.by_status.get(LagStatus.UNKNOWN, 0) - undated_of(line)


def carried_out_at(one: Implementation) -> Moment | None:
    """Give when a state carried it out; None where that is not known, or rests on a name alone."""
    act = one.transposition
    if act is None or one.status is LagStatus.MISSING or one.link not in _FIRM:
        return None
    return act.at


def evidence_words(line: StateLine) -> str:
    """Give of when the last evidence is, and how many claims in documents there are."""
    claims = f"; {counted(len(line.claims), 'claim')}" if line.claims else ""
    return f"{line.last_evidence or 'none dated'}{claims}"


def model_name(model: TranspositionModel) -> str:
    """Give the word for how a state's law takes up listings: "list-based"."""
    return model.value.replace("_based", "-based").replace("_", " ")


def measures_words(measures: Iterable[Measure], texts: Texts = ENGLISH) -> str:
    """Give measures in words, in the vocabulary's order."""
    known = set(measures)
    words = (texts.say(f"measure.{one.value}") for one in Measure if one in known)
    return texts.say("join.comma").join(words)


def limit_words(limit: Limit, texts: Texts = ENGLISH) -> str:
    """Give the sentence that says what the view of the states cannot tell."""
    about = {
        name: texts.figure(value) if isinstance(value, int) else value
        for name, value in limit.about.items()
    }
    return texts.say(f"limit_of_states.{limit.kind.value}", **about)


def overstated_words(one: Overstated, texts: Texts = ENGLISH) -> str:
    """Say why a lag may be shorter than it is told."""
    is_first_held = one.why is Overstating.FIRST_SEEN and one.before is None
    key = "first_held" if is_first_held else one.why.value
    reason = texts.say(f"overstated.{key}", release=one.release, before=one.before)
    return texts.say("overstated.much_later", reason=reason) if one.much_later else reason


def difference_words(one: Difference) -> str:
    """Give what differs: "alias “Kandor Group”: the UN entry has it, the state's has not"."""
    values = [f"{whose}: {quote_whole(v)}" for whose, v in _values(one) if v is not None]
    return f"{one.field}: {DIFFERENCE_WORDS[one.kind]}" + (
        f" ({'; '.join(values)})" if values else ""
    )


def _values(one: Difference) -> Iterator[tuple[str, str | None]]:
    yield "UN", one.un
    yield one.state, one.national


def proof_words(proof: Proof) -> str:
    """Give the words that prove something, and where they stand."""
    where = [titled(proof.title), proof.locator, proof.address]
    said = f"{quote_whole(proof.text)} " if proof.text else ""
    return f"{said}({', '.join(part for part in where if part)})"
