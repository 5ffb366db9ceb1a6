"""Names that were screened, and list entries that a person set aside for them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model.findings import Change, Judgement, Outdated
from sayso.model.grades import NAME
from sayso.model.ids import EntryId
from sayso.model.lists import ListEntry
from sayso.model.matches import Screening
from sayso.review.judgements import standing
from sayso.review.judging.basis import pair_evidence, what_changed
from sayso.review.judging.pairs import Entries

#: A name without case and with even spaces, what else the question gives, and the entry.
Key = tuple[str, frozenset[Change], str]


@dataclass(frozen=True, slots=True)
class ClearedNames:
    """The entries that people set aside for names, each as long as the entry says the same."""

    held: Mapping[Key, Judgement] = field(default_factory=dict)

    @classmethod
    def of(cls, judgements: Sequence[Judgement]) -> "ClearedNames":
        """Give what stands of these judgements; the last on a question and an entry decides."""
        own = (j for j in standing(judgements) if is_of_name(j))
        return cls({_key(j.about, j.changes, j.other): j for j in own})

    def find(self, question: Screening, entry: EntryId, entries: Entries) -> Outdated | None:
        """Give the clearing of an entry for the one who is asked for, with what changed since.

        A question that gives another date of birth, country or number is about somebody else, and
        so may be one that gives none: nothing is set aside for it.
        """
        made = self.held.get(_key(f"{NAME}{question.name}", details_of(question), entry))
        return None if made is None else _since(made, entries(entry))


def is_of_name(judgement: Judgement) -> bool:
    """Say whether a judgement is on a name that was screened, not on what a document names."""
    return judgement.about.startswith(NAME)


def returned(judgements: Iterable[Judgement], entries: Entries) -> Iterator[Outdated]:
    """Give the clearings of names whose entry says something else now.

    Args:
        judgements: those that stand.
        entries: the lists in force.
    """
    for judgement in judgements:
        if is_of_name(judgement) and judgement.other is not None:
            since = _since(judgement, entries(EntryId(judgement.other)))
            if since.changed:
                yield since


def details_of(question: Screening) -> tuple[Change, ...]:
    """Give what a question gives besides the name, and kinds and lists that are asked for."""
    told = [("birth", question.birth), ("country", question.country)]
    told += [("id", number) for number in sorted(question.ids)]
    return tuple(Change(slot, value) for slot, value in told if value)


def evidence_of_entry(entry: ListEntry | None) -> tuple[str, ...]:
    """Give what a judge of a name and an entry sees of the entry, as digests."""
    return tuple(pair_evidence((), (), entry))


def _since(judgement: Judgement, entry: ListEntry | None) -> Outdated:
    changed = what_changed(judgement.basis, pair_evidence((), (), entry))
    return Outdated(judgement=judgement, changed=changed)


def _key(about: str, changes: Iterable[Change], entry: str | None) -> Key:
    told = (Change(one.slot, _plain(one.value)) for one in changes)
    return _plain(about), frozenset(told), entry or ""


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
