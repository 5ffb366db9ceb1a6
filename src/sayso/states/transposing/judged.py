"""What people judged of links: that two entries are one, are not, or that it is unsure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sayso.model.findings import Judgement
from sayso.model.ids import EntryId
from sayso.model.oversight import Difference, LinkKind, Transposition


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement on a national entry and a UN entry.

    Attributes:
        changed: what of both entries is otherwise than its judge saw it, in words.
    """

    judgement: Judgement
    changed: tuple[str, ...] = ()


#: National entry and UN reference → what stands of them.
Verdicts = Mapping[tuple[EntryId, str], Judged]


def judged_transpositions(
    shown: Iterable[Transposition], verdicts: Verdicts
) -> Iterator[Transposition]:
    """Give transpositions as people judged their links; of two entries that are not one: none."""
    for one in shown:
        found = None if one.entry is None else verdicts.get((one.entry, one.reference))
        if found is None:
            yield one
        elif found.judgement.verdict != "different":
            yield _judged(one, found)


def _judged(one: Transposition, found: Judged) -> Transposition:
    words = _words(found.judgement)
    if found.judgement.verdict == "unsure":
        return replace(one, questions=(*one.questions, words))
    other = tuple(f"since that judgement: {change}" for change in found.changed)
    return replace(
        one,
        link=_firm(one.link),
        reasons=(words, *one.reasons),
        questions=(*one.questions, *other),
    )


def _firm(link: LinkKind) -> LinkKind:
    """Give what a link is once a person said that it is right; exact evidence stays that."""
    return link if link is LinkKind.EXACT else LinkKind.JUDGED


def _words(judgement: Judgement) -> str:
    said = "judged the same" if judgement.verdict == "same" else "left unsure"
    return f"{said} by {judgement.by} on {judgement.at.date()}: {judgement.reason}"


def judged_differences(shown: Iterable[Difference], verdicts: Verdicts) -> Iterator[Difference]:
    """Give differences as people judged the links that they rest on."""
    for one in shown:
        found = verdicts.get((one.entry, one.reference))
        verdict = None if found is None else found.judgement.verdict
        if verdict == "same":
            yield replace(one, link=_firm(one.link))
        elif verdict != "different":
            yield one
