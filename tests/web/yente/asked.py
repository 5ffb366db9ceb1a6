"""Asks as yente's own client does, in this process."""

from yente_client import Client

from sayso.workbench import Workbench
from tests.web.standing import HERE, client


def yente(
    bench: Workbench | None = None, token: str | None = None, api_key: str | None = None
) -> Client:
    """Give yente's published client, asking our service."""
    ours = client(bench, token)
    return Client(base_url=HERE, api_key=api_key, transport=ours._transport)  # noqa: SLF001  # in this process
