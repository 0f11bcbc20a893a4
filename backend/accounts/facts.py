"""What happened to accounts."""

from uuid import UUID

from backend.outbox.box import Fact


class AuthorizationWithdrawn(Fact, frozen=True):
    """What the account got through WeChat is erased from it; `cancelled`: the WeChat account itself is gone."""

    account_id: UUID
    withdrawn: tuple[str, ...]
    cancelled: bool
