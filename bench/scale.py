"""Measures screening against many names: real ones, and those that are made by recombining them.

    python -m bench.scale --names 1200000 --seed 1 INDEX QUERIES [--sample N]

The recipe: each made party is moulded on a real one drawn by chance, of its list and kind, with as
many names. Each of its names is the mould's, in which the last word gives way to the last word of
another name of the same kind and script, and, in a name of three words and more, the second does to
the second of a third name; a name of one word gives way to another of one word. A made party is
known from the seed and its number alone, so none needs to be kept. The real parties stay, and
parties are made until there are so many names. The questions are as they were; what a made party is
found by is no error, so nothing but costs is told, and `r1` to see that the real ones are found.
"""

import argparse
import json
import random
import resource
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple, Self

from bench.engines.screening import Asking, EntryOf, asked
from bench.figures import mean
from bench.run import EVERYTHING
from bench.screening import chosen, costs_of, entries_of, latency
from bench.screening_rows import questions_of, releases_of
from sayso.errors import SaysoError
from sayso.match.names.arrays import arrays_of
from sayso.match.names.file import write
from sayso.model.ids import EntryId
from sayso.model.lists import ListedName, ListEntry

_MADE: Final = "made"
_SEVERAL: Final = 3
#: Questions that are asked unless more are wanted.
_SAMPLE: Final = 1_000


class _Shape(NamedTuple):
    """What names must have in common to give each other words."""

    schema: str
    script: str
    words: int


@dataclass(frozen=True, slots=True)
class Recipe:
    """Makes parties from real ones: party number n is the same whenever it is made.

    Attributes:
        moulds: the real entries.
        words: for each shape of name, the words of all such names.
    """

    seed: int
    moulds: Sequence[ListEntry]
    words: dict[_Shape, list[tuple[str, ...]]]

    @classmethod
    def of(cls, entries: Sequence[ListEntry], seed: int) -> Self:
        """Give the recipe for making parties from these."""
        words: defaultdict[_Shape, list[tuple[str, ...]]] = defaultdict(list)
        for entry in entries:
            for name in entry.names:
                words[_shape(entry.schema, name.text)].append(tuple(name.text.split()))
        return cls(seed, entries, dict(words))

    def made(self, number: int) -> ListEntry:
        """Give a made party."""
        chance = random.Random(f"{self.seed}:{number}")  # noqa: S311  # to be repeated, no secret
        mould = chance.choice(self.moulds)
        reference = f"{_MADE}-{number}"
        names = tuple(self._name(mould.schema, name, chance) for name in mould.names)
        entry_id = EntryId(f"{mould.authority}:{reference}")
        return replace(mould, id=entry_id, reference=reference, names=names, documents=())

    def entry_of(self, entry_id: EntryId) -> ListEntry | None:
        """Give a made party by its id."""
        _, made, number = entry_id.partition(f":{_MADE}-")
        return self.made(int(number)) if made else None

    def until(self, names: int) -> Iterator[ListEntry]:
        """Give the real parties, then made ones until there are so many names."""
        yield from self.moulds
        held, number = sum(len(entry.names) for entry in self.moulds), 0
        while held < names:
            entry = self.made(number)
            held, number = held + len(entry.names), number + 1
            yield entry

    def _name(self, schema: str, name: ListedName, chance: random.Random) -> ListedName:
        like = self.words[_shape(schema, name.text)]
        words = list(chance.choice(like) if len(name.text.split()) == 1 else name.text.split())
        words[-1:] = chance.choice(like)[-1:]
        if len(words) >= _SEVERAL:
            words[1:2] = chance.choice(like)[1:2]
        return replace(name, text=" ".join(words))


def entries_again(index: Path, seed: int) -> EntryOf:
    """Give what gives an entry, real or made."""
    releases, _ = releases_of(index)
    entries = entries_of(releases)
    held, recipe = {entry.id: entry for entry in entries}, Recipe.of(entries, seed)
    return lambda entry_id: held.get(entry_id) or recipe.entry_of(entry_id)


def main(words: Sequence[str] | None = None) -> None:
    """Print the figures of one size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("index", type=Path, help="listed parties: JSONL, plain or .gz")
    parser.add_argument("queries", type=Path, help="labelled questions: JSONL, plain or .gz")
    parser.add_argument("--names", type=int, default=1_200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", type=int, default=_SAMPLE, metavar="N", help="questions")
    options = parser.parse_args(words)
    began = time.perf_counter()
    try:
        figures = measured(options)
    except SaysoError as bad:
        sys.exit(str(bad))
    figures |= {"seconds": round(time.perf_counter() - began, 2)}
    print(json.dumps(figures, ensure_ascii=False, indent=2))


def measured(options: argparse.Namespace) -> dict[str, object]:
    """Build an index of the size that is asked for, and ask it."""
    releases, clusters = releases_of(options.index)
    questions = chosen(list(questions_of(options.queries, clusters)), EVERYTHING, options.sample)
    source = partial(entries_again, options.index, options.seed)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "names.idx"
        built = _build(path, Recipe.of(entries_of(releases), options.seed), options.names)
        costs = costs_of(path, source, questions)
        full = asked(path, source, questions, Asking())
    answers = [a for one in full for a in one.answers if a.question.expected]
    contract = latency(full)
    return {
        "r1": mean(float(answer.rank == 1) for answer in answers),
        **costs,
        "p50_ms_contract": contract["p50_ms"],
        "p99_ms_contract": contract["p99_ms"],
        **built,
        "peak_mb": round(max(one.peak_mb for one in full), 1),
        "n": len(questions),
    }


def _build(path: Path, recipe: Recipe, names: int) -> dict[str, object]:
    """Write the names' file, and give what that cost."""
    entries = sorted(recipe.until(names), key=lambda entry: entry.id)
    began = time.process_time()
    arrays = arrays_of(entries)
    write(path, arrays, sorted({f"{entry.authority}@{_MADE}" for entry in entries}))
    return {
        "build_s": round(time.process_time() - began, 2),
        "file_mb": round(path.stat().st_size / 1e6, 1),
        "build_peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "entries": len(entries),
        "names": int(arrays.name_entries.size),
        "words": int(arrays.word_weights.size),
    }


def _shape(schema: str, text: str) -> _Shape:
    letter = next((c for c in text if c.isalpha()), "")
    script = unicodedata.name(letter, "").partition(" ")[0] if letter else ""
    return _Shape(schema, script, min(len(text.split()), _SEVERAL))


if __name__ == "__main__":
    main()
