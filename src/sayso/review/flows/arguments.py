"""Who and what fills the roles of a claim: parties across documents, and kinds of things."""

from collections.abc import Mapping
from typing import Final

from sayso.model.claims import Argument, Claim, DocumentEntity
from sayso.model.findings import Knowledge
from sayso.model.flows import End, Thing
from sayso.model.ids import EntityId
from sayso.model.vocabulary import EntityType, MentionKind, Role
from sayso.review.entities.names import normal_text
from sayso.review.matters.things import thing_of

#: What is a thing by itself; it gives nothing and receives nothing.
THINGS: Final = frozenset({EntityType.MATERIAL, EntityType.CAPABILITY})
#: What can be handed over: things, and people.
_HANDED: Final = THINGS | {EntityType.GROUP, EntityType.PERSON}
_NOBODY: Final = frozenset({"any", "anybody", "anyone", "nobody", "no", "none", "somebody"})


class Arguments:
    """Reads the arguments of the claims of what is known."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._own: Mapping[EntityId, DocumentEntity] = {
            e.id: e for r in knowledge.records.values() for e in r.extraction.entities
        }
        self._ends: dict[EntityId, End] = {}

    def type(self, claim: Claim, role: Role) -> EntityType | None:
        """Give the type of the entity in a role; None for words and for none."""
        entity = self._knowledge.entity_behind(claim.proposition.entity(role))
        return None if entity is None else entity.type

    def published(self, claim: Claim) -> str | None:
        """Give when a claim's document was published, EDTF."""
        return self._knowledge.document_of(claim).published

    def trigger(self, claim: Claim) -> str:
        """Give the words that carry the predicate, in lower case."""
        return claim.trigger.of(self._knowledge.document_of(claim).text).lower()

    def end(self, claim: Claim, role: Role) -> End | None:
        """Give the party in a role; None for none, and for "anybody"."""
        argument = claim.proposition.filler(role)
        words = "" if argument is None else self._words(claim, argument)
        if argument is None or normal_text(words).partition(" ")[0] in _NOBODY:
            return None
        entity = self._knowledge.entity_behind(argument.entity)
        if entity is None:
            return End(key=f"words/{normal_text(words)}", entity=None, name=words, named=False)
        if entity.id not in self._ends:
            own = (self._own[member] for member in entity.members if member in self._own)
            named = any(m.kind is MentionKind.NAME for e in own for m in e.mentions)
            end = End(key=entity.id, entity=entity.id, name=entity.name, named=named)
            self._ends[entity.id] = end
        return self._ends[entity.id]

    def thing(self, claim: Claim, role: Role) -> Thing | None:
        """Give the thing in a role; a body or a place is none.

        A claim of support without a thing gives what its kind of support means.
        """
        argument, said = claim.proposition.filler(role), claim.proposition
        is_thing = argument is not None and self.type(claim, role) in {None, *_HANDED}
        phrases = self._phrases(claim, argument) if argument is not None and is_thing else ()
        unit = None if said.quantity is None else said.quantity.unit
        return thing_of(phrases, support=said.kind, unit=unit)

    def _phrases(self, claim: Claim, argument: Argument) -> tuple[str, ...]:
        """Give the descriptions of a thing: here, then elsewhere in the document."""
        own = None if argument.entity is None else self._own.get(argument.entity)
        names = () if own is None else (own.name, *own.aliases, *(m.text for m in own.mentions))
        return tuple(dict.fromkeys((self._words(claim, argument), *names)))

    def _words(self, claim: Claim, argument: Argument) -> str:
        """Give an argument in the words of its place."""
        if argument.span is None:
            return argument.text or ""
        text = self._knowledge.document_of(claim).text
        return " ".join(argument.span.of(text).split())
