"""What is screened over HTTP is logged as what a command screens. All parties are invented."""

import json
import time
from collections.abc import Callable
from dataclasses import replace

from sayso.model.screenings import Counts, Run, RunKind
from tests.timed import Diary
from tests.web.standing import FRONT, client, diary

WAIT_S = 20


def runs_of(made: Diary, number: int) -> tuple[Run, ...]:
    """Give the runs logged, once there are so many."""
    for _ in range(WAIT_S * 10):
        if len(made.store.screenings.runs()) >= number:
            break
        time.sleep(0.1)
    return made.store.screenings.runs()


def test_each_request_is_one_run_with_its_lists_terms_and_counts():
    made = diary()
    asked = client(made.bench)
    parties = {"a": "Zarmast Tolwak", "b": "Ҳеҷ кас"}
    examples = {
        key: {"schema": "Person", "properties": {"name": [name]}} for key, name in parties.items()
    }
    batch = json.dumps({"q0": {"query": "Kandor Front"}, "q1": {"query": "un:QDe.901"}})
    sent: tuple[Callable[[], object], ...] = (
        lambda: asked.post(
            "/api/v1/screenings",
            json={"queries": [{"query": "Зармаст Толвак"}], "lists": ["un"], "threshold": 0.4},
        ),
        lambda: asked.post("/match/un?limit=3&cutoff=0.45", json={"queries": examples}),
        lambda: asked.post("/reconcile/un", data={"queries": batch}),
    )
    for number, send in enumerate(sent, 1):
        send()
        runs = runs_of(made, number)
    assert len(runs) == len(sent)
    ours, yente, refine = runs
    assert {run.kind for run in runs} == {RunKind.REQUEST}
    assert {run.releases for run in runs} == {made.bench.index().releases}
    assert {run.terms.authorities for run in runs} == {("un",)}
    assert [(run.terms.threshold, run.terms.limit) for run in (ours, yente)] == [
        (0.4, 10),
        (0.45, 3),
    ]
    assert (
        ours.counts
        == yente.counts.plus(Counts(screened=-1))
        == Counts(screened=1, flagged=1, alerts=1)
    )
    assert refine.counts == Counts(screened=1, flagged=1, alerts=1)  # a reference is no screening
    assert len({run.about for run in runs}) == len(runs)
    assert "Tolwak" not in str(runs)


def test_what_is_typed_in_one_go_is_one_run_about_the_last_of_it():
    made = diary()
    asked = client(made.bench)

    def ask(name: str, **more: object) -> None:
        body = {"queries": [{"query": name}], "session": "s1", **more}
        assert asked.post("/api/v1/screenings", json=body).status_code == 200

    for name in ("Kan", "Kandor", "Kandor Front"):
        ask(name)
    ask("Kandor Front", threshold=0.9)

    loose, strict = runs_of(made, 2)
    assert (loose.counts.screened, strict.counts.screened) == (3, 1)
    assert loose.about == strict.about
    assert strict.terms == replace(loose.terms, threshold=0.9)


def test_a_refused_request_is_no_run():
    made = diary(FRONT)
    asked = client(made.bench)
    assert asked.post("/match/un", json={"queries": {}}).status_code == 400
    assert asked.post("/api/v1/screenings", json={"queries": []}).status_code >= 400
    assert asked.get("/reconcile/un").status_code == 200
    one = {"schema": "Person", "properties": {"name": ["Kandor"]}}
    assert asked.post("/match/un", json={"queries": {"a": one}}).status_code == 200
    assert len(runs_of(made, 1)) == 1
