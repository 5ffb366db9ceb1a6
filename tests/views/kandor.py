"""The invented case of the Kandor Panel: a report, a paper that carries it, answers and hearsay."""

from sayso.model.claims import ClaimLink
from sayso.model.findings import Finding, Knowledge, Root
from sayso.model.vocabulary import (
    DocumentKind,
    EntityType,
    Factuality,
    FindingStatus,
    Handling,
    LinkKind,
    ListingStatus,
    MentionKind,
    Modality,
    Predicate,
    Reply,
    Role,
    SourceKind,
)
from tests.views.build import (
    HOSTILE,
    NARRATOR,
    NOTICE,
    Paper,
    Said,
    entity,
    finding,
    known,
    listing,
)

CERTAIN_NOT = Factuality.CERTAIN_NOT


def report() -> Paper:
    """The report itself: ties, camps in three provinces, a leader, and what it leaves open."""
    paper = Paper(
        text=(
            "The Zarnawa Front has ties to the Sorkh Network.\n"
            "The Zarnawa Front runs up to eight new camps in Ghazni, Logar and Parwan.\n"
            "Commander Baryal Sahak has led the Zarnawa Front since 2021.\n"
            "It is not clear whether the Dast Movement pays the Zarnawa Front.\n"
        ),
        publisher="Kandor Panel",
        kind=DocumentKind.REPORT,
        title="Third report of the Kandor Panel",
        published="2024-05-20",
        notice=NOTICE,
    )
    front = paper.entity(EntityType.ARMED_GROUP, "Zarnawa Front")
    network = paper.entity(EntityType.ARMED_GROUP, "Sorkh Network")
    camps = paper.entity(EntityType.FACILITY, "up to eight new camps", form=MentionKind.NOMINAL)
    leader = paper.entity(EntityType.PERSON, "Baryal Sahak")
    movement = paper.entity(EntityType.ORGANISATION, "Dast Movement")
    pair = {Role.SUBJECT: front, Role.OBJECT: network}
    paper.claim(
        Said(
            Predicate.TIED_TO,
            "The Zarnawa Front has ties to the Sorkh Network",
            pair,
            trigger="ties",
        )
    )
    for place in (("Ghazni", "AF-GHA"), ("Logar", "AF-LOG"), ("Parwan", "AF-PAR")):
        paper.claim(
            Said(
                Predicate.OPERATES,
                "The Zarnawa Front runs up to eight new camps in Ghazni, Logar and Parwan",
                {Role.SUBJECT: front, Role.OBJECT: camps},
                trigger="runs",
                place=place,
                quantity="up to eight",
            )
        )
    paper.claim(
        Said(
            Predicate.LEADS,
            "Baryal Sahak has led the Zarnawa Front since 2021",
            {Role.SUBJECT: leader, Role.OBJECT: front},
            trigger="led",
            time=("2021", "2021/.."),
        )
    )
    paper.claim(
        Said(
            Predicate.SUPPORTS,
            "the Dast Movement pays the Zarnawa Front",
            {Role.SUBJECT: movement, Role.OBJECT: front},
            trigger="pays",
            factuality=Factuality.UNKNOWN,
            modality=Modality.UNKNOWN,
            kind="funds",
        )
    )
    paper.listings.append(listing(network, ListingStatus.LISTED, reference="QDe.999"))
    return paper


def press() -> Paper:
    """A paper that carries the report, its rejection, a denial, and what residents saw."""
    paper = Paper(
        text=(
            "A report by the Kandor Panel said that the Zarnawa Front ran up to eight new camps "
            "in Ghazni.\n"
            '"This report is propaganda," the spokesman of the Zarnawa Front, گل رحیم, said.\n'
            '"Nobody of the Zarnawa Front is in Ghazni," he said.\n'
            "The Front attacked a bridge in Logar on 12 March 2024, residents said.\n"
        ),
        publisher="The Kandor Post",
        title="Front rejects report",
        handling=Handling.INTERNAL,
    )
    front = paper.entity(EntityType.ARMED_GROUP, "Zarnawa Front", "The Front")
    written = paper.entity(
        EntityType.DOCUMENT, "A report by the Kandor Panel", form=MentionKind.NOMINAL
    )
    spokesman = paper.entity(EntityType.PERSON, "گل رحیم")
    camps = paper.entity(EntityType.FACILITY, "up to eight new camps", form=MentionKind.NOMINAL)
    residents = paper.entity(EntityType.GROUP, "residents", form=MentionKind.NOMINAL)
    bridge = paper.entity(EntityType.FACILITY, "a bridge", form=MentionKind.NOMINAL)
    place = paper.entity(EntityType.PLACE, "Ghazni")
    said = paper.source(SourceKind.DOCUMENT, written, "A report by the Kandor Panel")
    he = paper.source(SourceKind.ENTITY, spokesman, "گل رحیم", speaks_for=front)
    paper.claim(
        Said(
            Predicate.OPERATES,
            "the Zarnawa Front ran up to eight new camps in Ghazni",
            {Role.SUBJECT: front, Role.OBJECT: camps},
            chain=(NARRATOR, said),
            cue="said",
            trigger="ran",
            place=("Ghazni", "AF-GHA"),
            quantity="up to eight",
        )
    )
    rejects = paper.claim(
        Said(
            Predicate.ACCUSATION,
            "This report is propaganda",
            {Role.SUBJECT: spokesman, Role.OBJECT: written},
            chain=(NARRATOR, he),
            cue="said",
            trigger="propaganda",
            direct=True,
        )
    )
    paper.claim(
        Said(
            Predicate.LOCATED_IN,
            "Nobody of the Zarnawa Front is in Ghazni",
            {Role.SUBJECT: front, Role.OBJECT: place},
            chain=(NARRATOR, he),
            factuality=CERTAIN_NOT,
            modality=Modality.DENIED,
            cue="said",
            trigger="is in",
            direct=True,
        )
    )
    paper.claim(
        Said(
            Predicate.ATTACK,
            "The Front attacked a bridge in Logar on 12 March 2024",
            {Role.SUBJECT: front, Role.OBJECT: bridge},
            chain=(NARRATOR, paper.source(SourceKind.COLLECTIVE, residents, "residents")),
            cue="said",
            trigger="attacked",
            place=("Logar", "AF-LOG"),
            time=("12 March 2024", "2024-03-12"),
        )
    )
    paper.links.append(
        ClaimLink(
            kind=LinkKind.REJECTS_DOCUMENT,
            a=rejects,
            b=None,
            reason="the spokesman calls the report propaganda",
            document=written,
        )
    )
    return paper


def hearsay() -> Paper:
    """A paper with a hostile title: hedged hearsay about drones, and a person read unsurely."""
    paper = Paper(
        text=(
            "The Zarnawa Front may have acquired drones, a former official told us.\n"
            "Omid Tarzi belongs to the Dast Movement.\n"
        ),
        publisher=None,
        title=HOSTILE,
        published=None,
        remarks=("language 'fa': stored and searchable, not read for claims",),
    )
    front = paper.entity(EntityType.ARMED_GROUP, "Zarnawa Front")
    drones = paper.entity(EntityType.MATERIAL, "drones", form=MentionKind.NOMINAL)
    official = paper.entity(EntityType.PERSON, "a former official", form=MentionKind.NOMINAL)
    person = paper.entity(EntityType.PERSON, "Omid Tarzi")
    movement = paper.entity(EntityType.ORGANISATION, "Dast Movement")
    paper.claim(
        Said(
            Predicate.ACQUIRED,
            "The Zarnawa Front may have acquired drones",
            {Role.SUBJECT: front, Role.OBJECT: drones},
            chain=(NARRATOR, paper.source(SourceKind.UNNAMED, official, "a former official")),
            factuality=Factuality.POSSIBLE,
            modality=Modality.POSSIBLE,
            cue="told",
            trigger="acquired",
        )
    )
    paper.claim(
        Said(
            Predicate.MEMBER_OF,
            "Omid Tarzi belongs to the Dast Movement",
            {Role.SUBJECT: person, Role.OBJECT: movement},
            trigger="belongs",
            confidence=0.5,
        )
    )
    return paper


def case() -> Knowledge:
    """Give the whole case as what is known."""
    panel, post, rumour = report(), press(), hearsay()
    front, network, camps, leader, movement = (e.id for e in panel.entities)
    listed = panel.listings[0]
    p_front, p_report, p_speaker, p_camps, p_residents, p_bridge, p_place = (
        e.id for e in post.entities
    )
    r_front, r_drones, r_official, r_person, r_movement = (e.id for e in rumour.entities)
    groups = (
        entity(
            EntityType.ARMED_GROUP, "Zarnawa Front", "The Front", members=(front, p_front, r_front)
        ),
        entity(EntityType.ARMED_GROUP, "Sorkh Network", members=(network,), listed=listed),
        entity(EntityType.FACILITY, "up to eight new camps", members=(camps, p_camps)),
        entity(
            EntityType.PERSON,
            "Baryal Sahak",
            members=(leader,),
            listed=listing(leader, ListingStatus.POSSIBLE, reference="QDi.998"),
        ),
        entity(EntityType.ORGANISATION, "Dast Movement", members=(movement, r_movement)),
        entity(EntityType.DOCUMENT, "A report by the Kandor Panel", members=(p_report,)),
        entity(EntityType.PERSON, "گل رحیم", members=(p_speaker,)),
        entity(EntityType.GROUP, "residents", members=(p_residents,)),
        entity(EntityType.FACILITY, "a bridge", members=(p_bridge,)),
        entity(EntityType.PLACE, "Ghazni", members=(p_place,)),
        entity(EntityType.MATERIAL, "drones", members=(r_drones,)),
        entity(EntityType.PERSON, "a former official", members=(r_official,)),
        entity(EntityType.PERSON, "Omid Tarzi", members=(r_person,)),
    )
    by_name = {e.name: e.id for e in groups}
    return known((panel, post, rumour), groups, findings(panel, post, rumour, by_name))


def findings(panel: Paper, post: Paper, rumour: Paper, by_name: dict[str, str]) -> list[Finding]:
    """Weigh the case by hand."""
    ties, ghazni, logar, parwan, leads, funds = (c.id for c in panel.claims)
    carried, rejects, denies, attacked = (c.id for c in post.claims)
    drones, belongs = (c.id for c in rumour.claims)
    front = by_name["Zarnawa Front"]

    def by_panel(*claims: str, stance: str = "+") -> Root:
        return Root(name="Kandor Panel", stance=stance, claims=claims)

    denied = Root(name="Zarnawa Front", stance="-", claims=(denies,), concerned=True)
    rumoured = Root(name="a former official", stance="+", claims=(drones,), independent=False)
    camps = {
        "subject": front,
        "predicate": Predicate.OPERATES,
        "object": by_name["up to eight new camps"],
    }
    rejected = {"reply": Reply.GENERAL_REJECTION, "replies": (rejects,)}
    return [
        finding(
            1,
            (ghazni, carried),
            (by_panel(ghazni, carried), denied),
            **camps,
            place="Ghazni",
            place_code="AF-GHA",
            status=FindingStatus.CONTESTED,
            reply=Reply.RECEIVED,
            replies=(denies, rejects),
            explanation="the Kandor Panel says so, and the Zarnawa Front denies it",
        ),
        finding(
            2,
            (ties,),
            (by_panel(ties),),
            subject=front,
            object=by_name["Sorkh Network"],
            **rejected,
        ),
        finding(
            3, (logar,), (by_panel(logar),), **camps, place="Logar", place_code="AF-LOG", **rejected
        ),
        finding(
            4,
            (parwan,),
            (by_panel(parwan),),
            **camps,
            place="Parwan",
            place_code="AF-PAR",
            **rejected,
        ),
        finding(
            5,
            (leads,),
            (by_panel(leads),),
            subject=by_name["Baryal Sahak"],
            predicate=Predicate.LEADS,
            object=front,
            time="2021/..",
        ),
        finding(
            6,
            (funds,),
            (by_panel(funds, stance="?"),),
            subject=by_name["Dast Movement"],
            predicate=Predicate.SUPPORTS,
            object=front,
            kind="funds",
            status=FindingStatus.UNCLEAR,
        ),
        finding(
            7,
            (attacked,),
            (Root(name="residents", stance="+", claims=(attacked,), independent=False),),
            subject=front,
            predicate=Predicate.ATTACK,
            object=by_name["a bridge"],
            place="Logar",
            place_code="AF-LOG",
            time="2024-03-12",
        ),
        finding(
            8,
            (drones,),
            (rumoured,),
            subject=front,
            predicate=Predicate.ACQUIRED,
            object=by_name["drones"],
            status=FindingStatus.HEDGED,
        ),
        finding(
            9,
            (belongs,),
            (Root(name="unknown", stance="+", claims=(belongs,)),),
            subject=by_name["Omid Tarzi"],
            predicate=Predicate.MEMBER_OF,
            object=by_name["Dast Movement"],
        ),
    ]
