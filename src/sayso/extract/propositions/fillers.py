"""What a word stands for: an entity, the group whose member it is, or just words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sayso.extract.reading import Reading, hull
from sayso.extract.sources.tree import after, conjuncts, noun_phrase
from sayso.extract.syntax import Token
from sayso.extract.voices.chains import mention_at
from sayso.model.claims import Argument
from sayso.model.ids import EntityId, Span
from sayso.model.vocabulary import EntityType, MentionKind, Role

#: Words that stand for what follows "of": "some of the camps", "nobody connected to the group".
_PARTITIVES: Final = frozenset(
    {
        "some",
        "many",
        "most",
        "all",
        "none",
        "any",
        "several",
        "few",
        "one",
        "two",
        "three",
        "number",
    }
    | {"dozens", "hundreds", "thousands", "nobody", "anybody", "anyone", "somebody", "someone"}
    | {"majority", "part", "parts", "half", "lot", "group", "network", "both", "each", "no-one"}
    | {"areas", "territory", "soil", "swathes", "leadership", "remnants", "elements", "rest"}
    | {"provinces", "districts", "province", "district", "city", "town", "village", "types"}
    | {"ones", "nothing", "list", "series", "range", "ranks", "rank", "structures", "units"}
)
_LINKS: Final = ("of", "to", "with", "from", "in", "within", "among")
_MEMBERS: Final = frozenset({EntityType.GROUP, EntityType.PERSON})
_BODIES: Final = frozenset(
    {EntityType.ARMED_GROUP, EntityType.ORGANISATION, EntityType.PUBLIC_BODY}
)
_FARTHEST: Final = 3  # partitives inside partitives: "some of the members of the group"


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role.

    Attributes:
        head: the word that it hangs on in the tree.
        entity: None for words without an entity.
        span: of the mention, or of the words.
    """

    head: Token
    entity: EntityId | None
    type: EntityType | None
    span: Span
    text: str

    def argument(self, role: Role) -> Argument:
        """Give the argument of a proposition: the entity where there is one, else the words."""
        words = None if self.entity is not None else self.text
        return Argument(role=role, entity=self.entity, text=words, span=self.span)


def fillers_of(reading: Reading, token: Token, *, owner: bool = False) -> tuple[Filler, ...]:
    """Give what a word and those coordinated with it stand for, in order.

    Args:
        reading: of the word's sentence.
        token: head of the phrase.
        owner: of fighters and members, take the group that they belong to.
    """
    return tuple(filler_of(reading, t, owner=owner) for t in conjuncts(reading.sentence, token))


def filler_of(reading: Reading, token: Token, *, owner: bool = False) -> Filler:
    """Give what one word stands for."""
    mention = None
    for node in (*_inwards(reading, token), *reading.sentence.below(token, "appos")):
        mention = mention_at(reading, node)
        if mention is not None:
            break
    if owner and (mention is None or mention.kind is not MentionKind.NAME):
        found = _owner(reading, token)
        if found is not None:
            return found
    if mention is None:
        words = hull(noun_phrase(reading.sentence, token))
        return Filler(token, None, None, words, reading.words(words))
    return Filler(token, mention.resolved_to, reading.type_of(mention), mention.span, mention.text)


def _inwards(reading: Reading, token: Token) -> Iterator[Token]:
    """Give a word and, as long as they are partitives, what they are parts of."""
    sentence = reading.sentence
    for _ in range(_FARTHEST):
        yield token
        if token.lower not in _PARTITIVES and token.pos not in {"NUM", "DET"}:
            return
        above = sentence.head(token)
        hosts = [token, *sentence.below(token, "acl", "relcl", "amod")]
        if above.dep == "csubj":
            hosts.append(above)
        inner = (after(sentence, host, link) for host in hosts for link in _LINKS)
        called = (t for host in hosts for t in sentence.below(host, "oprd"))
        found = next((t for t in (*inner, *called) if t is not None), None)
        if found is None:
            return
        token = found


def _owner(reading: Reading, token: Token) -> Filler | None:
    """Give the body to which members, fighters or ranks belong."""
    sentence = reading.sentence
    owners = [*sentence.below(token, "poss", "compound", "nmod", "amod")]
    owners += [t for link in ("of", "from") if (t := after(sentence, token, link)) is not None]
    for one in owners:
        mention = mention_at(reading, one)
        if mention is not None and reading.type_of(mention) in _BODIES:
            return Filler(
                one, mention.resolved_to, reading.type_of(mention), mention.span, mention.text
            )
    return None
