"""The demo as a user runs it, measured by its own benchmark."""

import json
import subprocess
import sys
from pathlib import Path

from sayso.demo import corpus

ROOT = Path(__file__).resolve().parents[2]


def test_the_demo_reads_the_whole_corpus_once_and_help_comes_at_once():
    done = subprocess.run(
        [sys.executable, "-m", "bench.demo"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )

    figures = json.loads(done.stdout)
    assert figures["n"] == sum(1 for _ in corpus.documents())
    assert figures["claims"] > figures["n"]
    assert figures["again_seconds"] < figures["seconds"]
    assert figures["help_seconds"] < 0.3
