"""What the second reader learns from: annotated articles, and passages with marked words.

A passage file holds passages parted by empty lines; a line that begins with `%` is a remark.
`{S-|supplied}` marks the words that carry a claim: S on somebody's word or N on the narrator's,
then + as so, - as not so, ? as open.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

MARK: Final = re.compile(r"\{([SN])([+?-])\|([^{}|]+)\}")
STANCES: Final = "+-?"


@dataclass(frozen=True, slots=True)
class Label:
    """What the words at a half-open stretch of a text tell, and on whose word."""

    start: int
    end: int
    sourced: bool
    stance: str


@dataclass(frozen=True, slots=True)
class Example:
    """A text with labels, in order."""

    name: str
    text: str
    labels: tuple[Label, ...]


def articles(folder: Path) -> Iterator[Example]:
    """Give the annotated articles of a folder: the trigger of each claim is labelled."""
    for path in sorted(folder.glob("*.json")):
        claims = json.loads(path.read_text(encoding="utf-8"))["claims"]
        labels = (
            Label(
                claim["trigger"]["start"],
                claim["trigger"]["end"],
                len(claim["source_chain"]) > 1,
                "?" if claim["factuality"].endswith("u") else claim["factuality"][-1],
            )
            for claim in claims
        )
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        yield Example(path.stem, text, tuple(sorted(labels, key=lambda label: label.start)))


def passages(path: Path) -> Iterator[Example]:
    """Give the passages of a file.

    Raises:
        ValueError: a brace is left that belongs to no mark.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = "\n".join(line for line in lines if not line.startswith("%"))
    for number, marked in enumerate(filter(None, map(str.strip, re.split(r"\n\s*\n", kept))), 1):
        yield _unmarked(f"{path.stem} {number}", " ".join(marked.split()))


def _unmarked(name: str, marked: str) -> Example:
    """Take the marks out of one passage."""
    text, labels, at = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[at : found.start()]
        words = found[3]
        labels.append(Label(len(text), len(text) + len(words), found[1] == "S", found[2]))
        text, at = text + words, found.end()
    text += marked[at:]
    if set("{}|") & set(text):
        raise ValueError(f"{name}: a mark is not of the form {{S+|words}}: {text}")
    return Example(name, text, tuple(labels))
