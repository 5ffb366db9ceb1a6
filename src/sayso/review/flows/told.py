"""What several claims tell alike: on whose word, how it stands, and what is held against it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sayso.model.claims import PlaceMention
from sayso.model.findings import Finding, Knowledge, Root
from sayso.model.flows import Denial, Standing, Told
from sayso.model.ids import ClaimId, FindingId
from sayso.model.vocabulary import Factuality, FindingStatus, Modality, PlaceLevel, Role
from sayso.review.flows.figures import accounts_of, figures_of, often_in
from sayso.review.flows.telling import Telling
from sayso.review.flows.times import from_first_to_last, overlap, reach_of

_FIRM: Final = frozenset({Factuality.CERTAIN, Factuality.CERTAIN_NOT})
_DISTANT: Final = frozenset(
    {Modality.POSSIBLE, Modality.PURPORTED, Modality.SUSPECTED, Modality.CONCERN}
)
#: Of several findings the first of these that one has is the status of all: disputes first,
#: because numbers must never hide them, then the best founded.
_PRECEDENCE: Final = (
    FindingStatus.CONTESTED,
    FindingStatus.DISPUTED_BY_THIRD_PARTY,
    FindingStatus.PRIMARY_DIFFERS,
    FindingStatus.CORROBORATED,
    FindingStatus.ASSERTED,
    FindingStatus.SECONDARY_ONLY,
    FindingStatus.HEDGED,
    FindingStatus.DENIED,
    FindingStatus.UNCLEAR,
    FindingStatus.RETRACTED,
    FindingStatus.SUPERSEDED,
)


class Denials:
    """Everything that claims deny, to be set beside what others tell."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._roots: dict[FindingId, dict[ClaimId, Root]] = {}
        self._by_end: dict[str, list[Telling]] = defaultdict(list)
        for telling in tellings:
            is_firm = telling.claim.factuality is not Factuality.POSSIBLE_NOT
            if telling.standing is Standing.DENIED and is_firm:
                for end in telling.parts[:2]:
                    if end is not None:
                        self._by_end[end].append(telling)

    def beside(self, row: Sequence[Telling]) -> tuple[Denial, ...]:
        """Give what denies a row, each claim once: in its own findings first, then elsewhere.

        A denial elsewhere is of the same giver and receiver, or of any; of the same kind of
        thing, a broader one, or any, and of one kind only where the row says none; and of no
        other place or time.
        """
        own = {telling.claim.id for telling in row}
        found = {d.claim: d for d in _in_findings(row) if d.claim not in own}
        ends = dict.fromkeys(end for told in row for end in told.parts[:2] if end is not None)
        distinct = {(t.parts, t.edtf, t.place and t.place.name): t for t in row}.values()
        for telling in (t for end in ends for t in self._by_end[end]):
            if telling.claim.id not in own and telling.claim.id not in found:
                denied = (told for told in distinct if _denies(telling, told))
                first = next(denied, None)
                if first is not None:
                    found[telling.claim.id] = self._denial(telling, first)
        return tuple(found.values())

    def _denial(self, denial: Telling, told: Telling) -> Denial:
        """Give a claim that denies, with its root."""
        finding, claim = denial.finding, denial.claim.id
        if finding.id not in self._roots:
            self._roots[finding.id] = {c: root for root in finding.roots for c in root.claims}
        root = self._roots[finding.id][claim]
        only = denial.thing.name if told.thing is None and denial.thing is not None else None
        return Denial(claim=claim, by=root.name, concerned=root.concerned, only=only)


def told_of(row: Sequence[Telling], denials: Denials, knowledge: Knowledge) -> Told:
    """Give what the tellings of one row, of one standing, tell alike; there is at least one."""
    claims = tuple(dict.fromkeys(t.claim.id for t in row))
    own = frozenset(claims)
    findings = tuple({t.finding.id: t.finding for t in row}.values())
    against = () if row[0].standing is Standing.DENIED else denials.beside(row)
    answers = own.union(d.claim for d in against)
    roots = [root for root in _roots(findings) if not own.isdisjoint(root.claims)]
    dates = sorted(d for d in (knowledge.document_of(t.claim).published for t in row) if d)
    return Told(
        standing=row[0].standing,
        status=_status(findings, against, row[0].standing),
        hedged=all(t.claim.factuality not in _FIRM or t.claim.modality in _DISTANT for t in row),
        accounts=accounts_of(row),
        roots=_names(root for root in roots if root.independent),
        nameless=_names(root for root in roots if not root.independent),
        time=from_first_to_last(t.edtf for t in row if t.edtf is not None),
        published=(dates[0], dates[-1]) if dates else None,
        places=tuple(dict.fromkeys(_place_names(row, knowledge))),
        figures=figures_of(row, knowledge),
        how_often=often_in(row, knowledge),
        denials=against,
        replies=() if row[0].standing is Standing.DENIED else _replies(findings, answers),
        findings=tuple(f.id for f in findings),
        claims=claims,
    )


def _roots(findings: Iterable[Finding]) -> Iterator[Root]:
    return (root for finding in findings for root in finding.roots)


def _names(roots: Iterable[Root]) -> tuple[str, ...]:
    """Give the names of roots, each once, by alphabet."""
    return tuple(sorted({root.name for root in roots}))


def _replies(findings: Iterable[Finding], known: Iterable[ClaimId]) -> tuple[ClaimId, ...]:
    """Give the replies to findings that are none of the known claims, each once, in order."""
    told = set(known)
    return tuple(dict.fromkeys(c for f in findings for c in f.replies if c not in told))


def _status(
    findings: Iterable[Finding], against: Iterable[Denial], standing: Standing
) -> FindingStatus:
    """Give the status of all findings together, with the denials that stand elsewhere."""
    found = {finding.status for finding in findings}
    if standing is Standing.DONE:
        found |= {
            FindingStatus.CONTESTED if d.concerned else FindingStatus.DISPUTED_BY_THIRD_PARTY
            for d in against
            if d.only is None
        }
    return next(status for status in _PRECEDENCE if status in found)


def _in_findings(row: Iterable[Telling]) -> Iterator[Denial]:
    """Give what denies the findings of a row."""
    for root in _roots({t.finding.id: t.finding for t in row}.values()):
        if root.stance == "-":
            for claim in root.claims:
                yield Denial(claim=claim, by=root.name, concerned=root.concerned)


def _denies(denial: Telling, told: Telling) -> bool:
    """Say whether a denial that stands elsewhere is of what is told."""
    giver, receiver, thing = denial.parts
    kinds = {None, thing} if told.thing is None else {None, told.thing.key, told.thing.broader}
    return (
        denial.rung is told.rung
        and giver in {None, told.parts[0]}
        and receiver in {None, told.parts[1]}
        and thing in kinds
        and _may_be_there(denial, told)
        and _may_be_then(denial, told)
    )


def _may_be_there(denial: Telling, told: Telling) -> bool:
    """Say whether what is denied may be at the place of what is told."""
    return not _are_apart(denial.place, told.place)


def _are_apart(one: PlaceMention | None, other: PlaceMention | None) -> bool:
    """Say whether places lie in different countries, or in different divisions of one."""
    if one is None or other is None or None in (one.country, other.country):
        return False
    if one.country != other.country:
        return True
    is_wide = PlaceLevel.COUNTRY in (one.level, other.level)
    return not is_wide and None not in (one.code, other.code) and one.code != other.code


def _may_be_then(denial: Telling, told: Telling) -> bool:
    """Say whether what is denied may be at the time of what is told."""
    if told.edtf is None:
        return True
    made = f"../{denial.published or ''}"  # what has no time was, if at all, before it was denied
    return overlap(reach_of(denial.edtf or made), reach_of(told.edtf))


def _place_names(row: Iterable[Telling], knowledge: Knowledge) -> Iterator[str]:
    """Give the places that tellings name, in order."""
    for telling in row:
        said = telling.claim.proposition
        if telling.place is not None:
            yield telling.place.name
        named = (knowledge.entity_behind(a.entity) for a in said.arguments if a.role is Role.PLACE)
        yield from (entity.name for entity in named if entity is not None)
