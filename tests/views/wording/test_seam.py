"""Every word of a brief's own stands in its language's file: in another one, none is English.

All but the states is invented.
"""

import ast
import io
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from html import unescape
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from sayso.model.briefs import Brief
from sayso.model.findings import Knowledge
from sayso.model.grades import ITEM_GRADES, SOURCE_GRADES
from sayso.model.oversight import LimitKind, Oversight, Overstating, RecordKind
from sayso.states.records.kinds import kinds
from sayso.surveying import state_file
from sayso.views.annexes.whole import with_annexes
from sayso.views.brief import html, markdown
from sayso.views.brief.compose import BriefScope, compose
from sayso.views.figures import draw
from sayso.views.outlines import revision, write
from sayso.views.outlines.scope import Wanted, chosen
from sayso.views.publishing import json as as_json
from sayso.views.publishing import pdf, word
from sayso.views.recorded.prose import record_sentence, reply_sentence
from sayso.views.states.page import StateFile
from sayso.views.states.section import with_states
from sayso.views.wording import texts as wording
from sayso.views.wording.texts import ENGLISH, Phrase, Texts
from tests.states_told import SEEN, UN_PROOF, UNSAID, Told
from tests.views.build import NOON
from tests.views.kandor import case
from tests.views.recorded.test_prose import SAID as SAID_OF_STATES
from tests.views.recorded.test_prose import example

VIEWS = Path(wording.__file__).parents[1]
FOLDERS = ("annexes", "brief", "figures", "outlines", "publishing", "wording")
#: Files of a brief beside others.
FILES = (
    *(VIEWS / "recorded" / "prose.py", VIEWS / "recorded" / "told.py"),
    VIEWS / "states" / "section.py",
    VIEWS.parent / "states" / "limits.py",
)
STATES = ("CH", "EU", "JP", "US")
#: A language of letters that no document here has; data have letters of their own.
STRANGE = str.maketrans(
    {chr(c): chr(c + 0xFEE0) for c in (*range(65, 91), *range(97, 123))}  # fullwidth ones
)
DATA = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "абвгдежзийклмнопрстуфхцчшщАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩ",
)
SAID = {
    *("text", "title", "publisher", "notice", "name", "names", "aliases", "reasons", "reason"),
    *("place", "explanation", "by", "remarks", "regime", "regimes", "words", "locator"),
    "address",
}
#: Fields of records that keep a document's words.
KEPT = {
    *("symbol", "place", "purpose", "recipient", "bank", "item", "quantity", "addressee"),
    *("recommends", "number", "instrument"),
}
SPEAKING = (
    *("brief.markdown", "brief.html", "brief.compose", "annexes.whole", "figures.draw"),
    "figures.files",
    *("publishing.sheet", "publishing.pdf", "publishing.word"),
    *("outlines.write", "outlines.scope", "outlines.revision", "states.section"),
)
#: What is no word: ids, codes, references, releases, a web address, a key of JSON.
#: Countries are named by CLDR, which knows this language not.
CODES = re.compile(
    r"\b[IVX]+\.|sha256:[0-9a-f]+|\b[A-Z]{2,3}(?:-[A-Z]{2,3})?\b|[A-Z]{2}[ie]\.\d+|\b[cf]-[\w-]+|UTC"
    r"|[a-z]+@\d{4}|"
    + "|".join(ENGLISH.country(code).replace(" ", r"\s+") for code in ("AF", *STATES))
)


def strange(phrase: Phrase) -> Phrase:
    """Give a phrase in the strange language, its slots kept."""
    if isinstance(phrase, dict):
        return {form: strange(one) for form, one in phrase.items()}
    if isinstance(phrase, list):
        return [strange(one) for one in phrase]
    pieces = re.split(r"(\{\w+\})", phrase)
    return "".join(p if p.startswith("{") else p.translate(STRANGE) for p in pieces)


def as_data(held: object, field: str = "") -> object:
    """Give what is known with every word of a document or a person in the letters of data."""
    if is_dataclass(held) and not isinstance(held, type):
        made = {f.name: as_data(getattr(held, f.name), f.name) for f in fields(held) if f.init}
        return replace(held, **made)
    if isinstance(held, dict):
        return {key: as_data(value, field) for key, value in held.items()}
    if isinstance(held, tuple):
        return tuple(as_data(one, field) for one in held)
    return held.translate(DATA) if type(held) is str and field in SAID else held


@pytest.fixture(autouse=True)
def texts(monkeypatch: pytest.MonkeyPatch) -> Texts:
    tables = {
        table: dict(held) if table == "lint" else {key: strange(p) for key, p in held.items()}
        for table, held in ENGLISH.phrases.items()
    }
    known = {"en": ENGLISH, "xx": Texts("xx", tables)}
    for name in SPEAKING:
        monkeypatch.setattr(f"sayso.views.{name}.texts_of", known.__getitem__)
    return known["xx"]


@pytest.fixture
def knowledge() -> Knowledge:
    known = as_data(case())
    assert isinstance(known, Knowledge)
    return known


@pytest.fixture
def brief(knowledge: Knowledge) -> Brief:
    choice = chosen(knowledge, Wanted(region="AF", period="2021/2024", language="xx"))
    scope = BriefScope(language="xx", limits=choice.limits, max_findings=7)
    made = compose(knowledge, scope, made=NOON, cut_off=NOON, versions=(("Сыр", "1"),))
    first = compose(
        knowledge,
        BriefScope(language="xx", findings=choice.findings, title=choice.title),
        made=NOON,
        cut_off=NOON,
        versions=(),
    )
    issue = revision.read_earlier(as_json.write(first), "first.json")
    told = [as_data(state_file(Told(), UNSAID, state)) for state in STATES]
    files = [file for file in told if isinstance(file, StateFile)]
    seen = as_data(SEEN)
    assert isinstance(seen, Oversight)
    revised = revision.revised(knowledge, made, issue)
    return with_annexes(knowledge, with_states(revised, files, seen))


def english(text: str) -> list[str]:
    """Give the words in plain Latin letters, which are of neither language."""
    return re.findall(r"[A-Za-z]{2,}", CODES.sub(" ", text))


def test_the_paragraphs_limits_and_annexes(brief: Brief):
    told = markdown.write(brief)
    assert "ｄｅｎｉｅｄ" in told
    assert english(told) == []


def test_a_page(brief: Brief, monkeypatch: pytest.MonkeyPatch):
    settings = {**draw._SETTINGS, "svg.fonttype": "none"}  # noqa: SLF001  # else letters are lines
    monkeypatch.setattr(draw, "_SETTINGS", settings)
    page = html.write(brief, draw.drawings_of(brief))
    assert page.count("<svg") == len([f for a in brief.annexes for f in a.figures])
    labels = re.findall(r'(?:aria-label|alt|title)="([^"]*)"', page)
    body = re.sub(r"<style.*?</style>", " ", page, flags=re.DOTALL)
    assert english(unescape(re.sub(r"<[^>]*>", " ", body) + " ".join(labels))) == []


def test_a_paper_for_word(brief: Brief):
    paper = Document(io.BytesIO(word.write(brief, draw.drawings_of(brief))))
    section = paper.sections[0]
    parts = [part for part in paper.part.package.iter_parts() if "footnotes" in str(part.partname)]
    told = re.findall(r"<w:t[^>]*>([^<]*)", "".join(part.blob.decode() for part in parts))
    told += [p.text for p in (*paper.paragraphs, *section.header.paragraphs)]
    told += [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    footer = "".join(p.text for p in section.footer.paragraphs)
    assert "ｄｅｎｉｅｄ" in " ".join(told)
    assert english(" ".join((*told, footer))) == []


def test_a_paper(brief: Brief):
    pages = pypdfium2.PdfDocument(pdf.write(brief, draw.drawings_of(brief)))
    told = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    assert english(told) == []
    assert english(" ".join(item.get_title() for item in pages.get_toc())) == []


def test_an_outline(knowledge: Knowledge, brief: Brief):
    told = write.write(knowledge, brief)
    ids = re.compile(r"`[^`]*`|\{[^}]*\}")
    assert english(ids.sub(" ", told)) == []


@pytest.mark.parametrize("kind", SAID_OF_STATES)
def test_a_record_of_a_state(kind: RecordKind, texts: Texts):
    record = example(kind)
    kept = {name: value.translate(DATA) for name, value in record.fields if name in KEPT}
    data = replace(record, fields=tuple({**dict(record.fields), **kept}.items()))
    assert english(record_sentence(data, "Сыр", "Мо", texts)) == []


def test_what_a_state_replied(texts: Texts):
    reply = replace(example(RecordKind.REPLY), proof=UN_PROOF)
    assert "ｒｅｐｌｉｅｄ" in reply_sentence(reply, "Сыр", texts)


def test_whatever_can_be_recorded_limited_or_overstated_has_its_words():
    chosen = {
        (field.name, value)
        for kind in kinds().values()
        for field in kind.fields
        for values in field.values.values()
        for value in values
    }
    tables = ("exemption", "decision", "incident", "follow_up", "standard", "rating")
    for table in tables:
        assert set(ENGLISH.table(table)) == {v for name, v in chosen if name == table}
    assert set(ENGLISH.table("travel_event")) == {v for name, v in chosen if name == "event"}
    assert set(ENGLISH.table("limit_of_states")) == set(LimitKind)
    assert set(Overstating) <= set(ENGLISH.table("overstated"))


def test_no_prose_stands_in_the_code_of_a_brief():
    """But for what an error says, which is the command's."""
    files = [*FILES, *(file for folder in FOLDERS for file in (VIEWS / folder).glob("*.py"))]
    assert "\n".join(found for file in files for found in _prose(file)) == ""


def _prose(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    left_out: set[int] = set()
    for node in ast.walk(tree):
        errors = isinstance(node, ast.Raise) or (
            isinstance(node, ast.Call)
            and getattr(node.func, "attr", getattr(node.func, "id", "")) in {"NotFound", "compile"}
        )
        listed = isinstance(node, ast.AnnAssign) and getattr(node.target, "id", "") in {
            *("FONTS", "_FAMILIES", "LETTERS", "_STANDING"),
        }
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if errors or listed or is_docstring:
            left_out |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            is_code = node.value.lstrip().startswith(("#set", "),")) or node.value.startswith(
                "lower "
            )
            if (
                id(node) not in left_out
                and not is_code
                and re.search(r"[A-Za-z]{2,}[,:]? [a-z]{2,}", node.value)
            ):
                yield f"{file.name}:{node.lineno}: {node.value}"


def test_every_phrase_is_said_somewhere_and_every_one_said_is_there():
    source = "".join(
        file.read_text(encoding="utf-8")
        for pattern in ("*.py", "*.j2")
        for file in VIEWS.rglob(pattern)
    )
    held = {f"{t}.{key}" for t, phrases in ENGLISH.phrases.items() for key in phrases}
    exact = set(re.findall(r"""["']([a-z_]+\.[a-z_]+)["']""", source))
    said = {key for key in exact if key.partition(".")[0] in ENGLISH.phrases}
    assert said - held == {"places.geojson"}  # the name of a file
    begun = tuple(re.findall(r"""f["']([a-z_]+\.)\{""", source))
    of_tables = ("lead.", "axis.", "source_grade.", "item_grade.")
    unsaid = [k for k in held - said if not k.startswith((*begun, *of_tables)) and "time." not in k]
    assert unsaid == []


def test_what_a_grade_means_is_said_alike_in_the_brief_and_the_model():
    for axis, meanings in (("source", SOURCE_GRADES), ("item", ITEM_GRADES)):
        for grade, meaning in meanings.items():
            assert ENGLISH.say(f"{axis}_grade.{grade.value}") == meaning


def test_numbers_and_lists_are_told_in_words():
    assert (ENGLISH.number(16), ENGLISH.number(99), ENGLISH.number(100)) == (
        "sixteen",
        "ninety-nine",
        "100",
    )
    assert ENGLISH.joined(["a"]) == "a"
    assert ENGLISH.joined(["a", "b", "c"]) == "a, b and c"


def test_plurals_and_countries_are_those_of_the_language():
    camps = {"one": "{count} лагерь", "few": "{count} лагеря", "many": "{count} лагерей"}
    russian = Texts("ru", {"t": {"camps": {**camps, "other": "{count} лагеря"}}})
    assert [russian.say("t.camps", count=n) for n in (1, 3, 5)] == [
        "1 лагерь",
        "3 лагеря",
        "5 лагерей",
    ]
    assert (ENGLISH.country("CM"), russian.country("CM")) == ("Cameroon", "Камерун")
    assert ENGLISH.country("ZZX") == "ZZX"
