"""Duty-breach cases: for the offices above the family, and for whom a case is about."""

from uuid import UUID

import msgspec

from backend.accounts.errors import RoleCannot
from backend.accounts.roles import Role
from backend.elders.errors import ElderNotOnRegister
from backend.families import case_files, cases
from backend.families.breach import Taken
from backend.families.case_files import DutyCaseFile
from backend.families.errors import (
    DutyCaseNotFound,
    DutyCaseOpen,
    DutyDayNotPossible,
    DutyStepIncomplete,
    DutyStepNotPossible,
    FamilyMemberNotFound,
    ListedTooLong,
    NotASupporter,
    NotToldTwice,
    OwnFamilyCase,
)
from backend.kit.pages import CursorNotReadable
from miniprogram_api.families.schemas import (
    AppealIn,
    DutyCaseIn,
    DutyCases,
    DutyCasesQuery,
    DutyCaseStands,
    DutyPlaces,
    DutyStepIn,
    OwnDutyCases,
)
from miniprogram_api.reading import log_list
from miniprogram_api.routes import SELF, Ask, Routes, scoped
from miniprogram_api.schemas import Done, Made

routes = Routes("families")
OFFICE = scoped(Role.COMMITTEE, Role.TOWNSHIP)


@routes.get("/api/families/cases", access=OFFICE, refusals=(CursorNotReadable,))
async def list_duty_cases(ask: Ask, query: DutyCasesQuery) -> DutyCases:
    """The cases under way, the oldest first; the reading is logged."""
    page = await case_files.duty_cases(
        ask.viewer.scope, ask.viewer, elder_id=query.elder_id, cursor=query.cursor, limit=query.limit
    )
    await log_list(ask, [row.elder_id for row in page.rows])
    return DutyCases(list(page.rows), page.next_cursor)


@routes.get("/api/families/cases/counts", access=scoped(Role.COMMITTEE, Role.TOWNSHIP, Role.COUNTY))
async def count_duty_cases(ask: Ask) -> DutyPlaces:
    """How many cases are open and how many listed, by village."""
    return DutyPlaces(await case_files.duty_case_counts(ask.viewer.scope))


@routes.get("/api/families/cases/own", access=SELF, refusals=(RoleCannot,))
async def list_own_duty_cases(ask: Ask) -> OwnDutyCases:
    """The cases about me, and how to appeal."""
    ask.viewer.require(Role.SUPPORTER)
    return OwnDutyCases(await case_files.own_duty_cases(ask.kernel, ask.viewer))


@routes.post(
    "/api/families/cases",
    access=scoped(Role.COMMITTEE),
    refusals=(FamilyMemberNotFound, NotASupporter, OwnFamilyCase, ElderNotOnRegister, DutyCaseOpen),
)
async def open_duty_case(ask: Ask, body: DutyCaseIn) -> Made:
    """Write down that a supporter does not do the duty."""
    about = msgspec.structs.asdict(body)
    return Made(await cases.open_case(ask.kernel, **about, by=ask.viewer))


@routes.get("/api/families/cases/{case_id}", access=OFFICE, refusals=(DutyCaseNotFound,))
async def read_duty_case(ask: Ask, case_id: UUID) -> DutyCaseFile:
    """One case with all its steps, and what can be done next; the reading is logged."""
    return await case_files.duty_case(ask.kernel, ask.viewer.scope, ask.viewer, case_id)


@routes.post(
    "/api/families/cases/{case_id}/steps",
    access=OFFICE,
    status=200,
    refusals=(
        DutyCaseNotFound,
        OwnFamilyCase,
        DutyStepNotPossible,
        DutyStepIncomplete,
        DutyDayNotPossible,
        ListedTooLong,
        NotToldTwice,
    ),
)
async def take_duty_step(ask: Ask, case_id: UUID, body: DutyStepIn) -> DutyCaseStands:
    """Lead a case one step on."""
    taken = Taken(**msgspec.structs.asdict(body))
    return DutyCaseStands(await cases.take_step(ask.kernel, case_id=case_id, taken=taken, by=ask.viewer))


@routes.post(
    "/api/families/cases/{case_id}/appeal",
    access=scoped(Role.SUPPORTER),
    status=200,
    refusals=(DutyCaseNotFound, DutyStepNotPossible),
)
async def appeal_duty_case(ask: Ask, case_id: UUID, body: AppealIn) -> Done:
    """Turn to the township about an entry on the list."""
    await cases.appeal(ask.kernel, case_id=case_id, words=body.words, by=ask.viewer)
    return Done()
