"""What all shapes share: exactness, pages of lists, and the references between things."""

from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from pydantic import ConfigDict

from sayso.model.vocabulary import ListChangeKind

T = TypeVar("T")


class Told:
    """A shape that has these keys and no others."""

    __slots__ = ()
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows(Told, Generic[T]):
    """One page of a list.

    Attributes:
        total: how many there are of all.
    """

    results: tuple[T, ...]
    limit: int
    offset: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed(Told, Generic[T]):
    """One page of a list, of which a part waits in review and is counted apart.

    Attributes:
        waiting: how many more wait in review (`unsure=true` has them too).
    """

    results: tuple[T, ...]
    limit: int
    offset: int
    total: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent(Told):
    """A half-open stretch of a document's text, in Unicode code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Told):
    """A stretch of a document's text with its words."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRef(Told):
    """Which entity it is."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRef(Told):
    """Which document it is.

    Attributes:
        notice: words that must stand wherever the document is shown; absent without any.
    """

    id: str
    title: str
    publisher: str | None
    notice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementTold(Told):
    """A person's decision: appended, signed, dated, reasoned.

    Attributes:
        about: the id of what it is on.
        other: that of the other side of a pair.
        changes: slot → value, of an edit, a grade or an assessment.
    """

    id: str
    about: str
    verdict: str
    other: str | None
    changes: dict[str, str]
    by: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Told):
    """What a person thinks of a finding: how likely, and how well founded that is (ICD 203).

    Attributes:
        earlier: those before it, oldest first.
    """

    id: str
    about: str
    verdict: str
    other: str | None
    changes: dict[str, str]
    by: str
    at: str
    reason: str
    likelihood: str
    likelihood_words: str
    confidence: str
    earlier: tuple[JudgementTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade(Told):
    """How far a source (A to F) or an item (1 to 6) can be trusted, and who says so.

    Attributes:
        rule: where no person graded it.
    """

    axis: str
    source: str | None
    grade: str
    meaning: str
    by: str
    rule: str | None
    history: tuple[JudgementTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange(Told):
    """What a field was, and what it is."""

    field: str
    old: str | None
    new: str | None
    change: ListChangeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTold(Told):
    """What happened to one entry between two releases."""

    reference: str
    name: str
    change: ListChangeKind
    fields: tuple[FieldChange, ...]
