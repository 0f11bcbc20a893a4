"""The county's changes of its own places: mergers, retirements, villages that go to another township."""

from datetime import date
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.divisions.errors import (
    DayNotInTree,
    DivisionChangedSince,
    DivisionMisplaced,
    DivisionNotEmpty,
    DivisionNotFound,
)
from backend.divisions.queries import DivisionRow, PlaceRow, divisions, tree
from backend.elders import boundaries
from backend.elders.errors import ChangeInFuture, EldersChangedSince, EldersStillThere
from backend.statistics.merging import TakenAlong, taken_along
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.schemas import Done

routes = Routes("divisions")
CHANGED = (DivisionNotFound, ChangeInFuture, DivisionChangedSince)


class Divisions(msgspec.Struct):
    """Places by code."""

    items: list[DivisionRow]


class TreeQuery(msgspec.Struct, frozen=True):
    """As the tree stood on a day, or today."""

    as_of: date | None = None


class DivisionTree(msgspec.Struct):
    """Places by code as of the day, and those that went before it: they have an `ends_on` up to it."""

    as_of: date
    items: list[PlaceRow]


class TakenAlongQuery(msgspec.Struct, frozen=True):
    """The village to take over."""

    into_id: UUID


class PlaceMergeIn(msgspec.Struct, forbid_unknown_fields=True):
    """Into which village, and from which day."""

    into_id: UUID
    on: date


class Merged(msgspec.Struct):
    """How many elders stand on the other village's register now."""

    elders: int


class RetireIn(msgspec.Struct, forbid_unknown_fields=True):
    """From which day."""

    on: date


class MoveUnderIn(msgspec.Struct, forbid_unknown_fields=True):
    """To which township, and from which day."""

    parent_id: UUID
    on: date


@routes.get("/api/divisions", access=scoped(Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY))
async def list_divisions(ask: Ask) -> Divisions:
    """One's own place and all under it."""
    return Divisions(await divisions(ask.viewer.scope))


@routes.get("/api/divisions/tree", access=scoped(Role.TOWNSHIP, Role.COUNTY), refusals=(DayNotInTree,))
async def read_tree(ask: Ask, query: TreeQuery) -> DivisionTree:
    """One's own place and all under it as of a day, with retired codes and who took over."""
    as_of = query.as_of or ask.viewer.today
    return DivisionTree(as_of, await tree(ask.viewer.scope, as_of))


@routes.get("/api/divisions/{division_id}/taken-along", access=scoped(Role.COUNTY), refusals=(DivisionNotFound,))
async def preview_merger(ask: Ask, division_id: UUID, query: TakenAlongQuery) -> TakenAlong:
    """What a merger would take along, and from which day it can be: nothing is changed."""
    return await taken_along(ask.viewer.scope, village_id=division_id, into_id=query.into_id)


@routes.post(
    "/api/divisions/{division_id}/merge",
    access=scoped(Role.COUNTY),
    status=200,
    refusals=(*CHANGED, DivisionMisplaced, EldersChangedSince),
)
async def merge_village(ask: Ask, division_id: UUID, body: PlaceMergeIn) -> Merged:
    """Let another village answer for this one and for everybody on its register."""
    moved = await boundaries.merge_villages(
        ask.kernel, village_id=division_id, into_id=body.into_id, on=body.on, by=ask.viewer
    )
    return Merged(moved)


@routes.post(
    "/api/divisions/{division_id}/retire",
    access=scoped(Role.COUNTY),
    status=200,
    refusals=(*CHANGED, DivisionNotEmpty, EldersStillThere),
)
async def retire_division(ask: Ask, division_id: UUID, body: RetireIn) -> Done:
    """End a place under which nothing lies, with nobody to take over."""
    await boundaries.retire(ask.kernel, division_id=division_id, on=body.on, by=ask.viewer)
    return Done()


@routes.post(
    "/api/divisions/{division_id}/move",
    access=scoped(Role.COUNTY),
    status=200,
    refusals=(*CHANGED, DivisionMisplaced),
)
async def move_division(ask: Ask, division_id: UUID, body: MoveUnderIn) -> Done:
    """Let the village belong to another township."""
    await boundaries.move_under(
        ask.kernel, division_id=division_id, parent_id=body.parent_id, on=body.on, by=ask.viewer
    )
    return Done()
