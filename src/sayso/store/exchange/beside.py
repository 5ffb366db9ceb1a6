"""What a person keeps in files beside the records of a project: its settings, and outlines."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from sayso.errors import BadInput

#: Nothing else is taken along or put back: no name here leads out of the project's folder.
_NAME: Final = re.compile(r"sayso\.toml|outlines/[^/\\\0.][^/\\\0]*\.txt")
_MOST_BYTES: Final = 100_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A file beside the records; its name is from the project's folder on."""

    name: str
    size: int
    sha256: str

    @classmethod
    def of(cls, name: str, content: bytes) -> Self:
        """Give what is told of a file."""
        return cls(name=name, size=len(content), sha256=hashlib.sha256(content).hexdigest())

    def refuse_unfit(self) -> None:
        """Refuse what could not have been kept.

        Raises:
            BadInput: it has another name, or is too large.
        """
        if _NAME.fullmatch(self.name) is None:
            raise BadInput(f"{self.name!r} is no file that stands beside a project")
        if self.size > _MOST_BYTES:
            raise BadInput(f"{self.name}: larger than {_MOST_BYTES} bytes: move it elsewhere")


def read_beside(folder: Path) -> dict[str, bytes]:
    """Give the files beside the records in a folder, by name, in the order of the names.

    Raises:
        BadInput: one is too large.
        OSError: one cannot be read.
    """
    names = (path.relative_to(folder).as_posix() for path in folder.glob("outlines/*.txt"))
    found: dict[str, bytes] = {}
    for name in ("sayso.toml", *sorted(names)):
        path = folder / name
        if _NAME.fullmatch(name) and path.is_file():
            Beside(name=name, size=path.stat().st_size, sha256="").refuse_unfit()
            found[name] = path.read_bytes()
    return found


def refuse_taken(folder: Path, files: Mapping[str, bytes]) -> None:
    """Refuse to put files where others stand.

    Raises:
        BadInput: one is there that differs.
    """
    for name, content in files.items():
        path = folder / name
        if path.exists() and not (path.is_file() and path.read_bytes() == content):
            raise BadInput(f"{path}: is there already, and differs: choose another --project")
