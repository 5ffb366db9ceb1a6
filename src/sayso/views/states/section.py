"""The brief's section on implementation by Member States, in the manner of expert reports."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.model.briefs import Brief, BriefLine, Paragraph, Section
from sayso.model.oversight import (
    Difference,
    DifferenceKind,
    Implementation,
    Obligation,
    Oversight,
    Proof,
    StateModel,
    StateRecord,
)
from sayso.model.vocabulary import LagStatus, Measure, TranspositionModel
from sayso.views.annexes.lags import lags_annex
from sayso.views.naming import counted, in_words, one_line
from sayso.views.recorded.told import Notes, Telling, cited_as
from sayso.views.states.page import Replies, StateFile
from sayso.views.states.text import figures_of
from sayso.views.states.words import (
    DAY,
    MEASURE_WORDS,
    OUTSIDE_MEANS,
    duration_words,
    is_undated,
    is_unknown,
    lag_in_prose,
    measures_words,
)
from sayso.views.wording.texts import texts_of

HEADING: Final = "Implementation by Member States"
#: Places that a sentence about many cells cites, at most; `sayso states` shows all of them.
MOST_CITED: Final = 3
#: Hours that a lag may leave open to be told as one.
MOST_OPEN_H: Final = 31 * DAY
#: How many were carried out in which time, in the words of a sentence.
_IN_TIME: Final = {
    LagStatus.AUTOMATIC: "{} by the law itself",
    LagStatus.WITHIN_24H_PROVEN: "{} within 24 hours",
    LagStatus.WITHIN_24H_POSSIBLE: "{} possibly within 24 hours",
    LagStatus.LATE: "{} more than 24 hours after the listing",
}
_LAWS: Final[Mapping[TranspositionModel, str]] = {
    TranspositionModel.AUTOMATIC: "a listing holds at once by the law of {}, which refers to the "
    "UN list",
    TranspositionModel.LIST_BASED: "{} takes each listing up by an act or a list of its own",
    TranspositionModel.AD_HOC: "{} decides on each listing by itself",
    TranspositionModel.UNKNOWN: "how the law of {} takes up UN listings is not known here",
}
#: To whom the Charter addresses its obligations.
_CHARTER: Final = Proof(
    document=None,
    title="Charter of the United Nations",
    locator="Article 48, paragraph 1",
    text="The action required to carry out the decisions of the Security Council for the "
    "maintenance of international peace and security shall be taken by all the Members of the "
    "United Nations or by some of them, as the Security Council may determine.",
    address="https://legal.un.org/repertory/art48.shtml",
)
#: States whose names take an article.
_WITH_ARTICLE: Final = re.compile(
    r"^United |^Central African|^Dominican|Islands$|Republic$|Union$|Emirates$|Territories$"
    r"|^(?:Netherlands|Philippines|Bahamas|Maldives|Comoros|Gambia|Seychelles)$"
)
_LIMITS: Final = (
    (
        "Of Member States, “unknown” means that nothing held shows whether a measure was carried "
        "out: it is not non-compliance, and no State is said here to be non-compliant."
    ),
    (
        "Lags run from the day of listing to the earliest evidence held; days without an hour can "
        "never prove that a measure was carried out within 24 hours."
    ),
    (
        "What is said of Member States was computed from the lists and documents named under "
        "Sources; no person has signed for it, so that the brief stays a draft."
    ),
)


def with_states(brief: Brief, files: Sequence[StateFile], seen: Oversight) -> Brief:
    """Give a brief with the section after its others; it is then a draft.

    Args:
        brief: as composed from what documents say.
        files: of the states that it is to tell of, in order.
        seen: what they rest on.
    """
    notes = Notes(brief.footnotes)
    written = [lines for lines in _written(notes, files, seen) if lines]
    annex = lags_annex([file.line for file in files], texts_of(brief.language))
    first = 1 + max((p.number for s in brief.sections for p in s.paragraphs), default=0)
    paragraphs = tuple(Paragraph(number=n, lines=lines) for n, lines in enumerate(written, first))
    section = (Section(heading=HEADING, paragraphs=paragraphs),) if paragraphs else ()
    return replace(
        brief,
        sections=(*brief.sections, *section),
        footnotes=tuple(notes.given),
        sources=(*brief.sources, *notes.cited),
        limits=(*brief.limits, *_LIMITS, *seen.limits),
        reviewed=False,
        annexes=(*brief.annexes, *([] if annex is None else [annex])),
    )


def _written(
    notes: Notes, files: Sequence[StateFile], seen: Oversight
) -> Iterator[tuple[BriefLine, ...]]:
    yield tuple(_scope(notes, seen))
    told = {file.line.state: file for file in files}
    for file in files:
        union = None if file.via is None else told.get(file.via[0])
        yield tuple(_state(notes, file, union))


def _scope(notes: Notes, seen: Oversight) -> Iterator[BriefLine]:
    """Say what binds, and what the section rests on."""
    standing = [one for one in seen.obligations if one.ended is None]
    if not standing:
        return
    entries = len({one.reference for one in standing})
    newest = max(standing, key=lambda one: one.due.latest)
    yield notes.line(
        f"As of {in_words(seen.as_of).removeprefix('on ')}, {entries:,} entries of the "
        f"Consolidated List bound Member States to {len(standing):,} measures; the newest, "
        f"{_entry(newest)}, was listed {in_words(newest.due.stated)}.",
        [newest.proof],
    )
    yield notes.line(
        "What follows was taken from published lists, acts and documents, and not from an inquiry "
        "with the States concerned; where nothing held shows whether a measure was carried out, it "
        "is called unknown, which is not non-compliance.",
        [newest.proof],
    )


def _entry(one: Obligation) -> str:
    return f"{one_line(one.name)} ({one.reference})"


def _state(notes: Notes, file: StateFile, union: StateFile | None) -> Iterator[BriefLine]:
    """Tell of one state: its law, what it carried out and when, how it differs, what it says.

    Of a member of whom no more is known than of its union, which is told of too, that is said.
    """
    if file.line.is_outside:
        yield notes.line(f"{_opened(_named(file))} is {OUTSIDE_MEANS}.", [_CHARTER])
    yield from _law(notes, file)
    if union is not None and figures_of(file.line) == figures_of(union.line):
        told = f"Of {_named(file)} no more is known than of the acts of {_named(union)}, told here."
        yield notes.line(told, [union.standing()[0].obligation.proof])
    else:
        yield from _carried_out(notes, file)
        yield from _longest(notes, file)
        yield from _missing(notes, file)
        yield from _unknown(notes, file)
        yield from _differing(notes, file)
    given = {reply.id for reply in _answers(file)}
    given |= {one.transposition.source for one in file.missing() if one.transposition is not None}
    yield from Telling(notes, file.told, _named(file)).lines(frozenset(given))


def _law(notes: Notes, file: StateFile) -> Iterator[BriefLine]:
    """Tell how the state's law takes listings up: of which measures and regimes, since when."""
    if file.model is None:
        return
    model, via = file.model, file.via
    if via is not None and model.state != file.line.state:
        yield notes.line(f"In {_named(file)}, acts of the {via[1]} hold.", [model.proof])
        return
    since = "" if model.since is None else f"since {in_words(model.since).removeprefix('on ')}, "
    told = f"{_scope_of(model)}{since}{_LAWS[model.model].format(_named(file))}"
    if via is not None:
        told += f"; acts of the {via[1]} hold there too"
    if file.members:
        told += f"; its acts hold for its {len(file.members)} members"
    yield notes.line(f"{_opened(told)}.", [model.proof])


def _scope_of(model: StateModel) -> str:
    """Say of which measures and regimes the law is known to be so, where it is not of all."""
    measures = "" if set(model.measures) == set(Measure) else measures_words(model.measures)
    names = _listed(model.regimes) if model.regimes else ""
    regimes = f"the {names} regime{'' if len(model.regimes) == 1 else 's'}" if names else ""
    if not measures:
        return f"for {regimes}, " if regimes else ""
    return f"for the {measures}{' under ' if regimes else ''}{regimes}, "


def _named(file: StateFile) -> str:
    """Give a state's name as it stands inside a sentence: "Japan", "the Netherlands"."""
    name = file.line.name
    return f"the {name}" if _WITH_ARTICLE.search(name) else name


def _opened(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _carried_out(notes: Notes, file: StateFile) -> Iterator[BriefLine]:
    standing = file.standing()
    counts = [(words, _with(standing, status)) for status, words in _IN_TIME.items()]
    counts.append(("{} at a time that is not known", [o for o in standing if is_undated(o)]))
    counts = [(words, found) for words, found in counts if found]
    done, of = sum(len(found) for _, found in counts), file.line.obligations
    if done:
        told = [words.format(f"{len(found):,}") for words, found in counts]
        share = (
            f"{done:,} of {of:,} measures ({100 * done / of:.0f} per cent)"
            if of
            else counted(done, "measure")
        )
        how = f": {_listed(told)}" if len(told) > 1 else f", {counts[0][0].format('all')}"
        yield notes.line(
            f"{_opened(_named(file))} is shown to have carried out {share}{how}.",
            _cited(one for _, found in counts for one in found[:1]),
        )


def _with(cells: Iterable[Implementation], status: LagStatus) -> list[Implementation]:
    return [one for one in cells if one.status is status]


def _listed(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _cited(cells: Iterable[Implementation]) -> list[Proof]:
    """Give the places that a sentence about several cells cites: the state's, or else the UN's."""
    found: dict[Proof, None] = {}
    for one in cells:
        own = () if one.transposition is None else one.transposition.proofs[:1]
        found |= dict.fromkeys(own or (one.obligation.proof,))
    return list(found)[:MOST_CITED]


def _longest(notes: Notes, file: StateFile) -> Iterator[BriefLine]:
    """Tell the median lag and the longest, with what that one may overstate."""
    median, worst = file.line.median_lag, file.line.worst_lag
    known = [one for one in file.implementations if one.lag is not None]
    one = next((one for one in known if one.lag == worst), None)
    if one is None or median is None or worst is None:
        return
    act = one.transposition
    proofs = [one.obligation.proof, *(() if act is None else act.proofs[:1])]
    if median[1] - median[0] > MOST_OPEN_H:
        yield notes.line(
            f"Of {counted(len(known), 'measure')} the time from listing to act is known, and not "
            f"closely: at the median the dates held leave {(median[1] - median[0]) / DAY:,.0f} "
            "days open.",
            proofs,
        )
        return
    beyond = "" if act is None or act.overstates is None else f" It may be less: {act.overstates}."
    what = f"the {MEASURE_WORDS[one.obligation.measure]} on {_entry(one.obligation)}"
    told = f"For {what}, the time from listing to act lay {lag_in_prose(worst)}."
    if len(known) > 1:
        ended = any(cell.obligation.ended is not None for cell in known)
        among = ", some of them on entries delisted since," if ended else ""
        told = (
            f"Of {len(known):,} measures{among} the time from listing to act is known: the median "
            f"lay {lag_in_prose(median)}; the longest, for {what}, {lag_in_prose(worst)}."
        )
    yield notes.line(f"{told}{beyond}", proofs)


def _missing(notes: Notes, file: StateFile) -> Iterator[BriefLine]:
    missing = file.missing()
    if missing:
        entries = list(dict.fromkeys(_entry(one.obligation) for one in missing))
        more = f" and {len(entries) - MOST_CITED:,} more" if len(entries) > MOST_CITED else ""
        said = f"{counted(len(missing), 'measure')} {'is' if len(missing) == 1 else 'are'}"
        named = f"{', '.join(entries[:MOST_CITED])}{more}"
        telling = Telling(notes, file.told, _named(file))
        sources = {one.transposition.source for one in missing if one.transposition is not None}
        records = [record for record in file.records if record.id in sources]
        yield notes.line(
            f"Documents say that {said} not carried out, on {named}.",
            list(map(cited_as, records[:MOST_CITED])) or _cited(missing),
        )
        for record in records:
            yield telling.record(record)
        yield from map(telling.reply, _answers(file))


def _answers(file: StateFile) -> tuple[StateRecord, ...]:
    """Give what the state replied to what is said not to be carried out, each once."""
    replies = Replies(file.records)
    return tuple({r.id: r for one in file.missing() for r in replies.to(one)}.values())


def _unknown(notes: Notes, file: StateFile) -> Iterator[BriefLine]:
    unknown = [one for one in file.standing() if is_unknown(one)]
    if not unknown:
        return
    waiting = f"{file.line.to_confirm:,} of these" if file.line.to_confirm else ""
    named = (
        f" For {waiting}, an entry of a like name waits for a person to judge." if waiting else ""
    )
    yield notes.line(
        f"Of {len(unknown):,} measures it is unknown whether {_named(file)} carried them out: "
        f"nothing held shows it, which is not non-compliance.{named}",
        [unknown[0].obligation.proof],
    )


def _differing(notes: Notes, file: StateFile) -> Iterator[BriefLine]:
    still = [d for d in file.differences if d.kind is DifferenceKind.STILL_LISTED]
    others = [d for d in file.differences if d.kind is not DifferenceKind.STILL_LISTED]
    if still and still[0].proofs:
        told = _listed([_still(one) for one in still[:MOST_CITED]])
        more = f", among them {told}" if len(still) > MOST_CITED else f": {told}"
        yield notes.line(
            f"The list still had {counted(len(still), 'entry')} that the United Nations had "
            f"delisted{more}.",
            [proof for one in still[:MOST_CITED] for proof in one.proofs[:1]],
        )
    if others and others[0].proofs:
        number = f"{len(others):,} difference{'' if len(others) == 1 else 's'}"
        entries = len({one.reference for one in others})
        yield notes.line(
            f"Beside the United Nations' entries, {number} "
            f"{'was' if len(others) == 1 else 'were'} found, in {counted(entries, 'entry')}; each "
            "is a question to be looked at, and not a fault.",
            [proof for one in others[:MOST_CITED] for proof in one.proofs[:1]],
        )


def _still(one: Difference) -> str:
    stood = one.for_at_least
    return one.reference + ("" if stood is None else f" (for at least {duration_words(stood)})")
