"""The fairness file: what is alleged of a listed party, by whom, and all that speaks for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sayso.model.findings import Knowledge
from sayso.model.lists import FieldChange
from sayso.model.upkeep import Discrepancy, DiscrepancyKind, EntryFile
from sayso.views.entries.markdown import (
    DRAFT,
    cited,
    discrepancies,
    escaped,
    evidence,
    head,
    limits,
    matter,
    section,
    written,
)
from sayso.views.entries.matters import UNSURE, Holdings, Matter, holdings_on
from sayso.views.phrases import REPLY_WORDS

#: Discrepancies that make it less sure who is meant, or whether the listing still has an object.
_FOR_THE_PARTY: Final = frozenset(
    {
        DiscrepancyKind.RECORDED_DECEASED,
        DiscrepancyKind.RECORDED_DEFUNCT,
        DiscrepancyKind.BIRTH_CONTRADICTED,
        DiscrepancyKind.BIRTHS_APART,
        DiscrepancyKind.NO_IDENTIFIER,
        DiscrepancyKind.SAME_NAME_AND_BIRTH,
        DiscrepancyKind.SHARED_NAME,
        DiscrepancyKind.REVIEW_OLD,
        DiscrepancyKind.REVIEW_ABSENT,
    }
)
_NO_STEP: Final = (
    "The remarks tell of none. The list does not publish requests for delisting, nor what became "
    "of them: that none stands here says nothing."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FairnessFile:
    """All that is held for and against a listed party; it judges nothing.

    Attributes:
        unsure: matters that nothing firm stands behind.
        for_the_party: discrepancies of the entry that speak for the party.
    """

    file: EntryFile
    holdings: Holdings
    unsure: tuple[Matter, ...]
    for_the_party: tuple[Discrepancy, ...]


def fairness_file(knowledge: Knowledge, file: EntryFile) -> FairnessFile:
    """Put the fairness file of an entry's party together."""
    holdings = holdings_on(knowledge, file)
    return FairnessFile(
        file=file,
        holdings=holdings,
        unsure=tuple(m for m in holdings.matters if m.finding.status in UNSURE),
        for_the_party=tuple(d for d in file.discrepancies if d.kind in _FOR_THE_PARTY),
    )


def fairness_text(fair: FairnessFile) -> str:
    """Write the fairness file as Markdown; a denial stands beside every allegation."""
    file, holdings = fair.file, fair.holdings
    release = file.stated_in
    return written(
        [
            *head("Fairness file", file),
            "What stands here is said by others and cited. It is no judgement of the party.",
            section("The listing", _listing(file), ""),
            section(
                f"What the list says of the party (its authority's words, {release})",
                (f"- {escaped(sentence)}" for sentence in file.remarks),
                "The entry gives no reasons.",
            ),
            section(
                "What others say, and what was denied",
                (line for one in holdings.matters for line in _with_reply(one)),
                "The project holds nothing on the party.",
            ),
            section("Reviews", _reviews(file), "The remarks record none."),
            section(
                "Delisting, exemptions, courts, Ombudsperson",
                (f"- {cited(words, release)}" for words in file.steps),
                _NO_STEP,
            ),
            section("What changed in the releases held", _changes(file), "Nothing."),
            section(
                "What is held in the party's favour, or makes it less sure who is meant",
                _favour(fair),
                "Nothing was found.",
            ),
            section("Limits", limits(holdings, file), ""),
            DRAFT,
        ]
    )


def _listing(file: EntryFile) -> Iterator[str]:
    entry = file.entry
    yield f"- Listed on {entry.listed_on or 'a date that the entry does not give'}."
    yield f"- Amended on: {', '.join(entry.amended_on) or 'the entry gives no date'}."
    yield f"- Measures: {', '.join(m.value for m in entry.measures) or 'not known'}."


def _with_reply(one: Matter) -> Iterator[str]:
    yield from matter(one)
    yield f"    - Reply of the party concerned: {escaped(REPLY_WORDS[one.finding.reply])}"


def _reviews(file: EntryFile) -> Iterator[str]:
    for review in file.reviews:
        day = review.concluded_on or "a date without a year"
        yield f"- Resolution {review.resolution}: concluded on {day}. {escaped(review.words)}"


def _changes(file: EntryFile) -> Iterator[str]:
    for release, change in file.changes:
        yield f"- {release}: {change.change.value}"
        yield from (f"    - {_field(field)}" for field in change.fields)


def _field(field: FieldChange) -> str:
    old, new = (escaped(side or "(nothing)") for side in (field.old, field.new))
    return f"{field.field} ({field.change.value}): {old} → {new}"


def _favour(fair: FairnessFile) -> Iterator[str]:
    """Give denials, favourable acts, what nothing firm stands behind, and doubts of the entry."""
    denials = {e.claim: e for one in fair.holdings.matters for e in one.denied}
    yield from (f"- Denied or answered: {evidence(one)}" for one in denials.values())
    yield from (f"- Told in its favour: {evidence(one)}" for one in fair.holdings.favourable)
    for one in fair.unsure:
        yield f"- Nothing firm stands behind this: {escaped(one.sentence)} ({one.finding.id})"
    yield from discrepancies(fair.for_the_party, fair.file.newest)
