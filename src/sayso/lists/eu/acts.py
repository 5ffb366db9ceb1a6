"""The legal acts behind an EU entry: the newest that touched it, and those of its names."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element  # the type alone: parsing is reading/xml.py's

from sayso.lists.eu.told import told
from sayso.model.lists import ListedAct


def acts_of(parts: Iterable[Element]) -> tuple[ListedAct, ...]:
    """Give the acts that the elements of one entry name, newest first, each once.

    `regulation` is the act that touched the entry last, told with programme, author and entry
    into force; the `regulationSummary` of a name, birth or address is the act that touched that,
    told by number, date and address alone. What was published on one day keeps the file's order;
    an act without a date comes last.
    """
    whole = list(parts)
    acts: dict[tuple[str, str | None], ListedAct] = {}
    for act in (*_regulations(whole), *_summaries(whole)):
        acts.setdefault((act.title, act.published), act)
    return tuple(sorted(acts.values(), key=lambda act: act.published or "", reverse=True))


def _regulations(parts: Iterable[Element]) -> Iterator[ListedAct]:
    for element in (e for part in parts for e in part.iterfind("regulation")):
        kind = (told(element, "organisationType"), told(element, "regulationType"))
        address = " ".join((element.findtext("publicationUrl") or "").split())
        yield ListedAct(
            title=told(element, "numberTitle") or "without number",
            kind=" ".join(word for word in kind if word) or None,
            published=told(element, "publicationDate"),
            in_force=told(element, "entryIntoForceDate"),
            programme=told(element, "programme"),
            address=address or None,
        )


def _summaries(parts: Iterable[Element]) -> Iterator[ListedAct]:
    for element in (e for part in parts for e in part.iter("regulationSummary")):
        yield ListedAct(
            title=told(element, "numberTitle") or "without number",
            kind=told(element, "regulationType"),
            published=told(element, "publicationDate"),
            address=told(element, "publicationUrl"),
        )
