"""Parties that stand one step beyond the words of a trigger: whose account, whose raid."""

from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import after, agent_of, patient_of

#: Verbs that tell whose a thing is: "an account held in the name of X", "opened by X".
_KEEPING: Final = frozenset(
    {"hold", "keep", "open", "register", "own", "control", "use", "maintain", "operate", "list"}
)
#: Nouns for the grounds on which somebody is held or sought.
_GROUNDS: Final = frozenset({"suspicion", "charge", "accusation", "allegation", "count", "ground"})


def beyond(sentence: Sentence, trigger: Token, preposition: str) -> Token | None:
    """Give the owner of what stands after a preposition: "on behalf of the group"."""
    matter = after(sentence, trigger, preposition)
    return None if matter is None else _owner_before(sentence, matter)


def owner_after(sentence: Sentence, trigger: Token, preposition: str) -> Token | None:
    """Give whose list or payroll stands after a preposition: "on the EU list"."""
    matter = after(sentence, trigger, preposition)
    if matter is None:
        return None
    named = (t for t in sentence.below(matter, "compound", "nmod") if t.pos == "PROPN")
    return _owner_before(sentence, matter) or next(named, None)


def _owner_before(sentence: Sentence, matter: Token) -> Token | None:
    """Give the owner of a thing, after "of" or before it."""
    return after(sentence, matter, "of") or next(iter(sentence.below(matter, "poss")), None)


def owner_of(sentence: Sentence, verb: Token) -> Token | None:
    """Give whose it is that undergoes a verb: "froze the accounts of X", "amended his entry"."""
    held = patient_of(sentence, verb)
    if held is not None and held.pos == "NUM":  # "two of its accounts"
        held = after(sentence, held, "of") or held
    if held is None:
        return None
    told = (_keeper(sentence, clause) for clause in sentence.below(held, "acl"))
    ways = (
        *sentence.below(held, "poss"),
        _belonging(sentence, held),
        *told,
    )
    return next((t for t in ways if t is not None), None)


def _belonging(sentence: Sentence, held: Token) -> Token | None:
    """Give what stands after "of", also behind a place: "three accounts in Labuan of X"."""
    own = after(sentence, held, "of")
    if own is not None:
        return own
    places = (t for link in sentence.below(held, "prep") for t in sentence.below(link, "pobj"))
    return next((t for p in places if (t := after(sentence, p, "of")) is not None), None)


def _keeper(sentence: Sentence, clause: Token) -> Token | None:
    """Give who a clause says that a thing belongs to."""
    if clause.lemma == "belong":
        return after(sentence, clause, "to")
    if clause.lemma not in _KEEPING:
        return None
    links = (t for t in sentence.below(clause) if t.lower == "in")
    names = (n for link in links for n in sentence.below(link, "pobj") if n.lemma == "name")
    name = next(names, None)
    return after(sentence, clause, "by") if name is None else _owner_before(sentence, name)


def doer_of(sentence: Sentence, verb: Token) -> Token | None:
    """Give who did what a verb speaks of: "condemned the raid by gunmen"."""
    act = patient_of(sentence, verb)
    return None if act is None else after(sentence, act, "by")


def suspect_of(sentence: Sentence, noun: Token) -> Token | None:
    """Give who is held or sought for what a noun says: "arrested on suspicion of membership"."""
    ground = sentence.head(sentence.head(noun))
    verb = sentence.head(sentence.head(ground))
    is_ground = noun.dep == "pobj" and ground.lemma in _GROUNDS and ground.dep == "pobj"
    return patient_of(sentence, verb) if is_ground else None


def haver_of(sentence: Sentence, verb: Token) -> Token | None:
    """Give who has something to do with another: "never had anything to do with them"."""
    has = sentence.head(sentence.head(verb))
    return agent_of(sentence, has) if has.lemma == "have" else None


def superior_of(sentence: Sentence, link: Token) -> Token | None:
    """Give whose officer somebody serves: "deputy to the group's head of finance"."""
    officer = next(iter(sentence.below(link, "pobj")), None)
    owned = () if officer is None else sentence.below(officer, "poss")
    return next(iter(owned), None)
