"""The throughput benchmark counts what it reads, and all the memory that it takes."""

import json
import os
import subprocess
import sys
from pathlib import Path

from bench.throughput import family, memory_mb

ROOT = Path(__file__).resolve().parents[2]


def measured(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bench.throughput", str(folder), *options],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))},
    )


def test_it_counts_documents_words_and_claims_of_every_copy(tmp_path: Path):
    told = "The Zarvan Front said that Гуль Рахим leads the Kohdast Movement in Ghazni.\n"
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.txt").write_text(told, encoding="utf-8")
    figures = json.loads(measured(tmp_path, "--workers", "2", "--copies", "3").stdout)
    assert (figures["n"], figures["workers"], figures["gate_open"]) == (3, 2, 1.0)
    assert figures["words"] == 13 + 2 * 15
    assert figures["claims"] >= 3
    speeds = ("documents_per_s", "words_per_s", "claims_per_s", "gate_documents_per_s")
    assert all(figures[speed] > 0 for speed in speeds)
    assert figures["peak_mb"] > 50
    assert figures["seconds"] > 0


def test_a_folder_without_texts_is_told(tmp_path: Path):
    done = measured(tmp_path)
    assert done.returncode == 1
    assert "no *.txt" in done.stderr


def test_a_process_is_weighed_with_all_below_it():
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        assert child.pid in family(os.getpid())
        assert memory_mb(os.getpid()) > 1
    finally:
        child.kill()
        child.wait()
    assert memory_mb(-1) == 0.0
