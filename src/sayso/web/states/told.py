"""What our own API answers of what documents tell of states, for its description."""

from dataclasses import dataclass

from sayso.web.shapes.base import DocumentRef, PartyRef, Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTold:
    """One thing that a document tells of a state.

    Attributes:
        on: EDTF, of what is told.
        document: its id where it is held, else null, and its title.
        held: the document is here.
        about: ids of claims, findings and records that it answers or belongs to.
        replaces, corrected_by: ids of the records that it corrects, and that corrects it.
        replies: ids of the records by which the state answers it.
    """

    id: str
    kind: str
    state: str
    name: str
    on: str
    document: dict[str, str | None]
    held: bool
    locator: str
    text: str
    address: str | None
    fields: dict[str, str]
    references: tuple[str, ...]
    about: tuple[str, ...]
    replaces: str | None
    corrected_by: str | None
    replies: tuple[str, ...]
    by: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsListed(Rows[RecordTold]):
    """Records in the order of adding, and that what is not recorded is unknown."""

    results: tuple[RecordTold, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSaid:
    """One claim in its document's words.

    Attributes:
        by: who says so, the narrator first.
    """

    claim: str
    by: tuple[str, ...]
    words: str
    document: DocumentRef
    locator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StateSaid(ClaimSaid):
    """One claim that a state reported, froze or exempted, or did not.

    Attributes:
        own: the state says so itself.
        against: claims that say the opposite of the same.
        replies, records: ids of records that answer it, and that are about the same.
    """

    state: str
    finding: str | None
    predicate: str
    factuality: str
    own: bool
    against: tuple[ClaimSaid, ...]
    replies: tuple[str, ...]
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernTold:
    """Findings that may touch a measure against a listed party: a question, never a breach.

    Attributes:
        reference: of the UN entry.
        states: codes of those that the findings name.
        standing: how far what is told has come.
        hedged: every claim keeps a distance.
        denials: claims that deny it; `replies` answer it.
    """

    id: str
    question: str
    measure: str
    why: str
    reference: str
    party: PartyRef
    states: tuple[str, ...]
    standing: str
    status: str
    hedged: bool
    time: str | None
    roots: tuple[str, ...]
    findings: tuple[str, ...]
    claims: tuple[ClaimSaid, ...]
    denials: tuple[ClaimSaid, ...]
    replies: tuple[ClaimSaid, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Uncounted:
    """Questions that are not asked.

    Attributes:
        possible: that would be if a person judged that a possible entry is the party's.
        not_bound: that touch a measure to which the entry is not subject.
        in_review: that rest on findings that were not read surely.
        note: that each is a question, and what does not stand in it.
    """

    possible: int
    not_bound: int
    in_review: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernsTold(_Uncounted):
    """The questions that findings raise, and how many are not asked."""

    questions: tuple[ConcernTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernsListed(_Uncounted):
    """The questions page by page, and how many are not asked.

    Attributes:
        total: how many there are of all.
    """

    results: tuple[ConcernTold, ...]
    limit: int
    offset: int
    total: int
