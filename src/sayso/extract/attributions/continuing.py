"""Gives quotations that reach beyond a sentence, or fill the next ones, to who says them."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.extract.attributions.attributed import Attributed, Spans
from sayso.model.ids import Span

_MARKS: Final = "“”«»„\"'`‘’ "
_STOPS: Final = " \n.,:;—–-"
#: A quotation of fewer words is a word set off, no sentence that goes on.
_FEWEST_WORDS: Final = 3


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a text, in order, and where its sentences stand."""

    text: str
    quoted: Sequence[Span]
    sentences: Sequence[Span]

    def sentence_at(self, place: int) -> Span | None:
        """Give the sentence that begins at or before a place, the last of them."""
        number = bisect_right([s.start for s in self.sentences], place) - 1
        return self.sentences[number] if number >= 0 else None

    def is_bare(self, start: int, end: int) -> bool:
        """Say whether nothing but white space lies between two places."""
        return start <= end and not self.text[start:end].strip()

    def is_sentence(self, quotation: Span) -> bool:
        """Say whether a quotation begins like a sentence, and is more than a word set off."""
        words = quotation.of(self.text).strip(_MARKS)
        begins = words[:1].isupper() or not words[:1].isalpha()
        return begins and len(words.split()) >= _FEWEST_WORDS


def continued(page: Quotations, found: Sequence[Attributed]) -> tuple[Attributed, ...]:
    """Give attributions with the whole of each quotation that is theirs, in their order.

    A quotation that no cue brings in is that of the cue beside it which has no content yet, else
    it goes on with the one before it. What then has no content is no attribution.
    """
    owners = {q: n for q in range(len(page.quoted)) if (n := _owner(page, found, q)) is not None}
    waiting = [n for n, one in enumerate(found) if not one.content]
    for q, quotation in enumerate(page.quoted):
        if q in owners:
            continue
        told = waiting if page.is_sentence(quotation) else ()
        beside = next((n for n in told if _is_beside(page, found[n], quotation)), None)
        before = owners.get(q - 1)
        if beside is not None:
            owners[q] = beside
        elif before is not None and _goes_on(page, found[before], q):
            owners[q] = before
    return _with_quotations(page, found, owners)


def _with_quotations(
    page: Quotations, found: Sequence[Attributed], owners: Mapping[int, int]
) -> tuple[Attributed, ...]:
    more: dict[int, list[Span]] = {}
    for q, n in owners.items():
        more.setdefault(n, []).append(page.quoted[q])
    full = (
        replace(one, content=_joined((*one.content, *more.get(n, ()))))
        for n, one in enumerate(found)
    )
    return tuple(one for one in full if one.content)


def _owner(page: Quotations, found: Sequence[Attributed], q: int) -> int | None:
    """Give the first attribution that says some of a quotation and whose cue is not in it."""
    quotation = page.quoted[q]
    for n, one in enumerate(found):
        outside = not any(span.overlaps(quotation) for span in one.cue)
        if outside and any(span.overlaps(quotation) for span in one.content):
            return n
    return None


def _is_beside(page: Quotations, one: Attributed, quotation: Span) -> bool:
    """Say whether a quotation is the sentence before or after a cue: "“Is it so?” she asked."."""
    first = min(span.start for span in (*one.cue, *one.source))
    last = max(span.end for span in (*one.cue, *one.source))
    sentence = page.sentence_at(first)
    if quotation.end <= first:
        return page.is_bare(quotation.end, first)
    return sentence is not None and page.is_bare(max(last, sentence.end), quotation.start)


def _goes_on(page: Quotations, one: Attributed, q: int) -> bool:
    """Say whether a quotation follows on the sentence of the one before and of its cue."""
    before, quotation = page.quoted[q - 1], page.quoted[q]
    last = max(before.end, *(span.end for span in (*one.cue, *one.source)))
    if last > quotation.start:
        return False
    sentence = page.sentence_at(last - 1)
    end = last if sentence is None else max(last, sentence.end)
    if page.is_bare(end, quotation.start):
        return page.is_sentence(quotation)
    return not _between(page.text, before, quotation, one).strip(_STOPS)


def _between(text: str, before: Span, quotation: Span, one: Attributed) -> str:
    """Give what stands between two quotations beside the cue and its source."""
    words = list(text[before.end : quotation.start])
    for span in (*one.cue, *one.source):
        for place in range(max(span.start, before.end), min(span.end, quotation.start)):
            words[place - before.end] = " "
    return "".join(words)


def _joined(spans: Iterable[Span]) -> Spans:
    """Give spans in order, those that touch as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
