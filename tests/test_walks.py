"""The five walks of the design, end to end, with the parts that a user has."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso import wiring
from sayso.adding import AddStatus
from sayso.collect.collector import Hints
from sayso.demo import corpus
from sayso.errors import BadListRelease, NotFound
from sayso.lists.reading.files import ListFiles
from sayso.model.matches import Screening
from sayso.model.vocabulary import Factuality, FindingStatus
from sayso.settings import load
from sayso.views import why
from sayso.views.brief import markdown
from sayso.workbench import Workbench

REPORT = (
    "Invented for testing.\n\n"
    "The Ostan Observatory reported that the Zarvan Front had established up to eight training "
    "camps in Ghazni and Laghman.\n\n"
    "The Zarvan Front denied that it had any training camps in Ghazni.\n"
)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    made = wiring.workbench(load({"project": str(tmp_path / "p")}, {}, tmp_path), io.BytesIO())
    yield made
    made.close()


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return str(path)


def test_a_report_that_is_added_gives_its_words_back_and_adds_nothing_twice(
    bench: Workbench, report: str
):
    [first] = bench.add([report], Hints(published="2025-02-01"))
    [second] = bench.add([report], Hints())

    assert (first.status, second.status) == (AddStatus.ADDED, AddStatus.ALREADY_HERE)
    assert len(bench.documents()) == 1
    knowledge = bench.knowledge()
    assert knowledge.claims
    for claim in knowledge.claims.values():
        text = knowledge.document_of(claim).text
        assert claim.content.of(text)
        assert knowledge.passage_of(claim).text == claim.sentence.of(text)


def test_one_bad_file_leaves_nothing_behind_and_the_others_are_done(
    bench: Workbench, report: str, tmp_path: Path
):
    empty = tmp_path / "empty.pdf"
    empty.touch()
    statuses = [o.status for o in bench.add([str(empty), report, "gone.txt"], Hints())]
    assert statuses == [AddStatus.FAILED, AddStatus.ADDED, AddStatus.FAILED]
    assert len(bench.documents()) == 1


def test_a_name_is_screened_with_reasons_without_any_project(bench: Workbench):
    [best, *_] = bench.index().screen(Screening(name="Tehrik-e Taliban Pakistan"))
    assert best.reference == "QDe.132"
    assert best.features
    assert all(feature.note for feature in best.features)


def test_a_tie_is_explained_by_the_words_of_who_says_it_and_of_who_denies_it(
    bench: Workbench, report: str
):
    list(bench.add([report], Hints(published="2025-02-01")))
    knowledge = bench.knowledge()
    contested = [f for f in knowledge.findings.values() if f.status is FindingStatus.CONTESTED]
    assert contested, [f.explanation for f in knowledge.findings.values()]
    told = why.render(why.explain(knowledge, contested[0].id))
    assert "up to eight training camps" in told
    assert "any training camps in Ghazni" in told
    assert "Ostan Observatory" in told


def test_a_hedge_and_a_denial_are_never_read_as_the_thing_itself(bench: Workbench, report: str):
    list(bench.add([report], Hints()))
    denied = [
        c for c in bench.knowledge().claims.values() if "any training camps" in c_text(bench, c)
    ]
    assert denied
    assert {c.factuality for c in denied} == {Factuality.CERTAIN_NOT}


def c_text(bench: Workbench, claim) -> str:  # noqa: ANN001  # a claim
    return claim.content.of(bench.knowledge().document_of(claim).text)


def test_a_bad_release_is_refused_and_the_one_before_stays(bench: Workbench, tmp_path: Path):
    [(kept, is_new), *_] = bench.add_demo_lists()
    assert is_new
    whole = corpus.releases()[-1].content()
    broken = tmp_path / "broken.xml"
    broken.write_bytes(whole[: len(whole) // 2])

    with pytest.raises(BadListRelease):
        bench.add_list(ListFiles(authority="un", paths=(str(broken),)))

    assert kept.id in [release.id for release in bench.releases()]
    assert bench.index().screen(Screening(name="Al-Qaida"))


def test_what_changed_between_two_releases_is_told_by_reference(bench: Workbench):
    list(bench.add_demo_lists())
    before, after, changes = bench.diff_lists("un@2025-04-19", "un@2026-02-27")
    assert len(after.entries) == 1003
    changed = {change.reference: change for change in changes}
    assert list(changed) == sorted(changed)
    held = {entry.reference for entry in before.entries}
    assert {r for r, c in changed.items() if c.change == "added"}.isdisjoint(held)
    assert bench.list_history("QDe.132")[-1][1] is not None
    with pytest.raises(NotFound):
        bench.list_history("QDe.999")


def test_a_brief_cites_every_line_and_says_that_it_is_a_draft(bench: Workbench, report: str):
    list(bench.add([report], Hints(published="2025-02-01", title="A report")))
    made = bench.brief(None, most=40)
    text = markdown.write(made)
    assert "DRAFT, NOT REVIEWED" in text
    assert "(not listed)" in text
    for section in made.sections:
        for paragraph in section.paragraphs:
            assert all(line.footnotes for line in paragraph.lines)
    held = json.dumps([d.text for d in bench.documents()], ensure_ascii=False)
    for note in made.footnotes:
        assert json.dumps(note.words, ensure_ascii=False)[1:-1] in held


def test_erased_content_is_gone_from_every_view_and_its_hash_stays(bench: Workbench, report: str):
    [added] = bench.add([report], Hints(title="A report"))
    erasure = bench.erase("A report", "asked for by the person concerned", "A. Reviewer")
    assert added.document is not None
    assert erasure.document_id == added.document
    assert bench.documents() == ()
    assert not bench.knowledge().claims
    assert bench.search("camps", 5) == ()
