"""The spellings under which an entry may stand in a text, and how far each can be trusted."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.match.normal import Word, fold, names_in, skeleton, words_of
from sayso.match.tables.countries import is_country
from sayso.match.tables.known import (
    COMMON_WORDS,
    DESCRIBING_WORDS,
    DOUBTFUL_ACRONYMS,
    NOT_LISTED_NAMES,
    PRESS_NAMES,
    type_of_organisation,
)
from sayso.model.ids import EntryId
from sayso.model.lists import ListedName, ListEntry
from sayso.model.vocabulary import EntityType

_REMARK: Final = re.compile(r"(?:\s-\s*sub-unit name|,\s*born\s.*|,?\s*\([^()A-Z]*\))$")
_PARTS: Final = re.compile(r"\s+[/;]\s+")
_BRACKET: Final = re.compile(r"\s*\(([^()]*)\)")
_ACRONYM: Final = re.compile(r"[A-Z][A-Za-z0-9]{0,6}(?:[-/][A-Z0-9]{1,3})?")
_LONGEST_ACRONYM: Final = 5
_ARABIC: Final = "Arab"
#: A part of a name in Arabic script: a word with its halves ("servant of X", "light of the faith").
_BEFORE: Final = "عبد|أبو|ابو|أبي|ابي|أم|ام|بن|ابن|بنت|ولد|آل"
_AFTER: Final = "الدين|الدین|الله|الحق|الإسلام|الاسلام"
_PIECE: Final = re.compile(rf"(?:(?:{_BEFORE})\s+)*\S+(?:\s+(?:{_AFTER})(?!\S))?")
#: A person's only name is told from a given name by its length and by how few entries bear it.
_SHORTEST_SINGLE_NAME: Final = 6
_MOST_BEARERS: Final = 2
#: Two parts of a longer name tell a person when so few entries bear one of them.
_MOST_BEARERS_OF_PART: Final = 5
_SHORTEST_SINGLE_WORD: Final = 4
_SHORTEST_ACRONYM: Final = 3
#: A word so long and not common tells a name even in small letters.
_SHORTEST_TELLING: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One way in which a listed name may stand in a text.

    Attributes:
        sounds: of its words, small words left out.
        joints: what the small words say between one sound and the next ("of", "and", "").
        article: it begins with an Arabic article; a single word needs it.
        acronym: the letters that must stand exactly so; None for a name that may vary.
        entry: None for a name that is not listed though it holds a listed one.
        weak: a low-quality alias, a part of a name, or a word that may well mean something else.
        any_case: it may stand in small letters.
    """

    sounds: tuple[str, ...]
    joints: tuple[str, ...]
    article: bool
    acronym: str | None
    name: str
    type: EntityType
    entry: EntryId | None
    weak: bool
    any_case: bool

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the consonants of its sounds, for looking up."""
        return tuple(map(skeleton, self.sounds))


@dataclass(frozen=True, slots=True)
class _Form:
    """A name as it is to be looked for, before its words are weighed."""

    text: str
    name: str
    weak: bool = False
    acronym: bool = False
    is_part: bool = False
    is_press: bool = False


def spellings_of(entries: Sequence[ListEntry]) -> Iterator[Spelling]:
    """Give every spelling to look for, in the entries' order, then the names that are not listed.

    A name that cannot be told from a common word or a given name gives none.
    """
    bearers = Counter(sound for entry in entries for sound in _sounds_in(entry))
    for entry in entries:
        for form in dict.fromkeys(_forms(entry)):
            words = [word for word in words_of(form.text) if word.reading.keys]
            if words and _is_told_apart(form, words, entry, bearers):
                yield _spelling(form, words, entry)
    for name in NOT_LISTED_NAMES:
        yield _read(_Form(name, name), type_=EntityType.ARMED_GROUP, any_case=True)


def type_of(entry: ListEntry) -> EntityType:
    """Give what kind of thing an entry is; vessels and aircraft are Material."""
    if entry.schema == "Person":
        return EntityType.PERSON
    if entry.schema in {"Vessel", "Airplane"}:
        return EntityType.MATERIAL
    return type_of_organisation(entry.name, entry.regimes)


def is_acronym_of(letters: str, name: str) -> bool:
    """Say whether letters look like an acronym of a name: they stand in it, in this order."""
    if not _ACRONYM.fullmatch(letters) or sum(map(str.isupper, letters)) * 2 < len(letters):
        return False
    rest = iter(fold(name))
    return all(letter in rest for letter in fold(letters))


def _sounds_in(entry: ListEntry) -> frozenset[str]:
    words = (word for name in entry.names for word in words_of(name.text))
    return frozenset(sound for word in words for sound in word.reading.sounds)


def _forms(entry: ListEntry) -> Iterator[_Form]:
    """Give the names of an entry as they are to be looked for."""
    for listed in entry.names:
        yield from _forms_of(listed)
    first, *others = entry.names[0].parts or ("",)
    if entry.schema == "Person" and len(others) > 1:
        for other in (others[0], others[-1]):
            yield _Form(f"{first} {other}", entry.name, weak=True, is_part=True)
    for listed in entry.names if entry.schema == "Person" else ():
        pieces = _PIECE.findall(listed.text) if listed.script == _ARABIC else []
        if len(pieces) > len(("first", "last")):
            yield _Form(f"{pieces[0]} {pieces[-1]}", listed.text, weak=True, is_part=True)
    for name in PRESS_NAMES.get((entry.authority, entry.reference), ()):
        short = name.isalnum() and len(name) <= _LONGEST_ACRONYM
        yield _Form(
            name, entry.name, acronym=short and sum(map(str.isupper, name)) > 1, is_press=True
        )


def _forms_of(listed: ListedName) -> Iterator[_Form]:
    """Give the names in a listed name: its parts, without remarks, acronyms for themselves."""
    weak = listed.quality == "weak"
    for part in _PARTS.split(_REMARK.sub("", listed.text)):
        bare = _BRACKET.sub("", part)
        acronyms = [told for told in _BRACKET.findall(part) if is_acronym_of(told, bare)]
        for letters in acronyms:
            yield _Form(letters, listed.text, weak=weak, acronym=True)
        short = len(part) <= _LONGEST_ACRONYM and part.isupper() and part.isalnum()
        yield _Form(bare if acronyms else part, listed.text, weak=weak, acronym=short)


def _is_told_apart(
    form: _Form, words: Sequence[Word], entry: ListEntry, bearers: Mapping[str, int]
) -> bool:
    """Say whether a name is more than a common word, a country or a given name."""
    if len(words) > 1:
        fewest = min(bearers[sound] for word in words for sound in word.reading.sounds)
        few = not form.is_part or fewest <= _MOST_BEARERS_OF_PART
        return few and not (form.weak and _is_half(words, entry))
    folded = fold(words[0].surface)
    if folded in COMMON_WORDS or is_country(words[0].surface):
        return False
    if entry.schema != "Person":
        return len(folded) >= (_SHORTEST_ACRONYM if form.acronym else _SHORTEST_SINGLE_WORD)
    sounds = words[0].reading.sounds
    few = all(bearers[sound] <= _MOST_BEARERS for sound in sounds)
    long = len(folded) >= _SHORTEST_SINGLE_NAME
    return len(sounds) == 1 and long and few and not form.is_part


def _spelling(form: _Form, words: Sequence[Word], entry: ListEntry) -> Spelling:
    kind = type_of(entry)
    single = len(words) == 1
    folded = [fold(word.surface) for word in words]
    told = any(len(w) >= _SHORTEST_TELLING and w not in DESCRIBING_WORDS for w in folded)
    spelling = _read(form, type_=kind, any_case=told and kind is not EntityType.PERSON)
    return replace(
        spelling,
        entry=entry.id,
        weak=form.weak or (not form.is_press and _is_doubtful(form, words, entry)),
        any_case=spelling.any_case and (not single or spelling.article),
    )


def _is_doubtful(form: _Form, words: Sequence[Word], entry: ListEntry) -> bool:
    """Say whether a name may well mean something else, though the list gives it as good."""
    if form.acronym:
        return form.text in DOUBTFUL_ACRONYMS
    if len(words) == 1:
        return not any(c.isupper() or c.islower() for c in words[0].surface)
    describing = DESCRIBING_WORDS.issuperset(fold(word.surface) for word in words)
    return _is_half(words, entry) or describing


def _is_half(words: Sequence[Word], entry: ListEntry) -> bool:
    """Say whether a person's name is a given name at most: "Abdul Rahman", "Abu Musab"."""
    return entry.schema == "Person" and len(names_in(words)) <= 1


def _read(form: _Form, *, type_: EntityType, any_case: bool) -> Spelling:
    """Give a form's sounds with what stands between them."""
    sounds: list[str] = []
    joints: list[str] = []
    joint, article = "", False
    for word in words_of(form.text):
        reading = word.reading
        if not reading.sounds:
            joint = joint or reading.joint
        article = article or (reading.article and not sounds)
        for sound in reading.sounds:
            joints.append(joint)
            sounds.append(sound)
            joint = ""
    return Spelling(
        sounds=tuple(sounds),
        joints=tuple(joints[1:]),
        article=article,
        acronym=form.text if form.acronym else None,
        name=form.name,
        type=type_,
        entry=None,
        weak=form.weak,
        any_case=any_case,
    )
