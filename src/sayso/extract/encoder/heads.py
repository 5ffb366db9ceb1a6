"""What each number means that the encoder gives for a word piece.

All heads are slices of one linear layer. A *tag* head gives scores for labels of the piece itself.
A *pair* head gives two vectors: what the piece is as the one that asks (a cue) and as the one that
answers (a source); the score of a pair is their product, plus what each brings along. For *links*
between spans of known kinds, vectors of both and of what stands between them go on to a second,
small network.
"""

from bisect import bisect_right
from itertools import accumulate
from typing import Final

from sayso.model.vocabulary import EntityType, Predicate

#: Names of the ten kinds that a defence analyst marks in a text (re3d's), but not how.
NAMED: Final = (
    "Organisation",
    "Location",
    "Person",
    "Nationality",
    "Temporal",
    "Quantity",
    "Weapon",
    "Vehicle",
    "MilitaryPlatform",
    "Money",
)
TYPES: Final = tuple(EntityType)
PREDICATES: Final = tuple(p for p in Predicate if p is not Predicate.OTHER)
STANCES: Final = "+-?"
PARTS: Final = ("source", "cue", "content")
#: What a trigger asks for among the mentions, places and times of its sentence; the source says it.
ROLES: Final = ("subject", "object", "item", "place", "time", "source")
#: Relations between named things (re3d's).
RELATIONS: Final = (
    "BelongsTo",
    "InChargeOf",
    "HasAttrOf",
    "Likes",
    "Dislikes",
    "IsSynonymOf",
    "AlliesOf",
    "FightingAgainst",
    "CommWith",
    "CoLocated",
    "Apart",
)
#: Those of them that hold in both directions.
SYMMETRIC: Final = frozenset(RELATIONS[5:])

#: Tag heads with their number of scores. "names" and "mentions" have a label for none, then for
#: each kind one for the first piece and one for those that follow; the most likely label counts.
#: So with "stance". Each score of the others is a question of its own.
TAGS: Final = {
    "voice": 1,
    "stance": len(STANCES),
    "names": 1 + 2 * len(NAMED),
    "mentions": 1 + 2 * len(TYPES),
    "attribution": len(PARTS),
    "trigger": len(PREDICATES),
}
#: Pair heads with the length of their vectors.
PAIRS: Final = {"cue>source": 48, "cue>content": 48, "mention>antecedent": 64}
#: What the second network takes from the pieces of the first span, of the second, and of those
#: between them, with the length of each vector.
ENDS: Final = dict.fromkeys(("first", "second", "between"), 128)
#: Questions to a link: what fills a role of the first span, a trigger; how two named spans relate.
LINKS: Final = (*ROLES, *RELATIONS)
#: Named spans whose beginnings are farther apart than that many pieces are not asked.
NEAR: Final = 60
#: What a span may be for a link, by number: a name, a mention, a trigger, or a time of ours.
KINDS: Final = {
    kind: number
    for number, kind in enumerate(
        (
            *(("names", kind) for kind in NAMED),
            *(("mentions", str(kind)) for kind in TYPES),
            *(("trigger", str(predicate)) for predicate in PREDICATES),
            ("times", ""),
        )
    )
}

_SIZES: Final = TAGS | {name: 2 * (size + 1) for name, size in PAIRS.items()} | ENDS
_STOPS: Final = tuple(accumulate(_SIZES.values()))
#: Numbers for a word piece in all.
WIDTH: Final = _STOPS[-1]
#: Where each head's numbers stand. Those of a pair: the asking vector and what it brings along,
#: then the answering vector and what it brings along.
SLICES: Final = {
    name: slice(end - _SIZES[name], end) for name, end in zip(_SIZES, _STOPS, strict=True)
}

#: Shapes of a piece's letters, which the encoder takes beside its id: it knows small ones only.
SHAPES: Final = 6
_OTHER, _SMALL, _FIRST, _CAPITALS, _DIGITS, _MIXED = range(SHAPES)


def shape_of(letters: str) -> int:
    """Give the number of the shape of a piece, as it stands in the text."""
    if not any(letter.isalpha() for letter in letters):
        return _DIGITS if letters.isdigit() else _OTHER
    if letters == letters.lower():
        return _SMALL
    if letters[1:] == letters[1:].lower():
        return _FIRST
    return _CAPITALS if letters == letters.upper() else _MIXED


#: Pieces between two spans from which on they count as farther apart.
_STEPS: Final = (1, 2, 3, 5, 8, 12, 20, 35, 60)
#: Ways in which two spans stand to each other, see `gap_of`.
GAPS: Final = 2 * (len(_STEPS) + 1) + 2


def gap_of(first: range, second: range) -> int:
    """Give the number of how two spans of pieces stand: which is before which, and how far."""
    if first.start <= second.start and second.stop <= first.stop:
        return GAPS - 2
    if second.start <= first.start and first.stop <= second.stop:
        return GAPS - 1
    forward = first.start < second.start
    between = second.start - first.stop if forward else first.start - second.stop
    return bisect_right(_STEPS, between) + (0 if forward else len(_STEPS) + 1)


def between(first: range, second: range) -> range:
    """Give the pieces that stand between two spans."""
    start, stop = min(first.stop, second.stop), max(first.start, second.start)
    return range(start, max(start, stop))
