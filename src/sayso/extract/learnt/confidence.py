"""How sure a claim is read rightly, by what the rules and the encoder find at its words.

Its own signs make a claim so sure; then it is held against the likeliest other claim of the same
words, for seldom are two of them right. The weights of `tables/confidence.toml` were fitted on
`corpus/dev` by `training.confidence`: a claim's confidence is the share of claims with such signs
that are right there.
"""

import functools
import math
import tomllib
from collections.abc import Mapping, Sequence
from importlib import resources

from sayso.extract.encoder.heard import Heard
from sayso.extract.learnt.signs import Signs, named_for, odds
from sayso.model.claims import Claim, DocumentEntity
from sayso.model.ids import EntityId, Span


class Judge:
    """Weighs the signs of claims.

    Args:
        alone: the weights of a claim's own signs; with the one named "all", which every claim has.
        beside: the weights of how sure it is alone, and of what stands beside it.
    """

    def __init__(self, alone: Mapping[str, float], beside: Mapping[str, float]) -> None:
        self._alone = alone
        self._beside = beside

    def sure(
        self, claims: Sequence[Claim], heard: Heard, entities: Mapping[EntityId, DocumentEntity]
    ) -> list[float]:
        """Give how likely each claim is read rightly, 0 to 1.

        Args:
            claims: of the document that was heard.
            heard: by the encoder.
            entities: of the document, by id.
        """
        own = Signs(heard, entities)
        alone = [likely(self._alone, own.of(claim)) for claim in claims]
        beside = signs_beside(claims, alone)
        return [round(likely(self._beside, signs), 2) for signs in beside]


def likely(weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    """Give the probability that weighed signs make up."""
    return 1 / (1 + math.exp(-sum(weights.get(sign, 0.0) * v for sign, v in signs.items())))


@functools.cache
def fitted() -> Judge:
    """Give the judge with the fitted weights, read once a process."""
    path = resources.files(__package__).joinpath("tables/confidence.toml")
    return Judge(**tomllib.loads(path.read_text("utf-8")))


def signs_beside(claims: Sequence[Claim], alone: Sequence[float]) -> list[dict[str, float]]:
    """Give for each claim how sure it is alone, and its surest rival: another of its words.

    Args:
        claims: of one document.
        alone: how sure each is by its own signs.
    """
    there: dict[Span, list[int]] = {}
    for n, claim in enumerate(claims):
        there.setdefault(claim.sentence, []).append(n)
    found: list[dict[str, float]] = []
    for n, claim in enumerate(claims):
        rivals = (
            alone[other]
            for other in there[claim.sentence]
            if other != n and claims[other].trigger.overlaps(claim.trigger)
        )
        signs = {"all": 1.0, "alone": odds(alone[n]), "rival": odds(max(rivals, default=0.0))}
        found.append(named_for(claim, signs))
    return found
