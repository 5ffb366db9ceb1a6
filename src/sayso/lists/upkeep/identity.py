"""Whether an entry's names, dates of birth and papers tell one party from others."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from sayso.lists.fields.words import birth_in_words, paper_in_words
from sayso.lists.upkeep.births import apart, births_told, fits
from sayso.lists.upkeep.scope import Scope, found
from sayso.model.lists import ListedDocument, ListEntry
from sayso.model.upkeep import Discrepancy, DiscrepancyKind, EntryWords

#: What fills a field and says nothing.
_NOTHING: Final = re.compile(
    r"\W*(?:n\W?a|not (?:available|known)|unknown|none|nil|null|tbd)?\W*", re.IGNORECASE
)
_WORD: Final = re.compile(r"\w+")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


def check_identity(entry: ListEntry) -> Iterator[Discrepancy]:
    """Give what is at odds or empty in the fields that identify the party."""
    yield from _births(entry)
    known = (entry.births, entry.birth_places, entry.nationalities, entry.documents)
    if entry.schema == "Person" and not any(known):
        says = "no date or place of birth, no nationality and no paper"
        yield found(DiscrepancyKind.NO_IDENTIFIER, entry, says)
    for field, value in _values(entry):
        if _NOTHING.fullmatch(value):
            words = [EntryWords(reference=entry.reference, field=field, words=value)]
            says = f"the field “{field}” holds “{value}”"
            yield found(DiscrepancyKind.EMPTY_FIELD, entry, says, words)
    for paper in entry.documents:
        if not _has_number(paper):
            told = paper_in_words(paper)
            words = [EntryWords(reference=entry.reference, field="documents", words=told)]
            says = "a paper without a number"
            yield found(DiscrepancyKind.EMPTY_FIELD, entry, says, words)
    for question in entry.questions:
        yield found(DiscrepancyKind.ODD_VALUE, entry, question)


def check_names(scope: Scope) -> Iterator[Discrepancy]:
    """Give pairs of references that share a name, told at the first of the two."""
    shared: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for texts in _bearers(scope).values():
        for one, other in combinations(sorted(texts), 2):
            shared[one, other].append((texts[one], texts[other]))
    for (one, other), names in sorted(shared.items()):
        yield _pair(scope.entries[one], scope.entries[other], names)


def _pair(entry: ListEntry, other: ListEntry, names: Sequence[tuple[str, str]]) -> Discrepancy:
    """Say what two entries with a name in common have in common."""
    agree = [
        birth_in_words(a)
        for a in entry.births
        if any(not apart(a, b, about_years=0) for b in other.births)
    ]
    kind = DiscrepancyKind.SAME_NAME_AND_BIRTH if agree else DiscrepancyKind.SHARED_NAME
    many = "a name" if len(names) == 1 else f"{len(names)} names"
    born = f" and the date of birth {agree[0]}" if agree else ""
    rest = "" if agree or not (entry.births and other.births) else "; their dates of birth differ"
    says = f"{many}{born} in common with {other.name} ({other.reference}){rest}"
    words = [EntryWords(reference=entry.reference, field="names", words=own) for own, _ in names]
    words += [EntryWords(reference=other.reference, field="names", words=its) for _, its in names]
    return found(kind, entry, says, words, [other.reference])


def _bearers(scope: Scope) -> dict[tuple[str, str], dict[str, str]]:
    """Give for each kind of party and full name the references that bear it, as they write it.

    Weak aliases and single words are left out; the order of the words does not matter.
    """
    bearers: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for entry in scope.entries.values():
        for name in entry.names:
            words = sorted(_WORD.findall(name.text.casefold()))
            if name.quality != "weak" and len(words) > 1:
                key = (entry.schema, " ".join(words))
                bearers[key].setdefault(entry.reference, name.text)
    return bearers


def _births(entry: ListEntry) -> Iterator[Discrepancy]:
    own = "; ".join(birth_in_words(birth) for birth in entry.births)
    ruled_out = [told for told in births_told(entry) if not fits(told, entry)]
    if ruled_out:
        dates = ", ".join(dict.fromkeys(birth_in_words(told.born) for told in ruled_out))
        says = (
            f"another field gives a date of birth ({dates}) that none of the entry's own ({own}) "
            "allows; an alias or a paper may carry a false one"
        )
        words = [told.words for told in ruled_out]
        yield found(DiscrepancyKind.BIRTH_CONTRADICTED, entry, says, words)
    for birth in entry.births:
        if birth.start is not None and birth.start > (entry.listed_on or "9999"):
            says = f"a date of birth ({birth_in_words(birth)}) after the listing"
            yield found(DiscrepancyKind.BIRTH_CONTRADICTED, entry, says)
        if birth.start is not None and birth.start > (birth.end or "9999"):
            says = f"a date of birth that ends before it begins ({birth_in_words(birth)})"
            yield found(DiscrepancyKind.BIRTH_CONTRADICTED, entry, says)
    if any(apart(a, b) for a, b in combinations(entry.births, 2)):
        says = f"{len(entry.births)} dates of birth, of which some rule out others: {own}"
        yield found(DiscrepancyKind.BIRTHS_APART, entry, says)


def _has_number(paper: ListedDocument) -> bool:
    """Say whether a paper gives a number anywhere; years are none."""
    rest = " ".join(filter(None, (paper.number, paper.type, paper.type_detail, paper.note)))
    return any(c.isdigit() for c in _YEAR.sub("", rest))


def _values(entry: ListEntry) -> Iterator[tuple[str, str]]:
    """Give the short fields of an entry with their names."""
    yield from (("nationalities", value) for value in entry.nationalities)
    yield from (("titles", value) for value in entry.titles)
    yield from (("designations", value) for value in entry.designations)
    for paper in entry.documents:
        yield from (("documents", v) for v in (paper.number, paper.issuing_country) if v)
    for field, places in (("addresses", entry.addresses), ("birth_places", entry.birth_places)):
        for place in places:
            parts = (place.street, place.city, place.state_province, place.country)
            yield from ((field, part) for part in parts if part)
