"""Files that are written whole or not at all."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from secrets import token_hex


def part_of(path: Path) -> Path:
    """Give a place beside a file, which nothing of anybody's has, to write it until it is whole."""
    return path.with_name(f".{token_hex(8)}.part")


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write files, with the folders that they stand in, all of them or none.

    A device or pipe is written to as it stands.

    Raises:
        OSError: a place cannot be written to; names it.
    """
    parts: dict[Path, Path] = {}
    place = Path()
    try:
        for place, content in files.items():  # named when it fails
            if place.exists() and not place.is_file():
                place.write_bytes(content)
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            parts[place] = part_of(place)
            parts[place].write_bytes(content)
        for place, part in parts.items():
            part.replace(place)
    except OSError as bad:
        raise OSError(bad.errno, bad.strerror, str(place)) from bad
    finally:
        for part in parts.values():
            with suppress(OSError):  # it is in its place, was not begun, or its disk is read-only
                part.unlink()
