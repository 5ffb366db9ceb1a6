"""A claim that the encoder does not read so waits in review; one that it reads so does not."""

from sayso.model.ids import Span

TEXT = "The Kandor Front attacked the Zarnawa Council in Brenna."
FRONT, COUNCIL, VERB = (
    Span(TEXT.index(words), TEXT.index(words) + len(words))
    for words in ("Kandor Front", "Zarnawa Council", "attacked")
)
