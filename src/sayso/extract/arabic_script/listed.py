"""Listed parties in a text in Arabic script: found by the name index, checked letter by letter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.extract.arabic_script.letters import fold, is_arabic_script, table
from sayso.extract.arabic_script.words import Word, words_in
from sayso.extract.arabic_script.writings import Writing, bare
from sayso.model.documents import Passage
from sayso.model.ids import EntryId, Span
from sayso.model.matches import NameHit
from sayso.model.vocabulary import EntityType
from sayso.ports import NameIndex

WHOLE: Final = "list"
PART: Final = "first and last part of a listed name"
#: A name after glued letters is looked for in so much of the text; code points.
_REACH: Final = 120


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a document.

    Attributes:
        span: in code points of the document's text, without glued letters.
        name: as it is read there: with the alef that "for the" takes away.
        key: the same for all names of one thing.
    """

    span: Span
    name: str
    type: EntityType
    rule: str
    key: str


def listed_in(passage: Passage, names: NameIndex) -> Iterator[Found]:
    """Give the listed names of a sentence, overlapping.

    The index hears names by their consonants; here every letter must agree with the list's own
    writing of the name, up to how that letter is written. A single common word ("the base") is a
    name only after a word for a body, and a listed person's given name alone is none.
    """
    writing = bare(passage.text)
    words = words_in(writing.text)
    for span, name, hit in _hits(writing, words, names):
        checked = _checked(hit, fold(name).split(), names)
        if checked is None or not _is_told_apart(hit, checked[1], span, passage.text):
            continue
        first = passage.span.start
        at = Span(first + span.start, first + span.end)
        yield Found(at, name, hit.type, checked[1], f"entry {checked[0]}")


def _hits(
    writing: Writing, words: Sequence[Word], names: NameIndex
) -> Iterator[tuple[Span, str, NameHit]]:
    """Give what the index finds in a text however it is written, and after glued letters.

    Each comes with its place in the text and with the name as it is read there.
    """
    for written in writing.others():
        for hit in names.find_in(written.text):
            yield written.span(hit.span), hit.span.of(written.text), hit
    for word in words:
        for reading in word.readings[1:]:
            rest = reading.added + writing.text[reading.start : reading.start + _REACH]
            for hit in names.find_in(rest):
                if hit.span.start == 0:
                    end = reading.start + hit.span.end - len(reading.added)
                    yield writing.span(Span(reading.start, end)), hit.span.of(rest), hit


def _checked(hit: NameHit, told: Sequence[str], names: NameIndex) -> tuple[EntryId, str] | None:
    """Give the first entry that has this very name, or its first and last part; None without."""
    parts: list[EntryId] = []
    for entry_id in hit.entries:
        entry = names.entry(entry_id)
        listed = () if entry is None else entry.names
        folded = [fold(name.text).split() for name in listed if is_arabic_script(name.text)]
        if any("".join(told) == "".join(name) for name in folded):
            return entry_id, WHOLE
        if hit.type is EntityType.PERSON and any(_is_part(told, name) for name in folded):
            parts.append(entry_id)
    return (parts[0], PART) if len(parts) == 1 else None


def _is_part(told: Sequence[str], listed: Sequence[str]) -> bool:
    """Say whether words are the first and the last of a name, with some between in their order."""
    if len(told) < len(("first", "last")) or (told[0], told[-1]) != (listed[0], listed[-1]):
        return False
    left = iter(listed)
    return all(word in left for word in told)


def _is_told_apart(hit: NameHit, rule: str, span: Span, text: str) -> bool:
    """Say whether a name is more than a common word, or a person's given name."""
    if rule == PART or not hit.weak:
        return True
    if hit.type is EntityType.PERSON:
        return False
    before = words_in(text[: span.start])
    return len(words_in(span.of(text))) > 1 or bool(before and before[-1].folded in bodies())


@cache
def bodies() -> frozenset[str]:
    """Give the words for a body, folded: "organisation", "movement"."""
    return frozenset(map(fold, table("words")["bodies"]["before"]))
