"""When: every expression of time in a sentence, at its own granularity."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from sayso.extract.grammar import tense
from sayso.extract.grammar.syntax import Sentence
from sayso.extract.when.calendar import CALENDAR, Around
from sayso.extract.when.clock import CLOCK, on_their_days
from sayso.extract.when.counted import count_on, last_told
from sayso.extract.when.lengths import LENGTHS, words
from sayso.extract.when.moments import DAYS, Found, Moment
from sayso.extract.when.periods import Period, in_periods, period_of
from sayso.extract.when.relative import RELATIVE
from sayso.extract.when.stretches import stretches
from sayso.model.claims import TimeMention
from sayso.model.documents import Passage
from sayso.model.ids import Span

#: A passage without any of these has no time; most have none.
WORTH_A_LOOK = re.compile(
    r"\d|day|night|week|month|quarter|year|decade|centur|hour|minute|second|morning|evening|noon"
    r"|tomorrow|spring|summer|autumn|fall|winter|now|current|present|recent|lately|previous"
    r"|former|past|once|soon|shortly|future|annual|daily|at this time|at the moment"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Christmas|Thanksgiving|Nowruz",
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
#: Words right before a time that is to come, whatever the verb says.
COMING: Final = re.compile(
    r"\b(?:as (?:soon|early|late) as|effective|scheduled for|due (?:on|by)?)\s+(?:on\s+)?$",
    re.IGNORECASE,
)
#: "Friday's vote" is to come where the verb looks ahead, "Friday's attack" is not.
OWNED: Final = re.compile(r"['’]s\s+(?:[\w-]+\s+)?(?P<noun>\w+)")

#: Says of a place in a text, from one character to another, whether its verb looks ahead.
Direction = Callable[[int, int], bool | None]


def find_times(sentence: Sentence | Passage, anchor: str | None) -> tuple[TimeMention, ...]:
    """Give the times of a sentence in order; a stretch before its two ends, else none in another.

    Args:
        sentence: where they are looked for.
        anchor: the document's date, EDTF; without it "last year" has no value.
    """
    return next(times_of([sentence], anchor))


def times_of(
    sentences: Iterable[Sentence | Passage], anchor: str | None
) -> Iterator[tuple[TimeMention, ...]]:
    """Give the times of each sentence; "a year later" is counted from the last time told before.

    That is looked for in the sentence, and else in the one before it of the same paragraph. A
    quarter is remembered through the document: "a year earlier" is the same quarter.
    """
    told: str | None = None
    period: Period | None = None
    paragraph = 0
    for sentence in sentences:
        passage = sentence.passage if isinstance(sentence, Sentence) else sentence
        told = told if passage.paragraph == paragraph else None
        paragraph = passage.paragraph
        alone = find_moments(passage.text, anchor, _direction(sentence))
        found = list(stretches(passage.text, alone))
        counted = list(count_on(passage.text, found, told))
        told = last_told([f for f in counted if f not in found or f.value.edtf], told)
        placed = in_periods(passage.text, counted, period, Moment.read(anchor))
        period = next((p for f in found if (p := period_of(f.value))), period)
        yield tuple(_mention(passage, f) for f in placed)


def questions(times: Iterable[TimeMention]) -> Iterator[str]:
    """Give a question to a person for each day that contradicts the weekday beside it, in order."""
    for time in times:
        doubted = [end for end in (time.edtf or "").split("/") if end.endswith("?")]
        moment = Moment.read(doubted[0]) if doubted and time.timex else None
        if moment is not None and moment.date is not None:
            day = DAYS[moment.date.weekday()].capitalize()
            yield f"“{time.text}”: {moment.date} is a {day}; see which half of it is wrong"


def _mention(passage: Passage, found: Found) -> TimeMention:
    """Give a time with its place in the document."""
    first = passage.span.start
    return TimeMention(
        span=Span(first + found.start, first + found.end),
        text=passage.text[found.start : found.end],
        edtf=found.value.edtf,
        timex=found.value.timex,
    )


def _direction(sentence: Sentence | Passage) -> Direction:
    """Give what tells the direction of times: the tree of a sentence, or the words of a text."""
    if isinstance(sentence, Passage):
        return lambda start, end: looks_ahead(sentence.text, start, end)
    first = sentence.passage.span.start
    return lambda start, end: tense.looks_ahead(sentence, Span(first + start, first + end))


def find_moments(text: str, anchor: str | None, direction: Direction | None = None) -> list[Found]:
    """Give the single times of a text in order, the longest where they overlap.

    Args:
        text: where they are looked for.
        anchor: the document's date, EDTF.
        direction: tells which verbs look ahead; without it the words around do.
    """
    if not WORTH_A_LOOK.search(text):
        return []
    moment = Moment.read(anchor)
    told = direction or (lambda start, end: looks_ahead(text, start, end))
    found: list[Found] = []
    for place in sorted(matches(text, moment, told), key=lambda f: (f.start, -f.end)):
        if found and place.start < found[-1].end:
            continue
        found.append(place)
    return list(on_their_days(text, found))


def matches(text: str, anchor: Moment | None, direction: Direction) -> Iterator[Found]:
    """Give what each rule of the grammar finds, rule by rule."""
    for pattern, reading in (*CALENDAR, *LENGTHS, *RELATIVE, *CLOCK):
        for match in pattern.finditer(text):
            start, end = match.span("span" if "span" in pattern.groupindex else 0)
            value = reading(match, Around(anchor, _ahead(text, (start, end), direction)))
            if value is not None:
                yield Found(start, end, value)


def _ahead(text: str, place: tuple[int, int], direction: Direction) -> bool | None:
    """Say whether a time is to come: by the words at it, and else by the verb above it."""
    start, end = place
    if COMING.search(text, max(0, start - WINDOW_BEFORE), start):
        return True
    ahead, owned = direction(start, end), OWNED.match(text, end)
    if not ahead or owned is None:
        return ahead
    return owned["noun"] in words().held


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """Say whether the nearest verb around speaks of what is to come; None where there is none."""
    before = text[max(0, start - WINDOW_BEFORE) : start]
    ahead = [m.start() for m in AHEAD.finditer(before)]
    back = [m.start() for m in BACKWARD.finditer(before)]
    if ahead or back:
        return max(ahead, default=-1) > max(back, default=-1)
    return True if AHEAD.search(text[end : end + WINDOW_AFTER]) else None
