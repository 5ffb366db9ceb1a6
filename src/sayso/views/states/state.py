"""A state's page as text."""

import sys
from collections.abc import Iterator, Mapping
from typing import Final

from sayso.model.oversight import LinkKind, StateModel
from sayso.views.recorded.questions import NOTE, question_lines
from sayso.views.recorded.records import record_lines, said_lines
from sayso.views.states.page import UNDATED, StateFile
from sayso.views.states.words import (
    DATED,
    LINK_WORDS,
    MEASURE_WORDS,
    MODEL_WORDS,
    OUTSIDE_MEANS,
    STATUS_WORDS,
    TO_CONFIRM_MEANS,
    UNKNOWN_MEANS,
    WHEN_UNKNOWN,
    day_of,
    difference_words,
    duration_words,
    lag_words,
    limit_words,
    measures_words,
    model_name,
    proof_words,
)

#: Differences, records, questions and links named on a page, at most; the rest are counted.
MOST_NAMED: Final = 12
#: Entries named beside one question, at most.
MOST_ALIKE: Final = 3
_CASES: Final[Mapping[str, str]] = {
    **{status.value: STATUS_WORDS[status] for status in DATED},
    UNDATED: WHEN_UNKNOWN,
    **{status.value: words for status, words in STATUS_WORDS.items() if status not in DATED},
}


def page_text(file: StateFile, *, every: bool = False) -> str:
    """Write all that is known of one state, with its sources and its limits.

    Args:
        file: what is known.
        every: name each difference, record and question; else the first ones, the rest counted.
    """
    line, most = file.line, sys.maxsize if every else MOST_NAMED
    blocks = [
        [f"{line.name} ({line.state}), as of {file.as_of}", UNKNOWN_MEANS, *_outside(file)],
        ["Law", *_law(file)],
        ["Measures", *_measures(file)],
        ["Lag", *_lags(file)],
        ["Differences from the UN entries", *_differences(file, most)],
        ["What documents tell of it, with its replies", *_records(file, most)],
        ["Said of it in documents", *_said(file, most)],
        ["Findings that may concern a measure", *_concerns(file, most)],
        ["Links by name", *_waiting(file, most)],
        ["To look at", *_questions(file, most)],
        ["Limits", *(f"  - {limit_words(limit)}" for limit in file.limits)],
        ["Rests on", f"  {', '.join(file.releases) or 'no list release'}"],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if len(block) > 1) + "\n"


def _outside(file: StateFile) -> Iterator[str]:
    if file.line.is_outside:
        yield OUTSIDE_MEANS


def _law(file: StateFile) -> Iterator[str]:
    if file.via is not None:
        code, name = file.via
        yield f"  acts of the {name} ({code}) hold for it, and are shown here as such"
    if file.members:
        yield f"  its acts hold for its {len(file.members)} members: {_joined(file.members)}"
    if file.model is None:
        yield f"  {model_name(file.line.model)}: {MODEL_WORDS[file.line.model]}"
        return
    yield from _model(file.model)


def _model(model: StateModel) -> Iterator[str]:
    yield f"  {model_name(model.model)}: {MODEL_WORDS[model.model]}"
    since = f", since {model.since}" if model.since is not None else ""
    regimes = f"regimes {', '.join(model.regimes)}" if model.regimes else "every regime"
    yield f"  {measures_words(model.measures)}; {regimes}{since}"
    yield f"  {proof_words(model.proof)}"


def _measures(file: StateFile) -> Iterator[str]:
    for measure, counts in file.by_measure().items():
        told = (f"{counts[case]:,} {words}" for case, words in _CASES.items() if counts[case])
        of = "shown" if file.line.is_outside else "due"
        yield f"  {MEASURE_WORDS[measure]}: {counts.total():,} {of}; {'; '.join(told)}"


def _lags(file: StateFile) -> Iterator[str]:
    if file.line.median_lag is None:
        yield "  not known of any entry"
        return
    yield f"  median {lag_words(file.line.median_lag)}; worst {lag_words(file.line.worst_lag)}"
    for one in file.slices:
        late = f"{one.late:,} of {one.known:,} late"
        yield f"  {one.by} {one.key}: {late}; median {lag_words(one.median)}"


def _differences(file: StateFile, most: int) -> Iterator[str]:
    for one in file.differences[:most]:
        since = f", since {day_of(one.since)}" if one.since is not None else ""
        length = one.for_at_least
        stood = f", for at least {duration_words(length)}" if length is not None else ""
        unsure = "" if one.link is LinkKind.EXACT else f" [link {LINK_WORDS[one.link]}]"
        yield f"  {one.reference} {difference_words(one)}{since}{stood}{unsure}"
    yield from _more(len(file.differences) - most, f"differences {file.line.state}")


def _more(rest: int, command: str) -> Iterator[str]:
    """Say how many are not named here, and which command names them."""
    if rest > 0:
        yield f"  and {rest:,} more: `sayso states {command}` has them"


def _records(file: StateFile, most: int) -> Iterator[str]:
    """Give the records that were added last, each with the replies to it."""
    own = [one for one in file.records if one.id not in file.told.answering]
    yield from (f"  {line}" for line in record_lines(file.told, own[-most:]))
    yield from _more(len(own) - most, f"records {file.line.state}")


def _said(file: StateFile, most: int) -> Iterator[str]:
    """Give what was said last of the state, with what is against it and its replies."""
    said = file.told.said
    yield from (f"  {line}" for line in said_lines(file.told, said[-most:]))
    yield from _more(len(said) - most, f"records {file.line.state}")


def _concerns(file: StateFile, most: int) -> Iterator[str]:
    """Give the questions that findings raise, and that they are no more than questions."""
    asked = file.concerns.asked
    if asked:
        yield f"  {NOTE}"
    for one in asked[:most]:
        lines = question_lines(file.told.knowledge, one, file.told.names)
        yield from (f"  {line}" for line in lines)
    yield from _more(len(asked) - most, f"questions {file.line.state}")


def _waiting(file: StateFile, most: int) -> Iterator[str]:
    waiting, state = file.to_confirm(), file.line.state
    if not waiting:
        return
    yield f"  {TO_CONFIRM_MEANS}"
    for one in waiting[:most]:
        act = one.transposition
        if act is not None:
            yield f"  {one.obligation.reference} {one.obligation.name}: {act.entry}"
    if len(waiting) > most:
        yield f"  and {len(waiting) - most:,} more"
    yield (
        f"  `sayso states gaps {state} --to-confirm` lists them, "
        f"`sayso states why {state} REFERENCE` says what agrees and how to confirm it"
    )


def _questions(file: StateFile, most: int) -> Iterator[str]:
    """Give each question once, with the entries that it is about."""
    about: dict[str, list[str]] = {}
    for reference, question in file.questions():
        about.setdefault(question, []).append(reference)
    for question, references in list(about.items())[:most]:
        more = f" and {len(references) - MOST_ALIKE:,} more" if len(references) > MOST_ALIKE else ""
        yield f"  {', '.join(references[:MOST_ALIKE])}{more}: {question}"
    yield from _more(len(about) - most, f"show {file.line.state} --all")


def _joined(codes: frozenset[str]) -> str:
    return ", ".join(sorted(codes))
