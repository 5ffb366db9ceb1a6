"""How many names of the shipped list are found in a sentence; no fall of these figures passes."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sayso.demo import corpus
from sayso.extract.arabic_script.letters import is_arabic_script
from sayso.extract.arabic_script.listed import WHOLE
from sayso.extract.arabic_script.reader import ArabicScriptReader
from sayso.lists.unpack import unpack
from sayso.match.index import ListIndex
from tests.extract.entities.readings import document, passages
from tests.lists.build import read

BEFORE = "قال المتحدث إن "


@pytest.fixture(scope="module")
def shipped() -> tuple[ListIndex, tuple[str, ...]]:
    """Give the index of the newest shipped release, and its names in Arabic script."""
    newest = corpus.releases()[-1]
    release = read(unpack(newest.content(), max_bytes=500_000_000), published=newest.published)
    names = [name.text for entry in release.entries for name in entry.names]
    return ListIndex.build([release]), tuple(n for n in names if is_arabic_script(n))


@pytest.mark.parametrize(
    ("written", "least"),
    [
        (lambda name: ("", name), 0.96),
        (lambda name: ("و", name), 0.95),
        (lambda name: ("ول", f"{name[1:]}") if name.startswith("ال") else ("ول", name), 0.95),
        (lambda name: ("", name.replace("ك", "ک").replace("ي", "ی")), 0.96),
        (lambda name: ("", name.replace("ى", "ي")), 0.95),
        (lambda name: ("", name.replace("عبد ال", "عبدال")), 0.95),
    ],
    ids=["as listed", "and", "and for", "Persian", "ya", "in one word"],
)
def test_most_listed_names_are_found_at_their_exact_words(
    shipped: tuple[ListIndex, tuple[str, ...]],
    written: Callable[[str], tuple[str, str]],
    least: float,
):
    index, names = shipped
    found = 0
    for name in names:
        glued, rest = written(name)
        start = len(BEFORE) + len(glued)
        text = f"{BEFORE}{glued}{rest} حضر الاجتماع."
        told = replace(document(text), language="ar")
        extraction = ArabicScriptReader().extract(told, passages(text), index)
        mentions = [m for entity in extraction.entities for m in entity.mentions]
        found += any(
            m.span.start == start and m.span.end >= start + len(rest) and m.resolved_by == WHOLE
            for m in mentions
        )
    assert len(names) > 390
    assert found / len(names) >= least
