"""Links by a number that both lists give: of a paper, or of a ship."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from sayso.model.ids import EntryId
from sayso.model.lists import EntryHistory, ListEntry
from sayso.model.oversight import LinkKind
from sayso.states.linking.links import ExactLinks, Link, Lists, joined
from sayso.states.linking.names import NameForms, common_name

#: Shorter numbers, or with fewer digits, stand on too many papers.
_LEAST_SIGNS, _LEAST_DIGITS = 6, 5
_SIGN: Final = re.compile(r"[A-Z0-9]", re.ASCII)
#: What follows a number in its field: "R00012098, South Sudan".
_BEHIND: Final = re.compile(r"[,;(]")
_IMO: Final = re.compile(r"\bIMO(?:\s+number)?\s*(?:No\.?)?\s*:?\s*(\d{7})\b", re.IGNORECASE)

_ONE_WORD: Final = "beside the number a name of one word agrees alone"


def number_key(text: str) -> str | None:
    """Give a paper's number in capitals and digits alone; None where it tells too little.

    What stands behind it, after a comma, semicolon or bracket, is no part of it.
    """
    key = "".join(_SIGN.findall(_BEHIND.split(text.upper())[0]))
    digits = sum(sign.isdigit() for sign in key)
    return key if len(key) >= _LEAST_SIGNS and digits >= _LEAST_DIGITS else None


def links_by_number(lists: Lists, forms: NameForms) -> ExactLinks:
    """Give the links by the number of a paper or a ship, where a name agrees too.

    A number alone ties nothing: members of a family, and a ship's owners, share them.
    """
    bearers: dict[str, list[str]] = defaultdict(list)
    for reference, history in lists.un.items():
        for key in _numbers(history):
            bearers[key].append(reference)
    links: list[Link] = []
    questions: dict[EntryId, list[str]] = defaultdict(list)
    for entry, history in lists.national.items():
        for key, told in _numbers(history).items():
            for reference in bearers.get(key, ()):
                name = common_name(lists.un[reference], history, forms)
                if name is None:
                    questions[entry].append(f"{told} stands on {reference} too, whose names differ")
                else:
                    reasons = (f"{told} stands on both", f"a name agrees: {name}")
                    odd = () if len(forms.key(name)) > 1 else (f"{_ONE_WORD}: {name}",)
                    links.append(_link(reference, entry, reasons, odd))
    return ExactLinks(
        links=joined(links), questions={entry: tuple(words) for entry, words in questions.items()}
    )


def _link(
    reference: str, entry: EntryId, reasons: tuple[str, ...], questions: tuple[str, ...]
) -> Link:
    return Link(
        reference=reference,
        entry=entry,
        kind=LinkKind.EXACT,
        reasons=reasons,
        questions=questions,
    )


def _numbers(history: EntryHistory) -> dict[str, str]:
    """Give the keys of an entry's numbers, each with the words for it."""
    return {key: told for w in history.wordings for key, told in _numbers_of(w.entry)}


def _numbers_of(entry: ListEntry) -> Iterator[tuple[str, str]]:
    for paper in entry.documents:
        key = number_key(paper.number or "")
        if key is not None:
            yield key, f"the number {paper.number} of a paper"
    if entry.schema != "Person":
        ship = (entry.craft.imo,) if entry.craft is not None and entry.craft.imo else ()
        for number in dict.fromkeys((*ship, *_IMO.findall(entry.remarks or ""))):
            yield f"IMO {number}", f"the IMO number {number}"
