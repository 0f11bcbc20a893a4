"""Planting the tree, and changing it from a day on: what held before that day is never rewritten.

Nobody is asked here who may: `backend/elders/boundaries.py` does, which knows roles and takes the elders along.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import msgspec

from backend.db import transaction
from backend.divisions.errors import DivisionChangedSince, DivisionMisplaced, DivisionNotEmpty, OfficialListBroken
from backend.divisions.models import Division, DivisionLevel, DivisionSpan
from backend.divisions.official import OfficialPlace

ABOVE = {DivisionLevel.VILLAGE: DivisionLevel.TOWNSHIP, DivisionLevel.TOWNSHIP: DivisionLevel.COUNTY}


async def place(
    *,
    code: str,
    name: str,
    level: DivisionLevel,
    parent: Division | None,
    starts_on: date,
    urban_rural: str | None = None,
) -> Division:
    """Add one division under `parent`, and the spans by which every ancestor sees it."""
    async with transaction():
        division = await Division.create(
            code=code,
            name=name,
            level=level,
            parent_id=parent.id if parent else None,
            starts_on=starts_on,
            urban_rural=urban_rural,
        )
        ancestors: list[UUID] = [division.id]
        if parent is not None:
            ancestors.extend(await _line(parent.id))
        for ancestor_id in ancestors:
            await DivisionSpan.create(ancestor_id=ancestor_id, descendant_id=division.id, starts_on=starts_on)
    return division


async def _line(division_id: UUID) -> list[UUID]:
    """The division and all above it today."""
    return [span.ancestor_id for span in await DivisionSpan.filter(descendant_id=division_id, ends_on=None)]


async def retire(division: Division, *, on: date, successor: Division | None = None) -> None:
    """The place is no more from `on`; its code may come back later as another place's.

    `division` is locked by the caller. Raises DivisionNotEmpty, DivisionChangedSince.
    """
    async with transaction():
        under = DivisionSpan.filter(ancestor_id=division.id, ends_on=None).exclude(descendant_id=division.id)
        if await under.exists():
            raise DivisionNotEmpty
        await _check_day(division, on)
        await DivisionSpan.filter(descendant_id=division.id, ends_on=None).update(ends_on=on)
        await Division.filter(id=division.id).update(ends_on=on, successor_id=successor.id if successor else None)


async def move_under(division: Division, parent: Division, *, on: date) -> None:
    """From `on` the division, with all under it, belongs to `parent`. `division` is locked by the caller.

    Raises DivisionMisplaced (the levels do not fit, or it lies there already), DivisionChangedSince.
    """
    if parent.level is not ABOVE.get(division.level) or division.parent_id == parent.id:
        raise DivisionMisplaced(field="parent_id")
    async with transaction():
        await _check_day(division, on)
        if parent.starts_on > on:
            raise DivisionChangedSince(field="on")
        before, after = set(await _line(division.id)) - {division.id}, set(await _line(parent.id))
        spans = await DivisionSpan.filter(ancestor_id=division.id, ends_on=None)
        moved = [span.descendant_id for span in spans]
        ended = DivisionSpan.filter(descendant_id__in=moved, ancestor_id__in=list(before - after), ends_on=None)
        await ended.update(ends_on=on)
        for ancestor_id in after - before:
            for descendant_id in moved:
                await DivisionSpan.create(ancestor_id=ancestor_id, descendant_id=descendant_id, starts_on=on)
        await Division.filter(id=division.id).update(parent_id=parent.id)


async def _check_day(division: Division, on: date) -> None:
    """Raises DivisionChangedSince unless everything about it and under it began before `on`."""
    if await DivisionSpan.filter(ancestor_id=division.id, starts_on__gte=on).exists():
        raise DivisionChangedSince(field="on")
    if await DivisionSpan.filter(descendant_id=division.id, starts_on__gte=on).exists():
        raise DivisionChangedSince(field="on")


class Planted(msgspec.Struct, frozen=True):
    """What an official list changed: how many places were added, renamed or as they stood, and the codes in force
    under its counties that it does not name. Those are left alone: only a person knows who takes over from them."""

    added: int
    renamed: int
    unchanged: int
    not_listed: tuple[str, ...]


async def plant(places: Sequence[OfficialPlace], *, starts_on: date) -> Planted:
    """Bring the tree to an official list, parents first; the same list again changes nothing.

    Raises OfficialListBroken: a place's parent is neither in the list nor in the tree.
    """
    async with transaction():
        standing = {division.code: division for division in await Division.filter(ends_on=None)}
        added = renamed = 0
        for each in places:
            found = standing.get(each.code)
            if found is None:
                if each.parent_code is not None and each.parent_code not in standing:
                    raise OfficialListBroken(field=f"line {each.line}")
                standing[each.code] = await place(
                    code=each.code,
                    name=each.name,
                    level=each.level,
                    parent=standing[each.parent_code] if each.parent_code else None,
                    starts_on=starts_on,
                    urban_rural=each.urban_rural,
                )
                added += 1
            elif (found.name, found.urban_rural) != (each.name, each.urban_rural):
                await Division.filter(id=found.id).update(name=each.name, urban_rural=each.urban_rural)
                renamed += 1
    listed = {each.code for each in places}
    counties = {standing[each.code].id for each in places if each.level is DivisionLevel.COUNTY}
    under = await DivisionSpan.filter(ancestor_id__in=list(counties), ends_on=None).values_list(
        "descendant_id", flat=True
    )
    here = set(under)
    missing = sorted(code for code, division in standing.items() if code not in listed and division.id in here)
    return Planted(added, renamed, len(places) - added - renamed, tuple(missing))
