"""Whether a speaker is committed to a clause, by the stance of the word that brings it in."""

import re
from typing import Final

from bench.engines.product import readings
from sayso.extract.reading import Reading
from sayso.extract.sources.saying import Saying
from sayso.extract.sources.sayings import find_sayings
from sayso.extract.voices.factuality import assess

_WORD: Final = re.compile(r"\w+")
#: The speaker's own words for himself.
_FIRST_PERSON: Final = frozenset({"i", "we"})
#: The family of cues that take what they bring in for granted, also when denied or asked.
_FACTIVE: Final = "know"
#: The family of cues whose denial denies what they bring in: "do not think that".
_THINKING: Final = "believe"
_LABELS: Final = {"+": "yes", "-": "no", "?": "unclear"}
YES, UNCLEAR = "yes", "unclear"


def label_of(context: str, target: str, prompt: str) -> str:
    """Give "yes", "no" or "unclear".

    Args:
        context: what was said before.
        target: the sentence in question.
        prompt: the clause in it.
    """
    del context  # the rules read one sentence
    wanted = set(_words(prompt))
    best: tuple[float, str] = (0.0, UNCLEAR)
    for reading in readings(target):
        for saying in find_sayings(reading):
            words = [reading.sentence.tokens[i].lower for i in saying.content]
            told = {w for word in words for w in _words(word)}
            alike = len(told & wanted) / max(1, len(told | wanted))
            if alike > best[0]:
                best = alike, _label(reading, saying)
    return best[1]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _label(reading: Reading, saying: Saying) -> str:
    """Give the speaker's stance: his own if he is the source, else what the cue takes as given."""
    if saying.family == _FACTIVE:
        return YES
    stance = assess(reading.sentence, saying.root, saying).factuality.stance
    own = any(token.lower in _FIRST_PERSON for token in saying.sources)
    denied = saying.family == _THINKING and stance == "-"
    return _LABELS[stance] if own or denied else UNCLEAR
