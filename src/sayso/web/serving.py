"""Listens: one process, one address, no name of whom is asked for written down."""

import errno
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from types import FrameType
from typing import Final, NoReturn

import uvicorn

from sayso.errors import BadInput, SaysoError, Unavailable
from sayso.web.app import application
from sayso.web.terms import Terms
from sayso.workbench import Workbench

#: Connections that wait to be answered.
_WAITING: Final = 128
#: Errors of a port that another may have, or that is not for everybody.
_TAKEN: Final = (errno.EADDRINUSE, errno.EACCES)


def serve(
    bench: Workbench, *, host: str, port: int, terms: Terms, ready: Callable[[str], None]
) -> None:
    """Answer until the process is told to stop.

    Args:
        bench: what is asked.
        host: where, a name or an address.
        port: where; 0 takes a free one.
        terms: to whom.
        ready: is told the address once it can be asked.

    Raises:
        BadInput: there is no such address on this machine.
        Unavailable: the port is taken.
    """
    signal.signal(signal.SIGTERM, _end)
    with _listening(host, port) as listener:
        bench.index()
        config = uvicorn.Config(
            application(bench, terms),
            access_log=False,
            log_level="warning",
            lifespan="off",
            server_header=False,
            proxy_headers=False,
        )
        Thread(target=_put_together, args=(bench,), name="sayso-beginning", daemon=True).start()
        shown = f"[{host}]" if ":" in host else host
        ready(f"http://{shown}:{listener.getsockname()[1]}")
        uvicorn.Server(config).run(sockets=[listener])


def _put_together(bench: Workbench) -> None:
    """Work out what is known before somebody asks; without a project there is nothing."""
    with suppress(SaysoError):
        bench.knowledge()


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    """End as a program ends, so that files which wait to be read go with it."""
    raise SystemExit(128 + number)


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=_WAITING)
    except OSError as bad:
        if bad.errno not in _TAKEN:
            raise BadInput(f"--host {host}: no address of this machine: {bad.strerror}") from bad
        raise Unavailable(
            f"{host}:{port}: {bad.strerror}: choose another --port (0 takes a free one)"
        ) from bad
