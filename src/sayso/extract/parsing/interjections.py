"""Words that break in on a sentence to tell who says it: ", the ministry said,", ", said N."."""

import functools
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Final

from sayso.extract.wording.cues import cues, wording
from sayso.model.ids import Span

_WORD: Final = re.compile(r"\w+(?:[.'’\-&]\w+)*|[^\w\s]")
#: Words; longer is no noun, or no tail, of an interjection.
_LONGEST_NOUN: Final = 10
_LONGEST_DOCUMENT: Final = 16
_LONGEST_TAIL: Final = 8
#: What stands before an interjection: ", N said," or " (N said) ".
_OPENING: Final = frozenset({",", "("})
_QUOTES: Final = (["“"], ['"'], ["«"])
_CLOSING: Final = frozenset('”»"')
_VOWELS: Final = frozenset("aeiou")
#: What stands between a noun and its verb: "has also said".
_AUXILIARIES: Final = frozenset(
    {
        "has",
        "have",
        "had",
        "also",
        "later",
        "then",
        "further",
        "would",
        "will",
        "now",
        "still",
        "once",
    }
)

#: Verbs with a listener before "that", and how far behind "that" may stand. Words.
_LISTENED: Final = frozenset({"inform", "notify", "assure", "remind", "brief", "advise"})
_LONGEST_LISTENER: Final = 10
#: Forms of "go on", which tells that the same speaker does.
_GOES: Final = frozenset({"went", "goes"})

Words = Sequence[str]


def find_interjection(text: str) -> Span | None:
    """Give the first stretch of a sentence that only tells who says the rest, with its commas.

    Args:
        text: one sentence.
    """
    found = list(_WORD.finditer(text))
    words = [match[0].lower() for match in found]
    for comma in (n for n, word in enumerate(words) if word in _OPENING and n > 0):
        first = comma + 1
        while first < len(words) and words[first] in _CLOSING:
            first += 1
        last = _end(words, first)
        told: Words = words[first:last]
        if _is_noun(told) and words[last:][:1] == [","]:  # ", the spokesman, N, said"
            last, told = _behind_names(words, told, last)
        if last >= len(words) - 1 and {";", ":"} & set(words[:comma]):
            return None  # "A; B, officials said." may stand for one part or for both
        if list(told[:2]) == ["or", "so"]:
            told = told[2:]
        rest = [word for word in words[last:] if word not in _CLOSING]
        quoted = words[last : last + 1] == [","] and words[last + 1 : last + 2][0:1] in _QUOTES
        goes_on = quoted or _goes_on(rest)  # '"A," she said, "and B"'
        tells = (_tells(told) or _shows(told)) and goes_on
        if tells or (_tells_turned(told) and _goes_on_turned(rest)):
            start = found[comma if first == comma + 1 else first].start()
            end = found[last] if words[last:][:1] in ([","], [")"]) else found[last - 1]
            return Span(start, end.end())
    return None


def _end(words: Words, first: int) -> int:
    """Give the place of the sign behind a stretch of words."""
    while first < len(words) and not _parts(words[first]):
        first += 1
    return first


def _behind_names(words: Words, noun: Words, comma: int) -> tuple[int, Words]:
    """Give where words end that tell behind a noun and a name, and the words without the name."""
    middle = _end(words, comma + 1)
    last = _end(words, middle + 1)
    named = _is_noun(words[comma + 1 : middle]) and words[middle:][:1] == [","]
    told = words[middle + 1 : last]
    if named and told and told[0] in _spoken() | _AUXILIARIES:
        return last, [*noun, *told]
    return comma, noun


@dataclass(frozen=True, slots=True)
class Telling:
    """A verb before "that", with a plainer one of the same form and its own lemma."""

    span: Span
    plain: str
    lemma: str


def find_telling(text: str) -> Iterator[Telling]:
    """Give the verbs of saying before "that" that a parser may take for something else.

    "On 18 May states that", "disputes that", "informed reporters that".
    """
    found = list(_WORD.finditer(text))
    words = [match[0] for match in found]
    for n, word in enumerate(words[:-1]):
        before = words[n - 1].lower() if n else ""
        if _records(words, n):
            yield Telling(Span(found[n].start(), found[n].end()), "show", word)
        if before in _words("auxiliaries") or word not in _plain():
            continue
        lemma, plain = _plain()[word]
        listened = lemma in _LISTENED and "that" in words[n + 2 : n + _LONGEST_LISTENER]
        is_noun = lemma in cues().nouns or before in _words("determiners")
        says = plain == "says" and words[n + 1] == "that" and not is_noun
        if listened or says:
            yield Telling(Span(found[n].start(), found[n].end()), plain, lemma)


def _records(words: Words, n: int) -> bool:
    """Say whether a word is what documents do: "Waybills obtained by the Team record 62 loads"."""
    documents = {word.lower().removesuffix("s") for word in words[:n]} & wording().documents
    counts = words[n + 1].lower() not in _words("fronting") | _words("stops") | {"of"}
    plural = words[n - 1].lower() not in _words("auxiliaries")
    return words[n] in _words("recording") and bool(documents) and counts and plural


def find_teller(text: str) -> Telling | None:
    """Give the verb of saying of an interjection, if a plainer one can stand for it."""
    told = [m for m in _WORD.finditer(text) if m[0] in _plain() and m[0] in _spoken()]
    if not told:
        return None
    lemma, plain = _plain()[told[-1][0]]
    return Telling(Span(*told[-1].span()), plain, lemma)


@functools.cache
def _plain() -> Mapping[str, tuple[str, str]]:
    """Give the forms of verbs of saying with their lemma and the plain verb in the same form."""
    plain: dict[str, tuple[str, str]] = {}
    for lemma in cues().verbs.keys() - {"say", "tell", "read", "show", "ask"}:
        said = ("tells", "told") if lemma in _LISTENED else ("says", "said")
        _, third, *past = _forms(lemma)
        plain |= {third: (lemma, said[0])} | dict.fromkeys(past, (lemma, said[1]))
    return plain


def stands_apart(clauses: Sequence[str]) -> bool:
    """Say whether clauses between semicolons can be read one by one.

    They cannot where a source at the end may stand for all ("A; B, officials said."), where one
    begins without a capital or its own words, or in a quotation.
    """
    closing = find_interjection(clauses[-1])
    ends = closing is not None and closing.end >= len(clauses[-1].rstrip().rstrip("."))
    whole = all(part.count("“") == part.count("”") and part.count('"') % 2 == 0 for part in clauses)
    return whole and not ends


def after_opening(text: str, cut: Span) -> Span:
    """Give an interjection without its first comma, where that sets off the words before it.

    "In May, police said, N fled" without it is "In May, N fled".
    """
    clause = re.split(r"[,;:]\s", text[: cut.start])[-1].lower().split()
    is_set_off = len(clause) > 1 and clause[0] in _words("fronting") and text[cut.start] == ","
    if not is_set_off:
        return cut
    is_followed = text[cut.end : cut.end + 1] == " "
    return Span(cut.start + len(", "), cut.end + is_followed)


def _parts(word: str) -> bool:
    """Say whether a sign ends a stretch of words."""
    return not word[0].isalnum() and word not in "$€£%'’&"


def _tells(words: Words) -> bool:
    """Say whether words are a noun with a verb of saying and nothing more: "the ministry said"."""
    return any(
        _is_noun(_without_auxiliaries(words[:at])) and _is_tail(words[at + 1 :])
        for at, word in enumerate(words)
        if word in _spoken() or (word in _GOES and words[at + 1 : at + 2] == ["on"])
    )


def _shows(words: Words) -> bool:
    """Say whether words are a document that shows: "statements leaked to this paper show"."""
    singular = {word.removesuffix("s") for word in words[:-1]}
    named = bool(words) and words[0] not in _words("fronting") and words[-1] in _words("showing")
    return named and len(words) <= _LONGEST_DOCUMENT and bool(singular & wording().documents)


def _without_auxiliaries(words: Words) -> Words:
    """Give the words before a verb without those that are its own: "the ministry has also"."""
    last = len(words)
    while last and (words[last - 1] in _AUXILIARIES or words[last - 1].endswith("ly")):
        last -= 1
    return words[:last]


def _tells_turned(words: Words) -> bool:
    """Say whether words are a verb of saying before its noun and nothing more: "said N"."""
    noun = words[1:]
    is_named = _is_noun(noun) and (len(noun) == 1 or noun[0] not in _words("pronouns"))
    return words[:1] != [] and words[0] in _spoken() - _never_turned() and is_named


def _is_noun(words: Words) -> bool:
    """Say whether words can name who says something."""
    named = 0 < len(words) <= _LONGEST_NOUN and words[-1] not in _words("determiners")
    return named and words[0] not in _words("fronting") and not _words("stops") & set(words)


def _is_tail(words: Words) -> bool:
    """Say whether words can follow a verb of saying that has nothing else to say."""
    fits = not words or words[0] in _words("tails") or words[0].endswith("ly")
    return fits and len(words) <= _LONGEST_TAIL and not _words("stops") - {"to"} & set(words)


def _goes_on(rest: Words) -> bool:
    """Say whether what follows an interjection goes on with the sentence, or ends it."""
    if rest in ([], ["."]):
        return True
    if rest[0] not in {",", ")"} or len(rest) == 1:
        return False
    acts = (
        rest[1] == "and" and _is_past(rest[2:3]) and not _spoken() & set(rest[2:3])
    )  # ", the judge found, and sold them"
    return acts or rest[1] not in _words("behind")


def _is_past(words: Words) -> bool:
    """Say whether a word is a verb in the past, which goes on with the subject before."""
    return any(word in _words("pasts") or word.endswith("ed") for word in words)


def _goes_on_turned(rest: Words) -> bool:
    """Say the same of ", said N,", behind which it may be told who N is."""
    return _goes_on(rest) and not _words("determiners") & set(rest[1:2])


@functools.cache
def _table() -> Mapping[str, Mapping[str, list[str]]]:
    """Give the table of words around interjections."""
    path = resources.files("sayso.extract.parsing").joinpath("tables/interjections.toml")
    return tomllib.loads(path.read_text("utf-8"))


@functools.cache
def _words(row: str) -> frozenset[str]:
    """Give the words of one row of the table."""
    return frozenset(_table()[row]["words"])


@functools.cache
def _spoken() -> frozenset[str]:
    """Give the forms of the verbs that break in: "says", "said"."""
    families = _words("families")
    lemmas = {verb for verb, family in cues().verbs.items() if family.name in families}
    lemmas |= _words("verbs")
    return frozenset(form for verb in lemmas - _words("never") for form in _forms(verb))


@functools.cache
def _never_turned() -> frozenset[str]:
    """Give the forms of those that have an object behind them where no subject is before them."""
    return frozenset(form for verb in _words("unturned") for form in _forms(verb))


def _forms(verb: str) -> Iterable[str]:
    """Give the finite forms of a verb."""
    irregular = _table()["irregular"].get(verb)
    if irregular is not None:
        return (verb, *irregular)
    if verb[-1] == "y" and verb[-2] not in _VOWELS:
        return (verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied")
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"
    return (verb, third, f"{verb}d" if verb.endswith("e") else f"{verb}ed")
