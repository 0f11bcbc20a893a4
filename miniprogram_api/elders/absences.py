"""When an elder on the register is not at home for a while."""

from datetime import date
from uuid import UUID

import msgspec

from backend.accounts.roles import Role
from backend.elders.absences import AbsenceRow, absences, end_absence, tell_absence
from backend.elders.errors import (
    AbsenceTooLongAgo,
    AlreadyAbsent,
    ChangeBeforeLast,
    ChangeInFuture,
    ElderHasLeft,
    ElderNotFound,
    NotAbsent,
)
from backend.elders.rules import AbsenceReason
from miniprogram_api.reading import log_reading
from miniprogram_api.routes import Ask, Routes, scoped
from miniprogram_api.schemas import Done, Made

routes = Routes("elders")
WHO_KNOWS = (Role.COMMITTEE, Role.VOLUNTEER)


class AbsenceIn(msgspec.Struct, forbid_unknown_fields=True):
    """Since when, and until when if it is over: `ends_on` is the first day at home again."""

    reason: AbsenceReason
    starts_on: date
    ends_on: date | None = None


class AbsenceEndIn(msgspec.Struct, forbid_unknown_fields=True):
    """The first day at home again."""

    ends_on: date


class Absences(msgspec.Struct):
    """The latest first."""

    items: list[AbsenceRow]


@routes.get("/api/elders/{elder_id}/absences", access=scoped(*WHO_KNOWS, Role.TOWNSHIP), refusals=(ElderNotFound,))
async def list_absences(ask: Ask, elder_id: UUID) -> Absences:
    """When the elder was not at home; the reading is logged."""
    found = await absences(ask.viewer.scope, elder_id)
    await log_reading(ask, elder_id, "absences")
    return Absences(found)


@routes.post(
    "/api/elders/{elder_id}/absences",
    access=scoped(*WHO_KNOWS),
    refusals=(ElderNotFound, ElderHasLeft, ChangeInFuture, AbsenceTooLongAgo, ChangeBeforeLast, AlreadyAbsent),
)
async def tell_of_absence(ask: Ask, elder_id: UUID, body: AbsenceIn) -> Made:
    """Write down that the elder is not at home."""
    made = await tell_absence(
        ask.kernel,
        elder_id=elder_id,
        reason=body.reason,
        starts_on=body.starts_on,
        ends_on=body.ends_on,
        by=ask.viewer,
    )
    return Made(made)


@routes.post(
    "/api/elders/{elder_id}/absences/end",
    access=scoped(*WHO_KNOWS),
    status=200,
    refusals=(ElderNotFound, ElderHasLeft, NotAbsent, ChangeInFuture, ChangeBeforeLast),
)
async def end_of_absence(ask: Ask, elder_id: UUID, body: AbsenceEndIn) -> Done:
    """Write down that the elder is at home again."""
    await end_absence(ask.kernel, elder_id=elder_id, ends_on=body.ends_on, by=ask.viewer)
    return Done()
