"""Links by name, from the matcher's candidates: they count for nothing until a person judges."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from sayso.model.ids import EntryId
from sayso.model.matches import Candidate
from sayso.model.oversight import LinkKind
from sayso.states.linking.links import ExactLinks, Link, joined

#: Reasons that are told of a candidate, those that weigh most.
_MOST_REASONS: Final = 4


def all_links(
    exact: Sequence[ExactLinks], candidates: Mapping[str, Sequence[Candidate]]
) -> tuple[Link, ...]:
    """Give the exact links, and for UN entries without one the matcher's, best first.

    Args:
        exact: by each kind of exact evidence.
        candidates: by UN reference, best first; a national entry that is exactly another UN entry
            is left out.

    Returns:
        By reference; of one reference the surest first.
    """
    firm = joined(link for evidence in exact for link in evidence.links)
    questions: dict[EntryId, list[str]] = defaultdict(list)
    for evidence in exact:
        for entry, words in evidence.questions.items():
            questions[entry] += words
    tied = {link.entry for link in firm}
    linked = {link.reference for link in firm}
    free = {
        reference: [c for c in found if c.entry not in tied]
        for reference, found in candidates.items()
        if reference not in linked
    }
    wanted = Counter(c.entry for found in free.values() for c in found)
    links = list(firm)
    for reference, found in free.items():
        for candidate in found:
            odd = list(questions.get(candidate.entry, ()))
            if wanted[candidate.entry] > 1:
                odd.append(f"it may be {wanted[candidate.entry]} entries of the UN list")
            links.append(_link(reference, candidate, tuple(odd)))
    return tuple(sorted(links, key=lambda link: link.reference))


def _link(reference: str, candidate: Candidate, questions: tuple[str, ...]) -> Link:
    telling = sorted(candidate.features, key=lambda feature: -abs(feature.log_odds))
    notes = dict.fromkeys(feature.note for feature in telling if feature.note)
    asked = f"matched by name at {candidate.probability:.0%}: a person has to confirm it"
    return Link(
        reference=reference,
        entry=candidate.entry,
        kind=LinkKind.MATCHED,
        reasons=(asked, *list(notes)[:_MOST_REASONS]),
        questions=questions,
    )
