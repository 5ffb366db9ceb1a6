"""One document's claims in the contract's JSON, and a prediction laid beside its gold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NotRequired, TypedDict

from sayso.model.vocabulary import SYMMETRIC

#: Two texts are the same filler when their words agree to this Jaccard share.
SAME_WORDS = 0.5


class Place(TypedDict):
    """Where a claim stands."""

    code: str | None


class Stretch(TypedDict):
    """Half-open, in code points."""

    start: int
    end: int


class Mention(Stretch):
    """Words for an entity."""

    text: str


class Entity(TypedDict):
    """One person, group, place or thing of a document."""

    id: str
    type: str
    name: str
    mentions: list[Mention]


class Node(TypedDict):
    """One link of a source chain."""

    kind: str
    entity: NotRequired[str | None]
    name: NotRequired[str | None]


class Quantity(TypedDict):
    """A figure with its bounds."""

    min: float | None
    max: float | None
    exact: float | None


class Claim(TypedDict):
    """The slots of a claim that are scored."""

    sentence: Stretch
    content: Stretch
    predicate: str
    arguments: dict[str, str]
    source_chain: list[Node]
    factuality: str
    modality: str
    time: str | None
    place: Place | None
    quantity: Quantity | None
    confidence: float


class Forbidden(TypedDict):
    """A claim that nobody may take out of the text; null stands for any."""

    predicate: str
    subject: str | None
    object: str | None
    factuality: str | None
    chain: str | None


class About(TypedDict):
    """What is told about a document; the date is given to the program."""

    published: str | None


class Sheet(TypedDict):
    """One document's entities and claims."""

    document: About
    entities: list[Entity]
    claims: list[Claim]
    forbidden: NotRequired[list[Forbidden]]


def jaccard(a: Stretch, b: Stretch) -> float:
    """Give the share of characters that two stretches have in common, 0 to 1."""
    common = min(a["end"], b["end"]) - max(a["start"], b["start"])
    together = max(a["end"], b["end"]) - min(a["start"], b["start"])
    return common / together if common > 0 else 0.0


def alike(a: str, b: str) -> bool:
    """Say whether two texts have most of their words in common."""
    left, right = (set(re.findall(r"\w+", text.casefold())) for text in (a, b))
    return bool(left & right) and len(left & right) / len(left | right) >= SAME_WORDS


def stance(factuality: str) -> str:
    """Give "+", "-" or "?"."""
    return "?" if factuality.endswith("u") else factuality[-1]


def align(gold: Sheet, predicted: Sheet) -> dict[str, str]:
    """Give predicted entity id → gold entity id, one to one, best covered mentions first."""
    weighed = [
        (sum(jaccard(m, n) for m in g["mentions"] for n in p["mentions"]), g["id"], p["id"])
        for g in gold["entities"]
        for p in predicted["entities"]
    ]
    chosen: dict[str, str] = {}
    for weight, mine, theirs in sorted(weighed, key=lambda row: (-row[0], row[1], row[2])):
        if weight > 0 and theirs not in chosen and mine not in chosen.values():
            chosen[theirs] = mine
    return chosen


@dataclass(frozen=True, slots=True)
class Comparison:
    """A gold sheet beside a predicted one.

    Attributes:
        same: predicted entity id → gold entity id.
        mine, theirs: the entities by id, of the gold and of the prediction.
    """

    gold: Sheet
    predicted: Sheet
    same: Mapping[str, str]
    mine: Mapping[str, Entity]
    theirs: Mapping[str, Entity]

    def fillers_agree(self, g: str | None, p: str | None) -> bool:
        """Say whether a gold and a predicted filler (entity id or words) are one."""
        if g is None or p is None:
            return g is p
        if g in self.mine and p in self.theirs:
            return self.same.get(p) == g
        left = [m["text"] for m in self.mine[g]["mentions"]] if g in self.mine else [g]
        right = [m["text"] for m in self.theirs[p]["mentions"]] if p in self.theirs else [p]
        return any(alike(a, b) for a in left for b in right)

    def parties_agree(self, g: Claim, p: Claim) -> bool:
        """Say whether subject and object are the same, in any order for a symmetric predicate."""
        mine = [g["arguments"].get(role) for role in ("subject", "object")]
        theirs = [p["arguments"].get(role) for role in ("subject", "object")]
        orders = [theirs, theirs[::-1]] if g["predicate"] in SYMMETRIC else [theirs]
        return any(all(map(self.fillers_agree, mine, order)) for order in orders)

    def nodes_agree(self, g: Node, p: Node) -> bool:
        """Say whether two links of a chain are one; a document and its author are one node."""
        mine, theirs = g.get("entity"), p.get("entity")
        if mine is not None and theirs is not None:
            kinds = {g["kind"], p["kind"]}
            same_kind = len(kinds) == 1 or kinds == {"document", "entity"}
            return same_kind and self.same.get(theirs) == mine
        if g["kind"] != p["kind"] or g["kind"] == "narrator":
            return g["kind"] == p["kind"]
        return alike(g.get("name") or "", p.get("name") or "")

    def chains_agree(self, g: Claim, p: Claim) -> bool:
        """Say whether every link of the chain is the same, in the same order."""
        mine, theirs = g["source_chain"], p["source_chain"]
        return len(mine) == len(theirs) and all(map(self.nodes_agree, mine, theirs))

    def slot_agrees(self, slot: str, g: Claim, p: Claim) -> bool:
        """Say whether a slot that tells list-expanded claims apart is the same."""
        if slot == "place":
            return code(g) == code(p)
        return self.fillers_agree(g["arguments"].get(slot), p["arguments"].get(slot))

    def is_forbidden(self, rule: Forbidden, claim: Claim) -> bool:
        """Say whether a predicted claim is one that must not be taken out."""
        narrated = len(claim["source_chain"]) == 1
        if (
            rule["predicate"] != claim["predicate"]
            or rule["factuality"] not in {None, claim["factuality"]}
            or (rule.get("chain") == "narrator" and not narrated)
        ):
            return False
        names = [self.name(claim["arguments"].get(role)) for role in ("subject", "object")]
        wanted = [rule["subject"], rule["object"]]
        orders = [names, names[::-1]] if rule["predicate"] in SYMMETRIC else [names]
        return any(
            all(want in {None, name} for want, name in zip(wanted, order, strict=True))
            for order in orders
        )

    def name(self, filler: str | None) -> str | None:
        """Give the gold's name for a predicted filler, else its words."""
        if filler is None or filler not in self.theirs:
            return filler
        return self.mine[self.same[filler]]["name"] if filler in self.same else None


def compare(gold: Sheet, predicted: Sheet) -> Comparison:
    """Lay a prediction beside its gold."""
    mine = {entity["id"]: entity for entity in gold["entities"]}
    theirs = {entity["id"]: entity for entity in predicted["entities"]}
    return Comparison(gold, predicted, align(gold, predicted), mine, theirs)


def code(claim: Claim) -> str | None:
    """Give the code of the place where a claim stands."""
    return None if claim["place"] is None else claim["place"]["code"]


def bounds(claim: Claim) -> tuple[float | None, float | None, float | None] | None:
    """Give min, max and exact of a claim's figure."""
    figure = claim["quantity"]
    return None if figure is None else (figure["min"], figure["max"], figure["exact"])
