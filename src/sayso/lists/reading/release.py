"""What makes entries a release: its date, and one entry a reference."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import datetime, timedelta
from itertools import chain
from typing import Final

from sayso.errors import BadListRelease, Undated
from sayso.lists.fields.dates import day_of
from sayso.model.documents import Original
from sayso.model.ids import ReleaseId, day_of_edition, is_edition
from sayso.model.lists import ListEntry, ListRelease

#: Clocks and time zones differ by so much at most; a release that is younger is none.
_AHEAD: Final = timedelta(days=1)


def date_of(
    name: str, stated: str | None, published: str | None, *, field: str | None = None
) -> tuple[str, tuple[str, ...]]:
    """Give a release's ISO date, and a remark when the file states another.

    With the letter that is given after it: "2026-02-27b" is the second release of that day.

    Args:
        name: of the file, for messages.
        stated: ISO date, or more of it, that the file itself states.
        published: ISO date that wins over it.
        field: what the file calls its date, for messages.

    Raises:
        Undated: there is none.
        BadListRelease: what is given is none.
    """
    own = day_of(stated)
    if published is None:
        if own is None:
            told = f" ({field})" if field else ""
            raise Undated(f"{name}: states no date{told}; give --published DATE")
        return own, ()
    date = published if is_edition(published) else day_of(published)
    if date is None:
        raise BadListRelease(f"{name}: no such date: {published!r}; give --published YYYY-MM-DD")
    if day_of_edition(date) == own:
        return date, ()
    return date, (f"published {date} as given; the file itself says {stated or 'nothing'}",)


def refuse_future(release: ListRelease, now: datetime) -> None:
    """Refuse a release of a day that has not come: it would never be in force, nor the next one.

    Raises:
        BadListRelease: it is such.
    """
    if release.published > (now + _AHEAD).date().isoformat():
        raise BadListRelease(
            f"{release.locator}: a release of {release.published}, a day that has not come; "
            "if the file is right, add it with its own day: `lists add --published`"
        )


def begun(original: Original, authority: str, published: str) -> ListRelease:
    """Give the release that a file is, still without its entries and what else it states.

    Args:
        original: the file.
        authority: that published it.
        published: its ISO day, with a letter from the second release of that day on.
    """
    return ListRelease(
        id=ReleaseId(f"{authority}@{published}"),
        authority=authority,
        published=day_of_edition(published),
        document_id=original.id,
        locator=original.locator,
        retrieved=original.retrieved,
        entries=(),
    )


def merged(entries: Iterable[ListEntry]) -> tuple[tuple[ListEntry, ...], tuple[str, ...]]:
    """Give one entry a reference, ordered by reference, and remarks on what was merged.

    Elements of one reference are parts of one entry: their lists are added up; of what can only
    be one the first answer stands, and another is asked about.
    """
    by_reference: dict[str, list[ListEntry]] = {}
    for entry in entries:
        by_reference.setdefault(entry.reference, []).append(entry)
    whole = tuple(_joined(by_reference[reference]) for reference in sorted(by_reference))
    remarks = tuple(
        f"{len(parts)} elements share the reference {reference}: merged into one entry"
        for reference, parts in sorted(by_reference.items())
        if len(parts) > 1
    )
    return whole, remarks


def _joined(parts: Sequence[ListEntry]) -> ListEntry:
    changes: dict[str, object] = {}
    asked: list[str] = []
    for name in (f.name for f in fields(ListEntry)):
        told = [getattr(part, name) for part in parts]
        if isinstance(told[0], tuple):
            changes[name] = tuple(dict.fromkeys(chain.from_iterable(told)))
            continue
        given = list(dict.fromkeys(value for value in told if value is not None))
        changes[name] = given[0] if given else None
        asked += [f"{name} differs between elements of this reference: {v!r}" for v in given[1:]]
    whole = replace(parts[0], **changes)  # type: ignore[arg-type]  # each under its own name
    return replace(whole, questions=(*whole.questions, *asked))
