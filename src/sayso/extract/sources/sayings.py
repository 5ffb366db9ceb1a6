"""Who says what in one sentence: each cue with its sources and the words that it brings in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import (
    after,
    agent_of,
    is_verbal,
    patient_of,
    verb_group,
)
from sayso.extract.reading import Reading
from sayso.extract.sources.attitude import attitude
from sayso.extract.sources.calling import calls_as, holds_to_be, named_by
from sayso.extract.sources.implied import find_implied
from sayso.extract.sources.matter import said_around, said_by, unproved_by
from sayso.extract.sources.phrases import lacks_evidence
from sayso.extract.sources.saying import Said, Saying, under
from sayso.extract.sources.speakers import Sources, sources_of, with_viewers
from sayso.extract.wording.cues import CueClass, cues, wording

#: Labels of a cue that stands beside what it brings in: "as the agency reported", ", he said,".
_BESIDE: Final = frozenset({"advcl", "parataxis"})


def find_sayings(reading: Reading) -> tuple[Saying, ...]:
    """Give the sayings of a sentence by the place of their cues; one cue may bring in several.

    What stands beside the matter ("as the agency reported") is no part of what another says.
    """
    sentence = reading.sentence
    found: list[Saying] = []
    for token in sentence.tokens:
        if is_verbal(token):
            found.extend(_linked(sentence, token))
            found.extend(_quoted_so(sentence, token))
            found.extend(_verb_sayings(reading, token))
    found.extend(find_implied(reading, {s.root.index for s in found}))
    found.sort(key=lambda s: s.head.index)
    heads = {s.head.index for s in found}
    beside = {
        s.head.index: s.content
        for s in found
        if s.head.dep in _BESIDE or (s.head.lower == "according" and s.root.index in heads)
    }
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
    names = names or verb.lemma == "have"  # "the charge sheet has N leading it"
    names = names or calls_as(sentence, verb) or holds_to_be(sentence, verb)
    plain = cues().that.get(verb.lemma, cues().verbs["say"])
    return plain, told if told or not names else named_by(reading, verb)


def _goes_on(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb that is no cue stands beside what is said: ", he went on,"."""
    particles = (t.lower for t in sentence.below(verb, "prt", "advmod", "prep"))
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
        for clause in sentence.below(verb, "ccomp", "advcl")
        if any(t.lower == "that" for t in sentence.below(clause, "mark"))
        and (clause.dep == "ccomp" or clause.index < verb.index)
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


def _quoted_so(sentence: Sentence, verb: Token) -> Iterator[Saying]:
    """Give the sayings of "it quotes a detained courier to the effect that soldiers fled".

    The courier was detained in the words of what quotes him; the rest is his own.
    """
    effect = after(sentence, verb, "to") if verb.lemma in {"quote", "cite"} else None
    quoted, quoting = patient_of(sentence, verb), agent_of(sentence, verb)
    if effect is None or effect.lemma != "effect" or quoted is None or quoting is None:
        return
    told: list[tuple[Token, Sources]] = [
        (t, (quoting,)) for t in sentence.below(quoted, "amod") if t.tag == "VBN"
    ]
    told += [(t, (quoting, quoted)) for t in sentence.below(effect, "acl", "ccomp", "relcl")]
    for root, sources in told:
        yield Saying(
            family="report",
            head=verb,
            cue=(verb,),
            sources=sources,
            root=root,
            content=under(sentence, root),
            stance=cues().verbs["say"].plain,
        )
