"""Whatever a claim says, its annotation says the same when it comes back: a property."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.collect.neighbours.parties import Ground
from sayso.importing import Handed, Hints, read_handed
from sayso.model.claims import Claim, DocumentEntity, Quantity, SourceNode
from sayso.model.documents import Intake
from sayso.model.findings import Knowledge
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import (
    EntityType,
    Factuality,
    Modality,
    PlaceLevel,
    Predicate,
    Realis,
    Role,
    SourceKind,
)
from sayso.views.interchange.annotations import AnnotationExporter
from tests.collect.neighbours.build import collector
from tests.fakes import TEN_SCRIPTS, tiny_original
from tests.views.build import NARRATOR, Paper, Said, known

FIGURES = st.one_of(st.none(), st.floats(-1e9, 1e9), st.integers(0, 10**6).map(float))
KINDS = st.sampled_from([k for k in SourceKind if k is not SourceKind.NARRATOR])


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    """Draw a sentence with two parties, speakers, a place, a time and a figure, in any colour."""
    first, second, *speakers = draw(st.permutations(TEN_SCRIPTS))[:5]
    text = (
        f"🜂 {', '.join(speakers)} said on 3 May 2024 in Ghazni that {first} gave up to eight "
        f"trucks to {second}.\n"
    )
    paper = Paper(text=text, publisher="The Kandor Post")
    party, other = (
        paper.entity(EntityType.ARMED_GROUP, first),
        paper.entity(draw(st.sampled_from([EntityType.PERSON, EntityType.ORGANISATION])), second),
    )
    chain = [NARRATOR]
    for name in speakers[: draw(st.integers(0, 3))]:
        node = paper.source(draw(KINDS), paper.entity(EntityType.PERSON, name), name)
        behind = draw(st.sampled_from([None, party, other]))
        bare = draw(st.booleans())
        chain.append(replace(node, entity=None if bare else node.entity, speaks_for=behind))
    predicate = draw(st.sampled_from(list(Predicate)))
    paper.claim(
        Said(
            predicate,
            f"{first} gave up to eight trucks to {second}",
            {Role.SUBJECT: party, draw(st.sampled_from([Role.OBJECT, Role.ITEM])): other},
            trigger="gave",
            chain=chain,
            factuality=draw(st.sampled_from(list(Factuality))),
            modality=draw(st.sampled_from(list(Modality))),
            cue=draw(st.sampled_from([None, "said"])),
            place=draw(st.sampled_from([None, ("Ghazni", "AF-GHA")])),
            time=draw(st.sampled_from([None, ("3 May 2024", "2024-05-03")])),
            kind="swaps"
            if predicate is Predicate.OTHER
            else draw(st.sampled_from([None, "funds"])),
            confidence=draw(st.floats(0, 1).map(lambda share: round(share, 3))),
            direct=draw(st.booleans()),
        )
    )
    paper.claims[0] = coloured(draw, paper, paper.claims[0])
    return paper


def coloured(draw: st.DrawFn, paper: Paper, claim: Claim) -> Claim:
    """Draw where a claim stands in time, how fine its place is, and its figure."""
    span = paper.span("up to eight")
    figure = Quantity(
        minimum=draw(FIGURES),
        maximum=draw(FIGURES),
        exact=draw(FIGURES),
        span=span,
        text="up to eight",
    )
    said = claim.proposition
    site = said.place and replace(said.place, level=draw(st.sampled_from(list(PlaceLevel))))
    said = replace(
        said,
        realis=draw(st.sampled_from(list(Realis))),
        place=site,
        quantity=draw(st.sampled_from([None, figure])),
    )
    return replace(claim, proposition=said)


def exported(paper: Paper) -> tuple[Knowledge, bytes]:
    knowledge = known([paper], [], [])
    [content] = AnnotationExporter().write(knowledge).values()
    return knowledge, content


def plain(claim: Claim, entities: tuple[DocumentEntity, ...]) -> Claim:
    """Give a claim without what no other tool can know: our ids, and points on the map."""
    names = {entity.id: (entity.type, entity.name) for entity in entities}
    said = claim.proposition

    def node(one: SourceNode) -> SourceNode:
        behind = names.get(one.speaks_for)
        return replace(one, entity=names.get(one.entity), speaks_for=behind)

    return replace(
        claim,
        id=ClaimId(""),
        extractor="",
        passage_id="",
        source_chain=tuple(map(node, claim.source_chain)),
        proposition=replace(
            said,
            arguments=tuple(replace(a, entity=names.get(a.entity)) for a in said.arguments),
            place=said.place and replace(said.place, latitude=None, longitude=None),
            time=said.time and replace(said.time, timex=None),
        ),
    )


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(papers())
def test_an_annotation_comes_back_as_an_equal_claim(paper: Paper):
    _, content = exported(paper)
    record, original = paper.record(), tiny_original(paper.text.encode())
    intake = Intake(original=original, document=record.document, passages=record.passages)
    nothing = replace(record.extraction, claims=(), entities=())
    for held, count in ((nothing, 1), (record.extraction, 0)):
        ground = Ground(intake, held)
        handed = Handed(
            content=content, place="a.jsonld", hints=Hints(), held=lambda _, ground=ground: ground
        )
        [found] = read_handed("annotations", handed, collector())
        assert found.refused == ()
        assert len(found.extraction.claims) == count
        for back in found.extraction.claims:
            [own] = paper.claims
            assert plain(back, found.extraction.entities) == plain(own, tuple(paper.entities))
