"""An index of the real extract, built once."""

import pytest

from sayso.match.index import ListIndex
from sayso.model.lists import ListRelease
from tests.lists.build import NEWER, read_file


@pytest.fixture(scope="session")
def release() -> ListRelease:
    return read_file(NEWER)


@pytest.fixture(scope="session")
def index(release: ListRelease) -> ListIndex:
    return ListIndex.build([release])
