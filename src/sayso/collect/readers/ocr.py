"""Reads a picture of a page with Tesseract, when it is installed."""

import shutil
import subprocess
from collections.abc import Callable

from sayso.errors import Unreadable

#: A page as a picture (PNM: eight-bit grey) → the words on it.
Recogniser = Callable[[bytes], str]

_PAGE_TIMEOUT_S = 120
#: One page at a time on one core: Tesseract's own threads only slow each other down.
_ONE_THREAD = "OMP_THREAD_LIMIT=1"


def installed_recogniser() -> Recogniser | None:
    """Give Tesseract, or None where it is not installed."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    env = shutil.which("env")
    command = [program, "stdin", "stdout", "--dpi", "300"]
    return _runner(command if env is None else [env, _ONE_THREAD, *command])


def _runner(command: list[str]) -> Recogniser:
    def recognise(picture: bytes) -> str:
        try:
            done = subprocess.run(  # noqa: S603  # a program found on the path, fixed arguments
                command, input=picture, capture_output=True, timeout=_PAGE_TIMEOUT_S, check=True
            )
        except (OSError, subprocess.SubprocessError) as bad:
            raise Unreadable(f"tesseract failed: {bad}") from bad
        return done.stdout.decode("utf-8", "replace")

    return recognise
