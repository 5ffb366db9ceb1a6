"""Every error that Sayso raises on purpose.

SaysoError
├── BadInput            yours to mend: exit 2, HTTP 400
│   ├── NotFound        no such document, claim, entity, tie or list entry: HTTP 404
│   ├── Unreadable      a file that its reader cannot take: truncated, encrypted, too large
│   ├── BadListRelease  a list release with an entry that cannot be read: refused whole
│   │   └── Undated     its file does not say of which day it is, and nobody said it
│   ├── Ungrounded      words that are not at their place in the text
│   ├── Uncited         a line of a brief without a claim behind it
│   └── Unsigned        lines of a final brief that name a person, and nobody signed for them
└── Unavailable         the outside's: no network, disk full, database locked: exit 3, HTTP 503
"""


class SaysoError(Exception):
    """An error whose message names the thing, the place and the next step."""


class BadInput(SaysoError):
    """What was given cannot be used as it is."""


class NotFound(BadInput):
    """Nothing is held under that name or id."""


class Unreadable(BadInput):
    """A file cannot be turned into text; the message names the file, the place and what to do."""


class BadListRelease(BadInput):
    """A list release is refused whole; the message names the entry or the line."""


class Undated(BadListRelease):
    """A list file does not say of which day it is, and nobody said it."""


class Ungrounded(BadInput):
    """A span, quotation or trigger does not lie in the text that it claims to come from."""


class Uncited(BadInput):
    """A sentence of a brief has no claim that it rests on."""


class Unsigned(BadInput):
    """A brief cannot be final; `lines` says of each such line what it names and what accepts it."""

    def __init__(self, message: str, *, lines: tuple[str, ...]) -> None:
        super().__init__(message)
        self.lines = lines


class Unavailable(SaysoError):
    """Something outside did not answer or has no room; trying again later may help."""
