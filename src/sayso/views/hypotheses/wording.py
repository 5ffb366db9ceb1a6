"""The words in which questions, ratings and signs are put."""

from collections.abc import Iterable, Mapping
from typing import Final

from sayso.model.claims import Claim
from sayso.model.findings import Entity, Knowledge
from sayso.model.hypotheses import Grounds, Rating
from sayso.model.identities import Bearing, IdentityQuestion, Sign
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import EntityType
from sayso.views.naming import chain_names, plain_name

#: Heuer's letters.
SYMBOLS: Final[Mapping[Rating, str]] = {
    Rating.VERY_CONSISTENT: "CC",
    Rating.CONSISTENT: "C",
    Rating.NEUTRAL: "N",
    Rating.INCONSISTENT: "I",
    Rating.VERY_INCONSISTENT: "II",
    Rating.NOT_APPLICABLE: "NA",
}

NO_VERDICT: Final = (
    "An order of inconsistency is no verdict: what is least inconsistent is not therefore so, and "
    "none of the hypotheses need be."
)

#: What each sign says; "{one}" is the party in question, "{other}" what it may be.
SIGN_WORDS: Final[Mapping[Sign, str]] = {
    Sign.SAID_ALIAS: "it is said that {one} is another name for {other}",
    Sign.DENIED_ALIAS: "it is denied that {one} is another name for {other}",
    Sign.SAID_FRONT: "it is said that {one} is a front for {other}",
    Sign.DENIED_FRONT: "it is denied that {one} is a front for {other}",
    Sign.EXISTENCE_DENIED: "{one} is said not to exist, or not on its own",
    Sign.EXISTENCE_SAID: "{one} is said to exist, to be independent or to have come into being",
    Sign.SHARED_LEADER: "the same person leads or speaks for both: {detail}",
    Sign.OTHER_LEADERS: "each is said to have a leader, and nobody leads both",
    Sign.BOTH_SAY: "the same statement is made in both names",
    Sign.SUCCESSION: "{one} came up after the last act that is ascribed to {other}",
    Sign.ACTIVE_TOGETHER: "acts in the same stretch of time are ascribed to each",
    Sign.SHARED_PLACES: "both are said to be, or to act, in {detail}",
    Sign.SUPPLY: "{other} is said to supply or to support {one}",
    Sign.TOLD_APART: "they are spoken of as two that work together",
    Sign.AT_ODDS: "they are said to be at odds, or to have parted",
    Sign.NAMES_ALIKE: "the names are alike: {detail}; no claim says anything of it",
}


def parties(knowledge: Knowledge, question: IdentityQuestion) -> tuple[Entity, Entity]:
    """Give the party in question and what it may be."""
    return knowledge.entities[question.one], knowledge.entities[question.other]


def asked(knowledge: Knowledge, question: IdentityQuestion) -> str:
    """Put a question about identity as a question."""
    one, other = map(plain_name, parties(knowledge, question))
    if not _may_be_front(knowledge, question):
        return f"Is {one} another name for {other}?"
    kind = _kind(knowledge, question)
    return f"Is {one} a {kind} of its own, another name for {other}, or a front for it?"


def answers(knowledge: Knowledge, question: IdentityQuestion) -> tuple[str, ...]:
    """Give the hypotheses that a question about identity begins with."""
    one, other = map(plain_name, parties(knowledge, question))
    alias = f"{one} is another name for {other}"
    if not _may_be_front(knowledge, question):
        return (f"{one} and {other} are two", alias)
    kind = _kind(knowledge, question)
    return (f"{one} is a {kind} of its own", alias, f"{one} is a front for {other}")


def _kind(knowledge: Knowledge, question: IdentityQuestion) -> str:
    one, _ = parties(knowledge, question)
    return "group" if one.type is EntityType.ARMED_GROUP else "party"


def _may_be_front(knowledge: Knowledge, question: IdentityQuestion) -> bool:
    """Say whether a front is among the possible answers: of a person only where it is said."""
    one, _ = parties(knowledge, question)
    said = any(Bearing.FOR is each.front for each in question.indications)
    return one.type is not EntityType.PERSON or said


def sign_words(knowledge: Knowledge, question: IdentityQuestion, sign: Sign, detail: str) -> str:
    """Say what a sign is, of these two."""
    one, other = map(plain_name, parties(knowledge, question))
    return SIGN_WORDS[sign].format(one=one, other=other, detail=detail)


def beside(knowledge: Knowledge, grounds: Grounds) -> tuple[str, ...]:
    """Give what must stand beside evidence: who denies what is alleged, who alleges what is denied.

    The rejection of a document that an allegation rests on is told as what it is.
    """
    if grounds.finding is None:
        return ()
    finding = knowledge.findings[grounds.finding]
    against = {"+": ("-", "denied by"), "-": ("+", "alleged by")}.get(grounds.stance)
    if against is None:
        return ()
    stance, words = against
    names = tuple(dict.fromkeys(root.name for root in finding.roots if root.stance == stance))
    lines = [f"{words} {', '.join(names)}"] if names else []
    denying = {claim for root in finding.roots if root.stance == "-" for claim in root.claims}
    rejecting = [c for c in finding.replies if c not in denying] if grounds.stance == "+" else []
    speakers = dict.fromkeys(_voice(knowledge, knowledge.claim(c)) for c in rejecting)
    if speakers:
        lines.append(f"the document behind it is rejected by {', '.join(speakers)}")
    return tuple(lines)


def notices(knowledge: Knowledge, claims: Iterable[ClaimId]) -> tuple[str, ...]:
    """Give what must be said of the documents in which claims stand, each once."""
    documents = (knowledge.document_of(knowledge.claim(claim)) for claim in claims)
    return tuple(dict.fromkeys(d.notice for d in documents if d.notice is not None))


def _voice(knowledge: Knowledge, claim: Claim) -> str:
    """Give in whose name a claim is made: a spokesman's party, else the speaker."""
    party = knowledge.entity_behind(claim.speaker.speaks_for)
    return chain_names(knowledge, claim)[-1] if party is None else party.name
