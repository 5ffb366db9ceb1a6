"""What tells for or against a claim, by name: 1 for what is so, log odds for what is likely."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from sayso.extract.encoder.carried import Carried, likeliest_at
from sayso.extract.encoder.heard import Heard
from sayso.extract.encoder.opinions import opinion_on
from sayso.extract.learnt.proposals import is_learnt
from sayso.model.claims import Claim, DocumentEntity
from sayso.model.ids import EntityId, Span
from sayso.model.vocabulary import Attribution, MentionKind, Role

#: Nothing is taken to be more or less likely than these.
_LEAST, _MOST = 0.02, 0.98
_PARTIES: Final = (Role.SUBJECT, Role.OBJECT, Role.ITEM)


class Signs:
    """The signs of the claims of one document.

    Args:
        heard: by the encoder.
        entities: of the document, by id.
    """

    def __init__(self, heard: Heard, entities: Mapping[EntityId, DocumentEntity]) -> None:
        self._heard = heard
        self._entities = entities
        self._meaning = {m.span: e for e, entity in entities.items() for m in entity.mentions}

    def of(self, claim: Claim) -> dict[str, float]:
        """Give the signs of a claim by name.

        What only the encoder read has signs of its own: there its odds are all that there is.
        """
        predicate = claim.proposition.predicate
        carried = self._heard.carried.get(claim.sentence, ())
        own = likeliest_at(carried, predicate, claim.trigger)
        rivals = (
            c.sure
            for c in carried
            if c.predicate is not predicate and c.trigger.overlaps(claim.trigger)
        )
        signs: dict[str, float] = {"all": 1.0, f"by a {_kind(claim)}": 1.0, f"{predicate}": 1.0}
        signs["trigger"] = odds(0.0 if own is None else own.sure)
        signs["another predicate"] = odds(max(rivals, default=0.0))
        for role in _PARTIES:
            for sign, value in self._of_filler(claim, own, role):
                signs[sign] = signs.get(sign, 0.0) + value
        signs["least likely"] = min(
            signs[sign] for sign in ("trigger", *map(str, _PARTIES)) if sign in signs
        )
        return named_for(claim, signs | dict(self._of_voice(claim, own)))

    def _of_filler(
        self, claim: Claim, own: Carried | None, role: Role
    ) -> Iterator[tuple[str, float]]:
        """Give the signs of what fills a role; those of all roles are summed."""
        filler = claim.proposition.filler(role)
        if filler is None:
            yield f"no {role}", 1.0
            return
        if filler.entity is None:
            yield "words", 1.0
            return
        mentions = self._mentions_in(claim.sentence, filler.entity)
        yield f"{role}", odds(_filled(own, role.value, mentions.keys()))
        if own is not None:
            others = (likely for span, likely in own.fillers[role] if span not in mentions)
            yield f"another {role}", odds(max(others, default=0.0))
        span, named = filler.span, MentionKind.NAME
        kind = named if span is None else mentions.get(span, named)
        yield f"a {kind}", 1.0
        if span is not None and kind is not named and span in self._heard.meant:
            yield f"a {kind} that is meant", odds(self._meant(span, filler.entity))

    def _meant(self, mention: Span, entity: EntityId) -> float:
        """Give how likely a mention means its entity, of which it may be the first."""
        likely = self._heard.meant[mention]
        if self._entities[entity].mentions[0].span == mention:
            return 1 - sum(sure for _, sure in likely)
        return sum(sure for span, sure in likely if self._meaning.get(span) == entity)

    def _of_voice(self, claim: Claim, own: Carried | None) -> Iterator[tuple[str, float]]:
        """Give the signs of who says it, and whether as so."""
        opinion = opinion_on(claim, self._heard.opinions)
        sourced = 0.5 if opinion is None else opinion.sourced
        not_so = 0.5 if opinion is None else opinion.not_so
        so = claim.factuality.stance == "+"
        yield "told as it is", odds(1 - not_so if so else not_so)
        if len(claim.source_chain) == 1:
            yield "the narrator's", 1.0
            yield "heard as the narrator's", odds(1 - sourced)
            return
        yield "heard as somebody's", odds(sourced)
        if claim.attribution is Attribution.INHERITED:
            yield "inherited", 1.0
            return
        speaker = claim.source_chain[-1].entity
        if speaker is not None and speaker in self._entities:
            mentions = self._mentions_in(claim.sentence, speaker)
            yield "source", odds(_filled(own, "source", mentions.keys()))

    def _mentions_in(self, sentence: Span, entity: EntityId) -> Mapping[Span, MentionKind]:
        """Give an entity's mentions in a sentence; it may have thousands in the document."""
        mentions = self._entities[entity].mentions
        first, stop = (
            bisect_left(mentions, at, key=lambda m: m.span.start)
            for at in (sentence.start, sentence.end)
        )
        return {m.span: m.kind for m in mentions[first:stop]}


def named_for(claim: Claim, signs: dict[str, float]) -> dict[str, float]:
    """Give signs by the names that they have for a claim of the rules, or of the encoder alone."""
    return {f"learnt: {name}": v for name, v in signs.items()} if is_learnt(claim) else signs


def odds(likely: float) -> float:
    """Give the log odds of a probability."""
    kept = min(_MOST, max(_LEAST, likely))
    return math.log(kept / (1 - kept))


def _kind(claim: Claim) -> str:
    """Give what found a claim: a verb or noun of the tables, the encoder, or what is left."""
    return claim.extractor.partition(": ")[2].split()[0]


def _filled(own: Carried | None, role: str, spans: AbstractSet[Span]) -> float:
    """Give how likely one of some spans fills a role."""
    fillers = () if own is None else own.fillers[role]
    return max((likely for span, likely in fillers if span in spans), default=0.0)
