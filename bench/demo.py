"""Measures the demo: seconds, documents and claims a second, peak memory; and start-up.

`python -m bench.demo` needs no data file: it builds the demo project in a folder of its own.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HELP_RUNS = 7
COMMAND = "import sys; from sayso.cli import main; sys.exit(main())"


def sayso(*arguments: str) -> tuple[float, str]:
    """Run one command; give its seconds and what it printed.

    Raises:
        CalledProcessError: it did not end with 0.
    """
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *arguments],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return time.perf_counter() - began, done.stdout


def main() -> None:
    """Print one JSON object."""
    with tempfile.TemporaryDirectory() as folder:
        project = str(Path(folder) / "demo")
        seconds, printed = sayso("demo", "--project", project, "--json", "--quiet")
        peak_kb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        added = json.loads(printed)["added"]
        claims = sum(row["claims"] for row in added)
        brief, _ = sayso("brief", "--project", project)
        again, _ = sayso("demo", "--project", project, "--json", "--quiet")
    figures = {
        "n": len(added),
        "claims": claims,
        "seconds": round(seconds, 2),
        "documents_per_s": round(len(added) / seconds, 2),
        "claims_per_s": round(claims / seconds, 1),
        "brief_seconds": round(brief, 2),
        "again_seconds": round(again, 2),
        "help_seconds": round(min(sayso("--help")[0] for _ in range(HELP_RUNS)), 3),
        "peak_mb": round(peak_kb / 1024),
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
