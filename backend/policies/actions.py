"""Setting a policy for a place."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import transaction
from backend.divisions.errors import DivisionNotFound
from backend.divisions.queries import sees_division
from backend.kit.kernel import Kernel
from backend.policies.models import Policy
from backend.policies.rules import PolicyValue, check, check_start


async def set_policy(kernel: Kernel, *, division_id: UUID, value: PolicyValue, starts_on: date, by: Viewer) -> UUID:
    """Let `value` hold in a division, and under it where nobody nearer says otherwise, from `starts_on` on.

    Rows are only ever added: what held on any day can be told later. Of two set for one day, the later counts.
    Raises RoleCannot, DivisionNotFound, PolicyNotPossible, PolicyInPast.
    """
    by.require(Role.TOWNSHIP, Role.COUNTY)
    check(value)
    check_start(starts_on, by.today)
    if not await sees_division(by.scope, division_id):
        raise DivisionNotFound(field="division_id")
    async with transaction():
        made = await Policy.create(
            division_id=division_id,
            name=value.name,
            value=msgspec.json.encode(value).decode(),
            starts_on=starts_on,
        )
        await record(
            kernel,
            Subject("account", by.account_id),
            Tag.POLICY_SET,
            by=by.actor,
            policy_id=str(made.id),
            division_id=str(division_id),
            name=value.name,
        )
    return made.id


async def set_policies(
    kernel: Kernel, *, division_id: UUID, values: Iterable[PolicyValue], starts_on: date, by: Viewer
) -> None:
    """`set_policy` for each, all or none. Raises what it does."""
    async with transaction():
        for value in values:
            await set_policy(kernel, division_id=division_id, value=value, starts_on=starts_on, by=by)
