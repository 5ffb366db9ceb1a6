"""Every store that there is, one after another."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ports import Store
from sayso.store.sqlite import open_store
from tests.fakes import MemoryStore


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = (
        MemoryStore()
        if request.param == "memory"
        else open_store(tmp_path / "sayso.db", must_exist=False)
    )
    yield opened
    opened.close()
