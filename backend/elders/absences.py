"""Who on the register is not at home for a while: in hospital, away, with a child (R057).

Nothing of it is ever deleted or rewritten: whoever tells of it stands beside the days, for all who look at the rate.
"""

from datetime import date, datetime
from uuid import UUID

import msgspec
from tortoise.expressions import Q

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import Subject, record
from backend.db import fetch, transaction
from backend.divisions.scope import Level, Scope
from backend.elders.errors import AlreadyAbsent, ElderHasLeft, ElderNotFound, NotAbsent
from backend.elders.models import Absence, Elder
from backend.elders.queries import elder
from backend.elders.rules import AbsenceReason, check_absence, check_absence_end
from backend.kit.kernel import Kernel


async def tell_absence(
    kernel: Kernel, *, elder_id: UUID, reason: AbsenceReason, starts_on: date, ends_on: date | None, by: Viewer
) -> UUID:
    """Write down that the elder is, or was until the day before `ends_on`, not at home.

    Raises RoleCannot, ElderNotFound, ElderHasLeft, ChangeInFuture, AbsenceTooLongAgo, ChangeBeforeLast, AlreadyAbsent.
    """
    by.require(Role.COMMITTEE, Role.VOLUNTEER)
    check_absence(starts_on, ends_on, today=by.today)
    async with transaction():
        await _locked(elder_id, by)
        clash = Absence.filter(Q(ends_on=None) | Q(ends_on__gt=starts_on), elder_id=elder_id)
        if ends_on is not None:
            clash = clash.filter(starts_on__lt=ends_on)
        if await clash.exists():
            raise AlreadyAbsent
        made = await Absence.create(
            elder_id=elder_id,
            reason=reason,
            starts_on=starts_on,
            ends_on=ends_on,
            recorded_by=by.account_id,
            recorded_at=kernel.clock.now(),
        )
        days = {"starts_on": starts_on, "ends_on": ends_on}
        await record(
            kernel, Subject("elder", elder_id), Tag.ABSENCE_TOLD, by=by.actor, absence_id=made.id, reason=reason, **days
        )
    return made.id


async def end_absence(kernel: Kernel, *, elder_id: UUID, ends_on: date, by: Viewer) -> None:
    """The elder is at home again from `ends_on`.

    Raises RoleCannot, ElderNotFound, ElderHasLeft, NotAbsent, ChangeInFuture, ChangeBeforeLast.
    """
    by.require(Role.COMMITTEE, Role.VOLUNTEER)
    async with transaction():
        await _locked(elder_id, by)
        absence = await Absence.filter(elder_id=elder_id, ends_on=None).first()
        if absence is None:
            raise NotAbsent
        check_absence_end(ends_on, starts_on=absence.starts_on, today=by.today)
        ended = {"ends_on": ends_on, "ended_by": by.account_id, "ended_at": kernel.clock.now()}
        await Absence.filter(id=absence.id).update(**ended)
        await record(
            kernel,
            Subject("elder", elder_id),
            Tag.ABSENCE_ENDED,
            by=by.actor,
            absence_id=absence.id,
            ends_on=ends_on,
        )


async def _locked(elder_id: UUID, by: Viewer) -> None:
    """The elder is held until the transaction ends, in sight and on the register."""
    found = await Elder.filter(id=elder_id).select_for_update().first()
    if found is None:
        raise ElderNotFound
    await elder(by.scope, elder_id)
    if found.left_on is not None:
        raise ElderHasLeft


class AbsenceRow(msgspec.Struct, frozen=True):
    """One absence; `ends_on` is the first day at home again, null while it lasts."""

    id: UUID
    reason: AbsenceReason
    starts_on: date
    ends_on: date | None
    recorded_by: str
    recorded_at: datetime


async def absences(scope: Scope, elder_id: UUID) -> list[AbsenceRow]:
    """The absences of one elder in sight, the latest first, two dozen of them. Raises LevelTooLow, ElderNotFound."""
    scope.require(Level.CARD)
    await elder(scope, elder_id)
    return await fetch(AbsenceRow, _ABSENCES, elder_id)


_ABSENCES = """
SELECT x.id, x.reason, x.starts_on, x.ends_on, a.name AS recorded_by, x.recorded_at
FROM absences x JOIN accounts a ON a.id = x.recorded_by
WHERE x.elder_id = $1 ORDER BY x.starts_on DESC LIMIT 24
"""
