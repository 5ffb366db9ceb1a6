"""Files of a few invented rows."""

import gzip
import json
from collections.abc import Iterable, Mapping
from pathlib import Path


def written(path: Path, rows: Iterable[Mapping[str, object]], *, packed: bool = False) -> Path:
    """Write rows as JSONL, packed with gzip or plain."""
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    content = text.encode()
    path.write_bytes(gzip.compress(content) if packed else content)
    return path


def party(reference: str, name: str) -> dict[str, object]:
    """Give a row of listed parties."""
    made = {"id": f"un-{reference}", "list": "un", "schema": "Person", "name": name, "aliases": []}
    return made | {"dob": [], "countries": [], "ids": [], "cluster": f"c{reference}"}


def asked(qid: str, name: str, *expect: str) -> dict[str, object]:
    """Give a row of labelled questions."""
    made = {"qid": qid, "set": "perturbed" if expect else "negative", "cls": "any", "query": name}
    return made | {
        "schema": "Person", "dob": [], "country": [], "exclude_list": "", "expect": list(expect),
    }  # fmt: skip
