"""The linter raises no false alarm on an untouched brief of articles that were really read."""

import json
from pathlib import Path

from tests.cli.running import run

CORPUS = Path(__file__).resolve().parents[3] / "corpus"
#: A wire called "denial", rejections in May, lists in quotation marks, a quotation that loses its
#: end.
ARTICLES = (
    "01-wire-denial",
    "111-lower-draa-statement",
    "228-harouj-notice",
    "609-lagoon-week",
    "62-samar-statement",
)


def test_no_false_alarm_on_a_brief_of_our_own_edited_or_not(tmp_path: Path):
    files = [str(next(CORPUS.glob(f"[dt]*/{name}.txt"))) for name in ARTICLES]
    project = ("--project", str(tmp_path / "p"), "--quiet")
    assert run("add", *files, *project).exit_code == 0
    told = json.loads(run("brief", "--lint", "--most", "1000", "--json", *project).stdout)
    assert told["sentences"] > 50
    assert told["faults"] == []
    edited = tmp_path / "edited.md"
    assert run("brief", "--ids", "--most", "1000", "-o", str(edited), *project).exit_code == 0
    again = json.loads(run("brief", "--lint", str(edited), "--json", *project).stdout)
    assert again["sentences"] > 50
    assert again["faults"] == []
