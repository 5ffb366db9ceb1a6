"""Identifiers and spans: the two things that every noun refers by."""

import hashlib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NewType, Protocol, TypeVar

from sayso.errors import BadInput, Ungrounded

#: "sha256:" and 64 hexadecimal digits: the digest of the raw bytes.
DocumentId = NewType("DocumentId", str)
#: The document's digest (16 digits), a colon and the passage's place in it, from 0.
PassageId = NewType("PassageId", str)
MentionId = NewType("MentionId", str)
EntityId = NewType("EntityId", str)
ClaimId = NewType("ClaimId", str)
FindingId = NewType("FindingId", str)
IncidentId = NewType("IncidentId", str)
JudgementId = NewType("JudgementId", str)
#: Authority and its permanent reference: "un:QDe.132".
EntryId = NewType("EntryId", str)
#: Authority and edition: "un@2026-02-27", and of the second release of that day "un@2026-02-27b".
#: Those of one authority sort as they were published.
ReleaseId = NewType("ReleaseId", str)


#: What the editions of one day end in, from the first to the last.
_LETTERS: Final[tuple[str, ...]] = ("", *"bcdefghijklmnopqrstuvwxyz")
_DAY_LENGTH: Final = len("2026-02-27")


class HasId(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """Give it."""
        ...


Numbered = TypeVar("Numbered", bound=HasId)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text, in Unicode code points.

    Raises:
        Ungrounded: the end lies before the start, or the start before 0.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise Ungrounded(f"no such span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Give the words at this place.

        Raises:
            Ungrounded: the span reaches past the end of the text.
        """
        if self.end > len(text):
            raise Ungrounded(f"span {self.start} to {self.end} of a text of {len(text)} characters")
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Say whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


def digest_of(content: bytes) -> DocumentId:
    """Give the id of the document with these bytes."""
    return DocumentId("sha256:" + hashlib.sha256(content).hexdigest())


def key_of(prefix: str, *parts: str) -> str:
    """Give a short, stable key for these parts: the prefix, a hyphen and 12 hexadecimal digits.

    Parts are joined with a character that no text of ours holds (U+001F), so that ("ab", "c")
    and ("a", "bc") differ.
    """
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:12]}"


def edition_of(release: ReleaseId) -> str:
    """Give which release of its authority one is: its ISO day, with a letter from the second on."""
    return release.rpartition("@")[2]


def day_of_edition(edition: str) -> str:
    """Give the ISO day of an edition."""
    return edition[:_DAY_LENGTH]


def edition_after(edition: str) -> str:
    """Give the edition that follows one on the same day.

    Raises:
        BadInput: there is none after the 26th.
    """
    day, letter = day_of_edition(edition), edition[_DAY_LENGTH:]
    if letter == _LETTERS[-1]:
        raise BadInput(f"{edition} is the last release that {day} can have: state another day")
    return day + _LETTERS[_LETTERS.index(letter) + 1]


def last_edition(day: str) -> str:
    """Give the last edition that an ISO day can have."""
    return day + _LETTERS[-1]


def is_edition(text: str) -> bool:
    """Say whether a text is an ISO day, or one with the letter of a later release of that day."""
    day = day_of_edition(text)
    try:
        return date.fromisoformat(day).isoformat() == day and text[_DAY_LENGTH:] in _LETTERS
    except ValueError:
        return False


def find_numbered(things: Sequence[Numbered], key: str) -> Numbered | None:
    """Give the one with this id of things in order, by the number that their ids end in; or None.

    "e-9b1c4f20-17" and "9b1c4f209b1c4f20:17" end in 17. The numbers of a document's entities and
    passages rise with their place; where they do not, all are looked at.
    """
    place = bisect_left(things, _number(key), key=lambda thing: _number(thing.id))
    if place < len(things) and things[place].id == key:
        return things[place]
    return next((thing for thing in things if thing.id == key), None)


def _number(key: str) -> int:
    digits = key[len(key.rstrip("0123456789")) :]
    return int(digits) if digits else -1
