"""The ledger of subscription grants: each accept pays for one message.

granted = max(accepts seen by the page, accepts seen by WeChat's event) since the last reject. An event that comes
late, with a time before the last reject, changes nothing.
"""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.db import execute, fetch
from backend.kit.ids import uuid7
from backend.notifications.models import SubscriptionGrant
from backend.notifications.rules import Template, Witness, grants_left


async def accept(account_id: UUID, template: Template, witness: Witness, at: datetime) -> None:
    """One more accept, as `witness` saw it."""
    await execute(_ACCEPT[witness], uuid7(), account_id, template, at)


_ACCEPT = {
    witness: f"""
INSERT INTO subscription_grants (id, account_id, template, {column}) VALUES ($1, $2, $3, 1)
ON CONFLICT (account_id, template) DO UPDATE SET {column} = subscription_grants.{column} + 1
WHERE subscription_grants.rejected_at IS NULL OR subscription_grants.rejected_at < $4
"""
    for witness, column in ((Witness.PAGE, "seen_by_page"), (Witness.EVENT, "seen_by_event"))
}


async def reject(account_id: UUID, template: Template, at: datetime) -> None:
    """Nothing is granted any more. The second report of the same reject changes nothing."""
    await execute(_REJECT, uuid7(), account_id, template, at)


_REJECT = """
INSERT INTO subscription_grants (id, account_id, template, rejected_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (account_id, template) DO UPDATE
SET seen_by_page = 0, seen_by_event = 0, used = 0, rejected_at = excluded.rejected_at
WHERE subscription_grants.rejected_at IS NULL OR subscription_grants.rejected_at < excluded.rejected_at
"""


async def reserve(account_id: UUID, template: Template) -> bool:
    """Set one grant aside, in the caller's transaction; False when none is left."""
    found = await SubscriptionGrant.filter(account_id=account_id, template=template).select_for_update().first()
    if found is None or not grants_left(found.seen_by_page, found.seen_by_event, found.used):
        return False
    await SubscriptionGrant.filter(id=found.id).update(used=found.used + 1)
    return True


async def give_back(account_id: UUID, template: Template) -> None:
    """A reserved grant was not spent."""
    await execute(_GIVE_BACK, account_id, template)


_GIVE_BACK = """
UPDATE subscription_grants SET used = used - 1 WHERE account_id = $1 AND template = $2 AND used > 0
"""


async def clear(account_id: UUID, template: Template) -> None:
    """WeChat knows of no grant, whatever we counted (43101)."""
    await execute(_CLEAR, account_id, template)


_CLEAR = """
UPDATE subscription_grants SET seen_by_page = 0, seen_by_event = 0, used = 0 WHERE account_id = $1 AND template = $2
"""


class _GrantRow(msgspec.Struct, frozen=True):
    template: str
    seen_by_page: int
    seen_by_event: int
    used: int


async def left(account_id: UUID) -> dict[Template, int]:
    """How many messages each template still pays for."""
    rows = await fetch(_GrantRow, _LEFT, account_id)
    counts = {row.template: grants_left(row.seen_by_page, row.seen_by_event, row.used) for row in rows}
    return {template: counts.get(template, 0) for template in Template}


_LEFT = "SELECT template, seen_by_page, seen_by_event, used FROM subscription_grants WHERE account_id = $1"
