"""The files of one release: unpacked, and several of them made one original."""

import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Final

from sayso.errors import BadInput, BadListRelease, NotFound
from sayso.lists.unpack import unpack
from sayso.model.documents import Original

TAR: Final = "application/x-tar"
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Parts that make a zip archive one file, of a spreadsheet: Excel's and OpenDocument's.
_ONE_FILE: Final = frozenset({"xl/workbook.xml", "mimetype"})
_TAR_MAGIC, _TAR_MAGIC_AT = b"ustar", 257
_PACKED_TAR: Final = (b"\xfd7zXZ", b"BZh")
_ZIP_MAGIC: Final = b"PK\x03\x04"
_DAMAGED: Final = (
    tarfile.TarError,
    zipfile.BadZipFile,
    lzma.LZMAError,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,  # what zipfile says of a file with a password
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFiles:
    """The files of one release, and what whoever gives them says of it.

    Attributes:
        paths: of files, archives or folders.
        published: ISO date that wins over the file's own; None: it is for the file to say.
        repair: drop characters that the format forbids.
        force: take it even though it has lost many entries.
    """

    authority: str
    paths: tuple[str, ...]
    published: str | None = None
    repair: bool = False
    force: bool = False


def files_at(paths: Sequence[str], *, max_bytes: int) -> Iterator[tuple[str, bytes]]:
    """Give the names and contents of files, and of those that stand in folders, by name.

    Raises:
        NotFound: there is none.
        BadInput: one is a pipe or device, which may never end, or is larger than any list.
    """
    for path in map(Path, paths):
        if not path.exists():
            raise NotFound(f"{path}: no such file")
        inside = sorted(f for f in path.iterdir() if f.is_file()) if path.is_dir() else [path]
        for file in inside:
            if not file.is_file():
                raise BadInput(f"{file}: a pipe or device; write it to a file first")
            if file.stat().st_size > max_bytes:
                raise BadInput(
                    f"{file}: more than {max_bytes:,} bytes, which no list has; fetch it again"
                )
            if _is_meant(file.name) or not path.is_dir():
                yield str(file), file.read_bytes()


def content_of(packed: Iterable[tuple[str, bytes]], *, max_bytes: int) -> bytes:
    """Give the bytes of a release's one file, or of a tar archive of its several files.

    The same files always make the same bytes: by name, without folders, dates or owners. Names
    lose the ending of what they were packed with.

    Args:
        packed: names and contents as they came: plain, gzip, or an archive (zip, tar) of such.
        max_bytes: of all of them together, unpacked.

    Raises:
        BadListRelease: a file is damaged or too large, two have one name, or there is none.
    """
    found: dict[str, bytes] = {}
    for name, content in packed:
        for inside, plain in _opened(name, content, max_bytes=max_bytes):
            if inside in found:
                raise BadListRelease(f"{name}: two files named {inside}; give those of one release")
            found[inside] = plain
            if sum(map(len, found.values())) > max_bytes:
                raise _too_large(name, max_bytes)
    if not found:
        raise BadListRelease("no file of a list: give the files of one release")
    return next(iter(found.values())) if len(found) == 1 else _archive(found)


def files_of(original: Original) -> Mapping[str, bytes]:
    """Give the files of a release by name; a single one under the name of its place."""
    if original.media_type == TAR:
        return dict(_in_tar(original.locator, original.content, max_bytes=len(original.content)))
    return {PurePosixPath(original.locator).name or "list": original.content}


def parts_of(original: Original) -> tuple[Original, ...]:
    """Give each file of a release as an original; a single one as it is."""
    if original.media_type != TAR:
        return (original,)
    return tuple(
        replace(original, content=content, locator=name, media_type=media_type_of(content))
        for name, content in files_of(original).items()
    )


def media_type_of(content: bytes) -> str:
    """Say what a list file is, by its first signs; what is nothing else is taken for CSV."""
    if content[_TAR_MAGIC_AT:].startswith(_TAR_MAGIC):
        return TAR
    first = content[:1000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1]
    if content.startswith(_ZIP_MAGIC):  # any other archive has been unpacked
        return _XLSX
    types = {b"<": "application/xml", b"{": "application/x-ndjson", b"[": "application/json"}
    return types.get(first, "text/csv")


def _opened(name: str, packed: bytes, *, max_bytes: int) -> Iterator[tuple[str, bytes]]:
    """Give a file under its plain name, or those in an archive."""
    plain = unpack(packed, max_bytes=max_bytes, name=name)
    if plain.startswith(_ZIP_MAGIC) and not _is_spreadsheet(plain):
        inside = _in_zip(name, plain, max_bytes=max_bytes)
    elif plain.startswith(_PACKED_TAR) or media_type_of(plain) == TAR:
        inside = _in_tar(name, plain, max_bytes=max_bytes)
    else:
        yield PurePosixPath(name).name.removesuffix(".gz"), plain
        return
    for one, content in inside:
        yield one.removesuffix(".gz"), unpack(content, max_bytes=max_bytes, name=f"{name}/{one}")


def _is_spreadsheet(packed: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            return not _ONE_FILE.isdisjoint(archive.namelist())
    except _DAMAGED:
        return False


def _in_tar(name: str, content: bytes, *, max_bytes: int) -> Iterator[tuple[str, bytes]]:
    left = max_bytes
    try:
        with tarfile.open(fileobj=io.BytesIO(content), mode="r:*") as archive:
            for member in archive:
                left -= member.size
                if left < 0:
                    raise _too_large(name, max_bytes)
                opened = archive.extractfile(member) if member.isreg() else None
                if opened is not None and _is_meant(member.name):
                    yield PurePosixPath(member.name).name, opened.read()
    except _DAMAGED as bad:
        raise BadListRelease(f"{name}: damaged archive ({bad}); fetch it again") from bad


def _in_zip(name: str, content: bytes, *, max_bytes: int) -> Iterator[tuple[str, bytes]]:
    left = max_bytes
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.infolist():
                left -= member.file_size
                if left < 0:
                    raise _too_large(name, max_bytes)
                if not member.is_dir() and _is_meant(member.filename):
                    yield PurePosixPath(member.filename).name, archive.read(member)
    except _DAMAGED as bad:
        raise BadListRelease(f"{name}: damaged archive ({bad}); fetch it again") from bad


def _is_meant(name: str) -> bool:
    """Say whether a file is more than what a system leaves in archives."""
    path = PurePosixPath(name)
    return not path.name.startswith(".") and "__MACOSX" not in path.parts


def _archive(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for name, content in sorted(files.items()):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return packed.getvalue()


def _too_large(name: str, max_bytes: int) -> BadListRelease:
    return BadListRelease(
        f"{name}: more than {max_bytes:,} bytes unpacked, which no list has; fetch it again"
    )
