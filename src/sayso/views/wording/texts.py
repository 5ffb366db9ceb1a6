"""The words that a brief brings of its own: one file a language, English first."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal

from sayso.errors import BadInput

#: A phrase, lines of them, or the forms of one: by plural, or of a lead.
Phrase = str | list[str] | dict[str, str]
_SLOT: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Verb:
    """A predicate as a verb phrase that ends where its object begins.

    Attributes:
        present: "A operates B", for tables.
        past: "X reported that A operated B".
        perfect: "A was reported to have operated B".
    """

    present: str
    past: str
    perfect: str


@dataclass(frozen=True, slots=True)
class Lead:
    """How a source presents what it says.

    Slots: {source} before a verb, {cited} before a comma, {verb}, {subject}, {past}, {perfect},
    {rest}, {words}.

    Attributes:
        retold: None when only the exact words will do.
        quoted: the same with the exact words.
        negated: the same when the exact words themselves say "no" or "not".
    """

    retold: str | None
    quoted: str
    negated: str | None = None


@dataclass(frozen=True, eq=False)
class Texts:
    """One language's words, by the name of their table and their own: "limit.left_out".

    Attributes:
        language: BCP 47.
    """

    language: str
    phrases: Mapping[str, Mapping[str, Phrase]]

    def say(self, key: str, /, **slots: object) -> str:
        """Give a phrase with its slots filled in; one that counts by its `count`."""
        held = self._of(key)
        if isinstance(held, dict):
            count = slots.get("count")
            form = _locale(self.language).plural_form(count if isinstance(count, int) else 0)
            held = held[form if form in held else "other"]
        if not isinstance(held, str):
            raise TypeError(f"{self.language}: {key} is no phrase")
        return held.format(**slots)

    def lines(self, key: str) -> tuple[str, ...]:
        """Give lines, or the heads of columns."""
        held = self._of(key)
        if not isinstance(held, list):
            raise TypeError(f"{self.language}: {key} is no list of phrases")
        return tuple(held)

    def table(self, name: str) -> Mapping[str, Phrase]:
        """Give all phrases of a table."""
        return self.phrases[name]

    def verb(self, key: str) -> Verb | None:
        """Give a verb by "verb.leads" or "support.funds"; None for what is no relation."""
        table, _, name = key.partition(".")
        return Verb(*self.lines(key)) if name in self.phrases[table] else None

    def lead(self, name: str) -> Lead:
        """Give how a source presents what it says, by factuality, modality or kind of answer."""
        held = self._of(f"lead.{name}")
        if not isinstance(held, dict):
            raise TypeError(f"{self.language}: lead.{name} has no forms")
        return Lead(held.get("retold"), held["quoted"], held.get("negated"))

    def joined(self, words: Sequence[str]) -> str:
        """Join words as in a sentence: "A", "A and B", "A, B and C"."""
        *first, last = words
        if not first:
            return last
        return self.say("join.last", first=self.say("join.comma").join(first), last=last)

    def number(self, count: int) -> str:
        """Give a number as a word, as far as there is one, else in figures."""
        words = self.lines("summary.numbers")
        return words[count - 1] if 0 < count <= len(words) else str(count)

    def figure(self, number: float | Decimal, places: int = 0) -> str:
        """Give a number in figures, thousands apart, with so many decimal places: "1,250.0"."""
        form = "#,##0." + "0" * places if places else "#,##0"
        return format_decimal(number, format=form, locale=_locale(self.language))

    def moment(self, at: datetime) -> str:
        """Give a moment, which is in UTC: "28 November 2026, 07:07 UTC"."""
        month = self.lines("time.months")[at.month - 1]
        day = self.say("time.day_of", day=at.day, month=month, year=at.year)
        return self.say("sheet.moment", day=day, clock=f"{at:%H:%M}")

    def country(self, code: str) -> str:
        """Give the name of a country by its ISO 3166 code; the code where it has none."""
        return str(_locale(self.language).territories.get(code, code))

    def pattern(self, key: str) -> str:
        """Give a regular expression that a phrase fits, whatever fills its slots."""
        held = self._of(key)
        forms = list(held.values()) if isinstance(held, dict) else [held]
        parts = (map(re.escape, _SLOT.split(str(form))[::2]) for form in forms)
        return "|".join(".+?".join(part) for part in parts)

    def _of(self, key: str) -> Phrase:
        table, _, name = key.partition(".")
        return self.phrases[table][name]


@cache
def _locale(language: str) -> Locale:
    """Give what is known of a language: its plurals and its names of countries; else English's."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@cache
def texts_of(language: str) -> Texts:
    """Give the words of a language.

    Raises:
        BadInput: no file of it stands beside this one.
    """
    if language not in languages():
        raise BadInput(f"no words in {language!r}: a brief can be in {', '.join(languages())}")
    file = files("sayso.views.wording").joinpath(f"{language}.toml")
    return Texts(language, tomllib.loads(file.read_text(encoding="utf-8")))


@cache
def languages() -> tuple[str, ...]:
    """Give the codes of the languages that a brief can be in."""
    names = (file.name for file in files("sayso.views.wording").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def own_headings() -> frozenset[str]:
    """Give the headings of sections that the program writes itself, in every language."""
    own = ("summary", "changes", "names", "cited", "limits", "footnotes")
    annexes = ("places", "network", "timeline", "sources", "questions", "lags", "method")
    return frozenset(
        heading
        for texts in map(texts_of, languages())
        for heading in (
            *(texts.say(f"sheet.{name}") for name in own),
            texts.say("states.heading"),
            *(
                texts.say("sheet.annexed", heading=texts.say(f"{annex}.heading"))
                for annex in annexes
            ),
        )
    )


#: The words of every view but the brief, which may be in another language.
ENGLISH: Final = texts_of("en")
