"""Who says what in one sentence: each cue with its sources and the words that it brings in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from sayso.extract.reading import Reading
from sayso.extract.sources.cues import CueClass, cues
from sayso.extract.sources.phrases import (
    find_viewers,
    open_question,
    quoted_words,
    report_that_says,
)
from sayso.extract.sources.stances import OPEN, WITHHELD, Stance
from sayso.extract.sources.tree import (
    after,
    agent_of,
    clause_head,
    is_passive,
    is_verbal,
    patient_of,
    subject_of,
    verb_group,
)
from sayso.extract.syntax import Sentence, Token
from sayso.model.vocabulary import EntityType


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


@dataclass(frozen=True, slots=True)
class _Said:
    """Words that a cue brings in, before it is known who says them."""

    root: Token
    content: frozenset[int]


_WITHHOLDING: Final = frozenset({"decline", "refuse"})
_COULD_NOT: Final = frozenset({"could", "can"})
#: Verbs after which "of" or "for" brings in what somebody is said to do.
_CHARGES: Final = {
    "accuse": ("of",),
    "suspect": ("of",),
    "blame": ("for",),
    "charge": ("with",),
    "convict": ("of",),
    "acquit": ("of",),
    "describe": ("as",),
    "identify": ("as",),
}
#: "claimed responsibility for": what follows is said to be the speaker's own doing.
_OWNING: Final = frozenset({"claim", "admit", "deny", "acknowledge", "accept"})
_OWNED: Final = frozenset({"responsibility", "involvement", "credit", "role", "part"})
_VIEWS: Final = frozenset({"view", "opinion", "assessment", "estimate", "judgement", "judgment"})
#: Types of things that a denial of them is a denial of the whole thing, not of a proposition.
_THINGS: Final = frozenset({EntityType.DOCUMENT, EntityType.PERSON, EntityType.MEDIA_OUTLET})


def find_sayings(reading: Reading) -> tuple[Saying, ...]:
    """Give the sayings of a sentence by the place of their cues; one cue may bring in several.

    What stands beside the matter ("as the agency reported") is no part of what another says.
    """
    sentence = reading.sentence
    found: list[Saying] = []
    for token in sentence.tokens:
        if token.lower == "according":
            found.extend(_according(sentence, token))
        elif is_verbal(token) and token.lemma in cues().verbs:
            found.extend(_verb_sayings(reading, token, cues().verbs[token.lemma]))
        elif token.pos == "NOUN" and token.lemma in cues().nouns:
            found.extend(_viewed(sentence, token))
            found.extend(_noun_sayings(sentence, token, cues().nouns[token.lemma]))
    beside = {s.head.index: s.content for s in found if s.head.dep == "advcl"}
    return tuple(_without(sentence, s, beside) for s in found)


def find_opening(reading: Reading) -> Saying | None:
    """Give who is announced at the end of a sentence ("the minister said:"), if anybody is."""
    sentence = reading.sentence
    if not reading.text.rstrip().endswith(":"):
        return None
    for token in reversed(sentence.tokens):
        family = cues().verbs.get(token.lemma) if is_verbal(token) else None
        sources = () if family is None else _sources(sentence, token)
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
            content -= _indices(sentence, sentence.tokens[head])
    return replace(saying, content=content)


def _according(sentence: Sentence, token: Token) -> Iterator[Saying]:
    """Give what is said "according to" somebody: the clause that the words hang on."""
    link = next((t for t in sentence.below(token) if t.lower == "to"), None)
    source = None if link is None else after(sentence, token, "to")
    if link is None or source is None:
        return
    root = clause_head(sentence, sentence.head(token))
    content = _indices(sentence, root) - _indices(sentence, token)
    yield Saying(
        family="report",
        head=token,
        cue=(token, link),
        sources=_with_viewers(sentence, (source,)),
        root=root,
        content=content,
        stance=cues().verbs["say"].plain,
    )


def _viewed(sentence: Sentence, noun: Token) -> Iterator[Saying]:
    """Give what is said "in somebody's view": the clause that the words hang on."""
    link = sentence.head(noun)
    source = next(iter(sentence.below(noun, "poss")), None)
    if source is None or noun.dep != "pobj" or link.lower != "in" or noun.lemma not in _VIEWS:
        return
    root = clause_head(sentence, sentence.head(link))
    yield Saying(
        family="believe",
        head=link,
        cue=(noun,),
        sources=(source,),
        root=root,
        content=_indices(sentence, root) - _indices(sentence, link),
        stance=cues().verbs["believe"].plain,
    )


def _verb_sayings(reading: Reading, verb: Token, family: CueClass) -> Iterator[Saying]:
    """Give what a verb brings in, once for each clause or noun that is said."""
    sentence = reading.sentence
    sources = _sources(sentence, verb)
    if not sources:
        return
    cue = verb_group(sentence, verb)
    for said in _said_by(reading, verb, family):
        yield Saying(
            family=family.name,
            head=verb,
            cue=tuple(t for t in cue if t.index not in said.content),
            sources=sources,
            root=said.root,
            content=said.content - {t.index for t in cue},
            stance=_stance(sentence, verb, said.root, family),
        )


def _noun_sayings(sentence: Sentence, noun: Token, family: CueClass) -> Iterator[Saying]:
    """Give what a noun with an owner brings in: "the ministry's claim that …"."""
    source = next(iter(sentence.below(noun, "poss")), None)
    source = source or after(sentence, noun, "by") or after(sentence, noun, "from")
    for root in sentence.below(noun, "acl", "ccomp"):
        is_clause = any(t.dep == "mark" for t in sentence.below(root))
        if source is None or not is_clause or root.index < noun.index:
            continue
        yield Saying(
            family=family.name,
            head=noun,
            cue=(noun,),
            sources=_with_viewers(sentence, (source,)),
            root=root,
            content=_indices(sentence, root),
            stance=OPEN if open_question(sentence, root) else family.plain,
        )


def _said_by(reading: Reading, verb: Token, family: CueClass) -> Iterator[_Said]:
    """Give what a verb brings in, by the first way that finds something."""
    sentence = reading.sentence
    found = (
        list(_clauses(sentence, verb, family))
        or list(_strayed(sentence, verb))
        or list(_around(sentence, verb))
        or list(_owned(sentence, verb))
        or list(_objects(reading, verb, family))
        or list(_quoted(sentence, verb))
    )
    yield from found


def _quoted(sentence: Sentence, verb: Token) -> Iterator[_Said]:
    """Give the words between quotation marks, for a verb that the parser gives no clause."""
    quoted = quoted_words(sentence)
    words = [sentence.tokens[i] for i in sorted(quoted) if sentence.tokens[i].pos != "PUNCT"]
    if words and verb.index not in quoted:
        yield _Said(_top(words), quoted)


def _clauses(sentence: Sentence, verb: Token, family: CueClass) -> Iterator[_Said]:
    """Give the clauses below a cue verb: "said that", "denied having", "claims to have"."""
    for root in sentence.below(verb, "ccomp", "xcomp"):
        if root.dep == "xcomp" and not _says_clause(sentence, verb, root, family):
            continue
        if root.pos in {"PUNCT", "SPACE"} or root.lower in {"so", "not"}:
            continue
        yield _Said(root, _indices(sentence, root))
    for preposition in _CHARGES.get(verb.lemma, ()):
        hosts = (verb, *sentence.below(verb, "dobj"))
        found = (after(sentence, host, preposition) for host in hosts)
        charged = next((t for t in found if t is not None), None)
        if charged is not None:
            yield _Said(charged, _indices(sentence, charged))


def _strayed(sentence: Sentence, verb: Token) -> Iterator[_Said]:
    """Give a "that" clause hung on a noun beside the verb: "said in a report that"."""
    for noun in sentence.subtree(verb):
        for clause in sentence.below(noun, "relcl", "acl") if noun.index > verb.index else ():
            if any(t.lower == "that" for t in sentence.below(clause, "mark")):
                yield _Said(clause, _indices(sentence, clause))
                return


def _says_clause(sentence: Sentence, verb: Token, root: Token, family: CueClass) -> bool:
    """Say whether an open complement is something said: not "told to leave", not "asked to"."""
    if family.name in {"ask", "hope", "fear", "expect", "know"}:
        return False
    if is_passive(sentence, verb):
        return True
    return root.tag == "VBG" or not sentence.below(verb, "dobj")


def _around(sentence: Sentence, verb: Token) -> Iterator[_Said]:
    """Give the clause in which "…, the ministry said, …" or "as the ministry said" stands."""
    if verb.dep not in {"parataxis", "advcl", "ccomp"}:
        return
    marks = {t.lower for t in sentence.below(verb, "mark", "advmod")}
    if verb.dep == "parataxis" or (verb.dep == "advcl" and marks <= {"as"} and marks):
        root = clause_head(sentence, sentence.head(verb))
        yield _Said(root, _indices(sentence, root) - _indices(sentence, verb))
    elif verb.dep == "ccomp" and not marks and _stands_apart(sentence, verb):
        root = sentence.head(verb)
        yield _Said(root, _indices(sentence, root) - _indices(sentence, verb))


def _stands_apart(sentence: Sentence, verb: Token) -> bool:
    """Say whether a clause is set off by commas: ", officials said,"."""
    words = sentence.subtree(verb)
    before = words[0].index - 1
    edges = {words[0].text, words[-1].text, sentence.tokens[before].text if before >= 0 else ""}
    return "," in edges


def _objects(reading: Reading, verb: Token, family: CueClass) -> Iterator[_Said]:
    """Give the noun that is denied, alleged or confirmed, or the clause or ties that it is about.

    A document or a person that is rejected is no proposition.
    """
    sentence = reading.sentence
    noun = patient_of(sentence, verb)
    if noun is None or noun.pos != "NOUN":
        return
    if noun.lemma in cues().nouns:
        yield from _about(sentence, noun)
        return
    mention = reading.by_head.get(noun.index)
    if family.objects and (mention is None or reading.type_of(mention) not in _THINGS):
        yield _Said(noun, _indices(sentence, noun) - {t.index for t in verb_group(sentence, verb)})


def _owned(sentence: Sentence, verb: Token) -> Iterator[_Said]:
    """Give the act for which somebody claims or denies responsibility."""
    for noun in sentence.below(verb, "dobj") if verb.lemma in _OWNING else ():
        for host, link in ((noun, "for"), (verb, "for"), (noun, "in"), (verb, "in")):
            act = after(sentence, host, link)
            if act is not None and noun.lemma in _OWNED:
                words = sentence.subtree(act)
                told = (_indices(sentence, t) for t in words if t.dep == "relcl")
                yield _Said(act, _indices(sentence, act).difference(*told))
                return


def _about(sentence: Sentence, noun: Token) -> Iterator[_Said]:
    """Give what an allegation says: its clause, or what it is "of" or "about"."""
    for root in sentence.below(noun, "acl", "ccomp"):
        if any(t.dep == "mark" for t in sentence.below(root)):
            yield _Said(root, _indices(sentence, root))
            return
    for preposition in ("of", "about"):
        matter = after(sentence, noun, preposition)
        if matter is not None:
            yield _Said(matter, _indices(sentence, matter))
            return


def _sources(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Give who says it, outermost first; empty when the sentence names nobody."""
    quoting = _quoting(sentence, verb)
    if quoting:
        return quoting
    source = agent_of(sentence, verb)
    if source is None:
        return ()
    report = report_that_says(sentence, verb)
    cited = _cited(sentence, verb)
    return (*_with_viewers(sentence, (report or source,)), *cited)


def _quoting(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Give both sources of "X quoted Y as saying that"."""
    link = sentence.head(verb)
    above = sentence.head(link)
    if link.lower != "as" or above.lemma not in {"quote", "cite"}:
        return ()
    if is_passive(sentence, above):
        pair = (after(sentence, above, "by"), subject_of(sentence, above))
    else:
        pair = (subject_of(sentence, above), patient_of(sentence, above))
    return tuple(t for t in pair if t is not None)


def _cited(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Give the source behind the source: "reported, citing officials, that"."""
    for clause in sentence.below(verb, "advcl", "prep", "xcomp"):
        if clause.lower in {"citing", "quoting"}:
            return tuple(sentence.below(clause, "dobj", "pobj")[:1])
    return ()


def _with_viewers(sentence: Sentence, sources: tuple[Token, ...]) -> tuple[Token, ...]:
    """Put before a document the newspaper that has seen it."""
    return (*find_viewers(sentence, sources[0]), *sources)


def _stance(sentence: Sentence, verb: Token, root: Token, family: CueClass) -> Stance:
    """Give how the source presents what it says, before the words inside are looked at."""
    is_open = open_question(sentence, root)
    if sentence.head(verb).lemma in _WITHHOLDING and verb.dep == "xcomp":
        return WITHHELD
    if any(t.dep == "neg" for t in sentence.below(verb)):
        could_not = any(t.lower in _COULD_NOT for t in sentence.below(verb, "aux"))
        tells = family.name in {"report", "announce", "confirm"} and not could_not
        return WITHHELD if is_open and tells else family.negated
    return OPEN if is_open else family.plain


def _indices(sentence: Sentence, root: Token) -> frozenset[int]:
    """Give the indices of a word and all below it."""
    return frozenset(t.index for t in sentence.subtree(root))


def _top(words: Iterable[Token]) -> Token:
    """Give the first of some words whose head is none of them."""
    own = {t.index: t for t in words}
    return next(t for t in own.values() if t.head not in own or t.head == t.index)
