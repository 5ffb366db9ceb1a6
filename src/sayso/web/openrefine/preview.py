"""A small page on one entry, to stand in a frame of OpenRefine."""

import base64
import hashlib
from collections.abc import Mapping
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso.model.ids import ReleaseId, edition_of
from sayso.model.lists import ListEntry
from sayso.web.openrefine.vocabulary import EXTENSIONS, TYPES, values_of
from sayso.web.titles import title_of

WIDTH, HEIGHT = 430, 300

_STYLE: Final = (
    "body{font:14px/1.4 sans-serif;margin:12px}h1{font-size:17px;margin:0 0 4px}p{margin:4px 0}"
    "dl{display:grid;grid-template-columns:auto 1fr;gap:2px 10px;margin:8px 0}dd{margin:0;"
    "grid-column:2}dt{color:#555}"
)
_DIGEST: Final = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
#: Only programs on this machine may frame it; nothing in it runs, and nothing is fetched.
HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'self' http://127.0.0.1:* http://localhost:*"
    )
}
_SHOWN: Final = (
    "alias",
    "weakAlias",
    "previousName",
    "birthDate",
    "nationality",
    "country",
    "passportNumber",
    "idNumber",
    "imoNumber",
    "regime",
    "createdAt",
)
_MOST_VALUES: Final = 5


def preview(entry: ListEntry, release: ReleaseId | None) -> str:
    """Give the page; whatever an entry says is text in it, never markup."""
    told = values_of(entry)
    facts = [(EXTENSIONS[name], told[name][:_MOST_VALUES]) for name in _SHOWN if told.get(name)]
    return _PAGES.get_template("preview.html.j2").render(
        entry=entry,
        kind=TYPES.get(entry.schema, entry.schema),
        title=title_of(entry.authority),
        release=None if release is None else edition_of(release),
        facts=facts,
        style=_STYLE,
    )


_PAGES: Final = Environment(
    loader=PackageLoader("sayso.web.openrefine", ""), autoescape=True, undefined=StrictUndefined
)
