"""What the worker looks after: the next substitute, the committee's task, reminders, what lapsed, families that do not
call. Each call by itself and under its lock: killed half way or run by several workers, it ends as if run once."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
import structlog

from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM
from backend.calls import rules
from backend.calls.facts import CallLapsed, CallSoon, NoCallForLong
from backend.calls.holding import settle_unhosted, tell
from backend.calls.hosting import ask_next, raise_unhosted
from backend.calls.models import Call, HostOffer
from backend.calls.planning import LAPSES_AFTER, reminders_due
from backend.calls.queries import offered
from backend.calls.rules import COMING, CallState, Step
from backend.db import fetch, transaction
from backend.elders.models import Elder
from backend.kit.clock import shanghai_day
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.policies.queries import in_force, policy
from backend.policies.rules import CallBooking, read

log = structlog.get_logger(__name__)

BATCH = 500
LONGEST_NOTICE = timedelta(hours=72)


async def follow_calls(kernel: Kernel) -> int:
    """Bring every call that is to come up to now; returns how many changed."""
    changed, after = 0, UUID(int=0)
    while found := await fetch(_Id, _COMING, after, BATCH):
        after = found[-1].id
        for row in found:
            try:
                changed += await _follow(kernel, row.id)
            except Exception as error:
                log.error("call_not_followed", call=str(row.id), error=type(error).__name__)
    return changed


class _Id(msgspec.Struct, frozen=True):
    id: UUID


_COMING = """
SELECT c.id FROM calls c WHERE c.id > $1 AND c.state IN ('proposed', 'taken', 'agreed', 'seeking')
ORDER BY c.id LIMIT $2
"""


async def _follow(kernel: Kernel, call_id: UUID) -> bool:
    async with transaction():
        found = await Call.filter(id=call_id).select_for_update(skip_locked=True).first()
        if found is None or found.state not in COMING:
            return False
        last = found.starts_at or max(offered(found.times))
        steps: tuple[Callable[[Kernel, Call, datetime], Awaitable[bool]], ...] = (_remind, _substitute, _call_for_help)
        if last + LAPSES_AFTER <= kernel.clock.now():
            return await _lapse(kernel, found)
        return any([await step(kernel, found, last) for step in steps])


async def _lapse(kernel: Kernel, found: Call) -> bool:
    await Call.filter(id=found.id).update(state=rules.move(Step.LAPSE, found.state))
    await settle_unhosted(kernel, found, PLATFORM)
    await tell(kernel, found, Tag.CALL_LAPSED, PLATFORM)
    await box.put(kernel, CallLapsed(call_id=found.id, elder_id=found.elder_id))
    return True


async def _remind(kernel: Kernel, found: Call, last: datetime) -> bool:
    if found.state not in (CallState.TAKEN, CallState.AGREED) or found.starts_at is None:
        return False
    due = reminders_due(found.starts_at, found.proposed_at, kernel.clock.now())
    if due <= found.reminders:
        return False
    await Call.filter(id=found.id).update(reminders=due)
    await box.put(kernel, CallSoon(call_id=found.id, elder_id=found.elder_id, starts_at=found.starts_at))
    return True


async def _substitute(kernel: Kernel, found: Call, last: datetime) -> bool:
    """The next is asked when the one asked last let the time go by."""
    if found.state is not CallState.SEEKING:
        return False
    now = kernel.clock.now()
    if await HostOffer.exists(call_id=found.id, declined_at=None, answer_by__gt=now):
        return False
    return await ask_next(kernel, found)


async def _call_for_help(kernel: Kernel, found: Call, last: datetime) -> bool:
    """A call that nobody hosts, and whose time is near, is the committee's."""
    now = kernel.clock.now()
    if found.state not in (CallState.PROPOSED, CallState.SEEKING) or last - now > LONGEST_NOTICE or last <= now:
        return False
    elder = await Elder.get(id=found.elder_id)
    booking = await policy(CallBooking, division_id=elder.village_id, day=shanghai_day(now))
    if last - now > timedelta(hours=booking.committee_hours):
        return False
    await raise_unhosted(kernel, found, elder.village_id, last)
    return True


async def nudge_families(kernel: Kernel) -> int:
    """Remind each confirmed child who had no call with the elder for long, once in that time (R086)."""
    now, nudged = kernel.clock.now(), 0
    for row in await fetch(_Silent, _SILENT, now - timedelta(days=7), shanghai_day(now)):
        days = read(CallBooking, row.policy).nudge_days
        if now - max(row.last_at, row.nudged_at or row.last_at) < timedelta(days=days):
            continue
        async with transaction():
            params = (uuid7(), row.elder_id, row.account_id, now, now - timedelta(days=days))
            if await fetch(_Id, _NUDGE, *params):
                quiet = (now - row.last_at).days
                await box.put(kernel, NoCallForLong(elder_id=row.elder_id, account_id=row.account_id, days=quiet))
                nudged += 1
    return nudged


class _Silent(msgspec.Struct, frozen=True):
    elder_id: UUID
    account_id: UUID
    last_at: datetime
    nudged_at: datetime | None
    policy: str | None


_SILENT = f"""
SELECT * FROM (
  SELECT f.elder_id, f.account_id, {in_force(CallBooking.name, "e.village_id", "$2")} AS policy,
    COALESCE((SELECT MAX(c.at) FROM contacts c WHERE c.elder_id = f.elder_id AND c.account_id = f.account_id
      AND c.kind = 'family_call'), f.confirmed_at) AS last_at,
    (SELECT n.nudged_at FROM call_nudges n WHERE n.elder_id = f.elder_id AND n.account_id = f.account_id) AS nudged_at
  FROM family_members f JOIN elders e ON e.id = f.elder_id
  WHERE f.duty = 'supporter' AND f.account_id IS NOT NULL AND f.confirmed_at IS NOT NULL AND f.ended_at IS NULL
    AND e.left_on IS NULL
    AND NOT EXISTS (SELECT 1 FROM calls k
      WHERE k.elder_id = e.id AND k.state IN ('proposed', 'taken', 'agreed', 'seeking', 'open'))
    AND NOT EXISTS (SELECT 1 FROM consents n WHERE n.whose = 'elder' AND n.person_id = e.id AND n.purpose = 'calls'
      AND NOT n.given AND n.number = (SELECT MAX(l.number) FROM consents l
        WHERE l.whose = 'elder' AND l.person_id = e.id AND l.purpose = 'calls'))
) silent WHERE silent.last_at < $1
"""
_NUDGE = """
INSERT INTO call_nudges (id, elder_id, account_id, nudged_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (elder_id, account_id) DO UPDATE SET nudged_at = excluded.nudged_at WHERE call_nudges.nudged_at <= $5
RETURNING id
"""
