"""A host who cannot come, and who comes instead (志愿服务条例 art. 22): one after another is asked in the village.

The first to step in has it, also one who was asked earlier. Whom the elder is new to reaches the elder's file for the
days of the call alone.
"""

from datetime import datetime, timedelta
from uuid import UUID, uuid5

import msgspec

from backend.accounts.actions import tie_until
from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Actor
from backend.calls import rules
from backend.calls.actions import HOSTS
from backend.calls.errors import CallNotFound, CallStateChanged
from backend.calls.facts import CallTaken, HostAsked, HostDroppedOut
from backend.calls.holding import held, hosted, keep_free, locked, settle_unhosted, tell
from backend.calls.models import Call, HostOffer
from backend.calls.planning import Candidate, DropOut, answer_by, around, next_to_ask
from backend.calls.rules import CallState, Step
from backend.consents.queries import refused_by
from backend.consents.rules import Whose
from backend.db import execute, fetch, transaction
from backend.elders.models import Elder
from backend.kit.clock import shanghai_day
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.policies.queries import policy
from backend.policies.rules import CallBooking
from backend.tasks.actions import NewTask, raise_task
from backend.tasks.rules import Settlement, TaskKind

AFTER_THE_CALL = 3
"""Days in which a substitute may still write down the visit."""


async def drop_out(kernel: Kernel, *, call_id: UUID, reason: DropOut, words: str | None, by: Viewer) -> None:
    """The host cannot come, and says why; the next one is asked at once.

    Raises RoleCannot, CallNotFound, NotTheHost, CallStateChanged.
    """
    by.require(*HOSTS)
    async with transaction():
        found = await hosted(call_id, by)
        offer_id = await lose_host(kernel, found, reason, by=by.actor)
        if words:
            sealed = kernel.keys.encrypt(words.strip().encode(), f"host_offers|words|{offer_id}")
            await HostOffer.filter(id=offer_id).update(words=sealed)


async def lose_host(kernel: Kernel, found: Call, reason: DropOut, *, by: Actor) -> UUID:
    """In the caller's transaction, the call held; returns where the reason stands. Raises CallStateChanged."""
    after = rules.move(Step.DROP_OUT, found.state)
    assert found.starts_at is not None
    assert found.host_id is not None
    offer_id = await _decline(kernel, found, found.host_id, reason)
    await Call.filter(id=found.id).update(state=after, host_id=None)
    await tell(kernel, found, Tag.CALL_HOST_DROPPED_OUT, by)
    await box.put(kernel, HostDroppedOut(call_id=found.id, elder_id=found.elder_id, starts_at=found.starts_at))
    await ask_next(kernel, found)
    return offer_id


async def _decline(kernel: Kernel, found: Call, account_id: UUID, reason: DropOut | None) -> UUID:
    now = kernel.clock.now()
    [row] = await fetch(_Id, _DECLINE, uuid7(), found.id, found.elder_id, account_id, now, reason)
    return row.id


class _Id(msgspec.Struct, frozen=True):
    id: UUID


_DECLINE = """
INSERT INTO host_offers (id, call_id, elder_id, account_id, offered_at, answer_by, declined_at, reason)
VALUES ($1, $2, $3, $4, $5, $5, $5, $6)
ON CONFLICT (call_id, account_id) DO UPDATE SET declined_at = excluded.declined_at, reason = excluded.reason
RETURNING id
"""


async def decline(kernel: Kernel, *, call_id: UUID, by: Viewer) -> None:
    """One who was asked cannot come either; the next one is asked. Raises RoleCannot, CallNotFound."""
    by.require(*HOSTS)
    async with transaction():
        offer = await HostOffer.filter(call_id=call_id, account_id=by.account_id, declined_at=None).first()
        if offer is None:
            raise CallNotFound
        found = await held(call_id)
        if found.state is not CallState.SEEKING:
            return
        await _decline(kernel, found, by.account_id, None)
        await tell(kernel, found, Tag.CALL_HOST_DECLINED, by.actor)
        await ask_next(kernel, found)


async def step_in(kernel: Kernel, *, call_id: UUID, by: Viewer) -> None:
    """Come in place of the host who cannot; of two at once the first has it. The elder is asked anew.

    Whoever was asked may, and whoever has the call in sight anyway. Raises RoleCannot, CallNotFound, CallStateChanged,
    ElderWantsNoCalls, ElderBusyThen, HostBusyThen, ChildBusyThen, EveningFull.
    """
    by.require(*HOSTS)
    async with transaction():
        asked = await HostOffer.exists(call_id=call_id, account_id=by.account_id, declined_at=None)
        found = await (held(call_id) if asked else locked(call_id, by))
        after = rules.move(Step.STEP_IN, found.state)
        if found.starts_at is None:
            raise CallStateChanged
        rules.check_wanted(await refused_by(Whose.ELDER, found.elder_id))
        await keep_free(kernel, found, found.starts_at, host_id=by.account_id)
        if by.role is Role.VOLUNTEER and by.membership_id and found.elder_id not in by.elders:
            until = shanghai_day(found.starts_at) + timedelta(days=AFTER_THE_CALL)
            await tie_until(kernel, membership_id=by.membership_id, elder_id=found.elder_id, ends_on=until)
        await Call.filter(id=call_id).update(state=after, host_id=by.account_id)
        await settle_unhosted(kernel, found, by.actor, Settlement.DONE)
        await tell(kernel, found, Tag.CALL_TAKEN, by.actor)
        about = {"call_id": call_id, "elder_id": found.elder_id, "host_id": by.account_id}
        await box.put(kernel, CallTaken(starts_at=found.starts_at, **about))


async def ask_next(kernel: Kernel, found: Call) -> bool:
    """Ask the nearest of those who are free then and were not asked; where nobody is left, the committee has a task.

    In the caller's transaction, the call held. Returns whether somebody was asked.
    """
    now, starts_at = kernel.clock.now(), found.starts_at
    if starts_at is None or starts_at <= now:
        return False
    elder = await Elder.get(id=found.elder_id)
    booking = await policy(CallBooking, division_id=elder.village_id, day=shanghai_day(now))
    since, until = around(starts_at, booking)
    lately, day = now - timedelta(days=30), shanghai_day(now)
    free = await fetch(Candidate, _FREE, found.id, found.elder_id, elder.village_id, day, since, until, lately)
    chosen = next_to_ask(free)
    if chosen is None:
        await raise_unhosted(kernel, found, elder.village_id, starts_at)
        return False
    await execute(_ASK, uuid7(), found.id, found.elder_id, chosen.account_id, now, answer_by(now, starts_at, booking))
    await tell(kernel, found, Tag.CALL_HOST_ASKED, PLATFORM, host=str(chosen.account_id))
    about = {"call_id": found.id, "elder_id": found.elder_id, "account_id": chosen.account_id}
    await box.put(kernel, HostAsked(starts_at=starts_at, **about))
    return True


async def raise_unhosted(kernel: Kernel, found: Call, village_id: UUID, due_at: datetime) -> None:
    """A call nobody hosts is the committee's to look after, once for each host that was lost."""
    lost = await HostOffer.filter(call_id=found.id, reason__isnull=False).count()
    task = NewTask(
        kind=TaskKind.UNHOSTED_CALL,
        subject_id=found.elder_id,
        occasion_id=uuid5(found.id, f"unhosted|{lost}"),
        division_id=village_id,
        due_at=due_at,
    )
    await raise_task(kernel, task=task, by=PLATFORM)


_ASK = """
INSERT INTO host_offers (id, call_id, elder_id, account_id, offered_at, answer_by) VALUES ($1, $2, $3, $4, $5, $6)
"""
_IN_FORCE = "{it}.starts_on <= $4 AND ({it}.ends_on IS NULL OR {it}.ends_on > $4)"
_FREE = f"""
SELECT near.account_id, near.membership_id, MIN(near.distance) AS distance,
  (SELECT COUNT(*) FROM calls h WHERE h.host_id = near.account_id AND h.starts_at >= $7) AS hosted
FROM (
  SELECT m.account_id, m.id AS membership_id, 0 AS distance FROM ties t JOIN memberships m ON m.id = t.membership_id
  WHERE t.elder_id = $2 AND m.role = 'volunteer' AND {_IN_FORCE.format(it="t")} AND {_IN_FORCE.format(it="m")}
  UNION ALL
  SELECT m.account_id, m.id, 0 FROM visit_assignments a JOIN memberships m ON m.account_id = a.visitor_id
  WHERE a.elder_id = $2 AND a.ended_at IS NULL AND m.role IN ('volunteer', 'committee') AND {_IN_FORCE.format(it="m")}
    AND (m.role = 'committee' AND m.division_id = $3 OR EXISTS (
      SELECT 1 FROM ties t WHERE t.membership_id = m.id AND t.elder_id = $2 AND {_IN_FORCE.format(it="t")}))
  UNION ALL
  SELECT v.account_id, m.id, 1 FROM volunteers v JOIN memberships m ON m.id = v.membership_id
  WHERE v.village_id = $3 AND v.state = 'trained' AND {_IN_FORCE.format(it="m")}
) near
WHERE NOT EXISTS (SELECT 1 FROM host_offers o WHERE o.call_id = $1 AND o.account_id = near.account_id)
  AND NOT EXISTS (SELECT 1 FROM family_members f WHERE f.elder_id = $2 AND f.account_id = near.account_id
    AND f.duty = 'supporter' AND f.ended_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM calls c LEFT JOIN call_guests g
      ON g.call_id = c.id AND g.coming AND g.account_id = near.account_id
    WHERE c.state IN ('taken', 'agreed', 'seeking', 'open') AND c.starts_at > $5 AND c.starts_at < $6
      AND (c.host_id = near.account_id OR g.id IS NOT NULL))
GROUP BY near.account_id, near.membership_id
"""
