"""Stretches of time between two times, and those with one end open."""

import re
from collections.abc import Iterator, Sequence

from sayso.extract.when.moments import Found, Value

#: Words between, before and after two ends of a stretch of time.
TO = re.compile(r"\s*(?:to|until|till|through|and|up to|-|–|—)\s*", re.IGNORECASE)
#: As many characters before a time are looked at.
BEFORE = 60
YEARS = re.compile(r"(\d{4})[-–](\d{2,4})")
DASH = re.compile(r"\s*[-–—]\s*")
FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
SINCE = re.compile(
    r"\b(?:since(?: at least| about| around)?|from|starting(?: in)?|as from)\s+"
    r"(?:the\s+(?:start|beginning|end|middle) of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
ONWARD = re.compile(r"\s+(?:onwards?|on)\b(?!\s+(?:the|a|an|[A-Z]))")
UNTIL = re.compile(
    r"\b(?:until|till|up to|through)\s+(?:at least\s+|the end of\s+)*$", re.IGNORECASE
)
BY = re.compile(
    r"\b(?:by|before|prior to|(?:no|not) later than|ahead of)\s+(?:the end of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)


def stretches(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Give the times of a text, those with an open end written so, and each stretch of two.

    A stretch stands before its two ends. No time has "since" or "from" among its words.
    """
    n = 0
    while n < len(found):
        pair = joined(text, found[n], found[n + 1]) if n + 1 < len(found) else ()
        yield from pair or parted(text, found[n]) or (opened(text, found[n]),)
        n += 2 if pair else 1


def parted(text: str, found: Found) -> tuple[Found, ...]:
    """Give the stretch that two years in one word make ("2021-23") and both; none is ()."""
    years = YEARS.fullmatch(text, found.start, found.end)
    if years is None or found.value.timex is not None:
        return ()
    first, last = (found.value.edtf or "/").split("/")
    return (
        found,
        Found(*years.span(1), Value(first, first)),
        Found(*years.span(2), Value(last, last)),
    )


def joined(text: str, one: Found, other: Found) -> tuple[Found, ...]:
    """Give the stretch from one time to another ("from 2021 to 2023") and both; none is ()."""
    between = text[one.end : other.start]
    before = FROM.search(text, max(0, one.start - BEFORE), one.start)
    dashed = DASH.fullmatch(between) is not None
    if not dashed and (before is None or TO.fullmatch(between) is None):
        return ()
    ends = shared_year(one.value.edtf, other.value.edtf)
    if ends is None:
        return ()
    same = ends[0] == one.value.edtf
    first = one if same else Found(one.start, one.end, Value(ends[0], ends[0]))
    return (Found(one.start, other.end, Value("/".join(ends), None)), first, other)


def shared_year(start: str | None, end: str | None) -> tuple[str, str] | None:
    """Give both ends of a stretch; the first takes the second's year where it would lie after."""
    if start is None or end is None or "/" in start + end:
        return None
    if start > end and start[:4] != end[:4]:
        start = end[:4] + start[4:]
    return (start, end) if start <= end else None


def opened(text: str, found: Found) -> Found:
    """Give "2021/.." for "since 2021" and "../2019" for "until 2019", else the time as it is."""
    if found.value.edtf is None:
        return found
    ends, before = found.value.edtf.split("/"), text[max(0, found.start - BEFORE) : found.start]
    since = SINCE.search(before)
    onward = ONWARD.match(text, found.end)
    edtf = None
    if since is not None and (onward or not since.group().casefold().startswith("from")):
        edtf = f"{ends[0]}/.."
    elif UNTIL.search(before) or BY.search(before):
        edtf = f"../{ends[-1]}"
    return found if edtf is None else Found(found.start, found.end, Value(edtf, found.value.timex))
