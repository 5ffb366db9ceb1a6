"""Links by the UN's own reference, where a national list keeps it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sayso.model.ids import EntryId
from sayso.model.lists import EntryHistory, ListEntry
from sayso.model.oversight import LinkKind
from sayso.states.linking.links import ExactLinks, Link, Lists, joined
from sayso.states.linking.names import NameForms, common_name

#: Two letters of the regime, "i" or "e", a point, three digits.
_REFERENCE: Final = re.compile(r"[A-Z]{2}[ie]\.\d{3}", re.ASCII)
#: How remarks of the EU's list state the UN's date: "UNLI-06.03.2018", "Date of designation
#: referred to in Article 7e(e): 14.5.2019".
_UN_DATE: Final = re.compile(
    r"(?:UNLI\s*-?\s*|[Dd]ate of designation referred to in Article [\w() ]{1,20}:?\s*)"
    r"(\d{1,2})\.(\d{1,2})\.(\d{4})",
    re.ASCII,
)


def links_by_reference(lists: Lists, forms: NameForms) -> ExactLinks:
    """Give the links by UN reference; white space in one counts for nothing, and nothing is mended.

    A reference is evidence, not proof: it ties where a name of both entries agrees, or else the
    day of listing, which is not enough where one reference stands on several entries.
    """
    told, questions = _told(lists, forms)
    links = []
    for reference, bearers in sorted(told.items()):
        for entry, field in sorted(bearers.items()):
            link = _link(lists, (reference, entry, field), forms, alone=len(bearers) == 1)
            shared = ", ".join(sorted(bearers))
            doubled = f"reference {reference} stands on {len(bearers)} entries: {shared}"
            more = () if len(bearers) == 1 else (doubled,)
            if link is not None:
                links.append(replace(link, questions=(*link.questions, *more)))
            else:
                name = lists.un[reference].newest.name
                near = _of_other_regimes(reference, lists.national[entry], lists, forms)
                odd = f"reference {reference} stands on it, and is that of {name}"
                questions[entry] += [f"{odd}, whose names differ{near}", *more]
    return ExactLinks(
        links=joined(links), questions={entry: tuple(words) for entry, words in questions.items()}
    )


def _told(
    lists: Lists, forms: NameForms
) -> tuple[dict[str, dict[EntryId, str]], dict[EntryId, list[str]]]:
    """Give which national entries state each UN reference, and how; and what others raise."""
    told: dict[str, dict[EntryId, str]] = defaultdict(dict)
    questions: dict[EntryId, list[str]] = defaultdict(list)
    for entry, history in lists.national.items():
        for text in _references(history):
            squeezed = "".join(text.split())
            if squeezed in lists.un:
                told[squeezed][entry] = text
            else:
                questions[entry].append(_unknown(squeezed, history, lists, forms))
    return told, questions


def _references(history: EntryHistory) -> tuple[str, ...]:
    stated = (text for wording in history.wordings for text in wording.entry.un_references)
    return tuple(dict.fromkeys(stated))


def _unknown(reference: str, history: EntryHistory, lists: Lists, forms: NameForms) -> str:
    if not _REFERENCE.fullmatch(reference):
        return f"{reference!r} is no reference as the UN writes them; it is not completed here"
    near = _of_other_regimes(reference, history, lists, forms)
    return f"no release of the UN list that is held has the reference {reference}{near}"


def _of_other_regimes(reference: str, history: EntryHistory, lists: Lists, forms: NameForms) -> str:
    """Tell whose reference it may be with another regime's letters before the same number."""
    others = (key for key in lists.un if key[2:] == reference[2:] and key != reference)
    like = [key for key in others if common_name(lists.un[key], history, forms) is not None]
    return f"; a name agrees with {', '.join(like)}, of another regime" if like else ""


def _link(
    lists: Lists, told: tuple[str, EntryId, str], forms: NameForms, *, alone: bool
) -> Link | None:
    reference, entry, text = told
    un, national = lists.un[reference], lists.national[entry]
    days = {d for w in un.wordings if (d := w.entry.listed_on) is not None}
    reasons = [f"reference {text!r} stands on it"]
    name = common_name(un, national, forms)
    if name is not None:
        reasons.append(f"a name agrees: {name}")
    own = {d for w in national.wordings if (d := w.entry.listed_on) is not None}
    if own & days:
        reasons.append(f"the day of listing agrees: {min(own & days)}")
    if name is None and not (alone and own & days):
        return None
    stated = {day for w in national.wordings for day in un_dates_in(w.entry)}
    reasons += [f"it states the UN's date: {day}" for day in sorted(stated & days)]
    listed = " and ".join(sorted(days)) or "no day"
    odd = [f"it states {day} as the UN's date; the UN's list has {listed}" for day in stated - days]
    return Link(
        reference=reference,
        entry=entry,
        kind=LinkKind.EXACT,
        reasons=tuple(reasons),
        questions=tuple(sorted(odd)),
    )


def un_dates_in(entry: ListEntry) -> Iterator[str]:
    """Give the ISO days that an entry states as those of the UN's listing."""
    for text in (entry.remarks or "", *(act.title for act in entry.acts)):
        for day, month, year in _UN_DATE.findall(text):
            yield f"{year}-{int(month):02}-{int(day):02}"
