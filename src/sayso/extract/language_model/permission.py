"""Which documents may be sent to which address."""

from ipaddress import IPv6Address, ip_address
from typing import Final
from urllib.parse import urlsplit

from sayso.errors import BadInput
from sayso.model.documents import Document
from sayso.model.vocabulary import Handling

#: From the freest to the most guarded.
GUARDED: Final = (Handling.PUBLIC, Handling.INTERNAL, Handling.RESTRICTED)


def is_on_this_machine(address: str) -> bool:
    """Say whether an address is a loopback one, by its own words: no name is looked up."""
    host = urlsplit(address).hostname or ""
    if host == "localhost":
        return True
    try:
        found = ip_address(host)
    except ValueError:
        return False
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return (mapped or found).is_loopback


def check_may_be_sent(document: Document, address: str, most: Handling) -> None:
    """Refuse to send a document out of this machine that is more guarded than the settings allow.

    Args:
        document: with its handling.
        address: of the model.
        most: the most guarded documents that may go to another machine.

    Raises:
        BadInput: names the document, where it would have gone, and what to do instead.
    """
    if is_on_this_machine(address) or GUARDED.index(document.handling) <= GUARDED.index(most):
        return
    host = urlsplit(address).hostname
    raise BadInput(
        f"{document.name}: marked {document.handling}, and {host} is another machine: not sent. "
        "Use --extractor rules, a model on this machine, or the setting model_handling"
    )
