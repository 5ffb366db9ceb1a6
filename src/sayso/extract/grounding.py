"""Claims out of proposals; what is not in the text, or says nothing, is refused and counted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from sayso.extract.grammar.syntax import Token
from sayso.extract.grammar.tree import is_verbal, subject_of
from sayso.extract.propositions.content import content_of
from sayso.extract.propositions.proposals import TOO_MANY, Proposal
from sayso.extract.reading import hull
from sayso.extract.sources.saying import Saying
from sayso.extract.voices.asides import ROLES, has_left, is_aside, is_presupposed
from sayso.extract.voices.chains import Speakers, chains_of, is_authors
from sayso.extract.voices.factuality import assess, assess_phrase, is_set_against, with_doubts
from sayso.extract.voices.quotes import Told
from sayso.extract.wording.stances import Stance
from sayso.model.claims import (
    NARRATED,
    Argument,
    Claim,
    Proposition,
    Refusal,
    SourceChain,
    SourceNode,
)
from sayso.model.ids import ClaimId, EntityId, Span
from sayso.model.vocabulary import (
    Attribution,
    EntityType,
    Factuality,
    MentionKind,
    Modality,
    Predicate,
    Role,
    SourceKind,
)

SAME_ENTITY: Final = "the same entity on both sides"
NO_SPEAKER: Final = "nobody is named who says so"
NO_WORDS: Final = "its words are not all in the sentence"
REPEATED: Final = "said twice at the same words"

#: How sure the reading of a claim is, by what carries its predicate, where no encoder reads it too.
CONFIDENCE: Final = {"verb": 0.9, "noun": 0.75, "other": 0.4, "learnt": 0.4}
#: What each of these takes away from it, as a factor.
LESS_SURE: Final = {"pronoun": 0.85, "nominal": 0.95, "words": 0.9, "inherited": 0.85}


@dataclass(frozen=True, slots=True)
class Grounded:
    """A claim with the word that carries it.

    Attributes:
        by_author: the text's own author is heard to say it: "we deny that".
    """

    claim: Claim
    head: Token
    by_author: bool


@dataclass(frozen=True, slots=True)
class _Voice:
    """Whose words a proposal is in: its chain, cue, stance, and what is said."""

    chain: SourceChain
    saying: Saying | None
    stance: Stance
    cue: tuple[Token, ...]
    pieces: tuple[Span, ...]


class Grounding:
    """Turns the proposals of one document into claims, in their order.

    Args:
        extractor: name and version of what proposes.
        prefix: of the claims' ids.
        speakers: who stands behind the voices of the document.
    """

    def __init__(self, extractor: str, prefix: str, speakers: Speakers) -> None:
        self._extractor = extractor
        self._prefix = prefix
        self._speakers = speakers
        self._refused: Counter[str] = Counter()
        self._seen: set[tuple[object, ...]] = set()
        self._number = 0

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """Give what was refused so far, by reason."""
        return Refusal.of(self._refused)

    def ground(self, told: Told, proposals: Iterable[Proposal]) -> Iterator[Grounded]:
        """Give the claims of one sentence."""
        for proposal in proposals:
            if proposal.surplus:
                self._refused[TOO_MANY] += proposal.surplus
            for voice in _voices(told, proposal, self._speakers):
                claim = self._claim(told, proposal, voice)
                if claim is not None:
                    said = voice.saying
                    own = said is not None and is_authors(told.reading, said, self._speakers)
                    yield Grounded(claim, proposal.head, own)

    def _claim(self, told: Told, proposal: Proposal, voice: _Voice) -> Claim | None:
        """Give the claim of one proposal in one voice, or count why there is none."""
        proposition = _spoken(told, proposal, voice.chain, self._speakers)
        if proposition is None:
            self._refused[NO_SPEAKER] += 1
            return None
        key = (told.reading.sentence.passage.id, _matter(proposition), voice.chain)
        reason = REPEATED if key in self._seen else _fault(told, proposal, proposition, voice)
        if reason is not None:
            self._refused[reason] += 1
            return None
        self._seen.add(key)
        self._number += 1
        passage = told.reading.sentence.passage
        return Claim(
            id=ClaimId(f"{self._prefix}{self._number}"),
            document_id=passage.document_id,
            passage_id=passage.id,
            sentence=passage.span,
            content=Span(voice.pieces[0].start, voice.pieces[-1].end),
            pieces=voice.pieces,
            trigger=proposal.trigger,
            proposition=replace(proposition, realis=voice.stance.realis),
            source_chain=voice.chain,
            attribution=_attribution(told, voice),
            factuality=voice.stance.factuality,
            modality=_modality(proposal, voice),
            extractor=f"{self._extractor}: {proposal.rule}",
            confidence=_confidence(told, proposal),
            cue=hull(voice.cue) if voice.cue and len(voice.chain) > 1 else None,
            source=voice.chain[-1].span if voice.saying is not None or voice.cue else None,
            direct_quote=_is_quoted(told, voice),
        )


def _voices(told: Told, proposal: Proposal, speakers: Speakers) -> Iterator[_Voice]:
    """Give the voices in which a proposal is said; a role told in passing is the narrator's."""
    if _is_passing(told, proposal):
        stance = _presented(told, proposal, None)
        if stance is not None:
            yield _Voice(NARRATED, None, stance, (), content_of(told, proposal.head, None))
        return
    for chain, saying in chains_of(told, _place_of_voice(told, proposal), speakers):
        stance = _presented(told, proposal, saying)
        if stance is None:
            continue
        pieces = content_of(told, proposal.head, saying)
        yield _Voice(chain, saying, stance, () if saying is None else saying.cue, pieces)


def _is_passing(told: Told, proposal: Proposal) -> bool:
    """Say whether a role stands in an apposition or clause of its own, in nobody's quotation."""
    head = proposal.head
    named = any(s.root.index == head.index for s in told.sayings)
    inside = told.goes_on or head.index in told.quoted or named
    return not inside and is_aside(told.reading.sentence, head, proposal.proposition.predicate)


def _place_of_voice(told: Told, proposal: Proposal) -> Token:
    """Give the word whose voice counts: who calls a report a lie is told of, not telling."""
    head = proposal.head
    judged = proposal.proposition.predicate is Predicate.ACCUSATION and any(
        s.root.index == head.index for s in told.sayings
    )
    return told.reading.sentence.head(head) if judged else head


def _presented(told: Told, proposal: Proposal, saying: Saying | None) -> Stance | None:
    """Give the stance of the innermost source to one combination of parties.

    None where what a noun takes for granted is denied or asked for, and nothing is said of it.
    """
    sentence, head = told.reading.sentence, proposal.head
    predicate = proposal.proposition.predicate
    if predicate in ROLES and has_left(sentence, head):
        return None
    inner = None if saying is not None and _judges(proposal, saying) else saying
    stance = assess(sentence, head, inner)
    if proposal.negates:
        stance = stance.negated()
    if proposal.presupposed:
        noun = sentence.head(head) if head.pos == "ADP" else head
        is_said = stance.factuality.stance == "+" or proposal.definite
        return _granted(assess_phrase(sentence, noun)) if is_said else None
    if saying is None and not is_verbal(head) and is_aside(sentence, head, predicate):
        return assess_phrase(sentence, head)
    if any(is_set_against(sentence, f.head, head) for f in proposal.fillers):
        stance = stance.negated()
    named = told.reading.named
    parties = [f.head for f in proposal.fillers if f.entity in named]
    stance = with_doubts(sentence, parties, stance)
    is_act = predicate not in ROLES or head.index in told.reading.by_head
    return _granted(stance) if is_act and is_presupposed(sentence, head, predicate) else stance


def _granted(stance: Stance) -> Stance:
    """Give the stance of what is taken for granted; a hedged or denied one stays as it is."""
    plain = stance.modality is Modality.ASSERTED and stance.factuality is Factuality.CERTAIN
    return replace(stance, modality=Modality.PRESUPPOSED) if plain else stance


def _judges(proposal: Proposal, saying: Saying) -> bool:
    """Say whether a saying is the accusation itself: "called the memo a forgery"."""
    is_accusation = proposal.proposition.predicate is Predicate.ACCUSATION
    return is_accusation and saying.root.index == proposal.head.index


def _spoken(
    told: Told, proposal: Proposal, chain: SourceChain, speakers: Speakers
) -> Proposition | None:
    """Give the proposition; where its subject is whoever says it, with the innermost source."""
    if not proposal.by_speaker:
        return proposal.proposition
    speaker = chain[-1]
    entity = _who_acts(told, proposal, speaker, speakers)
    if entity is None:
        return None
    subject = Argument(role=Role.SUBJECT, entity=entity, span=speaker.span)
    return replace(proposal.proposition, arguments=(subject, *proposal.proposition.arguments))


def _who_acts(
    told: Told, proposal: Proposal, speaker: SourceNode, speakers: Speakers
) -> EntityId | None:
    """Give whom "we" or "I" means: the author, the body spoken for, the group, or the speaker.

    A person of no known group is not meant by "we".
    """
    if speaker.kind is SourceKind.NARRATOR or speaker.entity is None:
        return speakers.author if speaker.kind is SourceKind.NARRATOR else None
    subject = subject_of(told.reading.sentence, proposal.head)
    word = "" if subject is None else subject.lower
    body = speaker.speaks_for or (speakers.groups.get(speaker.entity) if word == "we" else None)
    own = told.reading.entities.get(speaker.entity)
    alone = word == "we" and (own is None or own.type is EntityType.PERSON)
    return speaker.entity if word == "i" or (body is None and not alone) else body


def _fault(told: Told, proposal: Proposal, proposition: Proposition, voice: _Voice) -> str | None:
    """Give why a proposal cannot be a claim, or None."""
    sentence = told.reading.sentence.passage.span
    parties = [proposition.entity(role) for role in (Role.SUBJECT, Role.OBJECT)]
    if parties[0] is not None and parties[0] == parties[1]:
        return SAME_ENTITY
    spans = [proposal.trigger, *voice.pieces, *(t.span for t in voice.cue)]
    spans += [f.span for f in proposal.fillers]
    if not voice.pieces or not all(sentence.contains(s) for s in spans):
        return NO_WORDS
    return None


def _matter(proposition: Proposition) -> tuple[object, ...]:
    """Give what makes two propositions of one sentence the same, whatever words carry them."""
    ends = [proposition.filler(role) for role in (Role.SUBJECT, Role.OBJECT)]
    ends += [proposition.filler(role) for role in (Role.ITEM, Role.OUTCOME)]
    parties = [None if a is None else a.entity or a.span for a in ends]
    return (proposition.predicate, *parties, proposition.kind, proposition.place)


def _attribution(told: Told, voice: _Voice) -> Attribution:
    """Give how a claim comes by its source."""
    if len(voice.chain) == 1:
        return Attribution.NARRATOR
    if voice.saying is None and not voice.cue and told.goes_on:
        return Attribution.INHERITED
    return Attribution.EXPLICIT


def _modality(proposal: Proposal, voice: _Voice) -> Modality:
    """Give the modality; a source that says "there is none" denies, as does the author's "we"."""
    stance = voice.stance
    if stance.factuality is not Factuality.CERTAIN_NOT or stance.modality is not Modality.ASSERTED:
        return stance.modality
    answers = len(voice.chain) > 1 or proposal.by_speaker
    return Modality.DENIED if answers else Modality.ASSERTED


def _is_quoted(told: Told, voice: _Voice) -> bool:
    """Say whether the words are the source's own, between quotation marks."""
    if len(voice.chain) == 1:
        return False
    sentence = told.reading.sentence
    words = (t for piece in voice.pieces for t in sentence.within(piece) if t.pos != "PUNCT")
    return all(t.index in told.quoted for t in words)


def _confidence(told: Told, proposal: Proposal) -> float:
    """Give how sure the reading is, 0 to 1, from the tables above."""
    sure = CONFIDENCE[proposal.rule.split()[0]]
    kinds = {m.span: m.kind for m in told.reading.mentions}
    for filler in proposal.fillers:
        kind = kinds.get(filler.span)
        if filler.entity is None:
            sure *= LESS_SURE["words"]
        elif kind is MentionKind.PRONOUN:
            sure *= LESS_SURE["pronoun"]
        elif kind is MentionKind.NOMINAL:
            sure *= LESS_SURE["nominal"]
    if told.goes_on:
        sure *= LESS_SURE["inherited"]
    return round(sure, 2)
