"""One sentence that says who says what; what cannot be retold for sure is quoted."""

import re
from collections.abc import Sequence
from typing import Final

from sayso.model.claims import Argument, Claim
from sayso.model.findings import Entity, Knowledge
from sayso.model.vocabulary import (
    DocumentKind,
    EntityType,
    Factuality,
    Modality,
    Predicate,
    Realis,
    Role,
    SourceKind,
)
from sayso.views.brief.draft import Draft
from sayso.views.naming import (
    PARTIES,
    argument_words,
    chain_names,
    content_words,
    document_in_prose,
    in_prose,
    in_words,
    is_named_here,
    one_line,
    plain_name,
    quote,
    whole_phrase,
)
from sayso.views.phrases import (
    ABSENCE,
    BESIDE,
    BY_FACTUALITY,
    BY_MODALITY,
    REJECTED,
    REJECTED_UNQUOTED,
    REPLIED,
    Lead,
)
from sayso.views.tables import verb_of

LONGEST_WORDS: Final = 300
#: Of these a sentence can be told in our own words.
_ACTORS: Final = PARTIES | {EntityType.PUBLIC_BODY, EntityType.MEDIA_OUTLET}
_RETOLD_ROLES: Final = frozenset({Role.SUBJECT, Role.OBJECT, Role.PLACE})
_RETOLD_MODALITIES: Final = frozenset(
    {Modality.ASSERTED, Modality.DENIED, Modality.POSSIBLE, Modality.UNKNOWN}
)
_PRESENTED_AS_HEDGED: Final = frozenset({Factuality.PROBABLE, Factuality.POSSIBLE})
_NARRATOR_VERBS: Final = {
    DocumentKind.REPORT: "reported",
    DocumentKind.PRESS: "reported",
    DocumentKind.STATEMENT: "stated",
    DocumentKind.SUBMISSION: "stated",
    DocumentKind.LIST_RELEASE: "stated",
}
#: Bounds and limits in the source's words, which a retelling must keep …
BOUND: Final = re.compile(
    r"\b(?:up to|as many as|at least|at most|more than|fewer than|less than|about|around|some"
    r"|nearly|almost|former|formerly|no longer|partly|temporar\w+|never|not|no(?!\.? ?\d)|nobody"
    r"|none|without|if|unless|whether|would|should|(?-i:will))\b",
    re.IGNORECASE,
)
#: … and hedges, which it keeps by the way in which it presents them.
HEDGE: Final = re.compile(
    r"\b(?:possibly|perhaps|probably|likely|reportedly|allegedly|purportedly|apparently"
    r"|(?-i:may)|might"
    r"|could|suspected|alleged|believed|thought to|said to)\b",
    re.IGNORECASE,
)
#: Who is spoken of by such a word has no name, and the word says nothing.
_PRONOUN: Final = re.compile(
    r"I|we|he|she|it|they|one|his|her|its|their|our|this|that|these|those|who|which", re.IGNORECASE
)
_NEGATION: Final = re.compile(
    r"\b(?:no|not|nobody|none|nothing|never|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE
)


def told_alike(knowledge: Knowledge, claim: Claim) -> tuple[object, ...]:
    """Give what claims share that one sentence can tell.

    Retold claims of one sentence differ in nothing but the place ("in Ghazni, Logar and Parwan");
    quoted ones have the same words.
    """
    found = claim.proposition
    presented = (claim.document_id, claim.voices, claim.factuality, claim.modality)
    if not is_plain(knowledge, claim):
        return (*presented, shown_words(knowledge, claim))
    other = knowledge.entity_behind(found.entity(Role.OBJECT))
    is_place = other is not None and other.type is EntityType.PLACE
    return (
        *presented,
        claim.sentence,
        found.predicate,
        found.kind,
        found.filler(Role.SUBJECT),
        None if is_place else found.filler(Role.OBJECT),
        found.quantity,
        found.time,
    )


def allegation(draft: Draft, claims: Sequence[Claim]) -> str:
    """Say who says what.

    Args:
        draft: knows the names already introduced.
        claims: as `told_alike` groups them; at least one.
    """
    claim = claims[0]
    lead = _lead(claim)
    if lead.retold is not None and is_plain(draft.knowledge, claim):
        return _finished(_retold(draft, claims, lead.retold))
    return quoted(draft, claims, lead, words=shown_words(draft.knowledge, claim))


def reply(draft: Draft, claim: Claim, *, beside: bool = False) -> str:
    """Say what a party concerned answered, in its own words.

    Args:
        draft: knows the names already introduced.
        claim: the answer.
        beside: it leaves the allegation standing.
    """
    lead = REPLIED
    if claim.factuality.stance == "-":
        lead = BESIDE if beside else BY_FACTUALITY[Factuality.CERTAIN_NOT]
    return quoted(draft, [claim], lead)


def rejection(draft: Draft, claim: Claim, document: Entity | None) -> str:
    """Say who rejects a document as a whole; words that only name the document are left out."""
    name = "the document" if document is None else document_in_prose(one_line(document.name))
    own_words = claim.content.contains(claim.trigger) and claim.voices == claim.source_chain
    if own_words:
        return quoted(draft, [claim], REJECTED, name)
    return _finished(REJECTED_UNQUOTED.format(**_source_slots(draft, claim), document=name))


def quoted(
    draft: Draft, claims: Sequence[Claim], lead: Lead, document: str = "", words: str | None = None
) -> str:
    """Present the exact words of a source, and introduce the parties that they name.

    A party that the words call "it" or "the group" is named in brackets after them.

    Args:
        draft: knows the names already introduced.
        claims: of the same words; at least one.
        lead: how the source presents them.
        document: what is rejected, where a document is.
        words: to quote; what is said, unless they are given.
    """
    claim = claims[0]
    words = content_words(draft.knowledge, claim) if words is None else words
    form = lead.negated if lead.negated and _NEGATION.search(words) else lead.quoted
    if len(words) > LONGEST_WORDS:
        words = words[:LONGEST_WORDS].rsplit(" ", 1)[0] + " […]"
    slots = {**_source_slots(draft, claim), "document": document, "words": quote(words)}
    glosses = list(dict.fromkeys(g for c in claims for g in _glosses(draft, c, words)))
    return _finished(form.format(**slots) + (f" [{'; '.join(glosses)}]" if glosses else ""))


def shown_words(knowledge: Knowledge, claim: Claim) -> str:
    """Give the words to quote: what is said, or all of the narrator's sentence if that says who."""
    subject = claim.proposition.filler(Role.SUBJECT)
    says_who = subject is None or subject.span is None or claim.content.contains(subject.span)
    is_reported = claim.direct_quote or len(claim.voices) > 1
    if says_who or is_reported or len(claim.sentence) > LONGEST_WORDS:
        return content_words(knowledge, claim)
    return one_line(claim.sentence.of(knowledge.document_of(claim).text))


def _source_slots(draft: Draft, claim: Claim) -> dict[str, str]:
    """Give the innermost source and those who carry its words: "X, for Y, as cited by Z,"."""
    knowledge, node = draft.knowledge, claim.speaker
    *carriers, speaker = chain_names(knowledge, claim)
    parts = [_speaker(draft, claim, speaker)]
    represented = knowledge.entity_behind(node.speaks_for)
    if represented is not None:
        parts.append(f"for {draft.name(represented)}")
    if carriers:
        parts.append(f"as cited by {' via '.join(map(in_prose, reversed(carriers)))}")
    cited = ", ".join(parts)
    source = f"{cited}," if len(parts) > 1 else cited
    return {"source": source, "cited": cited, "verb": _verb(draft, claim)}


def _speaker(draft: Draft, claim: Claim, name: str) -> str:
    knowledge, node = draft.knowledge, claim.speaker
    if node.kind is SourceKind.NARRATOR:
        return in_prose(name) if knowledge.document_of(claim).publisher else quote(name)
    entity = knowledge.entity_behind(node.entity)
    if entity is not None and _is_named_source(knowledge, claim):
        return draft.name(entity)
    if node.kind is SourceKind.DOCUMENT:
        return document_in_prose(name)
    if node.span is not None:
        name = whole_phrase(knowledge.document_of(claim).text, node.span)
    return _unnamed(claim, None if entity is None and node.name is None else name)


def _unnamed(claim: Claim, words: str | None) -> str:
    """Give a source without a name in its own words, less the capital that a sentence lent."""
    if words is None or _PRONOUN.fullmatch(words.strip()):
        return "a source that is not named"
    said = one_line(words)
    span = claim.speaker.span
    opens = span is not None and span.end - claim.sentence.start <= len(words)
    return f"{in_prose(said[:1].lower() + said[1:] if opens else said)} (not named)"


def _is_named_source(knowledge: Knowledge, claim: Claim) -> bool:
    node = claim.speaker
    if node.entity is None or node.kind in {SourceKind.UNNAMED, SourceKind.COLLECTIVE}:
        return False
    return is_named_here(knowledge, claim, node.entity)


def _verb(draft: Draft, claim: Claim) -> str:
    match claim.speaker.kind:
        case SourceKind.NARRATOR:
            return _NARRATOR_VERBS[draft.knowledge.document_of(claim).kind]
        case SourceKind.DOCUMENT:
            return "stated"
        case SourceKind.ENTITY | SourceKind.UNNAMED | SourceKind.COLLECTIVE:
            return "said"


def _lead(claim: Claim) -> Lead:
    if claim.modality in BY_MODALITY and claim.factuality.stance == "+":
        return BY_MODALITY[claim.modality]
    if claim.factuality is Factuality.CERTAIN_NOT and claim.modality is not Modality.DENIED:
        return ABSENCE
    return BY_FACTUALITY[claim.factuality]


def is_plain(knowledge: Knowledge, claim: Claim) -> bool:
    """Say whether a claim can be retold without losing or adding anything.

    Both ends are there, the subject has a name, nothing but a place goes with them, it is no
    direct quotation, and every caution of the source's words survives in the object's words.
    """
    found = claim.proposition
    roles = [argument.role for argument in found.arguments]
    subject, other = found.filler(Role.SUBJECT), found.filler(Role.OBJECT)
    if subject is None or other is None or verb_of(claim) is None or claim.direct_quote:
        return False
    tests = (
        roles.count(Role.SUBJECT) == 1 == roles.count(Role.OBJECT),
        _RETOLD_ROLES.issuperset(roles),
        found.predicate is not Predicate.NEAR,
        found.realis is Realis.ACTUAL,
        claim.modality in _RETOLD_MODALITIES,
        _is_named_actor(knowledge, claim, subject),
        _keeps_cautions(knowledge, claim, other),
    )
    return all(tests)


def _is_named_actor(knowledge: Knowledge, claim: Claim, argument: Argument) -> bool:
    entity = knowledge.entity_behind(argument.entity)
    if entity is None or entity.type not in _ACTORS or argument.entity is None:
        return False
    return is_named_here(knowledge, claim, argument.entity)


def _keeps_cautions(knowledge: Knowledge, claim: Claim, other: Argument) -> bool:
    """Say whether figures, hedges and negations of the content stand in the object's words."""
    kept = argument_words(knowledge, claim, other, plain_name)
    content = content_words(knowledge, claim)
    words: list[str] = BOUND.findall(content)
    if claim.factuality not in _PRESENTED_AS_HEDGED:
        words += HEDGE.findall(content)
    quantity = claim.proposition.quantity
    words += [one_line(quantity.text)] if quantity is not None else []
    return all(re.search(rf"\b{re.escape(word)}\b", kept, re.IGNORECASE) for word in words)


def _retold(draft: Draft, claims: Sequence[Claim], form: str) -> str:
    claim, knowledge = claims[0], draft.knowledge
    verb = verb_of(claim)
    slots = _source_slots(draft, claim)
    if verb is not None:
        slots |= {"past": verb.past, "perfect": verb.perfect}
    subject = claim.proposition.filler(Role.SUBJECT)
    slots["subject"] = argument_words(knowledge, claim, subject, draft.name) if subject else ""
    slots["rest"] = _objects(draft, claims) + _where(claims) + _when(claim)
    return form.format(**slots)


def _objects(draft: Draft, claims: Sequence[Claim]) -> str:
    found = [(c, argument) for c in claims if (argument := c.proposition.filler(Role.OBJECT))]
    words = (argument_words(draft.knowledge, c, argument, draft.name) for c, argument in found)
    return listed(list(dict.fromkeys(words)))


def _where(claims: Sequence[Claim]) -> str:
    named = {argument.entity for c in claims for argument in c.proposition.arguments}
    places = [c.proposition.place for c in claims if c.proposition.place is not None]
    names = dict.fromkeys(place.name for place in places if place.entity not in named)
    return f" in {listed(list(names))}" if names else ""


def _when(claim: Claim) -> str:
    time = claim.proposition.time
    return f" {in_words(time.edtf)}" if time is not None and time.edtf else ""


def listed(words: Sequence[str]) -> str:
    """Join words as in a sentence: "A", "A and B", "A, B and C"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _glosses(draft: Draft, claim: Claim, words: str) -> list[str]:
    """Give the named parties that the words do not name, or that were not yet introduced."""
    ends = (claim.speaker.entity, claim.speaker.speaks_for)
    speaking = [draft.knowledge.entity_behind(end) for end in ends]
    found: list[str] = []
    for argument in claim.proposition.arguments:
        entity = draft.knowledge.entity_behind(argument.entity)
        if entity is None or not _is_named_actor(draft.knowledge, claim, argument):
            continue
        is_plain_here = draft.knows(entity) and _is_in(words, entity)
        if entity not in speaking and not is_plain_here:
            found.append(draft.name(entity))
    return found


def _is_in(words: str, entity: Entity) -> bool:
    return any(one_line(name).casefold() in words.casefold() for name in entity.names)


def _finished(text: str) -> str:
    """Begin a sentence with a capital and end it with one full stop."""
    return text[:1].upper() + text[1:].rstrip(". ") + "."
