"""Commands about competing hypotheses: open, suppose, evidence, rate, show, history, undo, list."""

from collections.abc import Mapping, Sequence

import click

from sayso.cli.documents import signed
from sayso.cli.output import Desk, command
from sayso.errors import BadInput
from sayso.model.hypotheses import Matrix, Rating
from sayso.review.hypotheses.asking import Exhibit
from sayso.views.hypotheses.history import history_rows, history_shape
from sayso.views.hypotheses.json import matrix_shape, questions_shape
from sayso.views.hypotheses.text import matrix_text
from sayso.views.hypotheses.wording import SYMBOLS

#: What a rating may be called: "inconsistent", "very-inconsistent", "II".
RATINGS: Mapping[str, Rating] = {
    **{rating.value.replace("_", "-"): rating for rating in Rating},
    **{rating.value: rating for rating in Rating},
    **{symbol.casefold(): rating for rating, symbol in SYMBOLS.items()},
}

by_option = click.option("--by", metavar="NAME", help="Who signs; default: the setting `by`.")
reason_option = click.option("--reason", default="", help="Why; it stays in the history.")
needed_reason = click.option("--reason", required=True, help="Why; it stays in the history.")


@click.group
def hypotheses() -> None:
    """Weigh competing hypotheses on a question.

    Analysis of competing hypotheses, after Heuer: every piece of evidence is rated against every
    hypothesis, and what speaks against one counts, because what agrees with one agrees with others
    too. Each step is signed and kept; the matrix follows from the steps. No order of hypotheses is
    a verdict.

    `open` prints the question's id (q-…), which the others take; a beginning of it will do.
    """


@hypotheses.command("open")
@click.argument("question", required=False)
@click.option("--from", "origin", metavar="IQ", help="Open one that `sayso questions` lists.")
@click.option("--hypothesis", "supposed", multiple=True, help="A possible answer; repeat it.")
@by_option
@reason_option
@command
def open_question(
    desk: Desk, question: str | None, origin: str | None, supposed: tuple[str, ...], **asked: str
) -> None:
    """Open QUESTION with its first hypotheses, and print its id.

    With --from, the question, its hypotheses and the claims behind it come from `sayso questions`;
    nothing of it is rated.
    """
    if (question is None) == (origin is None):
        raise BadInput("give a question in words, or --from and one of `sayso questions`")
    deliberation = desk.workbench.deliberation()
    signature = deliberation.signed(signed(desk, asked["by"]), asked["reason"])
    if origin is not None:
        matrix = deliberation.open_identity(origin, signature)
        for words in supposed:
            matrix = deliberation.suppose(matrix.id, words, signature)
    else:
        matrix = deliberation.open(question or "", supposed, signature)
    told(desk, matrix, f"opened {matrix.id}")


@hypotheses.command
@click.argument("question")
@click.argument("hypothesis")
@by_option
@reason_option
@command
def suppose(desk: Desk, question: str, hypothesis: str, by: str | None, reason: str) -> None:
    """Add HYPOTHESIS to QUESTION."""
    deliberation = desk.workbench.deliberation()
    signature = deliberation.signed(signed(desk, by), reason)
    matrix = deliberation.suppose(question, hypothesis, signature)
    told(desk, matrix, f"{matrix.hypotheses[-1].key}: {hypothesis}")


@hypotheses.command
@click.argument("question")
@click.argument("about", required=False, metavar="[CLAIM|FINDING]")
@click.option("--words", default="", help="Words of your own instead, shown as yours.")
@click.option("--source", help="Whose word they report; without it they are your own word.")
@by_option
@reason_option
@command
def evidence(desk: Desk, question: str, about: str | None, **asked: str) -> None:
    """Add a claim, a finding or words of your own to QUESTION as evidence."""
    deliberation = desk.workbench.deliberation()
    signature = deliberation.signed(signed(desk, asked["by"]), asked["reason"])
    exhibit = Exhibit(about=about, words=asked["words"], source=asked["source"])
    matrix = deliberation.put_forward(question, exhibit, signature)
    row = matrix.evidence[-1]
    again = "" if row.repeats is None else f" (the same word as {row.repeats}: not counted again)"
    told(desk, matrix, f"{row.key}: {about or 'your words'}{again}")


@hypotheses.command
@click.argument("question")
@click.argument("row", metavar="EVIDENCE")
@click.argument("ratings", nargs=-1, required=True, metavar="H1=RATING…")
@by_option
@needed_reason
@command
def rate(desk: Desk, question: str, row: str, ratings: tuple[str, ...], **asked: str) -> None:
    """Rate one piece of EVIDENCE (E1) for one hypothesis or more: H1=inconsistent H2=neutral.

    RATING is very-consistent, consistent, neutral, inconsistent, very-inconsistent or
    not-applicable, or its letters: CC, C, N, I, II, NA. Ask of each cell: if this hypothesis were
    true, how likely would it be to see this evidence? A later rating replaces an earlier one, which
    stays in the history.
    """
    cells = parsed(ratings)
    deliberation = desk.workbench.deliberation()
    signature = deliberation.signed(signed(desk, asked["by"]), asked["reason"])
    matrix = deliberation.rate(question, row, cells, signature)
    said = ", ".join(f"{key} {rating.value.replace('_', ' ')}" for key, rating in cells.items())
    told(desk, matrix, f"{row.upper()}: {said}")


def parsed(ratings: Sequence[str]) -> dict[str, Rating]:
    """Give the rating of each hypothesis.

    Raises:
        BadInput: one is not like H1=neutral, or rates a hypothesis twice.
    """
    cells: dict[str, Rating] = {}
    for written in ratings:
        key, equals, name = written.partition("=")
        rating = RATINGS.get(name.strip().casefold())
        if not equals or rating is None:
            names = ", ".join(r.value.replace("_", "-") for r in Rating)
            raise BadInput(f"{written!r} is no rating: write H1=RATING, one of {names}")
        if key.upper() in cells:
            raise BadInput(f"{key.upper()} is rated twice: give one rating for each hypothesis")
        cells[key.upper()] = rating
    return cells


@hypotheses.command
@click.argument("question")
@command
def show(desk: Desk, question: str) -> None:
    """Show the matrix of QUESTION: hypotheses, evidence, and what would change their order.

    Inconsistency: very inconsistent counts 2, inconsistent 1, all else 0; no grade weighs in it.
    "Tells apart" is how many steps of the scale lie between a row's highest and lowest rating. A
    row falls with a source when nobody else is left on whose word it stands. What was rejected or
    erased is shown as gone and does not count; neither does a row with the same word of the same
    source on the same matter as another one.

    With --json: {"id", "question", "from", "opened": {"by", "at", "reason"}, "withdrawn",
    "hypotheses": [{"key", "text", "by", "at", "reason", "inconsistency", "unrated"}], "weights",
    "order": [{"hypothesis", "inconsistency"}], "least_inconsistent": ["H3"], "evidence": [{"key",
    "kind": "claim|finding|own_words", "id", "says", "words", "by", "at", "reason", "roots",
    "stance", "finding", "status", "beside", "gone", "repeats", "counts", "diagnosticity",
    "ratings": {"H1": "neutral"}}], "without_source": [{"source", "falls", "order",
    "least_inconsistent", "changes"}], "without_evidence": [{"evidence", …}], "notices", "note"}.
    """
    deliberation = desk.workbench.deliberation()
    matrix = deliberation.matrix(question)
    if desk.json:
        desk.print_json(matrix_shape(deliberation.knowledge, matrix))
        return
    text = matrix_text(deliberation.knowledge, matrix)
    desk.out.print(text, markup=False, highlight=False, soft_wrap=True, end="")


@hypotheses.command
@click.argument("question")
@command
def history(desk: Desk, question: str) -> None:
    """Show who did what on QUESTION, when and why; what was undone too.

    With --json: {"question", "steps": [{"key", "act", "what", "by", "at", "reason", "undone_by"}]}.
    """
    matrix = desk.workbench.deliberation().matrix(question)
    if desk.json:
        desk.print_json(history_shape(matrix))
        return
    desk.table(("Day", "Step", "By", "What", "Why"), history_rows(matrix))


@hypotheses.command
@click.argument("question")
@click.argument("step")
@by_option
@needed_reason
@command
def undo(desk: Desk, question: str, step: str, by: str | None, reason: str) -> None:
    """Take back one STEP (S7) of QUESTION; an undoing can be undone."""
    deliberation = desk.workbench.deliberation()
    signature = deliberation.signed(signed(desk, by), reason)
    matrix = deliberation.undo(question, step, signature)
    told(desk, matrix, f"{step.upper()} undone by {matrix.history[-1].key}")


@hypotheses.command("list")
@command
def list_questions(desk: Desk) -> None:
    """List the questions, the first opened first.

    With --json: {"questions": [{"id", "question", "from", "opened", "withdrawn", "hypotheses",
    "evidence", "least_inconsistent"}]}, the last two but one as counts.
    """
    matrices = desk.workbench.deliberation().matrices()
    if desk.json:
        desk.print_json(questions_shape(matrices))
        return
    desk.table(
        ("Question", "", "Hypotheses#", "Evidence#", "Least inconsistent"),
        [
            (
                matrix.id,
                matrix.opened.words + (" (withdrawn)" if matrix.withdrawn else ""),
                str(len(matrix.hypotheses)),
                str(len(matrix.evidence)),
                ", ".join(matrix.least),
            )
            for matrix in matrices
        ],
    )


def told(desk: Desk, matrix: Matrix, text: str) -> None:
    """Say what was done; with --json give the question in short, whose id goes on to others."""
    if desk.json:
        desk.print_json(questions_shape((matrix,)))
        return
    desk.out.print(text, markup=False, highlight=False, soft_wrap=True)
