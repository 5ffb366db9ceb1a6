"""Runs of a text by the direction of their script."""

import re
from collections.abc import Iterator

#: Letters that run from right to left, with what stands between them.
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
RTL_RUN = re.compile(f"[{_RTL}](?:[{_RTL}\\s\u200c\u200d.,،؛:-]*[{_RTL}])?")
#: Characters that only turn the direction of what follows.
DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: What no paper can hold: XML refuses these.
_UNPRINTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def printable(text: str) -> str:
    """Give a text on one line, without what would turn its direction, and what is no text."""
    return " ".join(_UNPRINTED.sub("\ufffd", DIRECTION.sub("", text)).split())


def directed_runs(text: str) -> Iterator[tuple[str, bool]]:
    """Give the runs of a text in order, each with whether it is written from right to left."""
    place = 0
    for found in RTL_RUN.finditer(text):
        if found.start() > place:
            yield text[place : found.start()], False
        yield found.group(), True
        place = found.end()
    if place < len(text):
        yield text[place:], False


def isolated(text: str) -> str:
    """Give a text whose runs from right to left do not reorder what stands beside them."""
    return RTL_RUN.sub(lambda m: f"{_FIRST_STRONG_ISOLATE}{m.group()}{_POP_ISOLATE}", text)
