"""Since when: a date, a brief or a list release, as a user names it."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sayso.errors import BadInput
from sayso.model.clocks import instants
from sayso.model.ids import ReleaseId
from sayso.model.lists import ListRelease

#: How a brief as Markdown or HTML states its cut-off, and how one of an earlier version did.
_CUT_OFF = re.compile(
    r"cut-off:? (\d{1,2} [a-z]+ \d{4}, \d\d:\d\d|\d{4}-\d\d-\d\d \d\d:\d\d) UTC", re.IGNORECASE
)
_FORMS = ("%d %B %Y, %H:%M", "%Y-%m-%d %H:%M")
_TICK = timedelta(microseconds=1)
#: A longer file is no brief; bytes.
_LONGEST = 100_000_000


def since_of(text: str, releases: tuple[ListRelease, ...]) -> tuple[datetime, ReleaseId | None]:
    """Give the last instant of which nothing is new, UTC, and the release if one was named.

    Of a day, month or year that is the instant before it begins: what came in on it is new.

    Raises:
        BadInput: it is none of the three, or the brief does not say when its cut-off was.
    """
    span = instants(text)
    if span is not None:
        first, last = span
        return (first if first == last else first - _TICK), None
    release = next((r for r in releases if r.id == text), None)
    if release is not None:
        return release.retrieved, release.id
    path = Path(text)
    if path.is_file() and path.stat().st_size <= _LONGEST:
        return _cut_off(path), None
    raise BadInput(
        f"--since {text!r} is no date (2024-05-23), no brief's file, and no release held "
        "(un@2026-02-27; `sayso lists show` has them)"
    )


def _cut_off(path: Path) -> datetime:
    """Read the cut-off of a brief in any of its forms."""
    try:
        written = path.read_text(encoding="utf-8")
        brief = json.loads(written) if written.lstrip().startswith("{") else None
        if isinstance(brief, dict):
            return datetime.fromisoformat(str(brief["cut_off"])).astimezone(UTC)
        found = _CUT_OFF.search(written)
        if found is not None:
            form = _FORMS[found[1][4:5] == "-"]
            return datetime.strptime(found[1], form).replace(tzinfo=UTC)
    except (ValueError, KeyError, RecursionError, OSError) as bad:
        raise BadInput(f"{path}: no brief that says its cut-off: {bad}") from bad
    raise BadInput(f"{path}: no brief: it does not say its cut-off; give its date instead")
