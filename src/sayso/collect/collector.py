"""Takes documents in: from a path, an address, a symbol, standard input or bytes to an Intake."""

import gzip
import io
import os
import re
import stat
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from sayso.collect.language import language_of
from sayso.collect.limits import Limits
from sayso.collect.media import GZIP, KINDS, media_type_of
from sayso.collect.passages import cut
from sayso.errors import BadInput, NotFound, SaysoError, Unreadable
from sayso.model.documents import Document, Intake, Original
from sayso.model.ids import digest_of
from sayso.model.vocabulary import DocumentKind, Handling
from sayso.ports import Fetcher, Reader, ReadText

__all__ = ["Collector", "Hints", "Limits", "check_is_file"]

_STDIN = "-"
_BLANK = b" \t\r\n\f\v\0"
_FETCHED = re.compile(r"un:|[a-z][a-z0-9+.\-]*://", re.IGNORECASE)

#: What to do with files of a type that no reader takes.
_NEXT_STEPS = {
    "application/x-ole-storage": "an old Office or Outlook file: save it as .docx, .eml or PDF",
    "application/rtf": "rich text: save it as .docx or PDF",
    "application/zip": "an archive without a Word document in it: unpack it and add the files",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the person who adds a document knows about it; wins over what the document says.

    Attributes:
        published: EDTF.
        handling: None: as the file says, if it does, else public.
        notice: words that must stand wherever the document is shown.
    """

    publisher: str | None = None
    published: str | None = None
    kind: DocumentKind | None = None
    title: str | None = None
    handling: Handling | None = None
    collection: str | None = None
    lawful_basis: str | None = None
    notice: str | None = None


class Collector:
    """The one door through which documents come in."""

    def __init__(
        self,
        readers: Sequence[Reader],
        fetcher: Fetcher,
        *,
        clock: Callable[[], datetime],
        stdin: BinaryIO,
        limits: Limits,
    ) -> None:
        self._readers = {media: reader for reader in readers for media in reader.media_types}
        self._fetcher = fetcher
        self._clock = clock
        self._stdin = stdin
        self._limits = limits

    def locate(self, sources: Sequence[str]) -> tuple[str, ...]:
        """Give the sources with each folder replaced by its files.

        The files of a folder come sorted by path, those of its sub-folders among them; hidden
        files and folders are left out, and links to folders are not followed. No file is opened:
        what is missing or locked, be it a folder, stands among the rest and shows when it is taken.
        """
        located: list[str] = []
        for source in sources:
            located.extend(_files_in(source) if _is_folder(source) else [source])
        return tuple(located)

    def take(self, source: str, hints: Hints) -> Intake:
        """Read one document.

        Args:
            source: a path, an http(s) address, "un:" and a symbol, or "-" for standard input.
            hints: what is known about it from elsewhere.

        Raises:
            NotFound: no such file or page.
            Unreadable: the file is empty, damaged, encrypted, too large or of no known type.
            BadInput: the address is refused.
            Unavailable: the address does not answer.
        """
        if _FETCHED.match(source):
            return self._intake(self._fetcher.fetch(source), hints)
        if source == _STDIN:
            content = self._stdin.read(self._limits.max_bytes + 1)
            return self.take_bytes(content, "standard input", hints)
        return self.take_bytes(self._file(source), source, hints)

    def take_bytes(self, content: bytes, locator: str, hints: Hints) -> Intake:
        """Read one document from its bytes.

        Raises:
            Unreadable: as for `take`.
        """
        return self._intake(self.original(content, locator), hints)

    def _file(self, source: str) -> bytes:
        if not source:
            raise BadInput("a source without a name: give a file, a folder, an address or -")
        try:
            check_is_file(source)
            with Path(source).open("rb") as file:
                return file.read(self._limits.max_bytes + 1)
        except FileNotFoundError as bad:
            raise NotFound(f"{source}: no such file") from bad
        except IsADirectoryError as bad:
            raise BadInput(f"{source}: a folder; add its files") from bad
        except (OSError, ValueError) as bad:
            reason = bad.strerror if isinstance(bad, OSError) else str(bad)
            raise Unreadable(
                f"{source}: cannot be opened: {reason}; see that it is there and yours to read"
            ) from bad

    def _intake(
        self, original: Original, hints: Hints, inside: tuple[Document, ...] = ()
    ) -> Intake:
        """Make a document whole.

        Args:
            original: the bytes as they came.
            hints: what is known about the document from elsewhere.
            inside: the e-mails that it came in, outermost first.
        """
        _check_size(original, self._limits)
        opened = _unpacked(original, self._limits)
        read = self._read(opened)
        document = _document(opened, read, hints, inside)
        attachments, refused = self._attachments(read, hints, (*inside, document))
        return Intake(
            original=original,
            document=document,
            passages=cut(document.id, document.text, read.blocks),
            attachments=attachments,
            remarks=read.remarks + refused,
        )

    def _read(self, original: Original) -> ReadText:
        _check_size(original, self._limits)
        reader = self._readers.get(original.media_type)
        if reader is None:
            advice = _NEXT_STEPS.get(original.media_type, "not a type of document that is read")
            raise Unreadable(f"{original.locator} ({original.media_type}): {advice}")
        read = reader.read(original)
        if not read.text.strip():
            raise Unreadable(f"{original.locator}: no text in it")
        if len(read.text) > self._limits.max_text:
            raise Unreadable(
                f"{original.locator}: {len(read.text):,} characters of text;"
                f" at most {self._limits.max_text:,} are taken: split the file"
            )
        return read

    def _attachments(
        self, read: ReadText, hints: Hints, inside: tuple[Document, ...]
    ) -> tuple[tuple[Intake, ...], tuple[str, ...]]:
        """Give the documents that came with an e-mail, and why others of them could not be read."""
        known = replace(hints, publisher=None, published=None, kind=None, title=None)
        taken: list[Intake] = []
        refused: list[str] = []
        for name, content in read.attachments:
            locator = f"{inside[-1].locator}/{name.replace('/', '_')}"
            if len(inside) > self._limits.max_attachment_depth:
                refused.append(f"{locator}: not read, too many e-mails inside e-mails")
                continue
            try:
                taken.append(self._intake(self.original(content, locator), known, inside))
            except SaysoError as bad:
                refused.append(f"attachment not read: {bad}")
        return tuple(taken), tuple(refused)

    def original(self, content: bytes, locator: str) -> Original:
        """Give bytes as they came, with their id and what they seem to be."""
        return Original(
            id=digest_of(content),
            content=content,
            locator=locator.encode("utf-8", "replace").decode(),  # a path can hold stray bytes
            media_type=media_type_of(content, locator),
            retrieved=self._clock(),
        )


def check_is_file(source: str) -> None:
    """Refuse a pipe or device, which may never end and may never begin.

    Raises:
        Unreadable: it is one.
        OSError: there is nothing of that name.
    """
    mode = Path(source).stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise Unreadable(f"{source}: a pipe or device, no file; give - to read from standard input")


def _is_folder(source: str) -> bool:
    """Say whether this is a folder; what cannot be a path at all is none."""
    return os.path.isdir(source)  # noqa: PTH112  # Path.is_dir raises for a name that is too long


def _files_in(folder: str) -> list[str]:
    found: list[str] = []

    def cannot_list(bad: OSError) -> None:
        found.append(str(bad.filename))

    for place, folders, files in os.walk(folder, onerror=cannot_list):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = [Path(place, name) for name in files if not name.startswith(".")]
        found.extend(str(path) for path in paths if _may_be_document(path))
    return sorted(found)


def _may_be_document(path: Path) -> bool:
    """Say whether this is a file or a link, and no pipe that would never end."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return True  # why it cannot be read is said when it is taken
    return stat.S_ISREG(mode) or stat.S_ISLNK(mode)


def _check_size(original: Original, limits: Limits) -> None:
    if not original.content.strip(_BLANK):
        raise Unreadable(f"{original.locator} is empty")
    if len(original.content) > limits.max_bytes:
        raise Unreadable(
            f"{original.locator}: more than {limits.max_bytes:,} bytes; raise max_bytes to take it"
        )


def _unpacked(original: Original, limits: Limits) -> Original:
    """Give a gzip file's content in its place; its id stays that of the packed bytes."""
    if original.media_type != GZIP:
        return original
    bound = limits.unpacked(len(original.content))
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(original.content)) as packed:
            content = packed.read(bound + 1)
    except (OSError, EOFError, zlib.error) as bad:
        raise Unreadable(f"{original.locator}: a damaged gzip file: {bad}") from bad
    if len(content) > bound:
        raise Unreadable(
            f"{original.locator}: unpacks to more than {bound:,} bytes; unpack it first"
        )
    media_type = media_type_of(content, original.locator)
    return replace(original, content=content, media_type=media_type)


def _document(
    original: Original, read: ReadText, hints: Hints, inside: tuple[Document, ...]
) -> Document:
    return Document(
        id=original.id,
        kind=KINDS[original.media_type] if hints.kind is None else hints.kind,
        title=read.title if hints.title is None else hints.title,
        publisher=read.publisher if hints.publisher is None else hints.publisher,
        published=read.published if hints.published is None else hints.published,
        retrieved=original.retrieved,
        language=language_of(read.text),
        locator=original.locator,
        media_type=original.media_type,
        text=read.text,
        encoding=read.encoding,
        notice=hints.notice,
        attached_to=inside[-1].id if inside else None,
        handling=hints.handling or Handling.PUBLIC,
        collection=hints.collection,
        lawful_basis=hints.lawful_basis,
    )
