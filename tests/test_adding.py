"""Documents kept by one writer while others read: all of them, once, whatever comes between."""

import io
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from sayso import wiring
from sayso.adding import AddStatus, Job, Reading, Taken, add_all
from sayso.collect.collector import Hints
from sayso.crew import Crew
from sayso.errors import Unreadable
from sayso.model.documents import Intake
from sayso.settings import load
from sayso.store.sqlite import open_store
from tests.fakes import MemoryStore, tiny_extraction, tiny_intake

ROOT = Path(__file__).resolve().parent.parent
#: Invented groups and persons, in real places; one text of nothing of the domain.
TEXTS = (
    "The Ostan Observatory said that the Zarvan Front operates a training camp in Ghazni.\n",
    "The Zarvan Front denied that it operates a training camp. Gul Rahim leads the front.\n",
    "The kettle was warm, and the cat slept on the sill until noon. It rained all afternoon.\n",
    "Prosecutors in Herat arrested Гуль Рахим, a member of the Kohdast Movement, on Monday.\n",
)


def reading(job: Job) -> Reading:
    """Give one claim a passage, as a reader of nothing but first words would."""
    intake = tiny_intake(job.document.text)
    return Reading(tiny_extraction(intake), (), 0.0)


def crew(processes: int = 1) -> Crew[Taken, Job, Reading]:
    return Crew(lambda: reading, processes)


@pytest.mark.parametrize("processes", [1, 2])
def test_the_same_bytes_twice_in_one_batch_are_kept_once(processes: int):
    store = MemoryStore()
    intake = tiny_intake("Zarvan said so.")
    sources = [("a.txt", lambda: intake), ("b.txt", lambda: intake)]
    first, second = add_all(sources, lambda: store.documents, crew(processes))
    assert (first.status, second.status) == (AddStatus.ADDED, AddStatus.ALREADY_HERE)
    assert len(store.documents.documents()) == 1


@pytest.mark.parametrize("processes", [1, 2])
def test_a_source_that_fails_is_told_in_its_place_and_leaves_nothing(processes: int):
    def broken() -> Intake:
        raise Unreadable("b.pdf: truncated; get it again")

    store = MemoryStore()
    sources = [
        ("a.txt", partial(tiny_intake, "Zarvan said so.")),
        ("b.pdf", broken),
        ("c.txt", partial(tiny_intake, "Kohdast denied it.")),
    ]
    outcomes = list(add_all(sources, lambda: store.documents, crew(processes)))
    assert [(o.source, o.status) for o in outcomes] == [
        ("a.txt", AddStatus.ADDED),
        ("b.pdf", AddStatus.FAILED),
        ("c.txt", AddStatus.ADDED),
    ]
    assert outcomes[1].error == "b.pdf: truncated; get it again"
    assert len(store.documents.documents()) == 2


def kept(folder: Path, workers: int) -> list[object]:
    """Give what a project holds after its texts were read by so many processes."""
    texts = folder / "texts"
    texts.mkdir(exist_ok=True)
    for number, text in enumerate(TEXTS * 2):
        path = texts / f"{number}.txt"
        path.write_text(text + f"Note {number}.\n", encoding="utf-8")
        os.utime(path, (0, 0))
    given = {"project": str(folder / f"p{workers}")}
    bench = wiring.workbench(load(given, {"SAYSO_WORKERS": str(workers)}, folder), io.BytesIO())
    outcomes = list(bench.add(bench.locate([str(texts)]), Hints(published="2025-02-01")))
    assert {o.status for o in outcomes} == {AddStatus.ADDED}
    knowledge = bench.knowledge()
    found = [
        (r.document.id, r.passages, r.extraction, r.listings) for r in knowledge.records.values()
    ]
    bench.close()
    return [o.remarks for o in outcomes] + [repr(row) for row in found]


def test_what_is_read_is_the_same_whatever_the_number_of_processes(tmp_path: Path):
    alone = kept(tmp_path, 1)
    assert alone == kept(tmp_path, 2) == kept(tmp_path, 3)
    assert any("no word of the domain" in str(row) for row in alone)


SLOW = """
import sys, time
from functools import partial
from pathlib import Path
from sayso.adding import add_all, Job, Reading
from sayso.crew import Crew
from sayso.store.sqlite import open_store
from tests.fakes import tiny_intake
from tests.test_adding import reading

def slow(job):
    time.sleep(0.02)
    return reading(job)

store = open_store(Path(sys.argv[1]), must_exist=False)
sources = [(str(n), partial(tiny_intake, f"Zarvan said number {n}.")) for n in range(60)]
for outcome in add_all(sources, lambda: store.documents, Crew(lambda: slow, 2)):
    print(outcome.source, outcome.status, flush=True)
"""


def add_slowly(project: Path) -> subprocess.Popen[str]:
    path = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    return subprocess.Popen(
        [sys.executable, "-c", SLOW, str(project)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )


def test_a_batch_that_is_killed_loses_nothing_that_was_told_and_goes_on(tmp_path: Path):
    project = tmp_path / "sayso.db"
    first = add_slowly(project)
    assert first.stdout is not None
    told = [first.stdout.readline().split()[0] for _ in range(15)]
    first.send_signal(signal.SIGKILL)
    first.communicate()

    store = open_store(project, must_exist=True)
    held = {document.text for document in store.documents.documents()}
    store.close()
    assert {f"Zarvan said number {n}." for n in told} <= held
    assert len(held) < 60

    rest, _ = add_slowly(project).communicate()
    again = [line for line in rest.splitlines() if line.endswith("already here")]
    assert len(rest.splitlines()) == 60
    assert len(again) == len(held)
    store = open_store(project, must_exist=True)
    assert len(store.documents.documents()) == 60
    store.close()
