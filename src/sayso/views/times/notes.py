"""What an answer for another time than now must say of itself."""

from dataclasses import dataclass
from datetime import datetime

from sayso.model.clocks import Clocks
from sayso.model.documents import Addition
from sayso.views.json import JsonObject, JsonValue
from sayso.views.naming import counted, in_words

#: Characters of a document's id that tell it apart for a reader.
_SHORT = 23


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """From where a question is asked, and what cannot be seen from there.

    Attributes:
        additions: of the documents known then, erased ones too, in order.
        left_out: findings that are left out because no claim gives a time.
    """

    clocks: Clocks
    additions: tuple[Addition, ...]
    left_out: int = 0

    @property
    def erased(self) -> tuple[Addition, ...]:
        """Give the documents that were held then and have been erased since."""
        as_of = self.clocks.as_of
        if as_of is None:
            return ()
        return tuple(a for a in self.additions if a.erasure is not None and as_of < a.erasure.at)


def notes(seen_from: Standpoint) -> tuple[str, ...]:
    """Give one sentence each for what was held, what was erased since, what gives no time."""
    told: list[str] = []
    clocks = seen_from.clocks
    if clocks.as_of is not None:
        told.append(_held(clocks.as_of, seen_from))
        told += [_erased(addition) for addition in seen_from.erased]
    if clocks.valid_on is not None:
        told.append(f"Valid time: only what is said to hold {in_words(clocks.valid_on.edtf)}.")
    if seen_from.left_out:
        told.append(
            f"Left out because no claim gives a time: {counted(seen_from.left_out, 'finding')}."
        )
    return tuple(told)


def standpoint_json(seen_from: Standpoint) -> JsonObject:
    """Give the same for programs: `as_of`, `erased`, `valid_on`, `undated_left_out`."""
    clocks = seen_from.clocks
    seen: dict[str, JsonValue] = {**clocks_json(clocks)}
    if clocks.as_of is not None:
        seen["erased"] = [erased_shape(addition) for addition in seen_from.erased]
    if clocks.valid_on is not None:
        seen["undated_left_out"] = seen_from.left_out
    return seen


def clocks_json(clocks: Clocks) -> JsonObject:
    """Give the times that were asked for, for programs."""
    known = {} if clocks.as_of is None else {"as_of": clocks.as_of.isoformat()}
    return known if clocks.valid_on is None else {**known, "valid_on": clocks.valid_on.edtf}


def erased_shape(addition: Addition) -> JsonObject:
    """Give what stays of an erased document."""
    erasure = addition.erasure
    return {
        "document": addition.document_id,
        "title": addition.title,
        "added": addition.at.isoformat(),
        "erased": None if erasure is None else erasure.at.isoformat(),
        "by": None if erasure is None else erasure.by,
        "reason": None if erasure is None else erasure.reason,
    }


def moment(at: datetime) -> str:
    """Write an instant as it is said to people: to the minute, UTC."""
    return f"{at:%Y-%m-%d %H:%M} UTC"


def _held(as_of: datetime, seen_from: Standpoint) -> str:
    known = sum(a.erasure is None for a in seen_from.additions)
    if not seen_from.additions:
        return f"Known time: no document was held by {moment(as_of)}."
    return f"Known time: what was held by {moment(as_of)} ({counted(known, 'document')})."


def _erased(addition: Addition) -> str:
    erasure = addition.erasure
    if erasure is None:
        raise TypeError(f"{addition.document_id} is not erased")
    return (
        f"“{addition.title}” ({addition.document_id[:_SHORT]}) was held then and was erased on "
        f"{erasure.at:%Y-%m-%d} by {erasure.by}: {erasure.reason.rstrip('.')}. What it said is not "
        "shown."
    )
