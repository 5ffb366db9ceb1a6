"""How much and how many: figures with their bounds, as the text words them."""

import re

from sayso.extract.figures import SCALES, WORDS, figure
from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.when.moments import Found
from sayso.extract.where_when.times import find_moments
from sayso.model.claims import Quantity
from sayso.model.ids import Span

AT_MOST = "up to|as many as|as much as|at most|no more than|not more than|a maximum of"
AT_MOST += "|fewer than|less than|under"
AT_LEAST = "at least|more than|over|no fewer than|no less than|not less than|upwards of"
AT_LEAST += "|a minimum of|exceeding|in excess of"
ABOUT = "about|some|around|roughly|approximately|an estimated|nearly|almost|close to|exactly"
SPELT = "|".join(sorted({*WORDS} - {"a", "an", "half"}, key=lambda w: -len(w)))
SCALE = "|".join(sorted(set(SCALES) - {"k", "m", "bn"}, key=lambda w: -len(w)))
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
#: "1,200", "2.5 million", "twenty-five", "two hundred", "a dozen"; no "hundreds", which is none.
NUMBER = rf"(?:(?:{DIGITS})(?:\s*(?:{SCALE}|bn|m|k)\b)?"
NUMBER += rf"|(?:(?:{SPELT})(?:[\s-](?:{SPELT}))?(?:\s+(?:{SCALE})\b)?|an?\s+(?:{SCALE}))\b)"
CURRENCIES = {
    "US$": "USD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "rupee": "PKR",
    "afghani": "AFN",
    "rial": "IRR",
    "dinar": "IQD",
    "USD": "USD",
    "EUR": "EUR",
    "GBP": "GBP",
    "PKR": "PKR",
    "AFN": "AFN",
}
SIGN = r"(?P<sign>US\$\s?|\$|€|£|USD\s?|EUR\s?|GBP\s?|PKR\s?|AFN\s?)"
#: A figure after these is no number of things: a name, a code, a resolution.
NO_CODE = (
    r"(?<![\w./:,-])(?<!\d \()(?<!\bNo\. )(?<!esolution )(?<!aragraph )(?<!ara\. )(?<!ection )"
)
PAIR = r"(?:\s*(?:and|to|or)\s+|\s?[-–]\s?)"
QUANTITY = re.compile(
    rf"(?:\b(?:(?P<most>{AT_MOST})|(?P<least>{AT_LEAST})|(?:{ABOUT})|(?P<pair>between|from))\s+)?"
    rf"{NO_CODE}(?:{SIGN})?(?P<one>{NUMBER})"
    rf"(?:{PAIR}(?:{SIGN.replace('sign', 'again')})?(?P<two>{NUMBER}))?"
    r"(?P<percent>\s?%|\s+per\s?cent\b)?(?![\w/]|[.,:-]\d)",
    re.IGNORECASE,
)
#: "Two of them", "three of the detained": figures of what was counted before.
OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|whom|which|the|its|their|our|his|her)\b")
#: How often, which counts no things.
OFTEN = frozenset({"twice", "thrice"})
#: Behind these words no figure is meant: "the single biggest", "twice as many".
NO_FIGURE = re.compile(r"-|\s+(?:\w+est|most|as|the|that|out)\b")
#: Words of a figure that hang on the word they count.
COUNTING = frozenset({"nummod", "quantmod", "compound", "advmod", "amod"})


def find_quantities(sentence: Sentence) -> tuple[Quantity, ...]:
    """Give the figures of a sentence in order, without those that tell a time.

    The span covers the words that bound the figure; "several" and "dozens" are no figures.
    """
    text = sentence.passage.text
    moments = find_moments(text, None)
    found = (
        quantity(sentence, match) for match in QUANTITY.finditer(text) if is_free(match, moments)
    )
    return tuple(q for q in found if q is not None)


def is_free(match: re.Match[str], moments: list[Found]) -> bool:
    """Say whether no time shares a word with the figure, and "single" is one."""
    start, end = match.start("one"), match.end()
    if match["one"].casefold() == "single" and NO_FIGURE.match(match.string, end):
        return False
    return not any(m.start < end and start < m.end for m in moments)


def quantity(sentence: Sentence, match: re.Match[str]) -> Quantity | None:
    """Read one match; None where the words count nothing ("one of them", "from one")."""
    low, high = scaled(match["one"], match["two"])
    first = sentence.passage.span.start
    span = Span(first + match.start(), first + match.end())
    counted = counted_word(sentence, Span(first + match.start("one"), span.end))
    unit = currency(match["sign"]) or ("%" if match["percent"] else counted)
    unit = currency(unit) or unit
    if low is None or (unit is None and not tells_how_many(sentence.passage.text, match)):
        return None
    minimum, maximum, exact = bounds(match, low, high)
    return Quantity(
        minimum=minimum, maximum=maximum, exact=exact, span=span, text=match.group(), unit=unit
    )


def tells_how_many(text: str, match: re.Match[str]) -> bool:
    """Say whether a figure that counts no noun is one: in digits, "two of them", "twice"."""
    word = match["one"].casefold()
    if word in OFTEN:
        return NO_FIGURE.match(text, match.end()) is None
    return word[0].isdigit() or (word != "one" and OF_THEM.match(text, match.end()) is not None)


def scaled(one: str, two: str | None) -> tuple[float | None, float | None]:
    """Give both figures; the first takes the second's scale ("2 to 3 million")."""
    low, high = figure(one), None if two is None else figure(two)
    scale = SCALES.get((two or "").casefold().split(" ")[-1])
    if low is not None and scale is not None and low < scale:
        low *= scale
    return low, high


def bounds(
    match: re.Match[str], low: float, high: float | None
) -> tuple[float | None, float | None, float | None]:
    """Give minimum, maximum and exact figure, as the words around the figure bound it."""
    if high is not None:
        return (min(low, high), max(low, high), None)
    if match["most"]:
        return (None, low, None)
    return (low, None, None) if match["least"] else (None, None, low)


def currency(sign: str | None) -> str | None:
    """Give the ISO 4217 code of a sign or a word for money, or None."""
    return CURRENCIES.get((sign or "").strip()) or CURRENCIES.get((sign or "").strip().upper())


def counted_word(sentence: Sentence, span: Span) -> str | None:
    """Give the lemma of the noun that a figure counts ("camp"), or None."""
    words = [t for t in sentence.tokens if t.span.overlaps(span)]
    if not words:
        return None
    token = words[-1]
    while token.dep in COUNTING and token.head != token.index:
        token = sentence.head(token)
    after = sentence.tokens[words[-1].index + 1 : words[-1].index + 2]
    nouns = [t for t in (token, *after) if t.pos in {"NOUN", "PROPN"} and t not in words]
    if token in words and words[-1].lower != "one":
        return of_what(sentence, token) or (nouns[0].lemma if nouns else None)
    return nouns[0].lemma if nouns else None


def of_what(sentence: Sentence, token: Token) -> str | None:
    """Give the lemma of the noun after "of" ("eight of the camps"), or None."""
    nouns = (n for of in sentence.below(token, "prep") for n in sentence.below(of, "pobj"))
    return next((n.lemma for n in nouns if n.pos == "NOUN"), None)
