"""Who has the word in a transcript, whose turns begin with a name: "NUHU: We left."."""

import re
from collections.abc import Mapping, Sequence

from sayso.extract.names.lexicon import heads, shapes, word_list
from sayso.model.documents import Passage
from sayso.model.ids import Span

#: A label in capitals, up to its colon.
LABEL = re.compile(r"([^\W\d_a-z]{2,}(?:[ ’'-][^\W\d_a-z]{2,}){0,2}):\s")
#: Fewer turns than these make no transcript.
TURNS = 2


def labels_of(sentences: Sequence[Passage]) -> Mapping[int, Span]:
    """Give the labels that name a person, by the start of their sentence; none of a heading's.

    A label names somebody if it is no noun for an office or a body ("MODERATOR", "POLICE").
    """
    found: dict[int, Span] = {}
    turns = 0
    for passage in sentences:
        label = LABEL.match(passage.text)
        turns += label is not None
        if label is not None and names_somebody(label[1]):
            first = passage.span.start
            found[first] = Span(first + label.start(1), first + label.end(1))
    return found if turns >= TURNS else {}


def names_somebody(label: str) -> bool:
    """Say whether the words of a label are a person's name."""
    words = label.split(" ")
    nouns = any(heads().type_of(w.casefold(), (), plural=False) is not None for w in words)
    shaping = {*shapes().last, *shapes().first, *shapes().before}
    bodies = any(w.capitalize() in shaping for w in words)
    spoken = any(w.casefold() in word_list("label_words") for w in words)
    return not (nouns or bodies or spoken)
