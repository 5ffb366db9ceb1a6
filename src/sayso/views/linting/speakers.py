"""Whom a sentence names as its speaker, held against the chains of the claims that it cites."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sayso.model.claims import Claim
from sayso.model.findings import Entity
from sayso.model.ids import EntityId
from sayso.model.vocabulary import EntityType, Predicate, SourceKind
from sayso.views.linting import wording
from sayso.views.linting.rules import Found, Grounds
from sayso.views.linting.sentences import Rule, Sentence
from sayso.views.naming import chain_names, is_named_here, one_line

_SPEAKING: Final = frozenset(
    {
        EntityType.PERSON,
        EntityType.ARMED_GROUP,
        EntityType.ORGANISATION,
        EntityType.PUBLIC_BODY,
        EntityType.MEDIA_OUTLET,
    }
)
#: Who speaks, may speak for the other end.
_FOR: Final = frozenset(
    {Predicate.SPOKESPERSON_FOR, Predicate.LEADS, Predicate.MEMBER_OF, Predicate.BRANCH_OF}
)
_ARTICLE: Final = re.compile(r"^(?:an?|the) ", re.IGNORECASE)
_WORD: Final = re.compile(r"(?<!\w)\w+")
#: Between a name and its verb: a standing, and what is set between commas.
_ASIDES: Final = re.compile(r"(?: \([^()]*\))*(?:,[^,:;]{1,100},)?\s*")


@dataclass(frozen=True, slots=True)
class _Named:
    """A speaker that a sentence names.

    Attributes:
        aside: what stands between the name and its verb.
        is_outer: nobody else can be who says it: no other attribution stands before this one.
    """

    name: str
    aside: str
    is_outer: bool


class Speakers:
    """Refuses a speaker who speaks in none of the claims that a sentence cites."""

    def __init__(self, grounds: Grounds) -> None:
        self._knowledge = grounds.knowledge
        self._words = grounds.words
        self._generic = frozenset(grounds.texts.lines("article.nouns"))

    def kept(self, sentence: Sentence) -> Found:
        """Give the first speaker that is none of the cited claims'."""
        if sentence.counts or not sentence.claims:
            return
        own = wording.own_words(one_line(sentence.text))
        for named in self._attributions(own):
            if not self._may_stand(named, sentence.claims):
                claim = sentence.claims[0]
                chain = " → ".join(chain_names(self._knowledge, claim))
                yield (
                    Rule.SPEAKER,
                    (
                        f"it has {named.name} say so, and {claim.id} is said by {chain}: name who "
                        f"says it, or cite a claim of {named.name}"
                    ),
                )
                return

    def _attributions(self, own: str) -> Iterator[_Named]:
        words = self._words
        for start, name in self._found(own):
            before, end = own[:start], start + len(name)
            after = _ASIDES.match(own, end)
            gap = end if after is None else after.end()
            says, by = words.says.match(own, gap), words.said_by.search(before)
            if by is not None:
                is_outer = words.attributed.search(own[: by.start()]) is None
                yield _Named(name, "", is_outer and words.attributed.search(own, end) is None)
            elif says is not None:
                tells = words.tells.match(own, says.end()) is not None
                is_sole = tells or words.attributed.search(own, says.end()) is None
                is_first = words.attributed.search(before) is None
                is_outer = is_first and is_sole and words.clause.search(before) is not None
                yield _Named(name, own[end:gap], is_outer)

    def _may_stand(self, named: _Named, claims: Sequence[Claim]) -> bool:
        aside = [
            name
            for start, name in self._found(named.aside)
            if self._words.said_by.search(named.aside[:start]) is None
        ]
        for claim in claims:
            if any(self._speaks(name, claim) for name in (named.name, *aside)):
                return True
            is_told = named.is_outer and named.name.casefold() not in self._generic
            if not (is_told and self._is_named(claim)) and self._tells_of(named.name, claim):
                return True
        return False

    def _speaks(self, name: str, claim: Claim) -> bool:
        """Say whether a name is that of a voice of a claim, or of whom one speaks for."""
        knowledge = self._knowledge
        voices = [
            entity
            for node in claim.voices
            for member in (node.entity, node.speaks_for)
            if (entity := knowledge.entity_behind(member)) is not None
        ]
        ids = {e.id for e in voices}.union(*(self._speaks_for.get(e.id, ()) for e in voices))
        text = knowledge.document_of(claim).text
        cited = map(knowledge.entity_behind, knowledge.rests_on.get(claim.id, ()))
        words = [*chain_names(knowledge, claim), *(n for e in voices for n in e.names)]
        words += [node.name or "" for node in claim.voices]
        words += [node.span.of(text) for node in claim.voices if node.span is not None]
        words += [name for entity in cited if entity is not None for name in entity.names]
        if claim.cue is not None:
            words.append(_outside(claim, text))
        return not ids.isdisjoint(self._called[name]) or _stands(name, words)

    def _tells_of(self, name: str, claim: Claim) -> bool:
        """Say whether the passage of a claim names somebody, by any name."""
        knowledge = self._knowledge
        known = [knowledge.entities[key] for key in self._called[name] if key is not None]
        names = {name, *(one for entity in known for one in entity.names)}
        members = {argument.entity for argument in claim.proposition.arguments}
        words = [knowledge.passage_of(claim).text]
        words += [e.name for e in map(knowledge.entity_behind, members) if e is not None]
        return any(_stands(one, words) for one in names)

    def _is_named(self, claim: Claim) -> bool:
        """Say whether every voice of a claim has a name."""
        for node in claim.voices:
            if node.kind in {SourceKind.UNNAMED, SourceKind.COLLECTIVE}:
                return False
            if node.entity is not None and not is_named_here(self._knowledge, claim, node.entity):
                return False
        return True

    def _found(self, words: str) -> Iterator[tuple[int, str]]:
        """Give the known names in some words with where they stand, the longest at each place."""
        end = 0
        for word in _WORD.finditer(words):
            if word.start() < end:
                continue
            for name in self._by_first.get(word.group(), ()):
                stop = word.start() + len(name)
                if words.startswith(name, word.start()) and not words[stop : stop + 1].isalnum():
                    yield word.start(), name
                    end = stop
                    break

    @cached_property
    def _called(self) -> dict[str, set[EntityId | None]]:
        """Give who is called by each name; None for a publisher, who is known by that alone."""
        called: dict[str, set[EntityId | None]] = defaultdict(set)
        for entity in self._knowledge.entities.values():
            for name in map(_bare, entity.names if entity.type in _SPEAKING else ()):
                if not name[:1].islower():
                    called[name].add(entity.id)
        for record in self._knowledge.records.values():
            if record.document.publisher is not None:
                called[_bare(record.document.publisher)].add(None)
        return called

    @cached_property
    def _by_first(self) -> dict[str, list[str]]:
        """Give the names by their first word, the longest first."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._called, key=lambda name: (-len(name), name)):
            first = _WORD.match(name)
            if first is not None:
                found[first.group()].append(name)
        return found

    @cached_property
    def _speaks_for(self) -> dict[EntityId, set[EntityId]]:
        """Give for whom each may speak: as its chains say, and whose speaker or member it is."""
        behind, found = self._knowledge.entity_behind, defaultdict[EntityId, set[EntityId]](set)
        pairs: list[tuple[Entity | None, Entity | None]] = [
            (behind(node.entity), behind(node.speaks_for))
            for claim in self._knowledge.claims.values()
            for node in claim.source_chain
            if node.speaks_for is not None
        ]
        pairs += [
            (behind(finding.subject), behind(finding.object))
            for finding in self._knowledge.findings.values()
            if finding.predicate in _FOR
        ]
        for speaker, other in pairs:
            if speaker is not None and other is not None:
                found[speaker.id].add(other.id)
        return found


def _bare(name: str) -> str:
    return _ARTICLE.sub("", one_line(name), count=1)


def _outside(claim: Claim, text: str) -> str:
    """Give the words of a claim's sentence that are not what is said: who says it, and how."""
    words, end = "", claim.sentence.start
    for piece in sorted(claim.pieces or (claim.content,), key=lambda piece: piece.start):
        words, end = f"{words}{text[end : piece.start]} … ", piece.end
    return words + text[end : claim.sentence.end]


def _stands(name: str, words: Sequence[str]) -> bool:
    looked_for = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    return any(looked_for.search(one_line(one)) for one in words)
