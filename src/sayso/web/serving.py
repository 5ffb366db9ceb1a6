"""Listens: one process, one address, nothing written down of what is asked."""

import socket
from collections.abc import Callable

import uvicorn

from sayso.errors import BadInput, Unavailable
from sayso.web.app import application
from sayso.web.guard import Terms
from sayso.workbench import Workbench

_WAITING = 128


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
        shown = f"[{host}]" if ":" in host else host
        ready(f"http://{shown}:{listener.getsockname()[1]}")
        uvicorn.Server(config).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=_WAITING)
    except socket.gaierror as bad:
        raise BadInput(f"--host {host}: no such address: {bad.strerror}") from bad
    except OSError as bad:
        raise Unavailable(
            f"{host}:{port}: {bad.strerror}: choose another --port (0 takes a free one)"
        ) from bad
