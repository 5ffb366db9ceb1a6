"""The closed sets of words, each with its definition."""

from enum import StrEnum
from typing import Final


class EntityType(StrEnum):
    """What kind of thing an entity is."""

    PERSON = "Person"
    ARMED_GROUP = "ArmedGroup"
    ORGANISATION = "Organisation"
    PUBLIC_BODY = "PublicBody"
    MEDIA_OUTLET = "MediaOutlet"
    FACILITY = "Facility"
    PLACE = "Place"
    DOCUMENT = "Document"
    GROUP = "Group"
    MATERIAL = "Material"
    CAPABILITY = "Capability"


class Predicate(StrEnum):
    """What a proposition says: a relation between two entities, or an event."""

    TIED_TO = "tied_to"
    ALLIED_WITH = "allied_with"
    EMBEDDED_IN = "embedded_in"
    BRANCH_OF = "branch_of"
    SPLINTER_OF = "splinter_of"
    ALIAS_OF = "alias_of"
    FRONT_FOR = "front_for"
    LEADS = "leads"
    MEMBER_OF = "member_of"
    JOINED = "joined"
    SPOKESPERSON_FOR = "spokesperson_for"
    SUPPORTS = "supports"
    OPPOSES = "opposes"
    OPERATES = "operates"
    LOCATED_IN = "located_in"
    CONTROLS = "controls"
    SEEKS = "seeks"
    ACQUIRED = "acquired"
    HOLDS = "holds"
    USES = "uses"
    NEAR = "near"
    OVERSEES = "oversees"
    AUTHORED = "authored"
    LISTED_BY = "listed_by"
    OWNS = "owns"
    RELATED_TO = "related_to"

    ATTACK = "attack"
    KILLING = "killing"
    ARREST = "arrest"
    ABDUCTION = "abduction"
    SEIZURE = "seizure"
    ESTABLISHMENT = "establishment"
    GROWTH = "growth"
    PLAN = "plan"
    TRANSFER = "transfer"
    CAMPAIGN = "campaign"
    DISCLOSURE = "disclosure"
    ACCUSATION = "accusation"
    CHARGE = "charge"
    REPORT = "report"
    APPROVAL = "approval"
    DESIGNATION = "designation"
    OTHER = "other"


class Category(StrEnum):
    """The family of a predicate."""

    RELATION = "relation"
    EVENT = "event"
    OTHER = "other"


class Role(StrEnum):
    """The part that an argument plays in a proposition."""

    SUBJECT = "subject"
    OBJECT = "object"
    ITEM = "item"
    RECIPIENT = "recipient"
    INSTRUMENT = "instrument"
    PLACE = "place"
    BENEFICIARY = "beneficiary"
    PURPOSE = "purpose"
    SHARE = "share"
    OUTCOME = "outcome"
    DIRECTION = "direction"


class Realis(StrEnum):
    """Where an event stands in time; it says nothing of truth."""

    ACTUAL = "actual"
    PROSPECTIVE = "prospective"
    HYPOTHETICAL = "hypothetical"


class DocumentKind(StrEnum):
    """What sort of document it is."""

    REPORT = "report"
    PRESS = "press"
    STATEMENT = "statement"
    SUBMISSION = "submission"
    LIST_RELEASE = "list_release"


class Handling(StrEnum):
    """Who may see a document."""

    PUBLIC = "public"
    INTERNAL = "internal"
    RESTRICTED = "restricted"


class PassageKind(StrEnum):
    """What part a passage plays on its page; only sentences and entries carry claims."""

    SENTENCE = "sentence"
    HEADING = "heading"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"
    ENTRY = "entry"


class MentionKind(StrEnum):
    """How a mention refers."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class SourceKind(StrEnum):
    """What a node of a source chain is."""

    NARRATOR = "narrator"
    DOCUMENT = "document"
    ENTITY = "entity"
    UNNAMED = "unnamed"
    COLLECTIVE = "collective"


class Attribution(StrEnum):
    """How a claim comes by its source."""

    EXPLICIT = "explicit"
    INHERITED = "inherited"
    NARRATOR = "narrator"


class Factuality(StrEnum):
    """How certain, with which polarity, the innermost source presents it (FactBank)."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAIN_NOT = "CT-"
    PROBABLE_NOT = "PR-"
    POSSIBLE_NOT = "PS-"
    WITHHELD = "CTu"
    UNKNOWN = "Uu"

    @property
    def stance(self) -> str:
        """Give "+", "-" or "?": whether the source affirms, denies or does neither."""
        last = self.value[-1]
        return "?" if last == "u" else last


class Modality(StrEnum):
    """The colour in which a proposition is presented."""

    ASSERTED = "asserted"
    DENIED = "denied"
    PRESUPPOSED = "presupposed"
    POSSIBLE = "possible"
    PURPORTED = "purported"
    SUSPECTED = "suspected"
    CONCERN = "concern"
    INTENDED = "intended"
    ASPIRED = "aspired"
    ATTEMPTED = "attempted"
    UNKNOWN = "unknown"


class LinkKind(StrEnum):
    """How one claim stands to another."""

    CONTRADICTS = "contradicts"
    TENSION = "tension"
    DENIES_CLAIM = "denies_claim"
    REJECTS_DOCUMENT = "rejects_document"
    CORROBORATES = "corroborates"
    ELABORATES = "elaborates"
    REPEATS = "repeats"
    MISQUOTES = "misquotes"
    CORRECTS = "corrects"
    RETRACTS = "retracts"
    SUPERSEDES = "supersedes"


class FindingStatus(StrEnum):
    """How a finding stands when all its claims are weighed."""

    ASSERTED = "asserted"
    CORROBORATED = "corroborated"
    DENIED = "denied"
    CONTESTED = "contested"
    DISPUTED_BY_THIRD_PARTY = "disputed_by_third_party"
    UNCLEAR = "unclear"
    HEDGED = "hedged"
    SECONDARY_ONLY = "secondary_only"
    PRIMARY_DIFFERS = "primary_differs"
    RETRACTED = "retracted"
    SUPERSEDED = "superseded"


class Reply(StrEnum):
    """What came back from the party concerned."""

    NOT_SOUGHT = "not_sought"
    SOUGHT = "sought"
    RECEIVED = "received"
    DECLINED = "declined"
    GENERAL_REJECTION = "general_rejection"


class ListingStatus(StrEnum):
    """How an entity stands to the lists; an entity without a listing is "(not listed)"."""

    LISTED = "listed"
    POSSIBLE = "possible"
    REGIME_SUBJECT = "regime_subject"


class ListChangeKind(StrEnum):
    """What happened to an entry between two releases."""

    ADDED = "added"
    REMOVED = "removed"
    AMENDED_SUBSTANTIVE = "amended_substantive"
    AMENDED_EDITORIAL = "amended_editorial"
    AMENDED_FORMATTING = "amended_formatting"
    REAPPEARED = "reappeared"


class Measure(StrEnum):
    """What a listing obliges states to do."""

    ASSETS_FREEZE = "assets_freeze"
    TRAVEL_BAN = "travel_ban"
    ARMS_EMBARGO = "arms_embargo"


class TranspositionModel(StrEnum):
    """How a state's law takes up what the Security Council lists."""

    AUTOMATIC = "automatic"
    LIST_BASED = "list_based"
    AD_HOC = "ad_hoc"
    UNKNOWN = "unknown"


class LagStatus(StrEnum):
    """What is known of when a state carried a measure out; "unknown" says nothing against it."""

    AUTOMATIC = "automatic"
    WITHIN_24H_PROVEN = "within_24h_proven"
    WITHIN_24H_POSSIBLE = "within_24h_possible"
    LATE = "late"
    MISSING = "missing"
    NOT_YET_DUE = "not_yet_due"
    UNKNOWN = "unknown"


class PlaceLevel(StrEnum):
    """How fine a place is, coarsest first."""

    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    CITY = "city"
    REGION = "region"


ENTITY_TYPE_DEFINITIONS: Final = {
    EntityType.PERSON: "a human being, named or described by a role",
    EntityType.ARMED_GROUP: "an armed non-state organisation, its branches and its fronts",
    EntityType.ORGANISATION: "any other organisation (party, charity, company, movement)",
    EntityType.PUBLIC_BODY: (
        "a state, its government, ministry, army, court; an intergovernmental body"
    ),
    EntityType.MEDIA_OUTLET: "newspaper, broadcaster, agency",
    EntityType.FACILITY: "training camp, school, weapons depot, safe house, compound, base, "
    "checkpoint, prison, office",
    EntityType.PLACE: "country, province, district, city or region",
    EntityType.DOCUMENT: "report, leaked document, statement, resolution, list",
    EntityType.GROUP: "people described together without being an organisation",
    EntityType.MATERIAL: "weapons, drones, money, aid, by kind",
    EntityType.CAPABILITY: "know-how or means (chemical, drone, cyber, manufacture, training)",
}

RELATIONS: Final = {
    Predicate.TIED_TO: "cooperates with, has links or a relationship with, of an unstated kind",
    Predicate.ALLIED_WITH: "fights or works on the same side by agreement",
    Predicate.EMBEDDED_IN: "its members sit inside the ranks or structures of",
    Predicate.BRANCH_OF: "is a branch, affiliate, province or part of",
    Predicate.SPLINTER_OF: "broke away from",
    Predicate.ALIAS_OF: "is another name for (an allegation of identity, not a merge)",
    Predicate.FRONT_FOR: "acts as a cover or front for",
    Predicate.LEADS: "commands, heads, founded and heads",
    Predicate.MEMBER_OF: "belongs to, serves in",
    Predicate.JOINED: "changed sides or enlisted with",
    Predicate.SPOKESPERSON_FOR: "speaks officially for",
    Predicate.SUPPORTS: "gives funds, goods, arms, shelter, training, personnel, propaganda "
    "or fighting (argument kind)",
    Predicate.OPPOSES: "fights, represses, is in conflict with, campaigns against",
    Predicate.OPERATES: "runs or has established a facility",
    Predicate.LOCATED_IN: "is present, based or placed in a place; serves as a site there",
    Predicate.CONTROLS: "holds power over a place or an institution",
    Predicate.SEEKS: "tries to obtain a capability or a material",
    Predicate.ACQUIRED: "has obtained a capability or a material",
    Predicate.HOLDS: "possesses, contains, stores a material",
    Predicate.USES: "employs a capability or a material",
    Predicate.NEAR: "lies beside or around a place",
    Predicate.OVERSEES: "supervises the work of",
    Predicate.AUTHORED: "wrote or issued a document",
    Predicate.LISTED_BY: "is designated by an authority",
    Predicate.OWNS: "holds shares in, beneficially owns, is the registered owner of",
    Predicate.RELATED_TO: "family ties between persons",
}

EVENTS: Final = {
    Predicate.ATTACK: "armed attack, bombing, raid, clash",
    Predicate.KILLING: "targeted killing, assassination, execution",
    Predicate.ARREST: "detention, capture",
    Predicate.ABDUCTION: "kidnapping, hostage taking",
    Predicate.SEIZURE: "taking of power, territory or weapons",
    Predicate.ESTABLISHMENT: "a facility or group comes into being",
    Predicate.GROWTH: "a group grows, spreads or weakens (argument direction)",
    Predicate.PLAN: "intends or prepares an act",
    Predicate.TRANSFER: "money, goods, arms or people move",
    Predicate.CAMPAIGN: "sustained military or police operation",
    Predicate.DISCLOSURE: "a document is leaked, seen or published",
    Predicate.ACCUSATION: "blames, rejects, calls false or propaganda",
    Predicate.CHARGE: "charged, indicted, tried, convicted, acquitted, a charge dismissed",
    Predicate.REPORT: "submits, notifies, requests, grants or refuses officially",
    Predicate.APPROVAL: "praises, acknowledges, welcomes",
    Predicate.DESIGNATION: "listing, amendment, delisting, freeze, exemption",
}

SYMMETRIC: Final = frozenset(
    {
        Predicate.TIED_TO,
        Predicate.ALLIED_WITH,
        Predicate.ALIAS_OF,
        Predicate.NEAR,
        Predicate.RELATED_TO,
    }
)


def category_of(predicate: Predicate) -> Category:
    """Give the family of a predicate: relation, event or other."""
    if predicate in RELATIONS:
        return Category.RELATION
    return Category.EVENT if predicate in EVENTS else Category.OTHER
