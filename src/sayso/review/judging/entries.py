"""Judgements on two list entries: that a national entry is, or is not, one of the UN list."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final

from sayso.errors import BadInput, NotFound
from sayso.model.findings import Judgement
from sayso.model.grades import Verdict
from sayso.model.ids import EntryId, JudgementId, key_of
from sayso.model.lists import ListEntry
from sayso.review.judgements import standing
from sayso.review.judging.basis import pair_evidence
from sayso.review.judging.making import Asked, check_signed

#: How that begins which such a judgement is about: "entry:eu:110845".
ENTRY: Final = "entry:"
_UN: Final = "un:"
_VERDICTS: Final = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)
#: Gives an entry as the newest release that has it words it; None for one that none has.
Stated = Callable[[EntryId], ListEntry | None]
#: National entry and UN entry → the judgement on the two that stands.
EntryVerdicts = Mapping[tuple[EntryId, EntryId], Judgement]


def is_on_entries(judgement: Judgement) -> bool:
    """Say whether a judgement is on two list entries, of which no knowledge follows."""
    return judgement.about.startswith(ENTRY)


def entry_verdicts(judgements: Sequence[Judgement]) -> EntryVerdicts:
    """Give the judgements on pairs of entries that were not undone; of two on one the later."""
    return {
        (EntryId(judgement.about.removeprefix(ENTRY)), EntryId(judgement.other)): judgement
        for judgement in standing(judgements)
        if is_on_entries(judgement) and judgement.other is not None
    }


def judge_entries(asked: Asked, stated: Stated, at: datetime) -> Judgement:
    """Give the judgement that a national entry is a UN entry, is not, or that it is unsure.

    Args:
        asked: about "entry:eu:110845", with "un:QDi.901" or "QDi.901" as the other one.
        stated: the entries of the releases held.
        at: when, UTC.

    Raises:
        BadInput: nobody signs it, it has no reason, or the verdict is none for two entries.
        NotFound: no release held has such an entry.
    """
    check_signed(asked.by, asked.reason)
    if asked.verdict not in _VERDICTS or len(asked.values) != 1 or asked.changes:
        words = ", ".join(_VERDICTS)
        raise BadInput(f"{asked.about}: of two list entries say one of {words}, and the UN's entry")
    national, other = asked.about.removeprefix(ENTRY), asked.values[0]
    un = other.removeprefix(ENTRY) if ":" in other else f"{_UN}{other}"
    if national.startswith(_UN) or not un.startswith(_UN):
        raise BadInput(
            f"{asked.about} and {other}: name the national entry first and then the UN's, "
            "as in `sayso judge entry:eu:110845 same QDi.901`"
        )
    evidence = entries_evidence(*(_known(EntryId(key), stated) for key in (national, un)))
    about = f"{ENTRY}{national}"
    told = (about, asked.verdict, un, asked.by, asked.reason, at.isoformat())
    return Judgement(
        id=JudgementId(key_of("j", *told)),
        about=about,
        verdict=asked.verdict.value,
        reason=asked.reason.strip(),
        by=asked.by.strip(),
        at=at,
        other=un,
        basis=tuple(evidence),
    )


def entries_evidence(national: ListEntry, un: ListEntry) -> Mapping[str, str]:
    """Give what both entries tell of their party, in words, by kind and digest."""
    own = {f"national {key}": words for key, words in pair_evidence((), (), national).items()}
    return own | dict(pair_evidence((), (), un))


def _known(entry_id: EntryId, stated: Stated) -> ListEntry:
    entry = stated(entry_id)
    if entry is None:
        raise NotFound(
            f"no entry {entry_id} in any release held: `sayso lists history {entry_id}` shows one"
        )
    return entry
