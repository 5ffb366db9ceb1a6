"""Who did what on a question, when and why: every step, what was taken back too."""

from sayso.model.hypotheses import Act, Matrix, Past, Step, StepId
from sayso.views.hypotheses.text import own_words
from sayso.views.hypotheses.wording import SYMBOLS
from sayso.views.json import JsonObject
from sayso.views.naming import quote


def history_rows(matrix: Matrix) -> list[tuple[str, ...]]:
    """Give a row for each step: day, key, who, what, why."""
    keys = _keys(matrix)
    return [
        (
            past.step.at.date().isoformat(),
            past.key,
            past.step.by,
            told(past, keys),
            past.step.reason,
        )
        for past in matrix.history
    ]


def history_shape(matrix: Matrix) -> JsonObject:
    """Give a question's id and its steps."""
    return {"question": matrix.id, "steps": history_steps(matrix)}


def history_steps(matrix: Matrix) -> list[JsonObject]:
    """Give every step, oldest first."""
    keys = _keys(matrix)
    return [
        {
            "key": past.key,
            "act": past.step.act.value,
            "what": told(past, keys),
            "by": past.step.by,
            "at": past.step.at.isoformat(),
            "reason": past.step.reason,
            "undone_by": past.undone,
        }
        for past in matrix.history
    ]


def told(past: Past, keys: dict[StepId, str]) -> str:
    """Say what a step did, and that it was undone when it was."""
    undone = "" if past.undone is None else f" (undone by {past.undone})"
    return f"{_did(past.step, keys)}{undone}"


def _did(step: Step, keys: dict[StepId, str]) -> str:
    said = {
        Act.OPEN: f"asked {quote(step.words)}",
        Act.HYPOTHESIS: f"{keys[step.id]}: supposed {quote(step.words)}",
        Act.EVIDENCE: f"{keys[step.id]}: put forward {step.about or own_words(step)}",
        Act.RATE: f"rated {_cell(step, keys)}",
        Act.UNDO: f"undid {keys.get(StepId(step.about or ''), step.about)}",
    }
    return said[step.act]


def _cell(step: Step, keys: dict[StepId, str]) -> str:
    """Give a rating in words: "E1 for H2: inconsistent (I)"."""
    if step.evidence is None or step.hypothesis is None or step.rating is None:
        return ""
    words = step.rating.value.replace("_", " ")
    place = f"{keys[step.evidence]} for {keys[step.hypothesis]}"
    return f"{place}: {words} ({SYMBOLS[step.rating]})"


def _keys(matrix: Matrix) -> dict[StepId, str]:
    """Give what each step is called: its hypothesis or row, else its number."""
    keys = {past.step.id: past.key for past in matrix.history}
    for act, letter in ((Act.HYPOTHESIS, "H"), (Act.EVIDENCE, "E")):
        own = [past.step.id for past in matrix.history if past.step.act is act]
        keys |= {step: f"{letter}{number}" for number, step in enumerate(own, 1)}
    return keys
