"""Lists change while they are asked: each request sees one state of them, and no later one."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from sayso.match.index import ListIndex
from sayso.model.lists import ListEntry, ListRelease
from tests.fakes import tiny_entry
from tests.timed import Diary, day
from tests.web.standing import FRONT, TOLWAK, client, diary


def test_a_change_of_the_lists_is_answered_from_the_next_request_on():
    made = diary(FRONT)
    asked = client(made.bench)
    assert asked.get("/entities/un:QDi.901").status_code == 404
    mark = asked.get("/catalog").headers["etag"]
    made.release("2024-06-10", 12, FRONT, TOLWAK)
    assert asked.get("/entities/un:QDi.901").status_code == 200
    assert asked.get("/search/un?q=zarmast").json()["total"]["value"] == 1
    assert asked.get("/catalog").headers["etag"] != mark


def test_a_release_comes_into_force_on_its_day_without_being_added_again():
    made = diary(FRONT)
    asked = client(made.bench)
    made.release("2024-06-20", 12, FRONT, TOLWAK)
    assert asked.get("/entities/un:QDi.901").status_code == 404
    made.now = day(19)
    assert asked.get("/entities/un:QDi.901").status_code == 200


def test_one_who_has_the_answer_is_told_that_nothing_changed():
    asked = client()
    first = asked.get("/api/v1/lists")
    again = asked.get("/api/v1/lists", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"


def test_a_document_that_is_added_does_not_build_the_index_anew():
    made = diary(FRONT)
    before = made.bench.index()
    made.store.documents.changes += 1
    assert made.bench.index() is before


BUILD = ListIndex.build


class Slow:
    """Builds indexes as slowly as large lists do, and counts them."""

    def __init__(self) -> None:
        self.built = 0
        self.begun, self.go_on = threading.Event(), threading.Event()

    def build(self, releases: list[ListRelease]) -> ListIndex:
        """Build one once it is allowed to go on."""
        self.built += 1
        self.begun.set()
        assert self.go_on.wait(10)
        return BUILD(releases)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    made = Slow()
    monkeypatch.setattr("sayso.project.ListIndex.build", made.build)
    return made


def test_requests_that_come_first_wait_for_one_index(slow: Slow):
    made = diary(FRONT)
    with ThreadPoolExecutor(4) as crew:
        waiting = [crew.submit(made.bench.index) for _ in range(4)]
        assert slow.begun.wait(10)
        time.sleep(0.05)
        assert not any(one.done() for one in waiting)
        slow.go_on.set()
        assert len({id(one.result(10)) for one in waiting}) == 1
    assert slow.built == 1


def test_while_a_new_index_is_built_the_others_are_answered_from_the_one_before(slow: Slow):
    made = diary(FRONT)
    slow.go_on.set()
    asked = client(made.bench)
    assert asked.get("/search/un?q=kandor").json()["total"]["value"] == 1
    slow.begun.clear()
    slow.go_on.clear()
    made.release("2024-06-10", 12, FRONT, TOLWAK)
    with ThreadPoolExecutor(1) as crew:
        builder = crew.submit(made.bench.index)
        assert slow.begun.wait(10)
        assert asked.get("/entities/un:QDi.901").status_code == 404
        slow.go_on.set()
        builder.result(10)
    assert asked.get("/entities/un:QDi.901").status_code == 200
    assert slow.built == 2


def test_many_requests_at_once_see_whole_states_only():
    """Each release renames the entry: an answer that mixes two would show it twice or never."""
    made = diary(named(0))
    asked = client(made.bench)
    failures: list[str] = []
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set():
            query = {"queries": [{"query": "Kandor Front"}] * 5, "threshold": 0}
            told = asked.post("/api/v1/screenings", json=query).json()
            seen = {(c["name"], c["release"]) for row in told["results"] for c in row["results"]}
            if len(seen) != 1 or told["releases"] != [f"un@{next(iter(seen))[1]}"]:
                failures.append(str(seen))

    askers = [threading.Thread(target=ask) for _ in range(3)]
    for asker in askers:
        asker.start()
    for number in range(1, 15):
        release(made, number)
        time.sleep(0.02)
    stop.set()
    for asker in askers:
        asker.join(20)
    assert failures == []


def named(number: int) -> ListEntry:
    return tiny_entry("QDe.901", f"Kandor Front {'I' * (number % 3 + 1)}")


def release(made: Diary, number: int) -> None:
    made.release(f"2024-06-{number + 1:02d}", number + 1, named(number))
