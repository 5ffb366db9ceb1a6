"""How sure a claim is read rightly, by what the rules and the encoder find at its words.

The weights of `tables/confidence.toml` were fitted on `corpus/dev` by `training.confidence`: a
claim's confidence is the share of claims with such signs that are right there.
"""

import functools
import math
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from importlib import resources
from typing import Final

from sayso.extract.encoder.carried import Carried, likeliest_at
from sayso.extract.encoder.heard import Heard
from sayso.extract.encoder.opinions import Opinion, opinion_on
from sayso.extract.learnt.proposals import is_learnt
from sayso.model.claims import Claim, DocumentEntity
from sayso.model.ids import EntityId, Span
from sayso.model.vocabulary import Attribution, MentionKind, Role

#: Nothing is taken to be more or less likely than these.
_LEAST, _MOST = 0.02, 0.98
_PARTIES: Final = (Role.SUBJECT, Role.OBJECT, Role.ITEM)


class Judge:
    """Weighs the signs of a claim.

    Args:
        weights: of each sign; with the one named "all", which every claim has.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def sure(
        self, claim: Claim, heard: Heard, entities: Mapping[EntityId, DocumentEntity]
    ) -> float:
        """Give how likely a claim is read rightly, 0 to 1.

        Args:
            claim: of the document that was heard.
            heard: by the encoder.
            entities: of the document, by id.
        """
        signs = signs_of(claim, heard, entities)
        score = sum(self._weights.get(sign, 0.0) * value for sign, value in signs.items())
        return round(1 / (1 + math.exp(-score)), 2)


@functools.cache
def fitted() -> Judge:
    """Give the judge with the fitted weights, read once a process."""
    path = resources.files(__package__).joinpath("tables/confidence.toml")
    return Judge(tomllib.loads(path.read_text("utf-8"))["weights"])


def signs_of(
    claim: Claim, heard: Heard, entities: Mapping[EntityId, DocumentEntity]
) -> dict[str, float]:
    """Give the signs of a claim by name: 1 for what is so, log odds for what is likely.

    What only the encoder read has signs of its own: there its odds are all that there is.
    """
    signs = _signs_of(claim, heard, entities)
    learnt = is_learnt(claim)
    return {f"learnt: {name}": value for name, value in signs.items()} if learnt else signs


def _signs_of(
    claim: Claim, heard: Heard, entities: Mapping[EntityId, DocumentEntity]
) -> dict[str, float]:
    """Give the signs by name, whoever read the claim."""
    said = claim.proposition
    signs: dict[str, float] = {"all": 1.0, f"by a {_kind(claim)}": 1.0}
    carried = heard.carried.get(claim.sentence, ())
    own = likeliest_at(carried, said.predicate, claim.trigger)
    signs["trigger"] = _odds(0.0 if own is None else own.sure)
    for role in _PARTIES:
        filler = said.filler(role)
        if filler is None:
            signs[f"no {role}"] = 1.0
            continue
        if filler.entity is None:
            signs["words"] = signs.get("words", 0.0) + 1
            continue
        mentions = _mentions_in(claim.sentence, entities[filler.entity])
        signs[f"{role}"] = _odds(_filled(own, role.value, mentions.keys()))
        kind = (
            MentionKind.NAME if filler.span is None else mentions.get(filler.span, MentionKind.NAME)
        )
        signs[f"a {kind}"] = signs.get(f"a {kind}", 0.0) + 1
    odds = [signs[sign] for sign in ("trigger", *map(str, _PARTIES)) if sign in signs]
    signs["least likely"] = min(odds)
    return signs | dict(_voice(claim, own, heard.opinions, entities))


def _voice(
    claim: Claim,
    own: Carried | None,
    opinions: Sequence[Opinion],
    entities: Mapping[EntityId, DocumentEntity],
) -> Iterator[tuple[str, float]]:
    """Give the signs of who says it, and whether as so."""
    opinion = opinion_on(claim, opinions)
    sourced = 0.5 if opinion is None else opinion.sourced
    not_so = 0.5 if opinion is None else opinion.not_so
    so = claim.factuality.stance == "+"
    yield "told as it is", _odds(1 - not_so if so else not_so)
    if len(claim.source_chain) == 1:
        yield "the narrator's", 1.0
        yield "heard as the narrator's", _odds(1 - sourced)
        return
    yield "heard as somebody's", _odds(sourced)
    if claim.attribution is Attribution.INHERITED:
        yield "inherited", 1.0
        return
    speaker = claim.source_chain[-1].entity
    if speaker is not None and speaker in entities:
        mentions = _mentions_in(claim.sentence, entities[speaker])
        yield "source", _odds(_filled(own, "source", mentions.keys()))


def _kind(claim: Claim) -> str:
    """Give what found a claim: a verb or noun of the tables, the encoder, or what is left."""
    return claim.extractor.partition(": ")[2].split()[0]


def _mentions_in(sentence: Span, entity: DocumentEntity) -> Mapping[Span, MentionKind]:
    """Give an entity's mentions in a sentence; it may have thousands in the document."""
    first, stop = (
        bisect_left(entity.mentions, at, key=lambda m: m.span.start)
        for at in (sentence.start, sentence.end)
    )
    return {m.span: m.kind for m in entity.mentions[first:stop]}


def _filled(own: Carried | None, role: str, spans: AbstractSet[Span]) -> float:
    """Give how likely one of some spans fills a role."""
    fillers = () if own is None else own.fillers[role]
    return max((likely for span, likely in fillers if span in spans), default=0.0)


def _odds(likely: float) -> float:
    """Give the log odds of a probability."""
    kept = min(_MOST, max(_LEAST, likely))
    return math.log(kept / (1 - kept))
