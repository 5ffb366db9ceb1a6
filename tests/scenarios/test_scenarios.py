"""Small stories, each a few sentences, played as a user would: see README.md of this folder."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.scenarios.playing import FILES, HERE, Played, one_reader, play

Found = dict[str, Any]
ENDS = ("subject", "object", "place")


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], Played]]:
    """Give what plays a scenario, once for all tests of it."""
    played: dict[Path, Played] = {}

    def playing(path: Path) -> Played:
        if path not in played:
            played[path] = play(path, tmp_path_factory.mktemp(path.stem))
        return played[path]

    with one_reader():
        yield playing


def name(path: Path) -> str:
    return str(path.relative_to(HERE).with_suffix(""))


scenarios = pytest.mark.parametrize("path", FILES, ids=name)


@scenarios
def test_what_a_story_says_comes_out_as_it_should(path: Path, stage: Callable[[Path], Played]):
    played = stage(path)
    for wanted in played.told.get("finding", ()):
        of_it = [f for f in played.findings if is_about(f, wanted)]
        assert len(of_it) == 1, f"{len(of_it)} findings are about {wanted}\n{shown(played)}"
        assert differences(of_it[0], wanted) == {}, shown(played)
    for wanted in played.told.get("link", ()):
        assert any(is_so(link, wanted) for link in played.links), f"{wanted}\n{shown(played)}"
    none = played.told.get("none", {})
    assert not {x["kind"] for x in played.links} & set(none.get("links", ())), shown(played)
    assert not {f["status"] for f in played.findings} & set(none.get("findings", ()))


@scenarios
def test_the_reply_stands_beside_the_allegation_in_every_view_and_export(
    path: Path, stage: Callable[[Path], Played], tmp_path: Path
):
    played = stage(path)
    played.ask("export", "--to", "csv", "-o", str(tmp_path))
    played.ask("export", "--to", "ftm", "-o", str(tmp_path))
    claims = {c["id"]: c for c in map(json.loads, played.ask("claims", "--json").splitlines())}
    ties = {tie["id"]: tie for tie in json.loads(played.ask("ties", "--unsure", "--json"))["ties"]}
    links = (tmp_path / "entities.ftm.json").read_text(encoding="utf-8").splitlines()
    table = (tmp_path / "findings.csv").read_text(encoding="utf-8") if played.findings else ""
    for finding in played.findings:
        why = played.ask("why", finding["id"])
        answers = [claims[claim]["text"] for claim in finding["replies"]]
        for words in answers:
            assert " ".join(words.split()) in " ".join(why.split())
            assert words.split("\n")[0] in table
            assert all(json.dumps(words)[1:-1] in x for x in links if finding["id"] in x)
        for hearing in finding["right_of_reply"]:
            assert hearing["says"] in why
        if finding["id"] in ties:
            assert ties[finding["id"]]["right_of_reply"] == finding["right_of_reply"]
        for claim in finding["claims"]:
            assert claims[claim]["replies"] == finding["replies"]
            assert claims[claim]["status"] == finding["status"]
    assert "DRAFT, NOT REVIEWED" in played.ask("brief")


def test_there_are_stories_of_every_status_link_and_reply():
    told = [path.read_text(encoding="utf-8") for path in FILES]
    statuses = "asserted corroborated denied contested disputed_by_third_party unclear hedged"
    statuses += " secondary_only retracted superseded"
    links = "contradicts tension denies_claim rejects_document corroborates elaborates repeats"
    links += " corrects retracts supersedes"
    replies = "not_sought sought received declined general_rejection"
    for key, words in (("status", statuses), ("kind", links), ("reply", replies)):
        for word in words.split():
            assert any(f'{key} = "{word}"' in one for one in told), word
    assert len(FILES) >= 40


def is_about(finding: Found, wanted: Found) -> bool:
    """Say whether a finding has the ends, predicate, place and time that are asked for."""
    ends = {end: (finding[end] or {}).get("name") for end in ENDS}
    told = {**ends, "predicate": finding["predicate"], "time": finding["time"]}
    told |= {"status_is": finding["status"]}
    return all(told[key] == wanted[key] for key in told if key in wanted)


def differences(finding: Found, wanted: Found) -> Found:
    """Give, for what differs, what was found instead."""
    found = standing(finding)
    plain = {k: found[k] for k in found if k in wanted and found[k] != wanted[k]}
    words = {"explained": finding["explanation"], "because": reasons(finding)}
    return plain | {k: v for k, v in words.items() if k in wanted and wanted[k] not in v}


def standing(finding: Found) -> Found:
    """Give how a finding stands in the words of a scenario."""
    roots = finding["roots"]
    counted = [r for r in roots if r["independent"] and not r["withdrawn"]]
    return {
        "status": finding["status"],
        "positive": [r["name"] for r in counted if r["stance"] == "+"],
        "negative": [r["name"] for r in counted if r["stance"] == "-"],
        "uncounted": sorted({r["name"] for r in roots if not r["independent"]}),
        "withdrawn": sorted({r["name"] for r in roots if r["withdrawn"]}),
        "parties": [f"{r['name']}: {r['statements']}" for r in finding["interested_parties"]],
        "reply": finding["reply"],
        "replies": len(finding["replies"]),
        "heard": [heard(h) for h in finding["right_of_reply"]],
        "positive_roots": finding["positive_roots"],
        "negative_roots": finding["negative_roots"],
    }


def heard(hearing: Found) -> str:
    """Give "PARTY: REPLY by ASKER on DAY"."""
    asked = f" by {hearing['asked_by']} on {hearing['on']}" if hearing["asked_by"] else ""
    return f"{hearing['party']['name']}: {hearing['reply']}{asked}"


def reasons(finding: Found) -> str:
    return "; ".join(reason for root in finding["roots"] for reason in root["reasons"])


def is_so(link: Found, wanted: Found) -> bool:
    """Say whether a link is of the kind, ends and reason that are asked for."""
    far = link["b"].get("text", "")
    texts = {"a": link["a"]["text"], "b": far, "reason": link["reason"]}
    same = all(wanted[key] in texts[key] for key in texts if key in wanted)
    rest = len(link["b"].get("rests_on_it", ())) == wanted.get("rest", None)
    return link["kind"] == wanted["kind"] and same and (rest or "rest" not in wanted)


def shown(played: Played) -> str:
    """Give what was found, in the form that a scenario has."""
    lines = [played.told["says"]]
    for finding in played.findings:
        ends = {end: (finding[end] or {}).get("name") for end in ENDS}
        known = {**ends, "predicate": finding["predicate"], "time": finding["time"]}
        known |= standing(finding) | {"explained": finding["explanation"]}
        known |= {"because": reasons(finding)}
        lines += ["", "[[finding]]"]
        lines += [f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in known.items() if v]
    for link in played.links:
        ends = {"a": link["a"]["text"], "b": link["b"].get("text", "a document")}
        known = {"kind": link["kind"], **ends, "reason": link["reason"]}
        lines += ["", "[[link]]"]
        lines += [f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in known.items()]
    return "\n".join(lines)
