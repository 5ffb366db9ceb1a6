"""Who says what in one sentence: each cue with its sources and the words that it brings in."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Final

from sayso.extract.reading import Reading
from sayso.extract.sources.attitude import attitude
from sayso.extract.sources.calling import Said, calls_as, holds_to_be, named_by, under
from sayso.extract.sources.cues import CueClass, cues, wording
from sayso.extract.sources.matter import said_around, said_by, unproved_by
from sayso.extract.sources.open_clauses import find_open_clauses
from sayso.extract.sources.phrases import antecedent, lacks_evidence, open_question, part_around
from sayso.extract.sources.speakers import owner_of, sources_of, with_viewers
from sayso.extract.stances import OPEN, Stance
from sayso.extract.syntax import Sentence, Token
from sayso.extract.tree import (
    after,
    agent_of,
    clause_head,
    is_verbal,
    patient_of,
    verb_group,
)


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


#: Words that stand before a source, with the next one where there are two.
_FRONTED: Final = {"according": "to", "per": "", "judging": "by", "going": "by"}
#: Labels of a cue that stands beside what it brings in: "as the agency reported", ", he said,".
_BESIDE: Final = frozenset({"advcl", "parataxis"})


def find_sayings(reading: Reading) -> tuple[Saying, ...]:
    """Give the sayings of a sentence by the place of their cues; one cue may bring in several.

    What stands beside the matter ("as the agency reported") is no part of what another says.
    """
    sentence = reading.sentence
    found: list[Saying] = []
    for token in sentence.tokens:
        if token.lower in _FRONTED:
            found.extend(_according(reading, token))
        elif is_verbal(token):
            found.extend(_linked(sentence, token))
            found.extend(_verb_sayings(reading, token))
        elif token.pos == "NOUN" and token.lemma in wording().views | wording().accounts:
            found.extend(_viewed(sentence, token))
        if token.pos == "NOUN" and (noun := _telling(sentence, token)) is not None:
            found.extend(_noun_sayings(sentence, token, noun))
    found.extend(_open(sentence, {s.root.index for s in found}))
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


def _telling(sentence: Sentence, noun: Token) -> CueClass | None:
    """Give the class of a noun that tells something: "their claim", and "the case is that"."""
    known = cues().nouns.get(noun.lemma)
    is_subject = noun.dep == "nsubj" and sentence.head(noun).lemma == "be"
    told = is_subject and noun.lemma in wording().going_round
    return cues().verbs["say"] if known is None and told else known


def _open(sentence: Sentence, taken: AbstractSet[int]) -> Iterator[Saying]:
    """Give the sayings by words that are no cue, but for clauses that a cue brings in."""
    for clause in find_open_clauses(sentence):
        if clause.root.index in taken:
            continue
        cue = verb_group(sentence, clause.verb)
        stance = attitude(sentence, clause.verb, clause.root, clause.family)
        is_plain = stance == clause.family.plain
        yield Saying(
            family=clause.family.name,
            head=clause.verb,
            cue=cue,
            sources=with_viewers(sentence, (clause.source,)),
            root=clause.root,
            content=under(sentence, clause.root),
            stance=clause.family.unsaid if is_plain and clause.unsaid else stance,
        )


def _without(sentence: Sentence, saying: Saying, beside: Mapping[int, frozenset[int]]) -> Saying:
    """Give a saying without the words of those that stand beside its matter."""
    content = saying.content
    for head, said in beside.items():
        if head != saying.head.index and saying.root.index in said:
            content -= under(sentence, sentence.tokens[head])
    return replace(saying, content=content)


def _according(reading: Reading, token: Token) -> Iterator[Saying]:
    """Give what is said "according to", "per" or "judging by" one: the clause they hang on."""
    sentence = reading.sentence
    link = sentence.tokens[token.index + 1 : token.index + 2]
    wanted = _FRONTED[token.lower]
    if not wanted:
        link = (token,) if _is_set_apart(reading, token) else ()
    elif not link or link[0].lower != wanted:
        link = ()
    if not link:
        return
    source = after(sentence, token, wanted) or next(iter(sentence.below(link[0], "pobj")), None)
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


def _is_set_apart(reading: Reading, link: Token) -> bool:
    """Say whether "per" brings in who says it, and no rate: "per the ministry", not "per day"."""
    sentence = reading.sentence
    opens = link.index == 0 or sentence.tokens[link.index - 1].text == ","
    nouns = sentence.below(link, "pobj")
    return opens and any(t.pos == "PROPN" or sentence.below(t, "det", "poss") for t in nouns)


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
    if _goes_on(sentence, verb):
        told = said_around(sentence, verb)
    names = verb.lemma in words.matters.keys() | words.naming | words.showing | words.counting
    names = names or calls_as(sentence, verb) or holds_to_be(sentence, verb)
    if told or not names:
        return cues().verbs["say"], told
    return cues().verbs["describe"], named_by(reading, verb)


def _goes_on(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb that is no cue stands beside what is said: ", he went on,"."""
    particles = (t.lower for t in sentence.below(verb, "prt"))
    if " ".join((verb.lemma, *particles)) in wording().continuing:
        return True
    marks = sentence.below(verb, "mark", "advmod") if verb.lemma in wording().viewing else ()
    sees_it = any(t.lower == "as" for t in marks)  # "as the governor sees it"
    return sees_it or (verb.dep == "parataxis" and verb.lemma in cues().that)


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
    source = owner_of(sentence, noun) or after(sentence, noun, "of")
    verb = sentence.head(noun)
    equated = sentence.below(verb, "ccomp") if noun.dep == "nsubj" and verb.lemma == "be" else ()
    clauses = [*sentence.below(noun, "acl", "ccomp"), *equated]
    said = [c for c in clauses if sentence.below(c, "mark") and c.index > noun.index]
    acts = (after(sentence, noun, link) for link in ("of", "about"))
    said += [t for t in acts if t is not None and t.lemma in wording().acts]
    if source is None or source in said:
        return
    for root in said:
        yield Saying(
            family=family.name,
            head=noun,
            cue=(noun,),
            sources=with_viewers(sentence, (source,)),
            root=root,
            content=under(sentence, root),
            stance=OPEN if open_question(sentence, root) else family.plain,
        )
