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
