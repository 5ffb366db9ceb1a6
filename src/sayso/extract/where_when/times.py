"""When: every expression of time in a sentence, at its own granularity."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sayso.extract.syntax import Sentence
from sayso.extract.where_when.calendar import CALENDAR, Around
from sayso.extract.where_when.figures import figure
from sayso.extract.where_when.moments import Found, Moment, Value
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
    r"|plan(?:s|ned)?|due|upcoming|deadline|intend(?:s|ed)?|(?-i:may)|'ll|going to)\b",
    re.IGNORECASE,
)
BACKWARD = re.compile(r"\b(?:was|were|had|did|said|told|has|have)\b", re.IGNORECASE)
WINDOW_BEFORE, WINDOW_AFTER = 80, 12

#: Words between, before and after two ends of a stretch of time.
TO = re.compile(r"\s*(?:to|until|till|through|and|up to|-|–|—)\s*", re.IGNORECASE)
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
#: These leave the beginning open too, but are no part of the time's words.
BY = re.compile(
    r"\b(?:by|before|prior to|(?:no|not) later than|ahead of)\s+(?:the end of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)

#: Units of what is counted from a time told before.
_UNIT: Final = r"(?P<unit>day|week|month|year)"
#: "two days later", "a month earlier".
_AWAY: Final = re.compile(
    rf"\b(?P<number>[\w-]+)\s+{_UNIT}s?\s+"
    r"(?P<way>earlier|later|previously|before|after)\b",
    re.IGNORECASE,
)
#: "Two days before the attack" is counted from the attack, of which no time is known.
_EVENT: Final = re.compile(r"(?<=before|.after)\s+\w", re.IGNORECASE)
#: "the following year", "that month", "the same day".
_WHICH: Final = re.compile(
    rf"\b(?:(?:the\s+)(?P<which>next|following|previous|preceding|same)|(?P<that>that))\s+{_UNIT}\b"
    r"(?!\s+(?:that|of|in which|when)\b)",
    re.IGNORECASE,
)
#: "on Tuesday, the day after a bomb …": what follows lay on the day before.
_BESIDE: Final = re.compile(
    rf"\bthe\s+{_UNIT}\s+(?P<way>after|before)\b(?=\s+[\w“\"])", re.IGNORECASE
)
#: "since" with no time behind it: "has since spread", "had no ties since.", "since when".
_SINCE: Final = re.compile(
    r"(?<=\bhas )since\b|(?<=\bhave )since\b|(?<=\bhad )since\b"
    r"|\b(?:ever )?since(?=\s*[.,;:)]|\s*$)|\bsince (?:then|when)\b",
    re.IGNORECASE,
)
_STEPS: Final = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "same": 0}
_BACK: Final = frozenset({"earlier", "before", "previously"})
_CLOSE: Final = 2


def find_times(sentence: Sentence | Passage, anchor: str | None) -> tuple[TimeMention, ...]:
    """Give the times of a sentence in order, none inside another, stretches as one.

    Args:
        sentence: where they are looked for.
        anchor: the document's date, EDTF; without it "last year" has no value.
    """
    return next(times_of([sentence], anchor))


def times_of(
    sentences: Iterable[Sentence | Passage], anchor: str | None
) -> Iterator[tuple[TimeMention, ...]]:
    """Give the times of each sentence; "a year later" is counted from the last time told before.

    That is looked for in the sentence, and else in the one before it of the same paragraph.
    """
    told: str | None = None
    paragraph = 0
    for sentence in sentences:
        passage = sentence.passage if isinstance(sentence, Sentence) else sentence
        told = told if passage.paragraph == paragraph else None
        paragraph = passage.paragraph
        found = list(stretches(passage.text, find_moments(passage.text, anchor)))
        counted = list(count_on(passage.text, found, told))
        told = last_told([f for f in counted if f not in found or f.value.edtf], told)
        yield tuple(_mention(passage, f) for f in counted)


def _mention(passage: Passage, found: Found) -> TimeMention:
    """Give a time with its place in the document."""
    first = passage.span.start
    return TimeMention(
        span=Span(first + found.start, first + found.end),
        text=passage.text[found.start : found.end],
        edtf=found.value.edtf,
        timex=found.value.timex,
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
    if moment.value.edtf is None:
        return moment
    ends, before = moment.value.edtf.split("/"), text[: moment.start]
    since, until = SINCE.search(before), UNTIL.search(before)
    onward = ONWARD.match(text, moment.end)
    timex = moment.value.timex
    if since is not None and (onward or not since.group().casefold().startswith("from")):
        end = onward.end() if onward else moment.end
        return Found(since.start(), end, Value(f"{ends[0]}/..", timex))
    if until is not None or BY.search(before):
        start = moment.start if until is None else until.start()
        return Found(start, moment.end, Value(f"../{ends[-1]}", timex))
    return moment


def count_on(text: str, found: Sequence[Found], told: str | None) -> Iterator[Found]:
    """Give the times of a sentence with those that are counted from another, in order.

    Args:
        text: of the sentence.
        found: its times as they stand alone, in order.
        told: the last time of the sentence before, EDTF.
    """
    counted = {m.start(): m for m in _counted(text)}
    free = {f.start: f for f in found if not any(_overlap(f, m) for m in counted.values())}
    for start in sorted({*counted, *free}):
        place = free.get(start)
        if place is None:
            place = _placed(counted[start], found, (_before(start, free.values()), told))
        if place is not None:
            told = place.value.edtf or told
            yield place


def _overlap(found: Found, match: re.Match[str]) -> bool:
    """Say whether two expressions share a character."""
    return match.start() < found.end and found.start < match.end()


def _placed(
    match: re.Match[str], found: Sequence[Found], before: tuple[Found | None, str | None]
) -> Found | None:
    """Give an expression with its value; without one what it is alone, but with no value.

    Args:
        match: the expression.
        found: the times of the sentence as they stand alone.
        before: the time right before it, and the last one told.
    """
    value = _value(match, *before)
    if value.edtf is not None:
        return Found(match.start(), match.end(), value)
    same = next((f for f in found if _overlap(f, match)), None)
    return None if same is None else Found(same.start, same.end, Value(None, same.value.timex))


def last_told(found: Sequence[Found], told: str | None) -> str | None:
    """Give the last time of a sentence that has a value, or what was told before."""
    return next((f.value.edtf for f in reversed(found) if f.value.edtf is not None), told)


def _counted(text: str) -> Iterator[re.Match[str]]:
    """Give the expressions that are counted from another time, in no order, none in another."""
    taken: list[tuple[int, int]] = []
    for pattern in (_BESIDE, _AWAY, _WHICH, _SINCE):
        for match in pattern.finditer(text):
            if pattern is _AWAY and figure(match["number"]) is None:
                continue
            if not any(a < match.end() and match.start() < b for a, b in taken):
                taken.append(match.span())
                yield match


def _before(start: int, free: Iterable[Found]) -> Found | None:
    """Give the time that stands right before a place, parted by a comma."""
    return next((f for f in free if 0 <= start - f.end <= _CLOSE), None)


def _value(match: re.Match[str], beside: Found | None, told: str | None) -> Value:
    """Give the value of an expression, from the last time told; none without that."""
    if match.re is _SINCE:
        last = None if told is None else told.split("/")[-1]
        return Value(f"{last}/..", None) if last not in {None, "..", ""} else Value(None, None)
    from_there = Moment.read(None if told is None else told.strip("./").split("/")[-1])
    if from_there is None or (match.re is _AWAY and _EVENT.match(match.string, match.end())):
        return Value(None, None)
    unit, step = match["unit"].casefold(), _step(match)
    if match.re is _BESIDE and beside is not None:
        step = -step  # what follows is told of the other event
    if match.re is _AWAY and unit == "year" and from_there.month is not None:
        return from_there.shifted("month", step * 12)
    return from_there.shifted(unit, step)


def _step(match: re.Match[str]) -> int:
    """Give how many units on an expression points."""
    if match.re is _WHICH:
        return 0 if match["that"] else _STEPS[match["which"].casefold()]
    count = 1 if match.re is _BESIDE else int(figure(match["number"]) or 0)
    return -count if match["way"].casefold() in _BACK else count
