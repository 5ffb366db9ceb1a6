"""How well the encoder reads what was held out, head by head."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import torch

from sayso.extract.encoder.heads import LINKS, PARTS, ROLES, SLICES, SYMMETRIC
from training.losses import means, pair_scores
from training.pieces import Window

#: A head, and how one of its questions was answered: right, wrong or missed.
Answer = tuple[str, str]


def figures(model: Any, held: Sequence[Window]) -> dict[str, dict[str, float]]:
    """Give precision, recall, F and number of each head over windows that were held out."""
    counts: dict[str, Counter[str]] = {}
    for window in held:
        ids, shapes = torch.tensor([window.ids]), torch.tensor([window.shapes])
        with torch.no_grad():
            own = model(ids, torch.ones_like(ids), shapes)[0].float()
            answers = [*_answers(own, window), *_linked(model.linker, own, window)]
        for head, answer in answers:
            counts.setdefault(head, Counter())[answer] += 1
    return {head: _shares(counts[head]) for head in sorted(counts)}


def _shares(counts: Counter[str]) -> dict[str, float]:
    right, wrong, missed = counts["right"], counts["wrong"], counts["missed"]
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    f = 2 * precision * recall / max(1e-9, precision + recall)
    return {"p": round(precision, 3), "r": round(recall, 3), "f": round(f, 3), "n": right + missed}


def _answers(own: Any, window: Window) -> Iterator[Answer]:
    """Give each question to a window with how it was answered."""
    yield from _tagged(own, window)
    yield from _attributed(own, window)
    yield from _carried(own, window)
    yield from _referred(own, window)


def _tagged(own: Any, window: Window) -> Iterator[Answer]:
    """Give how the pieces themselves were judged."""
    for (start, end), sourced, stance in window.told:
        heard = bool(own[start:end, SLICES["voice"]].mean() > 0)
        other = int(own[start:end, SLICES["stance"]].mean(0).argmax()) != 0
        yield from _compared("told: sourced", {1} if sourced else set(), {1} if heard else set())
        yield from _compared("told: not so", {1} if stance else set(), {1} if other else set())
    for head, labels in (("names", window.names), ("mentions", window.mentions)):
        if labels is not None:
            found = own[:, SLICES[head]].argmax(-1).tolist()
            found[0] = found[-1] = 0
            yield from _compared(head, _spans(labels), _spans(found))


def _attributed(own: Any, window: Window) -> Iterator[Answer]:
    """Give how the parts of attributions were found, and tied to their cues."""
    if window.parts is None:
        return
    asked = own[:, SLICES["attribution"]]
    for number, part in enumerate(PARTS):
        wanted = {n for n, marks in enumerate(window.parts) if marks[number]}
        yield from _compared(part, wanted, _likely(asked[:, number]))
    for cue, *sides in window.cues:
        for name, side in zip(("cue>source", "cue>content"), sides, strict=True):
            score = pair_scores(name, own[cue].mean(0, keepdim=True), own)[0]
            yield from _compared(name, set(side), _likely(score))


def _likely(scores: Any) -> set[int]:
    """Give the pieces, without the two ends, that are more likely than not."""
    return {n for n, score in enumerate(scores.tolist()) if score > 0} - {0, len(scores) - 1}


def _carried(own: Any, window: Window) -> Iterator[Answer]:
    """Give how triggers were found."""
    if window.triggers is not None:
        found = {(n + 1, p) for n, p in torch.nonzero(own[1:-1, SLICES["trigger"]] > 0).tolist()}
        wanted = {(n, p) for n, ps in enumerate(window.triggers) for p in ps}
        yield from _compared("trigger", wanted, found)


def _referred(own: Any, window: Window) -> Iterator[Answer]:
    """Give how an earlier mention of the same entity was found, or that there is none."""
    if not window.same:
        return
    spans = means(own, [span for span, _ in window.same])
    score = pair_scores("mention>antecedent", spans, spans)
    for n, (_, entity) in enumerate(window.same[1:], 1):
        best = int(score[n, :n].argmax())
        chosen = window.same[best][1] == entity if float(score[n, best]) > 0 else None
        if chosen is not None:
            yield "antecedent", "right" if chosen else "wrong"
        if not chosen and any(other == entity for _, other in window.same[:n]):
            yield "antecedent", "missed"


def _linked(linker: Any, own: Any, window: Window) -> Iterator[Answer]:
    """Give how the fillers of roles were found, and the relations between named spans."""
    rows = linker.of(own, window.pairs).tolist() if window.pairs else []
    wanted: dict[str, set[Any]] = {}
    found: dict[str, set[Any]] = {}
    for pair, row in zip(window.pairs, rows, strict=True):
        for link in pair.asked:
            head = f"role {link}" if pair.asked is ROLES else "related"
            ends = (pair.first, pair.second)
            key = link, *(sorted(ends) if link in SYMMETRIC else ends), pair.kinds[0]
            wanted.setdefault(head, set()).update({key} if link in pair.holds else ())
            found.setdefault(head, set()).update({key} if row[LINKS.index(link)] > 0 else ())
    for head, keys in wanted.items():
        yield from _compared(head, keys, found[head])


def _spans(labels: Sequence[int]) -> set[tuple[int, int, int]]:
    """Give (start, end, kind) of the spans that labels mark."""
    spans: set[tuple[int, int, int]] = set()
    start, kind = 0, -1
    for n, label in enumerate([*labels, 0]):
        if kind >= 0 and label != 2 + 2 * kind:
            spans.add((start, n, kind))
            kind = -1
        if label and kind < 0:
            start, kind = n, (label - 1) // 2
    return spans


def _compared(head: str, wanted: set[Any], found: set[Any]) -> Iterator[Answer]:
    """Give an answer for each thing that was wanted or found."""
    yield from ((head, "right") for _ in wanted & found)
    yield from ((head, "missed") for _ in wanted - found)
    yield from ((head, "wrong") for _ in found - wanted)
