"""An invented project in which every finding has something that must not be lost on the way.

One finding of each status, said by a source within a source and denied by the party concerned, in
a restricted document under a licence with a notice; the names are in ten scripts.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from sayso.model.findings import Finding, Knowledge, Root
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import (
    EntityType,
    Factuality,
    FindingStatus,
    Handling,
    ListingStatus,
    Modality,
    Predicate,
    Reply,
    Role,
    SourceKind,
)
from tests.fakes import TEN_SCRIPTS
from tests.views.build import NARRATOR, Paper, Said, entity, finding, known, listing

NAMES: Final = (*TEN_SCRIPTS, "Զառնավա")
HANDLINGS: Final = (Handling.PUBLIC, Handling.INTERNAL, Handling.RESTRICTED)
#: What a speaker is sure of, where the status says that it is not plain.
HEDGES: Final = {
    FindingStatus.HEDGED: Factuality.POSSIBLE,
    FindingStatus.SECONDARY_ONLY: Factuality.PROBABLE,
    FindingStatus.UNCLEAR: Factuality.UNKNOWN,
}


class Case(NamedTuple):
    """One finding with all that must go wherever it goes."""

    finding: Finding
    paper: Paper
    party: str
    words: str
    speakers: tuple[str, ...]
    denial: str
    handling: Handling
    licence: str
    notice: str


def cases() -> list[Case]:
    """Give a case for each status."""
    return [_case(number, status) for number, status in enumerate(FindingStatus)]


def rich(made: list[Case]) -> Knowledge:
    """Give all of them as one project."""
    parties = [party for case in made for party in _parties(case)]
    whole = known([c.paper for c in made], parties, [c.finding for c in made])
    basis = {c.paper.id: c.licence for c in made}
    records = {
        key: replace(r, document=replace(r.document, lawful_basis=basis[key]))
        for key, r in whole.records.items()
    }
    return replace(whole, records=records)


def _case(number: int, status: FindingStatus) -> Case:
    name, state, delegate = NAMES[number], f"State {number}", f"Delegate {number}"
    words = f"{name} purportedly sends up to eight trucks to Dast {number} in Ghazni"
    denial = f"{name} sends nothing to Dast {number}"
    paper = Paper(
        text=(
            f"{state} was told by {delegate} that {words}.\n"
            f"“{denial}”, a spokesman of {name} said.\n"
        ),
        publisher=f"Panel {number}",
        title=f"Report {number}",
        handling=HANDLINGS[number % 3],
        notice=f"Invented, notice {number}",
    )
    party = paper.entity(EntityType.ARMED_GROUP, name)
    dast = paper.entity(EntityType.ORGANISATION, f"Dast {number}")
    reporter = paper.entity(EntityType.PUBLIC_BODY, state)
    speaker = paper.entity(EntityType.PERSON, delegate)
    if number == 0:
        paper.listings.append(listing(party, ListingStatus.LISTED, reference="QDe.900"))
    chain = (
        NARRATOR,
        paper.source(SourceKind.ENTITY, reporter, state),
        paper.source(SourceKind.ENTITY, speaker, delegate),
    )
    said = Said(
        Predicate.SUPPORTS,
        words,
        {Role.SUBJECT: party, Role.OBJECT: dast},
        trigger="sends",
        chain=chain,
        factuality=HEDGES.get(status, Factuality.CERTAIN),
        place=("Ghazni", "AF-GHA"),
        quantity="up to eight",
        kind="arms",
    )
    denied = replace(
        said,
        content=denial,
        chain=(NARRATOR, paper.source(SourceKind.ENTITY, party, name)),
        factuality=Factuality.CERTAIN_NOT,
        modality=Modality.DENIED,
        place=None,
        quantity=None,
    )
    claims = paper.claim(said), paper.claim(denied)
    return Case(
        finding=_finding(number, status, claims),
        paper=paper,
        party=name,
        words=words,
        speakers=(state, delegate),
        denial=denial,
        handling=paper.handling,
        licence=f"CC BY {number}.0",
        notice=paper.notice or "",
    )


def _finding(number: int, status: FindingStatus, claims: tuple[ClaimId, ClaimId]) -> Finding:
    said, denied = claims
    name = NAMES[number]
    stance = "?" if status is FindingStatus.UNCLEAR else "+"
    return finding(
        number + 1,
        claims,
        (
            Root(name=f"Delegate {number}", stance=stance, claims=(said,)),
            Root(name=name, stance="-", claims=(denied,), concerned=True),
        ),
        subject=f"e-{name.casefold().replace(' ', '-')}",
        predicate=Predicate.SUPPORTS,
        object=f"e-dast-{number}",
        place="Ghazni",
        place_code="AF-GHA",
        kind="arms",
        status=status,
        reply=Reply.RECEIVED,
        replies=(denied,),
        explanation=f"because of reason {number}",
    )


def _parties(case: Case) -> Iterator[object]:
    listings = {one.entity: one for one in case.paper.listings}
    for local in case.paper.entities:
        yield entity(local.type, local.name, members=[local.id], listed=listings.get(local.id))
