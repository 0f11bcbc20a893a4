"""How often a child means to be in touch (R044), and a reminder when the time is over."""

from datetime import date, datetime
from uuid import UUID

import msgspec
import structlog

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Subject, record, record_each
from backend.db import any_of, fetch, transaction
from backend.elders.models import Elder
from backend.families.contacts import own_place
from backend.families.facts import ContactDue
from backend.families.models import FamilyMember
from backend.families.queries import AWAY, LAST_TOLD
from backend.families.rules import check_rhythm, contact_is_due, rhythm_days
from backend.kit.clock import shanghai_day
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.policies.queries import policy
from backend.policies.rules import ContactRhythm

log = structlog.get_logger(__name__)

Rhythms = dict[UUID, ContactRhythm]


async def choose_rhythm(kernel: Kernel, *, elder_id: UUID, days: int | None, by: Viewer) -> None:
    """The supporter means to be in touch every `days` (None: as usual). The same again changes nothing.

    Raises RoleCannot, ElderNotFound, NoPlaceConfirmed, ElderNotOnRegister, RhythmTooSlow.
    """
    by.require(Role.SUPPORTER)
    async with transaction():
        place = await own_place(by, elder_id)
        elder = await Elder.get(id=elder_id)
        check_rhythm(days, await policy(ContactRhythm, division_id=elder.village_id, day=by.today))
        if place.contact_days == days:
            return
        await FamilyMember.filter(id=place.id).update(contact_days=days)
        chosen = {"member": str(place.id), "days": days}
        await record(kernel, Subject("elder", elder_id), Tag.CONTACT_RHYTHM_CHOSEN, by=by.actor, **chosen)


async def remind_contacts(kernel: Kernel, *, batch: int = 500) -> int:
    """Remind every supporter away who was not in touch for longer than meant; returns how many were reminded.

    One message for one person, and of one elder no second one within a rhythm: killed half way or run by several
    workers, it ends as if run once. A batch that fails does not keep the others waiting.
    """
    today, reminded, after = shanghai_day(kernel.clock.now()), 0, UUID(int=0)
    rhythms: Rhythms = {}
    while found := await fetch(_Place, _PLACES, after, today, batch):
        after = found[-1].account_id
        try:
            due = [place.id for place in found if await _is_due(place, rhythms, today)]
            reminded += await _remind(kernel, due, today)
        except Exception as error:
            log.error("contact_reminders_failed", error=type(error).__name__)
    return reminded


class _Place(msgspec.Struct, frozen=True):
    id: UUID
    account_id: UUID
    village_id: UUID
    contact_days: int | None
    reminded_on: date | None
    confirmed_at: datetime
    last_at: datetime | None
    meant: bool


_PLACES = f"""
SELECT f.id, f.account_id, e.village_id, f.contact_days, f.reminded_on, f.confirmed_at,
  (SELECT MAX(c.at) FROM contacts c WHERE c.elder_id = f.elder_id AND c.account_id = f.account_id) AS last_at,
  (e.left_on IS NULL AND {AWAY}) AS meant
FROM family_members f JOIN elders e ON e.id = f.elder_id {LAST_TOLD}
WHERE f.account_id IN (
    SELECT DISTINCT m.account_id FROM family_members m
    WHERE m.account_id > $1 AND m.duty = 'supporter' AND m.confirmed_at IS NOT NULL AND m.ended_at IS NULL
      AND (m.reminded_on IS NULL OR m.reminded_on < $2) ORDER BY m.account_id LIMIT $3)
  AND f.duty = 'supporter' AND f.confirmed_at IS NOT NULL AND f.ended_at IS NULL ORDER BY f.account_id, f.id
"""


async def _is_due(place: _Place, rhythms: Rhythms, today: date) -> bool:
    if not place.meant:
        return False
    if place.village_id not in rhythms:
        rhythms[place.village_id] = await policy(ContactRhythm, division_id=place.village_id, day=today)
    every = rhythm_days(place.contact_days, rhythms[place.village_id])
    last = shanghai_day(place.last_at or place.confirmed_at)
    return contact_is_due(max(last, place.reminded_on or last), every, today)


class _Account(msgspec.Struct, frozen=True):
    account_id: UUID


async def _remind(kernel: Kernel, member_ids: list[UUID], today: date) -> int:
    if not member_ids:
        return 0
    async with transaction():
        await FamilyMember.filter(id__in=member_ids).order_by("id").select_for_update(no_key=True)
        # Another worker may have reminded meanwhile, and an elder may have left.
        rows = await fetch(_Account, _REMIND.format(among=any_of("id", 1)), member_ids, today)
        accounts = list(dict.fromkeys(row.account_id for row in rows))
        await record_each(kernel, "account", Tag.CONTACT_REMINDED, {each: {} for each in accounts}, by=PLATFORM)
        await box.put_each(kernel, [ContactDue(account_id=each) for each in accounts])
    return len(accounts)


_REMIND = """
UPDATE family_members SET reminded_on = $2
WHERE {among} AND (reminded_on IS NULL OR reminded_on < $2) AND ended_at IS NULL AND account_id IS NOT NULL
  AND EXISTS (SELECT 1 FROM elders e WHERE e.id = family_members.elder_id AND e.left_on IS NULL)
RETURNING account_id
"""
