"""The benchmark of places counts a right answer as right, and refuses a file that it cannot read.

Texts are ours, about invented events; the places are real.
"""

import gzip
import json
import sys
from pathlib import Path

import pytest

from bench.place_corpora import read
from bench.places import Answer, World, kilometres, main, score
from sayso.errors import BadInput
from sayso.extract.where_when.places import Gazetteer

TEXT = "The fair in Paris, Texas, drew guests from France."
PARIS_TEXAS, TEXAS, UNITED_STATES, FRANCE = 4717560, 4736286, 6252001, 3017382


def toponym(start: int, end: int, tag: str) -> str:
    return f"<toponym><start>{start}</start><end>{end}</end><phrase>x</phrase>{tag}</toponym>"


def gaztag(number: int, point: tuple[float, float], first: int | None, country: int) -> str:
    admin1 = "" if first is None else f'<admin1 geonameid="{first}">x</admin1>'
    return (
        f'<gaztag geonameid="{number}"><lat>{point[0]}</lat><lon>{point[1]}</lon>'
        f'<country geonameid="{country}">x</country>{admin1}</gaztag>'
    )


LGL = (
    f'<articles><article docid="7"><text><![CDATA[{TEXT}]]></text><toponyms>'
    + toponym(12, 17, gaztag(PARIS_TEXAS, (33.66, -95.56), TEXAS, UNITED_STATES))
    + toponym(19, 24, gaztag(TEXAS, (31.25, -99.25), TEXAS, UNITED_STATES))
    + toponym(4, 8, "")
    + toponym(43, 49, gaztag(FRANCE, (46.0, 2.0), None, FRANCE))
    + "</toponyms></article></articles>"
)
VIRUS = (
    f"<articles><article><source>x</source><text>{TEXT}</text><locations><location>"
    "<name>Paris</name><start>13</start><end>18</end><lat>33.66</lat><lon>-95.56</lon>"
    "<page>https://en.wikipedia.org/wiki/Paris,_Texas</page></location><location>"
    "<name>France</name><start>44</start><end>50</end><lat>47</lat><lon>2</lon>"
    "<page>https://en.wikipedia.org/wiki/France</page></location></locations></article></articles>"
)
WEB = (
    f'<articles><article file="3"><text>{TEXT}</text><toponyms><toponym><start>12</start>'
    "<end>17</end><extractedName>Paris</extractedName><latitude>33.66</latitude>"
    f"<longitude>-95.56</longitude><geonamesID>{PARIS_TEXAS}</geonamesID></toponym><toponym>"
    "<start>43</start><end>49</end><extractedName>France</extractedName><geonamesID>N/A"
    "</geonamesID></toponym></toponyms></article></articles>"
)


@pytest.fixture(scope="module")
def world() -> World:
    return World(Gazetteer.load())


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "corpus.xml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def answer(index: int, **given: object) -> Answer:
    row: dict[str, object] = {"index": index, "lat": 0.0, "lon": 0.0, "level": "city"}
    return {**row, "country": None, **given}  # type: ignore[typeddict-item]


def test_a_name_is_right_when_its_first_level_is_and_a_country_when_told_as_one(
    tmp_path: Path, world: World
):
    articles = read(written(tmp_path, LGL))
    right = [
        answer(0, lat=33.7, lon=-95.5, adm1="US.TX"),
        answer(1, lat=31.0, lon=-97.0, level="admin1", country="US"),
        answer(3, lat=47.0, lon=2.4, level="country", country="FR"),
    ]
    figures = score(articles, {"7": right}, world)
    assert (figures["adm1_accuracy"], figures["n"], figures["countries"]) == (1.0, 3, 1)
    assert figures["acc_161km"] == pytest.approx(0.6667)  # 31, -97 is 219 km from Texas's point


def test_a_country_told_as_a_town_of_it_and_a_town_told_as_its_country_are_wrong(
    tmp_path: Path, world: World
):
    articles = read(written(tmp_path, LGL))
    wrong = [
        answer(0, lat=33.66, lon=-95.56, level="country", country="US"),
        answer(3, lat=48.85, lon=2.35, level="city", country="FR"),
    ]
    figures = score(articles, {"7": wrong}, world)
    assert (figures["adm1_below_accuracy"], figures["country_accuracy"]) == (0.0, 0.0)
    assert figures["acc_161km"] == pytest.approx(0.3333)


def test_what_is_not_answered_is_wrong_and_other_documents_do_not_count(
    tmp_path: Path, world: World
):
    articles = read(written(tmp_path, LGL))
    figures = score(articles, {"8": [answer(0, adm1="US.TX")]}, world)
    assert (figures["adm1_accuracy"], figures["acc_161km"], figures["n"]) == (0.0, 0.0, 3)


def test_the_first_level_of_a_point_is_that_of_the_nearest_town(world: World):
    assert world.nearest(33.66, -95.56) == "US.TX"
    assert world.nearest(-16.5, 179.99) == world.nearest(-16.5, -179.99)
    assert kilometres((0.0, 0.0), (0.0, 1.0)) == pytest.approx(111.2, abs=0.1)


def test_geovirus_counts_from_one_and_tells_a_country_by_its_page(tmp_path: Path, world: World):
    [article] = read(written(tmp_path, VIRUS))
    assert [t.span.of(article.text) for t in article.toponyms] == ["Paris", "France"]
    targets = [world.target(t.gold) for t in article.toponyms if t.gold]
    assert [(t.country, t.first) for t in targets] == [(None, "US.TX"), ("FR", None)]
    assert article.id == "0"


def test_geowebnews_gives_the_number_in_the_toponym_and_none_is_not_scored(
    tmp_path: Path, world: World
):
    [article] = read(written(tmp_path, WEB))
    gold = [t.gold for t in article.toponyms]
    assert (article.id, gold[1]) == ("3", None)
    assert gold[0] is not None
    assert world.target(gold[0]).first == "US.TX"


def test_the_script_prints_its_figures_and_writes_what_was_scored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    corpus, rows = written(tmp_path, gzip.compress(LGL.encode())), tmp_path / "rows.jsonl"
    monkeypatch.setattr(sys, "argv", ["places", str(corpus), "--predictions", str(rows)])
    main()
    figures = json.loads(capsys.readouterr().out)
    assert (figures["adm1_accuracy"], figures["n"]) == (1.0, 3)
    assert {"adm1_below_accuracy", "country_accuracy", "acc_161km", "seconds", "peak_mb"} <= {
        *figures
    }
    [row] = [json.loads(line) for line in rows.read_text("utf-8").splitlines()]
    assert row["doc_id"] == "7"
    assert row["places"][0]["adm1"] == "US.TX"


BOMB = '<!DOCTYPE x [<!ENTITY a "a"><!ENTITY b "&a;&a;">]><articles>&b;</articles>'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (LGL[:200], "no well-formed XML"),
        (b"\xff\xfe\x00broken", "no well-formed XML"),
        (BOMB, "no well-formed XML"),
        ("", "no well-formed XML"),
        ("<other/>", "no <article>"),
        (gzip.compress(LGL.encode())[:-30], "gzip"),
        (b"\x1f\x8bnonsense", "no sound gzip file"),
        ('<articles><article docid="7"/></articles>', "article 7: no <text>"),
        (LGL.replace("<end>17</end>", "<end>999</end>"), "toponym 0: 12 to 999 does not lie"),
        (LGL.replace("<start>12</start>", "<start>17</start>"), "does not lie"),
        (LGL.replace("<start>12</start>", "<start>-3</start>"), "does not lie"),
        (LGL.replace("<start>12</start>", "<start>one</start>"), "<start> is no number"),
        (LGL.replace("<start>12</start>", "<start>nan</start>"), "<start> is no number"),
        (LGL.replace("<start>12</start>", ""), "no <start>"),
        (LGL.replace("<lat>33.66</lat>", ""), "toponym 0: no <lat>"),
        (LGL.replace(f' geonameid="{PARIS_TEXAS}"', ""), "without a geonameid"),
    ],
)
def test_a_file_that_cannot_be_scored_is_refused_with_its_place(
    tmp_path: Path, content: str | bytes, words: str
):
    path = written(tmp_path, content)
    with pytest.raises(BadInput, match=words) as refused:
        read(path)
    assert str(path) in str(refused.value)


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(BadInput, match=r"nowhere\.xml: cannot be read"):
        read(tmp_path / "nowhere.xml")
