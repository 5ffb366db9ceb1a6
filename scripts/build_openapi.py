"""Writes the description of the HTTP API: frontend/openapi.json; --check says if it has changed."""

import argparse
import io
import json
import sys
from pathlib import Path

from sayso.settings import load
from sayso.web.app import description
from sayso.wiring import workbench

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "frontend/openapi.json"


def main() -> int:
    """Write the description, or compare it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    is_check = parser.parse_args().check
    bench = workbench(load({"project": "no-project"}, {}, ROOT), io.BytesIO())
    told = json.dumps(description(bench), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if is_check:
        is_same = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == told
        if not is_same:
            sys.stderr.write("frontend/openapi.json is old: run scripts/build_openapi.py\n")
        return 0 if is_same else 1
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(told, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
