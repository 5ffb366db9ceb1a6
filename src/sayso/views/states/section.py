"""The brief's section on implementation by Member States, in the manner of expert reports."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.model.briefs import Brief, BriefLine, Footnote, Paragraph, Section
from sayso.model.ids import DocumentId
from sayso.model.oversight import (
    Difference,
    DifferenceKind,
    Implementation,
    Obligation,
    Oversight,
    Proof,
    RecordKind,
    StateRecord,
)
from sayso.model.vocabulary import LagStatus, TranspositionModel
from sayso.views.annexes.lags import lags_annex
from sayso.views.naming import counted, in_words, one_line, quote_whole
from sayso.views.states.page import Replies, StateFile
from sayso.views.states.text import told_words
from sayso.views.states.words import (
    DAY,
    MEASURE_WORDS,
    duration_words,
    is_undated,
    is_unknown,
    lag_in_prose,
    titled,
)
from sayso.views.wording.texts import texts_of

HEADING: Final = "Implementation by Member States"
#: Places that a sentence about many cells cites, at most; `sayso states` shows all of them.
MOST_CITED: Final = 3
#: Hours that a lag may leave open to be told as one.
MOST_OPEN_H: Final = 31 * DAY
#: Records told of one state, at most, the newest first; the rest are counted.
MOST_RECORDS: Final = 8
#: How many were carried out in which time, in the words of a sentence.
_IN_TIME: Final = {
    LagStatus.AUTOMATIC: "{} by the law itself",
    LagStatus.WITHIN_24H_PROVEN: "{} within 24 hours",
    LagStatus.WITHIN_24H_POSSIBLE: "{} possibly within 24 hours",
    LagStatus.LATE: "{} more than 24 hours after the listing",
}
_LAWS: Final[Mapping[TranspositionModel, str]] = {
    TranspositionModel.AUTOMATIC: "By the law of {}, which refers to the UN list, a listing holds "
    "at once.",
    TranspositionModel.LIST_BASED: "{} takes each listing up by an act or a list of its own.",
    TranspositionModel.AD_HOC: "{} decides on each listing by itself.",
    TranspositionModel.UNKNOWN: "How the law of {} takes up UN listings is not known here.",
}
#: States whose names take an article.
_WITH_ARTICLE: Final = re.compile(
    r"^United |^Central African|^Dominican|Islands$|Republic$|Union$|Emirates$"
    r"|^(?:Netherlands|Philippines|Bahamas|Maldives|Comoros|Gambia|Seychelles)$"
)
_KINDS: Final[Mapping[RecordKind, str]] = {
    RecordKind.IMPLEMENTATION_REPORT: "a report on implementation",
    RecordKind.ASSETS_FROZEN: "assets frozen",
    RecordKind.TRAVEL_EVENT: "travel",
    RecordKind.EXEMPTION_REQUEST: "a request for an exemption",
    RecordKind.ARMS_INCIDENT: "an incident under the arms embargo",
    RecordKind.FATF_RATING: "a rating by the FATF",
    RecordKind.RECOMMENDATION: "a recommendation",
    RecordKind.TRANSPOSITION: "an act that carries a listing out",
    RecordKind.REPLY: "a reply",
}
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


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, and what shows it."""

    text: str
    proofs: Sequence[Proof]


class Notes:
    """The footnotes of a brief in the making: one for each place that proves something."""

    def __init__(self, given: Sequence[Footnote]) -> None:
        self.given = list(given)
        self.cited: dict[str, None] = {}
        self._numbers: dict[Proof, int] = {}

    def line(self, told: Told) -> BriefLine:
        """Give a sentence with a footnote for each of its proofs."""
        kept = tuple(dict.fromkeys(told.proofs))
        numbers = tuple(map(self._number, kept))
        return BriefLine(text=told.text, claims=(), footnotes=numbers, proofs=kept)

    def _number(self, proof: Proof) -> int:
        known = self._numbers.get(proof)
        if known is not None:
            return known
        number = self._numbers[proof] = len(self.given) + 1
        self.cited[titled(proof.title)] = None
        self.given.append(
            Footnote(
                number=number,
                claim=None,
                words=proof.text,
                chain=(),
                document=titled(proof.title),
                publisher=None,
                published=None,
                locator=proof.locator,
                address=proof.address or "",
            )
        )
        return number


def with_states(brief: Brief, files: Sequence[StateFile], seen: Oversight) -> Brief:
    """Give a brief with the section after its others; it is then a draft.

    Sentences that rest on a document which the brief guards are left out and counted.

    Args:
        brief: as composed from what documents say.
        files: of the states that it is to tell of, in order.
        seen: what they rest on.
    """
    notes = Notes(brief.footnotes)
    annex = lags_annex([file.line for file in files], texts_of(brief.language))
    told = list(_written(files, seen))
    kept = [[one for one in lines if _may_be_told(one, brief.guarded)] for lines in told]
    left_out = sum(map(len, told)) - sum(map(len, kept))
    written = [tuple(map(notes.line, lines)) for lines in kept if lines]
    first = 1 + max((p.number for s in brief.sections for p in s.paragraphs), default=0)
    paragraphs = tuple(Paragraph(number=n, lines=lines) for n, lines in enumerate(written, first))
    section = (Section(heading=HEADING, paragraphs=paragraphs),) if paragraphs else ()
    return replace(
        brief,
        sections=(*brief.sections, *section),
        footnotes=tuple(notes.given),
        sources=(*brief.sources, *notes.cited),
        limits=(*brief.limits, *_LIMITS, *_left_out(left_out), *seen.limits),
        reviewed=False,
        annexes=(*brief.annexes, *([] if annex is None else [annex])),
    )


def _may_be_told(told: Told, guarded: frozenset[DocumentId]) -> bool:
    return guarded.isdisjoint(proof.document for proof in told.proofs)


def _left_out(count: int) -> Iterator[str]:
    if count:
        yield f"Sentences on Member States that rest on documents not public are left out: {count}."


def _written(files: Sequence[StateFile], seen: Oversight) -> Iterator[tuple[Told, ...]]:
    yield tuple(_scope(seen))
    for file in files:
        yield tuple(_state(file))


def _scope(seen: Oversight) -> Iterator[Told]:
    """Say what binds, and what the section rests on."""
    standing = [one for one in seen.obligations if one.ended is None]
    if not standing:
        return
    entries = len({one.reference for one in standing})
    newest = max(standing, key=lambda one: one.due.latest)
    yield Told(
        f"As of {in_words(seen.as_of).removeprefix('on ')}, {entries:,} entries of the "
        f"Consolidated List bound Member States to {len(standing):,} measures; the newest, "
        f"{_entry(newest)}, was listed {in_words(newest.due.stated)}.",
        [newest.proof],
    )
    yield Told(
        "What follows was taken from published lists, acts and documents, and not from an inquiry "
        "with the States concerned; where nothing held shows whether a measure was carried out, it "
        "is called unknown, which is not non-compliance.",
        [newest.proof],
    )


def _entry(one: Obligation) -> str:
    return f"{one_line(one.name)} ({one.reference})"


def _state(file: StateFile) -> Iterator[Told]:
    """Tell of one state: its law, what it carried out and when, how it differs, what it says."""
    yield from _law(file)
    yield from _carried_out(file)
    yield from _longest(file)
    yield from _missing(file)
    yield from _unknown(file)
    yield from _differing(file)
    yield from _documents(file)


def _law(file: StateFile) -> Iterator[Told]:
    if file.model is None:
        return
    model, via = file.model, file.via
    if via is not None and model.state != file.line.state:
        told = f"In {_named(file)}, acts of the {via[1]} hold."
    else:
        told = _opened(_LAWS[model.model].format(_named(file)))
        if model.since is not None:
            told = (
                f"{told.removesuffix('.')}; so since {in_words(model.since).removeprefix('on ')}."
            )
        if via is not None:
            told = f"{told.removesuffix('.')}; acts of the {via[1]} hold there too."
    if file.members:
        told = f"{told.removesuffix('.')}, and its acts hold for its {len(file.members)} members."
    yield Told(told, [model.proof])


def _named(file: StateFile) -> str:
    """Give a state's name as it stands inside a sentence: "Japan", "the Netherlands"."""
    name = file.line.name
    return f"the {name}" if _WITH_ARTICLE.search(name) else name


def _opened(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _carried_out(file: StateFile) -> Iterator[Told]:
    standing = file.standing()
    counts = [(words, _with(standing, status)) for status, words in _IN_TIME.items()]
    counts.append(("{} at a time that is not known", [o for o in standing if is_undated(o)]))
    counts = [(words, found) for words, found in counts if found]
    done, of = sum(len(found) for _, found in counts), file.line.obligations
    if done:
        told = [words.format(f"{len(found):,}") for words, found in counts]
        yield Told(
            f"{_opened(_named(file))} is shown to have carried out {done:,} of {of:,} measures "
            f"({100 * done / of:.0f} per cent): {_listed(told)}.",
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


def _longest(file: StateFile) -> Iterator[Told]:
    """Tell the median lag and the longest, with what that one may overstate."""
    median, worst = file.line.median_lag, file.line.worst_lag
    known = [one for one in file.implementations if one.lag is not None]
    one = next((one for one in known if one.lag == worst), None)
    if one is None or median is None or worst is None:
        return
    act = one.transposition
    proofs = [one.obligation.proof, *(() if act is None else act.proofs[:1])]
    if median[1] - median[0] > MOST_OPEN_H:
        yield Told(
            f"How late is not known closely: of {counted(len(known), 'measure')} the dates held "
            f"leave open, at the median, {(median[1] - median[0]) / DAY:,.0f} days.",
            proofs,
        )
        return
    beyond = "" if act is None or act.overstates is None else f" It may be less: {act.overstates}."
    what = f"the {MEASURE_WORDS[one.obligation.measure]} on {_entry(one.obligation)}"
    told = f"For {what}, the time from listing to act lay {lag_in_prose(worst)}."
    if len(known) > 1:
        told = (
            f"Of {len(known):,} measures the time from listing to act is known: the median lay "
            f"{lag_in_prose(median)}; the longest, for {what}, {lag_in_prose(worst)}."
        )
    yield Told(f"{told}{beyond}", proofs)


def _missing(file: StateFile) -> Iterator[Told]:
    missing = file.missing()
    if missing:
        entries = list(dict.fromkeys(_entry(one.obligation) for one in missing))
        more = f" and {len(entries) - MOST_CITED:,} more" if len(entries) > MOST_CITED else ""
        said = f"{counted(len(missing), 'measure')} {'is' if len(missing) == 1 else 'are'}"
        named = f"{', '.join(entries[:MOST_CITED])}{more}"
        yield Told(
            f"Documents held say that {said} not carried out, on {named}.",
            _cited(missing),
        )
        yield from (_reply(file, reply) for reply in _answers(file))


def _answers(file: StateFile) -> tuple[StateRecord, ...]:
    """Give what the state replied to what is said not to be carried out, each once."""
    replies = Replies(file.records)
    return tuple({r.id: r for one in file.missing() for r in replies.to(one)}.values())


def _unknown(file: StateFile) -> Iterator[Told]:
    unknown = [one for one in file.standing() if is_unknown(one)]
    if not unknown:
        return
    waiting = f"{file.line.to_confirm:,} of these" if file.line.to_confirm else ""
    named = (
        f" For {waiting}, an entry of a like name waits for a person to judge." if waiting else ""
    )
    yield Told(
        f"Of {len(unknown):,} measures it is unknown whether {_named(file)} carried them out: "
        f"nothing held shows it, which is not non-compliance.{named}",
        [unknown[0].obligation.proof],
    )


def _differing(file: StateFile) -> Iterator[Told]:
    still = [d for d in file.differences if d.kind is DifferenceKind.STILL_LISTED]
    others = [d for d in file.differences if d.kind is not DifferenceKind.STILL_LISTED]
    if still and still[0].proofs:
        told = _listed([_still(one) for one in still[:MOST_CITED]])
        more = f", among them {told}" if len(still) > MOST_CITED else f": {told}"
        yield Told(
            f"The list still had {counted(len(still), 'entry')} that the United Nations had "
            f"delisted{more}.",
            [proof for one in still[:MOST_CITED] for proof in one.proofs[:1]],
        )
    if others and others[0].proofs:
        number = f"{len(others):,} difference{'' if len(others) == 1 else 's'}"
        entries = len({one.reference for one in others})
        yield Told(
            f"Beside the United Nations' entries, {number} "
            f"{'was' if len(others) == 1 else 'were'} found, in {counted(entries, 'entry')}; each "
            "is a question to be looked at, and not a fault.",
            [proof for one in others[:MOST_CITED] for proof in one.proofs[:1]],
        )


def _still(one: Difference) -> str:
    stood = one.for_at_least
    return one.reference + ("" if stood is None else f" (for at least {duration_words(stood)})")


def _documents(file: StateFile) -> Iterator[Told]:
    """Tell what documents tell of the state, each with what the state replied to it."""
    given = {reply.id for reply in _answers(file)}
    replies = [reply for reply in file.replies() if reply.id not in given]
    told = [record for record in file.records if record.kind is not RecordKind.REPLY]
    shown = told[-MOST_RECORDS:]
    if len(told) > len(shown):
        more = f"{counted(len(told) - len(shown), 'older document')} held tell of {_named(file)}."
        yield Told(more, [told[0].proof])
    for record in shown:
        yield Told(_record(record), [record.proof])
        yield from (_reply(file, r) for r in replies if record.id in r.about)
    answered = {record.id for record in shown}
    yield from (_reply(file, r) for r in replies if not answered.intersection(r.about))


def _record(record: StateRecord) -> str:
    told = f"{_opened(_document(record.proof.title))} tells of {_KINDS[record.kind]}"
    return f"{told}, {in_words(record.on)}: {told_words(record)}."


def _document(title: str) -> str:
    named = titled(title)
    return named if named != one_line(title) else quote_whole(title)


def _reply(file: StateFile, reply: StateRecord) -> Told:
    said = quote_whole(reply.proof.text) if reply.proof.text else told_words(reply)
    told = f"{_opened(_named(file))} replied {in_words(reply.on)}: {said}."
    return Told(told, [reply.proof])
