"""The log: what was added and decided, entry by entry, each chained to the one before."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from sayso.model.findings import Judgement
from sayso.model.hypotheses import Step

#: What the first entry has for the hash of the one before.
NO_ENTRY: Final = "0" * 64


class LogKind(StrEnum):
    """What an entry is of; `contents` are of what was logged before the log told of them."""

    ADDITION = "addition"
    DESCRIPTION = "description"
    ERASURE = "erasure"
    RELEASE = "release"
    JUDGEMENT = "judgement"
    STEP = "step"
    RELISTING = "relisting"
    CONTENTS = "contents"
    SCREENING = "screening"
    STATE_RECORD = "state_record"
    ANNOTATION = "annotation"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One thing that was added or decided.

    Attributes:
        number: from 1, without gaps.
        about: id of the document, release or judgement; of a step its question's; of a record of a
            state that of the document held that tells it, else its own.
        at: ISO time, UTC, as it was hashed.
        by: who signed; "" for what was only taken in.
        digest: SHA-256 of what was kept; "" for a document erased before the log began.
        previous: hash of the entry before.
        hash: SHA-256 of all the others.
    """

    number: int
    kind: LogKind
    about: str
    at: str
    by: str
    digest: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPart:
    """Which entries of the log are wanted.

    Attributes:
        about: those about one of these alone; None for all.
        newest: the newest first.
        limit: so many at most; None for all.
        offset: so many are passed over before them.
    """

    about: frozenset[str] | None = None
    newest: bool = False
    limit: int | None = None
    offset: int = 0


#: The whole log, the oldest entry first.
WHOLE: Final = LogPart()


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFault:
    """Something that is not as it was logged; `number` is None for what no entry tells of."""

    number: int | None
    about: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogCheck:
    """What a check of the log came to.

    Attributes:
        head: the hash of the last entry; whoever noted it elsewhere can tell a log that was cut off
            or written anew.
        faults: by number, what no entry tells of last.
    """

    entries: int
    head: str
    faults: tuple[LogFault, ...]


def digest_of_parts(parts: Iterable[str]) -> str:
    """Give the SHA-256 of parts, each told from the next by a sign that no text of ours holds."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()


def chained(previous: str, number: int, kind: str, *told: str) -> str:
    """Give an entry's hash; `told` are about, at, by and digest."""
    return digest_of_parts((previous, str(number), kind, *told))


def judgement_parts(judgement: Judgement) -> tuple[str, ...]:
    """Give what a judgement says, whatever fields a later version may add."""
    return (
        judgement.id,
        judgement.about,
        judgement.verdict,
        judgement.reason,
        judgement.by,
        utc(judgement.at),
        judgement.other or "",
        *(f"{change.slot}={change.value}" for change in judgement.changes),
        *judgement.basis,
    )


def step_parts(step: Step) -> tuple[str, ...]:
    """Give what a step on competing hypotheses says, whatever fields a later version may add."""
    return (
        step.id,
        step.question,
        step.act.value,
        step.by,
        utc(step.at),
        step.reason,
        step.words,
        step.about or "",
        step.source or "",
        step.evidence or "",
        step.hypothesis or "",
        "" if step.rating is None else step.rating.value,
    )


def utc(at: datetime) -> str:
    """Give a time as the log writes it."""
    return at.astimezone(UTC).isoformat()
