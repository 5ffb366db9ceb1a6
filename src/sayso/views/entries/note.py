"""The draft amendment note: an entry as it stands, what speaks beyond or against it, a proposal."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sayso.model.findings import Knowledge
from sayso.model.ids import ClaimId
from sayso.model.upkeep import Discrepancy, DiscrepancyKind, EntryFile
from sayso.model.vocabulary import Predicate, Realis
from sayso.views.entries.matters import UNSURE, Holdings, Matter, holdings_on
from sayso.views.evidence import Evidence
from sayso.views.naming import quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Wording for an entry, in a machine's draft.

    Attributes:
        strike: words of the entry that it would take the place of.
        wording: attributed, with its denial; nothing in our own voice.
        why: what it rests on, when no claim does.
        claims: that it rests on.
    """

    wording: str
    strike: str | None = None
    why: str = ""
    claims: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentNote:
    """A draft for the committee that keeps the list; no person has reviewed it.

    Attributes:
        against: matters that bear on what the entry states: who leads it, whether one is alive.
        beyond: all others.
    """

    file: EntryFile
    holdings: Holdings
    against: tuple[Matter, ...]
    beyond: tuple[Matter, ...]
    proposals: tuple[Proposal, ...]


def amendment_note(knowledge: Knowledge, file: EntryFile) -> AmendmentNote:
    """Draft the note on an entry.

    All that is held is shown; proposed is only what is newer than the entry or bears on what it
    states, and has happened, and for which a named source stands without a hedge.
    """
    holdings = holdings_on(knowledge, file)
    against = tuple(m for m in holdings.matters if _bears_on_entry(knowledge, m, file))
    beyond = tuple(m for m in holdings.matters if m not in against)
    own = [d for d in file.discrepancies if d.reference == file.entry.reference]
    by_list = (p for d in own for p in _PROPOSE.get(d.kind, _nothing)(d))
    newer = {f for d in own if d.kind is DiscrepancyKind.NEWER_FINDINGS for f in d.findings}
    news = (*against, *(m for m in beyond if m.finding.id in newer))
    by_matter = (_of_matter(m) for m in news if _may_be_proposed(knowledge, m))
    return AmendmentNote(
        file=file,
        holdings=holdings,
        against=against,
        beyond=beyond,
        proposals=(*by_list, *by_matter),
    )


def _bears_on_entry(knowledge: Knowledge, matter: Matter, file: EntryFile) -> bool:
    """Say whether a finding is of a killing of one who is not recorded dead, or of a leader."""
    finding, reference = matter.finding, file.entry.reference
    ends = (knowledge.entity_behind(end) for end in (finding.subject, finding.object))
    subject, target = (e.listing.reference if e and e.listing else None for e in ends)
    if finding.predicate is Predicate.KILLING:
        return target == reference and not file.deceased
    leads = finding.predicate is Predicate.LEADS and target == reference
    return leads and bool(file.leaders) and subject not in file.leaders


def _may_be_proposed(knowledge: Knowledge, matter: Matter) -> bool:
    if matter.finding.status in UNSURE or not matter.finding.roots_with("+") or not matter.said:
        return False
    first = knowledge.claim(matter.said[0].claim)
    return first.factuality.stance == "+" and first.proposition.realis is Realis.ACTUAL


def _of_matter(matter: Matter) -> Proposal:
    """Put a finding into attributed words, its denials beside it."""
    first = matter.said[0]
    wording = f"{_who(first)} reported: {quote(first.words)}."
    for denial in matter.denied[:2]:
        wording += f" {_who(denial)} answered: {quote(denial.words)}."
    more = len(matter.denied[2:])
    wording += f" (More denials stand above: {more}.)" if more else ""
    cited = (first, *matter.denied[:2])
    return Proposal(wording=wording, claims=tuple(e.claim for e in cited))


def _who(evidence: Evidence) -> str:
    """Give the speaker, through whom, and when: "The panel (by the Courier, 2024-05-24)"."""
    *carriers, speaker = evidence.chain
    told = [*(f"by {name}" for name in carriers[-1:]), evidence.published or "undated"]
    return f"{speaker} ({', '.join(told)})"


def _leader(found: Discrepancy) -> Iterator[Proposal]:
    own, *others = found.words
    cited = "; ".join(f"entry {w.reference} says {quote(w.words)}" for w in others)
    wording = f"The leader whom these words name {'is marked' if not others else 'is recorded'}"
    wording += " as deceased" + (f": {cited}" if cited else "") + "."
    yield Proposal(strike=own.words, wording=wording)


def _present(found: Discrepancy) -> Iterator[Proposal]:
    for words in found.words[1:]:
        wording = "[the same in the past, with the date of the information, as at …]"
        yield Proposal(strike=words.words, wording=wording, why=found.says)


def _reference(found: Discrepancy) -> Iterator[Proposal]:
    for words in found.words:
        wording = f"[the same, saying that {found.others[0]} is no longer an entry]"
        yield Proposal(strike=words.words, wording=wording, why=found.says)


def _review_date(found: Discrepancy) -> Iterator[Proposal]:
    for words in found.words:
        yield Proposal(strike=words.words, wording=f"{words.words} [year]", why=found.says)


def _nothing(_: Discrepancy) -> Iterator[Proposal]:
    yield from ()


_PROPOSE: Final = {
    DiscrepancyKind.LEADER_DECEASED: _leader,
    DiscrepancyKind.SPOKEN_OF_AS_PRESENT: _present,
    DiscrepancyKind.REFERENCE_ABSENT: _reference,
    DiscrepancyKind.REVIEW_DATE_INCOMPLETE: _review_date,
}
