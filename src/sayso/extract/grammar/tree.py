"""Who does what to whom, as the dependency tree has it."""

from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token

#: Labels under which a word heads a clause of its own.
CLAUSES: Final = frozenset(
    {"ROOT", "ccomp", "relcl", "advcl", "parataxis", "csubj", "csubjpass", "acl:relcl"}
)
#: Labels under which a verb or predicate takes its subject from above.
_SHARES_SUBJECT: Final = frozenset(
    {"xcomp", "conj", "advcl", "pcomp", "prep", "acomp", "attr", "oprd", "dobj", "pobj", "dep"}
    | {"agent", "acl"}
)
#: Verbs whose object does what follows: "ordered them to leave", "accused it of sheltering".
_OBJECT_ACTS: Final = frozenset(
    {"accuse", "suspect", "blame", "charge", "convict", "acquit", "order", "urge", "ask", "force"}
    | {"enable", "help", "prevent", "stop", "ban", "bar", "tell", "allow", "permit", "instruct"}
    | {"see", "quote", "cite", "describe", "condemn", "criticise", "criticize", "encourage"}
    | {
        "recruit",
        "train",
        "teach",
        "hire",
        "pay",
        "direct",
        "call",
        "request",
        "petition",
        "invite",
    }
    | {"authorise", "authorize", "commission", "persuade", "convince", "compel", "require", "press"}
)
#: By what one speaks, who does it oneself.
_MEANS: Final = frozenset(
    {"telephone", "phone", "e-mail", "email", "letter", "text", "video", "radio", "message", "mail"}
    | {"link", "fax", "videolink", "telegram", "post"}
)
#: How, not by whom, something is done: "reported by turns to be dead".
_MANNERS: Final = frozenset({"turn", "mistake", "accident", "chance", "degree", "stage"})
#: Verbs whose object is not to do what "against" or "from" brings in.
_DISSUADES: Final = frozenset({"warn", "caution", "advise", "dissuade", "deter", "counsel"})
#: Verbs whose object has done what a preposition brings in: "sanctioned the firm for financing".
_JUDGES: Final = frozenset(
    {"denounce", "credit", "list", "sanction", "designate", "rebuke", "fault", "praise", "thank"}
    | {"blacklist", "commend", "censure", "implicate", "recall", "remember", "reprimand", "condemn"}
)
#: Nouns after which "of" brings in what the one held or arrested is said to have done.
_GROUNDS: Final = frozenset({"suspicion", "charge", "accusation", "allegation", "count", "ground"})
#: Verbs whose subject has no part in what their object is for: "discussed the campaign to".
_TALKS: Final = frozenset(
    {
        "discuss",
        "underscore",
        "support",
        "back",
        "praise",
        "oppose",
        "condemn",
        "describe",
        "review",
    }
    | {"reject", "highlight", "welcome", "criticise", "criticize", "mention", "address", "see"}
)
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})
_VERBAL: Final = frozenset({"VERB", "AUX"})


def is_verbal(token: Token) -> bool:
    """Say whether a word is a verb or an auxiliary."""
    return token.pos in _VERBAL


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb's grammatical subject is what undergoes it."""
    while not sentence.below(verb, "auxpass", "nsubjpass") and (
        sentence.below(verb, "nsubj") or not sentence.below(verb, "agent")
    ):
        if verb.dep == "acl" and verb.tag in {"VBN", "VBD"}:
            return not sentence.below(verb, "nsubj")
        if verb.tag != "VBN" or sentence.below(verb, "aux", "nsubj"):
            return False
        if verb.dep != "conj":
            return verb.dep in {"advcl", "amod", "ccomp", "oprd", "acomp"}
        verb = sentence.head(verb)
    return True


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """Give the grammatical subject of a verb or predicate, its own or the one that it shares."""
    node = verb
    while True:
        own = _own_subject(sentence, node) or (_owner(sentence, node) if node != verb else None)
        if own is not None:
            return own
        above = sentence.head(node)
        if _is_charge(sentence, node):
            node = sentence.head(above)
            continue
        if _modifies(node):
            is_for = is_infinitive(sentence, node) and above.pos in {"NOUN", "PROPN"}
            return _doer(sentence, above) if is_for else above
        if above.index == node.index or not _shares_subject(node):
            return None
        acting = _object_that_acts(sentence, node, above)
        if acting is not None:
            return acting
        node = above


def _own_subject(sentence: Sentence, verb: Token) -> Token | None:
    """Give the subject that hangs on a verb; of "there were camps" the camps."""
    there = sentence.below(verb, "expl")
    deps = ("attr", "dobj", "nsubj") if there else ("nsubj", "nsubjpass")
    return next(iter(sentence.below(verb, *deps)), None)


def _owner(sentence: Sentence, noun: Token) -> Token | None:
    """Give whose plan or claim it is, who so is the subject of what hangs on it."""
    is_noun = noun.pos in {"NOUN", "PROPN"}
    return next(iter(sentence.below(noun, "poss")), None) if is_noun else None


def _doer(sentence: Sentence, noun: Token) -> Token | None:
    """Give who is to do what a noun is for: "the coalition's efforts to support", "a base to".

    Without an owner it is whoever makes or has it, but not who only talks of it.
    """
    owned = sentence.below(noun, "poss") or tuple(
        t for t in sentence.below(noun, "compound", "nmod") if t.pos == "PROPN"
    )
    if owned:
        return owned[0]
    by = after(sentence, noun, "by") or after(sentence, noun, "of")
    verb = sentence.head(noun)
    if by is not None or not is_verbal(verb) or verb.lemma in _TALKS or noun.dep != "dobj":
        return by
    return agent_of(sentence, verb)


def _shares_subject(node: Token) -> bool:
    """Say whether a verb or predicate without a subject takes it from above."""
    return node.dep in _SHARES_SUBJECT or (node.dep == "ccomp" and node.tag == "VBG")


def _is_charge(sentence: Sentence, verb: Token) -> bool:
    """Say whether an "-ing" word read as an adjective is what somebody is accused of doing."""
    link = sentence.head(sentence.head(verb))
    charged = sentence.head(link).lemma in _OBJECT_ACTS
    return verb.dep == "amod" and verb.tag == "VBG" and link.dep == "prep" and charged


def _modifies(word: Token) -> bool:
    """Say whether a verb or adjective says what the noun above it does or is."""
    return word.dep in {"relcl", "amod", "acl"}


def _object_that_acts(sentence: Sentence, below: Token, above: Token) -> Token | None:
    """Give the object of a verb such as "accuse", whose object is the subject of what follows."""
    if below.dep == "prep" and above.dep == "dobj" and sentence.head(above).lemma in _OBJECT_ACTS:
        return above  # "convicted him of financing", with "of" hung on "him"
    on_grounds = below.dep == "prep" and any(
        t.lemma in _GROUNDS for t in sentence.below(below, "pobj")
    )
    acts = below.dep in {"xcomp", "prep", "advcl"} and above.lemma in _OBJECT_ACTS
    taken = below.dep == "oprd" and not is_passive(sentence, above)  # "held N responsible"
    against = below.lower in {"against", "from"} and above.lemma in _DISSUADES
    taken = taken or (below.dep == "prep" and (against or above.lemma in _JUDGES))
    if not acts and not on_grounds and not taken:
        return _punished(sentence, below, above)
    return next(iter(sentence.below(above, "dobj")), None)


def _punished(sentence: Sentence, link: Token, verb: Token) -> Token | None:
    """Give whom something is asked for what he did: "demanded ten years for N for having paid"."""
    done = any(
        t.lower == "having" for c in sentence.below(link, "pcomp") for t in sentence.below(c)
    )
    if link.lower != "for" or not done:
        return None
    others = [t for t in sentence.subtree(verb) if t.lower in {"for", "against", "to"}]
    named = (t for o in others if o.index < link.index for t in sentence.below(o, "pobj"))
    return next((t for t in named if t.pos == "PROPN"), None)


def agent_of(sentence: Sentence, verb: Token) -> Token | None:
    """Give who does it: the subject, or in a passive the word after "by"."""
    if not is_passive(sentence, verb):
        return subject_of(sentence, verb)
    named = after(sentence, verb, "as")  # "dismissed as propaganda by the group"
    hosts = (verb,) if named is None else (verb, named)
    found = (after(sentence, host, "by") for host in hosts)
    agent = next((t for t in found if t is not None and t.lemma not in _MANNERS), None)
    if agent is not None and agent.lemma in _MEANS:  # "denied by telephone"
        return subject_of(sentence, verb)
    return agent


def patient_of(sentence: Sentence, verb: Token) -> Token | None:
    """Give who or what undergoes it: the object, or in a passive the subject."""
    if is_passive(sentence, verb):
        return subject_of(sentence, verb)
    own = next(iter(sentence.below(verb, "dobj")), None)
    if own is None and (_is_charge(sentence, verb) or _has_gap(sentence, verb)):
        return sentence.head(verb)
    return own


def _has_gap(sentence: Sentence, verb: Token) -> bool:
    """Say whether the object stands before the clause: "camps that it runs"."""
    return verb.dep == "relcl" and all(
        t.tag not in {"WDT", "WP"} or t.dep == "dobj" for t in sentence.below(verb)
    )


def after(sentence: Sentence, word: Token, preposition: str) -> Token | None:
    """Give what stands after a preposition that hangs on a word."""
    for prep in sentence.below(word, "prep", "agent", "dative", "prt"):
        if prep.lower == preposition:
            found = sentence.below(prep, "pobj", "pcomp", "dobj")
            if found:
                return found[0]
    return None


def conjuncts(sentence: Sentence, first: Token) -> tuple[Token, ...]:
    """Give a word with the words that "and", "or" and commas join to it, in order."""
    found = [first]
    for token in found:
        found.extend(
            t
            for t in sentence.below(token, "conj")
            if is_verbal(t) == is_verbal(first) and (is_verbal(t) or t.pos in _NOMINAL)
        )
    return tuple(sorted(found, key=lambda t: t.index))


def verb_group(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Give a verb with the auxiliaries, negation and particle that stand next to it."""
    own = {t.index for t in sentence.below(verb, "aux", "auxpass", "neg", "prt")}
    start = end = verb.index
    while start - 1 in own:
        start -= 1
    while end + 1 in own:
        end += 1
    return sentence.tokens[start : end + 1]


def clause_head(sentence: Sentence, token: Token) -> Token:
    """Give the word that heads the clause in which a word stands."""
    node = token
    while node.dep not in CLAUSES or is_infinitive(sentence, node):
        above = sentence.head(node)
        if above.index == node.index:
            return node
        if node.dep == "conj" and is_verbal(node) and is_verbal(above):
            return node
        node = above
    return node


def is_infinitive(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb on a noun says what the noun is for: "a base to store weapons"."""
    return verb.dep in {"relcl", "acl", "advcl"} and any(
        t.lower == "to" for t in sentence.below(verb, "aux")
    )


def path_up(sentence: Sentence, token: Token, top: Token | None) -> tuple[Token, ...]:
    """Give a word and its heads, nearest first, up to and with the top (None: the root)."""
    path = [token]
    if top is not None and token.index == top.index:
        return (token,)
    for node in sentence.ancestors(token):
        path.append(node)
        if top is not None and node.index == top.index:
            break
    return tuple(path)


def described(sentence: Sentence, noun: Token) -> Token | None:
    """Give the noun whose phrase holds a title or apposition and whom it describes, or None."""
    top = noun
    while top.dep in {"appos", "compound", "nmod"}:
        top = sentence.head(top)
    return top if top is not noun or sentence.below(noun, "appos") else None


def noun_phrase(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """Give a noun with its modifiers, without clauses, appositions and coordinated nouns."""
    left_out: set[int] = set()
    for child in sentence.below(head, "relcl", "appos", "conj", "cc", "punct", "acl", "advcl"):
        left_out.update(t.index for t in sentence.subtree(child))
    kept = [t for t in sentence.subtree(head) if t.index not in left_out]
    return tuple(t for t in kept if t.pos != "SPACE")
