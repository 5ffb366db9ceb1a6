"""Accounts of incidents: each word for a violent act with all that stands in it, ungrounded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import is_verbal
from sayso.extract.incidents.acts import Act, acts
from sayso.extract.incidents.answerable import answerable, casualties
from sayso.extract.incidents.parties import Party, parties_at
from sayso.extract.propositions.measures import quantity_of
from sayso.extract.propositions.proposals import Proposal, is_definite
from sayso.extract.propositions.setting import place_of, places_of, time_of
from sayso.extract.reading import Reading, hull
from sayso.extract.triggers.slots import at_slot
from sayso.model.claims import Argument, Proposition
from sayso.model.ids import Span
from sayso.model.incidents import PREDICATES, IncidentKind
from sayso.model.vocabulary import MentionKind, Role

_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_PRESENT: Final = frozenset({"VBP", "VBZ"})


@dataclass(frozen=True, slots=True)
class _Seen:
    """A word for an act with its row and its sentence."""

    reading: Reading
    word: Token
    act: Act

    @property
    def sentence(self) -> Sentence:
        """Give the sentence."""
        return self.reading.sentence


def find_accounts(reading: Reading) -> Iterator[Proposal]:
    """Give one proposal for each word that tells of a violent act, in the order of the text."""
    for token in reading.sentence.tokens:
        mention = reading.by_word.get(token.index)
        if mention is not None and mention.kind is MentionKind.NAME:
            continue
        verb = is_verbal(token) and token.dep not in {"aux", "auxpass"}
        table = acts().verbs if verb else acts().nouns if token.pos in _NOUNS else {}
        for act in table.get(token.lemma, ()):
            account = _account(_Seen(reading, token, act), "verb" if verb else "noun")
            if account is not None:
                yield account
                break


def _is_habit(seen: _Seen) -> bool:
    """Say whether a word tells what is done again and again: "they murder", "raids and murders"."""
    word, sentence = seen.word, seen.sentence
    if seen.act.kind is IncidentKind.ABDUCTION and is_verbal(word):  # "are held hostage"
        return False
    if not is_verbal(word):
        told = sentence.below(word, "det", "nummod", "poss", "amod")
        return word.tag in {"NNS", "NNPS"} and not told and not sentence.below(word, "compound")
    if word.tag in _PRESENT and not seen.act.effect:
        return True
    helped = [t for t in sentence.below(word, "aux", "auxpass") if t.tag in _PRESENT]
    return word.tag == "VBN" and any(t.lemma == "be" for t in helped) and seen.act.effect is False


def _account(seen: _Seen, sort: str) -> Proposal | None:
    """Give the proposal of a row at a word, or None where the row does not fit."""
    if not _fits(seen) or _is_habit(seen):
        return None
    cast = _cast(seen)
    fillers = tuple(p.filler for p in (*cast.doers, *cast.hit, *cast.weapons))
    if not fillers or (seen.act.needs_weapon and not cast.weapons):
        return None
    reading, word = seen.reading, seen.word
    definite = is_definite(seen.sentence, word, fillers)
    kind = _kind(seen, cast.weapons)
    places = places_of(reading, word, fillers, PREDICATES[kind])
    return Proposal(
        head=word,
        trigger=_trigger(seen),
        proposition=Proposition(
            predicate=PREDICATES[kind],
            arguments=cast.arguments,
            time=time_of(reading, word, fillers),
            place=place_of(reading, places[0]) if places else None,
            quantity=quantity_of(reading, word, PREDICATES[kind], fillers),
            kind=kind,
        ),
        fillers=fillers,
        rule=f"{sort} {word.lemma}" + (" effect" if seen.act.effect else ""),
        # "the murder of X" is taken for granted, but never who is said to have done it
        presupposed=sort == "noun" and definite and not cast.doers,
        definite=definite,
    )


@dataclass(frozen=True, slots=True)
class _Cast:
    """Everyone and everything in an act."""

    doers: tuple[Party, ...]
    hit: tuple[Party, ...]
    weapons: tuple[Party, ...]

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """Give them by role: people who are hit as objects, things as items."""
        return (
            *(p.filler.argument(Role.SUBJECT) for p in self.doers),
            *(p.filler.argument(Role.OBJECT) for p in self.hit if p.people),
            *(p.filler.argument(Role.ITEM) for p in self.hit if not p.people),
            *(p.filler.argument(Role.INSTRUMENT) for p in self.weapons),
        )


def _cast(seen: _Seen) -> _Cast:
    """Give who and what stands at the slots of an act, each in one part only."""
    act = seen.act
    weapons = tuple(_weapons(seen))
    taken = {p.filler.head.index for p in weapons} | {seen.word.index}
    hit = tuple(p for p in _hit(seen) if p.filler.head.index not in taken and _may_be_hit(act, p))
    taken |= {p.filler.head.index for p in hit}
    acting = tuple(p for p in _at(seen, act.subject) if p.filler.head.index not in taken)
    armed = tuple(p for p in acting if p.weapon)
    doers = tuple(p for p in acting if not p.weapon and (p.people or p.body))
    return _Cast(doers, hit, (*weapons, *armed))


def _may_be_hit(act: Act, party: Party) -> bool:
    """Say whether an act that only people, or only things, undergo can be one on this party."""
    return party.people if act.people else not (act.things and party.people)


def _fits(seen: _Seen) -> bool:
    """Say whether particle, preposition and object are those that the row asks for."""
    act, own = seen.act, seen.sentence.below(seen.word)
    near = {t.lower for t in own}
    near |= {
        t.lower for o in own if o.dep in {"dobj", "acomp"} for t in seen.sentence.below(o, "prep")
    }
    has = (act.particle is None or act.particle in near) and (
        act.preposition is None or act.preposition in near
    )
    wanted, slot = (act.with_object, "O") if act.with_object else (act.into, ">")
    if not has or wanted is None:
        return has
    thing = at_slot(seen.sentence, seen.word, slot, act.preposition)
    words = () if thing is None else (thing, *seen.sentence.below(thing, "compound", "nmod"))
    return any(t.lemma in acts().lists[wanted] for t in words)


def _at(seen: _Seen, slots: Sequence[str]) -> tuple[Party, ...]:
    """Give the parties at the first of the slots that holds any."""
    for slot in slots:
        found = at_slot(seen.sentence, seen.word, slot, seen.act.preposition)
        found = found or (answerable(seen.sentence, seen.word) if slot == "L" else None)
        if found is None or found.index == seen.word.index:
            continue
        several = (found, *_joined(seen, slot))
        parties = tuple(p for one in several for p in parties_at(seen.reading, one))
        if parties:
            return parties
    return ()


def _joined(seen: _Seen, slot: str) -> Iterator[Token]:
    """Give what stands after the same preposition said again: "of X and of Y", "and at Z"."""
    sentence = seen.sentence
    for link in sentence.below(seen.word, "prep"):
        if link.lower == slot:
            again = (t for t in sentence.below(link, "conj") if t.pos == "ADP")
            yield from (t for one in again for t in sentence.below(one, "pobj"))


def _hit(seen: _Seen) -> tuple[Party, ...]:
    """Give who and what is acted on; of "the victims" those whom a sentence says they are."""
    if not seen.act.casualties:
        return _at(seen, seen.act.object)
    named = casualties(seen.sentence, seen.word)
    return tuple(p for one in named for p in parties_at(seen.reading, one))


def _weapons(seen: _Seen) -> Iterator[Party]:
    """Give the weapons of an act: at its slots, and before "attack"."""
    yield from (p for p in _at(seen, seen.act.weapon) if p.weapon)
    if not is_verbal(seen.word):
        for before in seen.sentence.below(seen.word, "compound", "nmod", "amod"):
            yield from (p for p in parties_at(seen.reading, before) if p.weapon)


def _kind(seen: _Seen, weapons: Sequence[Party]) -> IncidentKind:
    """Give the kind of the act: an attack with something that explodes is a bombing."""
    explosives = acts().lists["explosives"]
    blown = any(p.filler.head.lemma in explosives for p in weapons)
    is_bombing = blown and seen.act.kind is IncidentKind.ATTACK and not seen.act.effect
    return IncidentKind.BOMBING if is_bombing else seen.act.kind


def _trigger(seen: _Seen) -> Span:
    """Give the span of the word, with its particle where that stands next to it."""
    beside = [t for t in seen.sentence.below(seen.word) if t.lower == seen.act.particle]
    if beside and beside[0].index == seen.word.index + 1:
        return hull((seen.word, beside[0]))
    return seen.word.span
