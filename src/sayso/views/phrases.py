"""The words in which the product says what others say: tables, no logic."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sayso.model.vocabulary import (
    Factuality,
    FindingStatus,
    Modality,
    Predicate,
    Realis,
    Reply,
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A predicate as a verb phrase that ends where its object begins.

    Attributes:
        present: "A operates B", for tables.
        past: "X reported that A operated B".
        perfect: "A was reported to have operated B".
    """

    present: str
    past: str
    perfect: str


RELATION_VERBS: Final[Mapping[Predicate, Verb]] = {
    Predicate.TIED_TO: Verb("has ties to", "had ties to", "have had ties to"),
    Predicate.ALLIED_WITH: Verb(
        "acts in alliance with", "acted in alliance with", "have acted in alliance with"
    ),
    Predicate.EMBEDDED_IN: Verb(
        "has members in the ranks of",
        "had members in the ranks of",
        "have had members in the ranks of",
    ),
    Predicate.BRANCH_OF: Verb("forms part of", "formed part of", "have formed part of"),
    Predicate.SPLINTER_OF: Verb("broke away from", "broke away from", "have broken away from"),
    Predicate.ALIAS_OF: Verb("is another name for", "was another name for", "be another name for"),
    Predicate.FRONT_FOR: Verb(
        "acts as a front for", "acted as a front for", "have acted as a front for"
    ),
    Predicate.LEADS: Verb("leads", "led", "have led"),
    Predicate.MEMBER_OF: Verb("belongs to", "belonged to", "have belonged to"),
    Predicate.JOINED: Verb("joined", "joined", "have joined"),
    Predicate.SPOKESPERSON_FOR: Verb("speaks for", "spoke for", "have spoken for"),
    Predicate.SUPPORTS: Verb("supports", "supported", "have supported"),
    Predicate.OPPOSES: Verb("opposes", "opposed", "have opposed"),
    Predicate.OPERATES: Verb("operates", "operated", "have operated"),
    Predicate.LOCATED_IN: Verb("is present in", "was present in", "have been present in"),
    Predicate.CONTROLS: Verb("controls", "controlled", "have controlled"),
    Predicate.SEEKS: Verb("seeks", "sought", "have sought"),
    Predicate.ACQUIRED: Verb("acquired", "acquired", "have acquired"),
    Predicate.HOLDS: Verb("holds", "held", "have held"),
    Predicate.USES: Verb("uses", "used", "have used"),
    Predicate.NEAR: Verb("is near", "was near", "have been near"),
    Predicate.OVERSEES: Verb("oversees", "oversaw", "have overseen"),
    Predicate.AUTHORED: Verb("issued", "issued", "have issued"),
    Predicate.LISTED_BY: Verb("is listed by", "was listed by", "have been listed by"),
    Predicate.OWNS: Verb("owns", "owned", "have owned"),
    Predicate.RELATED_TO: Verb("is related to", "was related to", "have been related to"),
}

#: What kind of support is given, where a claim says so.
SUPPORT_VERBS: Final[Mapping[str, Verb]] = {
    kind: Verb(f"gives {kind} to", f"gave {kind} to", f"have given {kind} to")
    for kind in ("funds", "goods", "arms", "shelter", "training", "personnel")
}

#: Events are never retold by the brief, only quoted; these are headings for tables.
EVENT_NOUNS: Final[Mapping[Predicate, str]] = {
    Predicate.ATTACK: "attack on",
    Predicate.KILLING: "killing of",
    Predicate.ARREST: "arrest of",
    Predicate.ABDUCTION: "abduction of",
    Predicate.SEIZURE: "seizure of",
    Predicate.ESTABLISHMENT: "establishment of",
    Predicate.GROWTH: "growth of",
    Predicate.PLAN: "plan concerning",
    Predicate.TRANSFER: "transfer to",
    Predicate.CAMPAIGN: "campaign against",
    Predicate.DISCLOSURE: "disclosure of",
    Predicate.ACCUSATION: "accusation against",
    Predicate.CHARGE: "charge against",
    Predicate.REPORT: "official report on",
    Predicate.APPROVAL: "approval of",
    Predicate.DESIGNATION: "designation of",
    Predicate.OTHER: "statement about",
}


@dataclass(frozen=True, slots=True)
class Lead:
    """How a source presents what it says.

    Slots: {source} before a verb, {cited} before a comma, {verb}, {subject}, {past}, {perfect},
    {rest}, {words}.

    Attributes:
        retold: None when only the exact words will do.
        quoted: the same with the exact words.
        negated: the same when the exact words themselves say "no" or "not".
    """

    retold: str | None
    quoted: str
    negated: str | None = None


BY_FACTUALITY: Final[Mapping[Factuality, Lead]] = {
    Factuality.CERTAIN: Lead(
        "{source} {verb} that {subject} {past} {rest}",
        "{source} {verb}: {words}",
    ),
    Factuality.PROBABLE: Lead(
        "According to {cited}, {subject} was reported to {perfect} {rest}",
        "{source} presented the following as probable, not as certain: {words}",
    ),
    Factuality.POSSIBLE: Lead(
        "According to {cited}, {subject} may {perfect} {rest}",
        "{source} presented the following as possible, not as certain: {words}",
    ),
    Factuality.CERTAIN_NOT: Lead(
        "{source} denied that {subject} {past} {rest}",
        "{source} denied the following: {words}",
        "{source} denied this: {words}",
    ),
    Factuality.PROBABLE_NOT: Lead(
        None,
        "{source} presented the following as unlikely: {words}",
        "{source} presented the following as probable, not as certain: {words}",
    ),
    Factuality.POSSIBLE_NOT: Lead(
        None,
        "{source} presented the following as doubtful: {words}",
        "{source} presented the following as possible, not as certain: {words}",
    ),
    Factuality.WITHHELD: Lead(
        None,
        "{source} did not say whether the following is so: {words}",
    ),
    Factuality.UNKNOWN: Lead(
        "It is not clear, according to {cited}, whether {subject} {past} {rest}",
        "It is not clear, according to {cited}, whether the following is so: {words}",
    ),
}

#: What is affirmed in one of these colours is always said with it, and in the exact words.
BY_MODALITY: Final[Mapping[Modality, Lead]] = {
    Modality.PRESUPPOSED: Lead(None, "{source} took the following as given: {words}"),
    Modality.PURPORTED: Lead(None, "{source} presented the following as alleged: {words}"),
    Modality.SUSPECTED: Lead(None, "{source} spoke of a suspicion: {words}"),
    Modality.CONCERN: Lead(None, "{source} voiced a concern: {words}"),
    Modality.INTENDED: Lead(None, "{source} spoke of an intention: {words}"),
    Modality.ASPIRED: Lead(None, "{source} spoke of an aim: {words}"),
    Modality.ATTEMPTED: Lead(None, "{source} spoke of an attempt: {words}"),
}

#: A statement that something is not so, which denies nobody's allegation.
ABSENCE: Final = Lead(
    None,
    "{source} {verb} that the following is not so: {words}",
    "{source} {verb}: {words}",
)

#: A denial that leaves the allegation standing.
DENIED_BESIDE: Final = "denied another figure, part or time of it"
BESIDE: Final = Lead(None, f"{{source}} {DENIED_BESIDE}: {{words}}")
REPLIED: Final = Lead(None, "{source} replied: {words}")
REJECTED: Final = Lead(None, "{source} rejected {document} as a whole: {words}")
REJECTED_UNQUOTED: Final = "{source} rejected {document} as a whole"

#: What stands between a speaker and what is said, in one line of a table.
SAYS: Final[Mapping[Factuality, str]] = {
    Factuality.CERTAIN: "",
    Factuality.PROBABLE: " says that probably",
    Factuality.POSSIBLE: " says that possibly",
    Factuality.CERTAIN_NOT: " says that it is not so",
    Factuality.PROBABLE_NOT: " says that probably not",
    Factuality.POSSIBLE_NOT: " says that possibly not",
    Factuality.WITHHELD: " does not say whether",
    Factuality.UNKNOWN: " leaves open whether",
}

#: How a finding is shown in one line of a table, so that its standing is never lost.
STATUS_PREFIXES: Final[Mapping[FindingStatus, str]] = {
    FindingStatus.ASSERTED: "",
    FindingStatus.CORROBORATED: "",
    FindingStatus.DENIED: "denied: ",
    FindingStatus.CONTESTED: "contested: ",
    FindingStatus.DISPUTED_BY_THIRD_PARTY: "disputed: ",
    FindingStatus.UNCLEAR: "unclear whether: ",
    FindingStatus.HEDGED: "said to be possible: ",
    FindingStatus.SECONDARY_ONLY: "second-hand: ",
    FindingStatus.PRIMARY_DIFFERS: "primary source differs: ",
    FindingStatus.RETRACTED: "withdrawn: ",
    FindingStatus.SUPERSEDED: "replaced: ",
}

#: How what has not happened is shown, in one line of a table.
REALIS_PREFIXES: Final[Mapping[Realis, str]] = {
    Realis.ACTUAL: "",
    Realis.PROSPECTIVE: "intended or foreseen: ",
    Realis.HYPOTHETICAL: "on a condition: ",
}

STATUS_WORDS: Final[Mapping[FindingStatus, str]] = {
    FindingStatus.CONTESTED: "contested: said by some, denied by the party concerned",
    FindingStatus.DISPUTED_BY_THIRD_PARTY: "disputed by others than the party concerned",
    FindingStatus.DENIED: "denied, and no source held affirms it",
    FindingStatus.CORROBORATED: "said by two or more independent sources",
    FindingStatus.ASSERTED: "said by one independent source",
    FindingStatus.HEDGED: "only said to be possible or alleged",
    FindingStatus.UNCLEAR: "left unclear by the sources",
    FindingStatus.SECONDARY_ONLY: "known only at second hand: the document cited is not held",
    FindingStatus.PRIMARY_DIFFERS: "told otherwise by the primary document",
    FindingStatus.RETRACTED: "withdrawn by the source",
    FindingStatus.SUPERSEDED: "replaced by a later statement of the same source",
}

#: Names that end in one of these words, or have it before "of", "on" or "for", take an article.
ARTICLE_NOUNS: Final = frozenset(
    {
        "agency",
        "alliance",
        "army",
        "association",
        "authority",
        "battalion",
        "brigade",
        "brigades",
        "coalition",
        "commission",
        "committee",
        "council",
        "court",
        "department",
        "directorate",
        "embassy",
        "emirate",
        "faction",
        "federation",
        "foundation",
        "front",
        "government",
        "group",
        "league",
        "military",
        "ministry",
        "movement",
        "network",
        "office",
        "organisation",
        "organization",
        "panel",
        "party",
        "police",
        "service",
        "taliban",
        "team",
        "union",
    }
)

REPLY_WORDS: Final[Mapping[Reply, str]] = {
    Reply.NOT_SOUGHT: "no reply of the party concerned is held",
    Reply.SOUGHT: "a reply was sought, and none is told of",
    Reply.RECEIVED: "the party concerned has replied",
    Reply.DECLINED: "the party concerned was asked and declined to answer",
    Reply.GENERAL_REJECTION: "the party concerned rejected the document as a whole",
}
