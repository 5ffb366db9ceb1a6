"""Where outlines are kept: files in the project's folder, which `sayso brief --outline` reads."""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Final

from sayso.errors import BadInput, NotFound, Unavailable
from sayso.whole import write_whole

_NAME: Final = re.compile(r"\w(?:[\w .\-]{0,58}\w)?")
_SUFFIX: Final = ".txt"
#: Of a Windows file system, in any case.
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outlined:
    """An outline that is kept; `changed` is UTC."""

    name: str
    text: str
    changed: datetime

    @property
    def version(self) -> str:
        """Give what changes with every change."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The outlines of one project; `folder` is None where there is none, and need not exist."""

    folder: Path | None
    turn: Lock = field(default_factory=Lock)

    def every(self) -> list[Outlined]:
        """Give all that are kept, those changed last first."""
        files = [] if self.folder is None else sorted(self.folder.glob(f"*{_SUFFIX}"))
        found = [_read(file) for file in files if _NAME.fullmatch(file.stem)]
        return sorted(found, key=lambda one: one.changed, reverse=True)

    def outlined(self, name: str) -> Outlined:
        """Give one.

        Raises:
            NotFound: none is kept under this name.
        """
        file = self._file(name)
        if not file.is_file():
            raise NotFound(f"no outline {name!r} is kept: /api/v1/outlines has those that are")
        return _read(file)

    def keep(self, name: str, text: str, version: str | None) -> Outlined | None:
        """Keep an outline in the place of a version of it, or as a new one for None.

        Returns:
            What is kept now; None where it is not that version any more, and nothing was changed.

        Raises:
            BadInput: the name is none that a file can have.
            Unavailable: it cannot be written.
        """
        file = self._file(name)
        with self.turn:
            now = _read(file).version if file.is_file() else None
            if now != version:
                return None
            try:
                write_whole({file: text.encode("utf-8")})
            except OSError as bad:
                raise Unavailable(f"{file.name}: cannot be kept: {bad.strerror}") from bad
            return _read(file)

    def let_go(self, name: str) -> None:
        """Keep an outline no longer.

        Raises:
            NotFound: none is kept under this name.
        """
        with self.turn:
            self.outlined(name)
            self._file(name).unlink()

    def _file(self, name: str) -> Path:
        if self.folder is None:
            raise NotFound("there is no project that an outline could be kept in")
        if not _NAME.fullmatch(name) or _RESERVED.fullmatch(name):
            raise BadInput(
                f"{name!r} is no name for an outline: letters, digits, spaces, . - and _, at most "
                "60, with a letter or digit at both ends"
            )
        return self.folder / f"{name}{_SUFFIX}"


def _read(file: Path) -> Outlined:
    try:
        text = file.read_text(encoding="utf-8-sig")
        changed = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    except UnicodeDecodeError as bad:
        raise BadInput(f"{file.name}: no UTF-8 text at byte {bad.start}: save it as UTF-8") from bad
    except OSError as bad:
        raise Unavailable(f"{file.name}: cannot be read: {bad.strerror}") from bad
    return Outlined(file.stem, text, changed)
