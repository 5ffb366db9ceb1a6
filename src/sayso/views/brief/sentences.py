"""One sentence that says who says what; what cannot be retold for sure is quoted."""

import re
from collections.abc import Sequence
from functools import reduce
from typing import Final

from sayso.model.claims import Argument, Claim
from sayso.model.findings import Entity, Knowledge
from sayso.model.vocabulary import (
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
    in_words,
    is_named_here,
    one_line,
    plain_name,
    quote,
    whole_phrase,
)
from sayso.views.tables import verb_of
from sayso.views.wording.texts import Lead, Texts

LONGEST_WORDS: Final = 300
#: Of these a sentence can be told in our own words.
_ACTORS: Final = PARTIES | {EntityType.PUBLIC_BODY, EntityType.MEDIA_OUTLET}
_RETOLD_ROLES: Final = frozenset({Role.SUBJECT, Role.OBJECT, Role.PLACE})
_RETOLD_MODALITIES: Final = frozenset(
    {Modality.ASSERTED, Modality.DENIED, Modality.POSSIBLE, Modality.UNKNOWN}
)
_PRESENTED_AS_HEDGED: Final = frozenset({Factuality.PROBABLE, Factuality.POSSIBLE})
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
    lead = _lead(draft.texts, claim)
    if lead.retold is not None and is_plain(draft.knowledge, claim):
        return finished(_retold(draft, claims, lead.retold))
    return quoted(draft, claims, lead, words=shown_words(draft.knowledge, claim))


def reply(draft: Draft, claim: Claim, *, beside: bool = False) -> str:
    """Say what a party concerned answered, in its own words.

    Args:
        draft: knows the names already introduced.
        claim: the answer.
        beside: it leaves the allegation standing.
    """
    kind = "replied"
    if claim.factuality.stance == "-":
        kind = "beside" if beside else Factuality.CERTAIN_NOT.value
    return quoted(draft, [claim], draft.texts.lead(kind))


def rejection(draft: Draft, claim: Claim, document: Entity | None) -> str:
    """Say who rejects a document as a whole; words that only name the document are left out."""
    texts = draft.texts
    name = texts.say("sentence.the_document")
    if document is not None:
        name = document_in_prose(one_line(document.name), texts)
    own_words = claim.content.contains(claim.trigger) and claim.voices == claim.source_chain
    if own_words:
        return quoted(draft, [claim], texts.lead("rejected"), name)
    source = _source_slots(draft, claim)["source"]
    return finished(texts.say("sentence.rejected", source=source, document=name))


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
        cut = words[:LONGEST_WORDS].rsplit(" ", 1)[0]
        words = draft.texts.say("sentence.cut", words=cut)
    shown = quote(words, draft.texts)
    slots = {**_source_slots(draft, claim), "document": document, "words": shown}
    said = form.format(**slots)
    glosses = list(dict.fromkeys(g for c in claims for g in _glosses(draft, c, words)))
    if glosses:
        said = draft.texts.say("sentence.gloss", sentence=said, names="; ".join(glosses))
    return finished(said)


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
    knowledge, node, texts = draft.knowledge, claim.speaker, draft.texts
    *carriers, speaker = chain_names(knowledge, claim)
    parts = [_speaker(draft, claim, speaker)]
    represented = knowledge.entity_behind(node.speaks_for)
    if represented is not None:
        parts.append(texts.say("sentence.for", name=draft.name(represented)))
    if carriers:
        names = reduce(
            lambda first, last: texts.say("sentence.via", first=first, last=last),
            map(draft.prose, carriers),
        )
        parts.append(texts.say("sentence.as_cited_by", names=names))
    cited = texts.say("sentence.between_asides").join(parts)
    source = texts.say("sentence.aside", parts=cited) if len(parts) > 1 else cited
    return {"source": source, "cited": cited, "verb": _verb(draft, claim)}


def _speaker(draft: Draft, claim: Claim, name: str) -> str:
    knowledge, node, texts = draft.knowledge, claim.speaker, draft.texts
    if node.kind is SourceKind.NARRATOR:
        is_named = knowledge.document_of(claim).publisher is not None
        return draft.prose(name) if is_named else quote(name, texts)
    entity = knowledge.entity_behind(node.entity)
    if entity is not None and _is_named_source(knowledge, claim):
        return draft.name(entity)
    if node.kind is SourceKind.DOCUMENT:
        return document_in_prose(name, texts)
    if node.span is not None:
        name = whole_phrase(knowledge.document_of(claim).text, node.span)
    return _unnamed(draft, claim, None if entity is None and node.name is None else name)


def _unnamed(draft: Draft, claim: Claim, words: str | None) -> str:
    """Give a source without a name in its own words, less the capital that a sentence lent."""
    if words is None or _PRONOUN.fullmatch(words.strip()):
        return draft.texts.say("sentence.unnamed")
    said = one_line(words)
    span = claim.speaker.span
    opens = span is not None and span.end - claim.sentence.start <= len(words)
    shown = draft.prose(said[:1].lower() + said[1:] if opens else said)
    return draft.texts.say("sentence.not_named", words=shown)


def _is_named_source(knowledge: Knowledge, claim: Claim) -> bool:
    node = claim.speaker
    if node.entity is None or node.kind in {SourceKind.UNNAMED, SourceKind.COLLECTIVE}:
        return False
    return is_named_here(knowledge, claim, node.entity)


def _verb(draft: Draft, claim: Claim) -> str:
    match claim.speaker.kind:
        case SourceKind.NARRATOR:
            return draft.texts.say(f"speaks.{draft.knowledge.document_of(claim).kind.value}")
        case SourceKind.DOCUMENT:
            return draft.texts.say("speaks.cited")
        case SourceKind.ENTITY | SourceKind.UNNAMED | SourceKind.COLLECTIVE:
            return draft.texts.say("speaks.voice")


def _lead(texts: Texts, claim: Claim) -> Lead:
    """What is affirmed in a colour of its own is always said with it, and in the exact words."""
    if claim.modality.value in texts.table("lead") and claim.factuality.stance == "+":
        return texts.lead(claim.modality.value)
    if claim.factuality is Factuality.CERTAIN_NOT and claim.modality is not Modality.DENIED:
        return texts.lead("absence")
    return texts.lead(claim.factuality.value)


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
    claim, knowledge, texts = claims[0], draft.knowledge, draft.texts
    verb = verb_of(claim, texts)
    slots = _source_slots(draft, claim)
    if verb is not None:
        slots |= {"past": verb.past, "perfect": verb.perfect}
    subject = claim.proposition.filler(Role.SUBJECT)
    slots["subject"] = (
        argument_words(knowledge, claim, subject, draft.name, texts) if subject else ""
    )
    slots["rest"] = _objects(draft, claims) + _where(texts, claims) + _when(texts, claim)
    return form.format(**slots)


def _objects(draft: Draft, claims: Sequence[Claim]) -> str:
    found = [(c, argument) for c in claims if (argument := c.proposition.filler(Role.OBJECT))]
    texts = draft.texts
    words = (argument_words(draft.knowledge, c, a, draft.name, texts) for c, a in found)
    return texts.joined(list(dict.fromkeys(words)))


def _where(texts: Texts, claims: Sequence[Claim]) -> str:
    named = {argument.entity for c in claims for argument in c.proposition.arguments}
    places = [c.proposition.place for c in claims if c.proposition.place is not None]
    names = dict.fromkeys(place.name for place in places if place.entity not in named)
    return texts.say("sentence.where", places=texts.joined(list(names))) if names else ""


def _when(texts: Texts, claim: Claim) -> str:
    time = claim.proposition.time
    if time is None or not time.edtf:
        return ""
    return texts.say("sentence.when", time=in_words(time.edtf, texts))


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


def finished(text: str) -> str:
    """Begin a sentence with a capital and end it with one full stop."""
    return text[:1].upper() + text[1:].rstrip(". ") + "."
