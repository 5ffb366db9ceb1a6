"""Who may do what: reader, reviewer, admin."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from fastapi import Request
from starlette.exceptions import HTTPException

from sayso.web.terms import Role

#: In the order in which each may do what those before it may.
_ORDER: Final = (Role.READER, Role.REVIEWER, Role.ADMIN)


def role_of(request: Request) -> Role:
    """Give the role of who asks; on this machine alone everybody is an admin."""
    role: Role = getattr(request.state, "role", Role.ADMIN)
    return role


def least(role: Role) -> Callable[[Request], None]:
    """Give what refuses those of a lesser role."""

    def refuse(request: Request) -> None:
        own = role_of(request)
        if _ORDER.index(own) < _ORDER.index(role):
            told = f"this token is a {own}'s: it takes one of a {role} to do this"
            raise HTTPException(HTTPStatus.FORBIDDEN, told)

    return refuse
