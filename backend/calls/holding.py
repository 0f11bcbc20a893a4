"""A call in sight, held until the transaction ends, and the times it keeps free of others."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.accounts.models import Account
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Actor, Subject, record
from backend.calls.errors import (
    CallNotFound,
    CallStateChanged,
    ChildBusyThen,
    ElderBusyThen,
    EveningFull,
    HostBusyThen,
    NotTheHost,
)
from backend.calls.models import Call, CallGuest
from backend.calls.planning import around
from backend.calls.queries import call
from backend.calls.rules import CallState
from backend.db import any_of, fetch
from backend.elders.models import Elder
from backend.kit.clock import shanghai_day
from backend.kit.kernel import Kernel
from backend.policies.queries import policy
from backend.policies.rules import CallBooking, CallCapacity
from backend.tasks.actions import settle_task
from backend.tasks.rules import Settlement, TaskKind


async def locked(call_id: UUID, by: Viewer) -> Call:
    """The call in sight, held. Raises CallNotFound."""
    await call(by.scope, call_id)
    return await held(call_id)


async def held(call_id: UUID) -> Call:
    """The call, held, whoever asks. Raises CallNotFound."""
    found = await Call.filter(id=call_id).select_for_update().first()
    if found is None:
        raise CallNotFound
    return found


async def hosted(call_id: UUID, by: Viewer) -> Call:
    """The call in sight, held, for its host. Raises CallNotFound, CallStateChanged, NotTheHost."""
    found = await locked(call_id, by)
    if found.host_id is None:
        raise CallStateChanged
    if found.host_id != by.account_id:
        raise NotTheHost
    return found


async def tell(kernel: Kernel, found: Call, tag: Tag, by: Actor, **more: object) -> None:
    """On the elder's chain of the audit trail."""
    await record(kernel, Subject("elder", found.elder_id), tag, by=by, call_id=str(found.id), **more)


async def settle_unhosted(
    kernel: Kernel, found: Call, by: Actor, settlement: Settlement = Settlement.NO_LONGER
) -> None:
    """Nobody has to look for a host any more, unless another call of the elder still lacks one."""
    lacking = Call.filter(elder_id=found.elder_id, state__in=[CallState.PROPOSED, CallState.SEEKING])
    if await lacking.exclude(id=found.id).exists():
        return
    kind, elder_id = TaskKind.UNHOSTED_CALL, found.elder_id
    await settle_task(kernel, kind=kind, subject_id=elder_id, by=by, settlement=settlement)


async def keep_free(kernel: Kernel, found: Call, starts_at: datetime, *, host_id: UUID | None) -> None:
    """Nobody of this call is in another around `starts_at`: of two that collide, booked at once, one is refused.

    Elder and people are held until the transaction ends, always in this order. Raises ElderBusyThen, HostBusyThen,
    ChildBusyThen, EveningFull.
    """
    guests = await CallGuest.filter(call_id=found.id, coming=True).values_list("account_id", flat=True)
    people = {*map(_uuid, guests), *([host_id] if host_id else [])}
    elder = await Elder.filter(id=found.elder_id).select_for_update(no_key=True).get()
    await Account.filter(id__in=sorted(people)).order_by("id").select_for_update(no_key=True)
    day = shanghai_day(kernel.clock.now())
    since, until = around(starts_at, await policy(CallBooking, division_id=elder.village_id, day=day))
    sql = _COLLIDING.format(coming=any_of("g.account_id", 4))
    for other in await fetch(_Colliding, sql, found.id, since, until, sorted(people)):
        if other.elder_id == found.elder_id:
            raise ElderBusyThen
        if host_id is not None and host_id in (other.host_id, other.guest_id):
            raise HostBusyThen
        if other.guest_id is not None or other.host_id in people:
            raise ChildBusyThen
    capacity = await policy(CallCapacity, division_id=elder.village_id, day=day)
    [row] = await fetch(_Booked, _BOOKED, found.id, since, until)
    if row.booked >= capacity.at_once:
        raise EveningFull


def _uuid(found: object) -> UUID:
    return found if isinstance(found, UUID) else UUID(str(found))


class _Colliding(msgspec.Struct, frozen=True):
    elder_id: UUID
    host_id: UUID | None
    guest_id: UUID | None


_STANDING = "c.state IN ('taken', 'agreed', 'seeking', 'open') AND c.starts_at"
_COLLIDING = f"""
SELECT c.elder_id, c.host_id, g.account_id AS guest_id FROM calls c
LEFT JOIN call_guests g ON g.call_id = c.id AND g.coming AND {{coming}}
WHERE c.id <> $1 AND {_STANDING} > $2 AND c.starts_at < $3
"""


class _Booked(msgspec.Struct, frozen=True):
    booked: int


_BOOKED = f"SELECT COUNT(*) AS booked FROM calls c WHERE c.id <> $1 AND {_STANDING} > $2 AND c.starts_at < $3"
