"""What the words of a sentence say: its own, those that it quotes, and how surely it says them."""

import re
from collections.abc import Iterator
from typing import Final

#: ICD 203's likelihood words, and a likelihood as a figure.
LIKELIHOOD: Final = re.compile(
    r"\b(?:almost no chance|remote|(?:very |highly )?(?:un)?likely|(?:im)?probable|(?:im)?probably"
    r"|roughly even chance|roughly even odds|almost certain(?:ly)?|nearly certain"
    r"|\d+ (?:to \d+ )?(?:%|per ?cent))",
    re.IGNORECASE,
)
CONFIDENCE: Final = re.compile(
    r"\b(?:high|moderate|low|medium) confidence\b|\bconfidence (?:in|is|was|:)|\bconfidently\b"
    r"|\bconfident that\b",
    re.IGNORECASE,
)
#: A sureness that only corroboration bears.
SURE: Final = re.compile(
    r"\b(?:confirm(?:s|ed)?|prov(?:es|ed|en)|established (?:that|as)|it is (?:clear|certain|a fact)"
    r"|undoubtedly|undeniabl[ey]|evidently|corroborat(?:es|ed)|verified|in fact|of course)\b",
    re.IGNORECASE,
)
#: That somebody says it.
ATTRIBUTED: Final = re.compile(
    r"\b(?:according to|confirm(?:s|ed)?|sa(?:id|ys?)|stat(?:ed?|es)|report(?:s|ed)?"
    r"|wr(?:o|i)tes?|written|told"
    r"|den(?:y|ies|ied)|repl(?:y|ies|ied)|reject(?:s|ed)?|answer(?:s|ed)|assess(?:es|ed)"
    r"|present(?:s|ed)|sp(?:ea|o)ke?s? of|voic(?:es|ed)|describ(?:es|ed)|claim(?:s|ed)"
    r"|alleg(?:es|ed|edly)|accus(?:es|ed)|took the following|quot(?:es|ed)|cit(?:es|ed)"
    r"|judg(?:es|ed)|not(?:es|ed)|observ(?:es|ed)|announc(?:es|ed)|publish(?:es|ed))\b",
    re.IGNORECASE,
)
#: That it is not said as certain.
HEDGED: Final = re.compile(
    r"\b(?:may|might|could|possibl[ey]|probabl[ey]|perhaps|reportedly|alleged(?:ly)?"
    r"|purported(?:ly)?|apparently|suspect(?:s|ed)?|suspicion|doubtful|unlikely|likely|whether"
    r"|unclear|not clear|reported to|said to|thought to|believed|not certain|rumou?r(?:s|ed)?)\b",
    re.IGNORECASE,
)
#: That more than one source says it.
SEVERAL: Final = re.compile(
    r"\b(?:several|multiple|many|numerous|various|different|independent|two|three|other)"
    r" (?:independent |reliable |credible |separate |regional |member )*"
    r"(?:sources|states|reports|accounts|outlets|witnesses|documents)\b",
    re.IGNORECASE,
)
#: Any word with which something can be said not to be so.
SAYS_NO: Final = re.compile(
    r"\b(?:no|not|nobody|none|nothing|nowhere|never|neither|nor|without|cannot|den(?:y|ie[sd]|ial)"
    r"|reject\w*|dismiss\w*|refut\w*|disput\w*|contradict\w*|contest\w*|disown\w*|false\w*|untrue"
    r"|fabricat\w*|baseless|propaganda|unlikely|doubtful|otherwise|lack(?:s|ed)?|absence|absent"
    r"|un(?:founded|aware))\b|n['’]t\b",
    re.IGNORECASE,
)
DENIES: Final = re.compile(r"\bden(?:y|ies|ied|ial)\b", re.IGNORECASE)
#: Sentences that only point to words which stand elsewhere, in the forms that the program writes.
POINTS: Final = re.compile(
    r"^(?:Also carried,|As quoted above,|The following speak of it too:|Further replies are held:"
    r"|Confidence in this assessment:|On the right of reply,)|\bassessed this as\b"
    r"|\bstands by this no more\b|\bsays otherwise: "
)
_OPENING, _CLOSING = "“„«", "”»"
_STRAIGHT: Final = re.compile(r'"([^"]+)"')


def quoted(text: str) -> tuple[str, ...]:
    """Give what stands in quotation marks, the outermost ones, in order."""
    return tuple(piece for is_quoted, piece in _pieces(text) if is_quoted)


def own_words(text: str) -> str:
    """Give a sentence without what it quotes: each quotation is an ellipsis."""
    return "".join("…" if is_quoted else piece for is_quoted, piece in _pieces(text))


def _pieces(text: str) -> Iterator[tuple[bool, str]]:
    """Give the runs inside and outside quotation marks; one that is not closed is outside."""
    depth = start = 0
    for place, letter in enumerate(text):
        if letter in _OPENING:
            if depth == 0:
                yield from _straight(text[start:place])
                start = place + 1
            depth += 1
        elif letter in _CLOSING and depth:
            depth -= 1
            if depth == 0:
                yield True, text[start:place]
                start = place + 1
    yield from _straight(text[start:])


def _straight(text: str) -> Iterator[tuple[bool, str]]:
    place = 0
    for found in _STRAIGHT.finditer(text):
        yield False, text[place : found.start()]
        yield True, found[1]
        place = found.end()
    yield False, text[place:]
