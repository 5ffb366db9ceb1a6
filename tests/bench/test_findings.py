"""The corpus of the benchmark of findings is as invented as its recipe says."""

import json
import subprocess
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

from bench.invented import COPIES, about_one_pair, invent, long_report
from sayso.model.documents import check_passages
from sayso.model.vocabulary import SourceKind
from sayso.review.assemble import assemble
from sayso.review.copies import find_stories

ROOT = Path(__file__).resolve().parents[2]


def test_it_measures_both_ways_and_they_agree():
    done = subprocess.run(
        [sys.executable, "-m", "bench.findings", "300", "--stored"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    figures = json.loads(done.stdout)
    assert figures["equal"] is True
    assert figures["claims"] >= 300
    assert {"documents", "rebuild_s", "add_s", "read_s", "peak_mb"} <= figures.keys()


def test_the_same_seed_gives_the_same_corpus_and_a_longer_one_begins_otherwise_alike():
    assert list(invent(100, seed=7)) == list(invent(100, seed=7))
    assert list(invent(100, seed=7)) != list(invent(100, seed=8))


def test_every_mention_and_passage_stands_in_its_text():
    for record in invent(200):
        text = record.document.text
        check_passages(record.document, record.passages)
        mentions = (m for e in record.extraction.entities for m in e.mentions)
        assert all(m.span.of(text) == m.text for m in mentions)


def test_shares_are_about_those_of_the_recipe():
    records = tuple(invent(9000))
    claims = [claim for r in records for claim in r.extraction.claims]
    told = Counter(claim.source_chain[-1].kind for claim in claims)
    stories = find_stories(r.document for r in records)
    assert 0.5 < told[SourceKind.NARRATOR] / len(claims) < 0.6
    assert 0.1 < sum(claim.factuality.stance == "-" for claim in claims) / len(claims) < 0.15
    assert sum(copy != first for copy, first in stories.items()) / len(records) > COPIES / 2
    assert 7 < len(claims) / len(records) < 11


def test_claims_about_one_pair_are_one_finding():
    known = assemble(islice(about_one_pair(900), 60))
    assert len(known.findings) == 1


def test_a_long_report_is_one_document_with_all_its_sentences():
    record = long_report(200)
    assert len(record.passages) >= 200
    assert record.document.title == "A long report"
    check_passages(record.document, record.passages)
    assert long_report(200) == record
