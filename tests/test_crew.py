"""Several processes at one work: the order stays, and what ends one of them ends nothing else."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.crew import Crew
from sayso.errors import SaysoError, Unavailable, Unreadable
from sayso.extract.engine import RuleExtractor
from sayso.settings import load
from sayso.wiring import workbench

ROOT = Path(__file__).resolve().parent.parent


def square(number: int) -> int:
    """Give the square; 13 is refused, and 99 takes its process with it."""
    if number == 13:
        raise Unreadable("13: unlucky")
    if number == 99:
        os._exit(7)
    time.sleep(0.002 * (number % 3))
    return number * number


def crew(processes: int) -> Crew[str, int, int]:
    def start() -> Callable[[int], int]:
        return square

    return Crew(start, processes)


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_results_come_in_the_order_of_the_jobs_whoever_does_them(processes: int):
    done = list(crew(processes).run((f"n{n}", n) for n in range(12)))
    assert done == [(f"n{n}", n * n) for n in range(12)]


@pytest.mark.parametrize("processes", [1, 3])
def test_what_needs_no_work_waits_for_its_turn_in_the_line(processes: int):
    things = [("a", 3), ("بی‌کار", None), ("c", 4)]
    assert list(crew(processes).run(things)) == [("a", 9), ("بی‌کار", None), ("c", 16)]


@pytest.mark.parametrize("processes", [1, 3])
def test_a_refusal_is_the_result_of_its_job_alone(processes: int):
    refused = dict(crew(processes).run((str(n), n) for n in (12, 13, 14)))
    assert (refused["12"], refused["14"]) == (144, 196)
    assert isinstance(refused["13"], Unreadable)


def test_a_job_that_takes_its_process_with_it_is_told_and_the_others_are_done():
    done = dict(crew(2).run((str(n), n) for n in (98, 99, 100, 101, 102)))
    lost = done.pop("99")
    assert isinstance(lost, Unavailable)
    assert "exit code 7" in str(lost)
    assert done == {"98": 9604, "100": 10000, "101": 10201, "102": 10404}


def test_no_more_is_looked_at_ahead_than_a_few_things():
    taken = 0

    def things() -> Iterator[tuple[str, int]]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield str(number), number

    running = crew(2).run(things())
    next(running)
    assert taken < 20
    running.close()


def test_nothing_is_loaded_before_there_is_work():
    def start() -> Callable[[int], int]:
        raise AssertionError("loaded")

    idle: Crew[str, int, int] = Crew(start, 2)
    assert list(idle.run([("a", None), ("b", None)])) == [("a", None), ("b", None)]


def test_what_cannot_be_loaded_is_told_once():
    def start() -> Callable[[int], int]:
        raise Unavailable("no model")

    unable: Crew[str, int, int] = Crew(start, 2)
    with pytest.raises(SaysoError, match="no model"):
        list(unable.run([("a", 1), ("b", 2)]))


ENDLESS = """
import os, time
from sayso.crew import Crew
def work(number):
    os.write(1, b"%d\\n" % os.getpid())  # in one piece: two processes write at once
    time.sleep(0.3)
    return number
for _ in Crew(lambda: work, 2).run((n, n) for n in range(10_000)):
    pass
"""


def test_the_processes_end_when_the_one_that_began_them_is_killed():
    source = str(ROOT / "src")
    first = subprocess.Popen(
        [sys.executable, "-c", ENDLESS],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": source},
    )
    assert first.stdout is not None
    hands = {int(first.stdout.readline()) for _ in range(4)}
    first.send_signal(signal.SIGKILL)
    first.communicate()
    until = time.monotonic() + 60
    while any(map(is_alive, hands)) and time.monotonic() < until:
        time.sleep(0.05)
    assert [hand for hand in hands if is_alive(hand)] == []


def test_what_reads_english_is_loaded_before_any_process_is_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    loaded = []
    monkeypatch.setattr(RuleExtractor, "prepared", lambda self: loaded.append(self) or self)
    workbench(load({}, {}, tmp_path), io.BytesIO()).reader()
    assert len(loaded) == 1


def is_alive(process: int) -> bool:
    """Say whether a process is there and no mere entry of a table."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"
