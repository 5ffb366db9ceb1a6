"""The two real extracts, read once."""

import pytest

from sayso.model.lists import ListEntry, ListRelease
from tests.lists.build import NEWER, OLDER, read_file


@pytest.fixture(scope="session")
def newer() -> ListRelease:
    return read_file(NEWER)


@pytest.fixture(scope="session")
def older() -> ListRelease:
    return read_file(OLDER)


@pytest.fixture(scope="session")
def entries(newer: ListRelease) -> dict[str, ListEntry]:
    return {entry.reference: entry for entry in newer.entries}
