"""The grammar of lengths of time, of what is repeated, and of "now" and its like."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.extract.figures import figure
from sayso.extract.when.calendar import Around, grammar
from sayso.extract.when.moments import DAYS, PARTS_OF_DAY, Value, duration

UNIT = r"(?P<unit>second|minute|hour|day|night|week|fortnight|month|quarter|year|decade)"
NUMBER = r"(?P<number>(?:\d[\d,.]*\d|\d|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
NUMBER += r"|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
NUMBER += r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-]\w+)?|half an?"
NUMBER += r"|a hundred|a dozen|hundred|dozen))"
HALF = r"(?P<half>(?:[\s-]+|\s+and\s+)(?:1/2|½|a\s+half)|½)?"
VAGUE = r"(?P<vague>several|some|a few|few|many|recent|a couple of|couple of|a number of)"
WHICH = r"(?i:(?:the\s+)?(?:last|past|previous|next|coming|first|final|latest|most\s+recent))\s+"
WHOLE = r"(?:(?:full|more|consecutive|straight|whole)\s+)?"
#: A part of a whole, and a figure that is none of time.
NO_QUARTER = r"(?!(?:(?<=quarter)|(?<=quarters))(?:\s+of\s+(?:a|the|its|all|those)\b"
NO_QUARTER += r"|[\s-]+(?:point|percentage|century|million|billion)))"
#: "A second attempt" lasts no second; in "a day-long siege" the article is the siege's.
NO_ORDINAL = r"(?!(?i:a|the)\s+second\b|(?i:an?)\s+\w+-long\b)"
SETS = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "annually": "P1Y",
    "yearly": "P1Y",
    "hourly": "PT1H",
}
#: Unit → how many of a smaller one it has: half of it is told in these.
SMALLER = {"year": (12, "month"), "day": (24, "hour"), "hour": (60, "minute")}
SMALLER |= {"minute": (60, "second"), "decade": (10, "year")}
NOTHING = Value(None, None)


def length(match: re.Match[str], _around: Around) -> Value | None:
    """Read "three days", "the past two months", "a five-year", "two and a half years"."""
    told, unit = match["number"].casefold(), match["unit"].casefold()
    count = 0.5 if told.startswith("half") else figure(told)
    if count is None:
        return None
    count += 0.5 if match["half"] else 0.0
    if unit == "decade":
        count, unit = 10 * count, "year"
    whole, rest = int(count), count - int(count)
    if not rest:
        return duration(str(whole), unit)
    many, smaller = SMALLER.get(unit, (0, ""))
    if not many or (rest * many) % 1:
        return NOTHING
    return _with_rest(whole, unit, duration(str(int(rest * many)), smaller))


def _with_rest(whole: int, unit: str, rest: Value) -> Value:
    """Give a length of whole units and a smaller one: "P2Y6M", "PT5H30M"."""
    if not whole or rest.timex is None:
        return rest
    more = rest.timex.removeprefix("P")
    first = duration(str(whole), unit).timex or ""
    return Value(None, first + (more.removeprefix("T") if "T" in first else more))


def vague_length(match: re.Match[str], _around: Around) -> Value | None:
    """Read "several months", "recent weeks", "the last decades", "the coming years"."""
    if match.groupdict().get("coming"):
        return Value(None, "FUTURE_REF")
    if (match["vague"] or "").casefold() == "recent":
        return Value(None, "PAST_REF")
    return duration("X", match["unit"].casefold())


def one_length(match: re.Match[str], _around: Around) -> Value | None:
    """Read "a month", "every day", "the past decade", "per year"."""
    unit = match["unit"].casefold()
    return duration("10", "year") if unit == "decade" else duration("1", unit)


def repeated(match: re.Match[str], _around: Around) -> Value | None:
    """Read "daily", "annually"."""
    return Value(None, SETS[match.group().casefold()])


def weekdays(match: re.Match[str], _around: Around) -> Value | None:
    """Read "Fridays", "every Friday", "Friday nights": the day of any week."""
    number = DAYS.index(match["weekday"].casefold()) + 1
    part = (match["part"] or "").casefold()
    return Value(None, f"XXXX-WXX-{number}" + (f"T{PARTS_OF_DAY[part]}" if part else ""))


@dataclass(frozen=True, slots=True)
class Reference:
    """Words such as "now", and what makes them none.

    Attributes:
        value: of TIMEX3.
        words: in lower case, the longest first.
        not_after, not_before: what may not stand before the word, and behind it.
        only_ahead: those of the words that tell no time where the verb does not look ahead.
    """

    value: str
    words: tuple[str, ...]
    not_after: re.Pattern[str]
    not_before: re.Pattern[str]
    only_ahead: frozenset[str]

    def read(self, match: re.Match[str], around: Around) -> Value | None:
        """Read one of the words; None where it is none here."""
        before, behind = match.string[: match.start()], match.string[match.end() :]
        barred = self.not_after.search(before) or self.not_before.search(behind)
        past = around.ahead is False and match.group().casefold() in self.only_ahead
        return None if barred or past else Value(None, self.value)


@dataclass(frozen=True, slots=True)
class Words:
    """The table of words that point without a date, and of days that are known by a name.

    Attributes:
        feasts: name → "12-25", or the month, the number and the weekday: "11 4 thursday".
        held: nouns of what is held on a day to come.
    """

    references: tuple[Reference, ...]
    feasts: Mapping[str, str]
    held: frozenset[str]


@cache
def words() -> Words:
    """Read the table."""
    table = files("sayso.extract.when") / "tables" / "words.toml"
    told = tomllib.loads(table.read_text(encoding="utf-8"))
    references = tuple(
        Reference(
            value=value,
            words=tuple(sorted(one["words"], key=lambda w: (-len(w), w))),
            not_after=re.compile(one["not_after"]),
            not_before=re.compile(one["not_before"]),
            only_ahead=frozenset(one.get("only_ahead", ())),
        )
        for value, one in told["references"].items()
    )
    return Words(references, told["feasts"], frozenset(told["held"]["nouns"]))


_PARTS = "|".join(PARTS_OF_DAY)
_WEEKDAY = "(?P<weekday>" + "|".join(d.capitalize() for d in DAYS) + ")"

_COUNTED = (
    rf"\b(?:{WHICH}|the\s+)?{NO_ORDINAL}(?i:{NUMBER}){HALF}[\s-]+{WHOLE}(?i:{UNIT})s?\b"
    rf"{NO_QUARTER}(?![\s-]+old\b)"
)
#: "For the last month", "within the next year": a length, and not the month or year itself.
_WITHIN = (
    r"(?:(?<=\bin )|(?<=\bover )|(?<=\bfor )|(?<=\bduring )|(?<=\bwithin ))"
    rf"the\s+(?:last|next|coming)\s+(?i:{UNIT})\b(?<!quarter)(?!['’])"
)
_BARE = (
    rf"\b(?P<vague>)(?<!\d )(?<!early )(?<!small )(?i:{UNIT})s\b{NO_QUARTER}"
    r"(?!\s+(?:ago|earlier|later|apart)|-old|['’])"
)
_ENDED = r"\bthe\s+(?:fiscal\s+|financial\s+)?(?P<unit>year)(?=\s+(?:ended|ending|to)\b)"

LENGTHS = grammar(
    (_COUNTED, length),
    (rf"\b(?P<number>(?i:half)[\s-])(?P<half>)(?:an?\s+)?(?i:{UNIT})\b", length),
    (
        rf"\b(?:(?i:(?:the\s+)?(?:last|past|next|coming))\s+)?(?i:{VAGUE})\s+(?i:{UNIT})s\b",
        vague_length,
    ),
    (rf"\b(?P<vague>)(?i:the\s+)?(?i:last|past|next)\s+(?i:{UNIT})s\b", vague_length),
    (rf"\b(?i:(?:the\s+)?coming)\s+(?P<coming>(?i:{UNIT}))s\b", vague_length),
    (_BARE, vague_length),
    (rf"\b(?:(?i:the)\s+)?(?i:past)\s+(?i:{UNIT})\b", one_length),
    (_WITHIN, one_length),
    (rf"\b(?i:each|every|per)\s+(?i:{UNIT})\b", one_length),
    (_ENDED, one_length),
    (rf"\b(?i:{UNIT})-?long\b", one_length),
    (rf"\b(?:{'|'.join(SETS)})\b(?!\s+[A-Z])", repeated),
    (rf"\b(?i:each|every)\s+{_WEEKDAY}(?:\s+(?P<part>{_PARTS}))?\b", weekdays),
    (rf"\b{_WEEKDAY}s(?P<part>)\b", weekdays),
    (rf"\b{_WEEKDAY}\s+(?P<part>{_PARTS})s\b", weekdays),
    *((rf"\b(?i:{'|'.join(one.words)})\b", one.read) for one in words().references),
)
