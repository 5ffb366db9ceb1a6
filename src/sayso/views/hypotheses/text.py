"""A matrix of competing hypotheses, in lines of 100 columns."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final

from sayso.model.findings import Knowledge
from sayso.model.hypotheses import WEIGHTS, EvidenceRow, Matrix, Score, Step, Without
from sayso.views.evidence import is_sure
from sayso.views.hypotheses.wording import NO_VERDICT, SYMBOLS, beside, notices
from sayso.views.naming import content_words, one_line, quote
from sayso.views.tables import claim_sentence, finding_sentence

#: Columns of a line, of the key before it, and of one rating.
WIDTH: Final = 100
_KEY: Final = 5
_CELL: Final = 5
_LAST: Final = "tells apart"

_SCALE: Final = (
    "CC very consistent, C consistent, N neutral, I inconsistent, II very, NA not applicable"
)


def matrix_text(knowledge: Knowledge, matrix: Matrix) -> str:
    """Write a matrix: hypotheses in order, evidence, what is gone, what would change the order."""
    blocks = (
        [*_head(matrix), *matrix_notices(knowledge, matrix)],
        _hypotheses(matrix),
        list(_evidence(knowledge, matrix)),
        list(_gone(matrix)),
        list(_without(matrix)),
        list(_changes(matrix)),
        wrap(NO_VERDICT, WIDTH),
    )
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def matrix_notices(knowledge: Knowledge, matrix: Matrix) -> tuple[str, ...]:
    """Give what must be said of the documents whose words are evidence, each once."""
    grounds = [row.grounds for row in matrix.evidence if row.grounds.gone is None]
    claims = [g.claim for g in grounds if g.claim is not None]
    findings = [g.finding for g in grounds if g.claim is None and g.finding is not None]
    behind = (claim for key in findings for claim in knowledge.findings[key].claims)
    return notices(knowledge, [*claims, *behind])


def row_words(knowledge: Knowledge, row: EvidenceRow) -> str:
    """Give what a piece of evidence says; a claim or finding that is gone only by its id."""
    grounds, step = row.grounds, row.step
    if step.about is None:
        return own_words(step)
    if grounds.claim is not None:
        return claim_sentence(knowledge, knowledge.claim(grounds.claim))
    if grounds.finding is not None:
        return finding_sentence(knowledge, knowledge.findings[grounds.finding])
    return step.about


def own_words(step: Step) -> str:
    """Give an analyst's own words as what they are."""
    told = "" if step.source is None else f", as the word of {step.source}"
    return f"{step.by}'s own words{told}: {quote(step.words)}"


def _head(matrix: Matrix) -> list[str]:
    opened = matrix.opened
    source = "" if opened.about is None else f", from {opened.about}"
    lines = [*wrap(f"{matrix.id}  {one_line(opened.words)}", WIDTH, break_on_hyphens=False)]
    lines.append(f"opened by {opened.by}{source}")
    return [*lines, "WITHDRAWN"] if matrix.withdrawn else lines


def _hypotheses(matrix: Matrix) -> list[str]:
    words = {hypothesis.key: hypothesis.step.words for hypothesis in matrix.hypotheses}
    if not words:
        return ["No hypotheses yet: `sayso hypotheses suppose` adds one"]
    lines = ["Hypotheses, the least inconsistent first" if matrix.least else "Hypotheses"]
    for score in matrix.scores:
        unrated = f" ({score.unrated} not rated)" if score.unrated else ""
        text = f"{score.inconsistency:>3}{unrated}  {one_line(words[score.hypothesis])}"
        lines += _set(f"  {score.hypothesis}", text)
    weights = ", ".join(f"{SYMBOLS[rating]} counts {n}" for rating, n in WEIGHTS.items())
    return [*lines, f"The figure is inconsistency: {weights}, all else 0; no grade weighs in it."]


def _evidence(knowledge: Knowledge, matrix: Matrix) -> Iterator[str]:
    """Write the rows that are there, each with its ratings and what must stand beside it."""
    if not matrix.evidence:
        yield "No evidence yet: `sayso hypotheses evidence` adds it"
        return
    keys = [hypothesis.key for hypothesis in matrix.hypotheses]
    room = WIDTH - _KEY - _CELL * len(keys) - len(_LAST)
    heads = "".join(f"{key:<{_CELL}}" for key in keys)
    yield f"{'Evidence':<{_KEY + room}}{heads}{_LAST}"
    for row in matrix.evidence:
        if row.grounds.gone is None:
            ratings = [SYMBOLS[row.ratings[key]] if key in row.ratings else "·" for key in keys]
            cells = "".join(f"{rating:<{_CELL}}" for rating in ratings)
            yield from _row(row.key, [row_words(knowledge, row)], room, cells + _apart(row))
            yield from _row("", _notes(knowledge, row), room + len(cells) + len(_LAST), "")
    yield _SCALE


def _notes(knowledge: Knowledge, row: EvidenceRow) -> list[str]:
    """Give what stands beside a row: its id, its root, denials, the row that it repeats."""
    notes = [f"{_reference(knowledge, row)}on the word of {', '.join(row.grounds.roots)}"]
    notes += beside(knowledge, row.grounds)
    if row.repeats is not None:
        notes.append(f"the same word on the same matter as {row.repeats}: it does not count again")
    return notes


def _reference(knowledge: Knowledge, row: EvidenceRow) -> str:
    """Give the id of a row, with the words of its claim and how surely they were read."""
    if row.grounds.claim is None:
        return "" if row.step.about is None else f"{row.step.about}; "
    claim = knowledge.claim(row.grounds.claim)
    unsure = "" if is_sure(knowledge, claim) else ", read unsurely"
    return f"{claim.id}{unsure}: {quote(content_words(knowledge, claim))}; "


def _apart(row: EvidenceRow) -> str:
    """Say how far a row tells the hypotheses apart."""
    if row.diagnosticity is None:
        return ""
    return f"{row.diagnosticity} of 4" if row.diagnosticity else "nothing"


def _row(key: str, texts: Sequence[str], room: int, cells: str) -> Iterator[str]:
    """Write texts in a column after a key, with cells to the right of the first line."""
    lines = [
        line for text in texts for line in wrap(one_line(text), room - 1, break_on_hyphens=False)
    ]
    for number, line in enumerate(lines):
        first = number == 0
        yield f"{key if first else '':<{_KEY}}{line:<{room}}{cells if first else ''}".rstrip()


def _gone(matrix: Matrix) -> Iterator[str]:
    gone = [row for row in matrix.evidence if row.grounds.gone is not None]
    if gone:
        yield "Gone, and counted no more"
        for row in gone:
            yield from _set(f"  {row.key}", f"{row.step.about}: {row.grounds.gone}")


def _without(matrix: Matrix) -> Iterator[str]:
    """Write what the order would be without each source."""
    if matrix.least:
        yield "If one source were not there"
        for without in matrix.without_root:
            mark = "  CHANGES" if without.changes else ""
            yield from _set("  −", f"{_falls(without)}: {_order(without.scores)}{mark}")


def _falls(without: Without) -> str:
    """Name a source with the rows that fall with it."""
    if not without.rows:
        return f"{without.what} (nothing falls)"
    return f"{without.what} ({', '.join(without.rows)} fall{'s' * (len(without.rows) == 1)})"


def _order(scores: Sequence[Score]) -> str:
    return ", ".join(f"{score.hypothesis} {score.inconsistency}" for score in scores)


def _changes(matrix: Matrix) -> Iterator[str]:
    """Write what would make other hypotheses the least inconsistent."""
    if not matrix.least:
        return
    yield "What would change which is least inconsistent"
    changing = [w for w in (*matrix.without_root, *matrix.without_row) if w.changes]
    for without in changing:
        yield from _set("  −", f"without {without.what}: {_led_by(without)}")
    if not changing:
        yield "  −  no single source and no single piece of evidence, if it fell"
    yield from _nearest(matrix)
    idle = [row.key for row in matrix.evidence if row.counts and row.diagnosticity == 0]
    if idle:
        yield from _set("  −", f"{', '.join(idle)}: nothing, for they tell no hypotheses apart")


def _nearest(matrix: Matrix) -> Iterator[str]:
    """Write how near the next hypotheses are, and what is not rated yet."""
    least = matrix.scores[0].inconsistency
    behind = [score for score in matrix.scores if score.inconsistency > least]
    if behind:
        gap = behind[0].inconsistency - least
        near = [score.hypothesis for score in behind if score.inconsistency - least == gap]
        more = f"{gap} more against {' and '.join(matrix.least)}"
        yield from _set("  −", f"{more} would level it with {' and '.join(near)}")
    unrated = sum(score.unrated for score in matrix.scores)
    if unrated:
        cells = "1 cell is" if unrated == 1 else f"{unrated} cells are"
        yield from _set("  −", f"{cells} not rated")


def _led_by(without: Without) -> str:
    if not without.least:
        return "nothing is left that is rated"
    verb = "is" if len(without.least) == 1 else "are"
    return f"{' and '.join(without.least)} {verb} least inconsistent"


def _set(key: str, text: str) -> list[str]:
    """Write a text after a key, its further lines under its first."""
    return wrap(f"{key:<{_KEY}}{text}", WIDTH, subsequent_indent=" " * _KEY, break_on_hyphens=False)
