"""On which terms requests are answered: to whom, in whose name, how much at once."""

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from sayso.errors import BadInput
from sayso.model import screenings
from sayso.review.screening.terms import usual
from sayso.settings import Settings

#: What a header and a cookie carry as it is: ASCII, no space.
_TOKEN: Final = re.compile(r"[!-~]+")


class Role(StrEnum):
    """What somebody may do: read; decide, too; add and take out, too."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """To whom requests are answered, and on what terms.

    Attributes:
        token: an admin's, which each request must carry; None on the loopback alone, where each
            must be addressed to the loopback by name instead (no page can rename itself so).
        others: tokens of lesser roles.
        name: of the project.
        by: who signs unless another name is given; "" for nobody.
        upload_bytes: of one file that is added, at most.
        list_age_days: a list release older than this is called old.
        settings: all of them, each with its origin; None where the program was not begun with any.
    """

    token: str | None = None
    others: Mapping[str, Role] = field(default_factory=dict)
    name: str = "sayso"
    by: str = ""
    upload_bytes: int = 200_000_000
    list_age_days: int = 30
    settings: Settings | None = None

    @property
    def folder(self) -> Path | None:
        """Give the project's folder; it need not exist yet."""
        return None if self.settings is None else self.settings.folder

    @property
    def screening(self) -> screenings.Terms:
        """Give the terms of a screening, as the settings state them.

        Raises:
            BadInput: a setting is none.
        """
        if self.settings is None:
            return screenings.Terms()
        return usual(self.settings.text("thresholds"), self.settings.text("without"))

    def __post_init__(self) -> None:
        """Refuse what nobody could send.

        Raises:
            BadInput: a token has other signs than a header can carry.
        """
        for token in (*self.others, *(() if self.token is None else (self.token,))):
            if _TOKEN.fullmatch(token) is None:
                raise BadInput("a token of `sayso serve` has letters, digits and ASCII signs alone")

    def role_of(self, told: str) -> Role | None:
        """Give the role of who says this token; None for a stranger."""
        known = {**self.others, **({} if self.token is None else {self.token: Role.ADMIN})}
        found = [role for token, role in known.items() if _is_same(token, told)]
        return found[-1] if found else None


def _is_same(token: str, told: str) -> bool:
    return hmac.compare_digest(told.encode(), token.encode())
