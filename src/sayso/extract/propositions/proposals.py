"""The propositions of a sentence: each trigger with its parties, place, time and figure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice, product
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import is_passive, is_verbal, subject_of
from sayso.extract.propositions.fillers import Filler, fillers_of, share_of
from sayso.extract.propositions.measures import quantity_of
from sayso.extract.propositions.setting import place_of, places_of, time_of
from sayso.extract.reading import Reading, hull
from sayso.extract.triggers.conditions import fits
from sayso.extract.triggers.rows import Entry, Frame, Row, triggers
from sayso.extract.triggers.slots import at_slot
from sayso.model.claims import Argument, Mention, Proposition
from sayso.model.ids import Span
from sayso.model.vocabulary import SYMMETRIC, EntityType, MentionKind, Predicate, Role

#: Claims that the lists at one trigger may expand to.
MOST_COMBINATIONS: Final = 60
#: Combinations that are counted at all.
MOST_COUNTED: Final = 10_000
TOO_MANY: Final = f"lists at one trigger make more than {MOST_COMBINATIONS} claims"

_TRIGGERING_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_ROLE_ORDER: Final = {role: place for place, role in enumerate(Role)}
#: Subjects that stand for whoever speaks.
_FIRST_PERSON: Final = frozenset({"we", "i"})
_OWN_WORD: Final = "word"
#: Tags of words that only point: "that", "which", "it".
_POINTING: Final = frozenset({"WDT", "WP", "PRP", "DT"})
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
#: The slot of a noun that stands for a party itself: "its former bookkeeper said".
_ITSELF: Final = "N"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A proposition that was read at a trigger, not yet grounded.

    Attributes:
        head: the word that carries the predicate; trigger is its span, with its particle.
        fillers: what its parties are, for grounding.
        rule: the kind of trigger and the word: "verb run".
        presupposed: it is taken for granted where the noun names its party ("its director said").
        definite: it is so even where the clause is denied, or asked.
        surplus: how many combinations of its lists were left out, on the first one only.
        by_speaker: its subject is whoever says it ("that is propaganda").
        negates: its words say that it is not so ("is distinct from").
    """

    head: Token
    trigger: Span
    proposition: Proposition
    fillers: tuple[Filler, ...]
    rule: str
    presupposed: bool = False
    definite: bool = False
    surplus: int = 0
    by_speaker: bool = False
    negates: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """A row that fits at a word, with what fills its roles."""

    reading: Reading
    head: Token
    entry: Entry
    roles: Mapping[Role, tuple[Filler, ...]]
    rule: str
    by_speaker: bool


def find_proposals(reading: Reading) -> tuple[Proposal, ...]:
    """Give the proposals of a sentence by the place of their triggers, then as the tables stand."""
    found: list[Proposal] = []
    for token in reading.sentence.tokens:
        if _in_a_name(reading, token):
            continue
        if (is_verbal(token) and token.dep not in {"aux", "auxpass"}) or token.pos == "ADJ":
            found.extend(_at(reading, token, "verb", triggers().verbs))
        elif token.pos in _TRIGGERING_NOUNS and not _only_qualifies(reading.sentence, token):
            found.extend(_at(reading, token, "noun", triggers().nouns))
    return tuple(found)


def _only_qualifies(sentence: Sentence, noun: Token) -> bool:
    """Say whether a noun only tells which kind another is: "attack planners", not a title."""
    return noun.dep in {"compound", "nmod", "amod"} and sentence.head(noun).pos == "NOUN"


def _in_a_name(reading: Reading, token: Token) -> bool:
    """Say whether a word is part of a name, and so says nothing itself."""
    mention = reading.by_word.get(token.index)
    return mention is not None and mention.kind is MentionKind.NAME


def _at(
    reading: Reading, token: Token, sort: str, rows: Mapping[str, tuple[Entry, ...]]
) -> Iterator[Proposal]:
    """Give the proposals at one word: for each predicate those of the first row that fits."""
    done: set[Predicate] = set()
    for entry in rows.get(token.lemma, ()):
        row = entry.row
        if row.predicate in done or row.unless & done:
            continue
        found = tuple(_fitting(reading, token, entry, sort))
        if found:
            done.add(row.predicate)
            yield from found


def _fitting(reading: Reading, token: Token, entry: Entry, sort: str) -> Iterator[Proposal]:
    """Give the proposals of one row at a word; none where the row does not fit."""
    row = entry.row
    if not fits(reading.sentence, token, entry):
        return
    roles = _fill(reading, token, entry)
    speaks = row.by_speaker or (
        Role.SUBJECT not in roles and _first_person(reading.sentence, token, row)
    )
    if row.predicate in SYMMETRIC:
        roles = _both_sides(roles)
    found = _Found(reading, token, entry, roles, f"{sort} {token.lemma}", speaks)
    if _complete(found):
        yield from _expanded(found)


def _fill(reading: Reading, token: Token, entry: Entry) -> dict[Role, tuple[Filler, ...]]:
    """Give the fillers of each role that the row has slots for and the sentence has words for."""
    frame = triggers().frames[entry.row.predicate]
    roles: dict[Role, tuple[Filler, ...]] = {}
    for role, slots in entry.row.slots.items():
        taken = {f.head.index for found in roles.values() for f in found}
        for slot in slots:
            found = _at_slot(reading, token, entry, (role, slot))
            kept = tuple(
                f
                for f in found
                if f.head.index not in taken
                and _fits(f, role, entry.row, frame)
                and not _says_nothing(reading, f)
            )
            if kept:
                roles[role] = kept
                break
    return roles


def _at_slot(
    reading: Reading, token: Token, entry: Entry, place: tuple[Role, str]
) -> tuple[Filler, ...]:
    """Give what stands at one slot; coordinated words are several fillers."""
    role, slot = place
    row = entry.row
    if slot == _OWN_WORD:
        return (Filler(token, None, None, token.span, token.text),)
    found = at_slot(reading.sentence, token, slot, entry.preposition)
    if found is None or (found.index == token.index and slot != _ITSELF):
        return ()
    if role is Role.SHARE:
        return (share_of(reading, found),)
    fillers = fillers_of(reading, found, owner=role in row.through)
    return fillers[:1] if slot == "first" else fillers


def _says_nothing(reading: Reading, filler: Filler) -> bool:
    """Say whether words without an entity are a time ("on Monday" is no target) or "that"."""
    if filler.entity is not None:
        return False
    is_time = any(t.span.overlaps(filler.span) for t in reading.times)
    return is_time or filler.head.tag in _POINTING


def _fits(filler: Filler, role: Role, row: Row, frame: Frame) -> bool:
    """Say whether a filler is of a type that the role takes, or words where words will do."""
    only = row.types.get(role)
    if filler.entity is None or filler.type is None:
        return role in frame.words and only is None
    allowed = only or frame.types.get(role)
    barred = row.not_types.get(role, frozenset())
    return (allowed is None or filler.type in allowed) and filler.type not in barred


def _both_sides(roles: dict[Role, tuple[Filler, ...]]) -> dict[Role, tuple[Filler, ...]]:
    """Give both sides of what is symmetric: "A and B cooperate" has them in one place."""
    subjects = roles.get(Role.SUBJECT, ())
    if Role.OBJECT not in roles and len(subjects) > 1:
        return {**roles, Role.SUBJECT: subjects[:1], Role.OBJECT: subjects[1:]}
    return roles


def _first_person(sentence: Sentence, token: Token, row: Row) -> bool:
    """Say whether the subject of a verb is "we" or "I"."""
    subject = subject_of(sentence, token)
    slots = row.slots.get(Role.SUBJECT, ())
    grammatical = {"G"} | ({"O"} if is_passive(sentence, token) else {"S"})
    return (
        subject is not None and subject.lower in _FIRST_PERSON and not grammatical.isdisjoint(slots)
    )


def _complete(found: _Found) -> bool:
    """Say whether all roles are filled that must be, and at least one of them by an entity."""
    row = found.entry.row
    later = {Role.OBJECT} if row.places_at_object else set()
    later |= {Role.SUBJECT} if found.by_speaker else set()
    fillers = [f for several in found.roles.values() for f in several]
    known = any(f.entity is not None for f in fillers) or (
        found.by_speaker and later > {Role.SUBJECT}
    )
    needs = triggers().frames[row.predicate].needs | row.needs
    return needs - later <= found.roles.keys() and known


def _expanded(found: _Found) -> Iterator[Proposal]:
    """Give one proposal for each combination of the lists: four provinces are four."""
    fillers = tuple(f for several in found.roles.values() for f in several)
    at_object = found.entry.row.places_at_object
    here = at_object and found.entry.row.around.alone
    places = places_of(found.reading, found.head, fillers, found.entry.row.predicate, here=here)
    if at_object and not places:
        return
    parties = product(*found.roles.values())
    combinations = list(islice(product(parties, places or (None,)), MOST_COUNTED))
    surplus = max(0, len(combinations) - MOST_COMBINATIONS)
    common = Proposition(
        predicate=found.entry.row.predicate,
        arguments=(),
        time=time_of(found.reading, found.head, fillers),
    )
    for number, (chosen, place) in enumerate(combinations[:MOST_COMBINATIONS]):
        named = dict(zip(found.roles, chosen, strict=True))
        yield Proposal(
            head=found.head,
            trigger=_trigger_span(found.reading.sentence, found.head, found.entry),
            proposition=_stated(found, common, named, place),
            fillers=chosen,
            rule=found.rule,
            presupposed=any(f.head.index == found.head.index and f.entity for f in chosen),
            definite=is_definite(found.reading.sentence, found.head, chosen),
            surplus=surplus if number == 0 else 0,
            by_speaker=found.by_speaker,
            negates=found.entry.row.negates,
        )


def is_definite(sentence: Sentence, noun: Token, fillers: Iterable[Filler]) -> bool:
    """Say whether a noun tells of a known person or body; whether a site exists is disputed."""
    known = noun.pos == "PROPN" or any(
        t.dep == "poss" or t.lower in _DEFINITE for t in sentence.below(noun)
    )
    return known and all(f.type is not EntityType.FACILITY for f in fillers)


def _stated(
    found: _Found, common: Proposition, named: Mapping[Role, Filler], place: Mention | None
) -> Proposition:
    """Give the proposition of one combination of parties and place."""
    arguments = [filler.argument(role) for role, filler in named.items()]
    if found.entry.row.places_at_object and place is not None:
        arguments.append(Argument(role=Role.OBJECT, entity=place.resolved_to, span=place.span))
    arguments.sort(key=lambda a: _ROLE_ORDER[a.role])
    listed = [f for several in found.roles.values() for f in several]
    return replace(
        common,
        arguments=tuple(arguments),
        place=None if place is None else place_of(found.reading, place),
        quantity=quantity_of(
            found.reading, found.head, common.predicate, tuple(named.values()), listed
        ),
        kind=_kind(found.reading.sentence, found.head, found.entry.row, named),
    )


def _trigger_span(sentence: Sentence, token: Token, entry: Entry) -> Span:
    """Give the span of a trigger, with its particle where that stands next to it."""
    particles = [t for t in sentence.below(token) if t.lower == entry.particle]
    if particles and particles[0].index == token.index + 1:
        return hull((token, particles[0]))
    return token.span


def _kind(sentence: Sentence, token: Token, row: Row, named: Mapping[Role, Filler]) -> str | None:
    """Give the kind of support: the row's, else that of the thing given or of "financial"."""
    if row.predicate is not Predicate.SUPPORTS or row.kind not in {None, "item"}:
        return row.kind
    given = named.get(Role.ITEM)
    words = [] if given is None else [given.head, *sentence.below(given.head)]
    words += sentence.below(token, "amod", "compound")
    kinds = triggers().kinds
    return next((kinds[t.lemma] for t in words if t.lemma in kinds), None)
