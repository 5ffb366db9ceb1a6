"""Reads an annotator's source (*.gold): the marked text, the claim lines and what they point to."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from sayso.model.vocabulary import Role

Stretch = tuple[int, int]

PRONOUN = re.compile(
    r"he|him|his|himself|she|hers?|herself|it|its|itself|they|them|theirs?|themselves|"
    r"we|us|ours?|ourselves|i|me|my|myself|who|whom|whose|which|that|there",
    re.IGNORECASE,
)
#: Roles that stand as key=value in a claim line; a place is given as such.
ROLES = tuple(r.value for r in Role if r not in {Role.SUBJECT, Role.OBJECT, Role.PLACE})
MARK = re.compile(r"\[(@?[^:\]]+):([^\]]+)\]")
TOKEN = re.compile(r'(?:(\w+)=)?(?:"([^"]*)"|(\S+))')


class BadSource(Exception):
    """An annotation that does not fit its text."""


@dataclass(slots=True)
class Thing:
    """An entity or a place as it was declared, with its mentions as they were met.

    Attributes:
        described: it has no name in the text; its one "name" is a description.
    """

    key: str
    type: str
    names: list[str]
    level: str | None = None
    code: str | None = None
    lat: float | None = None
    lon: float | None = None
    described: bool = False
    mentions: list[Stretch] = field(default_factory=list)

    def kind_of(self, words: str) -> str:
        """Say whether these words name it, describe it or stand for it."""
        if PRONOUN.fullmatch(words):
            return "pronoun"
        return "name" if not self.described and words in self.names else "nominal"

    def within(self, stretch: Stretch) -> list[Stretch]:
        """Give its mentions inside a stretch of the text."""
        return [m for m in self.mentions if stretch[0] <= m[0] and m[1] <= stretch[1]]


@dataclass(frozen=True, slots=True)
class TimeMark:
    """Words for a time, with their EDTF and TIMEX3 values."""

    span: Stretch
    edtf: str
    timex: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim line, taken apart; its words are still to be found in the sentence."""

    sentence: Stretch
    predicate: str
    subject: str
    object: str
    content: str
    options: dict[str, str]
    quantity_words: str | None


@dataclass(slots=True)
class Draft:
    """What has been read of one source so far."""

    text: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    things: dict[str, Thing] = field(default_factory=dict)
    times: list[TimeMark] = field(default_factory=list)
    claims: list[ClaimLine] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)
    sentence: Stretch = (0, 0)
    gap: str = ""

    def tell(self, key: str, value: str) -> None:
        """Note what is known about the document."""
        self.meta[key] = value

    def declare(self, line: str) -> None:
        """Take in `@e key Type Name | Alias` or `@p key level code lat lon Name | Alias`."""
        kind, key, rest = line.split(" ", 2)
        if key in self.things:
            raise BadSource(f"{key} is declared twice")
        if kind == "@e":
            type_, names = rest.split(" ", 1)
            thing = Thing(key, type_, _names(names), described=names.startswith("~"))
        else:
            level, code, lat, lon, names = rest.split(" ", 4)
            known = None if code == "-" else code
            thing = Thing(key, "Place", _names(names), level, known, float(lat), float(lon))
        self.things[key] = thing

    def write(self, marked: str) -> None:
        """Append a sentence to the text, and note its mentions and times."""
        self.text += self.gap
        start = len(self.text)
        done = 0
        for mark in MARK.finditer(marked):
            self.text += marked[done : mark.start()]
            self.note(mark[1], (len(self.text), len(self.text) + len(mark[2])))
            self.text += mark[2]
            done = mark.end()
        self.text += marked[done:]
        self.sentence = (start, len(self.text))
        self.gap = " "

    def note(self, key: str, span: Stretch) -> None:
        """Note a mention of a thing, or a time."""
        if key.startswith("@"):
            edtf, _, timex = key[1:].partition("|")
            self.times.append(TimeMark(span, edtf, timex or edtf))
        elif key in self.things:
            self.things[key].mentions.append(span)
        else:
            raise BadSource(f"{key} is not declared")

    def take(self, line: str) -> None:
        """Take in one line; its first characters say what it is."""
        head, _, rest = line.partition(" ")
        takers: dict[str, Callable[[], object]] = {
            "": self.end_paragraph,
            "%": lambda: self.tell(*rest.split(" ", 1)),
            "@e": lambda: self.declare(line),
            "@p": lambda: self.declare(line),
            "^": lambda: self.write_heading(rest),
            ">": lambda: self.write(rest),
            "-": lambda: self.claims.append(take_apart(rest, self.sentence)),
            "&": lambda: self.links.append(rest),
            "!": lambda: self.forbidden.append(rest),
        }
        if head not in takers:
            raise BadSource(f"a line of no known kind: {line}")
        takers[head]()

    def end_paragraph(self) -> None:
        """Let the next line begin a paragraph."""
        self.gap = "\n\n" if self.text else ""

    def write_heading(self, words: str) -> None:
        """Append a line that carries no claims; a second one stands right below it."""
        self.text += ("\n" if self.gap == " " else self.gap) + words
        self.gap = " "


def _names(written: str) -> list[str]:
    return [name.strip() for name in written.removeprefix("~").split(" | ")]


def take_apart(line: str, sentence: Stretch) -> ClaimLine:
    """Read `predicate subject object "content" key=value …`; `q=3.. "at least three"`."""
    plain: list[str] = []
    options: dict[str, str] = {}
    figure = None
    for key, quoted, bare in TOKEN.findall(line):
        if key:
            options[key] = f'"{quoted}"' if quoted and key in ROLES else quoted or bare
        elif "q" in options:
            figure = quoted
        else:
            plain.append(f'"{quoted}"' if quoted else bare)
    if len(plain) != len(("predicate", "subject", "object", "content")):
        raise BadSource(f"a claim needs predicate, subject, object and content: {line}")
    predicate, subject, object_, content = plain
    return ClaimLine(sentence, predicate, subject, object_, content.strip('"'), options, figure)


def read_source(source: str) -> Draft:
    """Read a source line by line.

    Raises:
        BadSource: a key that is not declared or never mentioned, or a line of no known kind.
    """
    draft = Draft()
    for line in source.splitlines():
        draft.take(line)
    unmentioned = [thing.key for thing in draft.things.values() if not thing.mentions]
    if unmentioned:
        raise BadSource(f"declared but never mentioned: {', '.join(unmentioned)}")
    draft.text += "\n"
    return draft


def find(text: str, words: str, inside: Stretch) -> Stretch:
    """Give the first place of whole words inside a stretch of the text."""
    found = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(text, *inside)
    if found is None:
        raise BadSource(f"not found: {words!r} in {text[slice(*inside)]!r}")
    return found.span()


def find_pieces(text: str, quoted: str, sentence: Stretch) -> list[Stretch]:
    """Give the places of `a .. b + c`: from a to the next b, then c, each after the one before."""
    pieces: list[Stretch] = []
    at = sentence[0]
    for part in quoted.split(" + "):
        first, _, last = part.partition(" .. ")
        start, end = find(text, first, (at, sentence[1]))
        if last:
            end = find(text, last, (end, sentence[1]))[1]
        pieces.append((start, end))
        at = end
    return pieces


def find_trigger(text: str, words: str, pieces: list[Stretch], sentence: Stretch) -> Stretch:
    """Give the words' place within the content when they stand there, else in the sentence."""
    content = (pieces[0][0], pieces[-1][1])
    try:
        return find(text, words, content)
    except BadSource:
        return find(text, words, sentence)
