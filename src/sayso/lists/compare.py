"""What changed between two releases of one list: by permanent reference, each change classed."""

import re
from collections.abc import Callable, Mapping
from itertools import chain
from typing import Final

from sayso.errors import BadInput
from sayso.lists.fields.words import (
    act_in_words,
    address_in_words,
    birth_in_words,
    craft_in_words,
    link_in_words,
    paper_in_words,
    wallet_in_words,
)
from sayso.model.ids import edition_of
from sayso.model.lists import FieldChange, ListChange, ListedName, ListEntry, ListRelease
from sayso.model.vocabulary import ListChangeKind
from sayso.ports import ListStore

_SUBSTANTIVE: Final = ListChangeKind.AMENDED_SUBSTANTIVE
_EDITORIAL: Final = ListChangeKind.AMENDED_EDITORIAL
_FORMATTING: Final = ListChangeKind.AMENDED_FORMATTING
_BY_GRAVITY: Final = (_SUBSTANTIVE, _EDITORIAL, _FORMATTING)


def _name(name: ListedName) -> str:
    marks = ", ".join(m for m in (name.kind, name.quality, name.note) if m is not None)
    return f"{name.text} [{marks}]"


def _one(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


#: Field → its values as the comparison and the reader see them, in the order of reporting.
#: `reviews`, `references` and `questions` follow from the others.
_VALUES: Final[Mapping[str, Callable[[ListEntry], tuple[str, ...]]]] = {
    "schema": lambda e: (e.schema,),
    "names": lambda e: tuple(map(_name, e.names)),
    "titles": lambda e: e.titles,
    "designations": lambda e: e.designations,
    "births": lambda e: tuple(map(birth_in_words, e.births)),
    "birth_places": lambda e: tuple(map(address_in_words, e.birth_places)),
    "gender": lambda e: _one(e.gender),
    "nationalities": lambda e: e.nationalities,
    "documents": lambda e: tuple(map(paper_in_words, e.documents)),
    "addresses": lambda e: tuple(map(address_in_words, e.addresses)),
    "craft": lambda e: () if e.craft is None else (craft_in_words(e.craft),),
    "wallets": lambda e: tuple(map(wallet_in_words, e.wallets)),
    "links": lambda e: tuple(map(link_in_words, e.links)),
    "un_references": lambda e: e.un_references,
    "acts": lambda e: tuple(map(act_in_words, e.acts)),
    "contacts": lambda e: e.contacts,
    "regimes": lambda e: e.regimes,
    "measures": lambda e: tuple(e.measures),
    "listed_on": lambda e: _one(e.listed_on),
    "submitted_on": lambda e: _one(e.submitted_on),
    "submitted_by": lambda e: _one(e.submitted_by),
    "delisted_on": lambda e: _one(e.delisted_on),
    "amended_on": lambda e: e.amended_on,
    "remarks": lambda e: _one(e.remarks),
    "extras": lambda e: tuple(f"{tag}: {value}" for tag, value in e.extras),
}
#: Extras that say what follows from a listing or what a party is; changes to others, and to the
#: dates of amendments, are the publisher's housekeeping.
_TELLING: Final = re.compile(
    r"(?:Additional Sanctions|Secondary sanctions|Transactions Prohibited|Executive Order|CAATSA"
    r"|IFCA|PEESA|Listing Date|Effective Date|Purchase/Sales|Target Type|Organization|Citizenship"
    r"|Issuer Name|Equity Ticker|Other Vessel|Position)\b"
)

#: Sentences that stand in hundreds of remarks and say nothing of the party.
_BOILERPLATE: Final = re.compile(
    r"(?:The )?review pursuant to (?:security council )?resolutions? .{0,400}?"
    r"(?:concluded|completed) on \d{1,2} \w+\.? \d{4}\.?"
    r"|INTERPOL-UN Security Council Special Notice web link:\s*(?:https?://\S+)?"
    r"|(?:Photo|Picture|Photograph)\w*(?: and fingerprints)? (?:is |are )?"
    r"(?:available for inclusion|included) in the INTERPOL-UN\w* ?(?:Security Council )?"
    r"Special Notice\.?"
    r"|For more information(?: on directives)?,? please (?:visit|reference) the following link:"
    r"|https?://\S+",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"\w+")
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
#: Words that change what is known of a party even in small letters.
_STANDING: Final = re.compile(
    r"deceased|dead|died|death|killed|executed|arrested|detained|imprisoned|released|extradited"
    r"|deported|convicted|sentenced|acquitted|pardoned|escaped|fugitive|captured|defunct|dissolved"
    r"|merged|leader|head|commander|founder|member|former|formerly|resigned|not|no|never",
    re.IGNORECASE,
)


def compare(
    old: ListRelease, new: ListRelease, earlier: frozenset[str] = frozenset()
) -> tuple[ListChange, ...]:
    """Give what changed, ordered by reference; nothing between a release and itself.

    An entry's change is the gravest of its fields' changes. Between files of two formats remarks
    are worded otherwise: that is editorial, for what they state stands in other fields as well.

    Args:
        old: the earlier release.
        new: the later release.
        earlier: references of releases before `old`: an entry that is new since `old` and
            stands among them reappeared.

    Raises:
        BadInput: the releases are of two authorities.
    """
    if old.authority != new.authority:
        raise BadInput(f"{old.id} and {new.id} are releases of two lists; compare two of one")
    before = {entry.reference: entry for entry in old.entries}
    after = {entry.reference: entry for entry in new.entries}
    changes: list[ListChange] = []
    for reference in sorted(before.keys() | after.keys()):
        was, now = before.get(reference), after.get(reference)
        if was is None and now is not None:
            again = reference in earlier
            kind = ListChangeKind.REAPPEARED if again else ListChangeKind.ADDED
            changes.append(ListChange(reference=reference, name=now.name, change=kind))
        elif now is None and was is not None:
            gone = ListChangeKind.REMOVED
            changes.append(ListChange(reference=reference, name=was.name, change=gone))
        elif was is not None and now is not None:
            changes += _amendments(was, now, reworded=are_of_two_formats(old, new))
    return tuple(changes)


def are_of_two_formats(old: ListRelease, new: ListRelease) -> bool:
    """Say whether only one of the files states its date, as OFAC's XML does and its CSV does not.

    OFAC's CSV tells in the remarks what has elements of its own in the XML. Of the 442 entries of
    the consolidated list of 18 December 2025 no other field differs between the two.
    """
    return (old.generated is None) != (new.generated is None)


def seen_before(release: ListRelease, lists: ListStore) -> frozenset[str]:
    """Give the references that stood in the releases held that are older than this one."""
    seen = lists.seen_before(release.authority, edition_of(release.id))
    return frozenset(entry.partition(":")[2] for entry in seen)


def _amendments(was: ListEntry, now: ListEntry, *, reworded: bool) -> tuple[ListChange, ...]:
    """Give the change of an entry that is in both releases, or nothing.

    Args:
        was: the entry before.
        now: the entry after.
        reworded: the remarks are worded otherwise, whatever they tell.
    """
    if was is now:  # as a store gives one that did not change
        return ()
    changed: list[FieldChange] = []
    for name, values_of in _VALUES.items():
        olds, news = values_of(was), values_of(now)
        if olds != news:
            kind = _class(name, olds, news)
            kind = _EDITORIAL if reworded and name == "remarks" else kind
            old, new = ("; ".join(values) or None for values in (olds, news))
            changed.append(FieldChange(field=name, old=old, new=new, change=kind))
    if not changed:
        return ()
    gravest = min((field.change for field in changed), key=_BY_GRAVITY.index)
    return (
        ListChange(reference=now.reference, name=now.name, change=gravest, fields=tuple(changed)),
    )


def _class(name: str, olds: tuple[str, ...], news: tuple[str, ...]) -> ListChangeKind:
    """Say what kind of change a field's is; remarks may be parts that stand in any order."""
    if name == "remarks":
        told = [";".join(values).split(";") for values in (olds, news)]
    else:
        told = [list(olds), list(news)]
    if sorted(map(_folded, told[0])) == sorted(map(_folded, told[1])):
        return _FORMATTING
    if name == "remarks":
        return _class_of_remarks(" ".join(olds), " ".join(news))
    is_kept_house = name == "amended_on" or (
        name == "extras" and not any(map(_TELLING.match, frozenset(olds) ^ frozenset(news)))
    )
    return _EDITORIAL if is_kept_house else _SUBSTANTIVE


def _class_of_remarks(old: str, new: str) -> ListChangeKind:
    """Say whether a change of remarks is one of wording or of what is known of the party.

    Substantive: one side has a figure, a name or a word of standing ("deceased", "not") that
    the other lacks, boilerplate left out.
    """
    core_old, core_new = (_BOILERPLATE.sub(" ", " ".join(side.split())) for side in (old, new))
    if _folded(core_old) == _folded(core_new):
        return _EDITORIAL
    words_old, words_new = (frozenset(_WORD.findall(c.casefold())) for c in (core_old, core_new))
    facts = chain(_facts(core_old) - words_new, _facts(core_new) - words_old)
    return _SUBSTANTIVE if any(facts) else _EDITORIAL


def _facts(remarks: str) -> frozenset[str]:
    """Give the words that carry facts: with a digit, capital within a sentence, or of standing."""
    found: set[str] = set()
    for sentence in _SENTENCE.split(remarks):
        for place, word in enumerate(_WORD.findall(sentence)):
            capital = place > 0 and word[0].isupper()
            if capital or any(c.isdigit() for c in word) or _STANDING.fullmatch(word):
                found.add(word.casefold())
    return frozenset(found)


def _folded(text: str) -> str:
    """Give letters and digits alone, without case: what formatting cannot change."""
    return "".join(c for c in text.casefold() if c.isalnum())
