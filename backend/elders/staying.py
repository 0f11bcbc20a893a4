"""On the register and off it: one history of stays for each elder, never two at a time (R018).

`Elder.village_id` and `left_on` say what holds today; a left elder's village is the one that keeps the file. Whoever
needs a village and an elder locks the village first, so that nobody waits for one who waits for him.
"""

from datetime import date
from uuid import UUID

from tortoise.expressions import Q

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import execute, transaction
from backend.divisions.errors import DivisionNotFound
from backend.divisions.models import Division, DivisionLevel
from backend.divisions.queries import sees_division
from backend.elders.alerting import follow
from backend.elders.classifying import reclassify
from backend.elders.errors import (
    ElderAlreadyRegistered,
    ElderHasLeft,
    ElderIsHere,
    ElderLivesThere,
    ElderNotFound,
    EldersChangedSince,
    ElderStillHere,
    FileIsDouble,
    FileIsErased,
    VillageIsGone,
)
from backend.elders.facts import ElderCameBack, ElderLeft, ElderMoved
from backend.elders.models import Elder, Erasure, Stay
from backend.elders.queries import elder as elder_in_sight
from backend.elders.rules import EntryReason, ErasedPart, LeaveReason, TierCause, check_change, check_leave_reason
from backend.kit.kernel import Kernel
from backend.outbox import box
from backend.tasks.actions import hand_over, hand_over_all, settle_all


async def enter(kernel: Kernel, *, elder_id: UUID, village_id: UUID, reason: EntryReason, on: date) -> None:
    """Begin a stay, in the caller's transaction, of an elder who is in none. Raises VillageIsGone."""
    await Stay.create(
        elder_id=elder_id, village_id=village_id, starts_on=on, entered=reason, recorded_at=kernel.clock.now()
    )
    # The row just written keeps the village from being merged; one merged while it waited for that is told apart here.
    if not await Division.exists(id=village_id, ends_on=None):
        raise VillageIsGone(field="village_id")


async def leave(kernel: Kernel, *, elder_id: UUID, reason: LeaveReason, on: date, by: Viewer) -> None:
    """Take the elder off the register from `on`; the file stays, and with it all history.

    Raises RoleCannot, ElderNotFound, ElderHasLeft, LeaveReasonNotPossible, ChangeInFuture, ChangeBeforeLast.
    """
    by.require(Role.COMMITTEE)
    check_leave_reason(reason)
    async with transaction():
        await _locked(elder_id, by)
        stay = await _current(elder_id)
        check_change(on, last=stay.starts_on, today=by.today)
        await _end(stay, reason, on, by)
        await execute(_END_TIERS, elder_id, on)
        await Elder.filter(id=elder_id).update(left_on=on, left_reason=reason)
        await follow(kernel, [await Elder.get(id=elder_id)], by.today, by.actor)
        await settle_all(kernel, subject_id=elder_id, by=by.actor)
        await record(kernel, Subject("elder", elder_id), Tag.ELDER_LEFT, by=by.actor, reason=reason, on=on)
        await box.put(kernel, ElderLeft(elder_id=elder_id, reason=reason, on=on))


async def leave_as_double(kernel: Kernel, elder: Elder, *, by: Viewer) -> None:
    """Take a file that is another one's double off the register today, in the transaction that holds it locked.

    Raises ElderHasLeft.
    """
    stay = await _current(elder.id)
    await _end(stay, LeaveReason.DOUBLE_FILE, by.today, by)
    await execute(_END_TIERS, elder.id, by.today)
    await Elder.filter(id=elder.id).update(left_on=by.today, left_reason=LeaveReason.DOUBLE_FILE)
    await follow(kernel, [await Elder.get(id=elder.id)], by.today, by.actor)
    await settle_all(kernel, subject_id=elder.id, by=by.actor)
    await box.put(kernel, ElderLeft(elder_id=elder.id, reason=LeaveReason.DOUBLE_FILE, on=by.today))


# A tier that would have begun after the elder had left was in force on no day.
_END_TIERS = """
UPDATE tier_spans SET ends_on = CASE WHEN starts_on > $2 THEN starts_on ELSE $2 END
WHERE elder_id = $1 AND (ends_on IS NULL OR ends_on > $2)
"""


async def come_back(kernel: Kernel, *, elder_id: UUID, on: date, by: Viewer) -> None:
    """Put an elder who left on the register of the village that keeps the file, from `on`.

    Raises RoleCannot, ElderNotFound, ElderIsHere, FileIsDouble, FileIsErased, ElderAlreadyRegistered (under a newer
    file), VillageIsGone, ChangeInFuture, ChangeBeforeLast.
    """
    by.require(Role.COMMITTEE)
    async with transaction():
        seen = await elder_in_sight(by.scope, elder_id)
        await Division.filter(id=seen.village_id).select_for_update().first()
        elder = await _locked(elder_id, by)
        if elder.left_on is None:
            raise ElderIsHere
        if elder.left_reason == LeaveReason.DOUBLE_FILE:
            raise FileIsDouble
        if await Erasure.exists(elder_id=elder_id, part=ErasedPart.FILE):
            raise FileIsErased
        if elder.village_id != seen.village_id:
            raise VillageIsGone
        check_change(on, last=elder.left_on, today=by.today)
        if elder.id_number_hash and await Elder.exists(id_number_hash=elder.id_number_hash, left_on=None):
            raise ElderAlreadyRegistered
        await enter(kernel, elder_id=elder_id, village_id=elder.village_id, reason=EntryReason.CAME_BACK, on=on)
        await Elder.filter(id=elder_id).update(left_on=None, left_reason=None)
        await reclassify(kernel, elder_id, TierCause.REGISTERED, on, by.actor)
        await record(kernel, Subject("elder", elder_id), Tag.ELDER_CAME_BACK, by=by.actor, on=on)
        await box.put(kernel, ElderCameBack(elder_id=elder_id, on=on))


async def move(kernel: Kernel, *, elder_id: UUID, village_id: UUID, on: date, by: Viewer) -> None:
    """From `on` the elder stands on another village's register, with all history; both in sight of `by`.

    Raises RoleCannot, ElderNotFound, DivisionNotFound, ElderHasLeft, ElderLivesThere, ChangeInFuture, ChangeBeforeLast.
    """
    by.require(Role.TOWNSHIP)
    async with transaction():
        village = await Division.filter(id=village_id, level=DivisionLevel.VILLAGE).select_for_update().first()
        await _locked(elder_id, by)
        if village is None or not await sees_division(by.scope, village_id):
            raise DivisionNotFound(field="village_id")
        stay = await _current(elder_id)
        if stay.village_id == village_id:
            raise ElderLivesThere(field="village_id")
        check_change(on, last=max(stay.starts_on, village.starts_on), today=by.today)
        await _end(stay, LeaveReason.MOVED_WITHIN, on, by)
        await enter(kernel, elder_id=elder_id, village_id=village_id, reason=EntryReason.MOVED_IN, on=on)
        await Elder.filter(id=elder_id).update(village_id=village_id)
        await hand_over(subject_id=elder_id, division_id=village_id)
        places = {"from_village_id": stay.village_id, "to_village_id": village_id}
        await record(kernel, Subject("elder", elder_id), Tag.ELDER_MOVED, by=by.actor, on=on, **places)
        await box.put(kernel, ElderMoved(elder_id=elder_id, on=on, **places))


async def tell_where_to(kernel: Kernel, *, elder_id: UUID, where_to: str, by: Viewer) -> None:
    """Write down where an elder went who is off the register, in place of what was written before.

    Raises RoleCannot, ElderNotFound, ElderStillHere, FileIsErased.
    """
    by.require(Role.COMMITTEE)
    async with transaction():
        elder = await _locked(elder_id, by)
        if elder.left_on is None:
            raise ElderStillHere
        if await Erasure.exists(elder_id=elder_id, part=ErasedPart.FILE):
            raise FileIsErased
        last = await Stay.filter(elder_id=elder_id).order_by("-starts_on", "-id").first()
        assert last is not None
        sealed = kernel.keys.encrypt(where_to.encode(), where_to_place(last.id))
        await Stay.filter(id=last.id).update(where_to=sealed)
        await record(kernel, Subject("elder", elder_id), Tag.ELDER_WHERE_TO, by=by.actor, on=last.ends_on)


def where_to_place(stay_id: UUID) -> str:
    """What the sealed words are bound to."""
    return f"stays|where_to|{stay_id}"


async def confirm_whole_file(kernel: Kernel, *, elder_id: UUID, by: Viewer) -> None:
    """The village has looked through the whole file today and it is true (R017); once more today changes nothing.

    Raises RoleCannot, ElderNotFound, ElderHasLeft.
    """
    by.require(Role.COMMITTEE)
    async with transaction():
        elder = await _locked(elder_id, by)
        if elder.left_on is not None:
            raise ElderHasLeft
        if elder.confirmed_on == by.today:
            return
        await Elder.filter(id=elder_id).update(confirmed_on=by.today)
        await record(kernel, Subject("elder", elder_id), Tag.ELDER_CONFIRMED, by=by.actor, on=by.today)


async def follow_merger(kernel: Kernel, *, village_id: UUID, successor_id: UUID, on: date) -> int:
    """In the transaction that holds both villages locked: the files go over, and on `on` all stays; returns how many.

    Raises EldersChangedSince.
    """
    # Waits for everyone who is just leaving, whose dates are then there to be looked at.
    await Elder.filter(village_id=village_id).update(village_id=successor_id)
    await hand_over_all(division_id=village_id, successor_id=successor_id)
    if await Stay.filter(Q(starts_on__gt=on) | Q(ends_on__gt=on), village_id=village_id).exists():
        raise EldersChangedSince(field="on")
    ended = await Stay.filter(village_id=village_id, ends_on=None)
    await Stay.filter(village_id=village_id, ends_on=None).update(ends_on=on, left=LeaveReason.VILLAGE_MERGED)
    now = kernel.clock.now()
    await Stay.bulk_create(
        [
            Stay(
                elder_id=stay.elder_id,
                village_id=successor_id,
                starts_on=on,
                entered=EntryReason.VILLAGE_MERGED,
                recorded_at=now,
            )
            for stay in ended
        ],
        batch_size=500,
    )
    return len(ended)


async def _locked(elder_id: UUID, by: Viewer) -> Elder:
    """The elder, held until the transaction ends, and still in sight then. Raises ElderNotFound."""
    elder = await Elder.filter(id=elder_id).select_for_update().first()
    if elder is None:
        raise ElderNotFound
    await elder_in_sight(by.scope, elder_id)
    return elder


async def _current(elder_id: UUID) -> Stay:
    """Raises ElderHasLeft."""
    stay = await Stay.filter(elder_id=elder_id, ends_on=None).first()
    if stay is None:
        raise ElderHasLeft
    return stay


async def _end(stay: Stay, reason: LeaveReason, on: date, by: Viewer) -> None:
    """Whoever leaves the register is no longer absent from it; who moves within it may be."""
    await Stay.filter(id=stay.id).update(ends_on=on, left=reason, ended_by=by.account_id)
    if reason is not LeaveReason.MOVED_WITHIN:
        await execute(_END_ABSENCE, stay.elder_id, on, by.account_id)


_END_ABSENCE = """
UPDATE absences SET ended_by = $3, ends_on = CASE WHEN starts_on > $2 THEN starts_on ELSE $2 END
WHERE elder_id = $1 AND ends_on IS NULL
"""
