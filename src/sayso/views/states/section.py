"""The brief's section on implementation by Member States, in the manner of expert reports."""

import re
from collections.abc import Iterable, Iterator, Sequence
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
from sayso.model.vocabulary import LagStatus, Measure
from sayso.views.annexes.lags import lags_annex
from sayso.views.naming import date_words, in_words, one_line
from sayso.views.recorded.prose import opened
from sayso.views.recorded.told import Notes, Telling, cited_as
from sayso.views.states.page import Replies, StateFile
from sayso.views.states.text import figures_of
from sayso.views.states.words import (
    DAY,
    duration_words,
    is_undated,
    is_unknown,
    lag_in_prose,
    limit_words,
    measures_words,
    overstated_words,
)
from sayso.views.wording.texts import Texts, texts_of

#: Places that a sentence about many cells cites, at most; `sayso states` shows all of them.
MOST_CITED: Final = 3
#: Hours that a lag may leave open to be told as one.
MOST_OPEN_H: Final = 31 * DAY
#: Times in which measures were carried out, as a sentence has them.
_IN_TIME: Final = (
    LagStatus.AUTOMATIC,
    LagStatus.WITHIN_24H_PROVEN,
    LagStatus.WITHIN_24H_POSSIBLE,
    LagStatus.LATE,
)


def with_states(brief: Brief, files: Sequence[StateFile], seen: Oversight) -> Brief:
    """Give a brief with the section after its others; it is then a draft.

    Args:
        brief: as composed from what documents say.
        files: of the states that it is to tell of, in order.
        seen: what they rest on.
    """
    texts = texts_of(brief.language)
    notes = Notes(brief.footnotes, texts)
    written = [lines for lines in _written(notes, files, seen) if lines]
    annex = lags_annex([file.line for file in files], texts)
    first = 1 + max((p.number for s in brief.sections for p in s.paragraphs), default=0)
    paragraphs = tuple(Paragraph(number=n, lines=lines) for n, lines in enumerate(written, first))
    heading = texts.say("states.heading")
    section = (Section(heading=heading, paragraphs=paragraphs),) if paragraphs else ()
    limits = (limit_words(limit, texts) for limit in seen.limits)
    return replace(
        brief,
        sections=(*brief.sections, *section),
        footnotes=tuple(notes.given),
        sources=(*brief.sources, *notes.cited),
        limits=(*brief.limits, *texts.lines("states.limits"), *limits),
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
    texts = notes.texts
    standing = [one for one in seen.obligations if one.ended is None]
    if not standing:
        return
    newest = max(standing, key=lambda one: one.due.latest)
    bound = texts.say(
        "states.bound",
        day=date_words(seen.as_of, texts),
        entries=texts.figure(len({one.reference for one in standing})),
        measures=texts.figure(len(standing)),
        entry=_entry(newest),
        listed=in_words(newest.due.stated, texts),
    )
    yield notes.line(bound, [newest.proof])
    yield notes.line(texts.say("states.basis"), [newest.proof])


def _entry(one: Obligation) -> str:
    return f"{one_line(one.name)} ({one.reference})"


def _state(notes: Notes, file: StateFile, union: StateFile | None) -> Iterator[BriefLine]:
    """Tell of one state: its law, what it carried out and when, how it differs, what it says.

    Of a member of whom no more is known than of its union, which is told of too, that is said.
    """
    texts, state = notes.texts, file.line.state
    if file.line.is_outside:
        charter = Proof(
            document=None,
            title=texts.say("charter.title"),
            locator=texts.say("charter.locator"),
            text=texts.say("charter.text"),
            address=texts.say("charter.address"),
        )
        outside = texts.say("states.outside", state=_named(state, texts))
        yield notes.line(opened(outside), [charter])
    yield from _law(notes, file)
    if union is not None and figures_of(file.line) == figures_of(union.line):
        names = {"state": _named(state, texts), "union": _named(union.line.state, texts)}
        proof = union.standing()[0].obligation.proof
        yield notes.line(texts.say("states.as_union", **names), [proof])
    else:
        yield from _carried_out(notes, file)
        yield from _longest(notes, file)
        yield from _missing(notes, file)
        yield from _unknown(notes, file)
        yield from _differing(notes, file)
    given = {reply.id for reply in _answers(file)}
    given |= {one.transposition.source for one in file.missing() if one.transposition is not None}
    yield from Telling(notes, file.told, _named(state, texts)).lines(frozenset(given))


def _law(notes: Notes, file: StateFile) -> Iterator[BriefLine]:
    """Tell how the state's law takes listings up: of which measures and regimes, since when."""
    if file.model is None:
        return
    texts, model = notes.texts, file.model
    state = _named(file.line.state, texts)
    union = None if file.via is None else _named(file.via[0], texts)
    if union is not None and model.state != file.line.state:
        yield notes.line(texts.say("states.of_union", state=state, union=union), [model.proof])
        return
    law = texts.say(f"law.{model.model.value}", state=state)
    if model.since is not None:
        law = texts.say("law.since", day=date_words(model.since, texts), law=law)
    law = _scoped(law, model, texts)
    if union is not None:
        law = texts.say("law.of_union", law=law, union=union)
    if file.members:
        members = len(file.members)
        law = texts.say("law.for_members", count=members, number=texts.figure(members), law=law)
    yield notes.line(f"{opened(law)}.", [model.proof])


def _scoped(law: str, model: StateModel, texts: Texts) -> str:
    """Say of which measures and regimes the law is known to be so, where it is not of all."""
    measures = "" if set(model.measures) == set(Measure) else measures_words(model.measures, texts)
    if not model.regimes:
        return texts.say("law.of_measures", measures=measures, law=law) if measures else law
    return texts.say(
        "law.of_both" if measures else "law.of_regimes",
        count=len(model.regimes),
        measures=measures,
        regimes=texts.joined(model.regimes),
        law=law,
    )


def _named(code: str, texts: Texts) -> str:
    """Give a state's name as it stands inside a sentence: "Japan", "the Netherlands"."""
    name = texts.country(code)
    takes_article = re.search(texts.say("article.countries"), name)
    return texts.say("article.the", name=name) if takes_article else name


def _carried_out(notes: Notes, file: StateFile) -> Iterator[BriefLine]:
    """Tell how many were carried out, and in which time."""
    texts, standing = notes.texts, file.standing()
    cells = {status.value: _with(standing, status) for status in _IN_TIME}
    cells["undated"] = [one for one in standing if is_undated(one)]
    cells = {time: found for time, found in cells.items() if found}
    done, of = sum(map(len, cells.values())), file.line.obligations
    if not done:
        return
    counts = {time: texts.figure(len(found)) for time, found in cells.items()}
    if len(cells) == 1:
        counts = dict.fromkeys(cells, texts.say("states.all"))
    times = [
        texts.say(f"in_time.{time}", count=len(cells[time]), number=number)
        for time, number in counts.items()
    ]
    phrase = "carried_out" if len(times) > 1 else "carried_out_alike"
    told = texts.say(
        f"states.{phrase}" if of else "states.carried_out_beyond",
        state=_named(file.line.state, texts),
        count=done,
        done=texts.figure(done),
        measures=texts.figure(of),
        share=texts.figure(100 * done / of) if of else None,
        times=texts.joined(times),
    )
    yield notes.line(opened(told), _cited(found[0] for found in cells.values()))


def _with(cells: Iterable[Implementation], status: LagStatus) -> list[Implementation]:
    return [one for one in cells if one.status is status]


def _cited(cells: Iterable[Implementation]) -> list[Proof]:
    """Give the places that a sentence about several cells cites: the state's, or else the UN's."""
    found: dict[Proof, None] = {}
    for one in cells:
        own = () if one.transposition is None else one.transposition.proofs[:1]
        found |= dict.fromkeys(own or (one.obligation.proof,))
    return list(found)[:MOST_CITED]


def _longest(notes: Notes, file: StateFile) -> Iterator[BriefLine]:
    """Tell the median lag and the longest, with what that one may overstate."""
    texts, median, worst = notes.texts, file.line.median_lag, file.line.worst_lag
    known = [one for one in file.implementations if one.lag is not None]
    one = next((one for one in known if one.lag == worst), None)
    if one is None or median is None or worst is None:
        return
    act = one.transposition
    proofs = [one.obligation.proof, *(() if act is None else act.proofs[:1])]
    if median[1] - median[0] > MOST_OPEN_H:
        days = texts.figure((median[1] - median[0]) / DAY)
        yield notes.line(texts.say("states.lag_open", count=len(known), days=days), proofs)
        return
    measure = texts.say(f"measure.{one.obligation.measure.value}")
    on = texts.say("states.measure_on", measure=measure, entry=_entry(one.obligation))
    longest = lag_in_prose(worst, texts)
    if len(known) == 1:
        told = texts.say("states.lag", measure=on, lag=longest)
    else:
        ended = any(cell.obligation.ended is not None for cell in known)
        told = texts.say(
            "states.lags_of_delisted" if ended else "states.lags",
            count=len(known),
            number=texts.figure(len(known)),
            median=lag_in_prose(median, texts),
            measure=on,
            longest=longest,
        )
    if act is not None and act.overstates is not None:
        reason = overstated_words(act.overstates, texts)
        told = texts.say("states.less", sentence=told, reason=reason)
    yield notes.line(told, proofs)


def _missing(notes: Notes, file: StateFile) -> Iterator[BriefLine]:
    """Tell what a document says is not carried out, with what the state replied."""
    texts, missing = notes.texts, file.missing()
    if not missing:
        return
    entries = list(dict.fromkeys(_entry(one.obligation) for one in missing))
    named = texts.say("join.comma").join(entries[:MOST_CITED])
    if len(entries) > MOST_CITED:
        more = texts.figure(len(entries) - MOST_CITED)
        named = texts.say("told.and_more", names=named, more=more)
    telling = Telling(notes, file.told, _named(file.line.state, texts))
    sources = {one.transposition.source for one in missing if one.transposition is not None}
    records = [record for record in file.records if record.id in sources]
    yield notes.line(
        texts.say("states.missing", count=len(missing), entries=named),
        [cited_as(record, texts) for record in records[:MOST_CITED]] or _cited(missing),
    )
    for record in records:
        yield telling.record(record)
    yield from map(telling.reply, _answers(file))


def _answers(file: StateFile) -> tuple[StateRecord, ...]:
    """Give what the state replied to what is said not to be carried out, each once."""
    replies = Replies(file.records)
    return tuple({r.id: r for one in file.missing() for r in replies.to(one)}.values())


def _unknown(notes: Notes, file: StateFile) -> Iterator[BriefLine]:
    """Tell of how many it is not known, and for how many a person is to judge."""
    unknown = [one for one in file.standing() if is_unknown(one)]
    if not unknown:
        return
    texts, waiting = notes.texts, file.line.to_confirm
    told = texts.say(
        "states.unknown",
        count=len(unknown),
        number=texts.figure(len(unknown)),
        state=_named(file.line.state, texts),
    )
    if waiting:
        number = texts.figure(waiting)
        told = texts.say("states.to_confirm", count=waiting, number=number, sentence=told)
    yield notes.line(told, [unknown[0].obligation.proof])


def _differing(notes: Notes, file: StateFile) -> Iterator[BriefLine]:
    """Tell what the list still has that the UN delisted, and how much else differs."""
    texts = notes.texts
    still = [d for d in file.differences if d.kind is DifferenceKind.STILL_LISTED]
    others = [d for d in file.differences if d.kind is not DifferenceKind.STILL_LISTED]
    if still and still[0].proofs:
        shown = texts.joined([_still(one, texts) for one in still[:MOST_CITED]])
        key = "states.still_listed_more" if len(still) > MOST_CITED else "states.still_listed"
        yield notes.line(texts.say(key, count=len(still), entries=shown), _first_proofs(still))
    if others and others[0].proofs:
        count, entries = len(others), len({one.reference for one in others})
        told = texts.say(
            "states.differing",
            differences=texts.say("states.differences", count=count, number=texts.figure(count)),
            entries=texts.say("states.entries", count=entries),
        )
        yield notes.line(told, _first_proofs(others))


def _first_proofs(found: Sequence[Difference]) -> list[Proof]:
    return [proof for one in found[:MOST_CITED] for proof in one.proofs[:1]]


def _still(one: Difference, texts: Texts) -> str:
    if one.for_at_least is None:
        return one.reference
    length = duration_words(one.for_at_least, texts)
    return texts.say("states.still_for", reference=one.reference, length=length)
