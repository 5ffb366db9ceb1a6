"""When: every expression of time in a sentence, at its own granularity."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract.syntax import Sentence
from sayso.extract.where_when.calendar import CALENDAR, Around
from sayso.extract.where_when.moments import Moment, Value
from sayso.extract.where_when.relative import RELATIVE
from sayso.model.claims import TimeMention
from sayso.model.documents import Passage
from sayso.model.ids import Span

#: A passage without any of these has no time; most have none.
WORTH_A_LOOK = re.compile(
    r"\d|day|night|week|month|quarter|year|decade|centur|hour|minute|second|morning|evening|noon"
    r"|tomorrow|spring|summer|autumn|fall|winter|now|current|present|recent|lately|previous"
    r"|former|past|once|soon|shortly|future|annual|daily|at this time|at the moment"
    r"|January|February|March|April|May|June|July|August|September|October|November|December",
    re.IGNORECASE,
)
#: Words that look ahead; how many characters before and after a time they are looked for in.
AHEAD = re.compile(
    r"\b(?:will|shall|would|won't|to be|is to|are to|set to|expect(?:s|ed)?|scheduled"
    r"|plan(?:s|ned)?|due|upcoming|deadline|intend(?:s|ed)?|may|'ll|going to)\b",
    re.IGNORECASE,
)
BACKWARD = re.compile(r"\b(?:was|were|had|did|said|told|has|have)\b", re.IGNORECASE)
WINDOW_BEFORE, WINDOW_AFTER = 80, 12

#: Words between, before and after two ends of a stretch of time.
TO = re.compile(r"\s*(?:to|until|till|through|and|up to|-|–|—)\s*", re.IGNORECASE)
DASH = re.compile(r"\s*[-–—]\s*")
FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
SINCE = re.compile(
    r"\b(?:since(?: at least| about)?|from|starting(?: in)?|as of)\s+$", re.IGNORECASE
)
ONWARD = re.compile(r"\s+(?:onwards?|on)\b(?!\s+(?:the|a|an|[A-Z]))")
UNTIL = re.compile(r"\b(?:until|till|up to|through)\s+(?:at least\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """An expression of time in a text, with its place there."""

    start: int
    end: int
    value: Value


def find_times(sentence: Sentence | Passage, anchor: str | None) -> tuple[TimeMention, ...]:
    """Give the times of a sentence in order, none inside another, stretches as one.

    Args:
        sentence: where they are looked for.
        anchor: the document's date, EDTF; without it "last year" has no value.
    """
    passage = sentence.passage if isinstance(sentence, Sentence) else sentence
    first = passage.span.start
    return tuple(
        TimeMention(
            span=Span(first + found.start, first + found.end),
            text=passage.text[found.start : found.end],
            edtf=found.value.edtf,
            timex=found.value.timex,
        )
        for found in stretches(passage.text, find_moments(passage.text, anchor))
    )


def find_moments(text: str, anchor: str | None) -> list[Found]:
    """Give the single times of a text in order, the longest where they overlap."""
    if not WORTH_A_LOOK.search(text):
        return []
    moment = Moment.read(anchor)
    found: list[Found] = []
    for place in sorted(matches(text, moment), key=lambda f: (f.start, -f.end)):
        if found and place.start < found[-1].end:
            continue
        found.append(place)
    return found


def matches(text: str, anchor: Moment | None) -> Iterator[Found]:
    """Give what each rule of the grammar finds, rule by rule."""
    for pattern, reading in (*CALENDAR, *RELATIVE):
        for match in pattern.finditer(text):
            start, end = match.span("span" if "span" in pattern.groupindex else 0)
            value = reading(match, Around(anchor, looks_ahead(text, start, end)))
            if value is not None:
                yield Found(start, end, value)


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """Say whether the nearest verb around speaks of what is to come; None where there is none."""
    before = text[max(0, start - WINDOW_BEFORE) : start]
    ahead = [m.start() for m in AHEAD.finditer(before)]
    back = [m.start() for m in BACKWARD.finditer(before)]
    if ahead or back:
        return max(ahead, default=-1) > max(back, default=-1)
    return True if AHEAD.search(text[end : end + WINDOW_AFTER]) else None


def stretches(text: str, moments: list[Found]) -> Iterator[Found]:
    """Join two ends of a stretch, and open the stretches that have one end."""
    n = 0
    while n < len(moments):
        here = moments[n]
        pair = joined(text, here, moments[n + 1]) if n + 1 < len(moments) else None
        n += 1 if pair is None else 2
        yield pair or opened(text, here)


def joined(text: str, one: Found, other: Found) -> Found | None:
    """Give the stretch from one time to another ("from 2021 to 2023"), or None."""
    between = text[one.end : other.start]
    before = FROM.search(text[: one.start])
    dashed = DASH.fullmatch(between) is not None
    if not dashed and (before is None or TO.fullmatch(between) is None):
        return None
    ends = shared_year(one.value.edtf, other.value.edtf)
    if ends is None:
        return None
    start = one.start if before is None else before.start()
    return Found(start, other.end, Value("/".join(ends), None))


def shared_year(start: str | None, end: str | None) -> tuple[str, str] | None:
    """Give both ends of a stretch; the first takes the second's year where it would lie after."""
    if start is None or end is None or "/" in start + end:
        return None
    if start > end and start[:4] != end[:4]:
        start = end[:4] + start[4:]
    return (start, end) if start <= end else None


def opened(text: str, moment: Found) -> Found:
    """Give "2021/.." for "since 2021" and "../2019" for "until 2019", else the time as it is."""
    edtf, before = moment.value.edtf, text[: moment.start]
    if edtf is None:
        return moment
    since, until = SINCE.search(before), UNTIL.search(before)
    onward = ONWARD.match(text, moment.end)
    if since is not None and (onward or since.group().casefold().strip() != "from"):
        end = onward.end() if onward else moment.end
        return Found(since.start(), end, Value(f"{edtf}/..", moment.value.timex))
    if until is not None:
        return Found(until.start(), moment.end, Value(f"../{edtf}", moment.value.timex))
    return moment
