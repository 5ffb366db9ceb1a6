"""Cuts a stretch of text into sentences by rule, in one pass."""

import re
from collections.abc import Iterator

from sayso.model.ids import Span


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: A longer sentence is cut at a semicolon or white space; characters.
MAX_SENTENCE = 1_500
#: Nothing is cut inside parentheses shorter than this; characters.
_MAX_PARENTHESIS = 300

#: Function words that begin sentences and almost never follow a title, an initial or "U.S.".
_STARTERS = _words(
    "A According After All Although An And As At Because Before Both But By During Each Every For "
    "From He Her Here His However I If In It Its Many Meanwhile Moreover Most Neither Nobody None "
    "Nor On One Or Our She Since So Some Such That The Their Then There These They This Those "
    "Though Under Until We What When Where Whether While Who With Yet You"
)
#: Never the last word of a sentence.
_NEVER_LAST = _words(
    "adm amb brig capt cf cmdr col comdr cpl dr e.g f.k.a gen gov hon i.e insp lt maj messrs mr "
    "mrs ms mt pres prof pvt rep ret rev sen sgt st supt viz vs a.k.a q.v"
)
#: Abbreviations only when a number follows.
_BEFORE_NUMBER = _words(
    "art arts ch doc fig figs no nos p para paras pp pt reg res sec sect vol "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
#: Last in a sentence only when a starter follows.
_SELDOM_LAST = _words("al approx assn bros ca co corp dept est etc inc jr ltd sr")

_MARKS, _FULL_MARKS, _BREAKS = ".!?…", "。！？｡؟۔", "\n\r\f\u2029"
_CLOSERS = "\"'”’»›)\\]}」』】）"
_OPENERS = "([{“\"‘'«"
#: One character class in front keeps the search fast: nothing else is looked at in most text.
_STOP = re.compile(
    rf"[{_MARKS}{_FULL_MARKS}{_BREAKS}](?:(?<![{_BREAKS}])[{_MARKS}{_FULL_MARKS}]*+[{_CLOSERS}]*+)?"
)
#: A blank line that does not tear a sentence apart.
_GAP = re.compile(
    r"(?:(?:\r\n|[\n\r])[ \t]*(?:\r\n|[\n\r])|[\f\u2029])(?!\s{0,20}+(?:[a-zа-яё]{2}(?!-)|[,;)]))"
)
#: The number of a footnote right after a stop.
_NOTE_NUMBER = re.compile(r"(?<=[.”’\"])\d{1,3}(?=\s)")
#: The next sentence right after a stop, where a space was lost.
_GLUED = re.compile(rf"(?<=[^\W\d_A-Z]{{3}}\.)(?:{'|'.join(sorted(_STARTERS))})\s")
_NEXT_WORD = re.compile(r"\s*[\"'“‘«(\[]*([^\s\"'”’»)\]]{0,40})")
#: The first letter after a stop, in a text without capitals.
_AFTER_STOP = re.compile(rf"([{_MARKS}][{_CLOSERS}]*\s+[{_OPENERS}]*)([^\W\d_])")
_LETTERED = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[^\W\d_]|[IVXLC]+)\)?")
_LOWER_ARTICLE = re.compile(r"(?:al|an|ar|as|at|el|ul)-[A-Z]")
#: The letters of a United Nations list reference ("QDe" of "QDe.132").
_LIST_LETTERS = re.compile(r"[A-Z]{2}[ie]")
_BRACKET = re.compile(r"[()\[\]]")
_LOOK_BACK = 24


def sentences(text: str, within: Span) -> Iterator[Span]:
    """Give the sentences of a stretch, in order, without the white space around them.

    Every character of the stretch that is not white space lies in exactly one of them.
    """
    start = within.start
    for end in _ends(text, within):
        yield from _pieces(text, start, end)
        start = end
    yield from _pieces(text, start, within.end)


def _ends(text: str, within: Span) -> Iterator[int]:
    text = _as_with_capitals(text, within)
    shelter = _Shelter(text, within)
    start = within.start
    for stop in _STOP.finditer(text, within.start, within.end):
        end = _end_at(text, stop, start, within.end)
        if end is not None and (stop[0][0] in _BREAKS or not shelter.covers(end)):
            yield end
            start = end


def _as_with_capitals(text: str, within: Span) -> str:
    """Give a text whose stretch has capitals after its stops, where it has no others or no else.

    Only the rules see it: in a text without capitals a small letter does not say that it goes on.
    """
    stretch = within.of(text)
    if not stretch.islower() and not stretch.isupper():
        return text
    shown = _AFTER_STOP.sub(lambda m: m[1] + m[2].upper(), stretch.lower())
    return text[: within.start] + shown + text[within.end :] if len(shown) == len(stretch) else text


class _Shelter:
    """Short parentheses, inside which nothing is cut; asked with rising positions only."""

    def __init__(self, text: str, within: Span) -> None:
        opened: list[int] = []
        pairs: list[tuple[int, int]] = []
        for bracket in _BRACKET.finditer(text, within.start, within.end):
            if bracket[0] in "([":
                opened.append(bracket.start())
            elif opened:
                first = opened.pop()
                if bracket.start() - first < _MAX_PARENTHESIS:
                    pairs.append((first, bracket.start()))
        self._pairs = sorted(pairs, reverse=True)
        self._until = -1

    def covers(self, position: int) -> bool:
        while self._pairs and self._pairs[-1][0] < position:
            self._until = max(self._until, self._pairs.pop()[1])
        return position <= self._until


def _end_at(text: str, stop: re.Match[str], start: int, end: int) -> int | None:
    """Give where the sentence ends at a stop or a blank line; None where it goes on.

    Args:
        text: the whole text.
        stop: the stop with the quotation marks and brackets after it, or a line break.
        start: of the sentence.
        end: of the stretch.
    """
    mark = stop[0]
    if mark[0] in _BREAKS:
        gap = _GAP.match(text, stop.start(), end)
        return None if gap is None else gap.end()
    if mark[0] in _FULL_MARKS:
        return stop.end()
    before = text[max(start, stop.start() - _LOOK_BACK) : stop.start()].split()
    has_word = bool(before) and not text[stop.start() - 1].isspace()
    last = before[-1].rpartition("/")[2].lstrip(_OPENERS) if has_word else ""
    if stop.end() < end and not text[stop.end()].isspace():
        return _end_without_space(text, stop, last, end)
    alone = stop.start() - start < _LOOK_BACK and len(before) <= 1
    following = _NEXT_WORD.match(text, stop.end(), end)
    coming = following[1] if following else ""
    return stop.end() if _plain_stop_ends(mark, last, coming, alone=alone) else None


def _end_without_space(text: str, stop: re.Match[str], last: str, end: int) -> int | None:
    """Give where a sentence ends that a footnote's number or the next sentence follows at once."""
    if last.lower() in _BEFORE_NUMBER or _LIST_LETTERS.fullmatch(last) or "@" in last:
        return None
    number = _NOTE_NUMBER.match(text, stop.end(), end)
    if number is not None and last.isalpha():
        return number.end()
    return stop.end() if _GLUED.match(text, stop.end(), end) else None


def _plain_stop_ends(mark: str, last: str, coming: str, *, alone: bool) -> bool:
    """Decide by the word before a stop and the word after it.

    Args:
        mark: the stop itself with what closes after it.
        last: the word before it; empty after white space.
        coming: the word after it; empty at the end of the stretch.
        alone: nothing else stands before it in the sentence.
    """
    goes_on = coming[:1].islower() and not _LOWER_ARTICLE.match(coming)
    if goes_on or (alone and not last):
        return False
    if not last:
        return not mark.startswith(("..", "…")) and coming[:1] not in {".", "…"}
    if alone and _ENUMERATOR.fullmatch(last):
        return False
    return not mark.startswith(".") or _word_may_be_last(last.lower(), coming)


def _word_may_be_last(last: str, coming: str) -> bool:
    if last in _NEVER_LAST:
        return False
    if last in _BEFORE_NUMBER:
        return not any(map(str.isdigit, coming))
    if last in _SELDOM_LAST or _LETTERED.fullmatch(last):
        return coming in _STARTERS or not coming
    return True


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Give a sentence without the white space around it, in bounded lengths."""
    while True:
        while start < end and text[start].isspace():
            start += 1
        if end - start <= MAX_SENTENCE:
            break
        cut = _cut_in(text, start, start + MAX_SENTENCE)
        yield _trimmed(text, start, cut)
        start = cut
    if start < end:
        yield _trimmed(text, start, end)


def _cut_in(text: str, start: int, end: int) -> int:
    """Give where to cut a stretch that is too long: semicolon, else white space, else its end."""
    middle = (start + end) // 2
    semicolon = text.rfind("; ", middle, end)
    if semicolon >= 0:
        return semicolon + 1
    spaces = [text.rfind(space, middle, end) for space in " \n\t\u00a0"]
    return max(spaces) + 1 if max(spaces) >= 0 else end


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
