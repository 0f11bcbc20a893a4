"""Who is asking: one account under exactly one dated membership, and how far it sees."""

from datetime import date
from uuid import UUID

import msgspec

from backend.accounts.errors import NoSuchMembership, RoleCannot
from backend.accounts.roles import OFFICES, Role
from backend.audit.trail import Actor
from backend.divisions.scope import Scope


class Viewer(msgspec.Struct, frozen=True):
    """The signed-in person of one request. `role` and `membership_id` are None before any role was confirmed."""

    account_id: UUID
    session_id: UUID
    name: str
    role: Role | None
    membership_id: UUID | None
    division_id: UUID | None
    elders: tuple[UUID, ...]
    today: date

    @property
    def actor(self) -> Actor:
        """As the audit trail names it."""
        return Actor(self.account_id, self.role or "visitor")

    @property
    def scope(self) -> Scope:
        """Raises NoSuchMembership for an account without a role."""
        if self.role is None:
            raise NoSuchMembership
        if self.role in OFFICES:
            return Scope(self.today, self.role.level, self.role.purpose, division=self.division_id)
        return Scope(self.today, self.role.level, self.role.purpose, elders=self.elders)

    def require(self, *roles: Role) -> None:
        """Raises RoleCannot unless the membership's role is one of `roles`."""
        if self.role not in roles:
            raise RoleCannot
