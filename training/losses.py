"""How far the scores of the encoder are from what is marked, head by head."""

from collections.abc import Sequence
from typing import Any, Final

import torch
from torch.nn.functional import binary_cross_entropy_with_logits as asked_apart
from torch.nn.functional import cross_entropy

from sayso.extract.encoder.heads import LINKS, PAIRS, PREDICATES, ROLES, SLICES
from training.examples import Range
from training.pieces import Window

#: How much more a link that holds counts than one that does not.
_RARE: Final = torch.tensor(2.0)
#: The same for the words that carry a predicate.
_SELDOM: Final = torch.tensor(4.0)
#: How much each head's loss counts.
WEIGHTS: Final = {
    "told": 1.0,
    "names": 2.0,
    "mentions": 1.0,
    "attribution": 3.0,
    "cues": 2.0,
    "trigger": 40.0,
    "roles": 2.0,
    "same": 0.5,
    "related": 5.0,
}


def losses(linker: Any, scores: Any, windows: Sequence[Window]) -> dict[str, Any]:
    """Give the mean loss of each head over the windows that have it marked.

    Args:
        linker: gives the scores of links.
        scores: windows × pieces × width.
        windows: with their annotations.
    """
    found: dict[str, list[Any]] = {name: [] for name in WEIGHTS}
    for padded, window in zip(scores, windows, strict=True):
        own = padded[: len(window.ids)]
        _tags(own, window, found)
        _attributions(own, window, found)
        _claims(own, window, found)
        _same(own, window, found)
        _links(linker, own, window, found)
    return {name: torch.cat(parts).mean() for name, parts in found.items() if parts}


def _tags(own: Any, window: Window, found: dict[str, list[Any]]) -> None:
    """Add the losses of what each piece is."""
    for (start, end), sourced, stance in window.told:
        voice = own[start:end, SLICES["voice"]].squeeze(-1)
        found["told"].append(asked_apart(voice, torch.full_like(voice, sourced), reduction="none"))
        stances = torch.full((end - start,), stance)
        found["told"].append(
            cross_entropy(own[start:end, SLICES["stance"]], stances, reduction="none")
        )
    if window.names is not None:
        logits = own[1:-1, SLICES["names"]]
        closed = torch.full((logits.shape[-1],), -1e4)
        closed[window.allowed] = 0
        labels = torch.tensor(window.names[1:-1])
        found["names"].append(cross_entropy(logits + closed, labels, reduction="none"))
    if window.mentions is not None:
        labels = torch.tensor(window.mentions[1:-1])
        logits = own[1:-1, SLICES["mentions"]]
        found["mentions"].append(cross_entropy(logits, labels, reduction="none"))


def _attributions(own: Any, window: Window, found: dict[str, list[Any]]) -> None:
    """Add the losses of the parts of attributions, and of what goes with each cue."""
    if window.parts is None:
        return
    parts = torch.tensor(window.parts[1:-1], dtype=torch.float)
    found["attribution"].append(
        asked_apart(own[1:-1, SLICES["attribution"]], parts, reduction="none").mean(-1)
    )
    if not window.cues:
        return
    cues = torch.stack([own[cue].mean(0) for cue, _, _ in window.cues])
    for number, name in enumerate(("cue>source", "cue>content"), 1):
        wanted = torch.zeros(len(window.cues), len(window.ids))
        for n, cue in enumerate(window.cues):
            wanted[n, cue[number]] = 1
        score = pair_scores(name, cues, own)
        found["cues"].append(asked_apart(score, wanted, reduction="none")[:, 1:-1].flatten())


def _claims(own: Any, window: Window, found: dict[str, list[Any]]) -> None:
    """Add the loss of the words that carry predicates."""
    if window.triggers is None:
        return
    wanted = torch.zeros(len(window.ids), len(PREDICATES))
    for n, predicates in enumerate(window.triggers):
        wanted[n, list(predicates)] = 1
    logits = own[1:-1, SLICES["trigger"]]
    found["trigger"].append(
        asked_apart(logits, wanted[1:-1], reduction="none", pos_weight=_SELDOM).mean(-1)
    )


def _same(own: Any, window: Window, found: dict[str, list[Any]]) -> None:
    """Add the loss of finding an earlier mention of the same entity, or none."""
    if not window.same[1:]:
        return
    spans = means(own, [span for span, _ in window.same])
    score = pair_scores("mention>antecedent", spans, spans)
    entities = [entity for _, entity in window.same]
    count = len(entities)
    before = torch.ones(count, count, dtype=torch.bool).tril(-1)
    alike = torch.tensor([[one == other for other in entities] for one in entities]) & before
    new = ~alike.any(1, keepdim=True)
    scores = torch.cat([score.masked_fill(~before, -1e4), torch.zeros(count, 1)], 1)
    right = scores.masked_fill(~torch.cat([alike, new], 1), -1e4)
    found["same"].append((torch.logsumexp(scores, 1) - torch.logsumexp(right, 1))[1:])


def _links(linker: Any, own: Any, window: Window, found: dict[str, list[Any]]) -> None:
    """Add the losses of what fills the roles of triggers, and of how named spans relate."""
    if not window.pairs:
        return
    score = linker.of(own, window.pairs)
    for name in ("roles", "related"):
        rows = [n for n, p in enumerate(window.pairs) if (p.asked is ROLES) == (name == "roles")]
        if rows:
            asked = window.pairs[rows[0]].asked
            holds = [[link in window.pairs[n].holds for link in asked] for n in rows]
            wanted = torch.tensor(holds, dtype=torch.float)
            given = score[rows][:, [LINKS.index(link) for link in asked]]
            found[name].append(
                asked_apart(given, wanted, reduction="none", pos_weight=_RARE).sum(-1)
            )


def means(own: Any, spans: Sequence[Range]) -> Any:
    """Give the mean scores over the pieces of each span: spans × width."""
    weights = torch.zeros(len(spans), len(own))
    for n, (start, end) in enumerate(spans):
        weights[n, start:end] = 1 / (end - start)
    return weights @ own


def pair_scores(name: str, asking: Any, answering: Any) -> Any:
    """Give the scores of a pair head: asking × answering."""
    size = PAIRS[name] + 1
    ask, answer = asking[:, SLICES[name]][:, :size], answering[:, SLICES[name]][:, size:]
    product = ask[:, :-1] @ answer[:, :-1].T / (size - 1) ** 0.5
    return product + ask[:, -1:] + answer[:, -1:].T
