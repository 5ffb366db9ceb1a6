"""Sources told without a verb of saying: "was sure that", "their view is", "per the ministry"."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import after, agent_of, clause_head, is_verbal, verb_group
from sayso.extract.reading import Reading
from sayso.extract.sources.attitude import attitude
from sayso.extract.sources.phrases import (
    antecedent,
    is_denied,
    is_nobody,
    lacks_evidence,
    open_question,
    part_around,
    quoted_words,
)
from sayso.extract.sources.saying import Saying, under
from sayso.extract.sources.speakers import owner_of, sees_it, with_viewers
from sayso.extract.wording.cues import CueClass, cues, wording
from sayso.extract.wording.stances import OPEN, PURPORTED, WITHHELD, Stance, hedges
from sayso.model.vocabulary import EntityType

#: Who may have the word behind a colon: "The governor: …".
_SPEAKING: Final = frozenset(
    {EntityType.PERSON, EntityType.ORGANISATION, EntityType.ARMED_GROUP, EntityType.PUBLIC_BODY}
    | {EntityType.MEDIA_OUTLET, EntityType.DOCUMENT, EntityType.GROUP}
)
#: Labels under which a clause with "that" is what something says.
_TOLD: Final = frozenset({"ccomp", "acl", "relcl", "advcl"})
#: Words before "that" with which it brings in no speech: "so that", "in that".
_JOINED: Final = frozenset(
    {"so", "now", "such", "in", "provided", "given", "except", "save", "only"}
)
#: Subjects that say nothing: "it means that".
_NOBODY: Final = frozenset({"it", "there", "this", "that", "which", "what", "all"})


@dataclass(frozen=True, slots=True)
class OpenClause:
    """A clause with "that" and whoever has it: "was certain that", "gave evidence that".

    Attributes:
        verb: the nearest over the clause.
        unsaid: it is told on no word of the source: "has heard rumours that".
    """

    root: Token
    verb: Token
    source: Token
    family: CueClass
    unsaid: bool


def is_that_clause(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause with a subject of its own begins with "that"."""
    marks = [t for t in sentence.below(clause, "mark") if t.lower == "that"]
    if not marks or clause.dep not in _TOLD:
        return False
    before = sentence.tokens[max(0, marks[0].index - 1)]
    return before.lower not in _JOINED or before == marks[0]


def unsaid_by_noun(sentence: Sentence, noun: Token, below: Token) -> Stance | None:
    """Give the stance of what a noun tells on nobody's word: "rumours that", "reports of a raid".

    A noun in no table makes it an allegation, but for those of facts.
    """
    family = cues().nouns.get(noun.lemma)
    verb = sentence.head(sentence.head(noun))
    manner = noun.dep == "pobj" and verb.lemma in cues().verbs
    told = (t.lemma for t in sentence.below(below, "pobj")) if below.dep == "prep" else ()
    is_of = noun.pos == "NOUN" and below.lower in {"of", "about"}
    if is_of and family is not None and wording().acts & set(told):
        return family.unsaid
    no_claim = noun.pos != "NOUN" or noun.lemma in wording().facts or (family is None and manner)
    if manner and family is None and is_that_clause(sentence, below):
        return cues().verbs[verb.lemma].plain  # "we judge with low confidence that"
    if no_claim or not is_that_clause(sentence, below):
        return None
    known = cues().verbs["believe"].unsaid if noun.lemma in hedges().evidence else PURPORTED
    return known if family is None else family.unsaid


def find_open_clauses(sentence: Sentence) -> Iterator[OpenClause]:
    """Give the clauses with "that" which somebody knows, thinks or tells by a word in no table."""
    for root in sentence.tokens:
        above = sentence.head(root)
        told = is_that_clause(sentence, root) or _is_minded(sentence, root)
        if not told or above.lemma in wording().facts:
            continue
        verb = next((t for t in (above, *sentence.ancestors(above)) if is_verbal(t)), None)
        if verb is None or _says_nothing(sentence, verb) or _is_equated(root, above):
            continue
        source = _source(sentence, above, verb)
        if source is not None and source.lower not in _NOBODY:
            yield OpenClause(root, verb, source, *_kind(above, source))


def _is_minded(sentence: Sentence, clause: Token) -> bool:
    """Say whether a clause without "that" follows what one thinks: "are concerned he sold it"."""
    above = sentence.head(clause)
    beside = clause.dep == "ccomp" and above.dep == "acomp" and clause.index > above.index
    return beside and bool(sentence.below(clause, "nsubj", "nsubjpass"))


def _says_nothing(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb brings in no words of its subject: "this means that", "did not prove"."""
    unproved = verb.lemma in wording().proving and is_denied(sentence, verb)
    told = verb.dep == "acl" and verb.tag == "VBG"  # "accounts circulating that"
    results = verb.lemma in wording().resulting - {"be"}
    return results or unproved or told or lacks_evidence(sentence, verb)


def _is_equated(root: Token, above: Token) -> bool:
    """Say whether a clause is what its subject is: "the problem is that"."""
    return above.lemma == "be" and root.dep == "ccomp"


def _source(sentence: Sentence, above: Token, verb: Token) -> Token | None:
    """Give who owns a noun, or has it as object, or governs the verb or adjective."""
    if above.pos not in {"NOUN", "PROPN"}:
        lets = sentence.head(verb)  # "let it be known that"
        over = lets if verb.dep == "ccomp" and lets.lemma in {"let", "make"} else verb
        return agent_of(sentence, over)
    link = sentence.head(above)
    if link.dep == "agent" or (link.lower == "from" and verb.lemma in {"have", "hear"}):
        return above  # "it was accepted by N that", "had it from N that"
    has = above.dep == "dobj" or (above.dep == "pobj" and link.lower in {"of", "to", "under"})
    found = owner_of(sentence, above) or (agent_of(sentence, verb) if has else None)
    return None if found == above else found


def _kind(above: Token, source: Token) -> tuple[CueClass, bool]:
    """Give the class of what is said, and whether it is said on no word of the source."""
    noun = next((t.lemma for t in (above, source) if t.lemma in cues().nouns), None)
    if noun is None:
        return cues().verbs["say"], False
    return cues().nouns[noun], noun not in hedges().evidence


_LINKS: Final = frozenset({"ADP", "SCONJ", "PART"})
#: Adjectives of one who is about to tell: "the governor is certain: …".
_TELLS: Final = frozenset(
    {"certain", "sure", "clear", "blunt", "adamant", "emphatic", "categorical", "convinced"}
)
#: Words that stand before a source, with the next one where there are two.
_FRONTED: Final = {"according": "to", "per": "", "judging": "by", "going": "by"}


def find_implied(reading: Reading, taken: AbstractSet[int]) -> Iterator[Saying]:
    """Give the sayings of a sentence that hang on no verb of saying.

    Args:
        reading: of the sentence.
        taken: the heads of what verbs of saying bring in.
    """
    sentence = reading.sentence
    for token in sentence.tokens:
        if token.lower in _FRONTED or sees_it(reading, token):
            yield from _according(reading, token)
        elif token.pos == "NOUN" and token.lemma in wording().views | wording().accounts:
            yield from _viewed(sentence, token)
        if token.pos == "NOUN" and (family := _telling(sentence, token)) is not None:
            nouns = tuple(_noun_sayings(sentence, token, family))
            taken = taken | {s.root.index for s in nouns}
            yield from nouns
        elif token.dep == "pcomp" or (
            token.lemma in cues().verbs and token.dep in {"csubj", "ccomp"}
        ):
            yield from _in_other_words(sentence, token)
    yield from _announced(reading)
    yield from _untold(sentence, taken)
    yield from _open(sentence, taken)


def _untold(sentence: Sentence, taken: AbstractSet[int]) -> Iterator[Saying]:
    """Give what somebody leaves open by a word in no table: "would not be drawn on whether"."""
    for root in sentence.tokens:
        link = sentence.head(root)
        verb = next((t for t in sentence.ancestors(link) if is_verbal(t)), None)
        asked = root.index not in taken and open_question(sentence, root) and link.pos in _LINKS
        if not asked or verb is None or link.lower not in wording().topics | {"to"}:
            continue
        for source in sentence.below(verb, "nsubj", "nsubjpass"):
            denied = is_denied(sentence, verb) or any(
                is_nobody(sentence, t) for t in sentence.below(verb, "dobj")
            )
            told = _told_by(sentence, verb, source, root, under(sentence, root))
            yield replace(told, stance=WITHHELD if denied else OPEN)


def _in_other_words(sentence: Sentence, verb: Token) -> Iterator[Saying]:
    """Give what is told beside a clause: "what N said is that", "from what N says", "to hear N"."""
    above = sentence.head(verb)
    source = next(iter(sentence.below(verb, "nsubj")), None)
    what = any(t.lower in {"what", "all"} for t in sentence.below(verb, "dobj"))
    root = None
    if verb.dep == "csubj" and what and above.lemma == "be":
        root = next(iter(sentence.below(above, "ccomp")), None)
    elif (verb.dep == "pcomp" and what and above.lower == "from") or (
        above.lemma == "hear" and above.dep == "advcl"
    ):
        root = clause_head(sentence, sentence.head(above))
    if source is not None and root is not None:
        content = under(sentence, root) - under(sentence, verb)
        yield _told_by(sentence, verb, source, root, content)


def _told_by(
    sentence: Sentence, head: Token, source: Token, root: Token, content: frozenset[int]
) -> Saying:
    """Give what somebody simply says."""
    return Saying(
        family=cues().verbs["say"].name,
        head=head,
        cue=verb_group(sentence, head) if is_verbal(head) else (),
        sources=with_viewers(sentence, (source,)),
        root=root,
        content=content,
        stance=cues().verbs["say"].plain,
    )


def _announced(reading: Reading) -> Iterator[Saying]:
    """Give what stands behind a colon: "The governor: N fled", "She put it bluntly: N fled"."""
    sentence = reading.sentence
    mark = next((t.index for t in sentence.tokens if t.text == ":"), 0)
    words = sentence.tokens[mark + 1 :]
    if mark == 0 or mark in quoted_words(sentence):
        return
    own = {t.index for t in words}
    tops = (t for t in words if is_verbal(t) and (t.head not in own or t.head == t.index))
    top = next(tops, None)
    source = _announcer(reading, mark)
    if top is not None and source is not None and sentence.below(top, "nsubj", "nsubjpass"):
        yield _told_by(sentence, source, source, top, frozenset(own))


def _announcer(reading: Reading, mark: int) -> Token | None:
    """Give who has the word behind a colon, by what stands before it."""
    sentence = reading.sentence
    before = sentence.tokens[:mark]
    verb = next((t for t in before if is_verbal(t)), None)
    if verb is None:
        named = next((t for t in before if t.head == t.index or t.head >= mark), None)
        mention = None if named is None else reading.by_head.get(named.index)
        speaks = mention is not None and reading.type_of(mention) in _SPEAKING
        return named if speaks else None
    subject = next(iter(sentence.below(verb, "nsubj")), None)
    if subject is None:
        return None
    mention = reading.by_head.get(subject.index)
    is_document = mention is not None and reading.type_of(mention) is EntityType.DOCUMENT
    if is_document or subject.lemma in wording().documents:
        return subject  # "The charge sheet runs to nine lines: …"
    tells = subject.lemma in cues().nouns.keys() | wording().going_round
    it = any(t.lower == "it" for t in sentence.below(verb, "dobj")) and verb.lemma == "put"
    tells = tells or it or any(t.lower in _TELLS for t in sentence.below(verb, "acomp"))
    quoted = sentence.below(verb, "dobj") if verb.lemma in {"quote", "cite"} else ()
    named = owner_of(sentence, subject) or subject
    return next(iter(quoted), named if tells else None)


def _according(reading: Reading, token: Token) -> Iterator[Saying]:
    """Give what is said "according to", "per" or "judging by" one: the clause they hang on."""
    sentence = reading.sentence
    link = sentence.tokens[token.index + 1 : token.index + 2]
    wanted = _FRONTED.get(token.lower, "")
    if not wanted:
        link = (token,) if _is_set_apart(reading, token) else ()
    elif not link or link[0].lower != wanted:
        link = ()
    if not link:
        return
    source = after(sentence, token, wanted) or next(iter(sentence.below(link[0], "pobj")), None)
    beside = sentence.head(token)
    alone = beside.dep == "appos" and sentence.tokens[token.index - 1].text != ","
    root = beside if alone else clause_head(sentence, beside)
    if sentence.tokens[token.index - 1].text == "," and root.index not in quoted_words(sentence):
        root = _over_all(sentence, root, token)
    told = frozenset(t.index for t in sentence.tokens) if token.index == 0 else None
    content = (told or under(sentence, root)) - under(sentence, token)  # "According to N, A, B"
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


def _over_all(sentence: Sentence, root: Token, token: Token) -> Token:
    """Give the head of all that a source at the end stands for: "N says that A, according to M"."""
    while root.dep in {"ccomp", "conj", "xcomp"} and root.head < root.index < token.index:
        root = sentence.head(root)
    return root


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


def _telling(sentence: Sentence, noun: Token) -> CueClass | None:
    """Give the class of a noun that tells something: "their claim", and "the case is that"."""
    known = cues().nouns.get(noun.lemma)
    is_subject = noun.dep == "nsubj" and sentence.head(noun).lemma == "be"
    told = is_subject and noun.lemma in wording().going_round
    return cues().verbs["say"] if known is None and told else known
