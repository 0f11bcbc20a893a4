"""Where supporters are: told by themselves or to the committee, confirmed now and then, asked for when it got old.

What is told anew may change whether the elder is one of those meant (R001), so it is judged again at once. The village
reads the place off the family's list too: `FamilyMember.city` says it in words.
"""

from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec
import structlog

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Actor, Subject, record
from backend.db import fetch, transaction
from backend.divisions.models import Division
from backend.elders.eligibility import Supporter
from backend.elders.errors import ElderNotOnRegister
from backend.elders.judging import rejudge
from backend.elders.models import Elder
from backend.families.errors import NoPlaceConfirmed, NotASupporter, NothingToConfirm
from backend.families.facts import WhereaboutsDue, WhereaboutsTold
from backend.families.models import FamilyMember, Whereabouts
from backend.families.queries import employer, member
from backend.families.rules import Duty, Place, checked, home_province, is_due
from backend.kit.clock import shanghai_day
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.policies.queries import in_force
from backend.policies.rules import WhereaboutsRhythm, read

log = structlog.get_logger(__name__)

SOONEST = timedelta(days=14)
"""No policy asks again sooner: the least of WhereaboutsRhythm."""


async def tell_own(kernel: Kernel, *, place: Place, by: Viewer) -> int:
    """The supporter says where he or she is now: for every elder on a register; returns for how many.

    The same again only confirms. Raises RoleCannot, NoPlaceConfirmed and the refusals of `rules.checked`.
    """
    by.require(Role.SUPPORTER)
    async with transaction():
        places = await _own(by)
        if not places:
            raise NoPlaceConfirmed
        for each in places:
            await _tell(kernel, each, place, by.today, by.actor)
        for elder_id in sorted({each.elder_id for each in places}):
            await judge_again(kernel, elder_id, by.today, by.actor)
    return len(places)


async def confirm_own(kernel: Kernel, *, by: Viewer) -> int:
    """The supporter says that what is on file is still true; returns for how many elders. Once more today is nothing.

    Raises RoleCannot, NothingToConfirm.
    """
    by.require(Role.SUPPORTER)
    async with transaction():
        places = [each for each in await _own(by) if each.whereabouts_on is not None]
        if not places:
            raise NothingToConfirm
        for each in places:
            await _confirm(kernel, each, by.today, by.actor)
    return len(places)


async def tell_for(kernel: Kernel, *, member_id: UUID, place: Place, able: bool | None, by: Viewer) -> None:
    """The committee writes down what it was told, and where `able` is given, whether the supporter is able (R003).

    Raises RoleCannot, FamilyMemberNotFound, NotASupporter, ElderNotOnRegister and the refusals of `rules.checked`.
    """
    by.require(Role.COMMITTEE)
    async with transaction():
        await member(by.scope, member_id)
        held = await FamilyMember.filter(id=member_id).select_for_update(no_key=True).get()
        if held.duty is not Duty.SUPPORTER:
            raise NotASupporter
        if not await Elder.exists(id=held.elder_id, left_on=None):
            raise ElderNotOnRegister
        if able is not None:
            await FamilyMember.filter(id=member_id).update(able=able)
        await _tell(kernel, held, place, by.today, by.actor)
        await judge_again(kernel, held.elder_id, by.today, by.actor)


async def _own(by: Viewer) -> list[FamilyMember]:
    """The viewer's places beside elders on a register, locked in one order."""
    places = await (
        FamilyMember.filter(account_id=by.account_id, duty=Duty.SUPPORTER, ended_at=None, confirmed_at__isnull=False)
        .order_by("id")
        .select_for_update(no_key=True)
    )
    here = set(await Elder.filter(id__in=[each.elder_id for each in places], left_on=None).values_list("id", flat=True))
    return [each for each in places if each.elder_id in here]


async def _tell(kernel: Kernel, held: FamilyMember, place: Place, today: date, by: Actor) -> None:
    told = checked(place, home=await home_of(held.elder_id), today=today)
    if await _last(kernel, held.id) == told:
        await _confirm(kernel, held, today, by)
        return
    made, work = uuid7(), told.employer
    assert told.area is not None
    await Whereabouts.create(
        id=made,
        family_member_id=held.id,
        province=told.province,
        city=told.city,
        area=told.area,
        employer=kernel.keys.encrypt(work.encode(), f"whereabouts|employer|{made}") if work else None,
        since=told.since,
        for_work=told.for_work,
        told_by=by.account_id,
        told_at=kernel.clock.now(),
    )
    words = told.city if told.city == told.province else told.province + told.city
    await FamilyMember.filter(id=held.id).update(city=words, whereabouts_on=today)
    entry = {"member": held.id, "whereabouts": made}
    await record(kernel, Subject("elder", held.elder_id), Tag.WHEREABOUTS_TOLD, by=by, **entry)
    fact = WhereaboutsTold(elder_id=held.elder_id, family_member_id=held.id, whereabouts_id=made)
    await box.put(kernel, fact)


async def _confirm(kernel: Kernel, held: FamilyMember, today: date, by: Actor) -> None:
    if held.whereabouts_on == today:
        return
    await FamilyMember.filter(id=held.id).update(whereabouts_on=today)
    await record(kernel, Subject("elder", held.elder_id), Tag.WHEREABOUTS_CONFIRMED, by=by, member=held.id)


async def home_of(elder_id: UUID) -> str | None:
    """The province of the elder, seen in scope already."""
    elder = await Elder.get(id=elder_id)
    return home_province((await Division.get(id=elder.village_id)).code)


async def _last(kernel: Kernel, member_id: UUID) -> Place | None:
    row = await Whereabouts.filter(family_member_id=member_id).order_by("-told_at", "-id").first()
    if row is None or row.province is None or row.city is None or row.since is None:
        return None
    return Place(
        province=row.province,
        city=row.city,
        area=row.area,
        since=row.since,
        for_work=row.for_work,
        employer=employer(kernel, row.id, row.employer),
    )


async def judge_again(kernel: Kernel, elder_id: UUID, today: date, by: Actor) -> None:
    """By the whereabouts on file once each supporter's are; until then by the list the committee told last.

    In the caller's transaction.
    """
    known = []
    for each in await FamilyMember.filter(elder_id=elder_id, duty=Duty.SUPPORTER, ended_at=None).order_by("id"):
        row = await Whereabouts.filter(family_member_id=each.id).order_by("-told_at", "-id").first()
        if row is None or row.area is None:
            return
        known.append(Supporter(whereabouts=row.area, since=row.since, for_work=row.for_work, able=each.able))
    await rejudge(kernel, elder_id, today, by, supporters=tuple(known))


async def ask_due(kernel: Kernel, *, batch: int = 500) -> int:
    """Ask every supporter whose whereabouts nobody told or confirmed for too long; returns how many were asked.

    One message for one person, however many elders, once in each period of the village's policy: killed half way or
    run by several workers, it ends as if run once. One that fails does not keep the others waiting.
    """
    today, asked, after = shanghai_day(kernel.clock.now()), 0, UUID(int=0)
    while found := await fetch(_AccountRow, _WITH_PLACES, after, today - SOONEST, batch):
        for row in found:
            try:
                asked += await _ask(kernel, row.account_id, today)
            except Exception as error:
                log.error("whereabouts_ask_failed", account=str(row.account_id), error=type(error).__name__)
        after = found[-1].account_id
    return asked


async def _ask(kernel: Kernel, account_id: UUID, today: date) -> bool:
    due = [row.id for row in await fetch(_DueRow, _PLACES, account_id, today) if _is_due(row, today)]
    if not due:
        return False
    async with transaction():
        # Another worker may have asked meanwhile.
        await FamilyMember.filter(account_id=account_id).order_by("id").select_for_update(no_key=True)
        due = [row.id for row in await fetch(_DueRow, _PLACES, account_id, today) if _is_due(row, today)]
        if not due:
            return False
        await FamilyMember.filter(id__in=due).update(asked_on=today)
        await record(kernel, Subject("account", account_id), Tag.WHEREABOUTS_ASKED, by=PLATFORM, places=len(due))
        await box.put(kernel, WhereaboutsDue(account_id=account_id))
    return True


def _is_due(row: "_DueRow", today: date) -> bool:
    known_on = row.whereabouts_on or shanghai_day(row.confirmed_at)
    return is_due(known_on, row.asked_on, today, read(WhereaboutsRhythm, row.policy))


class _AccountRow(msgspec.Struct, frozen=True):
    account_id: UUID


class _DueRow(msgspec.Struct, frozen=True):
    id: UUID
    whereabouts_on: date | None
    asked_on: date | None
    confirmed_at: datetime
    policy: str | None


_WITH_PLACES = """
SELECT DISTINCT f.account_id FROM family_members f JOIN elders e ON e.id = f.elder_id
WHERE f.account_id > $1 AND f.duty = 'supporter' AND f.confirmed_at IS NOT NULL AND f.ended_at IS NULL
  AND e.left_on IS NULL AND (f.whereabouts_on IS NULL OR f.whereabouts_on <= $2)
  AND (f.asked_on IS NULL OR f.asked_on <= $2) ORDER BY f.account_id LIMIT $3
"""
_PLACES = f"""
SELECT f.id, f.whereabouts_on, f.asked_on, f.confirmed_at,
  {in_force(WhereaboutsRhythm.name, "e.village_id", "$2")} AS policy
FROM family_members f JOIN elders e ON e.id = f.elder_id
WHERE f.account_id = $1 AND f.duty = 'supporter' AND f.confirmed_at IS NOT NULL AND f.ended_at IS NULL
  AND e.left_on IS NULL ORDER BY f.id
"""
