"""Finds all that a text ascribes to somebody."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.extract.attributions.attributed import Attributed, Draft, spelled
from sayso.extract.attributions.continuing import Quotations, continued
from sayso.extract.attributions.nouns import read_nouns
from sayso.extract.attributions.page import Page, pages, quotations
from sayso.extract.attributions.phrases import read_phrases
from sayso.extract.attributions.verbs import read_verbs
from sayso.extract.grammar.syntax import Sentence
from sayso.model.ids import Span


def find_attributions(text: str, sentences: Sequence[Sentence]) -> tuple[Attributed, ...]:
    """Give the attributions of a text in the order of their cues, those inside others too.

    Args:
        text: of the document.
        sentences: parsed, in order; headings may be among them.
    """
    quoted = tuple(quotations(text))
    found = [
        spelled(page.sentence, draft)
        for page in pages(sentences, quoted)
        for draft in _drafts(page)
    ]
    places = [s.passage.span for s in sentences]
    whole = continued(Quotations(text, quoted, places), found)
    return tuple(sorted(whole, key=lambda a: (a.cue[0], a.content[0])))


def _drafts(page: Page) -> Iterator[Draft]:
    """Give what a sentence ascribes, a word in one cue at most: the longest that has it."""
    found = [*read_verbs(page), *read_phrases(page), *read_nouns(page)]
    taken: set[int] = set()
    for draft in sorted(found, key=lambda d: (-len(d.cue), d.head.index)):
        if draft.cue and not draft.cue & taken:
            taken |= draft.cue
            yield draft


def outermost(found: Sequence[Attributed], quoted: Iterable[Span]) -> tuple[Attributed, ...]:
    """Give the attributions that are the text's own: in no quotation, and told by no other."""
    inside = list(quoted)
    kept = []
    for one in found:
        cue = one.cue[0]
        others = (s for other in found if other is not one for s in other.content)
        if not any(s.contains(cue) for s in others) and not any(q.contains(cue) for q in inside):
            kept.append(one)
    return tuple(kept)
