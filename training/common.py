"""Counts by how many parties of the world's lists each word is borne, for small lists' sake.

    python -m training.common INDEX > src/sayso/match/names/common.json

INDEX is JSONL as `bench.screening` reads it. Rows of a number of parties and the words, in small
Latin letters, that so many bear; words that fewer than ten bear are left out.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from bench.screening_rows import releases_of
from sayso.match.words.latin import tokens_of
from sayso.model.lists import ListEntry

_FEWEST: Final = 10


def main() -> None:
    """Count, and print the rows as JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("index", type=Path)
    releases, _ = releases_of(parser.parse_args().index)
    rows = counted(entry for release in releases for entry in release.entries)
    sys.stdout.write("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")


def counted(entries: Iterable[ListEntry]) -> list[tuple[int, str]]:
    """Give each number of parties, the most first, with the words that so many bear."""
    borne = Counter(
        form
        for entry in entries
        for form in {token.form for name in entry.names for token in tokens_of(name.text)}
    )
    words = defaultdict[int, list[str]](list)
    for word, count in sorted(borne.items()):
        if count >= _FEWEST:
            words[count].append(word)
    return [(count, " ".join(words[count])) for count in sorted(words, reverse=True)]


if __name__ == "__main__":
    main()
