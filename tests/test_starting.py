"""The program starts with what it needs: each list's reader is imported when it is asked for."""

import io
import subprocess
import sys
from pathlib import Path

from sayso.lists.updating.feeds import PUBLISHED
from sayso.settings import load
from sayso.wiring import workbench

#: Makes a workbench as every command does, and tells which readers of lists were imported for it.
STARTED = """
import io, sys
from pathlib import Path
from sayso.settings import load
from sayso.wiring import workbench
workbench(load({}, {}, Path()), io.BytesIO()).list_states()
readers = ("un", "un_entry", "ofac", "eu", "uk", "national", "autonomous", "swiss", "reading.xml")
print([reader for reader in readers if f"sayso.lists.{reader}" in sys.modules])
"""


def test_what_reads_lists_is_imported_when_a_list_is_read(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-c", STARTED], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_every_list_has_a_reader_of_its_own(tmp_path: Path):
    bench = workbench(load({}, {}, tmp_path), io.BytesIO())
    sources = bench._parts.list_sources  # noqa: SLF001  # the real ones
    assert {code: source.authority for code, source in sources.items()} == {c: c for c in sources}
    assert sources["un"] is sources["un"]
    assert set(PUBLISHED) <= set(sources)
    assert "nobody" not in sources
