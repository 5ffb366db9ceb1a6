"""What the words around a name tell of it: "X, a company", "the trader X", "members of X"."""

import re
from collections.abc import Callable, Iterator

from sayso.extract.names.lexicon import heads, shapes, word_list
from sayso.extract.names.runs import Run, clue_words
from sayso.extract.where_when.places import Gazetteer, fold
from sayso.model.vocabulary import EntityType

#: How sure a clue is; the sum of those of one name decides.
SURE, LIKELY, HINT = 4, 2, 1
#: Types of bodies and persons, which a description in apposition tells.
PARTIES = frozenset(
    {
        *(EntityType.PERSON, EntityType.ARMED_GROUP, EntityType.ORGANISATION),
        *(EntityType.PUBLIC_BODY, EntityType.MEDIA_OUTLET),
    }
)
#: Types that a noun right before a name gives it ("the trader X", "the tanker Y").
PREFIXED = frozenset(
    {EntityType.PERSON, EntityType.ARMED_GROUP, EntityType.ORGANISATION, EntityType.MEDIA_OUTLET}
)
ARTICLES = r"(?i:a|an|the|its|his|her|their|our|another|one of the)"
#: ", a Cypriot company," and ", the group's former treasurer.": what follows a name.
AFTER = re.compile(
    rf",\s+(?P<phrase>{ARTICLES}\s[^,.;:()\n]{{1,90}}|[A-Z][\w'’-]*['’]s\s[^,.;:()\n]{{1,90}}"
    r"|[a-z][\w-]*\s(?:of|for|at|to)\s[^,.;:()\n]{1,90})"
    r"(?P<end>[,.;:()]|$)"
)
#: "its spokesman, X," and "the collector for Y, X,": what stands before a name.
OWN = rf"(?:{ARTICLES}|[\w’'-]+['’]s|(?i:both|former|current|deputy))"
BEFORE = re.compile(
    rf"\b{OWN}\s(?:[\w'’-]+\s){{0,6}}?(?P<noun>[a-z][\w-]*)"
    r"(?P<of>\s(?:of|for|at|in|to)\s[^,.;:()\n]{1,80})?,\s$"
)
RIGHT_BEFORE = re.compile(r"(?:\b(?P<prior>[\w'’-]+)\s)?\b(?P<noun>[a-z][\w-]*)\s$")
CLOSED = re.compile(r"[\"”’]?\s*[,.;:)\n]|[\"”’]?$")
AGE = re.compile(r",\s\d{2},|\s\(\d{2}\)")
SHORT_TITLE = re.compile(r"\b([A-Z][a-z]+)\.?\s$")
RELATIVE = re.compile(r",?\swhom?\b")
OF_BODY = re.compile(r"\b([\w-]+)\s(?:of|for)\s(?:the\s)?$")
OWNS = re.compile(r"['’]s?\s(?:[a-z]+\s)?([a-z-]+)")
HOLDING = re.compile(r"\b([\w-]+)\s(?:of|in)\s(?:the\s)?$")
LOCATED = re.compile(r"(?:\b(\w+)\s+)?\b([A-Za-z]+)\s$")
WORD = re.compile(r"[\w'’-]+")
#: Endings of words that may follow the noun of a phrase ("the trader concerned").
TRAILING = ("ed", "ing", "ble", "ent")

DETERMINERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "our", "this", "that"})
#: List of nouns → type of whom they belong to.
OWNED = {
    "body_owned": EntityType.ORGANISATION,
    "armed_owned": EntityType.ARMED_GROUP,
    "person_owned": EntityType.PERSON,
}

Clue = tuple[EntityType, int]


def clues_of(run: Run, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Give what the words around a run tell of it, with how sure they are."""
    for clue in CLUES:
        yield from clue(run)
    if (is_located(run) or is_peopled(run)) and not is_body(run) and not run.title:
        yield EntityType.PLACE, LIKELY if gazetteer.named(run.text) else HINT


def in_apposition(run: Run) -> Iterator[Clue]:
    """Read "X, a company based in Y,": the noun of the phrase after the name."""
    found = AFTER.match(run.after)
    if found is None:
        return
    kind = described(found["phrase"])
    last = LOCATED.search(run.before)
    located = last is not None and last[2].casefold() in clue_words("locating")
    company = kind is EntityType.PERSON and is_body(run)  # "X Trading, the supplier"
    if kind is EntityType.PLACE or (kind in PARTIES and not located and not company):
        yield kind, SURE


def described(phrase: str) -> EntityType | None:
    """Give the type that the noun of a phrase tells, None of a phrase with a verb or none."""
    words = [w.casefold() for w in WORD.findall(phrase)]
    stop = next((n for n, w in enumerate(words) if n > 0 and w in clue_words("stops")), len(words))
    if stop < len(words) and words[stop] not in clue_words("after_phrase"):
        return None
    words = words[:stop]
    while words:
        kind = heads().type_of(words[-1], frozenset(words[:-1]), plural=False)
        if kind is not None or not words[-1].endswith(TRAILING):
            return kind
        words.pop()
    return None


def after_description(run: Run) -> Iterator[Clue]:
    """Read "its spokesman, X,": the noun of the phrase before the name."""
    found = BEFORE.search(run.before)
    if found is None or CLOSED.match(run.after) is None:
        return
    kind = heads().type_of(found["noun"], frozenset(), plural=False)
    if kind is EntityType.PERSON and (found["of"] is None or len(run.words) > 1):
        yield kind, SURE if found["of"] is None else LIKELY


def after_noun(run: Run) -> Iterator[Clue]:
    """Read "the trader X" and "the tanker X"."""
    found = RIGHT_BEFORE.search(run.before)
    if found is None or run.title:
        return
    prior = (found["prior"] or "").casefold()
    alike = found["noun"] in clue_words("verb_alike") and prior not in DETERMINERS
    if alike or prior in clue_words("before_verbs"):
        return
    if found["noun"] in clue_words("vessels"):
        yield EntityType.MATERIAL, SURE
        return
    kind = heads().type_of(found["noun"], frozenset(), plural=False)
    if kind in PREFIXED:
        yield kind, SURE if kind is EntityType.PERSON else LIKELY


def with_title(run: Run) -> Iterator[Clue]:
    """Read "Judge X", "Mr X", "Qari X" and "X, 34,"."""
    short = SHORT_TITLE.search(run.before)
    titled = short is not None and short[1] in clue_words("short_titles")
    own = len(run.words) > 1 and fold(run.words[0]) in word_list("titles")
    if not is_body(run) and (run.title or titled or own or AGE.match(run.after)):
        yield EntityType.PERSON, SURE


def with_relative(run: Run) -> Iterator[Clue]:
    """Read "X, who" as of a person, unless X only says where from ("a man from X, who")."""
    found = RELATIVE.match(run.after)
    last = LOCATED.search(run.before)
    where = last is not None and last[2].casefold() in {*clue_words("locating"), "from", "of", "to"}
    if found is not None and not where and not is_body(run):
        yield EntityType.PERSON, LIKELY


def is_body(run: Run) -> bool:
    """Say whether the last word of a name is one of bodies: "X Brigade", "Y Trading"."""
    return run.words[-1] in shapes().last or run.words[-1] in clue_words("trades")


def of_a_body(run: Run) -> Iterator[Clue]:
    """Read "members of X", "X's spokesman" and "60 per cent of X"."""
    owned = OWNS.match(run.after)
    of = OF_BODY.search(run.before)
    nouns = {m[1].casefold() for m in (owned, of) if m is not None}
    for name, kind in OWNED.items():
        person = kind is EntityType.PERSON and is_body(run)  # "a house of the X Brigade"
        if not person and not nouns.isdisjoint(clue_words(name)):
            yield kind, HINT
    held = HOLDING.search(run.before)
    if held is not None and held[1].casefold() in clue_words("holdings"):
        yield EntityType.ORGANISATION, HINT


def is_located(run: Run) -> bool:
    """Say whether a word for a place stands before a run: "in X", and not "shares in X"."""
    found = LOCATED.search(run.before)
    if found is None or found[2].casefold() not in clue_words("locating"):
        return False
    return (found[1] or "").casefold() not in clue_words("not_located")


def is_peopled(run: Run) -> bool:
    """Say whether what is of a run is of a place: "residents of X", "by way of X"."""
    found = OF_BODY.search(run.before)
    return found is not None and found[1].casefold() in clue_words("of_place")


CLUES: tuple[Callable[[Run], Iterator[Clue]], ...] = (
    in_apposition,
    after_description,
    after_noun,
    with_title,
    with_relative,
    of_a_body,
)
