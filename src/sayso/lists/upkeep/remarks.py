"""The remarks of an entry, sentence by sentence: deaths, leaders, reviews, steps of delisting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.model.lists import ListEntry
from sayso.model.upkeep import EntryWords, Review

_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905  # reads
#: Where a sentence may end; some remarks have no space, or no full stop, before what follows.
_END: Final = re.compile(
    r"(?<=[.;!?])\s+|(?<=\d\.)(?=[A-Z])|(?<=[a-z]\.)(?=[A-Z][a-z])"
    r"|\s+(?=INTERPOL-UN )|\s+(?=(?:The )?[Rr]eview pursuant )"
)
_SHORT: Final = "|".join((*_MONTHS, "Sept", "Mr", "Mrs", "Dr", "No", "St", "Gen", "Col"))
_NO_END: Final = re.compile(rf"(?:\b(?:{_SHORT}|a\.k\.a|f\.k\.a|[A-Z]{{2}}[ie]|[A-Z])|^)\.$")
_REFERENCE: Final = r"[A-Z]{2}[ie]\.\s?\d{3}"

_HEDGES: Final = r"reportedly|reported|believed|allegedly|presumed|presumably|possibly"
#: A sentence about the party begins with its state, for the subject is left out: "Reportedly
#: deceased in 2017.", "Killed in October 2019 during …", but not "Killed three guards".
_DEATH: Final = re.compile(
    rf"(?:As (?:of|at) [^,]{{3,30}}, )?(?:(?P<hedge>{_HEDGES})|confirmed)?"
    r"(?: status/location:)?\s?(?:to have |to be |as )?"
    r"(?:deceased|dead|died|(?:killed|assassinated|executed)"
    r"(?=\s+(?:in|on|by|during|as|near|at|after|while)\b|\W*$))\b",
    re.IGNORECASE,
)
#: The same of a subject that is named: "Zarmast Tolwak was reportedly killed during fighting".
_OF_NAMED: Final = re.compile(
    r"(?P<subject>(?:[^\W\d_][\w'’-]+\s){1,6}?)(?:is |was |has |had )?"
    rf"(?:(?P<hedge>{_HEDGES}) )?(?:to have |to be |been )?"
    r"(?P<state>killed|assassinated|executed|died|deceased|dead)\b"
)
_PASSIVE: Final = re.compile(r"\b(?:is|was|has|had|been)\b|\bdied$")
_GONE: Final = re.compile(
    rf"(?:(?P<hedge>{_HEDGES})|confirmed|now)?\s?(?:to be )?(?:defunct|dissolved|disbanded)\b",
    re.IGNORECASE,
)
_ENDED: Final = re.compile(
    r"(?P<subject>.{2,120}?) (?:has |was )?(?:ceased (?:its work|to exist|operations|operating)"
    r"|no longer in existence|dissolved)\b"
)
_PRESENT: Final = re.compile(
    r"(?:he|she) is (?:an? )?(?:active|currently)\b|believed to be (?:in|hiding|located|living)\b"
    r"|(?:currently|still)\b|(?P<subject>[^.,;]{2,80}?) (?:is|and) (?:currently|still) ",
    re.IGNORECASE,
)
_DATED: Final = re.compile(r"\bas (?:of|at)\b|\b(?:19|20)\d\d\b|\buntil\b", re.IGNORECASE)

_NAME_AND_MARK: Final = (
    rf"(?:his (?:son|brother) )?(?P<name>[^().;]{{3,90}}?) \((?P<mark>{_REFERENCE}|deceased)\)"
)
#: How an entity's remarks name its leader; a founder or a former leader is none.
_LEADERS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Ll]eader (?:of \S+ )?is {_NAME_AND_MARK}",
        rf"(?:^|\band |\bcurrently )(?:[Ll]ed|[Hh]eaded) by {_NAME_AND_MARK}",
        r"^(?P<name>[^().;]{3,90}?) \((?P<mark>"
        + _REFERENCE
        + r")\) is the (?:overall )?leader of",
        r"^(?P<name>[^().;]{3,90}?) \((?P<mark>" + _REFERENCE + r")\) succeeded .* leader of",
    )
)
_REVIEW: Final = re.compile(
    r"(?:The )?[Rr]eview pursuant to (?:(?:the )?(?:United Nations )?Security Council )?"
    r"resolutions? (?P<resolution>\d{4} \(\d{4}\)(?:(?:,| and) \d{4} \(\d{4}\))*) "
    r"(?:was )?(?:concluded|completed) on (?P<day>\d{1,2} [A-Z][a-z]+\.?(?: \d{4})?)"
)
_STEP: Final = re.compile(
    r"Ombudsperson|Focal Point|\bde-?list(?:ed|ing)|\bremoved from the|\bpetition|\bannulled"
    r"|\bacquitt|\bexemption|\balso listed under|\bwere consolidated|\bappeared also as",
    re.IGNORECASE,
)
#: What points to the Special Notice and says nothing of the party.
_LINK: Final = re.compile(
    r"INTERPOL-UN |https?://|Phot\w+ .*available for inclusion", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class State:
    """That a party is recorded as deceased or defunct: by which words, and with a hedge or not."""

    words: EntryWords
    hedged: bool


@dataclass(frozen=True, slots=True)
class Leader:
    """Whom an entity's remarks name as its leader; `reference` is None for one "(deceased)"."""

    name: str
    reference: str | None
    words: EntryWords


def even(text: str | None) -> str:
    """Give a text with every run of white space as one space."""
    return " ".join((text or "").split())


def sentences(text: str) -> Iterator[str]:
    """Give the sentences of remarks, in order, white space made even; abbreviations end none."""
    text, start = even(text), 0
    for end in _END.finditer(text):
        piece = text[start : end.start()]
        if piece and not _NO_END.search(piece):
            yield piece
            start = end.end()
    if text[start:]:
        yield text[start:]


def death_of(entry: ListEntry) -> State | None:
    """Give the first words of an entry that record its person as dead; of an entity None."""
    if entry.schema != "Person":
        return None
    notes = ((a.note, "addresses") for a in entry.addresses)
    told = [*((s, "remarks") for s in sentences(entry.remarks or "")), *notes]
    found = (_death(even(words), field, entry) for words, field in told if words)
    return next((state for state in found if state is not None), None)


def _death(sentence: str, field: str, entry: ListEntry) -> State | None:
    words = EntryWords(reference=entry.reference, field=field, words=sentence)
    own = _DEATH.match(sentence)
    if own is not None:
        return State(words, hedged=own["hedge"] is not None)
    for found in _OF_NAMED.finditer(sentence):
        passive = _PASSIVE.search(found[0])
        if passive is not None and _is_own(found["subject"], entry):
            return State(words, hedged=found["hedge"] is not None)
    return None


def end_of(entry: ListEntry) -> State | None:
    """Give the first words of an entry that record its entity as defunct; of a person None."""
    if entry.schema == "Person":
        return None
    for sentence in sentences(entry.remarks or ""):
        gone, ended = _GONE.match(sentence), _ENDED.match(sentence)
        words = EntryWords(reference=entry.reference, field="remarks", words=sentence)
        if gone is not None:
            return State(words, hedged=gone["hedge"] is not None)
        if ended is not None and _is_own(ended["subject"], entry):
            return State(words, hedged=False)
    return None


def present_words(entry: ListEntry) -> tuple[EntryWords, ...]:
    """Give the undated sentences that speak of the party in the present."""
    found = []
    for sentence in sentences(entry.remarks or ""):
        told = _PRESENT.match(sentence)
        if told is None or _DATED.search(sentence):
            continue
        if told["subject"] is None or _names_party(told["subject"], entry):
            found.append(EntryWords(reference=entry.reference, field="remarks", words=sentence))
    return tuple(found)


def leaders_of(entry: ListEntry) -> tuple[Leader, ...]:
    """Give whom an entity's remarks name as its leader, in order; of a person nobody."""
    found: list[Leader] = []
    for sentence in sentences(entry.remarks or "") if entry.schema != "Person" else ():
        words = EntryWords(reference=entry.reference, field="remarks", words=sentence)
        for pattern in _LEADERS:
            told = pattern.search(sentence)
            if told is not None and "former" not in sentence[: told.end()].lower():
                mark = None if told["mark"] == "deceased" else _plain(told["mark"])
                found.append(Leader(told["name"], mark, words))
                break
    return tuple(found)


def reviews_in(entry: ListEntry) -> tuple[Review, ...]:
    """Give the reviews that the remarks record, in order."""
    found = _REVIEW.finditer(even(entry.remarks))
    return tuple(
        Review(resolution=r["resolution"], concluded_on=day_in(r["day"]), words=r[0]) for r in found
    )


def steps_in(entry: ListEntry) -> tuple[EntryWords, ...]:
    """Give the sentences that tell of delisting, exemption, court or Ombudsperson."""
    return tuple(
        EntryWords(reference=entry.reference, field="remarks", words=sentence)
        for sentence in sentences(entry.remarks or "")
        if _STEP.search(sentence)
    )


def plain_remarks(entry: ListEntry) -> tuple[str, ...]:
    """Give the sentences that say something of the party: no review, no step, no link."""
    return tuple(
        sentence
        for sentence in sentences(entry.remarks or "")
        if not (_REVIEW.search(sentence) or _STEP.search(sentence) or _LINK.match(sentence))
    )


def naming(entry: ListEntry, reference: str) -> tuple[EntryWords, ...]:
    """Give the sentences of an entry that name a reference."""
    return tuple(
        EntryWords(reference=entry.reference, field="remarks", words=sentence)
        for sentence in sentences(entry.remarks or "")
        if reference in map(_plain, re.findall(_REFERENCE, sentence))
    )


def day_in(words: str) -> str | None:
    """Give the ISO date of "30 October 2023" or "4 Dec. 2019"; None unless it is a whole one."""
    day, _, rest = words.replace(".", "").partition(" ")
    month, _, year = rest.partition(" ")
    if month[:3].title() not in _MONTHS or not (day.isdigit() and year.isdigit()):
        return None
    try:
        return date(int(year), _MONTHS.index(month[:3].title()) + 1, int(day)).isoformat()
    except ValueError:
        return None


def _plain(reference: str) -> str:
    return reference.replace(" ", "")


def _is_own(subject: str, entry: ListEntry) -> bool:
    """Say whether the words before a verb are a pronoun or end in two words of the party's name."""
    words = re.findall(r"[\w'’-]+", subject.casefold())
    if words in (["he"], ["she"]):
        return True
    return len(words) > 1 and set(words[-2:]) <= _name_words(entry)


def _names_party(subject: str, entry: ListEntry) -> bool:
    """Say whether words hold two words of the party's name, or begin with a pronoun."""
    words = re.findall(r"[\w'’-]+", subject.casefold())
    return words[:1] in (["he"], ["she"]) or len(set(words) & _name_words(entry)) > 1


def _name_words(entry: ListEntry) -> set[str]:
    return {w for name in entry.names for w in re.findall(r"[\w'’-]+", name.text.casefold())}
