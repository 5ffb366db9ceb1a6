"""Who says what in one sentence: each cue with its sources and the words that it brings in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.extract.reading import Reading
from sayso.extract.sources.attitude import attitude
from sayso.extract.sources.cues import CueClass, cues, wording
from sayso.extract.sources.matter import Said, named_by, said_around, said_by, under, unproved_by
from sayso.extract.sources.phrases import antecedent, lacks_evidence, open_question, part_around
from sayso.extract.sources.speakers import owner_of, sources_of, with_viewers
from sayso.extract.sources.stances import OPEN, Stance
from sayso.extract.sources.tree import (
    after,
    agent_of,
    clause_head,
    is_verbal,
    patient_of,
    verb_group,
)
from sayso.extract.syntax import Sentence, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One cue.

    Attributes:
        family: the class of the cue.
        head: the word of the cue that its sources and content hang on.
        sources: outermost first; at least one.
        root: the word that heads what is said.
        content: indices of the words that are said.
    """

    family: str
    head: Token
    cue: tuple[Token, ...]
    sources: tuple[Token, ...]
    root: Token
    content: frozenset[int]
    stance: Stance


#: Labels of a cue that stands beside what it brings in: "as the agency reported", ", he said,".
_BESIDE: Final = frozenset({"advcl", "parataxis"})


def find_sayings(reading: Reading) -> tuple[Saying, ...]:
    """Give the sayings of a sentence by the place of their cues; one cue may bring in several.

    What stands beside the matter ("as the agency reported") is no part of what another says.
    """
    sentence = reading.sentence
    found: list[Saying] = []
    for token in sentence.tokens:
        if token.lower == "according":
            found.extend(_according(reading, token))
        elif is_verbal(token):
            found.extend(_linked(sentence, token))
            found.extend(_verb_sayings(reading, token))
        elif token.pos == "NOUN" and token.lemma in wording().views | wording().accounts:
            found.extend(_viewed(sentence, token))
        if token.pos == "NOUN" and token.lemma in cues().nouns:
            found.extend(_noun_sayings(sentence, token, cues().nouns[token.lemma]))
    beside = {s.head.index: s.content for s in found if s.head.dep in _BESIDE}
    apart = [s.head for s in found if _is_set_off(sentence, s)]
    return tuple(_without(sentence, _left(sentence, s, apart), beside) for s in found)


def _is_set_off(sentence: Sentence, saying: Saying) -> bool:
    """Say whether a cue heads a clause of its own behind a comma: ", which the monitors call".

    What it brings in is its speaker's, whoever tells the rest.
    """
    first = sentence.subtree(saying.head)[0]
    comma = first.index > 0 and sentence.tokens[first.index - 1].text == ","
    return saying.head.dep == "relcl" and comma


def _left(sentence: Sentence, saying: Saying, apart: Sequence[Token]) -> Saying:
    """Give a saying without the clauses set off in it that have a speaker of their own."""
    inner = [h for h in apart if h.index in saying.content and h.index != saying.root.index]
    return replace(saying, content=saying.content.difference(*(under(sentence, h) for h in inner)))


def find_opening(reading: Reading) -> Saying | None:
    """Give who is announced at the end of a sentence ("the minister said:"), if anybody is."""
    sentence = reading.sentence
    if not reading.text.rstrip().endswith(":"):
        return None
    for token in reversed(sentence.tokens):
        family = cues().verbs.get(token.lemma) if is_verbal(token) else None
        sources = () if family is None else sources_of(sentence, token)
        if family is not None and sources:
            return Saying(
                family=family.name,
                head=token,
                cue=verb_group(sentence, token),
                sources=sources,
                root=token,
                content=frozenset(),
                stance=family.plain,
            )
    return None


def _without(sentence: Sentence, saying: Saying, beside: Mapping[int, frozenset[int]]) -> Saying:
    """Give a saying without the words of those that stand beside its matter."""
    content = saying.content
    for head, said in beside.items():
        if head != saying.head.index and saying.root.index in said:
            content -= under(sentence, sentence.tokens[head])
    return replace(saying, content=content)


def _according(reading: Reading, token: Token) -> Iterator[Saying]:
    """Give what is said "according to" somebody: the clause that the words hang on."""
    sentence = reading.sentence
    link = sentence.tokens[token.index + 1 : token.index + 2]
    if not link or link[0].lower != "to":
        return
    source = after(sentence, token, "to") or next(iter(sentence.below(link[0], "pobj")), None)
    root = clause_head(sentence, sentence.head(token))
    content = under(sentence, root) - under(sentence, token)
    clause = next(iter(sentence.below(token, "pcomp")), None)
    if source is not None and source.tag in {"WDT", "WP"}:  # "a report, according to which …"
        source = antecedent(sentence, token)
        root = clause or root
        content = under(sentence, root)
    if source is None:
        return
    yield Saying(
        family="report",
        head=token,
        cue=(token, link[0]),
        sources=with_viewers(sentence, (source,)),
        root=root,
        content=_own_words(sentence, content & part_around(sentence, token), root),
        stance=cues().verbs["say"].plain,
    )


def _own_words(sentence: Sentence, content: frozenset[int], root: Token) -> frozenset[int]:
    """Give what is said without a second sentence that has a speaker of its own."""
    for verb in sentence.below(root, "conj"):
        speaks = is_verbal(verb) and verb.lemma in cues().verbs
        if speaks and any(t.pos != "PRON" for t in sentence.below(verb, "nsubj")):
            content -= under(sentence, verb)
    return content


def _viewed(sentence: Sentence, noun: Token) -> Iterator[Saying]:
    """Give what is said "in somebody's view" or "on the account of": the clause they hang on."""
    link, words = sentence.head(noun), wording()
    family = "believe" if noun.lemma in words.views else "say"
    of = after(sentence, noun, "of") if sentence.below(noun, "det") else None  # "on account of"
    source = next(iter(sentence.below(noun, "poss")), of)
    if source is None or noun.dep != "pobj" or link.lower not in words.prefacing:
        return
    fronted = link.index < sentence.head(link).index or sentence.head(link).pos != "NOUN"
    root = clause_head(sentence, sentence.head(link))
    if fronted and is_verbal(root):
        yield Saying(
            family=cues().verbs[family].name,
            head=link,
            cue=(noun,),
            sources=with_viewers(sentence, (source,)),
            root=root,
            content=under(sentence, root) - under(sentence, link),
            stance=cues().verbs[family].plain,
        )


def _verb_sayings(reading: Reading, verb: Token) -> Iterator[Saying]:
    """Give what a verb brings in, once for each clause or noun that is said."""
    sentence = reading.sentence
    family, matter = _brought_in(reading, verb)
    sources = sources_of(sentence, verb) if matter else ()
    if family is None or not sources:
        return
    cue = verb_group(sentence, verb)
    for said in matter:
        yield Saying(
            family=family.name,
            head=verb,
            cue=tuple(t for t in cue if t.index not in said.content),
            sources=sources,
            root=said.root,
            content=said.content - {t.index for t in cue},
            stance=attitude(sentence, verb, said.root, family),
        )


def _brought_in(reading: Reading, verb: Token) -> tuple[CueClass | None, tuple[Said, ...]]:
    """Give the class of a verb and what it brings in; nothing for a verb that is no cue."""
    sentence, words = reading.sentence, wording()
    family = cues().verbs.get(verb.lemma)
    if family is not None:
        return family, said_by(reading, verb, family)
    clauses = _that_clauses(sentence, verb)
    if clauses:
        return cues().that[verb.lemma], clauses
    told = unproved_by(sentence, verb)
    particles = (t.lower for t in sentence.below(verb, "prt"))
    if " ".join((verb.lemma, *particles)) in words.continuing:
        told = said_around(sentence, verb)
    names = verb.lemma in words.matters.keys() | words.naming | words.showing
    if told or not names:
        return cues().verbs["say"], told
    return cues().verbs["describe"], named_by(reading, verb)


def _that_clauses(sentence: Sentence, verb: Token) -> tuple[Said, ...]:
    """Give the "that" clauses of a verb which is a cue only before these."""
    if verb.lemma not in cues().that or lacks_evidence(sentence, verb):
        return ()
    clauses = (
        clause
        for clause in sentence.below(verb, "ccomp")
        if any(t.lower == "that" for t in sentence.below(clause, "mark"))
    )
    return tuple(Said(clause, under(sentence, clause)) for clause in clauses)


def _linked(sentence: Sentence, verb: Token) -> Iterator[Saying]:
    """Give the tie that somebody draws between two others: "investigators linked it to"."""
    source = agent_of(sentence, verb) if verb.lemma in wording().linking else None
    drawn = after(sentence, verb, "to") or after(sentence, verb, "with")
    if source is None or drawn is None or patient_of(sentence, verb) is None:
        return
    yield Saying(
        family="report",
        head=verb,
        cue=(),
        sources=with_viewers(sentence, (source,)),
        root=verb,
        content=under(sentence, verb) - under(sentence, source),
        stance=cues().verbs["say"].plain,
    )


def _noun_sayings(sentence: Sentence, noun: Token, family: CueClass) -> Iterator[Saying]:
    """Give what a noun with an owner brings in: "the ministry's claim that", "its view is that"."""
    source = owner_of(sentence, noun)
    verb = sentence.head(noun)
    equated = sentence.below(verb, "ccomp") if noun.dep == "nsubj" and verb.lemma == "be" else ()
    for root in (*sentence.below(noun, "acl", "ccomp"), *equated):
        is_clause = any(t.dep == "mark" for t in sentence.below(root))
        if source is None or not is_clause or root.index < noun.index:
            continue
        yield Saying(
            family=family.name,
            head=noun,
            cue=(noun,),
            sources=with_viewers(sentence, (source,)),
            root=root,
            content=under(sentence, root),
            stance=OPEN if open_question(sentence, root) else family.plain,
        )
