"""Token to Viewer. Every route carries one of these accesses; there is no route without."""

from dataclasses import dataclass
from typing import Literal

from sanic import Request

from backend.accounts.errors import RoleCannot
from backend.accounts.queries import viewer_of
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.kit.clock import Clock
from miniprogram_api.errors import NotSignedIn

Reach = Literal["public", "self", "scoped", "signed"]


@dataclass(frozen=True, slots=True)
class Access:
    """Who reaches an operation.

    `public`: anyone. `self`: any signed-in account, for its own things. `scoped`: the `roles`, within their Scope.
    `signed`: another machine, by a signature the endpoint checks.
    """

    reach: Reach
    roles: frozenset[Role] = frozenset()

    def check(self, viewer: Viewer) -> None:
        """Raises RoleCannot when the viewer's role is not let in."""
        if self.reach == "scoped" and viewer.role not in self.roles:
            raise RoleCannot


PUBLIC = Access("public")
SELF = Access("self")
SIGNED = Access("signed")


def scoped(*roles: Role) -> Access:
    """The operation is for these roles, within their Scope."""
    return Access("scoped", frozenset(roles))


def bearer(request: Request) -> str:
    """The session token. Raises NotSignedIn."""
    header = request.headers.get("authorization", "")
    if not header.startswith("Bearer ") or not 20 <= len(header) <= 200 or not header.isascii():
        raise NotSignedIn
    return header[7:]


async def authenticate(request: Request, clock: Clock) -> Viewer:
    """The viewer behind the request. Raises NotSignedIn."""
    viewer = await viewer_of(bearer(request), clock.now())
    if viewer is None:
        raise NotSignedIn
    return viewer
