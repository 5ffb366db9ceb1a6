"""The names of the real extract of the UN list, and texts to look for them in."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sayso.extract.arabic_script.reader import ArabicScriptReader
from sayso.match.index import ListIndex
from sayso.model.claims import Extraction
from tests.extract.entities.readings import document, passages
from tests.extract.test_engine import check
from tests.lists.build import NEWER, read_file

Reading = Callable[..., Extraction]


@pytest.fixture(scope="session")
def listed() -> ListIndex:
    return ListIndex.build([read_file(NEWER)])


@pytest.fixture(scope="session")
def read(listed: ListIndex) -> Reading:
    """Give what reads a text whose sentences stand " | " apart."""

    def reading(text: str, language: str = "ar") -> Extraction:
        told = replace(document(text), language=language)
        extraction = ArabicScriptReader().extract(told, passages(text), listed)
        check(text, extraction)
        return extraction

    return reading
