"""`sayso compare` on the invented cluster that the package ships, and on two reports of one author.

The cluster was written with these departures: one paper has Logar where the report has Laghman;
another drops "up to" before eight; the wire, and who copies it, drops "was reported to".
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso import wiring
from sayso.cli import sayso
from sayso.collect.collector import Hints
from sayso.demo import corpus
from sayso.errors import BadInput
from sayso.settings import load
from tests.cli import running

REPORT = "panel-report.pdf"
FIRST = (
    "Invented for testing.\n\nThe Zarvan Front has established up to eight training camps in "
    "Ghazni and Laghman. The Zarvan Front operates two schools in Kunar.\n"
)
SECOND = (
    "Invented for testing.\n\nThe Zarvan Front has established up to ten training camps in Ghazni, "
    "Laghman and Parwan. The Zarvan Front runs a weapons depot in Kabul.\n"
)


def run(*arguments: str) -> Result:
    return running.run("compare", *arguments)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("project")
    bench = wiring.workbench(load({"project": str(folder / "p")}, {}, folder), None)
    for one in corpus.documents():
        if one.notice is not None:
            path = folder / Path(one.file).name
            path.write_bytes(one.content())
            hints = Hints(
                kind=one.kind, title=one.title, publisher=one.publisher, published=one.published
            )
            list(bench.add([str(path)], hints))
    for n, text in enumerate((FIRST, SECOND), 1):
        path = folder / f"ostan-{n}.txt"
        path.write_text(text, encoding="utf-8")
        list(bench.add([str(path)], Hints(publisher="Ostan Observatory", published=f"202{n}")))
    yield str(folder / "p")
    bench.close()


def differences(project: str, account: str) -> list[dict]:
    done = run(account, REPORT, "--json", "--quiet", "--project", project)
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert list(found) == ["differences"]
    return found["differences"]


def misquoted(project: str, account: str) -> list[tuple[str, str, str]]:
    found = (
        (one["slot"], one["secondary"]["value"], one["primary"]["value"])
        for one in differences(project, account)
        if one["note"].startswith("different")
    )
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        ("eastern-observer.txt", [("place", "Logar", "Laghman")]),
        ("caspian-ledger.txt", [("quantity", "eight", "up to eight")]),
        ("meridian-wire.txt", [("hedge", "CT+", "PR+ purported")]),
        ("herat-courier.txt", []),
        ("gulf-evening-standard.txt", []),
        ("sarhad-daily.html", [("hedge", "CT+", "PR+ purported")]),
        ("northgate-review.txt", []),
        ("radio-pamir.txt", []),
        ("sarband-statement.eml", []),
    ],
)
def test_the_cluster_misquotes_where_it_was_written_to(
    project: str, account: str, expected: list[tuple[str, str, str]]
):
    assert misquoted(project, account) == expected


def test_every_side_gives_its_exact_words(project: str):
    [wrong, *_] = differences(project, "eastern-observer.txt")
    assert "Ghazni, Logar, Parwan and Oruzgan" in wrong["secondary"]["text"]
    assert "Ghazni, Laghman, Parwan and Uruzgan" in " ".join(wrong["primary"]["text"].split())


def test_a_source_that_the_press_leaves_out_is_coarser(project: str):
    sources = {
        one["primary"]["value"]
        for one in differences(project, "meridian-wire.txt")
        if one["slot"] == "speaker"
    }
    assert sources == {"Member States", "One Member State"}


def test_the_table_can_be_pasted_and_bears_the_standing_of_the_parties(project: str):
    told = run("eastern-observer.txt", REPORT, "--project", project).stdout
    rows = [line for line in told.splitlines() if line.startswith("| place")]
    assert [row.count(" | ") for row in rows] == [5]
    assert "Al-Liwa Network (not listed)" in told
    assert "primary_differs" in told


def test_why_and_findings_show_the_misquotation(project: str):
    found = CliRunner().invoke(
        sayso, ("findings", "--status", "primary_differs", "--json", "-q", "--project", project)
    )
    [finding] = [
        f
        for f in json.loads(found.stdout)["findings"]
        if f["place"] and f["place"]["name"] == "Logar"
    ]
    assert finding["positive_roots"] == 0
    assert [root["misquoted"] for root in finding["roots"] if root["stance"] == "+"] == [True]
    told = CliRunner().invoke(sayso, ("why", finding["id"], "--project", project)).stdout
    assert "Only ascribed to" in told
    assert "Logar, where the primary has Laghman" in told


def test_the_brief_says_at_once_what_the_primary_has(project: str):
    brief = CliRunner().invoke(sayso, ("brief", "--most", "200", "-q", "--project", project)).stdout
    [told] = [line for line in brief.splitlines() if "camps” in Logar" in line]
    assert "(primary differs)" in told
    assert "says otherwise: Logar, where the primary has Laghman" in told


def test_a_series_says_what_grew_came_and_went(project: str):
    done = run("--series", "ostan-2.txt", "ostan-1.txt", "--json", "-q", "--project", project)
    found = json.loads(done.stdout)
    assert [one["published"] for one in found["reports"]] == ["2021", "2022"]
    changes = {one["change"]: one for one in found["changes"]}
    assert set(changes) == {"grew", "new", "dropped"}
    assert changes["grew"]["note"] == "up to eight → up to ten; now also in Parwan"
    assert changes["grew"]["earlier"]["figure"] == "up to eight"
    assert "weapons depot" in changes["new"]["later"]["text"]


def test_a_series_prints_a_table_a_subject(project: str):
    told = run("--series", "ostan-1.txt", "ostan-2.txt", "--project", project).stdout
    assert "Zarvan Front (not listed)" in told
    assert "| grew | up to eight → up to ten; now also in Parwan |" in told


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((REPORT,), "an account and its primary"),
        ((REPORT, REPORT), "named twice"),
        (("gone.txt", REPORT), "no document"),
        (("--series", "ostan-1.txt", REPORT), "--anyway"),
        (("--series", "ostan-1.txt", "ostan-1.txt"), "named twice"),
        (("--anyway", "ostan-1.txt", "ostan-2.txt"), "--series"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_what_to_do(
    project: str, arguments: tuple[str, ...], words: str
):
    done = run(*arguments, "--project", project)
    assert isinstance(done.exception, BadInput)
    assert words in str(done.exception)
