"""Writes the output below each `$ command` of the pages' console blocks, from a fresh demo project.

`python scripts/build_examples.py` writes, `--check` says which pages would change.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = tuple(
    ROOT / page for page in ("README.md", "docs/tutorial.md", "docs/explanation/hypotheses.md")
)
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
COLUMNS = 100
#: A claim's number counts what was read before it; of what is barely sure, processors differ, for
#: they round differently.
NUMBER = re.compile(r"(?<=\bc-[0-9a-f]{8})-\d+")


def main() -> int:
    """Write the pages; with --check, say which would change and end with 1."""
    check = "--check" in sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        run("sayso demo --quiet", folder)
        now = {page: rebuilt(page, folder) for page in PAGES}
    stale = {
        p: text for p, text in now.items() if unnumbered(text) != unnumbered(p.read_text("utf-8"))
    }
    for page, text in stale.items():
        if check:
            name = page.relative_to(ROOT)
            sys.stderr.write(f"{name}: an example is old: run scripts/build_examples.py\n")
        else:
            page.write_text(text, encoding="utf-8")
    return int(check and bool(stale))


def unnumbered(text: str) -> str:
    """Give a page without the numbers of claims."""
    return NUMBER.sub("", text)


def rebuilt(page: Path, folder: str) -> str:
    """Give a page with the output of each command below it."""

    def block(found: re.Match[str]) -> str:
        commands = [line for line in found.group().splitlines() if line.startswith("$ ")]
        return "\n".join(f"{c}\n{run(c.removeprefix('$ '), folder)}" for c in commands)

    return BLOCK.sub(block, page.read_text(encoding="utf-8"))


def run(command: str, folder: str) -> str:
    """Give what a command prints in the demo's project, without blanks at the ends of lines.

    Raises:
        CalledProcessError: it did not end with 0.
    """
    here = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "SAYSO_PROJECT": "demo-project",
        "COLUMNS": str(COLUMNS),
        "NO_COLOR": "1",
    }
    done = subprocess.run(  # noqa: S603  # the pages' own commands
        ["/bin/bash", "-c", command],
        cwd=folder,
        env={**os.environ, **here},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()).rstrip() + "\n"


if __name__ == "__main__":
    sys.exit(main())
