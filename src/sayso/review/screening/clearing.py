"""Pairs of who is screened and a list entry that a person set aside, and the evidence for it."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from sayso.model.findings import Judgement
from sayso.model.grades import Verdict
from sayso.model.ids import EntryId, JudgementId, key_of
from sayso.model.lists import ListEntry
from sayso.model.screenings import CUSTOMER, Subject
from sayso.review.judgements import standing
from sayso.review.judging.basis import digest, pair_evidence
from sayso.review.judging.making import check_signed

#: Hexadecimal digits that tell those apart who are known by what was asked alone.
_DIGITS: Final = 16
#: About whom, and from which entry → the clearing that stands.
Clearings = Mapping[tuple[str, str], Judgement]


def customer(name: str, key: str) -> str:
    """Give what judgements on a customer of a set are about."""
    return f"{CUSTOMER}{name}/{key}"


def key_of_subject(subject: Subject) -> str:
    """Give what stands for one who has no id: a digest, for no log holds a name.

    It is of all that is known but the kind: the same name with other details is somebody else, and
    so may be the name alone.
    """
    told = [subject.name, subject.birth or "", subject.country or "", *sorted(subject.ids)]
    told += [f"gender={subject.gender}"] if subject.gender else []
    told += [f"address={subject.address}"] if subject.address else []
    joined = "\x1f".join(map(_plain, told)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:_DIGITS]


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def clearings(judgements: Sequence[Judgement]) -> Clearings:
    """Give the clearings of customers that were not undone; of two on one pair the later."""
    return {
        (judgement.about, judgement.other): judgement
        for judgement in standing(judgements)
        if is_on_customer(judgement) and judgement.other is not None
    }


def is_on_customer(judgement: Judgement) -> bool:
    """Say whether a judgement is on somebody screened, of which no knowledge follows."""
    return judgement.about.startswith(CUSTOMER)


def evidence(subject: Subject, entry: ListEntry | None) -> dict[str, str]:
    """Give what is known of both sides of a pair, in words, by kind and digest."""
    told = [("birth", subject.birth), ("country", subject.country), ("kind", subject.schema)]
    told += [("gender", subject.gender), ("address", subject.address)]
    told += [("number", number) for number in subject.ids]
    own = {f"{kind}:{digest(words)}": f"{kind} {words}" for kind, words in told if words}
    return own | pair_evidence((_plain(subject.name),), (), entry)


def clear(
    about: str, entry: EntryId, basis: Sequence[str], signed: tuple[str, str, datetime]
) -> Judgement:
    """Give the judgement that sets a pair aside until the evidence changes.

    Args:
        about: whom, as `customer` gives it.
        entry: from which they are cleared.
        basis: the evidence that the judge saw.
        signed: by whom, why and when.

    Raises:
        BadInput: nobody signs, or without a reason.
    """
    by, reason, at = signed
    check_signed(by, reason)
    key = key_of("j", about, Verdict.CLEAR, entry, by, reason, at.isoformat())
    return Judgement(
        id=JudgementId(key),
        about=about,
        verdict=Verdict.CLEAR.value,
        reason=reason.strip(),
        by=by.strip(),
        at=at,
        other=entry,
        basis=tuple(basis),
    )
