"""The queue says what waits, what matters most first, why, and in which words it stands."""

import json
import time

from sayso.review.assemble import assemble
from sayso.views.review.json import queue_json
from sayso.views.review.queue import MOST_QUOTED, Waiting, queue
from sayso.views.review.text import item_text
from tests.review.build import GROUP, PERSON, Page
from tests.review.judging.build import Desk, story
from tests.review.judging.test_pairs import listed, person
from tests.views.kandor import case
from tests.views.review.test_gate import signed


def test_what_concerns_persons_comes_before_the_rest_and_nothing_stands_twice():
    items = queue(case())
    kinds = [item.kind for item in items]
    assert kinds == sorted(kinds, key=list(Waiting).index)
    assert len({(item.about, item.other) for item in items}) == len(items)
    assert items[0].kind is Waiting.LISTING
    first = next(item for item in items if item.kind is Waiting.PERSON)
    assert "Baryal Sahak" in first.why[0]


def test_each_thing_that_waits_has_its_exact_words_and_the_command_that_decides_it():
    knowledge = case()
    texts = [record.document.text for record in knowledge.records.values()]
    for item in queue(knowledge):
        assert item.why
        assert item.commands
        assert len(item.quotes) <= MOST_QUOTED
        assert all(any(quote.words in text for text in texts) for quote in item.quotes)
    told = item_text(queue(knowledge)[0])
    assert "why: " in told
    assert "$ sayso judge " in told


def test_what_was_accepted_does_not_wait():
    knowledge = case()
    assert [
        i for i in queue(signed(knowledge, *knowledge.claims)) if i.kind is not Waiting.LISTING
    ] == []


def test_a_cleared_pair_leaves_the_queue_and_comes_back_first_with_what_changed():
    desk = listed()
    assert queue(desk.knowledge)[0].kind is Waiting.LISTING
    desk.judge(person(desk).id, "clear", "QDi.901")
    assert Waiting.LISTING not in {item.kind for item in queue(desk.knowledge)}
    desk.entry = None
    first = queue(desk.knowledge)[0]
    assert first.kind is Waiting.CHANGED
    assert first.why[0].startswith("cleared from un:QDi.901 by Ada Okoye")
    assert any(why.startswith("since then no longer there") for why in first.why)
    assert Waiting.LISTING not in {item.kind for item in queue(desk.knowledge)}


def test_reviewers_who_disagree_and_judgements_on_what_is_gone_are_shown():
    first, second = story(), story("2024-05-25", "Herat Courier")
    desk = Desk(first, second)
    desk.judge(first.claims[0].id, "accept")
    desk.judge(first.claims[0].id, "reject", by="B. Rahimi")
    desk.judge(second.claims[0].id, "accept")
    desk.pages.remove(second)
    items = {item.kind: item for item in queue(desk.knowledge)}
    assert items[Waiting.DISPUTED].why == (
        "accepted by Ada Okoye on 2026-03-01: read it twice",
        "rejected by B. Rahimi on 2026-03-01: read it twice (the later: it stands)",
    )
    assert "is no longer here; the judgement on it is kept" in items[Waiting.GONE].says


def test_the_queue_as_json_counts_what_is_not_shown():
    every = queue(case())
    got = json.loads(json.dumps(queue_json(every[:2], every), ensure_ascii=False))
    assert len(got["queue"]) == 2
    assert got["waiting"] == sum(got["kinds"].values()) == len(every)
    assert set(got["queue"][0]) == {
        "kind",
        "about",
        "other",
        "says",
        "why",
        "words",
        "further",
        "commands",
    }


def test_a_document_with_thousands_of_persons_and_claims_is_queued_in_a_few_seconds():
    page = Page("The Kandor Post", "2024-05-23")
    for number in range(3000):
        man = page.name(f"Gul{number} Wardak{number}", PERSON)
        page.claim(man, "leads", page.name(f"Zarvan Front {number}", GROUP))
    knowledge = assemble([page.record()])
    began = time.process_time()
    assert len(queue(knowledge)) == 3000
    assert time.process_time() - began < 8
