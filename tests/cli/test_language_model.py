"""A language model as a user turns it on; the server is a stub, the groups are invented."""

import json
from pathlib import Path

import pytest

from sayso.errors import BadInput, Unavailable
from tests.cli.test_commands import run
from tests.extract.language_model.stub import CAMPS, KEY, Said, Stub, claims, serving

TEXT = "Invented for testing.\n\nThe Kandor Front operates camps in Ghazni.\n"


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_MODEL_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def point_at(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_MODEL_ADDRESS", stub.address)
    monkeypatch.setenv("SAYSO_MODEL_NAME", "invented-1")
    monkeypatch.setenv("SAYSO_MODEL_KEY", KEY)


def answered(asked: dict) -> Said:
    """Answer with the claim about whichever sentence tells of camps."""
    data = json.loads(asked["messages"][-1]["content"])["sentences"]
    return claims(*({**CAMPS, "sentence": s["number"]} for s in data if "camps" in s["text"]))


def test_extract_asks_the_model_and_tells_its_tokens_on_standard_error(
    story: str, monkeypatch: pytest.MonkeyPatch
):
    with serving(answered) as stub:
        point_at(stub, monkeypatch)
        done = run("extract", story, "--extractor", "language-model", "--json")
    [claim] = json.loads(done.stdout)["claims"]
    assert claim["predicate"] == "operates"
    assert f"{story}: tokens: 100 of prompts" in done.stderr
    assert KEY not in done.output


def test_add_keeps_the_models_claims_and_what_they_took(
    story: str, monkeypatch: pytest.MonkeyPatch
):
    with serving(answered) as stub:
        point_at(stub, monkeypatch)
        done = run("add", story, "--extractor", "language-model", "--project", "p")
    assert done.exit_code == 0, done.output
    assert "tokens: 100 of prompts" in done.stderr
    shown = json.loads(run("claims", "--json", "--project", "p").stdout.splitlines()[0])
    assert shown["predicate"] == "operates"
    assert "invented-1" in run("brief", "--to", "md", "--project", "p").stdout
    assert "tokens:" not in run("brief", "--to", "md", "--project", "p").stdout


def test_the_rules_stay_the_default_and_ask_nobody(story: str, monkeypatch: pytest.MonkeyPatch):
    with serving(answered) as stub:
        point_at(stub, monkeypatch)
        assert run("extract", story, "--json").exit_code == 0
        assert stub.asked == []


def test_without_an_address_the_error_names_the_settings(story: str):
    done = run("extract", story, "--extractor", "language-model")
    assert isinstance(done.exception, BadInput)
    assert "set model_address and model_name" in str(done.exception)


def test_a_wrong_key_and_a_busy_server_are_told_apart(story: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sayso.extract.language_model.endpoint.LONGEST_WAIT_S", 0.0)
    for status, kind in ((401, BadInput), (503, Unavailable)):
        with serving(Said(status)) as stub:
            point_at(stub, monkeypatch)
            done = run("extract", story, "--extractor", "language-model")
        assert isinstance(done.exception, kind)


def test_a_document_that_is_not_public_is_not_sent_to_another_machine(
    story: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SAYSO_MODEL_ADDRESS", "https://models.test/v1")
    monkeypatch.setenv("SAYSO_MODEL_NAME", "invented-1")
    asked = ("--extractor", "language-model", "--handling", "restricted")
    done = run("extract", story, *asked)
    assert isinstance(done.exception, BadInput)
    assert "marked restricted, and models.test is another machine" in str(done.exception)
    added = run("add", story, *asked, "--project", "p")
    assert added.exit_code == 2
    assert run("documents", "--json", "--project", "p").stdout.count("story.txt") == 0


def test_a_setting_with_an_unknown_extractor_names_those_that_there_are(
    story: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SAYSO_EXTRACTOR", "oracle")
    done = run("extract", story)
    assert isinstance(done.exception, BadInput)
    assert "'oracle' is not one of rules, language-model" in str(done.exception)


def test_the_key_is_never_shown(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SAYSO_MODEL_KEY", KEY)
    for form in ((), ("--json",)):
        done = run("config", "show", *form)
        assert KEY not in done.output
        assert "(set)" in done.stdout


def test_a_text_in_arabic_is_read_for_names_by_the_commands(tmp_path: Path):
    path = tmp_path / "bayan.txt"
    path.write_text("قال أيمن محمد ربيع الظواهري إن الاجتماع في كابول وليس في بغداد.", "utf-8")
    told = json.loads(run("extract", str(path), "--json").stdout)
    assert (told["document"]["language"], told["claims"]) == ("ar", [])
    listed = [e["listing"]["reference"] for e in told["entities"] if e["listing"]]
    assert listed == ["QDi.006"]
    assert [place["code"] for place in told["places"]] == ["AF-KAB", "IQ-BG"]
