"""What is asked of a second reader about a document, and what it answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sayso.extract.encoder.carried import Candidate, Carried
from sayso.extract.encoder.opinions import Opinion
from sayso.model.ids import Span


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence by its span in the document.

    Attributes:
        candidates: what may fill a role in it; a sentence without any is only context.
    """

    span: Span
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What a second reader hears in a document.

    Attributes:
        opinions: on the words of the sentences that were asked about, in order.
        carried: by the span of a sentence, the triggers in it.
        meant: by the span of a mention, earlier ones with how likely each is what it means.
    """

    opinions: Sequence[Opinion] = ()
    carried: Mapping[Span, Sequence[Carried]] = field(default_factory=dict)
    meant: Mapping[Span, Sequence[tuple[Span, float]]] = field(default_factory=dict)


class Listener(Protocol):
    """Reads the same text without the rules."""

    def hear(self, text: str, sentences: Sequence[Asked]) -> Heard:
        """Give what is heard; all spans are in the code points of the text.

        Args:
            text: the document's.
            sentences: all of the document, in order.
        """
        ...
