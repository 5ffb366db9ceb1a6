"""Names known by their shape: "X Liberation Front", "Jaish-ul-X", "Ministry of X", acronyms."""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.extract.names.lexicon import alternatives, heads, shapes, word_list
from sayso.model.documents import Passage
from sayso.model.ids import Span
from sayso.model.vocabulary import EntityType

#: A word with a capital letter, of any script.
CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w'’ʿʾ]*"
#: Most words, and characters, of a name before the word that gives it its shape.
REACH, LOOKED_AT = 7, 100
NAMED = rf"{CAPITAL}(?:[-\s]{CAPITAL}){{0,3}}"
#: What may follow such a word: "for the Relief of X and Y".
MORE = re.compile(
    rf"\s(?:of|for|on|to)\s(?:the\s)?(?=({CAPITAL})){NAMED}"
    rf"(?:\s(?:of|and|for)(?:\sthe)?\s{NAMED}){{0,2}}"
)
GENITIVE = re.compile(r"['’]s?$")
#: "(KLF)" after a name, or before its full form in brackets.
SHORT = re.compile(r"\(\s*(?:the\s+)?([^\W\d_a-z][\w-]{1,11})\s*(?:\)|[,;]\s[^()]{1,60}\))")
SHORT_FIRST = re.compile(rf"\b([A-Z][A-Z0-9-]{{1,9}})\s+\(\s*(?:the\s+)?({CAPITAL}[^()]{{3,90}})\)")
#: An acronym that may stand without its long form beside it.
CAPITALS = re.compile(r"(?<![\w-])[A-Z]{3,6}(?![\w-])")
WORD = re.compile(r"[\w'’ʿʾ]+")
#: "Communiqué 31", "Resolution 2253 (2015)".
NUMBERED = re.compile(
    r"\b(?:Communiqu[eé]|Resolution|Decree|Directive|Circular|Memorandum|Bulletin|Decision"
    r"|Regulation|Notice|Proclamation|Ordinance)\s(?:[Nn]o\.?\s)?\d[\d/-]*(?:\s\(\d{4}\))?"
)
#: Letters: fewer make no acronym.
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Shaped:
    """A name in a passage, by its place there."""

    start: int
    end: int
    type: EntityType


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form and the name that it stands beside, by its place in a passage."""

    short: str
    start: int
    long: Span
    type: EntityType


def is_plain_word(word: str) -> bool:
    """Say whether a capitalised word is no part of a name."""
    return word in word_list("plain")


@functools.cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """Give the patterns of joined names, names of Islamic State's branches and shaping words."""
    known = shapes()
    joins = alternatives(known.joins)
    hyphen = r"[-\s‑–]"
    joined = rf"\b{CAPITAL}(?:{hyphen}(?:{joins}){hyphen}{CAPITAL})+(?:\s{CAPITAL}){{0,3}}"
    region = rf"{CAPITAL}(?:\s{CAPITAL}){{0,2}}"
    branch = rf"\bIslamic State (?:in|of)(?: the)? {region}(?: and(?: the)? {region})?"
    shaping = alternatives({*known.last, *known.first, *known.before})
    return tuple(map(re.compile, (joined, branch, rf"\b(?:{shaping})\b")))


def shaped_names(text: str, peoples: Sequence[Span]) -> Iterator[Shaped]:
    """Give the names that their shape tells, rule by rule, overlapping.

    Args:
        text: of a passage.
        peoples: where a people's adjective stands ("Afghan").
    """
    joined, branch, shaping = patterns()
    for match in joined.finditer(text):
        yield from joined_name(match)
    for match in branch.finditer(text):
        yield Shaped(*match.span(), EntityType.ARMED_GROUP)
    for match in shaping.finditer(text):
        yield from around(text, match)
    yield from bodies_of_states(text, peoples)
    for match in NUMBERED.finditer(text):
        yield Shaped(*match.span(), EntityType.DOCUMENT)


def joined_name(match: re.Match[str]) -> Iterator[Shaped]:
    """Give "Jaish-ul-X" or "Dast-e-Sabz Movement" by its first or last word."""
    known, words = shapes(), list(WORD.finditer(match.group()))
    genitive = next((n for n, w in enumerate(words) if GENITIVE.search(w.group())), len(words))
    words = words[: genitive + 1]
    for word in reversed(words[2:]):
        kind = known.last.get(word.group())
        if kind is None and words[0].group() in known.joined and not is_plain_word(word.group()):
            kind = EntityType.ARMED_GROUP
        if kind is not None:
            yield Shaped(match.start(), match.start() + word.end(), kind)
            return


def around(text: str, match: re.Match[str]) -> Iterator[Shaped]:
    """Give the name around a word like "Front": what stands before it, what "of" adds after."""
    known, word = shapes(), match.group()
    start = left_of(text, match.start())
    end = right_of(text, match.end()) if word in {*known.first, *known.last} else match.end()
    if word in known.before and start == match.start():
        after = named_after(text, match.end())
        if after > match.end():
            yield Shaped(match.start(), after, known.before[word])
    if word in known.last and start < match.start():
        yield Shaped(start, end, ended(text[start : match.start()], word))
    elif word in known.first and end > match.end():
        yield Shaped(start, end, known.first[word])


def named_after(text: str, end: int) -> int:
    """Give where the bare name after a word ends ("Radio Pamir", "Katiba Tel Awd")."""
    for word in re.compile(rf"\s({CAPITAL})").finditer(text, end):
        if word.start() != end or is_plain_word(word[1]):
            break
        end = word.end()
        if GENITIVE.search(word[1]):
            break
    return end


def ended(before: str, last: str) -> EntityType:
    """Give the type that the last word of a name tells, with those before it ("Crisis Group")."""
    nouns, left = heads(), {word.casefold() for word in before.split()}
    for kind, words in nouns.modifiers.items():
        if last.casefold() in nouns.open[kind] and not words.isdisjoint(left):
            return EntityType(kind)
    return shapes().last[last]


def left_of(text: str, start: int) -> int:
    """Give where the capitalised words before a place begin; the place itself where none do."""
    offset, first = max(0, start - LOOKED_AT), start
    words = list(WORD.finditer(text[offset:start]))[-REACH:]
    for word in reversed(words):
        gap = text[offset + word.end() : first]
        capital = re.fullmatch(CAPITAL, word.group()) and not is_plain_word(word.group())
        joins = gap == "-" and word.group() in shapes().joins
        if gap not in {" ", "-", "\n"} or GENITIVE.search(word.group()) or not (capital or joins):
            break
        first = offset + word.start()
    return first


def right_of(text: str, end: int) -> int:
    """Give where "of the Relief of X" after a word ends; the word's own end where none follows."""
    found = MORE.match(text, end)
    return end if found is None or is_plain_word(found[1]) else found.end()


def bodies_of_states(text: str, peoples: Sequence[Span]) -> Iterator[Shaped]:
    """Give "Afghan government": a people's adjective with a word for a body of state."""
    bodies = re.compile(rf"\s({alternatives(shapes().of_state)})\b(?!\s+(?:official|officer))")
    for people in peoples:
        found = bodies.match(text, people.end)
        if found is not None:
            yield Shaped(people.start, found.end(), EntityType.PUBLIC_BODY)


def acronyms_in(text: str, names: Sequence[tuple[Span, EntityType]]) -> Iterator[Acronym]:
    """Give the short forms that stand in brackets beside a name, or before it in brackets.

    Args:
        text: of a passage.
        names: names already found there, by their place in it.
    """
    for match in SHORT.finditer(text):
        yield from before_brackets(text, match, names)
    for match in SHORT_FIRST.finditer(text):
        inside = Span(*match.span(2))
        types = [t for span, t in names if inside.contains(span)]
        if abbreviates(match[1], match[2]):
            kind = types[0] if types else EntityType.ORGANISATION
            yield Acronym(match[1], match.start(1), inside, kind)


def initials_in(
    sentences: Iterable[Passage], bodies: Mapping[str, EntityType]
) -> dict[str, EntityType]:
    """Give the words in capitals that are the initials of just one body ("WSB"), with its type."""
    short = {m.group() for s in sentences for m in CAPITALS.finditer(s.text)}
    found: dict[str, EntityType] = {}
    for word in sorted(short - set(bodies)):
        long = [name for name in bodies if abbreviates(word, name)]
        if len(long) == 1:
            found[word] = bodies[long[0]]
    return found


def before_brackets(
    text: str, match: re.Match[str], names: Sequence[tuple[Span, EntityType]]
) -> Iterator[Acronym]:
    """Give the acronym in these brackets, if a name before them has its letters."""
    short = match[1]
    if sum(c.isupper() for c in short) < SHORTEST:
        return
    before = text[: match.start()].rstrip()
    for span, kind in names:
        if span.end == len(before) and abbreviates(short, span.of(text)):
            yield Acronym(short, match.start(1), span, kind)
            return
    for start in long_forms(before, short):
        if abbreviates(short, before[start:]):
            kind = shapes().last.get(before.rsplit(None, 1)[-1], EntityType.ORGANISATION)
            yield Acronym(short, match.start(1), Span(start, len(before)), kind)
            return


def long_forms(before: str, short: str) -> Iterator[int]:
    """Give where a long form may begin before brackets, the shortest first."""
    words = list(WORD.finditer(before))[-2 * len(short) :]
    for word in reversed(words):
        if word.group()[0].isupper() and not is_plain_word(word.group()):
            yield word.start()


def abbreviates(short: str, name: str) -> bool:
    """Say whether the letters of a short form begin the words of a name, in order, all used up.

    Small words may be left out; a word may give two letters ("Da’esh", "Tehreek-e-X").
    """
    letters = [c for c in short.casefold() if c.isalnum()]
    words = [w.casefold() for w in WORD.findall(name)]
    if len(letters) < SHORTEST or len(words) < SHORTEST or words[0][0] != letters[0]:
        return False
    initials = "".join(w[0] for w in words)
    capitals = "".join(w[0].casefold() for w in WORD.findall(name) if w[0].isupper())
    spaced = "".join(w[0].casefold() for w in name.split() if w[0].isupper())
    return "".join(letters) in {initials, capitals, spaced}
