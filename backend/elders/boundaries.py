"""The county changes which place answers for whom; the elders and their history go along."""

from datetime import date
from uuid import UUID

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import transaction
from backend.divisions import actions as tree
from backend.divisions.errors import DivisionChangedSince, DivisionMisplaced, DivisionNotFound
from backend.divisions.models import Division, DivisionLevel
from backend.divisions.queries import sees_division
from backend.elders.errors import ChangeInFuture, EldersStillThere
from backend.elders.facts import VillagesMerged
from backend.elders.models import Elder, Stay
from backend.elders.staying import follow_merger
from backend.kit.kernel import Kernel
from backend.outbox import box


async def merge_villages(kernel: Kernel, *, village_id: UUID, into_id: UUID, on: date, by: Viewer) -> int:
    """From `on` the village is part of another; returns how many elders stand on the other's register now by it.

    The merged village's committee sees nothing from then on; asked about a day before, everything answers as before.
    Raises RoleCannot, DivisionNotFound, DivisionMisplaced, ChangeInFuture, DivisionChangedSince, EldersChangedSince.
    """
    by.require(Role.COUNTY)
    _check_day(on, by)
    async with transaction():
        village, into = await _held(by, village_id=village_id, into_id=into_id)
        if village_id == into_id or {village.level, into.level} != {DivisionLevel.VILLAGE}:
            raise DivisionMisplaced(field="into_id")
        if into.starts_on > on:
            raise DivisionChangedSince(field="on")
        moved = await follow_merger(kernel, village_id=village_id, successor_id=into_id, on=on)
        await tree.retire(village, on=on, successor=into)
        subject, facts = Subject("division", village_id), {"successor_id": into_id, "on": on, "elders": moved}
        await record(kernel, subject, Tag.VILLAGES_MERGED, by=by.actor, **facts)
        await box.put(kernel, VillagesMerged(village_id=village_id, successor_id=into_id, on=on))
    return moved


async def retire(kernel: Kernel, *, division_id: UUID, on: date, by: Viewer) -> None:
    """The place is no more from `on`, with nobody to take over: nothing may lie under it and no file with it.

    Raises RoleCannot, DivisionNotFound, EldersStillThere, ChangeInFuture, DivisionNotEmpty, DivisionChangedSince.
    """
    by.require(Role.COUNTY)
    _check_day(on, by)
    async with transaction():
        [division] = await _held(by, division_id=division_id)
        if await Elder.exists(village_id=division_id) or await Stay.exists(village_id=division_id, ends_on__gt=on):
            raise EldersStillThere
        await tree.retire(division, on=on)
        await record(kernel, Subject("division", division_id), Tag.DIVISION_RETIRED, by=by.actor, on=on)


async def move_under(kernel: Kernel, *, division_id: UUID, parent_id: UUID, on: date, by: Viewer) -> None:
    """From `on` the village belongs to another township of the county; who lives there stays on its register.

    Raises RoleCannot, DivisionNotFound, DivisionMisplaced, ChangeInFuture, DivisionChangedSince.
    """
    by.require(Role.COUNTY)
    _check_day(on, by)
    async with transaction():
        division, parent = await _held(by, division_id=division_id, parent_id=parent_id)
        await tree.move_under(division, parent, on=on)
        payload = {"parent_id": parent_id, "on": on}
        await record(kernel, Subject("division", division_id), Tag.DIVISION_MOVED, by=by.actor, **payload)


def _check_day(on: date, by: Viewer) -> None:
    if on > by.today:
        raise ChangeInFuture(field="on")


async def _held(by: Viewer, **ids: UUID) -> list[Division]:
    """The places under these names, in force, in sight and locked, in the names' order. Raises DivisionNotFound."""
    locked = {
        each.id: each for each in await Division.filter(id__in=[*ids.values()]).order_by("id").select_for_update()
    }
    for field, division_id in ids.items():
        if division_id not in locked or not await sees_division(by.scope, division_id):
            raise DivisionNotFound(field=field)
    return [locked[division_id] for division_id in ids.values()]
