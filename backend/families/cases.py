"""Duty-breach cases (R046, R047, R051): opened by the committee, led step by step, ended by the day or by somebody.

Nobody handles, or sees from the office, a case that names himself or his household: whoever stands on one file with the
supporter it is about.
"""

from datetime import date
from uuid import UUID

import msgspec
import structlog

from backend.accounts.roles import Role
from backend.accounts.viewer import Viewer
from backend.audit.tags import Tag
from backend.audit.trail import PLATFORM, Actor, Subject, record
from backend.db import fetch, fetch_one, transaction
from backend.divisions.scope import Level
from backend.elders.errors import ElderNotOnRegister
from backend.elders.models import Elder
from backend.families.breach import (
    OPEN,
    CaseState,
    CaseStep,
    Ground,
    Invited,
    Taken,
    Who,
    check,
    move,
    possible,
)
from backend.families.errors import (
    DutyCaseNotFound,
    DutyCaseOpen,
    DutyStepNotPossible,
    FamilyMemberNotFound,
    NotASupporter,
    OwnFamilyCase,
)
from backend.families.facts import DutyCaseMoved
from backend.families.models import DutyCase, DutyStep, FamilyMember
from backend.families.queries import member
from backend.families.rules import Duty
from backend.kit.clock import shanghai_day
from backend.kit.ids import uuid7
from backend.kit.kernel import Kernel
from backend.outbox import box

log = structlog.get_logger(__name__)


async def open_case(kernel: Kernel, *, member_id: UUID, ground: Ground, words: str, by: Viewer) -> UUID:
    """The committee writes down what a supporter is said not to do. Nobody is told yet.

    Raises RoleCannot, FamilyMemberNotFound, NotASupporter, OwnFamilyCase, ElderNotOnRegister, DutyCaseOpen.
    """
    by.require(Role.COMMITTEE)
    made = uuid7()
    async with transaction():
        seen = await member(by.scope, member_id)
        if seen.duty != Duty.SUPPORTER:
            raise NotASupporter
        if await _is_own(member_id, by):
            raise OwnFamilyCase
        held = await FamilyMember.filter(id=member_id, ended_at=None).select_for_update(no_key=True).first()
        if held is None:
            raise FamilyMemberNotFound
        if not await Elder.exists(id=seen.elder_id, left_on=None):
            raise ElderNotOnRegister
        if await DutyCase.exists(member_id=member_id, closed_at=None):
            raise DutyCaseOpen
        await DutyCase.create(
            id=made,
            elder_id=seen.elder_id,
            member_id=member_id,
            ground=ground,
            state=CaseState.OPENED,
            opened_at=kernel.clock.now(),
        )
        await _write(kernel, made, 1, Taken(step=CaseStep.OPEN, on=by.today, words=words), by.actor)
        ids = {"case": str(made), "member": str(member_id)}
        await record(kernel, Subject("elder", seen.elder_id), Tag.DUTY_CASE_OPENED, by=by.actor, **ids)
    return made


async def take_step(kernel: Kernel, *, case_id: UUID, taken: Taken, by: Viewer) -> CaseState:
    """Committee or township lead a case on; returns where it stands then.

    Raises RoleCannot, DutyCaseNotFound, OwnFamilyCase, DutyStepNotPossible and the refusals of `breach.check`.
    """
    by.require(Role.COMMITTEE, Role.TOWNSHIP)
    by.scope.require(Level.CARD)
    async with transaction():
        params: list[object] = [case_id]
        seen = await fetch_one(_Case, _IN_SIGHT.format(within=by.scope.clause(params)), *params)
        if seen is None:
            raise DutyCaseNotFound
        if await _is_own(seen.member_id, by):
            raise OwnFamilyCase
        return await _take(kernel, case_id, taken, by.actor, by.today)


async def appeal(kernel: Kernel, *, case_id: UUID, words: str, by: Viewer) -> None:
    """The supporter whom a case is about turns to the township. Raises RoleCannot, DutyCaseNotFound,
    DutyStepNotPossible."""
    by.require(Role.SUPPORTER)
    async with transaction():
        if await fetch_one(_Case, _MINE, case_id, by.account_id) is None:
            raise DutyCaseNotFound
        taken = Taken(step=CaseStep.APPEAL, on=by.today, words=words)
        await _take(kernel, case_id, taken, by.actor, by.today)


async def end_due(kernel: Kernel) -> int:
    """End what is over by the day: entries past their last day, and cases of elders off the register; returns how many.

    Each is a transaction of its own: safe to repeat, and to be killed.
    """
    today, ended = shanghai_day(kernel.clock.now()), 0
    for row in await fetch(_Due, _DUE, today):
        step = CaseStep.LAPSE if row.gone else CaseStep.EXPIRE
        try:
            async with transaction():
                await _take(kernel, row.id, Taken(step=step, on=today), PLATFORM, today)
            ended += 1
        except DutyStepNotPossible:
            # Another worker, or somebody, has ended it meanwhile.
            continue
        except Exception as error:
            log.error("duty_case_not_ended", case=str(row.id), error=type(error).__name__)
    return ended


async def _take(kernel: Kernel, case_id: UUID, taken: Taken, by: Actor, today: date) -> CaseState:
    """In the caller's transaction, of a case already found in sight."""
    case = await DutyCase.filter(id=case_id).select_for_update().get()
    if taken.step not in possible(case.state, Who(by.role)):
        raise DutyStepNotPossible
    steps = await DutyStep.filter(case_id=case_id).order_by("number")
    invited = [Invited(step.hearing_on) for step in steps if step.hearing_on is not None]
    check(taken, last_on=steps[-1].happened_on, invited=invited, today=today)
    after = move(taken.step, case.state)
    changed: dict[str, object] = {"state": after}
    if taken.step is CaseStep.WARN:
        changed["warned_on"] = taken.on
    if taken.hearing_on is not None:
        changed["hearing_on"] = taken.hearing_on
    if taken.until is not None:
        changed["listed_until"] = taken.until
    if after not in OPEN:
        changed["closed_at"] = kernel.clock.now()
    await DutyCase.filter(id=case_id).update(**changed)
    await _write(kernel, case_id, len(steps) + 1, taken, by)
    told = {"case": str(case_id), "step": taken.step, "state": after}
    await record(kernel, Subject("elder", case.elder_id), Tag.DUTY_CASE_MOVED, by=by, **told)
    await box.put(kernel, DutyCaseMoved(case_id=case_id, elder_id=case.elder_id, step=taken.step))
    return after


async def _write(kernel: Kernel, case_id: UUID, number: int, taken: Taken, by: Actor) -> None:
    made = uuid7()

    def sealed(column: str, text: str | None) -> bytes | None:
        return kernel.keys.encrypt(text.strip().encode(), f"duty_steps|{column}|{made}") if text else None

    await DutyStep.create(
        id=made,
        case_id=case_id,
        number=number,
        kind=taken.step,
        happened_on=taken.on,
        happened_at=taken.at,
        means=taken.means,
        hearing_on=taken.hearing_on,
        until=taken.until,
        words=sealed("words", taken.words),
        station=sealed("station", taken.station),
        taken_by=by.account_id,
        taken_at=kernel.clock.now(),
    )


class _Case(msgspec.Struct, frozen=True):
    id: UUID
    member_id: UUID


class _Due(msgspec.Struct, frozen=True):
    id: UUID
    gone: bool


_IN_SIGHT = """
SELECT c.id, c.member_id FROM duty_cases c JOIN elders e ON e.id = c.elder_id WHERE c.id = $1 AND {within}
"""
_MINE = """
SELECT c.id, c.member_id FROM duty_cases c JOIN family_members f ON f.id = c.member_id
WHERE c.id = $1 AND f.account_id = $2 AND c.warned_on IS NOT NULL
"""
_DUE = """
SELECT c.id, e.left_on IS NOT NULL AS gone FROM duty_cases c JOIN elders e ON e.id = c.elder_id
WHERE c.closed_at IS NULL AND (e.left_on IS NOT NULL OR c.listed_until < $1) ORDER BY c.id
"""


def own(account: int, case_elder: str, subject: str) -> str:
    """SQL true where the account `$account` is of the household of the supporter in row `subject`.

    One who stands on the elder's file, or on any file together with that supporter, by account or telephone.
    """
    return f"""({case_elder} IN ({_FILES.format(account=account)}) OR EXISTS (
      SELECT 1 FROM family_members k WHERE k.elder_id IN ({_FILES.format(account=account)})
      AND (k.account_id = {subject}.account_id OR k.phone_hash = {subject}.phone_hash)))"""


# Two lookups by index, not one by either.
_FILES = """SELECT h.elder_id FROM family_members h WHERE h.account_id = ${account}
      UNION SELECT h.elder_id FROM family_members h JOIN accounts a ON a.phone_hash = h.phone_hash
      WHERE a.id = ${account} AND h.account_id IS NULL"""


async def _is_own(member_id: UUID, by: Viewer) -> bool:
    sql = f"SELECT f.id, f.id AS member_id FROM family_members f WHERE f.id = $1 AND {own(2, 'f.elder_id', 'f')}"
    return await fetch_one(_Case, sql, member_id, by.account_id) is not None
