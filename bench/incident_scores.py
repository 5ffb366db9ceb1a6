"""Pairs incident templates and counts what agrees, as the GTT scorer of MUC-4 does.

Definitions after Du, Rush and Cardie, "Template Filling with Generative Transformers" (NAACL
2021): a predicted entity is right when every mention it gives is, as a normalised string, a
mention of one gold entity; precision counts predicted entities, recall gold ones; templates pair
one to one where the predicted type is part of the gold type; the document's best pairing counts.
"""

import re
import string
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

ROLES: Final = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
TYPE: Final = "incident_type"
_ARTICLES: Final = re.compile(r"\b(a|an|the)\b")
_PUNCTUATION: Final = str.maketrans("", "", string.punctuation)

#: An entity: the normalised strings of its mentions.
Entity = frozenset[str]


@dataclass(frozen=True, slots=True)
class Template:
    """One incident: its type and the entities of each role, in the order of ROLES."""

    type: str
    roles: tuple[tuple[Entity, ...], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What is right of one pair, by role with the type first: as predicted, and as gold has it."""

    predicted: tuple[int, ...]
    gold: tuple[int, ...]

    def __add__(self, other: "Agreement") -> "Agreement":
        """Give the sums, role by role."""
        return Agreement(
            tuple(a + b for a, b in zip(self.predicted, other.predicted, strict=True)),
            tuple(a + b for a, b in zip(self.gold, other.gold, strict=True)),
        )


NOTHING: Final = Agreement((0,) * (len(ROLES) + 1), (0,) * (len(ROLES) + 1))


def normal(text: str) -> str:
    """Give a string in lower case without punctuation and a, an, the; its words one space apart."""
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split())


def template(kind: str, entities: Mapping[str, Iterable[Iterable[str]]]) -> Template:
    """Give a template from the strings of its entities; an entity without mentions is left out."""
    read = (
        tuple(e for e in (frozenset(map(normal, m)) for m in entities.get(role, ())) if e)
        for role in ROLES
    )
    return Template(kind, tuple(read))


def agreement(predicted: Template, gold: Template) -> Agreement:
    """Give what is right of two templates that pair."""
    right, found = [1], [1]
    for mine, theirs in zip(predicted.roles, gold.roles, strict=True):
        right.append(sum(any(p <= g for g in theirs) for p in mine))
        found.append(sum(any(p <= g for p in mine) for g in theirs))
    return Agreement(tuple(right), tuple(found))


def may_pair(predicted: Template, gold: Template) -> bool:
    """Say whether the types agree: the predicted one stands in the gold one."""
    return predicted.type in gold.type


def sizes(templates: Iterable[Template]) -> tuple[int, ...]:
    """Give how many types and entities of each role there are."""
    counts = [(1, *map(len, t.roles)) for t in templates]
    return tuple(map(sum, zip(*counts, strict=True))) if counts else (0,) * (len(ROLES) + 1)


def f1(right: tuple[int, int], found: tuple[int, int]) -> float:
    """Give the harmonic mean of two shares, each a count and its whole; 0 where both are empty."""
    (p, of_p), (r, of_r) = right, found
    precision, recall = p / of_p if of_p else 0.0, r / of_r if of_r else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def best_pairing(predicted: Sequence[Template], gold: Sequence[Template]) -> Agreement:
    """Give what is right under the pairing that gives a document the best micro F.

    Every pairing is tried, those that leave the same gold templates over and are worse in both
    counts left out; of equally good ones that with most right entities is taken.
    """
    wholes = sum(sizes(predicted)), sum(sizes(gold))
    reached: dict[int, list[Agreement]] = {0: [NOTHING]}
    for mine in predicted:
        ways: dict[int, list[Agreement]] = {taken: list(ones) for taken, ones in reached.items()}
        for n, theirs in enumerate(gold):
            if not may_pair(mine, theirs):
                continue
            gained = agreement(mine, theirs)
            for taken, ones in reached.items():
                if not taken >> n & 1:
                    ways.setdefault(taken | 1 << n, []).extend(one + gained for one in ones)
        reached = {taken: _unbeaten(ones) for taken, ones in ways.items()}

    def worth(one: Agreement) -> tuple[float, int, int]:
        right, found = sum(one.predicted), sum(one.gold)
        return f1((right, wholes[0]), (found, wholes[1])), right, found

    return max((one for ones in reached.values() for one in ones), key=worth)


def _unbeaten(ones: Iterable[Agreement]) -> list[Agreement]:
    """Give those that no other is at least as good as in both counts, the first of equals."""
    kept: list[Agreement] = []
    best = -1
    for one in sorted(ones, key=lambda a: (-sum(a.predicted), -sum(a.gold))):
        if sum(one.gold) > best:
            kept.append(one)
            best = sum(one.gold)
    return kept


def score(pairs: Iterable[tuple[Sequence[Template], Sequence[Template]]]) -> dict[str, object]:
    """Give the figures over all documents, each its predicted and its gold templates.

    Equal gold templates of a document count once.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for predicted, gold in pairs:
        once = list(dict.fromkeys(gold))
        best = best_pairing(predicted, once)
        columns = (best.predicted, sizes(predicted), best.gold, sizes(once))
        for name, column in zip(("right", "predicted", "found", "gold"), columns, strict=True):
            counts.update({(role, name): n for role, n in zip((TYPE, *ROLES), column, strict=True)})
    per_role = {role: _figures(counts, (role,)) for role in (TYPE, *ROLES)}
    together = _figures(counts, (TYPE, *ROLES))
    return {
        "gtt_micro_f1": together["f1"],
        "precision": together["precision"],
        "recall": together["recall"],
        "per_role": per_role,
    }


def _figures(counts: Mapping[tuple[str, str], int], roles: Sequence[str]) -> dict[str, float]:
    """Give precision, recall, F and the counts over some roles."""
    right, predicted, found, gold = (
        sum(counts.get((role, name), 0) for role in roles)
        for name in ("right", "predicted", "found", "gold")
    )
    return {
        "precision": round(right / predicted, 4) if predicted else 0.0,
        "recall": round(found / gold, 4) if gold else 0.0,
        "f1": round(f1((right, predicted), (found, gold)), 4),
        "predicted": predicted,
        "gold": gold,
    }
